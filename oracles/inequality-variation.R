# Coefficients of variation: base R, formulas written out. Run from the root of the repository: Rscript oracles/inequality-variation.R
source("oracles/inequality-figures.R")
save_oracle(each_sample(function(y, p, rows) {
  m <- weighted.mean(y, p)
  list(weighted = sqrt(sum(p * (y - m)^2)) / m, simple = sqrt(sum(p * (y - mean(y))^2)) / m,
       sample = if (length(y) > 1) sd(y) / mean(y) else NA, population = sqrt(mean((y - mean(y))^2)) / mean(y))
}), "inequality-variation")
