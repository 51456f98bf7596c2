import { ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import { dataColumns } from "./data-columns.ts";
import { decidedIndicator, idealsTable, removalsTable } from "./decision-tables.ts";
import type { CompositeData } from "./scale.ts";
import type { VikorResult } from "./vikor.ts";

const qTitle = { en: "compromise Q, 0 the best", zh: "折衷值 Q（越小越优）" };
const rankTitle = { en: "rank by Q", zh: "按 Q 的位次" };

export function vikorTables(result: VikorResult, data: CompositeData, logged: readonly string[]): Table[] {
  return [
    tableOf(
      "scores",
      ["place", "year"],
      result.rows,
      [
        dataColumns(data, { group: true }),
        numberOf("q", "1", qTitle, ({ compromise }) => compromise),
        numberOf("rank", "1", rankTitle, ({ row }) => result.ranks[row]),
        numberOf("s", "1", { en: "group regret S", zh: "群体效用 S" }, ({ group }) => group),
        numberOf("rank_s", "1", { en: "rank by S", zh: "按 S 的位次" }, ({ row }) => result.groupRanks[row]),
        numberOf("r", "1", { en: "largest regret R", zh: "个体遗憾 R" }, ({ individual }) => individual),
        numberOf("rank_r", "1", { en: "rank by R", zh: "按 R 的位次" }, ({ row }) => result.individualRanks[row]),
        numberOf("compromise", "1", { en: "in the compromise (1: yes)", zh: "属于折衷解（1 为是）" }, ({ chosen }) =>
          Number(chosen),
        ),
      ],
      { title: { en: "Compromise ranking", zh: "VIKOR 折衷排序" } },
    ),
    tableOf(
      "conditions",
      ["year"],
      result.conditions,
      [
        ifAny(numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year)),
        numberOf("rows", "1", { en: "rows compared", zh: "参与比较的行数" }, ({ rows }) => rows),
        numberOf("advantage", "1", { en: "lead of the first in Q", zh: "首位的 Q 值优势" }, (row) => row.advantage),
        numberOf("needed", "1", { en: "lead needed", zh: "所需优势 1/(n−1)" }, ({ needed }) => needed),
        numberOf("advantage_holds", "1", { en: "lead is enough (1: yes)", zh: "优势条件成立（1 为是）" }, (row) =>
          Number(row.advantageHolds),
        ),
        numberOf("stable", "1", { en: "first by S or R too (1: yes)", zh: "稳定性条件成立（1 为是）" }, ({ stable }) =>
          Number(stable),
        ),
        numberOf("chosen", "1", { en: "rows in the compromise", zh: "折衷解包含的行数" }, ({ chosen }) => chosen),
      ],
      { title: { en: "Conditions of the compromise", zh: "折衷解的两个条件" } },
    ),
    tableOf(
      "regrets",
      ["place", "year", "indicator"],
      result.rows.flatMap(({ row, regrets }) =>
        result.decision.indicators.map((indicator, k) => ({ row, indicator, regret: regrets[k] })),
      ),
      [
        dataColumns(data, { group: false }),
        decidedIndicator,
        numberOf("regret", "1", { en: "weighed regret", zh: "加权遗憾" }, ({ regret }) => regret),
      ],
      { title: { en: "Regrets by indicator", zh: "各指标加权遗憾" } },
    ),
    tableOf(
      "variants",
      ["v", "place", "year"],
      result.variants,
      [
        numberOf("v", "1", { en: "weight v of the group's regret", zh: "决策机制系数 v" }, ({ v }) => v),
        dataColumns(data, { group: false }),
        numberOf("q", "1", qTitle, ({ compromise }) => compromise),
        numberOf("rank", "1", rankTitle, ({ rank }) => rank),
      ],
      { title: { en: "The same under other weights of the group's regret", zh: "不同决策机制系数对照" } },
    ),
    idealsTable(result.decision, logged),
    removalsTable(result.removals),
  ];
}
