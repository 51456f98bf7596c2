# Entropy, CRITIC and CV weights combined by the game of Nash equilibria in base R, all on the shipped figures.
# Run from the repository root: Rscript oracles/composite-combine-weights.R
source("oracles/composite-china-panel.R")

m <- do.call(cbind, scaled)
share <- function(v) v / sum(v)
w <- rbind(
  entropy = share(apply(m, 2, function(v) {
    p <- v / sum(v)
    1 + sum(ifelse(p > 0, p * log(p), 0)) / log(length(p))
  })),
  critic = share(apply(m, 2, sd) * rowSums(1 - cor(m))),
  cv = share(apply(x, 2, sd) / colMeans(x))
)
play <- function(w) {
  alpha <- solve(w %*% t(w), diag(w %*% t(w)))
  list(alpha = unname(alpha), weight = unname(colSums(share(alpha) * w)))
}

write_json(list(
  made_with = made_with,
  indicator = colnames(w),
  sets = apply(w, 1, function(v) unname(v), simplify = FALSE),
  two = play(w[c("entropy", "critic"), ]),
  three = play(w),
  product = unname(share(apply(w, 2, prod)))
), "oracles/composite-combine-weights.json", digits = NA, auto_unbox = TRUE)
