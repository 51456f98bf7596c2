# What four choices flip, in base R. Run from the repository root: Rscript oracles/composite-choices.R
source("oracles/composite-china-panel.R")
stated <- c(gdp_per_head = 3, urban_share = 1, tertiary_share = 1, elderly_share = 1)
stated <- stated / sum(stated)
minmax <- function(v) (v - min(v)) / (max(v) - min(v))
y <- x
for (name in down) y[[name]] <- -y[[name]]
pooled <- sapply(y, minmax)
by_year <- sapply(y, function(column) ave(column, keys$year, FUN = minmax))
clip <- function(v) pmin(pmax(v, quantile(v, .05)), quantile(v, .95))
clipped <- sapply(y, function(v) minmax(clip(v)))
entropy <- function(v) {
  p <- sweep(v, 2, colSums(v), "/")
  e <- -colSums(ifelse(p > 0, p * log(p), 0)) / log(nrow(v))
  (1 - e) / sum(1 - e)
}
before <- drop(pooled %*% stated)
flips <- function(after) {
  pairs <- turned <- 0
  for (year in unique(keys$year)) {
    d1 <- outer(before[keys$year == year], before[keys$year == year], "-")
    d2 <- outer(after[keys$year == year], after[keys$year == year], "-")
    up <- upper.tri(d1)
    pairs <- pairs + sum(up)
    turned <- turned + sum((d1 * d2)[up] < 0)
  }
  rank_of <- function(s) ave(-s, keys$year, FUN = function(each) rank(each, ties.method = "min"))
  moves <- abs(rank_of(before) - rank_of(after))
  both <- names(which(table(keys$code) == 2))
  change <- function(s) s[match(paste(both, 2020), paste(keys$code, keys$year))] - s[match(paste(both, 2010), paste(keys$code, keys$year))]
  list(pairs = turned / pairs, mean_shift = mean(moves), largest_shift = max(moves), signs = mean(change(before) * change(after) < 0))
}
write_json(list(made_with = made_with, rows = nrow(x), scope = flips(drop(by_year %*% stated)),
  clipping = flips(drop(clipped %*% stated)), `equal-weights` = flips(rowMeans(pooled)),
  `entropy-weights` = flips(drop(pooled %*% entropy(pooled)))), "oracles/composite-choices.json", digits = NA, auto_unbox = TRUE)
