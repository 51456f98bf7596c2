# Location quotients of the shipped figures in base R. Run from the repository root: Rscript oracles/structure-location-quotient.R
source("oracles/structure-figures.R")

# both sides over the industries that the place has figures for
quotients <- function(m, base) {
  base[is.na(m)] <- NA
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
