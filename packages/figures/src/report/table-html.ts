import type { Column, Table } from "@conurb/core/contract";
import { findColumn } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { ExhibitDeclaration } from "@conurb/core/study";
import { type NumberFormat, numberFormat } from "../format.ts";
import { type Html, h } from "./html.ts";
import type { Names } from "./names.ts";
import type { Say } from "./words.ts";

const usualRows = 20;

/** A three-line table: heads with units, labels by name, gaps hatched and never zero. */
export function tableHtml(table: Table, asked: ExhibitDeclaration, names: Names, language: Language, say: Say): Html {
  const columns = (asked.columns ?? defaultColumns(table, language)).flatMap((name) => findColumn(table, name) ?? []);
  const shown = Math.min(table.rows, asked.rows ?? usualRows);
  const formats = new Map(columns.map((column) => [column.name, formatOf(column, language)]));
  const rows = Array.from({ length: shown }, (_, row) =>
    h(
      "tr",
      {},
      columns.map((column) => cell(column, row, formats.get(column.name), names, say)),
    ),
  );
  return h(
    "div",
    { class: "table" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) => head(column, formats.get(column.name), language)),
        ),
      ),
      h("tbody", {}, rows),
    ),
    shown < table.rows && h("p", { class: "more" }, say("rowsMore", { n: table.rows - shown })),
  );
}

/** Whether a table is narrow enough to share its row. */
export function narrow(table: Table, asked: ExhibitDeclaration, language: Language): boolean {
  return (asked.columns ?? defaultColumns(table, language)).length <= 4;
}

/** Every column but the one in the other language, and the code where a name in this language stands beside it. */
function defaultColumns(table: Table, language: Language): string[] {
  const other = language === "zh" ? "_en" : "_zh";
  const own = language === "zh" ? "_zh" : "_en";
  const list = table.columns.map(({ name }) => name);
  return list.filter(
    (name) => !name.endsWith(other) && !list.includes(name + own) && !/^(cluster|parent|lon|lat)$/.test(name),
  );
}

function formatOf(column: Column, language: Language): NumberFormat | undefined {
  if (column.kind === "label" || column.unit === "year") return undefined;
  const whole = column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  return numberFormat(column.unit, column.values, language, column.unit === "1" && whole ? 0 : undefined);
}

function head(column: Column, format: NumberFormat | undefined, language: Language): Html {
  const title = column.title?.[language] ?? column.name.replace(/_(en|zh)$/, "").replaceAll("_", " ");
  const unit = format?.unit ?? "";
  return h(
    "th",
    { scope: "col", class: column.kind === "number" ? "number" : undefined },
    title,
    unit !== "" && h("span", { class: "unit" }, unit),
  );
}

function cell(column: Column, row: number, format: NumberFormat | undefined, names: Names, say: Say): Html {
  if (column.kind === "label") {
    const value = column.values[row];
    return h("td", {}, value === null || value === undefined ? "" : names.of(value));
  }
  const value = column.values[row] as number;
  if (Number.isNaN(value)) return h("td", { class: "number gap", title: say("missing") }, "–");
  return h("td", { class: "number" }, format === undefined ? String(value) : format.format(value));
}
