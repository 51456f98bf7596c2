# Krugman indices of the shipped figures in base R. Run from the repository root: Rscript oracles/structure-krugman.R
source("oracles/structure-figures.R")

# both sides over the industries that the place has figures for
krugman <- function(m, base) {
  base[is.na(m)] <- NA
  unname(rowSums(abs(shares(m) - shares(base)), na.rm = TRUE))
}

save(list(
  made_with = R.version.string,
  china_nation = krugman(china, of_nation(china)),
  china_rest_of_nation = krugman(china, of_rest_of_nation(china)),
  britain_places = krugman(britain, of_all(britain)),
  britain_others = krugman(britain, of_others(britain))
), "structure-krugman")
