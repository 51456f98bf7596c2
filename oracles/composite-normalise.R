# Normalisation in base R: five methods, pooled and by year, plain and of logarithms, with and without clipping, of four
# indicators of the cities of China's clusters, 2010 and 2020, gaps and ties as they are.
# Run from the root of the repository: Rscript oracles/composite-normalise.R
library(jsonlite)

folder <- "packages/atlas/china-clusters"
text <- function(name) read.csv(file.path(folder, name), colClasses = c(code = "character"))
both <- merge(text("gdp.csv"), text("census.csv"), by = c("code", "year"), all = TRUE)
both <- both[order(both$code, both$year, method = "radix"), ]
both <- both[both$year %in% c(2010, 2020), ]
x <- data.frame(
  gdp_per_head = both$gdp / both$population,
  urban_share = both$urban_population / both$population,
  tertiary_share = both$va_tertiary / both$gdp,
  elderly_share = both$share_65_plus
)
down <- "elderly_share"
logged <- c("gdp_per_head", "elderly_share")
# in the middle of the figures, so that some lie beyond on either side
goalposts <- list(
  gdp_per_head = c(0.0003, 0.001), urban_share = c(0.4, 0.8), tertiary_share = c(0.35, 0.6), elderly_share = c(8, 16)
)
target <- list(gdp_per_head = 0.0009, urban_share = 0.75, tertiary_share = 0.55, elderly_share = 9)

onto <- function(share, range) range[1] + (range[2] - range[1]) * share
clipped <- function(share, clip) if (clip) pmin(1, pmax(0, share)) else share
one <- function(v, name, method, range, log, clip) {
  take <- if (log && name %in% logged) base::log else identity
  falls <- name %in% down
  v <- take(v)
  way <- function(from, to) (v - from) / (to - from)
  between <- function(low, high) if (falls) way(high, low) else way(low, high)
  switch(method,
    "min-max" = onto(between(min(v, na.rm = TRUE), max(v, na.rm = TRUE)), range),
    "z-score" = as.vector(scale(v)) * (if (falls) -1 else 1),
    goalposts = onto(clipped(between(take(goalposts[[name]][1]), take(goalposts[[name]][2])), clip), range),
    target = {
      worst <- if (falls) max(v, na.rm = TRUE) else min(v, na.rm = TRUE)
      onto(clipped(way(worst, take(target[[name]])), clip), range)
    },
    rank = {
      ranks <- rank(if (falls) -v else v, na.last = "keep", ties.method = "average")
      onto((ranks - 1) / (sum(!is.na(v)) - 1), range)
    }
  )
}
# the logarithm changes nothing for the indicators that are not logged
normalised <- function(method, scope, range, log, clip) {
  sapply(if (log) logged else names(x), function(name) {
    by <- if (scope == "by-year") both$year else rep(0, nrow(x))
    ave(x[[name]], by, FUN = function(v) one(v, name, method, range, log, clip))
  }, simplify = FALSE)
}

variants <- rbind(
  expand.grid(
    method = c("min-max", "z-score", "target", "goalposts", "rank"), scope = c("pooled", "by-year"), log = c(FALSE, TRUE),
    clip = TRUE, stringsAsFactors = FALSE
  ),
  expand.grid(
    method = c("target", "goalposts"), scope = c("pooled", "by-year"), log = FALSE, clip = FALSE, stringsAsFactors = FALSE
  )
)
ranges <- list(c(0.01, 1), c(0, 100))
cases <- lapply(seq_len(nrow(variants)), function(row) {
  v <- variants[row, ]
  range <- ranges[[row %% 2 + 1]]
  c(as.list(v), list(range = range, normalised = normalised(v$method, v$scope, range, v$log, v$clip)))
})
write_json(list(
  made_with = paste(R.version.string, "base, jsonlite", packageVersion("jsonlite")),
  code = both$code, year = both$year, down = list(down), logged = logged, goalposts = goalposts, target = target,
  cases = cases
), "oracles/composite-normalise.json", digits = NA, auto_unbox = TRUE, na = "null")
