# Coordination in the shipped register under the scores of policy-register.R, in base R.
# Run from the repository root: Rscript oracles/policy-coordination.R
source("oracles/policy-register.R")

g <- (register$growth + register$fairness) / 2
m <- (register$money + register$training) / 2
p <- register$power
years <- min(register$year, na.rm = TRUE):max(register$year, na.rm = TRUE)
in_force <- function(t) !is.na(register$year) & register$year <= t & (is.na(register$end) | register$end >= t)
degree <- lapply(setNames(scopes, scopes), function(scope) {
  t(sapply(years, function(t) {
    i <- in_force(t) & register$scope == scope
    c(2 * sum((p * sqrt(g * m))[i]) / sum((p * (g + m))[i]), sum((p * g * m)[i]))
  }))
})
last <- in_force(max(years))
pairs <- sapply(c("money", "training"), function(b) {
  sapply(c("growth", "fairness"), function(a) sum((p * register[[a]] * register[[b]])[last]))
})

# places: four of them, each under the entries whose id holds its digit; mean Jaccard index of the pairs that any reaches
places <- c("1", "2", "3", "4")
reach <- sapply(places, function(d) grepl(d, sub("p0", "", register$id), fixed = TRUE))
alike <- sapply(years, function(t) {
  held <- reach[in_force(t), , drop = FALSE]
  pairs <- combn(4, 2)
  mean(na.rm = TRUE, apply(pairs, 2, function(k) {
    either <- sum(held[, k[1]] | held[, k[2]])
    if (either == 0) NA else sum(held[, k[1]] & held[, k[2]]) / either
  }))
})

save(list(made_with = R.version.string, years = years, degree = degree, pairs = pairs, places = alike), "policy-coordination")
