import type { Column, NumberColumn } from "../contract/table.ts";
import { firstNamed } from "../language/first-named.ts";
import type { CellProblems } from "./cell-problems.ts";
import type { Heading } from "./header.ts";
import type { TableSchema } from "./type-table.ts";

/** Says which units were read from the column's name, and which columns have none. */
export function noteUnits(
  columns: readonly Column[],
  headings: readonly Heading[],
  { fields = [], roles = {} }: TableSchema,
  notes: CellProblems,
): void {
  const declared = new Set(fields.flatMap(({ name, unit }) => (unit === undefined ? [] : [name])));
  const bare: string[] = [];
  for (const column of columns.filter((each): each is NumberColumn => each.kind === "number")) {
    const { name, unit } = column;
    if (declared.has(name) || unit === "year" || unit === "degree") continue;
    const found = headings.find((heading) => heading.name === name)?.unit;
    if (found !== undefined) {
      notes.add(
        "unit-from-header",
        { en: `the unit of ${name} is read from its name: ${found}`, zh: `${name} 的单位取自列名：${found}` },
        { row: 0, column: name },
      );
    } else if (
      unit === "1" &&
      !(roles["unit"] !== undefined && [roles["value"], roles["values"]].flat().includes(name))
    ) {
      bare.push(name);
    }
  }
  if (bare.length === 0) return;
  const named = firstNamed(bare);
  notes.add(
    "unit-undeclared",
    {
      en: `no unit is declared for ${named.en}: taken as plain numbers`,
      zh: `${named.zh} 未声明单位：按无单位的数处理`,
    },
    { row: 0 },
    { en: `units: { ${bare[0]}: 10000 person }`, zh: `units: { ${bare[0]}: 万人 }` },
  );
}
