# Entropy weights in base R, three variants. Run from the repository root: Rscript oracles/composite-entropy-weights.R
source("oracles/composite-china-panel.R")

weigh <- function(columns) {
  entropy <- sapply(columns, function(v) {
    p <- v / sum(v)
    -sum(ifelse(p > 0, p * log(p), 0)) / log(length(p))
  })
  list(indicator = names(columns), entropy = unname(entropy), weight = unname((1 - entropy) / sum(1 - entropy)))
}

write_json(list(
  made_with = made_with,
  rows = nrow(x),
  `min-max` = weigh(scaled),
  `min-max-shift` = weigh(lapply(scaled, function(v) v + 1e-4)),
  raw = weigh(x[setdiff(names(x), down)])
), "oracles/composite-entropy-weights.json", digits = NA, auto_unbox = TRUE)
