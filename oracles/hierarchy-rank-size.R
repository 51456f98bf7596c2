# Rank-size fits of the shipped census in base R. Run from the repository root: Rscript oracles/hierarchy-rank-size.R
library(jsonlite)

fit <- function(size) {
  size <- sort(size, decreasing = TRUE)
  n <- length(size)
  rank <- seq_len(n)
  ols <- lm(log(rank) ~ log(size))
  half <- lm(log(rank - 0.5) ~ log(size))
  b <- -unname(coef(half)[2])
  list(n = n, ols = -unname(coef(ols)[2]), ols_r2 = summary(ols)$r.squared,
       rank_half = b, rank_half_se = b * sqrt(2 / n), intercept = unname(coef(half)[1]), r2 = summary(half)$r.squared,
       hill = (n - 1) / sum(log(size[-n] / size[n])))
}

# the fits must give what is known of the 200 largest Chinese cities of the maps package, where that is installed
if (requireNamespace("maps", quietly = TRUE)) {
  cities <- subset(maps::world.cities, country.etc == "China")$pop
  known <- fit(sort(cities, decreasing = TRUE)[1:200])
  stopifnot(abs(known$ols - 1.268268) < 1e-6, abs(known$rank_half - 1.312487) < 1e-6, abs(known$rank_half_se - 0.131249) < 1e-6)
}

census <- read.csv("packages/atlas/china-clusters/census.csv", colClasses = c(code = "character"))
census <- census[census$year == 2020 & !is.na(census$urban_population), ]
clusters <- read.csv("packages/atlas/china-clusters/clusters.csv", colClasses = c(code = "character"))
fits <- lapply(split(clusters$code, clusters$cluster_id), function(codes) {
  fit(census$urban_population[census$code %in% codes])
})
jobs <- subset(read.csv("packages/atlas/britain/jobs.csv"), year == 2019)

write_json(list(
  made_with = R.version.string,
  all = fit(census$urban_population),
  over_five_million = fit(census$urban_population[census$urban_population >= 5e6]),
  largest_30 = fit(sort(census$urban_population, decreasing = TRUE)[1:30]),
  clusters = fits,
  britain_jobs = fit(tapply(jobs$jobs, jobs$itl2, sum))
), "oracles/hierarchy-rank-size.json", digits = NA, auto_unbox = TRUE)
