# Principal components by prcomp, KMO and Bartlett's test in base R, with the weights that follow.
# Run from the repository root: Rscript oracles/composite-pca-weights.R
source("oracles/composite-china-panel.R")

m <- do.call(cbind, scaled)
components <- function(scale) {
  p <- prcomp(m, scale. = scale)
  lambda <- p$sdev^2
  kept <- sum(lambda >= mean(lambda))
  squares <- sweep(p$rotation[, seq_len(kept), drop = FALSE]^2, 2, lambda[seq_len(kept)], "*")
  # the first three, so that there is something to turn
  turned <- unclass(varimax(sweep(p$rotation[, 1:3], 2, p$sdev[1:3], "*"), normalize = TRUE, eps = 1e-15)$loadings)
  turned <- turned[, order(-colSums(turned^2))]
  turned <- sweep(turned, 2, sign(colSums(turned)), "*")
  best <- apply(turned^2, 1, max)
  list(rotated = unname(t(turned / apply(m, 2, function(x) if (scale) 1 else sd(x)))), strongest = unname(best / sum(best)), eigenvalues = lambda, first = unname(p$rotation[, 1]), kept = kept, weight = unname(rowSums(squares) / sum(squares)))
}
r <- cor(m)
s <- solve(r)
partial <- -s / sqrt(outer(diag(s), diag(s)))
off <- function(a) sum(a[row(a) != col(a)]^2)
n <- nrow(m)
p <- ncol(m)
bartlett <- -(n - 1 - (2 * p + 5) / 6) * log(det(r))

write_json(list(
  made_with = made_with,
  rows = n,
  indicator = colnames(m),
  correlation = components(TRUE),
  covariance = components(FALSE),
  kmo = off(r) / (off(r) + off(partial)),
  bartlett = bartlett,
  freedom = p * (p - 1) / 2,
  p = pchisq(bartlett, p * (p - 1) / 2, lower.tail = FALSE)
), "oracles/composite-pca-weights.json", digits = NA, auto_unbox = TRUE)
