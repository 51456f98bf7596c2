# Benefit of the doubt by lpSolve, free and with every share at least .1, on the cities of China's clusters in 2020.
# Run from the repository root: Rscript oracles/composite-benefit-of-doubt.R
source("oracles/composite-china-panel.R")
library(lpSolve)

y <- sapply(scaled, function(v) 0.01 + 0.99 * v)[keys$year == 2020, ]
m <- ncol(y)
best <- function(i, low) {
  own <- y[i, ]
  shares <- diag(own) - low * matrix(own, m, m, byrow = TRUE)
  found <- lp("max", own, rbind(y, shares), c(rep("<=", nrow(y)), rep(">=", m)), c(rep(1, nrow(y)), rep(0, m)))
  stopifnot(found$status == 0)
  found$objval
}

write_json(list(
  made_with = paste0(made_with, ", lpSolve ", packageVersion("lpSolve")),
  code = keys$code[keys$year == 2020],
  free = sapply(seq_len(nrow(y)), best, low = 0),
  tenth = sapply(seq_len(nrow(y)), best, low = 0.1)
), "oracles/composite-benefit-of-doubt.json", digits = NA, auto_unbox = TRUE)
