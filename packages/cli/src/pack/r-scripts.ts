import { type AnyMethod, canonicalJson, readInputs } from "@conurb/core/contract";
import { type AnalysisOutcome, type AnalysisPlan, gather, type StudyRun } from "@conurb/core/study";
import { expectedCsv, readingCsv } from "./r-reading.ts";
import { rTemplates } from "./r-templates.ts";

/** The R scripts of a study: what base R computes again from the tables that the methods received, and what it does not. */
export interface RScripts {
  readonly files: ReadonlyMap<string, string>;
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
}

export async function rScripts(run: StudyRun): Promise<RScripts> {
  const files = new Map<string, string>();
  const [covered, uncovered]: string[][] = [[], []];
  const outcomes = new Map([...run.outcomes].map(([name, outcome]) => [name, Promise.resolve(outcome)]));
  for (const analysis of run.plan.analyses) {
    const outcome = run.outcomes.get(analysis.name) as AnalysisOutcome;
    if (!("result" in outcome)) continue;
    const made = await scriptOf(analysis, outcome, run, outcomes);
    if (made === undefined) uncovered.push(analysis.name);
    else {
      covered.push(analysis.name);
      for (const [name, text] of made) files.set(name, text);
    }
  }
  if (covered.length > 0) {
    files.set("check.R", check);
    files.set("all.R", allOf(covered));
  }
  return { files, covered, uncovered };
}

type Outcomes = Parameters<typeof gather>[2];

async function scriptOf(
  analysis: AnalysisPlan,
  outcome: Extract<AnalysisOutcome, { key: string }>,
  run: StudyRun,
  outcomes: Outcomes,
): Promise<[string, string][] | undefined> {
  const { name, options } = analysis;
  const method: AnyMethod = analysis.method;
  const template = Object.hasOwn(rTemplates, method.id) ? rTemplates[method.id] : undefined;
  if (template === undefined) return undefined;
  const { inputs, roles } = await gather(analysis, run.data, outcomes);
  const { readings } = readInputs(method, inputs, roles);
  if (!template.covers(options, readings)) return undefined;
  const tables = Object.entries(readings).filter(([, reading]) => typeof reading === "object");
  const body = [
    `# ${name}: ${analysis.title.en} (${method.id}, version ${method.version})`,
    head,
    ...Object.keys(method.inputs).map((input) =>
      readings[input] === undefined ? `${input} <- NULL` : `${input} <- read("${name}.${input}.csv")`,
    ),
    `options <- ${rList(options)}`,
    template.script.trimEnd(),
    `compare("${name}", found)`,
    "",
  ].join("\n");
  return [
    [`${name}.R`, body],
    ...tables.map(([input, reading]): [string, string] => [`${name}.${input}.csv`, readingCsv(reading)]),
    [`${name}.expected.csv`, expectedCsv(template.expected(outcome.result))],
  ];
}

const head = `here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
if (length(here) == 0) here <- "."
source(file.path(here, "check.R"))`;

/** Options as R writes them; what has no plain form there is told as its JSON. */
function rList(options: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  return `list(${entries.map(([name, value]) => `\`${name}\` = ${rValue(value)}`).join(", ")})`;
}

function rValue(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return JSON.stringify(typeof value === "string" ? value : canonicalJson(value));
}

const check = `# Base R alone: reads what a method received, and compares what is found with what the archive says.
tolerance <- 1e-9 # relative: R reads decimals to within a few last digits, and adds them up in another order

read <- function(name) {
  read.csv(file.path(here, name), check.names = FALSE, encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE,
           colClasses = if (grepl("expected", name)) c("character", "numeric") else columns(name))
}

# codes of places and industries are text, whatever they look like
columns <- function(name) {
  header <- names(read.csv(file.path(here, name), check.names = FALSE, encoding = "UTF-8", nrows = 1))
  words <- c("place", "industry", "group", "from", "to")
  ifelse(header %in% words | grepl("^groups[.]", header), "character", "numeric")
}

compare <- function(name, found) {
  expected <- read(paste0(name, ".expected.csv"))
  value <- unname(found[expected$what])
  both <- !is.na(value) & !is.na(expected$value)
  apart <- abs(value - expected$value) / pmax(abs(expected$value), 1e-3)
  worst <- if (any(both)) max(apart[both]) else 0
  missing <- sum(is.na(value) != is.na(expected$value))
  same <- worst <= tolerance && missing == 0
  cat(sprintf("%-24s %6d numbers, furthest apart %.1e%s: %s\\n", name, sum(both), worst,
              if (missing > 0) sprintf(", %d missing", missing) else "", if (same) "the same" else "NOT THE SAME"))
  if (!same) quit(status = 1)
  invisible(found)
}
`;

function allOf(names: readonly string[]): string {
  return `# Everything that base R computes again: Rscript all.R
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
if (length(here) == 0) here <- "."
run <- function(name) {
  status <- system2(file.path(R.home("bin"), "Rscript"), shQuote(file.path(here, paste0(name, ".R"))))
  if (status != 0) quit(status = 1)
}
for (name in c(${names.map((name) => `"${name}"`).join(", ")})) run(name)
`;
}
