# VIKOR in base R under entropy weights. Run from the repository root: Rscript oracles/composite-vikor.R
source("oracles/composite-decision-weights.R")

regret <- sweep(1 - m, 2, w, "*")
s <- unname(rowSums(regret))
r <- unname(apply(regret, 1, max))
unit <- function(v) (v - min(v)) / (max(v) - min(v))

write_json(list(made_with = made_with, rows = nrow(m), s = s, r = r, q = .5 * unit(s) + .5 * unit(r)),
  "oracles/composite-vikor.json", digits = NA, auto_unbox = TRUE)
