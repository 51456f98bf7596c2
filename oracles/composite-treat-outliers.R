# Outlier treatment in base R. Run from the repository root: Rscript oracles/composite-treat-outliers.R
# GDP, population and value added of the cities of China's clusters, 2010 and 2020 pooled.
library(jsonlite)
folder <- "packages/atlas/china-clusters/"
read <- function(name) read.csv(paste0(folder, name), colClasses = c(code = "character"))
both <- merge(read("gdp.csv"), read("census.csv"), by = c("code", "year"))
both <- both[order(both$code, both$year, method = "radix"), ]
both$people_per_gdp <- both$population / both$gdp
both$minus_gdp <- -both$gdp
both$farm_share <- both$va_primary / both$gdp
columns <- c("gdp", "population", "urban_population", "share_65_plus", "people_per_gdp", "minus_gdp", "farm_share")

shape <- function(x) {
  n <- length(x)
  d <- x - mean(x)
  g1 <- sqrt(n) * sum(d^3) / sum(d^2)^1.5
  g2 <- n * sum(d^4) / sum(d^2)^2 - 3
  c(g1 * sqrt(n * (n - 1)) / (n - 2), ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)))
}
outlying <- function(s) abs(s[1]) >= 2 && s[2] >= 3.5
treat <- function(x) {
  before <- shape(x)
  if (!outlying(before)) return(list(treatment = "none", points = 0, before = before, after = before, values = x))
  cut <- x
  changed <- integer()
  while (outlying(shape(cut))) {
    at <- if (shape(cut)[1] >= 0) which(cut == max(cut)) else which(cut == min(cut))
    if (length(union(changed, at)) > 5) break
    cut[at] <- if (shape(cut)[1] >= 0) max(cut[-at]) else min(cut[-at])
    changed <- union(changed, at)
  }
  if (!outlying(shape(cut))) {
    return(list(treatment = "winsorised", points = length(changed), before = before, after = shape(cut), values = cut))
  }
  y <- if (before[1] >= 0) log(x - min(x) + .01 * diff(range(x))) else -log(max(x) - x + .01 * diff(range(x)))
  list(treatment = if (before[1] >= 0) "log" else "mirrored-log", points = length(changed), before = before, after = shape(y), values = y)
}
x <- both[complete.cases(both[columns]), ]
write_json(list(made_with = paste(R.version.string, "base, jsonlite", packageVersion("jsonlite")), rows = nrow(x),
  given = as.list(x[columns]), treated = lapply(x[columns], treat)), "oracles/composite-treat-outliers.json", digits = NA, auto_unbox = TRUE)
