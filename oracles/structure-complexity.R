# Complexity, relatedness and the Ellison-Glaeser index on the shipped figures in base R. Run from the repository root:
# Rscript oracles/structure-complexity.R
source("oracles/structure-figures.R")

jobs <- read.csv("packages/atlas/japan/employment.csv", colClasses = c(code = "character"))
jobs <- jobs[jobs$code != "00" & jobs$year == 2014, ]
japan <- with(jobs, tapply(employees, list(code, industry), sum))
japan <- japan[order(rownames(japan), method = "radix"), order(colnames(japan), method = "radix")]

each <- function(m) {
  s <- shares(m)
  # a gap is no zero: the reference leaves the industry out for that place
  base <- t(sapply(seq_len(nrow(m)), function(i) { b <- colSums(m, na.rm = TRUE); b[is.na(m[i, ])] <- NA; b / sum(b, na.rm = TRUE) }))
  M <- (s / base >= 1 - 1e-12) & !is.na(m); M <- M * 1
  d <- rowSums(M); u <- colSums(M)
  stopifnot(all(d > 0), all(u > 0))
  e <- eigen((M / d) %*% (t(M) / u)); l <- Re(e$values); v <- Re(e$vectors[, 2])
  if (cor(v, d) < 0) v <- -v
  p <- as.vector((t(M) / u) %*% v)
  z <- function(x) (x - mean(x)) / sqrt(mean((x - mean(x))^2))
  both <- crossprod(M); phi <- both / outer(u, u, pmax); diag(phi) <- 0
  density <- (M %*% phi) / rep(colSums(phi), each = nrow(M))
  opened <- phi %*% diag(1 / colSums(phi)) # by industry p, of what q is near to
  lacks <- 1 - M
  coi <- rowSums(density * lacks %*% diag(z(p)))
  gain <- lacks * (lacks %*% diag(z(p)) %*% t(opened)) - lacks * density %*% diag(z(p))
  x <- rowSums(m, na.rm = TRUE) / sum(m, na.rm = TRUE)
  gamma <- sapply(seq_len(ncol(m)), function(j) {
    k <- m[, j]; k[is.na(k)] <- 0; k <- k / sum(k); H <- sum(k^2); G <- sum((k - x)^2)
    (G - (1 - sum(x^2)) * H) / ((1 - sum(x^2)) * (1 - H))
  })
  list(places = rownames(m), industries = colnames(m), diversity = unname(d), ubiquity = unname(u), second = l[2],
       eci = z(v), pci = z(p), proximity = unname(phi), density = unname(density),
       coi = unname(coi), gain = unname(gain), gamma = unname(gamma))
}
save(list(made_with = R.version.string, china = each(china), britain = each(britain), japan = each(japan)), "structure-complexity")
