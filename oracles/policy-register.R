# The shipped register, for the other policy scripts, which source this file. The scores are no judgement of any policy: they are
# lengths of texts, so that every entry has some, and they exist in this folder and in the tests alone.
library(jsonlite)

register <- read.csv("packages/atlas/seeds-benchmarks/policies.csv", colClasses = "character", na.strings = character(0))
register <- register[order(register$id), ]
digits <- gsub("s$", "", substr(register$date, 1, 5))
register$start <- as.numeric(substr(digits, 1, 4))
register$latest <- ifelse(grepl("s$", register$date), register$start + 9, register$start)
# to the year, and no target: the year that an entry begins in
known <- !is.na(register$start) & register$start == register$latest & register$date_precision != "target-year"
register$year <- ifelse(known, register$start, NA)
register$led <- ifelse(register$mechanism == "market", "market", "government")
register$scope <- register$places
register$power <- nchar(register$issuer_level) %% 5 + 1
register$growth <- nchar(register$title_en) %% 5 + 1
register$fairness <- nchar(register$evidence) %% 5
register$money <- nchar(register$section) %% 5 + 1
register$training <- nchar(register$kind) %% 4
# ends three years after it began, for every other dated entry
register$end <- ifelse(seq_len(nrow(register)) %% 2 == 0, register$year + 3, NA)
rung_order <- c("remove-barriers", "auxiliary", "supportive", "incentive", "subsidy")
scopes <- sort(unique(register$scope), method = "radix")

save <- function(result, name) {
  write_json(result, paste0("oracles/", name, ".json"), digits = NA, auto_unbox = TRUE, na = "null", matrix = "rowmajor")
}
