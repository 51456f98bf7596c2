# The gravity model in base R on GDP and population 2020: every form, mass, distance and topology, and two decays.
# All cities of China's clusters by strength, those of the Greater Bay Area flow by flow.
# Run from the root of the repository: Rscript oracles/network-gravity.R
library(jsonlite)

folder <- "packages/atlas/china-clusters"
text <- function(name) read.csv(file.path(folder, name), colClasses = c(code = "character"))
pairs <- function(name) read.csv(file.path(folder, name), colClasses = "character")
both <- merge(subset(text("gdp.csv"), year == 2020 & !is.na(gdp)), subset(text("census.csv"), year == 2020), by = "code")
both <- merge(both, text("places.csv"), by = "code")
both <- both[order(both$code), ]
clusters <- text("clusters.csv")
rail <- pairs("rail_2022.csv")
borders <- pairs("adjacency.csv")

great_circle <- function(at) {
  lon <- at$lon * pi / 180
  lat <- at$lat * pi / 180
  half <- sin(outer(lat, lat, "-") / 2)^2 + outer(cos(lat), cos(lat)) * sin(outer(lon, lon, "-") / 2)^2
  2 * 6371.0088 * asin(sqrt(half))
}
# a pair that is not listed has no distance, and so no flow
listed <- function(codes, from, to, value) {
  m <- matrix(NA, length(codes), length(codes), dimnames = list(codes, codes))
  known <- from %in% codes & to %in% codes & from != to
  m[cbind(from, to)[known, ]] <- rep_len(value, length(known))[known]
  m
}
distances <- function(at) {
  km <- great_circle(at)
  dimnames(km) <- list(at$code, at$code)
  diag(km) <- NA
  once <- listed(at$code, borders$code_a, borders$code_b, 1) * km
  list(
    great_circle = km, neighbours_once = once, neighbours = ifelse(is.na(once), t(once), once),
    # hours between two trains
    headway = listed(at$code, rail$origin_code, rail$destination_code, 24 / as.numeric(rail$trains_per_day))
  )
}
gravity <- function(at, d, form, second, decay, constant) {
  own <- at$gdp
  mass <- if (second) sqrt(own * at$population) else own
  side <- if (form == "share") outer(own, own, function(g, other) g / (g + other)) else 1
  constant * side * outer(mass, mass) / d^decay
}
linked <- function(flows, topology) {
  sent_to <- rowSums(!is.na(flows))
  threshold <- switch(topology,
    none = 0, mean = mean(flows, na.rm = TRUE), "row-mean" = rowSums(flows, na.rm = TRUE) / sent_to
  )
  !is.na(flows) & flows > threshold
}

variants <- expand.grid(
  form = c("classic", "share"), second = c(FALSE, TRUE), decay = c(2, 1.3),
  distance = c("great_circle", "neighbours", "neighbours_once", "headway"), stringsAsFactors = FALSE
)
cases <- function(at, with_flows) {
  known <- distances(at)
  lapply(seq_len(nrow(variants)), function(row) {
    v <- variants[row, ]
    constant <- if (v$decay == 2) 1 else 0.01
    flows <- gravity(at, known[[v$distance]], v$form, v$second, v$decay, constant)
    found <- list(
      total = sum(flows, na.rm = TRUE),
      sent = unname(rowSums(flows, na.rm = TRUE)), received = unname(colSums(flows, na.rm = TRUE)),
      links = sapply(c("none", "mean", "row-mean"), function(topology) sum(linked(flows, topology)))
    )
    if (with_flows) found$flows <- t(flows)[!is.na(t(flows))]
    c(as.list(v), constant = constant, found)
  })
}
bay <- both[both$code %in% clusters$code[clusters$cluster_id == "greater-bay-area"], ]
near <- great_circle(bay)
write_json(list(
  made_with = paste(R.version.string, "base, jsonlite", packageVersion("jsonlite")),
  all = list(places = both$code, cases = cases(both, FALSE)),
  bay = list(places = bay$code, km = t(near)[t(near) > 0], cases = cases(bay, TRUE))
), "oracles/network-gravity.json", digits = NA, auto_unbox = TRUE)
