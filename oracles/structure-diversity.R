# Diversity of industries on the shipped figures in base R. Run from the repository root: Rscript oracles/structure-diversity.R
source("oracles/structure-figures.R")

measures <- function(m, base) {
  base[is.na(m)] <- NA # both sides are shares of the industries that the place has figures for
  s <- shares(m)
  r <- shares(base)
  logs <- ifelse(s == 0, 0, s * log(s))
  n <- rowSums(!is.na(m))
  entropy <- -rowSums(logs, na.rm = TRUE)
  unname(cbind(
    rowSums(s^2, na.rm = TRUE), entropy, entropy / log(n), 1 / rowSums(s^2 / r, na.rm = TRUE)
  ))
}

save(list(
  made_with = R.version.string,
  columns = c("hhi", "entropy", "evenness", "hachman"),
  china_nation = measures(china, of_nation(china)),
  britain_places = measures(britain, of_all(britain)),
  britain_others = measures(britain, of_others(britain))
), "structure-diversity")
