# The shipped figures that the scripts on inequality and convergence compare, which source this file. Base R and jsonlite.
library(jsonlite)

read <- function(path, key) read.csv(file.path("packages/atlas", path), colClasses = setNames(rep("character", length(key)), key), na.strings = "")

# Totals over industries; a place that lacks a figure for one of them has none
total <- function(formula, rows) na.omit(aggregate(formula, rows, sum, na.action = na.pass))

# GDP and people of three clusters, 2010 and 2020
china <- local({
  gdp <- read("china-clusters/gdp.csv", "code")[, c("code", "year", "gdp")]
  people <- read("china-clusters/census.csv", "code")[, c("code", "year", "population")]
  clusters <- read("china-clusters/clusters.csv", "code")[, c("cluster_id", "code")]
  rows <- merge(merge(gdp, people), clusters)
  rows <- rows[!is.na(rows$gdp) & rows$cluster_id %in% c("jing-jin-ji", "yangtze-river-delta", "greater-bay-area"), ]
  data.frame(place = rows$code, year = rows$year, group = rows$cluster_id, value = rows$gdp, weight = rows$population)
})

# Output and full-time jobs of British regions, 2015 to 2021, in the countries and regions above them
britain <- local({
  gva <- total(gva_million_gbp ~ itl2 + year, read("britain/gva.csv", "itl2"))
  jobs <- total(jobs ~ itl2 + year, read("britain/jobs.csv", "itl2"))
  rows <- merge(merge(gva, jobs), read("britain/areas.csv", "itl2")[, c("itl2", "itl1")])
  data.frame(place = rows$itl2, year = rows$year, group = rows$itl1, value = rows$gva_million_gbp, weight = rows$jobs)
})

# Persons engaged in manufacturing of all persons engaged, Japanese prefectures inside and outside the Pacific belt, 2014
japan <- local({
  rows <- read("japan/employment.csv", "code")
  rows <- rows[rows$code != "00", ]
  all <- total(employees ~ code, rows)
  making <- rows[rows$industry == "E", c("code", "employees")]
  names(making)[2] <- "making"
  rows <- merge(merge(all, making), read("japan/prefectures.csv", "code")[, c("code", "in_pacific_belt")])
  data.frame(place = rows$code, year = 2014, group = as.character(rows$in_pacific_belt), value = rows$making, weight = rows$employees)
})

figures <- lapply(list(china = china, britain = britain, japan = japan), function(rows) rows[order(rows$place, rows$year, method = "radix"), ])

# f(level, share, rows) for all places and for each group, in every year, with and without weights
each_sample <- function(f) lapply(figures, function(rows) {
  keys <- rbind(data.frame(group = "all", year = sort(unique(rows$year))), unique(rows[, c("group", "year")]))
  lapply(seq_len(nrow(keys)), function(at) {
    own <- rows[rows$year == keys$year[at] & (keys$group[at] == "all" | rows$group == keys$group[at]), ]
    c(list(group = keys$group[at], year = keys$year[at]),
      list(weighted = f(own$value / own$weight, own$weight / sum(own$weight), own)),
      list(plain = f(own$value, rep(1 / nrow(own), nrow(own)), own)))
  })
})

save_oracle <- function(result, name, package = NULL) {
  with <- if (is.null(package)) "base" else paste(package, packageVersion(package))
  result <- c(list(`made with` = paste0(R.version.string, ", ", with)), result)
  write_json(result, paste0("oracles/", name, ".json"), digits = NA, auto_unbox = TRUE, na = "null")
}
