/**
 * Who chases whose industry: does a place grow in what another is specialised in?
 *
 *   r_ij = correlation over industries k of  (s_ik1 - s_ik0)  with  LQ_jk0
 *
 * for every ordered pair of places: s are shares of place i in the first and the last year, LQ_j0 the location quotients of
 * place j in the first (against the reference given, of the same years, or the sum of the places given). With `trend: remove`
 * the reference's own change in share is taken off, so that what grows everywhere is nobody's chase. p is the share of
 * random assignments of i's changes to industries that are as extreme, (M + 1) / (R + 1); q is p adjusted for the many pairs
 * (Benjamini-Hochberg). A pair whose places are alike looks like a chase when each deepens its own specialisation: `own` says
 * how far a place does that.
 *
 * With one year there is no change, and `overlap` takes the place of r: of what place i has in its industries with LQ > 1, the
 * share that lies in those where j has LQ > 1 too. It is given beside r for the last year.
 *
 * Figures must be >= 0. Places and industries that are not in both years are dropped by name, cells without a figure in one
 * are left out of both. A place whose shares did not change, or whose quotients are all alike, has no r, with a warning. The order
 * puts pairs together that chase one another, by the mean of both directions.
 *
 * @example chase({ slices: [{ year: 1, places: ["a", "b"], industries: ["x", "y"], values: Float64Array.of(10, 30, 40, 20) },
 *   { year: 2, places: ["a", "b"], industries: ["x", "y"], values: Float64Array.of(15, 30, 60, 15) }] }).pairs[0]?.chase
 * // 1: a moves towards x, in which b is specialised
 */

import { z } from "zod";
import { fewDraws } from "../contract/few-draws.ts";
import { heldBy } from "../contract/held-by.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { type CompositionSlice, composition } from "../contract/readings.ts";
import { falseDiscoveryRate } from "../numeric/false-discovery.ts";
import { arrange } from "./arrange.ts";
import { balancedYears } from "./balanced-years.ts";
import { chaseFindings } from "./chase-findings.ts";
import { type Alternative, association, associations, drawPlacings } from "./chase-placings.ts";
import { inBoth, meanOf, mutual, overlapOf, type Quotients, quotientsOf } from "./chase-structures.ts";
import { chaseTables } from "./chase-tables.ts";
import { chaseWarnings } from "./chase-warnings.ts";
import { originOf } from "./columns.ts";
import { exampleYears, smallYears } from "./example.ts";
import { baseConvention, comparable, datedReference, type Reference, referenceInput } from "./reference.ts";
import { type Shares, sharesOf } from "./shares.ts";

export interface ChasingPair {
  /** The one that chases. */
  readonly place: string;
  /** The one whose industries it goes for. */
  readonly other: string;
  /** The correlation, or the overlap where there is one year. */
  readonly chase: number;
  readonly p: number;
  readonly q: number;
  readonly overlap: number;
  readonly industries: number;
  readonly group: string;
  readonly otherGroup: string;
}

export interface ChasingPlace {
  readonly place: string;
  readonly group: string;
  /** Mean over the others of the place chasing them, and of them chasing it. */
  readonly chasing: number;
  readonly chased: number;
  /** Correlation of the place's change with its own quotients: above 0 it deepens what it has. */
  readonly own: number;
  readonly position: number;
  readonly block: number;
}

export interface ChaseResult extends Outcome {
  readonly measure: "correlation" | "overlap";
  /** The years compared, twice the same where there is one. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly permutations: number;
  readonly pairs: readonly ChasingPair[];
  readonly places: readonly ChasingPlace[];
}

export interface ChaseInput {
  readonly slices: readonly CompositionSlice[];
  readonly reference?: Reference | undefined;
  readonly groupOf?: Readonly<Record<string, string>>;
}

export interface ChaseOptions {
  readonly trend?: "keep" | "remove";
  readonly permutations?: number;
  readonly alternative?: Alternative;
  /** Where the assignments come from. */
  readonly draw?: Random;
}

