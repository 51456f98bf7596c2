# Shift-share of the shipped British jobs in base R. Run from the repository root: Rscript oracles/structure-shift-share.R
source("oracles/structure-figures.R")

years <- 2015:2022
jobs <- lapply(years, function(year) wide("packages/atlas/britain/jobs.csv", "itl2", "jobs", year))
lacking <- Reduce(`|`, lapply(jobs, is.na))
balanced <- function(m, holes) { m[holes] <- NA; m }

parts <- function(before, after, esteban = FALSE) {
  r0 <- colSums(before, na.rm = TRUE)
  r1 <- colSums(after, na.rm = TRUE)
  g <- sum(r1) / sum(r0) - 1
  gj <- every_row(before, r1 / r0 - 1)
  gij <- after / before - 1
  homothetic <- outer(rowSums(before, na.rm = TRUE), r0 / sum(r0))
  weight <- if (esteban) homothetic else before
  # an industry that starts from nothing has no rate: all of its change is competitive
  competitive <- ifelse(before == 0, after - before, weight * (gij - gj))
  allocation <- ifelse(before == 0, 0, (before - weight) * (gij - gj))
  total <- function(m) rowSums(m, na.rm = TRUE)
  unname(cbind(total(after - before), total(before * g), total(before * (gj - g)), total(competitive), total(allocation)))
}

ends <- is.na(jobs[[1]]) | is.na(jobs[[8]])
first <- balanced(jobs[[1]], ends)
last <- balanced(jobs[[8]], ends)
all_years <- lapply(jobs, balanced, lacking)
yearly <- function(...) Reduce(`+`, lapply(1:7, function(i) parts(all_years[[i]], all_years[[i + 1]], ...)))

save(list(
  made_with = R.version.string,
  columns = c("change", "national", "mix", "competitive", "allocation"),
  classical_ends = parts(first, last),
  esteban_ends = parts(first, last, TRUE),
  classical_yearly = yearly(),
  esteban_yearly = yearly(TRUE)
), "structure-shift-share")
