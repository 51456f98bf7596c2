/**
 * Do policies pull together: do measures match the goals they serve, do departments issue jointly, are the places of a cluster
 * under the same policies?
 *
 * Over the entries in force in year t, each with power p (1 without such a column):
 *
 *   goals and measures:  2 sum_i p_i sqrt(g_i m_i) / sum_i p_i (g_i + m_i)    g, m: mean score of its goals, of its measures
 *   departments:         sum_i p_i [issued by two or more] / sum_i p_i
 *   places:              mean over pairs of places of (policies that reach both) / (policies that reach either); pairs that
 *                        none reaches are left out and counted
 *
 * Each lies in [0, 1]. The first is 1 where every entry's measures are as strong as its goals and 0 where goals have none; level
 * is told apart from balance, as the power-weighted strength sum p g m. The second needs `issuer` (several parted by
 * semicolons), the third `places_reached` and the input `places` with the cluster of each. Policies that reach several
 * clusters count for the places of each. What lacks its columns is left out. Definitions of these three are settled here: the
 * literature multiplies scores of pairs without a bound (Zhang and others 2014, as quoted), so that more policies always
 * coordinate better; that sum is `strength`.
 *
 * @example coordination({ entry: ["a"], start: [2015], goals: [{ name: "g", unit: "1", values: Float64Array.of(4) }],
 *   measures: [{ name: "m", unit: "1", values: Float64Array.of(1) }] }).years[0]?.degree // 2 sqrt(4) / 5 = .8
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { label, type NamedNumbers, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { several } from "../register/codes.ts";
import { coordinationFindings, coordinationTables } from "./coordination-tables.ts";
import { undatedWarnings } from "./dating.ts";
import { goalsAgainstMeasures, issuedJointly } from "./degrees.ts";
import {
  type Entry,
  entriesOf,
  entryRoles,
  type Led,
  ledOf,
  leds,
  type RegisterInput,
  scopesIn,
  scopesOf,
  type Wider,
  widerConvention,
} from "./entries.ts";
import { exampleRegister } from "./example.ts";
import { type Expiry, expiryConvention, inForce, yearsOf } from "./in-force.ts";
import { type ScoredInput, scoresOf } from "./scores.ts";
import { sharedPolicies } from "./shared-policies.ts";

export type Between = "goals-measures" | "departments" | "places";

export interface CoordinationYear {
  readonly between: Between;
  readonly scope: string;
  readonly led: Led | "all";
  readonly year: number;
  readonly entries: number;
  /** In [0, 1]. */
  readonly degree: number;
  /** Of goals and measures: sum of p g m. */
  readonly strength: number;
  /** Of places: pairs that no policy reaches, which are left out. */
  readonly unreached: number;
}

export interface CoordinationResult extends Outcome {
  readonly years: readonly CoordinationYear[];
  /** Sum of p g_a m_b over the entries in force in the last year. */
  readonly pairs: readonly { readonly goal: string; readonly measure: string; readonly strength: number }[];
  readonly scopes: readonly string[];
}

export interface CoordinationInput extends RegisterInput, ScoredInput {
  readonly issuer?: readonly string[] | undefined;
  readonly places_reached?: readonly string[] | undefined;
}

export interface ClusterPlaces {
  readonly place: readonly string[];
  readonly cluster: readonly string[];
}

export interface CoordinationOptions {
  readonly expiry?: Expiry;
  readonly wider?: Wider;
  readonly until?: number | undefined;
}

