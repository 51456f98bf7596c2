import { packOrigin } from "../contract/cell-origin.ts";
import {
  type Column,
  labels,
  makeTable,
  type NumberColumn,
  numbers,
  type Roles,
  type Table,
} from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Gathered, GatheredVariable } from "./gathered.ts";
import type { PageLog } from "./page-log.ts";
import { cellKey, isBlank, rawText, type Sheet } from "./sheet.ts";
import { type Refuse, unifyUnits } from "./unify-units.ts";

/** Names of the columns that say what a row is, in the order in which a table shows them. */
const order = ["province", "group", "code", "place", "industry"];
const titles: Readonly<Record<string, Text>> = {
  province: { en: "Province", zh: "省份" },
  group: { en: "Group", zh: "分组" },
  code: { en: "Code", zh: "代码" },
  place: { en: "Place", zh: "地区" },
  industry: { en: "Industry", zh: "行业" },
  year: { en: "Year", zh: "年份" },
};

/** The wide table of what was gathered: labels, year, one column a variable, each figure with flag and origin. */
export function pageTable(
  gathered: Gathered,
  sheet: Sheet,
  name: string,
  log: PageLog,
  refuse: (variable: GatheredVariable) => Refuse,
): Table {
  const size = gathered.labels.length;
  const named = gathered.heads;
  const heads = [...order.filter((each) => named.has(each)), ...[...named].filter((each) => !order.includes(each))];
  const columns: Column[] = heads.map((head) =>
    labels(
      head,
      gathered.labels.map((each) => each[head] ?? null),
      titles[head],
    ),
  );
  const hasYears = gathered.years.some((year) => year !== undefined);
  if (hasYears) {
    const years = gathered.years.map((year) => year ?? Number.NaN);
    columns.push(numbers("year", "year", years, { title: titles["year"] as Text }));
  }
  const taken = new Set(columns.map((column) => column.name));
  const raw: Record<string, string> = {};
  const figures = [...gathered.variables.values()].map((variable) =>
    figureColumn(variable, freeName(variable.name, taken), { size, sheet, log, raw, refuse: refuse(variable) }),
  );
  const isKey = (head: string) => order.includes(head) && !(head === "place" && heads.includes("code"));
  const roles: Roles = {
    ...(heads.includes("code") ? { place: "code" } : heads.includes("place") ? { place: "place" } : {}),
    ...(heads.includes("industry") ? { industry: "industry" } : {}),
    ...(hasYears ? { year: "year" } : {}),
    values: figures.map((column) => column.name),
  };
  const key = gathered.isRecords ? [] : [...heads.filter(isKey), ...(hasYears ? ["year"] : [])];
  return makeTable(name, key, [...columns, ...figures], {
    roles,
    source: {
      dataset: name,
      file: sheet.file,
      ...(sheet.sha256 === undefined ? {} : { sha256: sheet.sha256 }),
      sheets: [sheet.sheet],
      ...(Object.keys(raw).length === 0 ? {} : { raw }),
    },
    lines: new Uint32Array(gathered.lines).map((line) => line + 1),
  });
}

/** A variable may be called as a head of rows is. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free)) free = `${free}_`;
  taken.add(free);
  return free;
}

interface Parts {
  readonly size: number;
  readonly sheet: Sheet;
  readonly log: PageLog;
  readonly raw: Record<string, string>;
  readonly refuse: Refuse;
}

function figureColumn(
  variable: GatheredVariable,
  name: string,
  { size, sheet, log, raw, refuse }: Parts,
): NumberColumn {
  const { unit, values } = unifyUnits(variable, log, refuse);
  if (variable.units.every((each) => each === undefined)) noUnit(variable, log);
  const wide = new Float64Array(size).fill(Number.NaN);
  const lines = new Uint32Array(size);
  const origins = new Float64Array(size);
  const flags: (string | null)[] | undefined = variable.flags.size === 0 ? undefined : new Array(size).fill(null);
  for (let row = 0; row < variable.at.length; row += 1) {
    const at = variable.at[row] as number;
    if (at < 0) continue;
    const [line, column] = [variable.sheetRows[at] as number, variable.sheetColumns[at] as number];
    const value = values[at] as number;
    wide[row] = value;
    lines[row] = line + 1;
    const origin = packOrigin(0, line, column);
    origins[row] = origin;
    const held = sheet.rows[line]?.[column];
    if (held !== value && !isBlank(held)) {
      const text = rawText(held, sheet.marks.get(cellKey(line, column)));
      if (text !== String(value)) raw[String(origin)] = text;
    }
    if (flags === undefined) continue;
    const flag = variable.flags.get(at);
    if (flag !== undefined) flags[row] = flag;
  }
  return numbers(name, unit, wide, {
    ...titleOf(variable, name),
    ...(flags === undefined ? {} : { flags }),
    lines,
    origins,
  });
}

/** A title where the page has the name in both languages, or another one than the column's. */
function titleOf({ path, english }: GatheredVariable, name: string): { title?: Text } {
  const zh = path.join("，");
  if (english.length > 0) return { title: { zh, en: english.join(", ") } };
  return zh === name || zh === "" ? {} : { title: { zh, en: /\p{Script=Han}/u.test(zh) ? name : zh } };
}

function noUnit(variable: GatheredVariable, log: PageLog): void {
  if (variable.sheetRows.length === 0) return;
  log.note(
    "unit-undeclared",
    { row: variable.sheetRows[0] as number, column: variable.sheetColumns[0] as number },
    {
      en: `is a figure of ${variable.name}, which has no unit: taken as plain numbers`,
      zh: `为“${variable.name}”的数值，未注明单位：按无单位的数处理`,
    },
    { en: "add its unit to `units` of the layout, by column", zh: "请在 layout 的 units 中按列写明单位" },
  );
}
