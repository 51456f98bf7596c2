# Centrality of cities by trains a day (rail_2022), directed and undirected, and the gravity model on GDP.
# Run from the root of the repository: Rscript oracles/network-centrality.R
suppressMessages({
  library(igraph)
  library(jsonlite)
})

folder <- "packages/atlas/china-clusters"
text <- function(name) read.csv(file.path(folder, name), colClasses = c(code = "character"))
rail <- read.csv(file.path(folder, "rail_2022.csv"), colClasses = c("character", "character", "numeric", "numeric"))
places <- text("places.csv")
clusters <- text("clusters.csv")
gdp <- subset(text("gdp.csv"), year == 2020 & !is.na(gdp))

measures <- function(links, directed) {
  codes <- sort(unique(c(links$origin_code, links$destination_code)))
  graph <- graph_from_data_frame(links[, 1:3], directed = TRUE, vertices = codes)
  E(graph)$weight <- E(graph)$trains_per_day
  if (!directed) graph <- as.undirected(graph, mode = "collapse", edge.attr.comb = "mean")
  cost <- 1 / E(graph)$weight
  list(
    places = codes,
    links = ecount(graph),
    degree = degree(graph), strength_in = strength(graph, mode = "in"), strength_out = strength(graph, mode = "out"),
    betweenness = betweenness(graph, weights = cost, directed = directed),
    betweenness_plain = betweenness(graph, weights = NA, directed = directed),
    closeness = closeness(graph, weights = cost, mode = "out"),
    closeness_normalised = closeness(graph, weights = cost, mode = "out", normalized = TRUE),
    harmonic = harmonic_centrality(graph, weights = cost, mode = "out"),
    eigenvector = eigen_centrality(graph, directed = directed)$vector,
    pagerank = page_rank(graph, directed = directed)$vector,
    hub = hub_score(graph)$vector, authority = authority_score(graph)$vector
  )
}
without_names <- function(list) lapply(list, unname)
members <- clusters$code[clusters$cluster_id == "jing-jin-ji"]
inside <- subset(rail, origin_code %in% members & destination_code %in% members)

capital <- subset(gdp, code %in% members)
capital <- capital[order(capital$code), ]
at <- places[match(capital$code, places$code), ]
lon <- at$lon * pi / 180
lat <- at$lat * pi / 180
half <- sin(outer(lat, lat, "-") / 2)^2 + outer(cos(lat), cos(lat)) * sin(outer(lon, lon, "-") / 2)^2
km <- 2 * 6371.0088 * asin(sqrt(half))
diag(km) <- Inf
mass <- capital$gdp
share <- outer(mass, mass, function(own, other) own / (own + other))
flows <- outer(mass, mass) / km^2

out <- list(
  made_with = paste0(R.version.string, ", igraph ", packageVersion("igraph")),
  all = list(
    directed = without_names(measures(rail, TRUE)), undirected = without_names(measures(rail, FALSE))
  ),
  jing_jin_ji = list(
    directed = without_names(measures(inside, TRUE)), undirected = without_names(measures(inside, FALSE))
  ),
  gravity = list(
    places = capital$code, classic = rowSums(flows), share_sent = rowSums(flows * share),
    share_received = colSums(flows * share), links_above_mean = sum(flows > sum(flows) / (length(mass) * (length(mass) - 1)))
  )
)
write_json(out, "oracles/network-centrality.json", digits = NA, auto_unbox = TRUE, pretty = FALSE)
