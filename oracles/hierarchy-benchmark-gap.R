# Gaps to Shanghai in the shipped gross product, in base R. Run from the repository root: Rscript oracles/hierarchy-benchmark-gap.R
source("oracles/hierarchy-census.R")

gdp <- read.csv("packages/atlas/china-clusters/gdp.csv", colClasses = c(code = "character"))
at <- function(year) with(gdp[gdp$year == year, ], setNames(gdp, code))
codes <- sort(unique(gdp$code), method = "radix")
first <- at(2010)[codes]
last <- at(2020)[codes]
stopifnot(!anyNA(first), !anyNA(last))
target <- last[["310000"]]

linear <- (target - last) / ((last - first) / 10)
compound <- log(target / last) / log((last / first)^(1 / 10))
settled <- function(years) unname(ifelse(last >= target, 0, ifelse(years > 0, years, NA)))

save(list(
  made_with = R.version.string,
  codes = codes,
  gap = unname(last - target),
  linear = settled(linear),
  compound = settled(compound)
), "hierarchy-benchmark-gap")
