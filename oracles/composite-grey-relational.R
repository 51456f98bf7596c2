# Grey relational degrees in base R under entropy weights. Run from the repository root: Rscript oracles/composite-grey-relational.R
source("oracles/composite-decision-weights.R")

degree <- function(d) as.vector(((min(d) + .5 * max(d)) / (d + .5 * max(d))) %*% w)
over_mean <- sapply(colnames(raw), function(name) {
  v <- raw[, name]
  (if (name %in% down) v - min(v) else max(v) - v) / mean(v)
})

write_json(list(made_with = made_with, rows = nrow(m), `min-max` = degree(1 - m), mean = degree(over_mean)),
  "oracles/composite-grey-relational.json", digits = NA, auto_unbox = TRUE)
