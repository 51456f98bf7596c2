# Functional specialisation of the shipped figures in base R. Run from the repository root:
# Rscript oracles/structure-functional-specialisation.R
source("oracles/structure-figures.R")

ratio <- function(m) rowSums(m[, c("J", "L", "M"), drop = FALSE]) / m[, "C"]
index <- function(m, base) {
  colnames(base) <- colnames(m)
  unname(ratio(m) / ratio(base) - 1)
}

save(list(
  made_with = R.version.string,
  china_nation = index(china, of_nation(china)),
  china_rest_of_nation = index(china, of_nation(china) - china),
  britain_others = index(britain, of_others(britain))
), "structure-functional-specialisation")
