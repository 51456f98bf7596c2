import { findColumn, type NumberColumn, originOf, type Table } from "@conurb/core/contract";
import { balances, guessLayout, type Page, readPage, type Sheet } from "@conurb/core/sheets";
import { convert } from "@conurb/core/units";
import { describe, expect, it } from "vitest";
import { decodeWorkbook } from "../src/decode/read-workbook.ts";
import { bytesOf, type DirtyPage, dirtyPages, provinces, variables } from "./dirty-pages.ts";

const known = variables.map(({ name, zh, en }) => ({ name, title: { zh, en } }));
/** Two roundings where the page writes another scale; nothing where it writes the figure itself. */
const rounding = 4 * Number.EPSILON;

async function firstSheet(page: DirtyPage): Promise<Sheet> {
  const { sheets } = await decodeWorkbook(await bytesOf(page), "页.xlsx");
  return sheets[0] as Sheet;
}

function figures(
  page: Page,
): Map<string, { value: number; unit: string; flag: string | null; table: Table; column: NumberColumn; row: number }> {
  const found = new Map();
  for (const { table } of page.tables) {
    const years = findColumn(table, "year");
    const places = findColumn(table, "place");
    for (const column of table.columns) {
      if (column.kind !== "number" || column.name === "year") continue;
      for (let row = 0; row < table.rows; row += 1) {
        if ((column.origins?.[row] ?? 0) === 0) continue;
        const key = `${places?.values[row]} ${years?.values[row]} ${column.name}`;
        expect(found.has(key), `${key} once`).toBe(false);
        found.set(key, {
          value: column.values[row],
          unit: column.unit,
          flag: column.flags?.[row] ?? null,
          table,
          column,
          row,
        });
      }
    }
  }
  return found;
}

describe.each(dirtyPages.map((page) => [page.name, page] as const))("a page with %s", (_, page) => {
  it("gives every figure of the atlas by the guessed layout, and accounts for every cell", async () => {
    const sheet = await firstSheet(page);
    const guess = guessLayout(sheet, { variables: known });
    if (guess.layout === undefined) throw new Error("no layout");
    const read = readPage(sheet, guess.layout, { name: "page" });
    expect(read.problems.map(({ text }) => text.en)).toEqual([]);
    expect(balances(read.account)).toBe(true);
    const found = figures(read);
    const lost = page.expected.filter(({ place, year, variable }) => !found.has(`${place} ${year} ${variable}`));
    expect(lost.slice(0, 5)).toEqual([]);
    for (const { place, year, variable, value, flag } of page.expected) {
      const own = found.get(`${place} ${year} ${variable}`);
      if (own === undefined) continue;
      const at = `${page.name}: ${place} ${year} ${variable}`;
      if (value === undefined) expect(own.value, at).toBeNaN();
      else {
        const unit = variables.find(({ name }) => name === variable)?.unit as string;
        const converted = convert(own.value, own.unit, unit);
        expect(Math.abs(converted - value), at).toBeLessThanOrEqual(rounding * Math.abs(value));
      }
      expect(own.flag, at).toBe(flag ?? null);
    }
    expect(found.size).toBe(page.expected.length);
    const { account } = read;
    const present = page.expected.filter(({ value }) => value !== undefined).length;
    expect(account.read + account.flagged).toBe(present + (page.totals ?? 0));
    const explained = page.expected.filter(({ value, flag }) => value === undefined && flag !== undefined).length;
    expect(account.explained).toBe(explained);
    expect(account.missing).toBe(page.expected.length - present - explained);
    expect([...read.cells()].length).toBe(page.expected.length + (page.totals ?? 0));
  });

  it("names the cell of every figure", async () => {
    const sheet = await firstSheet(page);
    const read = readPage(sheet, guessLayout(sheet, { variables: known }).layout as never, { name: "page" });
    for (const { value, table, column, row } of figures(read).values()) {
      const origin = originOf(table, column.name, row);
      const held = sheet.rows[(origin?.row ?? 0) - 1]?.[(origin?.column ?? 0) - 1] ?? null;
      if (typeof held === "number" && origin?.raw === undefined) expect(held).toBe(value);
      else if (held !== null && origin?.raw !== undefined && typeof held === "string") expect(origin.raw).toBe(held);
    }
  });

  it("gives its reasons in both languages", async () => {
    for (const { text } of guessLayout(await firstSheet(page), { variables: known }).reasons) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/[a-z]{3}/);
    }
  });
});

it("the provinces are those of the yearbooks", () => {
  expect(provinces.map(({ short }) => short)).toContain("内蒙古");
});
