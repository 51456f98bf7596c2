# Who chases whom, on the shipped British jobs, in base R. Run from the repository root: Rscript oracles/structure-chase.R
source("oracles/structure-figures.R")

at <- function(year) wide("packages/atlas/britain/jobs.csv", "itl2", "jobs", year)
first <- at(2015)
last <- at(2022)
hole <- is.na(first) | is.na(last)
first[hole] <- last[hole] <- NA

base_of <- function(m) { base <- of_all(m); base[is.na(m)] <- NA; shares(base) }
quotients <- function(m) shares(m) / base_of(m)
change <- shares(last) - shares(first)
trend <- every_row(first, shares(of_all(last))[1, ] - shares(of_all(first))[1, ])
start <- quotients(first)
end <- quotients(last)

overlap <- t(sapply(seq_len(nrow(last)), function(i) sapply(seq_len(nrow(last)), function(j) {
  mine <- which(end[i, ] > 1)
  sum(last[i, intersect(mine, which(end[j, ] > 1))]) / sum(last[i, mine])
})))

# p of the first place against every other, two-sided
set.seed(20240601)
placings <- replicate(9999, sample(ncol(first)))
p <- sapply(2:nrow(first), function(j) {
  there <- !is.na(change[1, ]) & !is.na(start[j, ])
  found <- abs(cor(change[1, there], start[j, there]))
  at_random <- apply(placings, 2, function(order) {
    order <- order[order %in% which(there)]
    abs(cor(change[1, order], start[j, there]))
  })
  (sum(at_random >= found - 1e-12) + 1) / 10000
})

save(list(
  made_with = R.version.string,
  keep = unname(cor(t(change), t(start), use = "pairwise.complete.obs")),
  remove = unname(cor(t(change - trend), t(start), use = "pairwise.complete.obs")),
  overlap = unname(overlap),
  p_of_first = p
), "structure-chase")
