import { knownUnit } from "../units/parse-unit.ts";
import { isDimensionless, one, sameUnit } from "../units/unit.ts";
import type { CellProblems } from "./cell-problems.ts";
import type { Cells } from "./cells.ts";

/** A column of the sheet that has a name. */
export interface Heading {
  readonly name: string;
  /** Position in each row of the sheet. */
  readonly position: number;
  /** The unit in brackets after the name or the title, as in `population (万人)`. */
  readonly unit: string | undefined;
}

/** The named columns; columns without a name or any cell are the empty margin that spreadsheets leave. */
export function readHeader(cells: Cells, problems: CellProblems): readonly Heading[] {
  const header = (cells.rows[0] ?? []).map((name) => name.replace(/^\uFEFF/, "").trim());
  const headings: Heading[] = [];
  const first = new Map<string, number>();
  for (const [position, name] of header.entries()) {
    const before = first.get(name);
    if (name === "") {
      if (cells.rows.some((row, at) => at > 0 && (row[position] ?? "").trim() !== "")) unnamed(position, problems);
    } else if (before !== undefined) {
      twice(name, before, position, problems);
    } else {
      first.set(name, position);
      headings.push({ name, position, unit: bracketedUnit(name) ?? bracketedUnit(titleText(cells, position)) });
    }
  }
  return headings;
}

function titleText({ titles }: Cells, position: number): string {
  const title = titles?.[position] ?? "";
  return typeof title === "string" ? title : title.en;
}

function unnamed(position: number, problems: CellProblems): void {
  problems.add(
    "column-unnamed",
    { en: `column ${position + 1} has cells but no name`, zh: `第 ${position + 1} 列有内容但没有列名` },
    { row: 0, column: position + 1 },
    { en: "write a name in the header row, or delete the column", zh: "请在表头补上列名，或删除该列" },
  );
}

function twice(name: string, before: number, position: number, problems: CellProblems): void {
  problems.add(
    "column-repeated",
    {
      en: `column name ${name} stands over columns ${before + 1} and ${position + 1}`,
      zh: `列名 ${name} 同时出现在第 ${before + 1} 列和第 ${position + 1} 列`,
    },
    { row: 0, column: name },
    { en: "give each column a name of its own", zh: "请为每一列取不同的名称" },
  );
}

function bracketedUnit(name: string): string | undefined {
  const text = /[（(]([^（()）]*)[)）]$/.exec(name)?.[1]?.trim();
  const unit = text === undefined || text === "" ? undefined : knownUnit(text);
  if (unit === undefined) return undefined;
  const bareNumber = isDimensionless(unit) && (sameUnit(unit, one) || /^\d+$/.test(text as string));
  return bareNumber ? undefined : text;
}
