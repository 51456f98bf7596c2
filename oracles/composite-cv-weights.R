# Weights by coefficient of variation in base R. Run from the repository root: Rscript oracles/composite-cv-weights.R
source("oracles/composite-china-panel.R")

weigh <- function(columns) {
  variation <- sapply(columns, function(v) sd(v) / mean(v))
  list(indicator = names(columns), variation = unname(variation), weight = unname(variation / sum(variation)))
}

write_json(list(made_with = made_with, rows = nrow(x), raw = weigh(x), `min-max` = weigh(scaled)),
  "oracles/composite-cv-weights.json", digits = NA, auto_unbox = TRUE)
