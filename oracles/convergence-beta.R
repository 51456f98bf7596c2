# Beta convergence: lm of base R, sandwich for robust errors. British output per job 2015 to 2021; income per head of Chinese
# provinces 2015 to 2024, with the wage of urban units and the density of urban areas in 2015 as controls.
# Run from the root of the repository: Rscript oracles/convergence-beta.R
source("oracles/inequality-figures.R")
library(sandwich)
described <- function(model, span) {
  b <- coef(model)[2]
  errors <- function(type) sqrt(diag(vcovHC(model, type = type)))
  list(
    n = nobs(model), coefficients = unname(coef(model)), r2 = summary(model)$r.squared, lambda = unname(-log(1 + b * span) / span),
    classical = unname(sqrt(diag(vcov(model)))), hc1 = unname(errors("HC1")), hc3 = unname(errors("HC3")),
    p = unname(2 * pt(abs(b) / errors("HC3")[2], df.residual(model), lower.tail = FALSE)),
    low = unname(b - qt(.975, df.residual(model)) * errors("HC3")[2])
  )
}
growth <- function(y, from, to) data.frame(place = rownames(y), initial = log(y[, from]), growth = (log(y[, to]) - log(y[, from])) / (as.numeric(to) - as.numeric(from)))
rows <- figures$britain
british <- growth(tapply(rows$value / rows$weight, list(rows$place, rows$year), identity), "2015", "2021")
british$group <- rows$group[match(british$place, rows$place)]

panel <- read("china-provinces/panel.csv", c("code", "variable"))
of <- function(variable) with(panel[panel$variable == variable, ], tapply(value, list(code, year), identity))
chinese <- growth(of("income_pc"), "2015", "2024")
chinese$wage <- of("wage_urban_units")[chinese$place, "2015"]
chinese$density <- of("urban_density")[chinese$place, "2015"]
chinese <- chinese[complete.cases(chinese), ]
save_oracle(list(
  britain = described(lm(growth ~ initial, british), 6),
  britainEffects = described(lm(growth ~ initial + group, british[!(british$group %in% names(which(table(british$group) == 1))), ]), 6),
  china = described(lm(growth ~ initial, chinese), 9),
  chinaControls = described(lm(growth ~ initial + wage + density, chinese), 9)
), "convergence-beta", "sandwich")
