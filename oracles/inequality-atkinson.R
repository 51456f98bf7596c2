# Atkinson indices: base R, formulas written out. Run from the root of the repository: Rscript oracles/inequality-atkinson.R
source("oracles/inequality-figures.R")
ede <- function(y, p, e) if (e == 1) exp(sum(p * log(y))) else sum(p * y^(1 - e))^(1 / (1 - e))
save_oracle(each_sample(function(y, p, rows) {
  one <- function(e) list(atkinson = 1 - ede(y, p, e) / sum(p * y), equal = ede(y, p, e))
  list(half = one(.5), one = one(1), two = one(2))
}), "inequality-atkinson")
