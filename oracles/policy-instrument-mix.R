# The mix of the shipped register in base R. Run from the repository root: Rscript oracles/policy-instrument-mix.R
source("oracles/policy-register.R")

phase_of <- function(start, latest) {
  cut <- function(year) ifelse(year < 2001, "-2000", ifelse(year < 2011, "2001-2010", ifelse(year < 2021, "2011-2020", "2021-")))
  ifelse(is.na(start) | cut(start) != cut(latest), "undated", cut(start))
}
register$phase <- phase_of(register$start, register$latest)
coded <- register[register$rung != "", ]
shares <- function(rows) {
  counts <- table(factor(rows$rung, levels = rung_order))
  as.list(c(counts) / nrow(rows))
}
by <- function(rows, key) lapply(split(rows, key), shares)
led <- lapply(split(register, paste(register$scope, register$led)), function(rows) {
  ranked <- rows$rung[rows$rung != ""]
  of <- sum(register$scope == rows$scope[1])
  list(
    entries = nrow(rows), share = nrow(rows) / of, dated = sum(!is.na(rows$start)),
    barriers = if (length(ranked) > 0) mean(ranked == "remove-barriers") else NA,
    narrow = if (length(ranked) > 0) mean(ranked %in% c("incentive", "subsidy")) else NA
  )
})

save(list(
  made_with = R.version.string,
  dated = sum(!is.na(register$start)), undated = sum(is.na(register$start)),
  rungs = by(coded, coded$scope),
  rungs_by_phase = by(coded, paste(coded$scope, coded$phase)),
  led = led
), "policy-instrument-mix")
