# Theil indices of GDP against people, 2020, nested in clusters and provinces: base R, formulas written out.
# Run from the root of the repository: Rscript oracles/inequality-theil.R
read <- function(file) read.csv(file.path("packages/atlas/china-clusters", file), colClasses = c(code = "character"))
gdp <- subset(read("gdp.csv"), year == 2020)[, c("code", "gdp")]
people <- subset(read("census.csv"), year == 2020)[, c("code", "population")]
clusters <- read("clusters.csv")[, c("cluster_id", "code")]
places <- read.csv("packages/atlas/china-clusters/places.csv", colClasses = c(code = "character", province_code = "character"))
data <- Reduce(merge, list(gdp, people, clusters, places[, c("code", "province_code")]))
data <- subset(data, !is.na(gdp) & cluster_id %in% c("jing-jin-ji", "yangtze-river-delta", "greater-bay-area"))

theil <- function(y, n, index) {
  s <- y / sum(y); p <- n / sum(n)
  if (index == "T") sum(ifelse(s > 0, s * log(s / p), 0)) else sum(p * log(p / s))
}
by <- function(key, index) {
  total <- aggregate(cbind(gdp, population) ~ key, data.frame(data[, c("gdp", "population")], key = key), sum)
  theil(total$gdp, total$population, index)
}
nested <- function(index) {
  all <- theil(data$gdp, data$population, index)
  outer <- by(data$cluster_id, index)
  inner <- by(paste(data$cluster_id, data$province_code), index)
  c(theil = all, cluster = outer, parent = inner - outer, place = all - inner)
}
number <- function(x) sprintf("%.17g", x)
object <- function(x) paste0("{", paste0("\"", names(x), "\": ", number(x), collapse = ", "), "}")
writeLines(c(
  "{",
  paste0("  \"made with\": \"", R.version.string, ", base\","),
  paste0("  \"places\": ", nrow(data), ","),
  paste0("  \"T\": ", object(nested("T")), ","),
  paste0("  \"L\": ", object(nested("L"))),
  "}"
), "oracles/inequality-theil.json")
