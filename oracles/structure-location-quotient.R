# Location quotients of the shipped figures in base R. Run from the repository root: Rscript oracles/structure-location-quotient.R
source("oracles/structure-figures.R")

quotients <- function(m, base) {
  q <- shares(m) / shares(base)
  q[m == 0 & base == 0] <- 0
  unname(q)
}

save(list(
  made_with = R.version.string,
  china_nation = quotients(china, of_nation(china)),
  china_rest_of_nation = quotients(china, of_rest_of_nation(china)),
  britain_places = quotients(britain, of_all(britain)),
  britain_others = quotients(britain, of_others(britain))
), "structure-location-quotient")
