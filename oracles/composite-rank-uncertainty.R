# Mean ranks of 2020 over 20,000 draws made by R itself: flat Dirichlet weights among siblings, three equally likely
# normalisations, arithmetic means. Only frequencies can be compared, so the standard error of each mean is given too.
# Run from the repository root: Rscript oracles/composite-rank-uncertainty.R
source("oracles/composite-china-panel.R")
set.seed(20200101)
draws <- 20000

turned <- sapply(names(x), function(name) if (name %in% down) -x[[name]] else x[[name]])
normalised <- list(
  apply(turned, 2, function(v) (v - min(v)) / (max(v) - min(v))),
  apply(turned, 2, function(v) (v - mean(v)) / sd(v)),
  apply(turned, 2, function(v) (rank(v) - 1) / (length(v) - 1))
)
now <- which(keys$year == 2020)
shares <- function(n) { e <- rexp(n); e / sum(e) }
ranks <- replicate(draws, {
  aspects <- shares(2)
  weight <- c(aspects[1] * shares(2), aspects[2] * shares(2))
  score <- normalised[[sample(3, 1)]][now, c("gdp_per_head", "urban_share", "tertiary_share", "elderly_share")] %*% weight
  rank(-score, ties.method = "min")
})

write_json(list(
  made_with = made_with,
  draws = draws,
  code = keys$code[now],
  mean_rank = rowMeans(ranks),
  standard_error = apply(ranks, 1, sd) / sqrt(draws)
), "oracles/composite-rank-uncertainty.json", digits = NA, auto_unbox = TRUE)
