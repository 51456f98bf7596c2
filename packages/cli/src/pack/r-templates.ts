import { findColumn, type MethodResult, type Table } from "@conurb/core/contract";

/** How base R computes a method again, from what the method received. */
export interface RTemplate {
  /** Which calls the script covers; for the others there is none. */
  readonly covers: (options: Readonly<Record<string, unknown>>, readings: Readonly<Record<string, unknown>>) => boolean;
  /** The numbers that it finds, by what they are of. */
  readonly expected: (result: MethodResult) => (readonly [string, number])[];
  /** Reads `data` (and `reference`), knows `options`, leaves named numbers in `found`. */
  readonly script: string;
}

const always = () => true;

function cells(result: MethodResult, name: string, keys: readonly string[], columns: readonly string[]) {
  const table = result.tables.find((each) => each.name === name) as Table;
  const at = (column: string, row: number) => findColumn(table, column)?.values[row];
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return rows.flatMap((row) =>
    columns.flatMap((column): (readonly [string, number])[] => {
      const value = at(column, row);
      const key = keys.map((each) => at(each, row)).filter((part) => part !== undefined);
      return typeof value === "number" ? [[[column, ...key].join(" ").trim(), value]] : [];
    }),
  );
}

const theil: RTemplate = {
  covers: always,
  expected: (result) => [
    ["theil", result.scalars.theil as number],
    ...cells(result, "decomposition", ["between"], ["component"]),
  ],
  script: `# T = sum s ln(s / p), L = sum p ln(p / s); s: share of the total, p: share of the weight
weight <- if ("weight" %in% names(data)) data$weight else rep(1, nrow(data))
income <- if (options$value == "per-head") data$value * weight else data$value
between <- function(key) {
  s <- tapply(income, key, sum) / sum(income)
  p <- tapply(weight, key, sum) / sum(weight)
  if (options$index == "T") sum(ifelse(s > 0, s * log(s / p), 0)) else sum(p * log(p / s))
}
groupings <- grep("^groups[.]", names(data), value = TRUE)
keys <- lapply(seq_along(groupings), function(k) do.call(paste, c(data[groupings[1:k]], sep = "\\r")))
up_to <- vapply(c(keys, list(as.character(seq_len(nrow(data))))), between, 0)
found <- c(theil = up_to[length(up_to)],
           setNames(diff(c(0, up_to)), paste("component", c(sub("^groups[.]", "", groupings), "place"))))
`,
};

const compositionHead = `of <- function(rows, column = "value") tapply(rows[[column]], rows$industry, sum)
years <- unique(data$year)
base_of <- function(rows, year) {
  if (is.null(reference)) return(tapply(rows$value, rows$industry, sum, na.rm = TRUE))
  known <- if (is.null(reference$year) || length(unique(reference$year)) == 1 && is.na(year)) reference
           else reference[reference$year == year, ]
  of(known)
}
`;

const locationQuotient: RTemplate = {
  covers: ({ self }) => self === "include",
  expected: (result) => cells(result, "quotients", ["place", "industry", "year"], ["quotient"]),
  script: `# LQ = (e_ij / e_i) / (e_j / e), shares over the industries that the place and its reference have
${compositionHead}found <- c()
for (year in years) {
  rows <- if (is.na(year)) data else data[data$year == year, ]
  base <- base_of(rows, year)
  for (place in unique(rows$place)) {
    own <- of(rows[rows$place == place, ])
    own <- own[names(own) %in% names(base)]
    there <- names(own)[!is.na(own)]
    share <- own / sum(own[there])
    compared <- base[names(own)] / sum(base[there])
    quotient <- ifelse(base[names(own)] == 0, ifelse(own == 0 & options$absent == "zero", 0, NA), share / compared)
    names(quotient) <- trimws(paste("quotient", place, names(own), if (is.na(year)) "" else year))
    found <- c(found, quotient)
  }
}
`,
};

