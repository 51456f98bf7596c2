# TOPSIS in base R under entropy weights. Run from the repository root: Rscript oracles/composite-topsis.R
source("oracles/composite-decision-weights.R")

closeness <- function(v) {
  v <- sweep(v, 2, w, "*")
  to_best <- sqrt(rowSums(sweep(v, 2, apply(v, 2, max))^2))
  to_worst <- sqrt(rowSums(sweep(v, 2, apply(v, 2, min))^2))
  unname(to_worst / (to_best + to_worst))
}
vector <- sweep(raw, 2, sqrt(colSums(raw^2)), "/")
vector[, down] <- -vector[, down]

write_json(list(made_with = made_with, rows = nrow(m), vector = closeness(vector), `min-max` = closeness(m)),
  "oracles/composite-topsis.json", digits = NA, auto_unbox = TRUE)
