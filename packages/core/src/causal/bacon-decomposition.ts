/**
 * Which comparisons make up the coefficient of a regression with place and year effects when places adopt at different times?
 *
 *   b = Σ s(k, l) DD(k, l)
 *
 * Every pair of timing groups gives simple differences in differences: a cohort beside the never treated, an earlier cohort
 * beside a later one before that is treated, a later cohort beside an earlier one that is treated already (Goodman-Bacon 2021).
 * Weights are positive, sum to 1 and rise with the groups' sizes and with how near the middle of the years treatment begins.
 *
 * Comparisons with the already treated (`forbidden`, their share of the weight) are right only if effects do not change with
 * time: where they matter, take causal/group-time-att or causal/imputation. Places that lack a year are dropped by name.
 *
 * @example baconDecomposition({ place: ["a", "a", "b", "b"], year: [1, 2, 1, 2], outcome: [1, 4, 1, 2], treated: [0, 1, 0, 0] }).coefficient // 2
 */

import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Finding, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { decimal, percent } from "../contract/saying.ts";
import { codeOf, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { adoptionExample } from "./adoption-example.ts";
import { changeUnit } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";
import { type TimingGroup, timingGroups } from "./timing-groups.ts";
import { type TreatedPanelInput, treatedPanel } from "./treated-panel.ts";

const kinds = {
  "treated-never": { en: "treated beside never treated", zh: "处理组与从未处理组" },
  "earlier-later": { en: "earlier beside later, before that is treated", zh: "较早处理组与尚未处理的较晚组" },
  "later-earlier": { en: "later beside earlier, already treated", zh: "较晚处理组与已处理的较早组" },
  "later-always": { en: "later beside always treated", zh: "较晚处理组与始终处理组" },
} as const satisfies Record<string, Text>;
type Kind = keyof typeof kinds;

export interface Comparison {
  /** First year under treatment of the group whose treatment begins. */
  readonly treated: number;
  /** Of the group beside it; infinite for never. */
  readonly control: number;
  readonly kind: Kind;
  readonly estimate: number;
  readonly weight: number;
}

export interface BaconResult extends Outcome {
  readonly coefficient: number;
  /** Share of the weight on comparisons with places that are treated already. */
  readonly forbidden: number;
  readonly comparisons: readonly Comparison[];
  readonly byKind: readonly { readonly kind: Kind; readonly weight: number; readonly estimate: number }[];
}

export function baconDecomposition(input: TreatedPanelInput): BaconResult {
  const panel = treatedPanel("bacon-decomposition", input);
  const { groups, places, dropped } = timingGroups("bacon-decomposition", panel);
  const raw = groups.flatMap((earlier, at) =>
    groups.slice(at + 1).flatMap((later) => pair(earlier, later, panel.years, places)),
  );
  if (raw.length === 0) throw noComparison();
  const total = raw.reduce((sum, { weight }) => sum + weight, 0);
  const comparisons = raw.map((each) => ({ ...each, weight: each.weight / total }));
  const coefficient = comparisons.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0);
  const byKind = (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const own = comparisons.filter((each) => each.kind === kind);
    const weight = own.reduce((sum, each) => sum + each.weight, 0);
    const estimate = own.reduce((sum, each) => sum + each.weight * each.estimate, 0) / weight;
    return own.length === 0 ? [] : [{ kind, weight, estimate }];
  });
  return {
    coefficient,
    forbidden: byKind.reduce((sum, { kind, weight }) => sum + (isForbidden(kind) ? weight : 0), 0),
    comparisons,
    byKind,
    n: places * panel.years.length,
    dropped,
    convention: {},
  };
}

function noComparison(): InputError {
  return new InputError({
    code: "no-comparison",
    text: {
      en: "bacon-decomposition: places are treated from the first year on or never, expected some whose treatment begins later",
      zh: "bacon-decomposition：各地区自首年起即受处理或从未受处理，应有在其后开始处理的地区",
    },
    hint: {
      en: "bring years before treatment began",
      zh: "请补充处理开始之前的年份",
    },
  });
}

const isForbidden = (kind: Kind): boolean => kind === "later-earlier" || kind === "later-always";

