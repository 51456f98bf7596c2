# Copeland scores by the outranking matrix in base R. Run from the repository root: Rscript oracles/composite-copeland.R
source("oracles/composite-china-panel.R")
weight <- c(gdp_per_head = 3, urban_share = 1, tertiary_share = 1, elderly_share = 1) / 6
score <- numeric(nrow(x))
for (year in unique(keys$year)) {
  own <- keys$year == year
  p <- Reduce(`+`, lapply(names(scaled), function(name) {
    v <- scaled[[name]][own]
    weight[[name]] * (outer(v, v, ">") + .5 * outer(v, v, "=="))
  }))
  diag(p) <- .5
  score[own] <- rowSums(sign(round(p - .5, 12)))
}
write_json(list(made_with = made_with, rows = nrow(x), score = score), "oracles/composite-copeland.json", digits = NA, auto_unbox = TRUE)
