# Chain fit by distance, on the shipped British jobs, in base R. Run from the repository root: Rscript oracles/structure-chain-fit.R
# No input-output table ships, so what industries deliver is made up by a rule that the test repeats: (7 i + 3 j) mod 11.
source("oracles/structure-figures.R")

areas <- read.csv("packages/atlas/britain/areas.csv", row.names = "itl2")
jobs <- britain[rowSums(is.na(britain)) == 0, ]
at <- areas[rownames(jobs), ]
n <- nrow(jobs)
k <- ncol(jobs)

rad <- pi / 180
km <- outer(seq_len(n), seq_len(n), function(a, b) {
  h <- sin((at$lat[b] - at$lat[a]) * rad / 2)^2 +
    cos(at$lat[a] * rad) * cos(at$lat[b] * rad) * sin((at$lon[b] - at$lon[a]) * rad / 2)^2
  2 * 6371.0088 * asin(pmin(1, sqrt(h)))
})
diag(km) <- 0
bands <- matrix(findInterval(km, c(0, 50, 100, 200, 400), left.open = TRUE), n)

size <- rowSums(jobs)
share <- colSums(jobs) / sum(jobs)
lq <- sweep(jobs / size, 2, share, "/")
pairs <- outer(size, size)

weighted <- function(fit) sapply(0:5, function(b) weighted.mean(fit[bands == b], pairs[bands == b]))
fit_of <- function(w) lq %*% w %*% t(lq)
off <- function(w) { diag(w) <- 0; w / sum(w) }

table <- outer(seq_len(k) - 1, seq_len(k) - 1, function(i, j) (7 * i + 3 * j) %% 11)
linked <- off(table)
alone <- off(outer(share, share))
together <- function(i, j) weighted(outer(lq[, i], lq[, j]))

set.seed(20240601)
draws <- 9999
by_industry <- replicate(draws, { o <- sample(k); weighted(fit_of(linked[o, o])) })
by_place <- replicate(draws, {
  o <- sample(n)
  f <- fit_of(alone)[o, o]
  e <- pairs[o, o]
  sapply(1:5, function(b) weighted.mean(f[bands == b], e[bands == b]))
})
p <- function(found, drawn) {
  middle <- rowMeans(drawn)
  (rowSums(abs(drawn - middle) >= abs(found - middle) - 1e-12) + 1) / (draws + 1)
}

save(list(
  made_with = R.version.string,
  places = rownames(jobs),
  pairs = as.vector(base::table(factor(bands, 0:5))),
  distance = weighted(km),
  linked = weighted(fit_of(linked)),
  own_in = weighted(fit_of(table / sum(table))),
  alone = weighted(fit_of(alone)),
  first_row = fit_of(linked)[1, ],
  manufacturing_to_trade = together(which(colnames(jobs) == "C"), which(colnames(jobs) == "G")),
  expected = rowMeans(by_industry),
  p_by_industry = p(weighted(fit_of(linked)), by_industry),
  p_by_place = p(weighted(fit_of(alone))[-1], by_place)
), "structure-chain-fit")
