# Exact sensitivity of ranks by trying every one of sixteen recipes, in base R.
# Run from the repository root: Rscript oracles/composite-sobol.R
source("oracles/composite-china-panel.R")

stated <- c(gdp_per_head = 3, urban_share = 1, tertiary_share = 1, elderly_share = 1)
low <- .01
by_minmax <- function(v) low + (1 - low) * (v - min(v)) / (max(v) - min(v))
by_rank <- function(v) low + (1 - low) * (rank(v) - 1) / (length(v) - 1)
scores <- function(method, mean, scope, weigh) {
  f <- if (method == "min-max") by_minmax else by_rank
  y <- x
  for (name in down) y[[name]] <- -y[[name]]
  v <- sapply(y, function(column) if (scope == "pooled") f(column) else ave(column, keys$year, FUN = f))
  w <- if (weigh == "given") stated / sum(stated) else rep(1 / 4, 4)
  if (mean == "arithmetic") drop(v %*% w) else exp(drop(log(v) %*% w))
}
ranks <- function(s) ave(-round(s, 13), keys$year, FUN = function(each) rank(each, ties.method = "min"))
base <- ranks(scores("min-max", "arithmetic", "pooled", "given"))
grid <- expand.grid(normalisation = c("min-max", "rank"), aggregation = c("arithmetic", "geometric"),
  scope = c("pooled", "by-year"), weighing = c("given", "equal"), stringsAsFactors = FALSE)
shift <- apply(grid, 1, function(g) mean(abs(ranks(scores(g[1], g[2], g[3], g[4])) - base)))
all <- mean((shift - mean(shift))^2)
first <- sapply(grid, function(f) mean((ave(shift, f) - mean(shift))^2) / all)
total <- sapply(names(grid), function(name) {
  others <- interaction(grid[setdiff(names(grid), name)])
  mean((shift - ave(shift, others))^2) / all
})
write_json(list(made_with = made_with, rows = nrow(x), mean_shift = mean(shift), first = as.list(first), total = as.list(total)),
  "oracles/composite-sobol.json", digits = NA, auto_unbox = TRUE)
