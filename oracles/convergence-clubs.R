# Clubs of Phillips and Sul (2007, 2009) on the shipped figures: British gross value added, all of it and by industry, 1998-2021, and
# income per head of Chinese provinces, 2013-2024. Base R, written from the papers' steps and not from any package.
# Run from the root of the repository: Rscript oracles/convergence-clubs.R
source("oracles/inequality-figures.R")

wide <- function(rows, place, value) {
  m <- tapply(rows[[value]], list(rows[[place]], rows$year), sum)
  m <- m[rowSums(is.na(m) | m <= 0) == 0, ]
  m[order(rownames(m), method = "radix"), ]
}
gva <- read("britain/gva.csv", "itl2")
codes <- sort(unique(gva$industry), method = "radix")
income <- read("china-provinces-aspects/panel.csv", "code")
income <- income[income$variable == "income_per_capita" & !is.na(income$value), ]
panels <- c(
  list(all = wide(total(gva_million_gbp ~ itl2 + year, gva), "itl2", "gva_million_gbp")),
  setNames(lapply(codes, function(code) wide(gva[gva$industry == code & !is.na(gva$gva_million_gbp), ], "itl2", "gva_million_gbp")), codes),
  list(income = wide(income, "code", "value")))

# the trend as the least of its own sum of squares: y stacked on zeros against the identity stacked on second differences
trend_of <- function(y, lambda) {
  n <- length(y)
  qr.coef(qr(rbind(diag(n), sqrt(lambda) * diff(diag(n), differences = 2))), c(y, rep(0, n - 2)))
}
# t of the regression, its variance as a quadratic form in the residuals
t_of <- function(x, trim = 1 / 3) {
  spread <- apply(x, 2, function(v) mean((v / mean(v))^2) - 1)
  years <- seq(round(length(spread) * trim) + 1, length(spread))
  design <- cbind(1, log(years))
  answer <- log(spread[1] / spread[years]) - 2 * log(log(years))
  bread <- solve(crossprod(design))
  b <- bread %*% crossprod(design, answer)
  u <- drop(answer - design %*% b)
  m <- length(u) - 1
  rho <- unname(coef(lm(u[-1] ~ 0 + u[-length(u)])))
  band <- 1.3221 * (4 * rho^2 / (1 - rho)^4 * length(u))^(1 / 5)
  lags <- abs(outer(seq_len(m), seq_len(m), "-"))
  z <- 6 * pi * lags / (5 * band)
  kernel <- ifelse(lags == 0, 1, 3 / z^2 * (sin(z) / z - cos(z)))
  # the last residual is in the variance alone
  omega <- (drop(u[1:m] %*% kernel %*% u[1:m]) + u[m + 1]^2) / m
  b[2] / sqrt(omega * bread[2, 2])
}

bar <- -1.65
clubs_of <- function(x, rise) {
  x <- x[order(-x[, ncol(x)]), , drop = FALSE]
  pick <- function(names) t_of(x[names, , drop = FALSE])
  rest <- rownames(x)
  clubs <- list()
  while (length(rest) > 1) {
    if (pick(rest) > bar) { clubs <- c(clubs, list(rest)); rest <- character(); break }
    # step 2: places off the top until the first two converge, then one more at a time while that lasts
    first <- Find(function(k) pick(rest[k + 0:1]) > bar, seq_len(length(rest) - 1))
    if (is.null(first)) break
    grown <- c()
    for (end in seq(first + 1, length(rest))) {
      t <- pick(rest[first:end])
      if (t <= bar) break
      grown <- c(grown, t)
    }
    core <- rest[first:(first + which.max(grown))]
    # step 3: each of the others beside the core
    others <- setdiff(rest, core)
    beside <- vapply(others, function(name) pick(c(core, name)), 0)
    club <- c(core, others[beside > 0])
    if (rise) for (c in seq(0, 3, by = 0.1)) {
      club <- c(core, others[beside > c])
      if (pick(club) > bar) break
      if (c == 3) club <- core
    }
    clubs <- c(clubs, list(club))
    rest <- setdiff(rest, club)
  }
  # of 2009: each club with the next, as long as both together converge
  merged <- list()
  for (club in clubs) {
    both <- c(unlist(tail(merged, 1)), club)
    if (length(merged) > 0 && pick(both) > bar) merged[[length(merged)]] <- both else merged <- c(merged, list(club))
  }
  told <- function(found) lapply(found, function(club) list(places = I(sort(club, method = "radix")), t = pick(club)))
  list(t = t_of(x), clubs = I(told(clubs)), merged = I(told(merged)), divergent = I(sort(rest, method = "radix")))
}

trends <- lapply(panels, function(y) t(apply(log(y), 1, trend_of, lambda = 400)))
found <- lapply(trends, function(x) list(years = ncol(x), places = nrow(x), fixed = clubs_of(x, FALSE), incremental = clubs_of(x, TRUE)))
save_oracle(list(panels = found), "convergence-clubs")
for (name in names(found)) cat(name, found[[name]]$places, ":", vapply(found[[name]]$fixed$clubs, function(c) length(c$places), 0), "|", vapply(found[[name]]$fixed$merged, function(c) length(c$places), 0), "| rising", vapply(found[[name]]$incremental$clubs, function(c) length(c$places), 0), "| divergent", length(found[[name]]$fixed$divergent), "\n")
