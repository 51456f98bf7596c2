import { placeOf, rowLabel } from "../contract/bind.ts";
import type { Problem } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { Column, Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";

/** A flag as a data package declares it. */
export interface FlagDeclaration extends Text {
  readonly name: string;
  readonly severity: "note" | "unusable";
}

export interface FlagUse {
  readonly flag: string;
  readonly text: Text;
  readonly severity: "note" | "unusable";
  /** How many values carry it. */
  readonly cells: number;
}

export interface Screened {
  readonly table: Table;
  /** Each value set to `NaN`, with the text of its flag. */
  readonly dropped: readonly Dropped[];
  /** The declared flags in use, by name. */
  readonly used: readonly FlagUse[];
  /** A flag that is not declared: `flag-undeclared`. Its values are kept. */
  readonly problems: readonly Problem[];
}

/** Takes out the values whose flag is declared unusable. Flags of one cell are joined by `;`. */
export function unusableFlags(table: Table, flags: readonly FlagDeclaration[]): Screened {
  const declared = new Map(flags.map((flag) => [flag.name, flag]));
  const counts = new Map<string, number>();
  const unknown = new Map<string, Problem>();
  const dropped: Dropped[] = [];
  const columns = table.columns.map((column): Column => {
    if (column.kind !== "number" || column.flags === undefined) return column;
    const values = column.values.map((value, row) => {
      const flag = column.flags?.[row];
      if (flag == null || Number.isNaN(value)) return value;
      let usable = true;
      for (const name of namesIn(flag)) {
        const known = declared.get(name);
        if (known === undefined) {
          if (!unknown.has(name)) unknown.set(name, undeclared(table, column.name, row, name, [...declared.keys()]));
          continue;
        }
        counts.set(name, (counts.get(name) ?? 0) + 1);
        if (known.severity !== "unusable" || !usable) continue;
        usable = false;
        dropped.push({ input: table.name, row: nameOf(table, row), reason: reasonOf(column.name, known) });
      }
      return usable ? value : Number.NaN;
    });
    return { ...column, values };
  });
  const used = flags.flatMap(({ name, en, zh, severity }) => {
    const cells = counts.get(name);
    return cells === undefined ? [] : [{ flag: name, text: { en, zh }, severity, cells }];
  });
  return { table: { ...table, columns }, dropped, used, problems: [...unknown.values()] };
}

function namesIn(flag: string): string[] {
  return flag.split(";").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
}

function reasonOf(column: string, { en, zh }: Text): Text {
  return { en: `${column} is flagged: ${en}`, zh: `${column} 带有标记：${zh}` };
}

function nameOf(table: Table, row: number): string {
  const roles = new Map(Object.entries(table.roles ?? {}).map(([role, names]) => [role, [names].flat()]));
  return rowLabel(table, roles, row);
}

function undeclared(table: Table, column: string, row: number, flag: string, known: readonly string[]): Problem {
  return {
    code: "flag-undeclared",
    text: {
      en: `${table.name}: flag ${flag} is not declared; the flags are ${known.length > 0 ? known.join(", ") : "none"}`,
      zh: `${table.name}：标记 ${flag} 未声明；已声明的标记：${known.length > 0 ? known.join("、") : "无"}`,
    },
    place: placeOf(table, row, column),
  };
}
