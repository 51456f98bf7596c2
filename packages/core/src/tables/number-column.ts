import { InputError } from "../contract/errors.ts";
import { type NumberColumn, numbers } from "../contract/table.ts";
import { convert } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { isDimensionless, type Unit } from "../units/unit.ts";
import type { CellProblems } from "./cell-problems.ts";
import type { ColumnKind } from "./column-kind.ts";
import { isLongNumber, type NumberCell, numberCell } from "./number-cell.ts";
import { isMissing, type SheetColumn } from "./sheet-column.ts";
import type { TableSchema } from "./type-table.ts";
import { yearNamed } from "./year-vintage.ts";

interface Typed {
  readonly column: NumberColumn;
  readonly missing: number;
  /** What stands in the cells that are missing and not empty, and how often. */
  readonly marks: ReadonlyMap<string, number>;
  readonly refused: number;
}

type Cell = NumberCell | "missing" | "refused";

/** Reads the cells of a number column; those that are no number are problems, and `NaN`. */
export function numberColumn(
  sheet: SheetColumn,
  kind: Exclude<ColumnKind, "label">,
  flags: readonly (string | null)[] | undefined,
  { roles = {} }: TableSchema,
  problems: CellProblems,
): Typed {
  const { heading, field, texts, rows } = sheet;
  const at = (row: number) => ({ row: rows[row] as number, column: heading.name });
  const marks = new Map<string, number>();
  const cells = texts.map((text, row): Cell => {
    if (text === undefined) return "refused";
    if (isMissing(text, sheet)) {
      const mark = text.trim();
      if (mark !== "") marks.set(mark, (marks.get(mark) ?? 0) + 1);
      return "missing";
    }
    const cell = readCell(text, kind);
    if (cell === undefined) refuseText(text, kind, sheet, at(row), problems);
    return cell ?? "refused";
  });
  const declared = field?.unit ?? heading.unit ?? usualUnit(heading.name, kind, roles);
  const { unit, values } = inOneUnit(cells, declared, sheet, problems);
  const missing = cells.filter((cell) => cell === "missing").length;
  const refused = values.filter(Number.isNaN).length - missing;
  const title = field?.title;
  const column = numbers(heading.name, unit, values, {
    ...(title === undefined ? {} : { title }),
    ...(flags?.some((flag) => flag !== null) ? { flags } : {}),
  });
  return { column, missing, refused, marks };
}

function readCell(text: string, kind: ColumnKind): NumberCell | undefined {
  if (kind === "year") {
    const value = yearNamed(text);
    return value === undefined ? undefined : { value, unit: undefined };
  }
  const cell = numberCell(text);
  return kind === "integer" && cell !== undefined && !Number.isInteger(cell.value) ? undefined : cell;
}

function refuseText(
  text: string,
  kind: ColumnKind,
  { heading: { name }, isGuessed }: SheetColumn,
  at: { row: number; column: string },
  problems: CellProblems,
): void {
  if (kind !== "year" && isLongNumber(text)) {
    refuseInexact(text.trim(), name, at, problems);
    return;
  }
  const wanted = { integer: ["a whole number", "整数"], year: ["a year", "年份"] }[kind as string] ?? [
    "a number",
    "数字",
  ];
  const comma = /^[+-]?\d+,\d{1,2}$/.test(text.trim());
  problems.add(
    "not-a-number",
    { en: `column ${name} holds "${text}", expected ${wanted[0]}`, zh: `列 ${name} 中出现“${text}”，应为${wanted[1]}` },
    at,
    comma
      ? {
          en: `write ${text.trim().replace(",", ".")} with a decimal point`,
          zh: `小数点请写作 ${text.trim().replace(",", ".")}`,
        }
      : isGuessed
        ? {
            en: `mend the cell, or leave it empty if the figure is missing; a column of names is declared so: roles: { name: ${name} }`,
            zh: `请更正；如数据缺失请留空；若该列为名称，请在研究文件中声明 roles: { name: ${name} }`,
          }
        : { en: "mend the cell, or leave it empty if the figure is missing", zh: "请更正；如数据缺失请留空" },
  );
}

function refuseInexact(text: string, name: string, at: { row: number; column: string }, problems: CellProblems): void {
  problems.add(
    "number-inexact",
    {
      en: `column ${name} holds ${text}, which has more digits than a number can hold`,
      zh: `列 ${name} 中的 ${text} 位数过多，无法精确存为数字`,
    },
    at,
    {
      en: `a column of codes is declared so: roles: { name: ${name} }`,
      zh: `若该列为代码或编号，请在研究文件中声明 roles: { name: ${name} }`,
    },
  );
}

function usualUnit(name: string, kind: ColumnKind, roles: Readonly<Record<string, string | readonly string[]>>) {
  if (kind === "year") return "year";
  return [roles["lon"], roles["lat"]].includes(name) || /^(lon|lat|longitude|latitude|经度|纬度)$/i.test(name)
    ? "degree"
    : undefined;
}

/** Percent signs fit a column in percent or plain numbers; among cells without one they are refused, for nobody knows. */
function inOneUnit(
  cells: readonly Cell[],
  declared: string | undefined,
  sheet: SheetColumn,
  problems: CellProblems,
): { unit: string; values: Float64Array } {
  const { heading, texts, rows } = sheet;
  const signs = new Set(cells.flatMap((cell) => (typeof cell === "string" ? [] : [cell.unit])));
  const [only] = signs.size === 1 ? signs : [undefined];
  const unit = declared ?? only ?? "1";
  const parsed = declared === undefined ? undefined : readable(declared, heading.name, problems);
  const values = Float64Array.from(cells, (cell, row) => {
    if (typeof cell === "string") return Number.NaN;
    if (cell.unit === undefined || cell.unit === unit) return cell.value;
    if (parsed !== undefined && isDimensionless(parsed)) return convert(cell.value, cell.unit, parsed);
    problems.add(
      "percent-unexpected",
      declared === undefined
        ? {
            en: `column ${heading.name} holds "${texts[row]}", and other cells have no such sign`,
            zh: `列 ${heading.name} 中出现“${texts[row]}”，而其他单元格没有该符号`,
          }
        : {
            en: `column ${heading.name} is in ${declared}, but holds "${texts[row]}"`,
            zh: `列 ${heading.name} 的单位是 ${declared}，但出现“${texts[row]}”`,
          },
      { row: rows[row] as number, column: heading.name },
      {
        en: "declare the column's unit as percent, or write all cells alike",
        zh: "请声明该列单位为 percent，或统一写法",
      },
    );
    return Number.NaN;
  });
  return { unit, values };
}

function readable(unit: string, name: string, problems: CellProblems): Unit | undefined {
  try {
    return parseUnit(unit);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { code, text, hint } of error.problems) {
      problems.add(code, { en: `column ${name}: ${text.en}`, zh: `列 ${name}：${text.zh}` }, { column: name }, hint);
    }
    return undefined;
  }
}
