# A fund of 1,000 million yuan for the cities of Jing-Jin-Ji by the shipped figures: people of the 2020 census, need as the mean GDP a
# head of 2019 over the city's own, floors and caps; levels by uniroot. Projects: cost the GDP of 2019 in 100 million yuan, benefit people;
# the best set by lpSolve. Run from the repository root: Rscript oracles/planning-fund-allocation.R
source("oracles/hierarchy-census.R")
suppressPackageStartupMessages(library(lpSolve))

gdp <- read.csv("packages/atlas/china-clusters/gdp.csv", colClasses = c(code = "character"))
rows <- census[census$cluster == "jing-jin-ji" & census$year == 2020, ]
rows$gdp <- gdp$gdp[gdp$year == 2019][match(rows$code, gdp$code[gdp$year == 2019])]
rows <- rows[!is.na(rows$gdp) & !is.na(rows$population), ]
rows <- rows[order(rows$code), ]

head <- rows$gdp / rows$population
need <- (sum(rows$gdp) / sum(rows$population)) / head
benefit <- need / min(need)
budget <- 1000
floor <- rep(20, nrow(rows))
cap <- rep(180, nrow(rows))

level <- function(weight) {
  x <- function(t) pmin(cap, pmax(floor, t * weight))
  t <- uniroot(function(t) sum(x(t)) - budget, c(0, 1e6 / max(weight)), tol = 1e-15, maxiter = 10000)$root
  # the last digits by hand: those between the limits share what the others leave
  free <- x(t) > floor & x(t) < cap
  found <- x(t)
  found[free] <- weight[free] * (budget - sum(found[!free])) / sum(weight[free])
  found
}
alpha <- function(a) level(rows$population * benefit^((1 - a) / a))

knapsack <- lp("max", rows$population / 1e6, rbind(rows$gdp), "<=", sum(rows$gdp) / 2, all.bin = TRUE)

save(list(
  made_with = paste0(R.version.string, "; lpSolve ", packageVersion("lpSolve")),
  code = rows$code,
  need = level(rows$population * need),
  need_intensity_2 = level(rows$population * need^2),
  equal = level(rep(1, nrow(rows))),
  alpha_half = alpha(0.5),
  alpha_1 = alpha(1),
  alpha_3 = alpha(3),
  max_min = level(rows$population / benefit),
  chosen = round(knapsack$solution),
  best = sum(rows$population[knapsack$solution > 0.5])
), "planning-fund-allocation")
