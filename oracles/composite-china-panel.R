# Four indicators of the cities of China's clusters, 2010 and 2020 pooled, for the scripts that source this file.
library(jsonlite)

folder <- "packages/atlas/china-clusters/"
read <- function(name) read.csv(paste0(folder, name), colClasses = c(code = "character"))
both <- merge(read("gdp.csv"), read("census.csv"), by = c("code", "year"))
both <- both[order(both$code, both$year, method = "radix"), ]

x <- data.frame(
  gdp_per_head = both$gdp / both$population,
  urban_share = both$urban_population / both$population,
  tertiary_share = both$va_tertiary / both$gdp,
  elderly_share = both$share_65_plus
)
keys <- both[complete.cases(x), c("code", "year")]
x <- x[complete.cases(x), ]
down <- "elderly_share"

scaled <- lapply(setNames(names(x), names(x)), function(name) {
  v <- x[[name]]
  if (name %in% down) (max(v) - v) / (max(v) - min(v)) else (v - min(v)) / (max(v) - min(v))
})
made_with <- paste(R.version.string, "base, jsonlite", packageVersion("jsonlite"))
