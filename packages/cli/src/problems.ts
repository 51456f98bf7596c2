import type { Place, Problem } from "@conurb/core/contract";
import { same } from "@conurb/core/language";
import { type Cause, causesOf } from "./causes.ts";
import { say } from "./say.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** `study.yaml:7`, `data/jobs.csv:12 (gdp)`: where a problem stands, empty where it stands nowhere. */
function shownPlace(place: Place | undefined): string {
  if (place?.file === undefined) return "";
  const line = place.row ?? place.line;
  const column = typeof place.column !== "string" ? "" : ` (${place.column})`;
  const sheet = place.sheet === undefined ? "" : ` [${place.sheet}]`;
  return `${place.file}${sheet}${line === undefined ? "" : `:${line}`}${column}`;
}

/** `2-1!C7 holds ...`: what the engine of sheets says names its own cell. */
const namesItsCell = (sheet: string | undefined, text: string): boolean =>
  sheet !== undefined && [`${sheet}!`, `${sheet}: `, `${sheet}：`].some((beginning) => text.startsWith(beginning));

/** The entry of the study that a place belongs to, where the text does not name it itself. */
function shownPath({ file, path }: Place = {}, text: string): string {
  return file === undefined || path === undefined || text.includes(path) ? "" : ` (${path})`;
}

/** `study.yaml:12 datasets.jobs: data/jobs.csv row 7, column gdp`: an entry of the study, and where in its data file. */
function shownInData({ file, row, column, sheet }: Place, declared: Place, text: string, terminal: Terminal): string {
  const named = row === undefined ? "place-column" : column === undefined ? "place-row" : "place-cell";
  const isWhole = row === undefined && column === undefined;
  if (namesItsCell(sheet, text)) return `${shownPlace(declared)} ${declared.path ?? ""}: ${file}`;
  const cell = isWhole ? "" : terminal.text(say(named, { row: String(row), column: String(column) }));
  const entry = `${shownPlace(declared)} ${declared.path ?? ""}`.trimEnd();
  if (file === undefined || (isWhole && text.includes(file))) return entry;
  return `${entry}: ${sheet === undefined ? file : `${file} [${sheet}]`} ${cell}`.trimEnd();
}

/** One problem as its lines: where, what is, what was expected; how to mend it. */
export function shownProblem(problem: Problem, terminal: Terminal): string[] {
  const text = terminal.text(problem.text);
  const { file, sheet } = problem.place ?? {};
  const own = file !== undefined && namesItsCell(sheet, text) ? { file } : problem.place;
  const place =
    problem.place === undefined || problem.declared === undefined
      ? `${shownPlace(own)}${shownPath(problem.place, text)}`
      : shownInData(problem.place, problem.declared, text, terminal);
  const told = place === "" || [" ", ": ", "："].some((end) => text.startsWith(`${place}${end}`));
  const { errorStyle } = terminal;
  const lines = [told ? text : `${errorStyle.bold(`${place}:`)} ${text}`];
  if (problem.hint !== undefined)
    lines.push(`  ${errorStyle.cyan(terminal.text(say("hint")))}${terminal.text(problem.hint)}`);
  return lines;
}

const placesShown = 5;

/** Where the others of a cause stand: `and 17 more like it: row 7; row 9 … (--json lists each)`. */
export function shownOthers({ first, others }: Cause<Problem>, by: "--all" | "--json", terminal: Terminal): string {
  const places = others.slice(0, placesShown).map(({ place = {} }) => {
    const { sheet, row, column } = place;
    if (sheet !== undefined && row !== undefined && /^[A-Z]{1,3}$/.test(String(column))) return same(`${column}${row}`);
    const code = column === undefined || column === first.place?.column ? "place-row" : "place-cell";
    return say(code, { row: String(row), column: String(column) });
  });
  const more = others.length > placesShown ? " …" : "";
  const listed = {
    en: `${places.map(({ en }) => en).join("; ")}${more}`,
    zh: `${places.map(({ zh }) => zh).join("；")}${more}`,
  };
  return terminal.text(say("problems-like-it", { count: others.length, places: listed, by }));
}

/** Problems as lines, those of one cause together: the first, how many more there are, and where the next ones stand. */
export function problemLines(problems: readonly Problem[], by: "--all" | "--json", terminal: Terminal): string[][] {
  return causesOf(problems).map((cause) => {
    const lines = shownProblem(cause.first, terminal);
    return cause.others.length === 0 ? lines : [...lines, `  ${shownOthers(cause, by, terminal)}`];
  });
}

export function tellProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const line of problemLines(problems, "--json", terminal).flat()) terminal.tell(line);
}
