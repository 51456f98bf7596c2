# Stage and phase of the shipped census in base R. Run from the repository root: Rscript oracles/hierarchy-stage.R
source("oracles/hierarchy-census.R")

known <- census[!is.na(census$urban_population), ]
step <- function(percent, bounds, names) names[1 + (percent >= bounds[1]) + (percent > bounds[2])]
stages <- c("initiation", "agglomeration", "saturation")
phases <- c("no-synergy", "complementary", "diversified")

save(list(
  made_with = R.version.string,
  clusters = by_cluster(known, function(rows) {
    percent <- 100 * sum(rows$urban_population) / sum(rows$population)
    own <- 100 * rows$urban_population / rows$population
    list(
      percent = percent,
      stage = step(percent, c(30, 70), stages),
      phase = step(percent, c(55, 65), phases),
      places_by_stage = as.integer(table(factor(step(own, c(30, 70), stages), stages))),
      places_by_phase = as.integer(table(factor(step(own, c(55, 65), phases), phases)))
    )
  })
), "hierarchy-stage")
