import type { Problem } from "../contract/errors.ts";
import { type Column, labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { type RegisterCells, type RegisterColumn, registerCells, registerColumns } from "./cells.ts";
import { amountIn, codeIn } from "./coded-cells.ts";
import { type CodeColumn, codeLists, wordsFor } from "./codes.ts";
import type { PolicyDate } from "./dates.ts";
import { duplicates } from "./duplicates.ts";
import { type EntryDates, entryDates } from "./entry-dates.ts";
import { entryReach } from "./entry-reach.ts";
import type { KnownReach } from "./reach.ts";
import { applyRules, filledByRules, type Rule, type RuledCell } from "./rules.ts";
import { checkRules, tellRules } from "./rules-account.ts";
import { titles } from "./titles.ts";

export interface RegisterOptions {
  readonly known: KnownReach;
  /** Words of the register for places, and the places or clusters that they stand for. */
  readonly reach?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: readonly Rule[];
}

/** What became of a register: how many entries are dated, and every cell that a rule filled. */
export interface RegisterAccount {
  readonly entries: number;
  readonly dated: number;
  readonly undated: number;
  /** Of the dated: to a decade only, and to a year that is a target and no beginning. */
  readonly coarse: number;
  readonly targets: number;
  readonly filled: readonly (RuledCell & { readonly entry: string })[];
}

export interface ReadRegister {
  readonly table: Table;
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly account: RegisterAccount;
}

/**
 * Reads a table as a register of policies: codes checked, dates as exact as they are written, places and clusters looked up,
 * empty cells filled by the study's rules and by nothing else. What is wrong is told with its cell. Columns that a register
 * does not know, such as scores, stay as they are.
 */
export function readRegister(given: Table, { known, reach = {}, rules = [] }: RegisterOptions): ReadRegister {
  const cells = registerCells(given);
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const rows = Array.from({ length: cells.rows }, (_, row) => row);
  needColumns(cells, given, problems);

  const codes = new Map<CodeColumn, string[]>();
  for (const column of Object.keys(codeLists) as CodeColumn[]) {
    codes.set(
      column,
      rows.map((row) => codeIn(cells, column, row, problems)),
    );
  }
  const dates = entryDates(cells, problems, notes);
  const reached = entryReach(cells, known, reach, problems, notes);
  const amounts = rows.map((row) => amountIn(cells, given, row, problems));
  for (const problem of duplicates(cells, dates))
    (problem.code === "register-title-repeated" ? notes : problems).push(problem);

  const coded = (column: RegisterColumn, row: number) =>
    codes.get(column as CodeColumn)?.[row] ?? cells.text(column, row);
  const entries = rows.map((row) => Object.fromEntries(registerColumns.map((each) => [each, coded(each, row)])));
  checkRules(rules, entries, problems, notes);
  const filled = applyRules(entries, rules);
  notes.push(...tellRules(filled, rules, cells));
  const ruled = new Map(filled.map((cell) => [`${cell.column} ${cell.row}`, cell]));
  const text = (column: RegisterColumn, row: number) => ruled.get(`${column} ${row}`)?.value ?? coded(column, row);

  const starts = dates.map(startOf);
  const account: RegisterAccount = {
    entries: cells.rows,
    dated: starts.filter((start) => start !== undefined).length,
    undated: starts.filter((start) => start === undefined).length,
    coarse: starts.filter((start) => start?.precision === "decade").length,
    targets: dates.filter((each, row) => starts[row] !== undefined && each.basis === "target").length,
    filled: filled.map((cell) => ({ ...cell, entry: cells.text("id", cell.row) })),
  };
  notes.unshift(datedNote(account));
  const label = (name: string, title: Text, pick: (row: number) => string | undefined): Column =>
    labels(
      name,
      rows.map((row) => (pick(row) ?? "") || null),
      title,
    );
  const year = (name: string, title: Text, pick: (row: number) => number | undefined): Column =>
    numbers(
      name,
      "year",
      rows.map((row) => pick(row) ?? Number.NaN),
      { title },
    );
  const columns: Column[] = registerColumns.flatMap((column): Column[] => {
    if (column === "amount") return [numbers("amount", "1", amounts, { title: titles.amount })];
    if (column === "announced" || column === "in_force" || column === "ended" || column === "date") {
      return [label(column, titles[column], (row) => dates[row]?.[column]?.text)];
    }
    const own = label(column, titles[column], (row) => text(column, row));
    if (!Object.hasOwn(codeLists, column)) return [own];
    const { title, codes: list } = codeLists[column as CodeColumn];
    const word = (language: keyof Text) => (row: number) => {
      const code = text(column, row);
      return code === "" ? undefined : wordsFor(list, code)[language];
    };
    return [
      own,
      label(`${column}_en`, { en: title.en, zh: `${title.zh}（英文）` }, word("en")),
      label(`${column}_zh`, { en: `${title.en} (Chinese)`, zh: title.zh }, word("zh")),
    ];
  });
  columns.push(
    label("cluster", { en: "clusters reached", zh: "涉及城市群" }, (row) => reached[row]?.clusters.join(";")),
    label("places_reached", { en: "places reached", zh: "涉及地区" }, (row) => reached[row]?.places.join(";")),
    label("places_partly", { en: "places reached in part", zh: "部分涉及地区" }, (row) =>
      reached[row]?.partly.join(";"),
    ),
    year("start", { en: "start", zh: "起始年份" }, (row) => starts[row]?.from),
    year("latest", { en: "latest start", zh: "最晚起始年份" }, (row) => starts[row]?.to),
    year("announced_year", { en: "announced, year", zh: "公布年份" }, (row) => exactYear(dates[row]?.announced)),
    year("end", { en: "end", zh: "终止年份" }, (row) => dates[row]?.ended?.to),
    label("basis", { en: "where the date is from", zh: "日期来源" }, (row) =>
      starts[row] === undefined ? undefined : dates[row]?.basis,
    ),
    label("by_rule", { en: "filled by", zh: "由规则填写" }, (row) =>
      filledByRules
        .flatMap((column) => {
          const cell = ruled.get(`${column} ${row}`);
          return cell === undefined ? [] : [`${column}: rule ${cell.rule}`];
        })
        .join("; "),
    ),
  );
  const taken = new Set(columns.map(({ name }) => name));
  const used = new Set(registerColumns.flatMap((column) => cells.nameOf(column) ?? []));
  const others = given.columns.filter(({ name }) => !used.has(name) && !taken.has(name));
  const { title, source, lines } = given;
  const table = makeTable(given.name, ["id"], [...columns, ...others], {
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
    ...(lines === undefined ? {} : { lines }),
    roles: registerRoles,
  });
  const row = ({ place }: Problem) => place?.row ?? 0;
  return { table, problems: [...problems].sort((a, b) => row(a) - row(b)), notes, account };
}

/** The columns of a read register that a method may ask for, so that none is taken for a score. */
const registerRoles = {
  entry: "id",
  policy: "id",
  start: "start",
  latest: "latest",
  end: "end",
  announced_year: "announced_year",
  amount: "amount",
};

/** When an entry begins to count: in force, else the date that the source gives, else announced. */
export function startOf({ in_force, date, announced }: EntryDates): PolicyDate | undefined {
  return in_force ?? date ?? announced;
}

function datedNote({ entries, dated, undated, coarse, targets }: RegisterAccount): Problem {
  return {
    code: "register-dated",
    text: {
      en: `${entries} entries: ${dated} dated (${coarse} to a decade, ${targets} to a target), ${undated} without a date, which stay so`,
      zh: `共 ${entries} 项：${dated} 项有日期（其中 ${coarse} 项仅知年代，${targets} 项为目标年份），${undated} 项无日期，不作推断`,
    },
  };
}

const exactYear = (date: { from: number; to: number } | undefined): number | undefined =>
  date !== undefined && date.from === date.to ? date.from : undefined;

function needColumns(cells: RegisterCells, given: Table, problems: Problem[]): void {
  const names = given.columns.map(({ name }) => name);
  const { file } = given.source ?? {};
  const need = (column: string, text: Text) => {
    const near = suggestion(column, names) ?? {
      en: `say which column it is: roles: { ${column}: NAME }`,
      zh: `请指明列名：roles: { ${column}: 列名 }`,
    };
    problems.push({
      code: "register-column-missing",
      text,
      hint: near,
      ...(file === undefined ? {} : { place: { file } }),
    });
  };
  if (!cells.has("id")) need("id", { en: "a register needs a column of ids", zh: "政策库须有编号列 id" });
  if (!cells.has("title_en") && !cells.has("title_zh")) {
    need("title_en", { en: "a register needs a column of titles", zh: "政策库须有名称列 title_zh 或 title_en" });
  }
}
