# The index of Ellison and Glaeser in base R on the shipped British jobs: the jobs of an industry in a region of the second level stand
# for one plant of it, the regions of the first level for areas, so that plants and areas differ. Run from the repository
# root: Rscript oracles/structure-ellison-glaeser.R
source("oracles/structure-figures.R")

areas <- read.csv("packages/atlas/britain/areas.csv")
area <- setNames(areas$itl1, areas$itl2)[rownames(britain)]
known <- ifelse(is.na(britain), 0, britain)
by_area <- rowsum(known, area)
x <- rowSums(by_area) / sum(by_area)

gamma <- sapply(colnames(known), function(j) {
  z <- known[, j] / sum(known[, j])
  H <- sum(z^2)
  G <- sum((by_area[, j] / sum(by_area[, j]) - x)^2)
  c(H = H, G = G, gamma = (G - (1 - sum(x^2)) * H) / ((1 - sum(x^2)) * (1 - H)))
})
save(list(
  made_with = R.version.string, industries = colnames(known), areas = rownames(by_area),
  herfindahl = unname(gamma["H", ]), raw = unname(gamma["G", ]), gamma = unname(gamma["gamma", ])
), "structure-ellison-glaeser")
