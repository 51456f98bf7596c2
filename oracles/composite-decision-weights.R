# The China panel as matrices, with entropy weights, for the scripts that source this file.
source("oracles/composite-china-panel.R")

m <- do.call(cbind, scaled)
raw <- as.matrix(x)
w <- apply(m, 2, function(v) {
  p <- v / sum(v)
  1 + sum(ifelse(p > 0, p * log(p), 0)) / log(length(p))
})
w <- w / sum(w)
