# Locational Gini and Hoover index on the shipped figures in base R. Run from the repository root:
# Rscript oracles/structure-locational-gini.R
source("oracles/structure-figures.R")

# by the mean absolute difference of the ratios x / p, weighed by p: another road than adding up the curve
concentration <- function(x, p) {
  there <- !is.na(x) & !is.na(p)
  x <- x[there] / sum(x[there])
  p <- p[there] / sum(p[there])
  ratio <- x / p
  c(sum(outer(p, p) * abs(outer(ratio, ratio, "-"))) / 2, sum(abs(x - p)) / 2)
}
of_industries <- function(m, p) t(apply(m, 2, concentration, p))

people <- with(
  subset(read.csv("packages/atlas/china-clusters/census.csv", colClasses = c(code = "character")), year == 2020),
  setNames(population, code)
)[rownames(china)]

save(list(
  made_with = R.version.string,
  columns = c("gini", "hoover"),
  industries_china = colnames(china),
  china_jobs = unname(of_industries(china, rowSums(china, na.rm = TRUE))),
  china_people = unname(of_industries(china, people)),
  industries_britain = colnames(britain),
  britain_jobs = unname(of_industries(britain, rowSums(britain, na.rm = TRUE)))
), "structure-locational-gini")
