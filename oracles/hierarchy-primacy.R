# Primacy in the shipped census in base R. Run from the repository root: Rscript oracles/hierarchy-primacy.R
source("oracles/hierarchy-census.R")

indices <- function(rows) {
  p <- sort(rows$population, decreasing = TRUE)
  c(
    p[1] / p[2], p[1] / sum(p[2:4]), 2 * p[1] / sum(p[2:11]), p[1] / sum(p[1:4]), p[1] / sum(p), sum((p / sum(p))^2)
  )
}

save(list(
  made_with = R.version.string,
  columns = c("two_city", "four_city", "eleven_city", "mehta", "share", "hhi"),
  census = by_cluster(census, indices)
), "hierarchy-primacy")
