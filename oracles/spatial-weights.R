# Spatial weights of the 109 cities of China's clusters by spdep: k nearest, distance band, inverse distance, borders.
# Neighbours and distances are those of s2 on its sphere of 6371.01 km, put to scale for one of 6371.0088 km.
# Run from the root of the repository: Rscript oracles/spatial-weights.R
suppressMessages({
  library(spdep)
  library(sf)
  library(jsonlite)
})

folder <- "packages/atlas/china-clusters"
places <- read.csv(file.path(folder, "places.csv"), colClasses = c(code = "character"))
places <- places[order(places$code), ]
borders <- read.csv(file.path(folder, "adjacency.csv"), colClasses = c("character", "character", "numeric"))
n <- nrow(places)
points <- st_geometry(st_as_sf(places, coords = c("lon", "lat"), crs = 4326))
scale <- 6371.0088 / 6371.01
km <- matrix(as.numeric(st_distance(points)) / 1000, n) * scale

whole <- function(nb) structure(lapply(nb, as.integer), class = "nb", region.id = places$code)
of_matrix <- function(m) whole(apply(m > 0, 1, function(row) if (any(row)) which(row) else 0L))
within <- function(band) whole(dnearneigh(points, 0, band / scale * (1 + 1e-9)))
nearest <- function(k) whole(knn2nb(knearneigh(points, k = k)))
listed <- matrix(0, n, n, dimnames = list(places$code, places$code))
listed[as.matrix(borders[, c("code_a", "code_b")])] <- borders$shared_border_km
shared <- listed + t(listed)

idw <- function(nb, power) lapply(seq_along(nb), function(i) km[i, nb[[i]]]^-power)
lengths_of <- function(nb) lapply(seq_along(nb), function(i) if (card(nb)[i] > 0) unname(shared[i, nb[[i]]]))
# style B of nb2listw leaves the weights that it is given: with them raw, without them binary
# spdep warns of rows that add up to 0: places without a neighbour are meant here
values <- function(nb, style, glist = NULL) {
  suppressWarnings(unlist(nb2listw(nb, glist = glist, style = style, zero.policy = TRUE)$weights))
}
case <- function(options, nb, glist = NULL) {
  list(
    options = options, counts = card(nb), to = unlist(nb[card(nb) > 0]) - 1,
    row = values(nb, "W", glist), binary = values(nb, "B"), raw = values(nb, "B", glist)
  )
}
inverse <- function(band, power) {
  case(list(kind = "inverse-distance", band = band, power = power), within(band), idw(within(band), power))
}
smallest <- max(apply(km + diag(Inf, n), 1, min))
all_others <- within(25000)
everywhere <- nb2listw(all_others, glist = idw(all_others, 1), style = "W")

write_json(list(
  made_with = paste0(
    R.version.string, ", spdep ", packageVersion("spdep"), ", sf ", packageVersion("sf"), ", s2 ", packageVersion("s2")
  ),
  places = places$code,
  smallest_band = smallest,
  cases = list(
    case(list(kind = "knn", k = 1), nearest(1)),
    case(list(kind = "knn", k = 4), nearest(4)),
    case(list(kind = "knn", k = 7), nearest(7)),
    case(list(kind = "knn", k = 4, symmetric = TRUE), make.sym.nb(nearest(4))),
    case(list(kind = "distance"), within(smallest)),
    case(list(kind = "distance", band = 100), within(100)),
    inverse(250, 1),
    inverse(150, 2),
    inverse(90, 0.5),
    case(list(kind = "contiguity"), of_matrix(shared), lengths_of(of_matrix(shared))),
    case(list(kind = "contiguity", symmetric = FALSE), of_matrix(listed), lengths_of(of_matrix(listed)))
  ),
  # every place to every other, by row: too many weights to keep, so their largest and the sum of their squares
  everywhere = list(
    links = sum(card(all_others)), squares = sapply(everywhere$weights, function(w) sum(w^2)),
    largest = sapply(everywhere$weights, max)
  )
), "oracles/spatial-weights.json", digits = NA, auto_unbox = TRUE)
