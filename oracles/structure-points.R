# Localisation by distance on shipped points, pair by pair in base R: the cities of China's clusters stand for plants, their cluster
# for the industry, the people living there for the weight. Run from the repository root: Rscript oracles/structure-points.R
library(jsonlite)

read <- function(name) read.csv(file.path("packages/atlas/china-clusters", name), colClasses = c(code = "character"))
places <- read("places.csv")
census <- subset(read("census.csv"), year == 2020)
clusters <- read("clusters.csv")
people <- setNames(census$population, census$code)
cluster <- setNames(clusters$cluster_id, clusters$code)
places <- places[order(places$code, method = "radix"), ]
places <- places[!is.na(people[places$code]) & !is.na(cluster[places$code]), ]
w <- unname(people[places$code])
s <- unname(cluster[places$code])

rad <- pi / 180
km <- outer(seq_len(nrow(places)), seq_len(nrow(places)), function(a, b) {
  h <- sin((places$lat[b] - places$lat[a]) * rad / 2)^2 +
    cos(places$lat[a] * rad) * cos(places$lat[b] * rad) * sin((places$lon[b] - places$lon[a]) * rad / 2)^2
  2 * 6371.0088 * asin(pmin(1, sqrt(h)))
})
diag(km) <- NA
pairs <- function(m, rows) m[rows, rows][upper.tri(m[rows, rows])]

# Duranton and Overman: Silverman's rule over the pairs, folded at 0
at <- seq(0, 600, by = 60)
density <- function(name, weighted) {
  rows <- which(s == name)
  d <- pairs(km, rows)
  e <- if (weighted) pairs(outer(w, w), rows) else rep(1, length(d))
  h <- bw.nrd0(d)
  list(bandwidth = h, density = sapply(at, function(x) sum(e * (dnorm((x - d) / h) + dnorm((x + d) / h))) / (h * sum(e))))
}

# Marcon and Puech: share of the industry in the weight near its plants, over that in everything else
radii <- seq(60, 600, by = 60)
m_of <- function(name, weight) {
  own <- which(s == name)
  share <- sapply(radii, function(r) {
    each <- sapply(own, function(i) {
      near <- which(km[i, ] <= r)
      if (length(near) == 0) NA else sum(weight[near][s[near] == name]) / sum(weight[near])
    })
    mean(each, na.rm = TRUE)
  })
  overall <- mean(sapply(own, function(i) (sum(weight[s == name]) - weight[i]) / (sum(weight) - weight[i])))
  share / overall
}

names <- sort(unique(s), method = "radix")
each <- function(f) setNames(lapply(names, f), names)
write_json(list(
  made_with = R.version.string,
  codes = places$code, industries = names, plants = as.vector(table(factor(s, names))),
  median = median(pairs(km, seq_len(nrow(places)))),
  at = at, radii = radii,
  plants_density = each(function(name) density(name, FALSE)),
  weight_density = each(function(name) density(name, TRUE)),
  m = each(function(name) m_of(name, rep(1, length(w)))),
  m_weight = each(function(name) m_of(name, w))
), "oracles/structure-points.json", digits = NA, auto_unbox = TRUE)
