# Moran's I, global and local, of urban share and of GDP per head 2020 over the borders and over the four nearest places.
# Run from the root of the repository: Rscript oracles/spatial-moran.R
suppressMessages({
  library(spdep)
  library(jsonlite)
})

folder <- "packages/atlas/china-clusters"
text <- function(name) read.csv(file.path(folder, name), colClasses = c(code = "character"))
places <- text("places.csv")
census <- subset(text("census.csv"), year == 2020)
gdp <- subset(text("gdp.csv"), year == 2020)
borders <- read.csv(file.path(folder, "adjacency.csv"), colClasses = c("character", "character", "numeric"))

urban <- setNames(census$urban_population / census$population, census$code)
per_head <- gdp$gdp / census$population[match(gdp$code, census$code)] * 1e4
names(per_head) <- gdp$code
per_head <- per_head[!is.na(per_head)]
urban <- urban[!is.na(urban)]

border_matrix <- function(codes) {
  matrix <- matrix(0, length(codes), length(codes), dimnames = list(codes, codes))
  known <- borders$code_a %in% codes & borders$code_b %in% codes
  matrix[cbind(borders$code_a, borders$code_b)[known, ]] <- 1
  matrix + t(matrix)
}
great_circle <- function(codes) {
  at <- places[match(codes, places$code), ]
  lon <- at$lon * pi / 180
  lat <- at$lat * pi / 180
  across <- sin(outer(lat, lat, "-") / 2)
  along <- sin(outer(lon, lon, "-") / 2)
  2 * 6371.0088 * asin(sqrt(across^2 + outer(cos(lat), cos(lat)) * along^2))
}
nearest_matrix <- function(codes, k) {
  km <- great_circle(codes)
  diag(km) <- Inf
  matrix <- t(apply(km, 1, function(row) as.numeric(rank(row) <= k)))
  dimnames(matrix) <- list(codes, codes)
  matrix
}

test <- function(x, listw, randomisation) {
  found <- moran.test(x, listw, randomisation = randomisation, alternative = "two.sided")
  list(
    statistic = unname(found$estimate[1]), expected = unname(found$estimate[2]),
    variance = unname(found$estimate[3]), z = unname(found$statistic), p = found$p.value
  )
}
local <- function(x, listw, conditional) {
  found <- localmoran(x, listw, conditional = conditional, alternative = "two.sided")
  list(statistic = found[, 1], expected = found[, 2], variance = found[, 3], z = found[, 4], p = found[, 5])
}
cases <- function(x, matrix) {
  lapply(c(row = "W", binary = "B"), function(style) {
    listw <- mat2listw(matrix, style = style)
    list(
      places = names(x), values = unname(x),
      randomisation = test(x, listw, TRUE), normality = test(x, listw, FALSE),
      conditional = lapply(local(x, listw, TRUE), unname), total = lapply(local(x, listw, FALSE), unname)
    )
  })
}

in_order <- function(x) x[order(names(x))]
urban <- in_order(urban)
per_head <- in_order(per_head)
# localmoran_perm of spdep 1.2 draws the neighbours with replacement; conditional permutation draws them without
set.seed(1)
draws <- 9999
z <- urban - mean(urban)
border_rows <- border_matrix(names(urban)) / rowSums(border_matrix(names(urban)))
folded <- sapply(seq_along(z), function(i) {
  own <- border_rows[i, border_rows[i, ] > 0]
  observed <- sum(border_rows[i, ] * z)
  lags <- replicate(draws, sum(own * sample(z[-i], length(own))))
  (min(sum(lags >= observed), sum(lags <= observed)) + 1) / (draws + 1)
})
km <- great_circle(names(urban))
out <- list(
  made_with = paste0(R.version.string, ", spdep ", packageVersion("spdep")),
  urban_share = list(borders = cases(urban, border_matrix(names(urban))), nearest = cases(urban, nearest_matrix(names(urban), 4))),
  gdp_per_head = list(
    borders = cases(per_head, border_matrix(names(per_head))), nearest = cases(per_head, nearest_matrix(names(per_head), 4))
  ),
  urban_share_permuted = list(folded = folded),
  inverse_distance = {
    diag(km) <- Inf
    weights <- 1 / km
    list(row_of_first = unname((weights / rowSums(weights))[1, -1]))
  }
)
write_json(out, "oracles/spatial-moran.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
