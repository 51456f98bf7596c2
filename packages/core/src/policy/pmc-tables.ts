import type { Finding } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { PmcResult } from "./pmc-index.ts";
import { ledColumn } from "./scope-column.ts";

const policyColumn = codeOf<{ readonly policy: string; readonly title: Text }>(
  "policy",
  { en: "policy", zh: "政策" },
  ({ policy }) => policy,
  ({ title }) => title,
);

export function pmcTables({ policies, values, variables, led }: PmcResult): Table[] {
  return [
    tableOf(
      "policies",
      ["policy"],
      policies,
      [
        policyColumn,
        numberOf("pmc", "1", { en: "PMC index", zh: "PMC 指数" }, ({ pmc }) => pmc),
        numberOf("share", "percent", { en: "of what it could be", zh: "占满分比重" }, ({ share }) => 100 * share),
        ifAny(labelOf("grade", { en: "grade", zh: "等级" }, ({ grade }) => grade)),
      ],
      { title: { en: "Policies", zh: "各政策 PMC 指数" } },
    ),
    tableOf(
      "values",
      ["policy", "variable"],
      values,
      [
        policyColumn,
        labelOf("variable", { en: "variable", zh: "变量" }, ({ variable }) => variable),
        numberOf("value", "1", { en: "value", zh: "取值" }, ({ value }) => value),
      ],
      { title: { en: "Variables of each policy", zh: "各政策变量取值" } },
    ),
    tableOf(
      "variables",
      ["variable"],
      variables,
      [
        labelOf("variable", { en: "variable", zh: "变量" }, ({ variable }) => variable),
        numberOf("items", "1", { en: "items", zh: "子项数" }, ({ items }) => items),
        numberOf("mean", "1", { en: "mean", zh: "均值" }, ({ mean }) => mean),
      ],
      { title: { en: "Variables", zh: "变量" } },
    ),
    tableOf(
      "surface",
      ["policy", "row", "column"],
      variables.length === 9
        ? values.map((each, at) => ({ ...each, row: Math.floor((at % 9) / 3) + 1, column: (at % 3) + 1 }))
        : [],
      [
        policyColumn,
        numberOf("row", "1", { en: "row", zh: "行" }, ({ row }) => row),
        numberOf("column", "1", { en: "column", zh: "列" }, ({ column }) => column),
        labelOf("variable", { en: "variable", zh: "变量" }, ({ variable }) => variable),
        numberOf("value", "1", { en: "value", zh: "取值" }, ({ value }) => value),
      ],
      { title: { en: "Surface of nine variables", zh: "PMC 曲面（九变量）" } },
    ),
    tableOf(
      "led",
      ["led"],
      led,
      [
        ledColumn,
        numberOf("policies", "1", { en: "policies", zh: "政策数" }, (row) => row.policies),
        numberOf("mean", "1", { en: "mean PMC index", zh: "PMC 指数均值" }, ({ mean }) => mean),
      ],
      { title: { en: "Government-led and market-driven", zh: "政府主导与市场驱动" } },
    ),
  ];
}

/** The highest and the lowest, and the variable that most policies lack. */
export function pmcFindings({ policies, variables, mean, n }: PmcResult): Finding[] {
  const sorted = [...policies].sort((a, b) => b.pmc - a.pmc);
  const weakest = [...variables].sort((a, b) => a.mean - b.mean);
  const [first, least] = [sorted[0], sorted.at(-1)];
  if (first === undefined || least === undefined || first.pmc === least.pmc) return [];
  const findings: Finding[] = [
    {
      text: {
        en: "Of {n, plural, one {# policy} other {# policies}} the PMC index is {mean} of {most} in the mean, {high} for {first} and {low} for {least}.",
        zh: "{n} 项政策 PMC 指数均值为 {mean}（满分 {most}），最高为{first}（{high}），最低为{least}（{low}）。",
      },
      values: {
        n,
        mean: decimal(mean, 2),
        most: variables.length,
        first: { text: first.title },
        high: decimal(first.pmc, 2),
        least: { text: least.title },
        low: decimal(least.pmc, 2),
      },
    },
  ];
  const [low, next] = weakest;
  if (low !== undefined && next !== undefined && low.mean < next.mean) {
    findings.push({
      text: {
        en: "The weakest variable is {variable}, {mean} in the mean.",
        zh: "最弱的变量是{variable}，均值 {mean}。",
      },
      values: { variable: low.variable, mean: decimal(low.mean, 2) },
    });
  }
  return findings;
}