/** What two groups give each other, the one treated earlier first: weights are shares of the variance of treatment. */
function pair(earlier: TimingGroup, later: TimingGroup, years: readonly number[], places: number): Comparison[] {
  const [n, share] = [(earlier.places + later.places) / places, earlier.places / (earlier.places + later.places)];
  const split = n ** 2 * share * (1 - share);
  const [high, low] = [earlier.treatedShare, later.treatedShare];
  const before = (step: number) => years[step] < earlier.first;
  const between = (step: number) => years[step] >= earlier.first && years[step] < later.first;
  const after = (step: number) => years[step] >= later.first;
  if (later.kind === "never") {
    // an always treated group beside the never treated has nothing that begins
    if (earlier.kind === "always") return [];
    const estimate = difference(earlier, later, between, before);
    return [
      {
        treated: earlier.first,
        control: later.first,
        kind: "treated-never",
        estimate,
        weight: split * high * (1 - high),
      },
    ];
  }
  const late: Comparison = {
    treated: later.first,
    control: earlier.first,
    kind: earlier.kind === "always" ? "later-always" : "later-earlier",
    estimate: difference(later, earlier, after, between),
    weight: split * low * (high - low),
  };
  if (earlier.kind === "always") return [late];
  const early: Comparison = {
    treated: earlier.first,
    control: later.first,
    kind: "earlier-later",
    estimate: difference(earlier, later, between, before),
    weight: split * (high - low) * (1 - high),
  };
  return [early, late];
}

function difference(
  treated: TimingGroup,
  control: TimingGroup,
  after: (step: number) => boolean,
  before: (step: number) => boolean,
): number {
  const mean = (means: Float64Array, when: (step: number) => boolean) => {
    const own = means.filter((_, step) => when(step));
    return own.reduce((sum, each) => sum + each, 0) / own.length;
  };
  const change = ({ means }: TimingGroup) => mean(means, after) - mean(means, before);
  return change(treated) - change(control);
}

const title = { en: "Goodman-Bacon decomposition", zh: "Goodman-Bacon 分解" };

function baconTables({ comparisons, byKind, coefficient, forbidden, n }: BaconResult, inputs: EstimateInputs): Table[] {
  const unit = changeUnit(inputs.data.units.outcome);
  const kind = codeOf<{ kind: Kind }>(
    "kind",
    { en: "comparison", zh: "比较类型" },
    (row) => row.kind,
    (row) => kinds[row.kind],
  );
  const estimate = numberOf<{ estimate: number }>(
    "estimate",
    unit,
    { en: "estimate", zh: "估计值" },
    (row) => row.estimate,
  );
  const weight = numberOf<{ weight: number }>("weight", "1", { en: "weight", zh: "权重" }, (row) => row.weight);
  const rows = comparisons.map((each) => ({ ...each, pair: pairName(each) }));
  return [
    tableOf(
      "comparisons",
      ["pair", "kind"],
      rows,
      [
        codeOf<(typeof rows)[number]>(
          "pair",
          { en: "pair", zh: "组对" },
          (row) => row.pair.en,
          (row) => row.pair,
        ),
        kind,
        estimate,
        weight,
      ],
      { title: { en: "Comparisons", zh: "两两比较" } },
    ),
    tableOf("by_kind", ["kind"], byKind, [kind, weight, estimate], {
      title: { en: "By kind of comparison", zh: "按比较类型" },
    }),
    estimateTable(
      title,
      { estimator: "bacon-decomposition", effect: coefficient, basis: "none", rows: n, forbidden },
      inputs,
    ),
  ];
}

function pairName({ treated, control, kind }: Comparison): Text {
  if (control === Number.POSITIVE_INFINITY) return { en: `${treated}, never`, zh: `${treated} 年，从未` };
  if (kind === "later-always") return { en: `${treated}, always`, zh: `${treated} 年，始终` };
  return { en: `${treated}, ${control}`, zh: `${treated} 年，${control} 年` };
}

