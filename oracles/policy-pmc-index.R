# PMC index of the shipped register by items that its columns answer, in base R. Run from the repository root:
# Rscript oracles/policy-pmc-index.R
source("oracles/policy-register.R")

items <- data.frame(
  dated = as.numeric(!is.na(register$start)), named = as.numeric(register$title_zh != ""),
  central = as.numeric(register$issuer_level == "central"), ranked = as.numeric(register$rung != ""),
  noted = as.numeric(register$note != ""), plan = as.numeric(register$level == "strategic-plan")
)
x <- cbind(
  form = rowMeans(items[, c("dated", "named", "noted")]),
  standing = rowMeans(items[, c("central", "plan")]),
  rung = items$ranked
)
pmc <- rowSums(x)
save(list(
  made_with = R.version.string, pmc = as.list(setNames(pmc, register$id)), variables = as.list(colMeans(x)),
  mean = mean(pmc), led = lapply(split(pmc, register$led), mean)
), "policy-pmc-index")
