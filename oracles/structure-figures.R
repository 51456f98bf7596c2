# The shipped figures as matrices, for the other structure scripts, which source this file.
library(jsonlite)

wide <- function(path, place, value, year = 2019) {
  rows <- read.csv(path, colClasses = setNames("character", place))
  rows <- rows[rows$year == year & rows[[place]] != "341500", ] # Lu'an 2019 is flagged total-mismatch
  places <- sort(unique(rows[[place]]), method = "radix")
  industries <- sort(unique(rows$industry), method = "radix")
  m <- matrix(NA_real_, length(places), length(industries), dimnames = list(places, industries))
  m[cbind(rows[[place]], rows$industry)] <- rows[[value]]
  m
}

china <- wide("packages/atlas/china-clusters/employment.csv", "code", "employees_10k")
britain <- wide("packages/atlas/britain/jobs.csv", "itl2", "jobs")
nation <- with(read.csv("packages/atlas/china-clusters/national_employment.csv"), setNames(employees_10k, industry))[colnames(china)]

shares <- function(m) m / rowSums(m, na.rm = TRUE)
every_row <- function(m, base) matrix(base, nrow(m), ncol(m), byrow = TRUE)
of_all <- function(m) every_row(m, colSums(m, na.rm = TRUE))
of_others <- function(m) t(sapply(seq_len(nrow(m)), function(i) colSums(m[-i, , drop = FALSE], na.rm = TRUE)))
of_nation <- function(m) every_row(m, nation)
of_rest_of_nation <- function(m) of_nation(m) - ifelse(is.na(m), 0, m)

save <- function(result, name) {
  write_json(result, paste0("oracles/", name, ".json"), digits = NA, auto_unbox = TRUE, na = "null", matrix = "rowmajor")
}