function baconFindings({ forbidden, coefficient, byKind }: BaconResult): Finding[] {
  const clean = byKind.filter(({ kind }) => !isForbidden(kind));
  const weight = clean.reduce((sum, each) => sum + each.weight, 0);
  if (!(forbidden > 0) || weight === 0) return [];
  const rest = clean.reduce((sum, each) => sum + each.weight * each.estimate, 0) / weight;
  return [
    {
      text: {
        en: "Of the two-way coefficient ({all}), {share} of the weight compares with places treated already; without those comparisons it is {rest}.",
        zh: "双向固定效应系数（{all}）中，{share} 的权重来自与已处理地区的比较；剔除后为 {rest}。",
      },
      values: { all: decimal(coefficient, 3), share: percent(forbidden), rest: decimal(rest, 3) },
    },
  ];
}

export default defineMethod({
  id: "causal/bacon-decomposition",
  version: 2,
  title,
  question: {
    en: "Which comparisons make up a two-way fixed effects coefficient, and how many of them use places treated already?",
    zh: "双向固定效应系数由哪些两两比较构成？其中多少以已处理地区为对照？",
  },
  formula: "b = Σ s_kl DD_kl;  s_kU ∝ (n_k + n_U)² n_kU(1 − n_kU) D_k(1 − D_k)",
  where: {
    en: "k, l: groups by first year of treatment, U: never treated; n: shares of places; D: share of years under treatment; DD: difference in differences of group means",
    zh: "k、l：按首个处理年份划分的组，U：从未处理；n：地区占比；D：处理年份占比；DD：组均值的双重差分",
  },
  cites: [
    {
      text: "Goodman-Bacon, A. (2021). Difference-in-differences with variation in treatment timing. Journal of Econometrics 225(2), 254-277.",
      checked: "unverified",
    },
  ],
  conventions: {},
  means: {
    outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
    treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
    first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
  },
  pitfalls: [
    {
      en: "A large share of comparisons with places treated already is a warning, not a correction.",
      zh: "与已处理地区比较的权重大只是警示，并不能纠正偏误。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.gappy,
      treated: number.optional,
      first: number.optional,
    }),
  },
  options: z.strictObject({}),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => adoptionExample(seed, size),
  worked: {
    source: {
      en: "by hand: a treated from 2, b from 3, c never, years 1 to 3. a beside c: (6 + 8) / 2 - 1 - 0 = 6; a beside b before 3: 6 - 1 - 1 = 4; b beside c: 9 - (1 + 2) / 2 - 0 = 7.5; b beside a from 2: 9 - 2 - (8 - 6) = 5; weights by D(1 - D) and so on: 2/9, 1/9, 2/9, 1/9 of what they sum to",
      zh: "手算：a 自第 2 年、b 自第 3 年起受处理，c 从未，共 3 年。a 对 c：(6 + 8) / 2 - 1 - 0 = 6；a 对第 3 年前的 b：6 - 1 - 1 = 4；b 对 c：9 - (1 + 2) / 2 - 0 = 7.5；b 对第 2 年起的 a：9 - 2 - (8 - 6) = 5；权重按 D(1 - D) 等计，为合计的 2/9、1/9、2/9、1/9",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
          numbers("year", "year", [1, 2, 3, 1, 2, 3, 1, 2, 3]),
          numbers("outcome", "1", [1, 6, 8, 1, 2, 9, 0, 0, 0]),
          numbers("treated", "1", [0, 1, 1, 0, 0, 1, 0, 0, 0]),
        ],
      ),
    },
    gives: { coefficient: 6, forbidden: 1 / 6 },
  },
  run: ({ data }) => baconDecomposition(data),
  scalars: {
    coefficient: { title: { en: "Two-way coefficient", zh: "双向固定效应系数" }, unit: "1" },
    forbidden: {
      title: { en: "Weight on comparisons with places treated already", zh: "以已处理地区为对照的权重" },
      unit: "1",
    },
  },
  tables: baconTables,
  views: [
    {
      kind: "scatter",
      table: "comparisons",
      place: "pair",
      x: "weight",
      y: "estimate",
      group: "kind",
      levels: { table: "by_kind", group: "kind", value: "estimate" },
      log: "x",
    },
  ],
  findings: baconFindings,
});
