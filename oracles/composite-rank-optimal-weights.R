# Nearest weights that put each city first in 2020, by lpSolve. Run from the repository root: Rscript oracles/composite-rank-optimal-weights.R
source("oracles/composite-china-panel.R")
library(lpSolve)

v <- do.call(cbind, scaled)[keys$year == 2020, ]
w0 <- c(.5, 1 / 6, 1 / 6, 1 / 6)
m <- ncol(v)
# w = w0 + up - down, with up, down >= 0 and w >= 0
nearest <- function(i) {
  lead <- matrix(v[i, ], nrow(v) - 1, m, byrow = TRUE) - v[-i, ]
  a <- rbind(c(rep(1, m), rep(-1, m)), cbind(lead, -lead), cbind(diag(m), -diag(m)))
  found <- lp("min", rep(1, 2 * m), a, c("=", rep(">=", nrow(lead)), rep(">=", m)), c(0, -lead %*% w0, -w0))
  if (found$status == 2) NA else found$objval
}
# max t = up - down with w . lead >= t
shortfall <- function(i) {
  lead <- matrix(v[i, ], nrow(v) - 1, m, byrow = TRUE) - v[-i, ]
  a <- rbind(c(rep(1, m), 0, 0), cbind(lead, -1, 1))
  found <- lp("max", c(rep(0, m), 1, -1), a, c("=", rep(">=", nrow(lead))), c(1, rep(0, nrow(lead))))
  max(0, -found$objval)
}
write_json(list(made_with = paste0(made_with, ", lpSolve ", packageVersion("lpSolve")), code = keys$code[keys$year == 2020],
  distance = sapply(seq_len(nrow(v)), nearest), shortfall = sapply(seq_len(nrow(v)), shortfall)),
  "oracles/composite-rank-optimal-weights.json", digits = NA, auto_unbox = TRUE, na = "null")
