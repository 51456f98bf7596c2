# Effects by distance, rings of 60 and 120 km, of a made-up policy on output of British regions: Greater Manchester from 2011 on,
# West Midlands from 2017 on. Least squares with a dummy for every place and year, errors by place, in base R.
# Run from the root of the repository: Rscript oracles/causal-spatial-did.R
library(jsonlite)

folder <- "packages/atlas/britain"
gva <- read.csv(file.path(folder, "gva.csv"))
areas <- read.csv(file.path(folder, "areas.csv"))
panel <- aggregate(gva_million_gbp ~ itl2 + year, gva, sum)
panel <- panel[order(panel$itl2, panel$year), ]
panel$y <- log(panel$gva_million_gbp)
starts <- c(TLD3 = 2011, TLG3 = 2017)
edges <- c(60, 120)

at <- areas[match(panel$itl2, areas$itl2), ]
radians <- pi / 180
km_to <- function(code) {
  other <- areas[areas$itl2 == code, ]
  across <- sin((at$lat - other$lat) * radians / 2)
  along <- sin((at$lon - other$lon) * radians / 2)
  2 * 6371.0088 * asin(sqrt(across^2 + cos(at$lat * radians) * cos(other$lat * radians) * along^2))
}
nearest <- rep(Inf, nrow(panel))
for (code in names(starts)) nearest <- pmin(nearest, ifelse(panel$year >= starts[code], km_to(code), Inf))
own <- starts[panel$itl2]
treated <- !is.na(own) & panel$year >= own
ring <- ifelse(treated, 0, ifelse(nearest <= edges[1], 1, ifelse(nearest <= edges[2], 2, -1)))

clusters <- length(unique(panel$itl2))
by_place <- function(x) rowsum(x, panel$itl2)

# one regression: fixest's small sample correction, in which effects of places count as one for they lie in the clusters
dummies <- sapply(0:2, function(r) as.numeric(ring == r))
whole <- cbind(dummies, model.matrix(~ factor(itl2) + factor(year), panel))
fit <- lm.fit(whole, panel$y)
left <- lm.fit(model.matrix(~ factor(itl2) + factor(year), panel), dummies)$residuals
bread <- solve(crossprod(left))
n <- nrow(panel)
small <- (n - 1) / (n - (3 + length(unique(panel$year)))) * clusters / (clusters - 1)
two_way <- small * bread %*% crossprod(by_place(left * fit$residuals)) %*% bread

# imputation: effects of places and years from rows beyond the rings
z <- model.matrix(~ factor(itl2) + factor(year), panel)
base <- ring == -1
z0 <- z[base, ]
gap <- panel$y - drop(z %*% qr.coef(qr(z0), panel$y[base]))
mean_of <- function(chosen) {
  weight <- ifelse(chosen, 1 / sum(chosen), 0)
  pull <- weight
  pull[base] <- -drop(z0 %*% solve(crossprod(z0), crossprod(z[!base, ], weight[!base])))
  error <- gap
  for (r in 0:2) error[ring == r] <- gap[ring == r] - mean(gap[ring == r])
  list(effect = sum(weight * gap), standard_error = sqrt(sum(by_place(pull * error)^2)))
}

rings <- lapply(0:2, function(r) mean_of(ring == r))
onset <- tapply(ifelse(base, Inf, panel$year), panel$itl2, min)[panel$itl2]
out <- list(
  made_with = R.version.string,
  rows = sapply(0:2, function(r) sum(ring == r)),
  two_way = list(effect = unname(fit$coefficients[1:3]), standard_error = sqrt(diag(two_way))),
  imputation = list(effect = sapply(rings, `[[`, "effect"), standard_error = sapply(rings, `[[`, "standard_error")),
  spillover = mean_of(ring > 0),
  first_ring_third_year = mean_of(ring == 1 & panel$year - onset == 2)
)
write_json(out, "oracles/causal-spatial-did.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
