/**
 * How consistent is a policy's design, judged by whether it holds what a good policy holds?
 *
 *   X_k = mean of the binary items of variable k        PMC = sum_k X_k, from 0 to the number of variables
 *
 * The variables, and which items each consists of, are the study's (`variables`): papers take nine or ten and name them
 * differently, so that indices of two papers do not compare. An item is 1 where the policy has it, else 0; anything else is
 * refused, unless `items: fraction` admits shares in [0, 1]. A policy with a gap is dropped and named: an item that nobody
 * judged is not one that is absent. Grades are given only where the study declares their bounds (`grades`, from at least);
 * no default words. The surface of Estrada is 3 x 3 and needs exactly nine variables; it is left out otherwise.
 *
 * @example pmcIndex({ policy: ["a"], items: [{ name: "x", unit: "1", values: Float64Array.of(1) },
 *   { name: "y", unit: "1", values: Float64Array.of(0) }] }, { variables: { aims: ["x", "y"] } }).policies[0]?.pmc // 1/2
 */
import { z } from "zod";
import { distinct } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { type Led, ledOf, leds } from "./entries.ts";
import { codeOfCell } from "./entry-codes.ts";
import { checkItem, itemsOf } from "./pmc-items.ts";
import { pmcFindings, pmcTables } from "./pmc-tables.ts";

export interface PmcPolicy {
  readonly policy: string;
  readonly title: Text;
  readonly pmc: number;
  /** Of what it could be at most. */
  readonly share: number;
  readonly grade: string | null;
  readonly led: Led | undefined;
}

export interface PmcVariable {
  readonly policy: string;
  readonly title: Text;
  readonly variable: string;
  readonly value: number;
}

export interface PmcResult extends Outcome {
  readonly policies: readonly PmcPolicy[];
  readonly values: readonly PmcVariable[];
  readonly variables: readonly { readonly variable: string; readonly items: number; readonly mean: number }[];
  readonly led: readonly { readonly led: Led; readonly policies: number; readonly mean: number }[];
  readonly mean: number;
}

export interface PmcInput {
  readonly policy: readonly string[];
  readonly items: readonly NamedNumbers[];
  readonly title_en?: readonly string[] | undefined;
  readonly title_zh?: readonly string[] | undefined;
  readonly mechanism?: readonly string[] | undefined;
}

export interface PmcOptions {
  readonly variables: Readonly<Record<string, readonly string[]>>;
  readonly items?: "binary" | "fraction";
  readonly grades?: Readonly<Record<string, number>> | undefined;
}

export function pmcIndex(input: PmcInput, { variables, items = "binary", grades }: PmcOptions): PmcResult {
  const names = Object.keys(variables);
  if (names.length === 0) throw noVariables();
  const columns = names.map((name) => itemsOf(name, variables[name] as readonly string[], input.items));
  distinct(method, input.policy);
  const order = [...input.policy.keys()].sort((a, b) => ((input.policy[a] ?? "") < (input.policy[b] ?? "") ? -1 : 1));
  const gapOf = (at: number) => columns.flat().find(({ values }) => Number.isNaN(values[at]));
  const judged = order.filter((at) => gapOf(at) === undefined);
  if (judged.length === 0) throw nothingJudged(input.policy.length);
  const dropped = order.flatMap((at): Dropped[] => {
    const gap = gapOf(at);
    if (gap === undefined) return [];
    const reason = { en: `${gap.name} is not judged`, zh: `${gap.name} 未评判` };
    return [{ input: "data", row: input.policy[at] as string, reason }];
  });
  const gradeOf = gradesBy(grades ?? {});
  const rows = judged.map((at) => {
    const policy = input.policy[at] as string;
    for (const { name, values } of columns.flat()) checkItem(policy, name, values[at] as number, items);
    const own = columns.map((column) => mean(column.map(({ values }) => values[at] as number)));
    const pmc = own.reduce((sum, each) => sum + each, 0);
    return {
      policy,
      title: titleOf(input, at),
      own,
      pmc,
      share: pmc / names.length,
      grade: gradeOf(pmc),
      led: ledOf(codeOfCell(method, "mechanism", policy, input.mechanism?.[at]?.trim() ?? "")),
    };
  });
  return {
    policies: rows.map(({ own: _, ...row }) => row),
    values: rows.flatMap(({ policy, title, own }) =>
      names.map((variable, k) => ({ policy, title, variable, value: own[k] as number })),
    ),
    variables: names.map((variable, k) => ({
      variable,
      items: (columns[k] as readonly NamedNumbers[]).length,
      mean: mean(rows.map(({ own }) => own[k] as number)),
    })),
    led: leds.flatMap((led) => {
      const own = rows.filter((each) => each.led === led);
      return own.length === 0 ? [] : [{ led, policies: own.length, mean: mean(own.map(({ pmc }) => pmc)) }];
    }),
    mean: mean(rows.map(({ pmc }) => pmc)),
    n: rows.length,
    dropped,
    convention: { items },
  };
}

const method = "pmc-index";
const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;

function titleOf({ policy, title_en, title_zh }: PmcInput, at: number): Text {
  const [en, zh, id] = [title_en?.[at] ?? "", title_zh?.[at] ?? "", policy[at] as string];
  return { en: en || zh || id, zh: zh || en || id };
}

/** Sums of thirds and sevenths come just short of the bound that they reach. */
const slack = 1e-9;

/** The word of the highest bound that an index reaches. */
function gradesBy(grades: Readonly<Record<string, number>>): (pmc: number) => string | null {
  const steps = Object.entries(grades).sort(([, a], [, b]) => b - a);
  return (pmc) => steps.find(([, from]) => pmc >= from - slack)?.[0] ?? null;
}

