import { type Finding, sentence } from "@conurb/core/contract";
import type { Candidate, ComparedCell, PairIdentification, Reproduction, TableFile } from "@conurb/core/reproduce";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";

const firstCandidates = 5;
const firstCells = 10;

/** What was found, for a person: the verdict, what speaks for it, and the nearest candidates column by column. */
export function printReproduction(
  file: TableFile,
  found: Reproduction | PairIdentification,
  terminal: Terminal,
  all: boolean,
): void {
  const { text, style } = terminal;
  terminal.print(style.bold(text(file.title)));
  terminal.print(style.dim(file.source));
  if (file.note !== undefined) terminal.print(style.dim(text(file.note)));
  terminal.print();
  printFindings(found.findings, found.verdict === "reproduced", terminal);
  terminal.print();
  if (found.kind === "pair") printPairs(found, terminal, all);
  else printCandidates(found, terminal, all);
}

function printFindings(findings: readonly Finding[], reproduced: boolean, terminal: Terminal): void {
  const { style, language } = terminal;
  findings.forEach((finding, at) => {
    const told = sentence(finding, language);
    if (at > 0) terminal.print(`  ${told}`);
    else terminal.print(style.bold(reproduced ? style.green(`✓ ${told}`) : style.red(`✗ ${told}`)));
  });
}

function printCandidates(found: Reproduction, terminal: Terminal, all: boolean): void {
  const { text, style } = terminal;
  const shown = all ? found.candidates : found.candidates.slice(0, firstCandidates);
  const columns = [...new Set(shown[0]?.cells.map(({ column }) => column))];
  // what all of them take alike tells none from another
  const axes = found.axes.filter(
    ({ name }) =>
      !found.indifferent.includes(name) && new Set(shown.map(({ takes }) => JSON.stringify(takes[name]))).size > 1,
  );
  const heads = [
    ...axes.map(({ name }) => name),
    text(say("reproduce-fits")),
    ...(columns.length > 1 ? columns : []),
    text(say("reproduce-worst")),
  ];
  const rows = shown.map((candidate) => [
    ...axes.map(({ name, values }) => shownValue(candidate.takes[name], values)),
    fitting(candidate.cells),
    ...(columns.length > 1
      ? columns.map((column) => fitting(candidate.cells.filter((cell) => cell.column === column)))
      : []),
    worstOf(candidate, terminal),
  ]);
  const right = heads.map((_, at) => at >= axes.length && at < heads.length - 1);
  const [head, ...lines] = textTable([heads, ...rows], right);
  terminal.print(style.dim(head ?? ""));
  for (const line of lines) terminal.print(line);
  const more = found.distinct - shown.length;
  if (more > 0) terminal.print(style.dim(text(say("reproduce-more", { more }))));
  printCells(shown[0]?.cells ?? [], terminal, all);
}

/** `a|b`, or `*` for whatever there is. */
function shownValue(value: unknown, values: readonly unknown[]): string {
  const list = Array.isArray(value) && !values.some((each) => JSON.stringify(each) === JSON.stringify(value));
  if (!list) return typeof value === "string" ? value : JSON.stringify(value);
  if (value.length === values.length) return "*";
  return value.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("|");
}

const isFitting = ({ status }: ComparedCell): boolean => status === "print" || status === "rounding";
const fitting = (cells: readonly ComparedCell[]): string => `${cells.filter(isFitting).length}/${cells.length}`;

function worstOf({ worst }: Candidate, terminal: Terminal): string {
  if (worst === undefined) return "";
  const { column, row, printed, computed, decimals } = worst;
  const values = { printed: printed.toFixed(decimals), computed: shownCell(computed, decimals + 1) };
  const colon = terminal.text({ en: ": ", zh: "：" });
  return `${row === "" ? column : `${row} ${column}`}${colon}${terminal.text(say("reproduce-miss", values))}`;
}

const shownCell = (value: number, decimals: number): string => (Number.isNaN(value) ? "–" : value.toFixed(decimals));

/** The cells of the best candidate: those that do not fit, or every one. */
function printCells(cells: readonly ComparedCell[], terminal: Terminal, all: boolean): void {
  const { text, style } = terminal;
  const wanted = all ? cells : cells.filter((cell) => !isFitting(cell));
  if (wanted.length === 0) return;
  const shown = all ? wanted : wanted.slice(0, firstCells);
  const heads = [
    "reproduce-cell",
    "reproduce-printed",
    "reproduce-computed",
    "reproduce-range",
    "reproduce-status",
  ] as const;
  const rows = shown.map(({ row, column, line, printed, decimals, computed, low, high, status }) => [
    `${row === "" ? column : `${row} ${column}`}${line === undefined ? "" : ` :${line}`}`,
    printed.toFixed(decimals),
    shownCell(computed, decimals + 2),
    low < high ? `${low.toFixed(decimals + 2)}–${high.toFixed(decimals + 2)}` : "",
    text(say(`reproduce-${status}`)),
  ]);
  terminal.print();
  const [head, ...lines] = textTable([heads.map((code) => text(say(code))), ...rows], [false, true, true, true, false]);
  terminal.print(style.dim(head ?? ""));
  for (const line of lines) terminal.print(line);
  const more = wanted.length - shown.length;
  if (more > 0) terminal.print(style.dim(text(say("rows-more", { rows: more }))));
}

function printPairs({ pairs, columns, cells }: PairIdentification, terminal: Terminal, all: boolean): void {
  const { text, style } = terminal;
  const shown = all ? pairs : pairs.slice(0, firstCandidates);
  const rows = shown.map(({ formulas, admitted }) => [
    ...formulas.map((each) => text(each.text)),
    `${admitted}/${cells}`,
  ]);
  const [head, ...lines] = textTable([[...columns, text(say("reproduce-fits"))], ...rows], [false, false, true]);
  terminal.print(style.dim(head ?? ""));
  for (const line of lines) terminal.print(line);
  const more = pairs.length - shown.length;
  if (more > 0) terminal.print(style.dim(text(say("reproduce-more", { more }))));
  const best = pairs[0];
  const listed = best?.cells.filter((cell) => all || !cell.admitted) ?? [];
  if (listed.length === 0) return;
  const interval = (ends: readonly [number, number] | undefined) =>
    ends === undefined || Number.isNaN(ends[0]) ? "–" : `${ends[0].toFixed(4)}–${ends[1].toFixed(4)}`;
  const cellRows = listed
    .slice(0, all ? undefined : firstCells)
    .map((cell) => [
      cell.row,
      ...cell.printed.map(String),
      cell.admitted ? interval(cell.larger) : text(say("reproduce-refused")),
      cell.admitted ? interval(cell.smaller) : "",
    ]);
  const heads = [
    text(say("reproduce-cell")),
    ...columns,
    text(say("reproduce-larger")),
    text(say("reproduce-smaller")),
  ];
  terminal.print();
  const [cellHead, ...cellLines] = textTable([heads, ...cellRows], [false, true, true, true, true]);
  terminal.print(style.dim(cellHead ?? ""));
  for (const line of cellLines) terminal.print(line);
}
