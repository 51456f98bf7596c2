import type { Finding } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import { codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import { type Led, ledWords, noCluster, severalClusters } from "./entries.ts";
import type { IntensityResult } from "./intensity.ts";
import { scopeColumn, scopesTable } from "./scope-column.ts";

const ledOrAll = (led: Led | "all") => (led === "all" ? { en: "all", zh: "全部" } : ledWords[led]);

export function intensityTables({ entries, years, scopes }: IntensityResult): Table[] {
  return [
    tableOf(
      "years",
      ["scope", "led", "year"],
      years,
      [
        scopeColumn,
        codeOf(
          "led",
          { en: "led by", zh: "主导方" },
          ({ led }) => led,
          ({ led }) => ledOrAll(led),
        ),
        numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year),
        numberOf("begun", "1", { en: "entries that begin", zh: "当年新增" }, ({ begun }) => begun),
        numberOf("annual", "1", { en: "annual intensity", zh: "年度强度" }, ({ annual }) => annual),
        numberOf("in_force", "1", { en: "entries in force", zh: "有效政策数" }, (row) => row.inForce),
        numberOf("cumulative", "1", { en: "intensity in force", zh: "累积强度" }, ({ cumulative }) => cumulative),
      ],
      { title: { en: "Intensity by year", zh: "逐年政策强度" } },
    ),
    tableOf(
      "entries",
      ["entry"],
      entries,
      [
        codeOf(
          "entry",
          { en: "entry", zh: "政策" },
          ({ entry }) => entry,
          ({ title }) => title,
        ),
        numberOf("start", "year", { en: "start", zh: "起始年份" }, ({ start }) => start),
        ifAny(numberOf("end", "year", { en: "end", zh: "终止年份" }, ({ end }) => end)),
        numberOf("power", "1", { en: "power", zh: "政策力度" }, ({ power }) => power),
        numberOf("goal", "1", { en: "goals", zh: "目标" }, ({ goal }) => goal),
        numberOf("measure", "1", { en: "measures", zh: "措施" }, ({ measure }) => measure),
        numberOf("intensity", "1", { en: "intensity", zh: "强度" }, (row) => row.intensity),
      ],
      { title: { en: "Entries", zh: "逐项强度" } },
    ),
    scopesTable(scopes),
  ];
}

/** What is in force in the last year, cluster by cluster, and who leads it. */
export function intensityFindings({ years }: IntensityResult): Finding[] {
  const last = Math.max(...years.map(({ year }) => year));
  const own = (led: Led, scope: string) =>
    years.find((row) => row.year === last && row.led === led && row.scope === scope)?.cumulative ?? 0;
  return years
    .filter(
      ({ year, led, scope }) => year === last && led === "all" && scope !== severalClusters && scope !== noCluster,
    )
    .map(
      ({ scope, cumulative, inForce: stock }): Finding => ({
        text: {
          en: "{cluster} in {year}: {stock, plural, one {# policy} other {# policies}} in force of intensity {total}, {government} of it government-led and {market} market-driven.",
          zh: "{cluster} {year} 年：有效政策 {stock} 项，累积强度 {total}，其中政府主导 {government}、市场驱动 {market}。",
        },
        values: {
          cluster: { group: scope },
          year: String(last),
          stock,
          total: decimal(cumulative, 1),
          government: decimal(own("government", scope), 1),
          market: decimal(own("market", scope), 1),
        },
      }),
    );
}