export function coordination(
  input: CoordinationInput,
  { expiry = "through", wider = "apart", until }: CoordinationOptions = {},
  places?: ClusterPlaces,
): CoordinationResult {
  const method = "coordination";
  const { scores, dropped } = scoresOf(method, input);
  const entries = entriesOf(method, input);
  const scored = entries.filter(({ at }) => scores[at] !== undefined);
  const years = yearsOf(method, entries, until);
  const scopes = scopesIn(entries, wider);
  const powerOf = ({ at }: Pick<Entry, "at">) => (input.power === undefined ? 1 : (input.power[at] as number));

  const hasIssuers = input.issuer?.some((cell) => several(cell).length > 0) === true;
  const measured = (stock: readonly Entry[]) => goalsAgainstMeasures(stock, scores, input);
  const issued = (stock: readonly Entry[]) => issuedJointly(stock, powerOf, input);
  const kinds: readonly (readonly [Between, typeof measured])[] = [
    ["goals-measures", measured],
    ...(hasIssuers ? ([["departments", issued]] as const) : []),
  ];
  const rows = kinds.flatMap(([between, of]) =>
    scopes.flatMap((scope) =>
      (["all", ...leds] as const).flatMap((led) => {
        const own = entries.filter(
          (entry) => scopesOf(entry, wider).includes(scope) && (led === "all" || ledOf(entry.mechanism) === led),
        );
        return years.flatMap((year): CoordinationYear[] => {
          const found = of(own.filter((entry) => inForce(entry, year, expiry)));
          return found.entries === 0 ? [] : [{ between, scope, led, year, ...found, unreached: Number.NaN }];
        });
      }),
    ),
  );
  const placed = places === undefined ? [] : sharedPolicies(entries, input, places, years, expiry);
  const last = years.at(-1);
  const stock = last === undefined ? [] : scored.filter((entry) => inForce(entry, last, expiry));
  return {
    years: [...rows, ...placed],
    pairs: pairsOf(stock, input.goals, input.measures, powerOf),
    scopes,
    n: entries.length,
    dropped,
    warnings: [
      ...undatedWarnings(entries),
      ...missing(hasIssuers, places !== undefined && input.places_reached !== undefined),
    ],
    convention: { expiry, wider },
  };
}

function pairsOf(
  stock: readonly Entry[],
  goals: readonly NamedNumbers[],
  measures: readonly NamedNumbers[],
  power: (entry: Entry) => number,
) {
  return goals.flatMap((goal) =>
    measures.map((measure) => ({
      goal: goal.name,
      measure: measure.name,
      strength: stock.reduce(
        (sum, entry) => sum + power(entry) * (goal.values[entry.at] as number) * (measure.values[entry.at] as number),
        0,
      ),
    })),
  );
}

function missing(hasIssuers: boolean, hasPlaces: boolean): Warning[] {
  return [
    ...(hasIssuers
      ? []
      : [
          {
            code: "no-issuers",
            text: {
              en: "no entry names its issuer: nothing is said of departments",
              zh: "未载发布机构：不计算部门协同",
            },
          },
        ]),
    ...(hasPlaces
      ? []
      : [
          {
            code: "no-places",
            text: {
              en: "the places of the clusters are not given: nothing is said of places",
              zh: "未给出各城市群的地区：不计算地区协同",
            },
          },
        ]),
  ];
}

