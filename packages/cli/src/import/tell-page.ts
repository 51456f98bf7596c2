import type { Problem, Table } from "@conurb/core/contract";
import { firstNamed, type Text } from "@conurb/core/language";
import { totalFaults } from "@conurb/core/quality";
import { fates, type Page, type Reason } from "@conurb/core/sheets";
import { causesOf } from "../causes.ts";
import { problemLines } from "../problems.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import type { SheetLine } from "./choose-sheet.ts";
import { tellFirst } from "./tell-first.ts";

/** What is said of a page on standard error. */

export function tellSheets(
  file: string,
  sheets: readonly SheetLine[],
  read: readonly string[],
  terminal: Terminal,
): void {
  const { text } = terminal;
  terminal.tell(text(say("sheets-heading", { file, sheets: sheets.length })));
  const rows = sheets.map(({ sheet, rows: height, columns, hidden, hasFigures }) => {
    const status = read.includes(sheet)
      ? say("sheet-read")
      : hasFigures === undefined
        ? say("sheet-unseen")
        : hasFigures
          ? say("sheet-other", { name: shellWord(sheet) })
          : say("sheet-bare");
    const told = hidden ? `${text(say("sheet-is-hidden"))}, ${text(status)}` : text(status);
    return [`  ${sheet}`, text(say("sheet-size", { rows: height, columns })), told];
  });
  tellFirst(textTable(rows), mostSheets, terminal);
}

const mostSheets = 30;

/** A name as a shell takes it. */
export const shellWord = (name: string): string =>
  /^[\p{L}\p{N}_.-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;

const mostReasons = 16;

export function tellReasons(sheet: string, given: readonly Reason[], terminal: Terminal): void {
  const reasons = [...new Map(given.map((reason) => [reason.text.en, reason])).values()];
  terminal.tell(terminal.text(say("guess-heading", { sheet })));
  tellFirst(
    reasons.map(({ text }) => `  ${terminal.text(text)}`),
    mostReasons,
    terminal,
  );
}

/** Every cell of the sheet, by what became of it: what was read and refused is said even where it is none. */
export function tellAccount({ account, missingAs, tables }: Page, sheets: number, terminal: Terminal): void {
  const parts = [
    "read",
    "flagged",
    "explained",
    "missing",
    "refused",
    ...fates.filter((fate) => !spoken.has(fate)),
  ] as const;
  const told = parts
    .filter((fate) => account[fate as "read"] > 0 || fate === "read" || fate === "refused")
    .map((fate) => terminal.text(say(`fate-${fate}` as "fate-read", { count: account[fate as "read"] })));
  terminal.tell(terminal.text(say("page-account", { parts: told.join(" + "), cells: account.cells, sheets })));
  tellMissing(missingAs, terminal);
  for (const { totals } of tables) {
    if (totals !== undefined) terminal.tell(terminal.text(say("page-totals", { names: namesIn(totals) })));
  }
}

/** `缺 2, … 14`: signs and words that were taken for missing figures. */
export function tellMissing(missingAs: Page["missingAs"], terminal: Terminal): void {
  const said = Object.entries(missingAs).sort(([, a], [, b]) => b - a);
  if (said.length === 0) return;
  const marks = said.map(([mark, times]) => `${mark} × ${times}`);
  terminal.tell(terminal.text(say("missing-as", { marks: { en: marks.join(", "), zh: marks.join("，") } })));
}

const spoken: ReadonlySet<string> = new Set(["read", "flagged", "explained", "missing", "refused"]);

/** What the sums are called: 总计 beside industries, 全国 beside places, whichever column says the same of most rows. */
function namesIn({ columns }: Table): Text {
  const heads = columns.flatMap(({ kind, name, values }) =>
    kind === "label" && ["place", "industry"].includes(name)
      ? [[...new Set(values)].filter((each) => each !== null)]
      : [],
  );
  const [fewest = []] = heads.sort((a, b) => a.length - b.length);
  return firstNamed(fewest.map(String));
}

/** Totals of the page against the sum of what stands beside them: how many agree, and those that do not. */
export function tellTotals(tables: readonly { readonly table: Table }[], terminal: Terminal): void {
  const compared = tables.filter(({ table }) => (table.source?.page?.compared ?? 0) > 0);
  const sum = (of: "compared" | "held") =>
    compared.reduce((all, { table }) => all + (table.source?.page?.[of] ?? 0), 0);
  if (compared.length > 0)
    terminal.tell(terminal.text(say("totals-compared", { held: sum("held"), compared: sum("compared") })));
  for (const open of tables.flatMap(({ table }) => table.source?.page?.open ?? [])) {
    const named = (mark: string) =>
      open.first.map(({ total, label, parts }) => `${total} ${label}: ${parts.join(" ")}`).join(mark);
    const more = open.count - open.first.length;
    terminal.tell(
      terminal.text(say("totals-open", { count: open.count, totals: { en: named("; "), zh: named("；") }, more })),
    );
  }
  const faults = tables.flatMap(({ table }) => totalFaults(table));
  tellFirst(
    faults.map(({ place: { sheet, row, column } = {}, text }) => `  ${sheet}!${column}${row} ${terminal.text(text)}`),
    mostTold,
    terminal,
  );
}

const mostTold = 12;

export function tellSome(problems: readonly Problem[], count: number, terminal: Terminal): void {
  const told = problemLines(problems, "--json", terminal).map((lines) => lines.join("\n"));
  const untold = causesOf(problems).slice(mostTold);
  const more = count - problems.length + untold.reduce((sum, { others }) => sum + 1 + others.length, 0);
  tellFirst(told, mostTold, terminal, more);
}
