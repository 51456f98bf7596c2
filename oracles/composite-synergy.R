# Synergy of three subsystems of the cities of China's clusters, 2010 to 2020, in base R.
# Run from the repository root: Rscript oracles/composite-synergy.R
source("oracles/composite-china-panel.R")

levels <- cbind(economy = scaled$gdp_per_head, city = scaled$urban_share, services = scaled$tertiary_share)
codes <- names(which(table(keys$code) == 2))
row <- function(code, year) which(keys$code == code & keys$year == year)
steps <- t(sapply(codes, function(code) levels[row(code, 2020), ] - levels[row(code, 2010), ]))
theta <- apply(steps, 1, function(d) sign(min(d[d != 0])))

write_json(list(
  made_with = made_with,
  code = codes,
  theta = unname(theta),
  product = unname(theta * apply(abs(steps), 1, function(d) exp(mean(log(d))))),
  sum = unname(theta * rowMeans(abs(steps))),
  sum_none = unname(rowMeans(steps))
), "oracles/composite-synergy.json", digits = NA, auto_unbox = TRUE)