export function chase(
  { slices: given, reference, groupOf = {} }: ChaseInput,
  {
    trend = "keep",
    permutations = 999,
    alternative = "two-sided",
    draw = random(0, "structure/chase/placings"),
  }: ChaseOptions = {},
): ChaseResult {
  const compared = comparable("chase", given, reference);
  const full = compared.slices.filter(({ places }) => places.length > 0);
  const isOneYear = full.length < 2;
  if (!isOneYear) datedReference("chase", reference);
  const balanced = isOneYear ? { slices: full, dropped: [], warnings: [] } : balancedYears("chase", full, "ends");
  const structures = sharesOf("chase", balanced.slices);
  const both = inBoth(structures.slices);
  const [first, last] = [both[0] as Shares, both.at(-1) as Shares];
  const quotients = both.map((slice) => quotientsOf(slice, reference));
  const [before, after] = [quotients[0] as Quotients, quotients.at(-1) as Quotients];
  const n = first.places.length;
  const width = first.industries.length;
  const row = (values: Float64Array, at: number) => values.subarray(at * width, (at + 1) * width);

  const changes = last.shares.map((share, cell) => {
    const common =
      trend === "remove" ? (after.base[cell % width] as number) - (before.base[cell % width] as number) : 0;
    return share - (first.shares[cell] as number) - common;
  });
  const placings = isOneYear ? [] : drawPlacings(width, permutations, draw);
  const own = (i: number) => association(row(changes, i), row(before.values, i), [], alternative).correlation;
  const targets = first.places.map((_, at) => row(before.values, at));
  const untested = { correlation: Number.NaN, p: Number.NaN, industries: width };
  const raw = first.places.flatMap((place, i) => {
    const found = isOneYear ? undefined : associations(row(changes, i), targets, placings, alternative);
    return first.places.flatMap((other, j) => {
      if (i === j) return [];
      const overlap = overlapOf(row(last.values, i), row(after.values, i), row(after.values, j));
      const { correlation, p, industries } = found?.[j] ?? untested;
      const [group, otherGroup] = [heldBy(groupOf, place) ?? "", heldBy(groupOf, other) ?? ""];
      return [{ place, other, chase: isOneYear ? overlap : correlation, p, overlap, industries, group, otherGroup }];
    });
  });
  const q = falseDiscoveryRate(raw.map(({ p }) => p));
  const pairs = raw.map((pair, at): ChasingPair => ({ ...pair, q: q[at] as number }));
  const arrangement = arrange(mutual(pairs, first.places), n, "median");
  const position = new Map(arrangement.order.map((at, index) => [at, index + 1]));
  const places = first.places.map((place, at): ChasingPlace => {
    const others = first.places.flatMap((_, other) => (other === at ? [] : [other]));
    const chaseOf = (i: number, j: number) => (pairs[i * (n - 1) + (j < i ? j : j - 1)] as ChasingPair).chase;
    return {
      place,
      group: heldBy(groupOf, place) ?? "",
      chasing: meanOf(others.map((other) => chaseOf(at, other))),
      chased: meanOf(others.map((other) => chaseOf(other, at))),
      own: isOneYear ? Number.NaN : own(at),
      position: position.get(at) as number,
      block: arrangement.block[at] as number,
    };
  });
  const measure = isOneYear ? "overlap" : "correlation";
  return {
    measure,
    from: first.year,
    to: last.year,
    permutations: isOneYear ? 0 : permutations,
    pairs,
    places,
    n,
    dropped: [...compared.dropped, ...balanced.dropped, ...structures.dropped],
    warnings: [
      ...balanced.warnings,
      ...(isOneYear ? structures.warnings : []),
      ...chaseWarnings({ pairs, places, isOneYear, industries: width, permutations }),
      ...(isOneYear ? [] : fewDraws(permutations, { en: "p-values", zh: "置换检验的 p 值" })),
    ],
    convention: {
      measure,
      base: reference === undefined ? "places" : "given",
      ...(isOneYear ? {} : { trend, alternative, permutation: "(M+1)/(R+1)" }),
      ...(first.year === undefined ? {} : { period: isOneYear ? `${first.year}` : `${first.year}-${last.year}` }),
    },
  };
}

