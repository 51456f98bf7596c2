# CRITIC weights in base R. Run from the repository root: Rscript oracles/composite-critic-weights.R
source("oracles/composite-china-panel.R")

m <- do.call(cbind, scaled)
weigh <- function(conflict) {
  deviation <- apply(m, 2, sd)
  information <- deviation * conflict
  list(
    indicator = colnames(m), deviation = unname(deviation), conflict = unname(conflict),
    weight = unname(information / sum(information))
  )
}

write_json(list(
  made_with = made_with,
  rows = nrow(m),
  signed = weigh(rowSums(1 - cor(m))),
  absolute = weigh(rowSums(1 - abs(cor(m))))
), "oracles/composite-critic-weights.json", digits = NA, auto_unbox = TRUE)
