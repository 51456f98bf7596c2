# Principal eigenvectors of judgement matrices whose judgements are the rounded ratios of four Chinese clusters' GDP in 2020,
# one matrix a rounding, in base R. Run from the repository root: Rscript oracles/composite-ahp-weights.R
source("oracles/composite-china-panel.R")

at <- function(code) both$gdp[both$code == code & both$year == 2020]
sizes <- c(beijing = at("110000"), tianjin = at("120000"), shijiazhuang = at("130100"), baoding = at("130600"))
# to the scale 1..9 and its reciprocals, rounded, or rounded down
judge <- function(rounding) {
  a <- outer(sizes, sizes, function(x, y) pmin(9, pmax(1, rounding(x / y))))
  ifelse(outer(sizes, sizes, ">="), a, 1 / t(a))
}
solve_for <- function(a) {
  e <- eigen(a)
  k <- which.max(Re(e$values))
  lambda <- Re(e$values[k])
  w <- Re(e$vectors[, k])
  list(lambda = lambda, weight = w / sum(w), cr = (lambda - 4) / 3 / .90)
}
matrices <- list(rounded = judge(round), down = judge(floor))
joint <- exp(Reduce(`+`, lapply(matrices, log)) / 2)

write_json(list(
  made_with = made_with,
  indicator = names(sizes),
  matrices = lapply(matrices, unname),
  experts = lapply(matrices, solve_for),
  joint = solve_for(joint)
), "oracles/composite-ahp-weights.json", digits = NA, auto_unbox = TRUE)
