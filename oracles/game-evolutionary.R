# Replicator dynamics in base R and deSolve: the game of two governments and a coordinator with the payoffs written out, and a drawn
# one. Where even starts end by lsoda; rest points by Newton's steps from a lattice, on a Jacobian by differences, with its eigenvalues.
# Run from the repository root: Rscript oracles/game-evolutionary.R
library(jsonlite)
suppressPackageStartupMessages(library(deSolve))

# payoffs[[party]] takes what each of the three does, 1 or 0
coordinator <- list(
  function(o, d, c) if (o == 1) 10 * d - 6 + 1 * c else 7 * d - 4 * c,
  function(o, d, c) if (d == 1) 12 * o - 8 + 1 * c else 9 * o - 4 * c,
  function(o, d, c) if (c == 1) -3 - 1 * (o + d) + 4 * (2 - o - d) else -6 * (2 - o - d)
)
drawn_values <- list(
  c(3, -1, 4, -2, 5, 0.5, -3, 2), c(1, 2, -2, 4, -1, -3, 3, 0), c(-2, 3, 1, -1, 4, -4, 0, 2)
)
drawn <- lapply(drawn_values, function(v) function(o, d, c) v[1 + o + 2 * d + 4 * c])

advantage <- function(game, party, x) {
  total <- 0
  others <- setdiff(1:3, party)
  for (a in 0:1) for (b in 0:1) {
    at <- numeric(3)
    at[others] <- c(a, b)
    chance <- prod(ifelse(c(a, b) == 1, x[others], 1 - x[others]))
    one <- replace(at, party, 1)
    none <- replace(at, party, 0)
    total <- total + chance * (game[[party]](one[1], one[2], one[3]) - game[[party]](none[1], none[2], none[3]))
  }
  total
}
slope <- function(game, x) sapply(1:3, function(i) x[i] * (1 - x[i]) * advantage(game, i, x))
jacobian <- function(game, x, h = 1e-5) {
  sapply(1:3, function(j) (slope(game, replace(x, j, x[j] + h)) - slope(game, replace(x, j, x[j] - h))) / (2 * h))
}

side <- function(n) (seq_len(n) - 0.5) / n
lattice <- function(n) as.matrix(expand.grid(side(n), side(n), side(n)))

rest <- function(game) {
  found <- matrix(numeric(0), 0, 3)
  for (s in seq_len(nrow(lattice(6)))) {
    x <- lattice(6)[s, ]
    for (round in 1:60) {
      step <- tryCatch(solve(jacobian(game, x), slope(game, x)), error = function(e) rep(NA, 3))
      if (anyNA(step)) break
      x <- x - step
      if (any(abs(x) > 5)) break
    }
    if (anyNA(step) || max(abs(step)) > 1e-9 || any(x < -1e-9) || any(x > 1 + 1e-9)) next
    if (nrow(found) > 0 && min(apply(abs(t(t(found) - x)), 1, max)) < 1e-6) next
    found <- rbind(found, x)
  }
  found <- round(found, 10) + 0
  found <- found[order(found[, 3], found[, 2], found[, 1]), , drop = FALSE]
  lapply(seq_len(nrow(found)), function(i) {
    values <- eigen(jacobian(game, found[i, ]))$values
    values <- values[order(-round(Re(values), 6), -Im(values))]
    list(shares = as.numeric(found[i, ]), real = Re(values), imaginary = Im(values))
  })
}

ends <- function(game) {
  reached <- apply(lattice(4), 1, function(x) {
    path <- lsoda(x, c(0, 100, 400), function(t, y, p) list(slope(game, y)), NULL, rtol = 1e-10, atol = 1e-12)
    x <- path[3, 2:4]
    if (all(pmin(x, 1 - x) < 1e-3)) paste(round(x), collapse = "") else "elsewhere"
  })
  unname(reached)
}

write_json(list(
  made_with = paste0(R.version.string, "; deSolve ", packageVersion("deSolve")),
  drawn_values = drawn_values,
  coordinator = list(rest = rest(coordinator), ends = ends(coordinator)),
  drawn = list(rest = rest(drawn), ends = ends(drawn))
), "oracles/game-evolutionary.json", digits = NA, auto_unbox = TRUE)
