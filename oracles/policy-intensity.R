# Intensity of the shipped register under the scores of policy-register.R, in base R.
# Run from the repository root: Rscript oracles/policy-intensity.R
source("oracles/policy-register.R")

goal <- register$growth + register$fairness
measure <- register$money + register$training
years <- min(register$year, na.rm = TRUE):max(register$year, na.rm = TRUE)
series <- function(strength, expiry) {
  lapply(setNames(scopes, scopes), function(scope) {
    own <- register$scope == scope & !is.na(register$year)
    sapply(years, function(t) {
      stock <- own & register$year <= t
      if (expiry) stock <- stock & (is.na(register$end) | register$end >= t)
      c(sum(strength[own & register$year == t]), sum(strength[stock]), sum(stock))
    })
  })
}

save(list(
  made_with = R.version.string,
  years = years,
  product = series(register$power * goal * measure, TRUE),
  sum_without_expiry = series(register$power * (goal + measure), FALSE)
), "policy-intensity")
