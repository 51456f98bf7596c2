# Jumps of the urban share 2020 at a made-up border along the meridian of 116.5 degrees, from 20 to 44 degrees north in two stretches
# of equal length. With one bandwidth for estimate and bias, the bias-corrected line is the parabola: weighted least squares of
# order two on each side, errors HC1, in base R. Distances to the meridian in closed form.
# Run from the root of the repository: Rscript oracles/causal-border-discontinuity.R
library(jsonlite)

folder <- "packages/atlas/china-clusters"
text <- function(name) read.csv(file.path(folder, name), colClasses = c(code = "character"))
places <- text("places.csv")
census <- subset(text("census.csv"), year == 2020)
census$share <- census$urban_population / census$population
d <- merge(places, census[!is.na(census$share), ], by = "code")
d <- d[order(d$code), ]

radians <- pi / 180
east <- (d$lon - 116.5) * radians
lat <- d$lat * radians
d$km <- 6371.0088 * asin(cos(lat) * sin(east))
foot <- atan(tan(lat) / cos(east)) / radians
d$stretch <- pmin(2, floor(2 * (foot - 20) / 24) + 1)

h <- 700
side <- function(own) {
  own <- own[abs(own$km) < h, ]
  w <- 1 - abs(own$km) / h
  x <- cbind(1, own$km, own$km^2)
  fit <- lm.wfit(x, own$share, w)
  bread <- solve(crossprod(x, w * x))
  e <- fit$residuals * sqrt(nrow(own) / (nrow(own) - 3))
  list(at = unname(fit$coefficients[1]), variance = (bread %*% crossprod(w * e * x) %*% bread)[1, 1], n = nrow(own))
}
jump <- function(own) {
  left <- side(own[own$km < 0, ])
  right <- side(own[own$km >= 0, ])
  list(
    effect = right$at - left$at, standard_error = sqrt(left$variance + right$variance), outside = left$n, inside = right$n
  )
}
stretches <- lapply(1:2, function(s) jump(d[d$stretch == s, ]))
weights <- sapply(stretches, function(s) s$outside + s$inside)
weights <- weights / sum(weights)
effects <- sapply(stretches, `[[`, "effect")
errors <- sapply(stretches, `[[`, "standard_error")
middle <- sum(effects / errors^2) / sum(1 / errors^2)
q <- sum(((effects - middle) / errors)^2)
out <- list(
  made_with = R.version.string, km = d$km, stretches = stretches,
  effect = sum(weights * effects), standard_error = sqrt(sum((weights * errors)^2)),
  pooled = jump(d)$effect, q = q, q_p = pchisq(q, 1, lower.tail = FALSE)
)
write_json(out, "oracles/causal-border-discontinuity.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
