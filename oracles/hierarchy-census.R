# The shipped census by cluster, for the other hierarchy scripts, which source this file.
library(jsonlite)

census <- read.csv("packages/atlas/china-clusters/census.csv", colClasses = c(code = "character"))
clusters <- read.csv("packages/atlas/china-clusters/clusters.csv", colClasses = c(code = "character"))
census$cluster <- clusters$cluster_id[match(census$code, clusters$code)]

# one entry a cluster and year, in the order of their names
by_cluster <- function(rows, f) {
  keys <- paste(rows$cluster, rows$year)
  found <- lapply(split(rows, keys), f)
  found[sort(names(found), method = "radix")]
}

save <- function(result, name) {
  write_json(result, paste0("oracles/", name, ".json"), digits = NA, auto_unbox = TRUE, na = "null", matrix = "rowmajor")
}
