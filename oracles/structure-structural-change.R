# Structural change and rationalisation of the shipped British figures in base R. Run from the repository root:
# Rscript oracles/structure-structural-change.R
source("oracles/structure-figures.R")

at <- function(year) wide("packages/atlas/britain/jobs.csv", "itl2", "jobs", year)
change <- function(before, after) {
  hole <- is.na(before) | is.na(after)
  before[hole] <- after[hole] <- NA
  s0 <- shares(before)
  s1 <- shares(after)
  growth <- log(s1 / s0)^2
  growth[s0 == 0 | s1 == 0] <- 0
  total <- function(m) rowSums(m, na.rm = TRUE)
  cosine <- total(s0 * s1) / sqrt(total(s0^2) * total(s1^2))
  unname(cbind(
    total(abs(s1 - s0)) / 2, sqrt(total((s0 + s1) / 2 * growth)), sqrt(total(s1 * growth)), acos(cosine) * 180 / pi
  ))
}

# the sections that output and jobs call alike; output of 2019 beside full-time jobs of 2019
gva <- wide("packages/atlas/britain/gva.csv", "itl2", "gva_million_gbp")
common <- intersect(colnames(gva), colnames(britain))
places <- intersect(rownames(gva), rownames(britain))
output <- shares(gva[places, common])
labour <- shares(britain[places, common])
ratio <- output / labour
stopifnot(!anyNA(output), !anyNA(labour), all(labour > 0))

save(list(
  made_with = R.version.string,
  columns = c("moved", "lilien_mean", "lilien_end", "angle"),
  britain_2015_2022 = change(at(2015), at(2022)),
  places = places,
  theil = unname(rowSums(ifelse(output > 0, output * log(ratio), 0))),
  deviation = unname(rowSums(abs(ratio - 1)))
), "structure-structural-change")
