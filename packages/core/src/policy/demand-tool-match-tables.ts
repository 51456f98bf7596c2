import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { MatchResult } from "./demand-tool-match.ts";
import { ledWords } from "./entries.ts";
import { type MatchClass, matchWords } from "./match-classes.ts";

const wordsOf = (found: MatchClass | undefined) =>
  found === undefined ? { en: "depends on the judgement", zh: "取决于判断" } : matchWords[found];

export function demandToolMatchTables({ problems }: MatchResult): Table[] {
  return [
    tableOf(
      "problems",
      ["scope", "led", "problem"],
      problems,
      [
        labelOf("scope", { en: "cluster", zh: "城市群" }, ({ scope }) => scope),
        codeOf(
          "led",
          { en: "led by", zh: "主导方" },
          ({ led }) => led,
          ({ led }) => (led === "all" ? { en: "all", zh: "全部" } : ledWords[led]),
        ),
        labelOf("problem", { en: "problem", zh: "问题" }, ({ problem }) => problem),
        numberOf("demand", "percent", { en: "share of demand", zh: "需求份额" }, ({ demand }) => 100 * demand),
        numberOf("supply", "percent", { en: "share of supply", zh: "供给份额" }, ({ supply }) => 100 * supply),
        numberOf("ratio", "1", { en: "supply to demand", zh: "供需比" }, ({ ratio }) => ratio),
        numberOf("entries", "1", { en: "entries", zh: "政策数" }, ({ entries }) => entries),
        numberOf(
          "narrow",
          "percent",
          { en: "incentives and subsidies", zh: "激励与补贴占比" },
          ({ narrow }) => 100 * narrow,
        ),
        codeOf(
          "stated",
          { en: "under the stated weights", zh: "按所述权重" },
          ({ stated }) => stated,
          ({ stated }) => matchWords[stated],
        ),
        codeOf(
          "stable",
          { en: "stable class", zh: "稳定结论" },
          ({ stable }) => stable ?? "depends",
          ({ stable }) => wordsOf(stable),
        ),
        numberOf("uncovered", "percent", { en: "uncovered in draws", zh: "未覆盖" }, (row) => 100 * row.uncovered),
        numberOf("covered", "percent", { en: "covered in draws", zh: "已覆盖" }, (row) => 100 * row.covered),
        numberOf(
          "over_subsidised",
          "percent",
          { en: "over-subsidised in draws", zh: "补贴过度" },
          (row) => 100 * row.overSubsidised,
        ),
      ],
      { title: { en: "Problems, demand and supply", zh: "问题、需求与供给" } },
    ),
  ];
}
