# Coupling coordination in base R, four formulas, each as it is printed.
# Run from the repository root: Rscript oracles/composite-coupling-coordination.R
source("oracles/composite-china-panel.R")

# three subsystems on [.01, 1], so that the last place of one is not the last of all
u <- sapply(scaled[c("gdp_per_head", "urban_share", "tertiary_share")], function(v) 0.01 + 0.99 * v)
k <- ncol(u)
product <- apply(u, 1, prod)
development <- as.vector(u %*% c(0.5, 0.3, 0.2))

coupling <- list(
  standard = k * product^(1 / k) / rowSums(u),
  adjusted = (product / rowMeans(u)^k)^2, # K = 2
  `wang-2021` = apply(u, 1, function(v) {
    pairs <- combn(v, 2)
    sqrt((1 - mean(abs(pairs[1, ] - pairs[2, ]))) * prod(v / max(v))^(1 / (k - 1)))
  }),
  uncapped = product^(1 / k) / rowSums(u)
)
names(coupling) <- c("standard", "adjusted", "wang-2021", "uncapped")

# grades [.0, .1), [.1, .2), ... of D with equal weights and K = k, under the three formulas in honest use and the faulty one
grade <- function(c) pmin(10, floor(10 * sqrt(c * rowMeans(u))) + 1)
honest <- cbind(grade(coupling$standard), grade(coupling$standard^(k * k)), grade(coupling$`wang-2021`))

write_json(list(
  made_with = made_with,
  code = keys$code,
  year = keys$year,
  development = development,
  coupling = lapply(coupling, unname),
  coordination = lapply(coupling, function(c) unname(sqrt(c * development))),
  grade_depends = sum(apply(honest, 1, function(g) length(unique(g)) > 1)),
  grade_lost = sum(grade(coupling$uncapped) != honest[, 1])
), "oracles/composite-coupling-coordination.json", digits = NA, auto_unbox = TRUE)