export default defineMethod({
  id: "structure/chase",
  version: 2,
  title: { en: "Who chases whose industry", zh: "产业追逐（谁在追赶谁的产业）" },
  question: {
    en: "Does a place grow in what another is specialised in?",
    zh: "一个地区的产业是否朝着另一个地区的专业化方向变化？",
  },
  formula: "rᵢⱼ = ρₖ(sᵢₖ₁ − sᵢₖ₀, LQⱼₖ₀)",
  where: {
    en: "ρ: correlation over industries k; sᵢₖ: share of industry k in place i in the two years; LQⱼₖ₀: location quotient of place j in the first",
    zh: "ρ：对行业 k 的相关系数；sᵢₖ：两个年份 i 地 k 行业的份额；LQⱼₖ₀：首年 j 地的区位商",
  },
  cites: [
    {
      text: "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289-300.",
      checked: "unverified",
    },
  ],
  conventions: {
    measure: {
      title: { en: "Measure", zh: "度量" },
      choices: {
        correlation: {
          en: "correlation of change with the other's specialisation",
          zh: "份额变化与对方区位商的相关系数",
        },
        overlap: { en: "overlap of specialised industries (one year)", zh: "专业化行业的重叠（单一年份）" },
      },
    },
    base: baseConvention,
    trend: {
      title: { en: "The reference's own change", zh: "参照自身的变化" },
      choices: { keep: { en: "kept", zh: "保留" }, remove: { en: "taken off", zh: "扣除" } },
    },
    alternative: {
      title: { en: "Alternative", zh: "备择假设" },
      choices: {
        "two-sided": { en: "two-sided", zh: "双侧" },
        greater: { en: "chasing (greater)", zh: "追逐（大于）" },
        less: { en: "avoiding (less)", zh: "回避（小于）" },
      },
    },
    permutation: {
      title: { en: "Permutation p", zh: "置换检验 p 值" },
      choices: { "(M+1)/(R+1)": { en: "(M + 1) / (R + 1), the data counted", zh: "(M + 1) / (R + 1)，含观测本身" } },
    },
    period: { title: { en: "Period", zh: "时期" }, choices: {} },
  },
  means: {
    reference: {
      en: "the economy that specialisation is measured against; the sum of the places without it",
      zh: "衡量专业化的参照经济体；缺省为各地之和",
    },
    permutations: { en: "random assignments of changes to industries", zh: "随机置换次数" },
  },
  pitfalls: [
    {
      en: "Two places that deepen the same specialisation look as if one chased the other; see `own`.",
      zh: "两地各自加深相同专业化时看似追随，请对照 `own`。",
    },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    trend: z.enum(["keep", "remove"]).default("keep"),
    permutations: z.int().min(0).max(99_999).default(999),
    alternative: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
  }),
  gaps: "drop",
  cost: "seconds",
  example: (seed, size) => ({ inputs: { data: exampleYears(seed, size) }, options: { permutations: 99 } }),
  worked: {
    source: {
      en: "by hand: with two industries every correlation is 1 or -1. Both move towards x, in which b is specialised (40/60 against 50/100) and a is not",
      zh: "手算：两个行业时相关系数只能为 1 或 −1。两地均向 x 变动，b 专业化于 x（40/60 对 50/100），a 则否",
    },
    inputs: { data: smallYears },
    options: { permutations: 0 },
    gives: { "pairs[0].chase": 1, "pairs[1].chase": -1, "places[0].own": -1, "places[1].own": 1 },
  },
  run: ({ data, reference }, options, context) =>
    chase({ slices: data.slices, reference, groupOf: data.groupOf }, { ...options, draw: context.random("placings") }),
  random: true,
  scalars: {},
  tables: chaseTables,
  views: [
    {
      kind: "matrix",
      table: "pairs",
      row: "place",
      column: "other",
      value: "chase",
      order: { table: "places", place: "place", position: "position", block: "block" },
    },
    { kind: "scatter", table: "places", place: "place", x: "chasing", y: "chased", group: "group" },
  ],
  findings: chaseFindings,
  trace: (cell, tables, { reference }) => {
    if (cell.table === "places")
      return [{ input: "data" }, ...(reference === undefined ? [] : [{ input: "reference" }])];
    return originOf(cell, tables, ["place", "other"], reference === undefined ? "data" : "reference", "all");
  },
});