const similarity: RTemplate = {
  covers: always,
  expected: (result) => cells(result, "pairs", ["place", "other", "year"], ["cosine", "krugman"]),
  script: `# cosine = sum st / sqrt(sum s^2 sum t^2), krugman = 1 - sum |s - t| / 2, over industries that both places have
${compositionHead}found <- c()
for (year in years) {
  rows <- if (is.na(year)) data else data[data$year == year, ]
  if (!is.null(reference)) rows <- rows[rows$industry %in% names(base_of(rows, year)), ]
  places <- unique(rows$place)
  figures <- sapply(places, function(place) of(rows[rows$place == place, ])[unique(rows$industry)])
  for (i in seq_along(places)) for (j in seq_along(places)) if (i != j) {
    both <- !is.na(figures[, i]) & !is.na(figures[, j])
    s <- figures[both, i] / sum(figures[both, i])
    t <- figures[both, j] / sum(figures[both, j])
    pair <- trimws(paste(places[i], places[j], if (is.na(year)) "" else year))
    values <- c(sum(s * t) / sqrt(sum(s^2) * sum(t^2)), 1 - sum(abs(s - t)) / 2)
    found <- c(found, setNames(values, paste(c("cosine", "krugman"), pair)))
  }
}
`,
};

const scalarsNamed = (names: readonly string[]) => (result: MethodResult) =>
  names.map((name) => [name, Number(result.scalars[name] ?? Number.NaN)] as const);

const beta: RTemplate = {
  covers: ({ groups }, { controls, data }) =>
    controls === undefined && (groups === "apart" || (data as { group?: unknown }).group === undefined),
  expected: scalarsNamed(["slope", "standardError", "p", "lambda"]),
  script: `# ln(y_T / y_0) / T = a + b ln y_0 by ordinary least squares, errors as asked
years <- range(data$year)
from <- if (is.null(options$from)) years[1] else options$from
to <- if (is.null(options$to)) years[2] else options$to
first <- data[data$year == from, ]
last <- data[data$year == to, ]
last <- last[match(first$place, last$place), ]
whole <- !is.na(first$value) & !is.na(last$value)
x <- log(first$value[whole])
span <- to - from
y <- log(last$value[whole]) - log(first$value[whole])
if (options$growth == "per-year") y <- y / span
fit <- lm(y ~ x)
X <- cbind(1, x)
bread <- solve(crossprod(X))
e <- residuals(fit)
n <- length(y)
meat <- switch(options$errors,
  hc3 = crossprod(X * (e / (1 - rowSums((X %*% bread) * X)))),
  hc1 = crossprod(X * e) * n / (n - 2),
  classical = crossprod(X) * sum(e^2) / (n - 2))
se <- sqrt((bread %*% meat %*% bread)[2, 2])
b <- unname(coef(fit)[2])
closing <- 1 + b * (if (options$growth == "per-year") span else 1)
found <- c(slope = b, standardError = se, p = 2 * pt(-abs(b / se), n - 2),
           lambda = if (closing > 0) -log(closing) / span else NA)
`,
};

const rankSize: RTemplate = {
  covers: ({ estimator }) => estimator === "rank-half" || estimator === "ols",
  expected: (result) => cells(result, "fits", ["group", "year"], ["exponent", "r2"]),
  script: `# ln(rank - 1/2) = a - b ln(size) by ordinary least squares, group by group; ols: ln(rank)
shift <- if (options$estimator == "rank-half") 0.5 else 0
group <- if ("group" %in% names(data)) data$group else rep("", nrow(data))
year <- if ("year" %in% names(data)) data$year else rep("", nrow(data))
found <- c()
for (each in unique(paste(group, year, sep = "\\r"))) {
  rows <- which(paste(group, year, sep = "\\r") == each)
  sizes <- sort(data$size[rows], decreasing = TRUE)
  if (!is.null(options$minimum)) sizes <- sizes[sizes >= options$minimum]
  if (!is.null(options$top)) sizes <- head(sizes, options$top)
  if (length(sizes) < 3 || min(sizes) == max(sizes)) next
  fit <- lm(log(seq_along(sizes) - shift) ~ log(sizes))
  values <- c(exponent = -unname(coef(fit)[2]), r2 = summary(fit)$r.squared)
  names(values) <- trimws(paste(names(values), group[rows[1]], year[rows[1]]))
  found <- c(found, values)
}
`,
};

/** By method; a method that is not here has no script, and the archive says so. */
export const rTemplates: Readonly<Record<string, RTemplate>> = {
  "convergence/beta": beta,
  "hierarchy/rank-size": rankSize,
  "inequality/theil": theil,
  "structure/location-quotient": locationQuotient,
  "structure/similarity": similarity,
};