function nothingJudged(policies: number): InputError {
  return new InputError({
    code: "nothing-judged",
    text: {
      en: `${method}: none of ${policies} policies is judged on every item`,
      zh: `${method}：${policies} 项政策均未逐项评判`,
    },
    hint: { en: "write 1 where a policy has an item, 0 where it has not", zh: "具备某项写 1，不具备写 0" },
  });
}

function noVariables(): InputError {
  return new InputError({
    code: "variables-missing",
    text: {
      en: `${method}: variables names none, expected at least one`,
      zh: `${method}：variables 为空，至少应有一个变量`,
    },
    hint: { en: "write variables: { NAME: [COLUMN, ...] }", zh: "请写明 variables: { 变量名: [列名, …] }" },
    place: { path: "variables" },
  });
}

export default defineMethod({
  id: "policy/pmc-index",
  version: 1,
  title: { en: "PMC index of policy consistency", zh: "政策一致性指数（PMC）" },
  question: {
    en: "How consistent is a policy's design, judged by whether it holds what a good policy holds?",
    zh: "政策设计的一致性如何：应有的要素具备了多少？",
  },
  formula: "Xₖ = Σⱼ Xₖⱼ / nₖ;  PMC = Σₖ Xₖ",
  where: {
    en: "Xₖⱼ: 1 where the policy has item j of variable k, else 0; nₖ: items of variable k",
    zh: "Xₖⱼ：政策具备变量 k 的第 j 个子项时为 1，否则为 0；nₖ：变量 k 的子项数",
  },
  cites: [
    {
      text: "Ruiz Estrada, M. A. (2011). Policy modeling: definition, classification and evaluation. Journal of Policy Modeling 33(4), 523-536.",
      checked: "unverified",
    },
  ],
  conventions: {
    items: {
      title: { en: "Items", zh: "子项" },
      choices: { binary: { en: "0 or 1", zh: "0 或 1" }, fraction: { en: "shares from 0 to 1", zh: "0 至 1 的小数" } },
    },
  },
  means: {
    policy: { en: "id of the policy", zh: "政策编号" },
    items: { en: "binary items, one column each", zh: "二值子项，每列一个" },
    variables: { en: "each variable and the columns that are its items", zh: "各一级变量及其子项列" },
    grades: { en: "words and the index from which they are given", zh: "等级名称及其指数下限" },
  },
  pitfalls: [
    {
      en: "Papers take nine or ten variables of their own: indices of two papers do not compare.",
      zh: "各文献自设九或十个变量，指数之间不可比。",
    },
    {
      en: "The index says what a text holds, not whether the policy works.",
      zh: "指数只说明文本包含什么，不说明政策是否有效。",
    },
  ],
  inputs: {
    data: table({
      policy: label.one,
      title_en: label.optional,
      title_zh: label.optional,
      mechanism: label.optional,
      items: number.many,
    }),
  },
  options: z.strictObject({
    variables: z
      .record(z.string(), z.array(z.string()).min(1))
      .describe("Each variable and the columns that are its items"),
    items: z.enum(["binary", "fraction"]).default("binary"),
    grades: z.record(z.string(), z.number()).optional().describe("Words and the index from which they are given"),
  }),
  gaps: "pass",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "pmc-index/example");
    const rows = Array.from({ length: size }, (_, at) => at);
    const names = ["aim", "means", "who", "when", "check"];
    return {
      inputs: {
        data: makeTable(
          "data",
          ["policy"],
          [
            labels(
              "policy",
              rows.map((at) => `p${String(at).padStart(3, "0")}`),
            ),
            labels(
              "mechanism",
              rows.map((at) => (at % 3 === 0 ? "market" : "central-coordinated")),
            ),
            ...names.map((name) =>
              numbers(
                name,
                "1",
                rows.map(() => draw.integer(2)),
              ),
            ),
          ],
        ),
      },
      options: { variables: { design: ["aim", "means"], order: ["who", "when", "check"] } },
    };
  },
  worked: {
    source: {
      en: "by hand: 1/2 + 2/3 = 7/6 and 1 + 1/3 = 4/3, in the mean 5/4",
      zh: "手算：1/2 + 2/3 = 7/6，1 + 1/3 = 4/3，均值 5/4",
    },
    inputs: {
      data: makeTable(
        "data",
        ["policy"],
        [
          labels("policy", ["a", "b"]),
          numbers("x1", "1", [1, 1]),
          numbers("x2", "1", [0, 1]),
          numbers("y1", "1", [1, 0]),
          numbers("y2", "1", [1, 0]),
          numbers("y3", "1", [0, 1]),
        ],
      ),
    },
    options: { variables: { x: ["x1", "x2"], y: ["y1", "y2", "y3"] } },
    gives: { "policies[0].pmc": 7 / 6, "policies[1].pmc": 4 / 3, mean: 1.25, "variables[0].mean": 0.75 },
  },
  run: ({ data }, options) => pmcIndex(data, options),
  scalars: { mean: { title: { en: "Mean PMC index", zh: "PMC 指数均值" }, unit: "1" } },
  tables: pmcTables,
  views: [
    { kind: "bars", table: "policies", category: "policy", value: "pmc" },
    {
      kind: "heatmap",
      table: "values",
      row: "policy",
      column: "variable",
      value: "value",
      scale: "sequential",
      title: { en: "Variables of each policy", zh: "各政策变量取值" },
    },
  ],
  trace: ({ table: name, row, column }, tables) => {
    const own = tables.find((each) => each.name === name)?.columns.find((each) => each.name === "policy")?.values[row];
    return ["policies", "values", "surface"].includes(name) && typeof own === "string" && column !== ""
      ? [{ input: "data", where: { policy: [own] } }]
      : [{ input: "data" }];
  },

  findings: pmcFindings,
});
