# McCrary's density test on employees of Chinese cities by section, in logarithms, with a line drawn at made-up places: the
# algorithm of DCdensity (R package rdd), written out in base R.
# Run from the root of the repository: Rscript oracles/causal-density-test.R
library(jsonlite)

jobs <- read.csv("packages/atlas/china-clusters/employment.csv", colClasses = c(code = "character"))
running <- log(subset(jobs, employees_10k > 0)$employees_10k)

mccrary <- function(x, cutpoint, bin = 2 * sd(x) * length(x)^-0.5, bw = NULL) {
  n <- length(x)
  l <- floor((min(x) - cutpoint) / bin) * bin + bin / 2 + cutpoint
  r <- floor((max(x) - cutpoint) / bin) * bin + bin / 2 + cutpoint
  mids <- seq(l, r + bin / 4, by = bin)
  count <- tabulate(floor((x - cutpoint) / bin) - floor((min(x) - cutpoint) / bin) + 1, length(mids))
  density <- count / n / bin
  if (is.null(bw)) {
    side <- function(own, range) {
      d <- mids[own] - cutpoint
      fit <- lm(density[own] ~ poly(d, 4, raw = TRUE))
      b <- unname(coef(fit))
      curve <- 2 * b[3] + 6 * b[4] * d + 12 * b[5] * d^2
      3.348 * (summary(fit)$sigma^2 * range / sum(curve^2))^(1 / 5)
    }
    bw <- (side(mids < cutpoint, cutpoint - l) + side(mids > cutpoint, r - cutpoint)) / 2
  }
  pad <- ceiling(bw / bin)
  density <- c(rep(0, pad), density, rep(0, pad))
  mids <- c(l - (pad:1) * bin, mids, r + (1:pad) * bin)
  at_cutoff <- function(own) {
    d <- mids - cutpoint
    w <- pmax(0, 1 - abs(d / bw)) * own
    unname(coef(lm(density ~ d, weights = w))[1])
  }
  left <- at_cutoff(mids < cutpoint)
  right <- at_cutoff(mids > cutpoint)
  jump <- log(right) - log(left)
  error <- sqrt(1 / (n * bw) * 24 / 5 * (1 / right + 1 / left))
  list(
    cutoff = cutpoint, bin = bin, bandwidth = bw, density_left = left, density_right = right, jump = jump,
    standard_error = error, p = 2 * pnorm(-abs(jump / error))
  )
}
out <- list(
  made_with = R.version.string, n = length(running),
  cases = list(mccrary(running, 0), mccrary(running, 1.5), mccrary(running, 0, bw = 0.7), mccrary(running, 0, bin = 0.05))
)
write_json(out, "oracles/causal-density-test.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
