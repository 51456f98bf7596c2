import type { Finding } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { decimal } from "../contract/saying.ts";
import { codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { CoordinationResult } from "./coordination.ts";
import { ledWords, noCluster, severalClusters } from "./entries.ts";
import { scopeColumn, scopesTable } from "./scope-column.ts";

const betweenWords = {
  "goals-measures": { en: "goals and measures", zh: "目标与措施" },
  departments: { en: "departments", zh: "部门" },
  places: { en: "places", zh: "地区" },
} as const;

export function coordinationTables(
  { years, pairs, scopes }: CoordinationResult,
  scored: readonly NamedNumbers[],
): Table[] {
  const titleOf = (name: string) => scored.find((each) => each.name === name)?.title ?? { en: name, zh: name };
  return [
    tableOf(
      "years",
      ["between", "scope", "led", "year"],
      years,
      [
        codeOf(
          "between",
          { en: "between", zh: "协同对象" },
          ({ between }) => between,
          ({ between }) => betweenWords[between],
        ),
        scopeColumn,
        codeOf(
          "led",
          { en: "led by", zh: "主导方" },
          ({ led }) => led,
          ({ led }) => (led === "all" ? { en: "all", zh: "全部" } : ledWords[led]),
        ),
        numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year),
        numberOf("entries", "1", { en: "entries in force", zh: "有效政策数" }, ({ entries }) => entries),
        numberOf("degree", "1", { en: "degree of coordination", zh: "协同度" }, ({ degree }) => degree),
        numberOf("strength", "1", { en: "strength", zh: "协同强度" }, ({ strength }) => strength),
        numberOf(
          "unreached",
          "1",
          { en: "pairs of places left out: no policy reaches them", zh: "无政策涉及而未计入的地区对" },
          ({ unreached }) => unreached,
        ),
      ],
      { title: { en: "Coordination by year", zh: "逐年协同度" } },
    ),
    tableOf(
      "pairs",
      ["goal", "measure"],
      pairs,
      [
        codeOf(
          "goal",
          { en: "goal", zh: "目标" },
          ({ goal }) => goal,
          ({ goal }) => titleOf(goal),
        ),
        codeOf(
          "measure",
          { en: "measure", zh: "措施" },
          ({ measure }) => measure,
          ({ measure }) => titleOf(measure),
        ),
        numberOf("strength", "1", { en: "joint strength", zh: "协同强度" }, ({ strength }) => strength),
      ],
      { title: { en: "Goals by measures in the last year", zh: "末年目标与措施" } },
    ),
    scopesTable(scopes),
  ];
}

/** How well goals and measures match in the last year, beside the first. */
export function coordinationFindings({ years }: CoordinationResult): Finding[] {
  const own = years.filter(
    ({ between, led, scope, degree }) =>
      between === "goals-measures" &&
      led === "all" &&
      scope !== severalClusters &&
      scope !== noCluster &&
      Number.isFinite(degree),
  );
  return [...new Set(own.map(({ scope }) => scope))].flatMap((scope): Finding[] => {
    const [first, last] = [own.find((row) => row.scope === scope), own.findLast((row) => row.scope === scope)];
    if (first === undefined || last === undefined || first === last) return [];
    return [
      {
        text: {
          en: "{cluster}: goals and measures match to {later} in {to}, {earlier} in {from}.",
          zh: "{cluster}：目标与措施协同度 {to} 年为 {later}，{from} 年为 {earlier}。",
        },
        values: {
          cluster: { group: scope },
          later: decimal(last.degree, 2),
          to: String(last.year),
          earlier: decimal(first.degree, 2),
          from: String(first.year),
        },
      },
    ];
  });
}
