# What base R makes of a made-up policy on output of British regions, in logarithms, beside the share of manufacturing:
# imputation with its errors and its test of the years before (Borusyak, Jaravel and Spiess), by region and by the 12 larger ones;
# and the wild cluster bootstrap of the two-way regression over every combination of signs (12 clusters) or of Webb's six points (5).
# Run from the root of the repository: Rscript oracles/causal-british-policy.R
library(jsonlite)

gva <- read.csv("packages/atlas/britain/gva.csv")
panel <- aggregate(gva_million_gbp ~ itl2 + year, gva, sum)
panel <- merge(panel, setNames(subset(gva, industry == "C")[, c("itl2", "year", "gva_million_gbp")], c("itl2", "year", "made")))
panel <- panel[order(panel$itl2, panel$year), ]
panel$y <- log(panel$gva_million_gbp)
panel$x <- panel$made / panel$gva_million_gbp
starts <- c(TLC1 = 2012, TLD3 = 2011, TLD7 = 2012, TLE3 = 2014, TLG3 = 2014, TLK1 = 2011)
panel$first <- ifelse(panel$itl2 %in% names(starts), starts[panel$itl2], Inf)
panel$itl1 <- substr(panel$itl2, 1, 3)
panel$part <- c(C = "n", D = "n", E = "n", F = "m", G = "m", H = "s", I = "l", J = "s", K = "s")[substr(panel$itl2, 3, 3)]
panel$part[is.na(panel$part)] <- "o"
treated <- panel$year >= panel$first

# imputation
z <- model.matrix(~ x + factor(itl2) + factor(year), panel)
z0 <- z[!treated, ]
gap <- panel$y - drop(z %*% qr.coef(qr(z0), panel$y[!treated]))
cell <- paste(panel$first, panel$year)
errors <- gap
errors[treated] <- gap[treated] - ave(gap[treated], cell[treated])
mean_of <- function(chosen, cluster) {
  weight <- ifelse(chosen, 1 / sum(chosen), 0)
  pull <- weight
  pull[!treated] <- -drop(z0 %*% solve(crossprod(z0), crossprod(z[treated, ], weight[treated])))
  list(effect = sum(weight * gap), standard_error = sqrt(sum(rowsum(pull * errors, cluster)^2)))
}
estimates <- function(cluster) {
  list(
    overall = mean_of(treated, cluster),
    steps = lapply(0:3, function(step) mean_of(treated & panel$year - panel$first == step, cluster)),
    cohorts = lapply(sort(unique(starts)), function(start) mean_of(treated & panel$first == start, cluster))
  )
}
# the years before: leads among untreated rows, errors by cluster as fixest has them (effects of places lie in the clusters)
u <- panel[!treated, ]
leads <- sapply(1:3, function(lead) as.numeric(u$year - u$first == -lead))
columns <- cbind(leads, u$x)
dummies <- model.matrix(~ factor(itl2) + factor(year), u)
left <- lm.fit(dummies, columns)$residuals
fit <- lm.fit(cbind(columns, dummies), u$y)
pretest <- function(cluster) {
  g <- length(unique(cluster))
  n <- nrow(u)
  bread <- solve(crossprod(left))
  small <- (n - 1) / (n - (ncol(columns) + length(unique(u$year)))) * g / (g - 1)
  v <- small * bread %*% crossprod(rowsum(left * fit$residuals, cluster)) %*% bread
  b <- fit$coefficients[1:3]
  f <- drop(b %*% solve(v[1:3, 1:3]) %*% b) / 3
  list(f = f, p = pf(f, 3, g - 1, lower.tail = FALSE))
}

# the wild bootstrap of treatment beside the share of manufacturing, places and years, with 0 imposed
d <- model.matrix(~ factor(itl2) + factor(year), panel)
own <- lm.fit(d, cbind(panel$y, as.numeric(treated), panel$x))$residuals
regressors <- own[, 2:3]
bread <- solve(crossprod(regressors))
hat <- bread %*% t(regressors)
t_of <- function(y, cluster) {
  b <- drop(hat %*% y)
  e <- drop(y - regressors %*% b)
  s <- rowsum(regressors * e, cluster)
  b[1] / sqrt((bread %*% crossprod(s) %*% bread)[1, 1])
}
restricted <- lm.fit(own[, 3, drop = FALSE], own[, 1])
absorbed <- function(y) lm.fit(d, y)$residuals
q <- qr(d)
wild <- function(cluster, points) {
  ids <- unique(cluster)
  observed <- abs(t_of(own[, 1], cluster))
  base <- own[, 1] - restricted$residuals
  # what a sign of one cluster alone adds, with places and years taken out: signs then add up
  parts <- sapply(ids, function(id) qr.resid(q, restricted$residuals * (cluster == id)))
  combinations <- as.matrix(expand.grid(rep(list(points), length(ids))))
  found <- apply(combinations, 1, function(signs) abs(t_of(base + drop(parts %*% signs), cluster)))
  list(draws = nrow(combinations), p = mean(found >= observed * (1 - 1e-9)))
}
six <- c(-sqrt(1.5), -1, -sqrt(0.5), sqrt(0.5), 1, sqrt(1.5))

out <- list(
  made_with = R.version.string,
  imputation = list(
    region = c(estimates(panel$itl2), list(pretest = pretest(u$itl2))),
    larger = c(estimates(panel$itl1), list(pretest = pretest(u$itl1)))
  ),
  wild = list(twelve = wild(panel$itl1, c(-1, 1)), five = wild(panel$part, six))
)
write_json(out, "oracles/causal-british-policy.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
