# Dagum's decomposition over all pairs of places: base R. Run from the root of the repository: Rscript oracles/inequality-dagum-gini.R
source("oracles/inequality-figures.R")
dagum <- function(y, w, g) {
  groups <- sort(unique(g), method = "radix")
  mu <- weighted.mean(y, w)
  p <- sapply(groups, function(k) sum(w[g == k]) / sum(w))
  m <- sapply(groups, function(k) weighted.mean(y[g == k], w[g == k]))
  s <- p * m / mu
  part <- c(within = 0, net = 0, overlap = 0)
  for (j in groups) for (h in groups) {
    a <- outer(y[g == j], y[g == h], "-")
    v <- outer(w[g == j], w[g == h]) / (sum(w[g == j]) * sum(w[g == h]))
    gini <- sum(v * abs(a)) / (m[j] + m[h])
    if (j == h) part["within"] <- part["within"] + gini * p[j] * s[j]
    else if (m[j] > m[h] || (m[j] == m[h] && j < h)) {
      d <- sum(v * pmax(a, 0)); q <- sum(v * pmax(-a, 0))
      D <- if (d + q > 0) (d - q) / (d + q) else 0
      size <- gini * (p[j] * s[h] + p[h] * s[j])
      part["net"] <- part["net"] + size * D
      part["overlap"] <- part["overlap"] + size * (1 - D)
    }
  }
  as.list(c(part, gini = sum(outer(w, w) * abs(outer(y, y, "-"))) / (2 * mu * sum(w)^2)))
}
result <- each_sample(function(y, p, rows) dagum(y, p, rows$group))
save_oracle(lapply(result, function(samples) Filter(function(each) each$group == "all", samples)), "inequality-dagum-gini")
