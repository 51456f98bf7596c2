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

/** The entry of the study that a place belongs to, where the text does not name it itself. */
function shownPath({ file, path }: Place = {}, text: string): string {
  return file === undefined || path === undefined || text.includes(path) ? "" : ` (${path})`;
}

/** One problem as its lines: where, what is, what was expected; how to mend it. */
export function shownProblem(problem: Problem, terminal: Terminal): string[] {
  const text = terminal.text(problem.text);
  const place = `${shownPlace(problem.place)}${shownPath(problem.place, text)}`;
  const told = place === "" || text.startsWith(`${place} `) || text.startsWith(`${place}：`);
  const { errorStyle } = terminal;
  const lines = [told ? text : `${errorStyle.bold(`${place}:`)} ${text}`];
  if (problem.hint !== undefined)
    lines.push(`  ${errorStyle.cyan(terminal.text(say("hint")))} ${terminal.text(problem.hint)}`);
  return lines;
}

export function tellProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems) for (const line of shownProblem(problem, terminal)) terminal.tell(line);
}
