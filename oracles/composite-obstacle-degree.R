# Obstacle degrees in base R: two aspects of equal weight, min-max over both years.
# Run from the repository root: Rscript oracles/composite-obstacle-degree.R
source("oracles/composite-china-panel.R")

x <- do.call(cbind, scaled)
weight <- c(gdp_per_head = 0.5 * 0.75, urban_share = 0.5 * 0.25, tertiary_share = 0.5 * 0.5, elderly_share = 0.5 * 0.5)
parts <- sweep(1 - x, 2, weight[colnames(x)], "*")

write_json(list(
  made_with = made_with,
  code = keys$code,
  year = keys$year,
  distance = rowSums(parts),
  degree = unname(parts / rowSums(parts)),
  mean_degree = as.list(colMeans(parts / rowSums(parts)))
), "oracles/composite-obstacle-degree.json", digits = NA, auto_unbox = TRUE)