export default defineMethod({
  id: "policy/coordination",
  version: 2,
  title: { en: "Coordination of policies", zh: "政策协同度" },
  question: {
    en: "Do measures match their goals, do departments issue jointly, are the places of a cluster under the same policies?",
    zh: "措施与目标是否匹配？部门是否联合发文？城市群内各地是否受同样政策覆盖？",
  },
  formula: "2 Σ pᵢ √(gᵢ mᵢ) / Σ pᵢ (gᵢ + mᵢ);  Σ pᵢ 1ᵢ / Σ pᵢ;  (1/m) Σ |A ∩ B| / |A ∪ B|",
  where: {
    en: "over entries in force; g, m: mean scores of goals and measures; 1ᵢ: 1 where entry i is joint; A, B: policies that reach two places of the cluster, over all m pairs",
    zh: "对有效政策求和；g、m：目标与措施平均得分；1ᵢ：政策 i 为联合发布时取 1；A、B：涉及城市群内两地的政策集合，对 m 对地区取均值",
  },
  cites: [
    {
      text: "Peng, J., Zhong, W. and Sun, W. (2008). Policy measurement, policy co-evolution and economic performance: an empirical study based on innovation policy. Management World 2008(9), 25-36. (in Chinese)",
      checked: "unverified",
    },
    {
      text: "Zhang, G., Gao, X., Wang, Y., Guo, J. and Wang, S. (2014). Measurement, coordination and evolution of energy conservation and emission reduction policies in China. China Population, Resources and Environment 24(12). (in Chinese)",
      checked: "unverified",
    },
  ],
  conventions: { expiry: expiryConvention, wider: widerConvention },
  means: {
    until: {
      en: "the last year; the last that an entry begins in unless said",
      zh: "末年；缺省为最后一个条目开始的年份",
    },
    issuer: { en: "who issued it, several parted by semicolons", zh: "发文部门，多个以分号分隔" },
    places_reached: { en: "places that it names, parted by semicolons", zh: "点名涉及的地区，以分号分隔" },
    power: { en: "standing of document and issuer", zh: "发文机关与文件的力度" },
    goals: { en: "scores of its goals, one column each", zh: "目标得分，每列一个" },
    measures: { en: "scores of its measures, one column each", zh: "措施得分，每列一个" },
    places: { en: "the cluster of each place", zh: "各地所属城市群" },
  },
  pitfalls: [
    {
      en: "Sums of products, as papers take them, grow with the number of policies; the degrees here lie in [0, 1], and that sum is `strength`.",
      zh: "文献常用的乘积之和随政策数量增长；此处协调度在 [0, 1] 之内，乘积之和另列为 `strength`。",
    },
  ],
  inputs: {
    register: table({
      ...entryRoles,
      issuer: label.optional,
      places_reached: label.optional,
      power: number.optional,
      goals: number.many,
      measures: number.many,
    }),
    places: optional(table({ place: label.one, cluster: label.one })),
  },
  options: z.strictObject({
    expiry: z.enum(["through", "never"]).default("through"),
    wider: z.enum(["apart", "each"]).default("apart"),
    until: z.int().optional().describe("The last year; the last that an entry begins in unless said"),
  }),
  gaps: "pass",
  cost: "live",
  example: (seed, size) => ({ inputs: { register: exampleRegister(seed, size) } }),
  worked: {
    source: {
      en: "by hand: goals 4 and 2 against measures 1 and 2: 2 (sqrt 4 + sqrt 4) / (5 + 4) = 8/9; one of two is joint; of the pair a, b the second reaches a alone: 1/2",
      zh: "手算：目标 4、2 对措施 1、2：2 (√4 + √4) / (5 + 4) = 8/9；两项中一项为联合；a、b 一对中第二项只及于 a：1/2",
    },
    inputs: {
      register: makeTable(
        "register",
        ["entry"],
        [
          labels("entry", ["p", "q"]),
          labels("cluster", ["north", "north"]),
          labels("issuer", ["finance;planning", "planning"]),
          labels("places_reached", ["a;b", "a"]),
          numbers("start", "year", [2015, 2015]),
          numbers("g", "1", [4, 2]),
          numbers("m", "1", [1, 2]),
        ],
        { roles: { goals: "g", measures: "m" } },
      ),
      places: makeTable("places", ["place"], [labels("place", ["a", "b"]), labels("cluster", ["north", "north"])]),
    },
    gives: {
      "years[0].degree": 8 / 9,
      "years[0].strength": 8,
      "years[1].degree": 0.5,
      "years[2].degree": 0.5,
      "pairs[0].strength": 8,
    },
  },
  run: ({ register, places }, options) => coordination(register, options, places),
  scalars: {},
  tables: (result, { register }) => coordinationTables(result, [...register.goals, ...register.measures]),
  views: [
    {
      kind: "trend",
      table: "years",
      time: "year",
      value: "degree",
      series: "scope",
      where: { between: "goals-measures", led: "all" },
      title: { en: "Goals against measures", zh: "目标与措施协同度" },
    },
    {
      kind: "trend",
      table: "years",
      time: "year",
      value: "degree",
      series: "scope",
      where: { between: "places", led: "all" },
      title: { en: "Places of a cluster", zh: "城市群内地区协同度" },
    },
    { kind: "heatmap", table: "pairs", row: "goal", column: "measure", value: "strength", scale: "sequential" },
  ],
  findings: coordinationFindings,
});
