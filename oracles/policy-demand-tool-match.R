# Supply against demand in the shipped register, kinds of policy standing for problems, under the stated weights, in base R.
# Run from the repository root: Rscript oracles/policy-demand-tool-match.R
source("oracles/policy-register.R")

coded <- register[register$rung != "", ]
weights <- setNames(5:1, rung_order)
problems <- sort(unique(register$kind), method = "radix")
demand <- nchar(problems) / sum(nchar(problems))
ratio <- function(rows) {
  supply <- sapply(problems, function(kind) sum(weights[rows$rung[rows$kind == kind]]))
  supply / sum(supply) / demand
}
narrow <- sapply(problems, function(kind) {
  own <- coded$rung[coded$kind == kind]
  if (length(own) == 0) 0 else mean(own %in% c("incentive", "subsidy"))
})
save(list(
  made_with = R.version.string, problems = problems, demand = demand, narrow = unname(narrow),
  all = unname(ratio(coded)), government = unname(ratio(coded[coded$led == "government", ])),
  market = unname(ratio(coded[coded$led == "market", ]))
), "policy-demand-tool-match")
