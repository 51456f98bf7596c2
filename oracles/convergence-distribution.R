# Classes, moves, mobility, densities and the log-t test on the shipped figures: British gross value added by region 1998-2021, base R.
# Run from the root of the repository: Rscript oracles/convergence-distribution.R
source("oracles/inequality-figures.R")

gva <- total(gva_million_gbp ~ itl2 + year, read("britain/gva.csv", "itl2"))
y <- tapply(gva$gva_million_gbp, list(gva$itl2, gva$year), identity)
y <- y[order(rownames(y), method = "radix"), ]
stopifnot(!anyNA(y))
years <- colnames(y)

# classes: cut() is closed on the right, as PySAL's classifiers
ends <- function(v, k) quantile(v, seq_len(k - 1) / k, names = FALSE)
into <- function(v, e) as.integer(cut(v, c(-Inf, e, Inf)))
moves <- function(states, kept = matrix(TRUE, nrow(states), ncol(states)), k = 4) {
  from <- states[, -ncol(states)]; to <- states[, -1]; use <- kept[, -ncol(states)]
  table(factor(from[use], seq_len(k)), factor(to[use], seq_len(k)))
}
chain <- function(counts) {
  p <- unclass(prop.table(counts, 1))
  e <- eigen(t(p)); one <- which.min(abs(e$values - 1))
  steady <- Re(e$vectors[, one]) / sum(Re(e$vectors[, one]))
  k <- nrow(p); l <- sort(Mod(eigen(p)$values), decreasing = TRUE)
  list(counts = unname(as.vector(t(counts))), steady = steady, sojourn = 1 / (1 - unname(diag(p))),
       shorrocks = (k - sum(diag(p))) / (k - 1), determinant = 1 - abs(det(p)), eigenvalue = 1 - l[2],
       distance = sum(rowSums(p * abs(row(p) - col(p))) / k) / (k - 1))
}
per_year <- apply(y, 2, function(v) into(v, ends(v, 4)))
relative <- sweep(y, 2, colMeans(y), "/")
pooled <- matrix(into(as.vector(relative), ends(as.vector(relative), 4)), nrow(y))

# neighbours: the three nearest by great circle
areas <- read("britain/areas.csv", "itl2"); areas <- areas[match(rownames(y), areas$itl2), ]
rad <- pi / 180
arc <- function(i, j) { a <- sin((areas$lat[j] - areas$lat[i]) * rad / 2)^2 + cos(areas$lat[i] * rad) * cos(areas$lat[j] * rad) * sin((areas$lon[j] - areas$lon[i]) * rad / 2)^2; asin(sqrt(a)) }
near <- t(sapply(seq_len(nrow(y)), function(i) { d <- arc(i, seq_len(nrow(y))); d[i] <- Inf; order(d)[1:3] }))
lag <- t(sapply(seq_len(nrow(y)), function(i) colMeans(relative[near[i, ], ])))
lagged <- matrix(into(as.vector(lag), ends(as.vector(lag), 3)), nrow(y))
parts <- lapply(1:3, function(m) unclass(moves(pooled, lagged == m)))
all <- Reduce(`+`, parts)
p_all <- all / rowSums(all)
q <- sum(sapply(parts, function(n) { e <- rowSums(n) * p_all; sum(((n - e)^2 / e)[e > 0]) }))
lr <- 2 * sum(sapply(parts, function(n) { p <- n / rowSums(n); sum((n * log(p / p_all))[n > 0]) }))
free <- sum(sapply(1:4, function(i) (sum(sapply(parts, function(n) sum(n[i, ]) > 0)) - 1) * (sum(all[i, ] > 0) - 1)))

# exact densities; bw.SJ bins, so that with many bins it comes close
density_at <- function(v, h, at) sapply(at, function(g) mean(dnorm((g - v) / h)) / h)
first <- relative[, "1998"]; last <- relative[, "2021"]
kernel <- lapply(list(first, last), function(v) {
  at <- seq(0, 4, by = 0.25)
  list(nrd0 = bw.nrd0(v), sj = bw.SJ(v, nb = 500000, tol = 1e-10), density = density_at(v, bw.nrd0(v), at), sj_density = density_at(v, bw.SJ(v, nb = 500000, tol = 1e-10), at))
})

# log t of all regions: lm(), and the quadratic spectral kernel with Andrews' bandwidth as in Phillips and Sul's code
hp <- function(v, lambda) { d <- diff(diag(length(v)), differences = 2); solve(diag(length(v)) + lambda * crossprod(d), v) }
log_t <- function(x, trim) {
  h <- sweep(x, 2, colMeans(x), "/"); H <- colMeans((h - 1)^2); n <- length(H)
  t <- (round(n * trim) + 1):n
  fit <- lm(I(log(H[1] / H[t]) - 2 * log(log(t))) ~ log(t)); u <- residuals(fit)
  m <- length(u); rho <- sum(u[-m] * u[-1]) / sum(u[-m]^2); band <- 1.3221 * (4 * rho^2 / (1 - rho)^4 * m)^0.2
  z <- 1.2 * pi * seq_len(m - 2) / band; k <- 3 / z^2 * (sin(z) / z - cos(z)); w <- u[-m]
  lrv <- sum(u^2) / (m - 1) + sum(sapply(seq_len(m - 2), function(l) 2 * k[l] * sum(head(w, -l) * tail(w, -l)) / (m - 1)))
  se <- sqrt(lrv * summary(fit)$cov.unscaled[2, 2])
  list(slope = unname(coef(fit)[2]), error = se, t = unname(coef(fit)[2] / se))
}
trend <- t(apply(log(y), 1, hp, lambda = 400)); colnames(trend) <- years

save_oracle(list(
  places = rownames(y), years = as.integer(years),
  per_year = chain(moves(per_year)), pooled = chain(moves(pooled)),
  near = rownames(y)[t(near)],
  spatial = list(parts = lapply(parts, function(n) as.vector(t(n))), q = q, likelihoodRatio = lr, freedom = free),
  kernel = kernel, trend = unname(trend[1, ]), log_t = log_t(trend, 1 / 3)
), "convergence-distribution")
