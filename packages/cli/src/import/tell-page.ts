import type { Problem, Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { fates, type Page, type Reason } from "@conurb/core/sheets";
import { shownProblem } from "../problems.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import type { SheetLine } from "./choose-sheet.ts";

/** What is said of a page on standard error. */

export function tellSheets(file: string, sheets: readonly SheetLine[], chosen: string, terminal: Terminal): void {
  const { text } = terminal;
  terminal.tell(text(say("sheets-heading", { file, sheets: sheets.length })));
  const rows = sheets.map(({ sheet, rows: height, columns, hidden, hasFigures }) => {
    const status =
      sheet === chosen
        ? say("sheet-read")
        : hasFigures === undefined
          ? say("sheet-unseen")
          : hasFigures
            ? say("sheet-other", { name: shellWord(sheet) })
            : say("sheet-bare");
    const told = hidden ? `${text(say("sheet-is-hidden"))}, ${text(status)}` : text(status);
    return [`  ${sheet}`, text(say("sheet-size", { rows: height, columns })), told];
  });
  for (const line of textTable(rows)) terminal.tell(line);
}

/** A name as a shell takes it. */
export const shellWord = (name: string): string =>
  /^[\p{L}\p{N}_.-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;

const mostReasons = 16;

export function tellReasons(sheet: string, given: readonly Reason[], terminal: Terminal): void {
  const reasons = [...new Map(given.map((reason) => [reason.text.en, reason])).values()];
  terminal.tell(terminal.text(say("guess-heading", { sheet })));
  for (const { text } of reasons.slice(0, mostReasons)) terminal.tell(`  ${terminal.text(text)}`);
  if (reasons.length > mostReasons)
    terminal.tell(`  ${terminal.text(say("guess-more", { more: reasons.length - mostReasons }))}`);
}

/** Every cell of the sheet, by what became of it: what was read and refused is said even where it is none. */
export function tellAccount({ account, tables }: Page, terminal: Terminal): void {
  const parts = ["read", "flagged", "missing", "refused", ...fates.filter((fate) => !spoken.has(fate))] as const;
  const told = parts
    .filter((fate) => account[fate as "read"] > 0 || fate === "read" || fate === "refused")
    .map((fate) => terminal.text(say(`fate-${fate}` as "fate-read", { count: account[fate as "read"] })));
  terminal.tell(terminal.text(say("page-account", { parts: told.join(" + "), cells: account.cells })));
  for (const { totals } of tables) {
    if (totals === undefined) continue;
    terminal.tell(terminal.text(say("page-totals", { rows: totals.rows, names: namesIn(totals) })));
  }
}

const spoken: ReadonlySet<string> = new Set(["read", "flagged", "missing", "refused"]);

function namesIn(totals: Table): Text {
  const column = totals.columns.find(({ name }) => name === "place") ?? totals.columns[0];
  const names = column?.kind === "label" ? [...new Set(column.values.filter((name) => name !== null))] : [];
  return { en: names.join(", "), zh: names.join("、") };
}

const mostTold = 12;

export function tellSome(problems: readonly Problem[], count: number, terminal: Terminal): void {
  for (const problem of problems.slice(0, mostTold))
    for (const line of shownProblem(problem, terminal)) terminal.tell(line);
  const more = count - Math.min(problems.length, mostTold);
  if (more > 0) terminal.tell(terminal.text(say("page-more", { more })));
}
