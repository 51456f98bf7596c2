# Prefecture size classes of the shipped census in base R. Run from the repository root: Rscript oracles/hierarchy-tiers.R
library(jsonlite)

census <- read.csv("packages/atlas/china-clusters/census.csv", colClasses = c(code = "character"))
clusters <- read.csv("packages/atlas/china-clusters/clusters.csv", colClasses = c(code = "character"))

# `above`: a place exactly on a bound belongs below it
count <- function(persons, bounds, above) {
  as.integer(rev(table(cut(persons, c(-Inf, bounds, Inf), right = above))))
}
bcg <- function(persons) count(persons, c(5e5, 5e6), TRUE)
china_2014 <- function(persons) count(persons, c(2e5, 5e5, 1e6, 3e6, 5e6, 1e7), FALSE)

# the count must give what is known of the 200 largest Chinese cities of the maps package, where that is installed
if (requireNamespace("maps", quietly = TRUE)) {
  cities <- sort(subset(maps::world.cities, country.etc == "China")$pop, decreasing = TRUE)[1:200]
  stopifnot(identical(bcg(cities), c(2L, 115L, 83L)))
}

by_cluster <- function(rows, column, classes) {
  found <- lapply(split(clusters$code, clusters$cluster_id), function(codes) {
    persons <- rows[[column]][rows$code %in% codes]
    classes(persons[!is.na(persons)])
  })
  found[sort(names(found), method = "radix")]
}
later <- census[census$year == 2020, ]
earlier <- census[census$year == 2010, ]

write_json(list(
  made_with = R.version.string,
  bcg_urban_2020 = by_cluster(later, "urban_population", bcg),
  bcg_urban_2010 = by_cluster(earlier, "urban_population", bcg),
  china_2014_urban_2020 = by_cluster(later, "urban_population", china_2014),
  china_2014_resident_2020 = by_cluster(later, "population", china_2014)
), "oracles/hierarchy-tiers.json", auto_unbox = TRUE)
