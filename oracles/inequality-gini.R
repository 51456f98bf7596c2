# Gini coefficients over all pairs: base R. Run from the root of the repository: Rscript oracles/inequality-gini.R
source("oracles/inequality-figures.R")
save_oracle(each_sample(function(y, p, rows) {
  g <- sum(outer(p, p) * abs(outer(y, y, "-"))) / (2 * sum(p * y))
  list(gini = g, corrected = if (length(y) > 1) g / (1 - sum(p^2)) else NA)
}), "inequality-gini")
