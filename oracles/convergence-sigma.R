# Sigma convergence of output per job in British regions and of GDP per head in three Chinese clusters: var.test and cor.test of
# base R. Run from the root of the repository: Rscript oracles/convergence-sigma.R
source("oracles/inequality-figures.R")
sigma <- function(rows) {
  y <- tapply(rows$value / rows$weight, list(rows$place, rows$year), identity)
  y <- y[rowSums(is.na(y)) == 0, ]
  l <- log(y)
  years <- colnames(y)
  list(
    places = nrow(y),
    deviation = setNames(lapply(years, function(t) sd(l[, t])), years),
    variation = setNames(lapply(years, function(t) sd(y[, t]) / mean(y[, t])), years),
    tests = setNames(lapply(years[-1], function(t) {
      f <- var.test(l[, 1], l[, t]); r <- cor.test(l[, 1] + l[, t], l[, 1] - l[, t])
      list(f = unname(f$statistic), fP = f$p.value, t = unname(r$statistic), tP = r$p.value)
    }), years[-1])
  )
}
save_oracle(lapply(figures[c("china", "britain")], sigma), "convergence-sigma")
