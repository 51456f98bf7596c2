# Wolfson by the area under the Lorenz curve, Esteban-Ray over all pairs of groups: base R.
# Run from the root of the repository: Rscript oracles/inequality-polarisation.R
source("oracles/inequality-figures.R")
result <- each_sample(function(y, p, rows) {
  o <- order(y); x <- c(0, cumsum(p[o])); l <- c(0, cumsum(p[o] * y[o])) / sum(p * y)
  n <- length(x)
  gini <- 1 - sum((x[-1] - x[-n]) * (l[-1] + l[-n]))
  half <- approx(x, l, .5, ties = "ordered")$y
  at <- which(x > .5 + 1e-12)[1]
  median <- if (abs(x[at - 1] - .5) < 1e-12) (y[o][at - 2] + y[o][at - 1]) / 2 else y[o][at - 1]
  q <- tapply(p, rows$group, sum); m <- tapply(p * y, rows$group, sum) / q
  er <- function(a) sum(outer(q^(1 + a), q) * abs(outer(m, m, "-"))) / sum(p * y)
  list(wolfson = 4 * sum(p * y) / median * (.5 - half - gini / 2), one = er(1), most = er(1.6))
})
save_oracle(lapply(result, function(samples) Filter(function(each) each$group == "all", samples)), "inequality-polarisation")
