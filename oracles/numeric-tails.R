# Upper tails of t, F and chi-square, and quantiles of t: base R. Run from the root of the repository: Rscript oracles/numeric-tails.R
number <- function(x) sprintf("%.17g", x)
rows <- function(grid, f) paste0("    [", apply(grid, 1, function(row) paste(c(number(row), number(do.call(f, as.list(unname(row))))), collapse = ", ")), "]")
block <- function(name, grid, f, last = FALSE)
  c(paste0("  \"", name, "\": ["), paste0(rows(grid, f), c(rep(",", nrow(grid) - 1), "")), paste0("  ]", if (last) "" else ","))
pairs <- list(c(1, 1), c(1, 10), c(5, 2), c(10, 10), c(401, 401), c(2, 397.5), c(40, 3), c(1000, 20000))
freedoms <- do.call(rbind, lapply(pairs, function(d) cbind(c(1e-6, .1, .9, 1, 1.0376, 2, 10, 1000), d[1], d[2])))
writeLines(c(
  "{",
  paste0("  \"made with\": \"", R.version.string, ", base\","),
  block("t", expand.grid(c(-3, -.2, 0, .01, .5, 1, 2, 5, 20, 100, 1e6), c(.5, 1, 2, 3, 7.5, 10, 30, 400)), function(t, df) pt(t, df, lower.tail = FALSE)),
  block("f", freedoms, function(f, a, b) pf(f, a, b, lower.tail = FALSE)),
  block("chiSquare", expand.grid(c(1e-8, .1, 1, 3, 10, 40, 60, 400, 1200, 5100), c(.3, 1, 2, 3, 10, 16, 57.5, 400, 5000)), function(x, df) pchisq(x, df, lower.tail = FALSE)),
  block("tQuantile", expand.grid(c(.3, .05, .025, .005, 1e-8), c(1, 2, 5, 11, 38.2, 400)), function(p, df) qt(p, df, lower.tail = FALSE), TRUE),
  "}"
), "oracles/numeric-tails.json")
