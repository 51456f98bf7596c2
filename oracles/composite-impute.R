# Group means, medians, line between years and EM in base R. Run from the repository root: Rscript oracles/composite-impute.R
# Of the panel in composite-china-panel.R, row i (from 0) loses column i %% 4 where i %% 7 is 3; the places' provinces group them.
source("oracles/composite-china-panel.R")
full <- x
n <- nrow(x)
for (i in seq_len(n) - 1) if (i %% 7 == 3) x[i + 1, i %% 4 + 1] <- NA
province <- substr(keys$code, 1, 2)
pool <- paste(province, keys$year)
by_pool <- function(f) lapply(x, function(v) {
  for (p in unique(pool)) v[pool == p & is.na(v)] <- f(v[pool == p], na.rm = TRUE)
  v
})
# greatest likelihood by conditional expectations, row by row
em <- function(given) {
  z <- scale(given)
  mu <- rep(0, ncol(z))
  sigma <- diag(ncol(z))
  repeat {
    filled <- z
    extra <- matrix(0, ncol(z), ncol(z))
    for (i in seq_len(nrow(z))) {
      m <- which(is.na(z[i, ]))
      if (length(m) == 0) next
      o <- setdiff(seq_len(ncol(z)), m)
      b <- sigma[m, o, drop = FALSE] %*% solve(sigma[o, o, drop = FALSE])
      filled[i, m] <- mu[m] + b %*% (z[i, o] - mu[o])
      extra[m, m] <- extra[m, m] + sigma[m, m] - b %*% sigma[o, m, drop = FALSE]
    }
    mu1 <- colMeans(filled)
    sigma1 <- (crossprod(sweep(filled, 2, mu1)) + extra) / nrow(z)
    moved <- max(abs(mu1 - mu), abs(sigma1 - sigma))
    mu <- mu1
    sigma <- sigma1
    if (moved < 1e-13) break
  }
  as.data.frame(sweep(sweep(filled, 2, attr(z, "scaled:scale"), "*"), 2, attr(z, "scaled:center"), "+"))
}
line <- lapply(x, function(v) {
  for (i in which(is.na(v))) {
    own <- which(keys$code == keys$code[i] & !is.na(v))
    if (any(keys$year[own] < keys$year[i]) && any(keys$year[own] > keys$year[i])) {
      v[i] <- approx(keys$year[own], v[own], keys$year[i])$y
    }
  }
  v
})
mean_of <- function(v, na.rm) { m <- mean(v, na.rm = na.rm); if (is.nan(m)) NA else m }
write_json(list(made_with = made_with, rows = n, mean = by_pool(mean_of), median = by_pool(median), interpolate = line,
  em = as.list(em(x))), "oracles/composite-impute.json", digits = NA, auto_unbox = TRUE, na = "null")
