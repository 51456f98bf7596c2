# The jump of the urban share 2020 at the made-up line of 116.5 degrees east, 50 km on either side left out, in base R: lines over
# 700 km, their bias by parabolas over 900 km, errors from residuals (HC1) and from the three nearest neighbours (Calonico, Cattaneo
# and Titiunik).
# Run from the root of the repository: Rscript oracles/causal-regression-discontinuity.R
library(jsonlite)

folder <- "packages/atlas/china-clusters"
text <- function(name) read.csv(file.path(folder, name), colClasses = c(code = "character"))
census <- subset(text("census.csv"), year == 2020)
d <- merge(text("places.csv"), census[!is.na(census$urban_population), ], by = "code")
d$y <- d$urban_population / d$population
d$x <- (d$lon - 116.5) * 95 # km a degree, about
h <- 700
b <- 900
donut <- 50

side <- function(own, errors) {
  own <- own[abs(own$x) < b & abs(own$x) >= donut, ]
  own <- own[order(own$x), ]
  x <- own$x
  n <- length(x)
  w <- pmax(0, 1 - abs(x) / h)
  v <- pmax(0, 1 - abs(x) / b)
  line <- cbind(1, x)
  bend <- cbind(1, x, x^2)
  by_line <- solve(crossprod(line, w * line), t(w * line))
  by_bend <- solve(crossprod(bend, v * bend), t(v * bend))
  lever <- sum(by_line[1, ] * x^2)
  pull <- by_line[1, ] - lever * by_bend[3, ]
  residuals <- function(design, by, k) (own$y - drop(design %*% (by %*% own$y))) * sqrt(n / (n - k))
  nearest <- function() {
    sapply(seq_len(n), function(i) {
      away <- abs(x - x[i])
      away[i] <- Inf
      mates <- which(away <= sort(away)[3] * (1 + 1e-9))
      sqrt(length(mates) / (length(mates) + 1)) * (own$y[i] - mean(own$y[mates]))
    })
  }
  plain <- if (errors == "hc1") residuals(line, by_line, 2) else nearest()
  robust <- if (errors == "hc1") residuals(bend, by_bend, 3) else plain
  c(
    conventional = sum(by_line[1, ] * own$y), corrected = sum(pull * own$y),
    plain_variance = sum((by_line[1, ] * plain)^2), robust_variance = sum((pull * robust)^2), used = sum(w > 0)
  )
}
jump <- function(errors) {
  left <- side(d[d$x < 0, ], errors)
  right <- side(d[d$x >= 0, ], errors)
  list(
    effect = unname(right["conventional"] - left["conventional"]),
    corrected = unname(right["corrected"] - left["corrected"]),
    standard_error = unname(sqrt(right["plain_variance"] + left["plain_variance"])),
    robust_error = unname(sqrt(right["robust_variance"] + left["robust_variance"])),
    used = unname(c(left["used"], right["used"]))
  )
}
out <- list(made_with = R.version.string, hc1 = jump("hc1"), nearest = jump("nearest"))
write_json(out, "oracles/causal-regression-discontinuity.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
