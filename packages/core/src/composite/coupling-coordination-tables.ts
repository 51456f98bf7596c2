import type { NamedNumbers } from "../contract/readings.ts";
import { type Column, labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { CoupledPlace, CouplingResult } from "./coupling-coordination.ts";
import { coordinationGrades, couplingVariants } from "./coupling-coordination-degree.ts";

const titles = {
  place: { en: "place", zh: "城市" },
  year: { en: "year", zh: "年份" },
  group: { en: "group", zh: "分组" },
  places: { en: "rows", zh: "样本数" },
  coupling: { en: "coupling degree C", zh: "耦合度 C" },
  development: { en: "development T", zh: "综合发展水平 T" },
  coordination: { en: "coordination degree D", zh: "耦合协调度 D" },
  level: { en: "level of D, 1 to 10", zh: "协调等级（1–10）" },
  grade_en: { en: "grade, English", zh: "协调类型英文名" },
  grade_zh: { en: "grade, Chinese", zh: "协调类型中文名" },
  variant: { en: "formula of C", zh: "耦合度公式" },
};

export function couplingTables(result: CouplingResult, subsystems: readonly NamedNumbers[]): Table[] {
  return [
    coordination(result.places, subsystems),
    variants(result),
    flips(result),
    grades(result.places),
    groups(result),
  ];
}

type Measured = "coupling" | "development" | "coordination" | "level";

function measure<K extends Measured>(name: K, rows: readonly Readonly<Record<K, number>>[]): Column {
  return numbers(
    name,
    "1",
    rows.map((row) => row[name]),
    { title: titles[name] },
  );
}

/** Place, and year where the rows have one. */
function keys(rows: readonly { readonly place: string; readonly year?: number }[]): Column[] {
  const place = labels(
    "place",
    rows.map((row) => row.place),
    titles.place,
  );
  const years = rows.flatMap(({ year }) => (year === undefined ? [] : [year]));
  return years.length === 0 ? [place] : [place, numbers("year", "1", years, { title: titles.year })];
}

function gradeColumns(rows: readonly { readonly level: number }[]): Column[] {
  const name = (language: "en" | "zh") =>
    labels(
      `grade_${language}`,
      rows.map(({ level }) => coordinationGrades[level - 1][language]),
      titles[`grade_${language}`],
    );
  return [measure("level", rows), name("en"), name("zh")];
}

function coordination(places: readonly CoupledPlace[], subsystems: readonly NamedNumbers[]): Table {
  const key = keys(places);
  const lagging = (language: "en" | "zh") => {
    const named = new Map(subsystems.map(({ name, title = same(name) }) => [name, title[language]]));
    return labels(
      `lagging_${language}`,
      places.map(({ lagging }) => (lagging === null ? null : (named.get(lagging) as string))),
      language === "en"
        ? { en: "lagging subsystem, English", zh: "滞后子系统英文名" }
        : { en: "lagging subsystem, Chinese", zh: "滞后子系统中文名" },
    );
  };
  const group = places.every((each) => each.group === undefined)
    ? []
    : [
        labels(
          "group",
          places.map((each) => each.group ?? null),
          titles.group,
        ),
      ];
  return makeTable(
    "coordination",
    key.map(({ name }) => name),
    [
      ...key,
      ...group,
      measure("coupling", places),
      measure("development", places),
      measure("coordination", places),
      ...gradeColumns(places),
      lagging("en"),
      lagging("zh"),
    ],
    { title: { en: "Coupling coordination by place", zh: "各地耦合协调度" } },
  );
}

function variants({ variants: rows }: CouplingResult): Table {
  const key = keys(rows);
  return makeTable(
    "variants",
    [...key.map(({ name }) => name), "variant"],
    [
      ...key,
      labels(
        "variant",
        rows.map(({ variant }) => variant),
        titles.variant,
      ),
      measure("coupling", rows),
      measure("coordination", rows),
      ...gradeColumns(rows),
      numbers(
        "flips",
        "1",
        rows.map((row) => (row.flips ? 1 : 0)),
        { title: { en: "another grade than under the chosen formula", zh: "等级与所选公式不同" } },
      ),
    ],
    { title: { en: "The same places under every formula", zh: "各公式结果对照" } },
  );
}

function flips({ variants: rows, n }: CouplingResult): Table {
  const counts = couplingVariants.map((each) => rows.filter(({ variant, flips }) => variant === each && flips).length);
  return makeTable(
    "flips",
    ["variant"],
    [
      labels("variant", couplingVariants, titles.variant),
      numbers("flips", "1", counts, { title: { en: "rows with another grade", zh: "等级改变的行数" } }),
      numbers(
        "share",
        "1",
        counts.map((count) => count / n),
        { title: { en: "share of rows", zh: "占比" } },
      ),
    ],
    { title: { en: "How many grades the formula changes", zh: "公式选择对等级的影响" } },
  );
}

function grades(places: readonly CoupledPlace[]): Table {
  const levels = coordinationGrades.map((_, at) => ({ level: at + 1 }));
  return makeTable(
    "grades",
    ["level"],
    [
      ...gradeColumns(levels),
      numbers(
        "places",
        "1",
        levels.map(({ level }) => places.filter((each) => each.level === level).length),
        { title: titles.places },
      ),
    ],
    { title: { en: "Rows by grade", zh: "各等级数量" } },
  );
}

/** Means by group and year; empty without groups. */
function groups({ places }: CouplingResult): Table {
  const grouped = new Map<string, CoupledPlace[]>();
  for (const each of places) {
    if (each.group === undefined) continue;
    const key = JSON.stringify([each.group, each.year ?? null]);
    grouped.set(key, [...(grouped.get(key) ?? []), each]);
  }
  const rows = [...grouped.values()]
    .map((members) => ({
      group: members[0].group as string,
      ...(members[0].year === undefined ? {} : { year: members[0].year }),
      places: members.length,
      coupling: mean(members.map(({ coupling }) => coupling).filter((each) => !Number.isNaN(each))),
      development: mean(members.map(({ development }) => development)),
      coordination: mean(members.map(({ coordination }) => coordination)),
    }))
    .sort((a, b) => (a.group === b.group ? (a.year ?? 0) - (b.year ?? 0) : a.group < b.group ? -1 : 1));
  const years = rows.flatMap(({ year }) => (year === undefined ? [] : [year]));
  const year = years.length === 0 ? [] : [numbers("year", "1", years, { title: titles.year })];
  return makeTable(
    "groups",
    ["group", ...year.map(({ name }) => name)],
    [
      labels(
        "group",
        rows.map(({ group }) => group),
        titles.group,
      ),
      ...year,
      numbers(
        "places",
        "1",
        rows.map((row) => row.places),
        { title: titles.places },
      ),
      measure("coupling", rows),
      measure("development", rows),
      measure("coordination", rows),
    ],
    { title: { en: "Means by group", zh: "分组均值" } },
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
