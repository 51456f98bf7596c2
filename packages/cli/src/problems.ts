import type { Place, Problem } from "@conurb/core/contract";
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
    lines.push(`  ${errorStyle.cyan(terminal.text(say("hint")))} ${terminal.text(problem.hint)}`);
  return lines;
}

export function tellProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems) for (const line of shownProblem(problem, terminal)) terminal.tell(line);
}
