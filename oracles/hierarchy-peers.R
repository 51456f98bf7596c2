# Nearest peers in the shipped census in base R. Run from the repository root: Rscript oracles/hierarchy-peers.R
source("oracles/hierarchy-census.R")

rows <- census[census$year == 2020 & !is.na(census$urban_population) & !is.na(census$share_65_plus), ]
rows <- rows[order(rows$code, method = "radix"), ]
values <- cbind(log(rows$population), rows$urban_population / rows$population, rows$share_0_14, rows$share_65_plus)
n <- nrow(values)
z <- scale(values) * sqrt(n / (n - 1)) # deviations over n
root_mean_square <- as.matrix(dist(z)) / sqrt(ncol(z))
range_shares <- as.matrix(dist(apply(values, 2, function(x) (x - min(x)) / diff(range(x))))) / sqrt(ncol(z))
mid_ranks <- as.matrix(dist(apply(values, 2, rank) / n)) / sqrt(ncol(z))
nearest <- function(d) { diag(d) <- Inf; rows$code[apply(d, 1, which.min)] }

save(list(
  made_with = R.version.string,
  codes = rows$code,
  nearest = nearest(root_mean_square),
  z = unname(apply(root_mean_square, 1, function(x) sort(x)[2:6])),
  min_max_nearest = nearest(range_shares),
  rank_nearest = nearest(mid_ranks)
), "hierarchy-peers")
