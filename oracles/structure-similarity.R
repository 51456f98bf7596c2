# Similarity of every pair of places in the shipped figures: the indices and the medians in base R, the linkage by hclust, the
# length of the best leaf order by cba. Run from the repository root: Rscript oracles/structure-similarity.R
source("oracles/structure-figures.R")
suppressPackageStartupMessages(library(cba))

pair <- function(a, b, r) {
  common <- !is.na(a) & !is.na(b)
  s <- a[common] / sum(a[common])
  t <- b[common] / sum(b[common])
  r <- r[common] / sum(r[common])
  quotients <- cbind(s / r, t / r)
  c(sum(s * t) / sqrt(sum(s^2) * sum(t^2)),
    1 - sum(abs(s - t)) / 2,
    cov.wt(quotients, wt = r, cor = TRUE, method = "ML")$cor[1, 2],
    sum(common))
}

arrange <- function(s) {
  d <- as.dist(1 - s)
  tree <- hclust(d, "average")
  cut <- median(s[lower.tri(s)])
  list(median = cut, blocks = unname(cutree(tree, h = 1 - cut + 1e-12)), length = order.optimal(d, tree$merge)$length)
}

# pairs in the order (1,2), (1,3), ..., (2,3), ...
similarity <- function(m, r) {
  places <- seq_len(nrow(m))
  found <- lapply(1:4, function(k) diag(nrow(m)))
  for (i in places) for (j in places) if (i != j) {
    p <- pair(m[i, ], m[j, ], r)
    for (k in 1:4) found[[k]][i, j] <- p[k]
  }
  names(found) <- c("cosine", "krugman", "quotient_correlation", "industries")
  c(lapply(found, function(s) t(s)[lower.tri(s)]), list(arranged = lapply(found[1:3], arrange)))
}

save(list(
  made_with = paste0(R.version.string, "; cba ", packageVersion("cba")),
  china_nation = similarity(china, nation),
  britain_places = similarity(britain, colSums(britain))
), "structure-similarity")
