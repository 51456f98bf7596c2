# Correlation ratios, squared correlations and covariances of a composite in base R.
# Run from the repository root: Rscript oracles/composite-effective-weights.R
source("oracles/composite-china-panel.R")
weight <- c(gdp_per_head = .5, urban_share = 1 / 6, tertiary_share = 1 / 6, elderly_share = 1 / 6)
v <- as.data.frame(scaled)
part <- sweep(as.matrix(v), 2, weight[names(v)], "*")
total <- rowSums(part)
n <- length(total)
ratio <- function(x, y, k = 10) {
  class <- floor((rank(x, ties.method = "min") - 1) * k / n)
  fit <- anova(lm(y ~ factor(class)))
  1 - (fit[2, 2] / sum(fit[, 2])) * (n - 1) / (n - length(unique(class)))
}
write_json(list(made_with = made_with, rows = n, item = names(v),
  ratio = unname(sapply(v, ratio, y = total)),
  correlation = unname(sapply(v, cor, y = total)),
  carried = unname(apply(part, 2, cov, y = total) / var(total))),
  "oracles/composite-effective-weights.json", digits = NA, auto_unbox = TRUE)
