# Composite scores and ranks in base R: two aspects, the first twice the weight, goalposts pooled over both years.
# Run from the repository root: Rscript oracles/composite-index.R
source("oracles/composite-china-panel.R")

turned <- function(name) if (name %in% down) -x[[name]] else x[[name]]
by_method <- function(f) sapply(names(x), function(name) f(turned(name)))
normalised <- list(
  minmax = by_method(function(v) 0.01 + 0.99 * (v - min(v)) / (max(v) - min(v))),
  zscore = by_method(function(v) (v - mean(v)) / sd(v)),
  rank = by_method(function(v) (rank(v, ties.method = "average") - 1) / (length(v) - 1))
)

local_weight <- list(level = c(gdp_per_head = 0.75, urban_share = 0.25), structure = c(tertiary_share = 0.5, elderly_share = 0.5))
aspect_weight <- c(level = 2, structure = 1) / 3
mean_of <- list(
  arithmetic = function(v, w) as.vector(v %*% w),
  geometric = function(v, w) exp(as.vector(log(v) %*% w)),
  harmonic = function(v, w) 1 / as.vector((1 / v) %*% w)
)
total <- function(values, inner, outer = inner) {
  aspects <- sapply(local_weight, function(w) mean_of[[inner]](values[, names(w)], w))
  mean_of[[outer]](aspects[, names(aspect_weight)], aspect_weight)
}
scores <- list(
  minmax_arithmetic = total(normalised$minmax, "arithmetic"),
  minmax_geometric = total(normalised$minmax, "geometric"),
  minmax_harmonic_over_arithmetic = total(normalised$minmax, "arithmetic", "harmonic"),
  zscore_arithmetic = total(normalised$zscore, "arithmetic"),
  rank_arithmetic = total(normalised$rank, "arithmetic")
)
# scores of whole ranks tie exactly; doubles tell some of the ties apart in the sixteenth digit
ranks <- lapply(scores, function(s) ave(-round(s, 12), keys$year, FUN = function(v) rank(v, ties.method = "min")))

write_json(list(
  made_with = made_with,
  code = keys$code,
  year = keys$year,
  normalised = lapply(normalised, function(m) as.list(as.data.frame(m))),
  scores = scores,
  ranks = ranks
), "oracles/composite-index.json", digits = NA, auto_unbox = TRUE)
