/**
 * How much of the inequality of places lies within groups, between them, and in their overlap (Dagum)?
 *
 *   G = G_w + G_nb + G_t
 *   G_w  = sum_j G_jj p_j s_j                               within groups
 *   G_nb = sum_(j > h) G_jh (p_j s_h + p_h s_j) D_jh        net between groups
 *   G_t  = sum_(j > h) G_jh (p_j s_h + p_h s_j) (1 - D_jh)  overlap: poor places of rich groups, rich ones of poor groups
 *
 * p_j and s_j are a group's shares of the weight and of the total, G_jj its own Gini, G_jh the mean difference between two
 * groups over the sum of their means, D_jh = (d - p) / (d + p) their relative affluence: d the mean excess of places of the
 * first over places of the second where it is positive, p where it is negative. The group of the higher mean comes first, so
 * that D is never negative. The three parts add up to the Gini of all places; G_nb + G_t is the gross part between.
 *
 * Weights count a place as that many of its level: pair means, shares and Ginis are all taken by weight, and the identity holds.
 * Values must be >= 0. Rows with a gap are dropped and counted; one row a year. Where all places are alike there are no
 * shares, with a warning; groups of one place add nothing within and are named.
 *
 * @example dagumGini({ place: ["a", "b"], value: [1, 3], group: ["x", "y"] }).indices[0]?.netBetween // all of G = 1/4
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { dagumFindings } from "./dagum-findings.ts";
import { type DagumGroup, type DagumPair, dagumGroups, dagumPairs } from "./dagum-pairs.ts";
import { dagumTables, traceDagum } from "./dagum-tables.ts";
import { dagumWarnings } from "./dagum-warnings.ts";
import { giniCoefficient } from "./gini-coefficient.ts";
import { samplePanel } from "./sample-example.ts";
import { panelWarnings, sampleConvention, sampleConventions, unitWarnings } from "./sample-words.ts";
import { groupsOf, type PlacesInput, type ValueMeaning, yearsOf } from "./samples.ts";

export interface DagumYear {
  readonly year: number | undefined;
  readonly places: number;
  readonly groups: number;
  readonly gini: number;
  readonly within: number;
  readonly netBetween: number;
  readonly transvariation: number;
}

export interface DagumResult extends Outcome {
  /** Where there is one year. */
  readonly gini?: number;
  readonly within?: number;
  readonly netBetween?: number;
  readonly transvariation?: number;
  readonly indices: readonly DagumYear[];
  readonly groups: readonly DagumGroup[];
  readonly pairs: readonly DagumPair[];
}

export interface DagumOptions {
  readonly value?: ValueMeaning;
}

export function dagumGini(
  input: PlacesInput & { readonly group: readonly string[] },
  { value: meaning = "total" }: DagumOptions = {},
): DagumResult {
  const years = yearsOf("dagum-gini", input, { meaning, least: "zero" }).map((whole) => {
    const samples = groupsOf("dagum-gini", whole);
    if (samples.length < 2) throw oneGroup(whole.year);
    const groups = dagumGroups(whole, samples);
    const pairs = dagumPairs(samples, groups);
    const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const index: DagumYear = {
      year: whole.year,
      places: whole.place.length,
      groups: groups.length,
      gini: giniCoefficient(whole.level, whole.share, whole.mean),
      within: add(groups.map(({ component }) => component)),
      netBetween: add(pairs.map(({ netBetween }) => netBetween)),
      transvariation: add(pairs.map(({ transvariation }) => transvariation)),
    };
    return { index, groups, pairs };
  });
  const indices = years.map(({ index }) => index);
  const groups = years.flatMap((each) => each.groups);
  const { gini, within, netBetween, transvariation } = indices[0] as DagumYear;
  return {
    ...(indices.length === 1 ? { gini, within, netBetween, transvariation } : {}),
    indices,
    groups,
    pairs: years.flatMap(({ pairs }) => pairs),
    n: input.place.length,
    warnings: [...panelWarnings(input), ...dagumWarnings(indices, groups)],
    convention: sampleConvention(input, meaning),
  };
}

function oneGroup(year: number | undefined): InputError {
  const [en, zh] = year === undefined ? ["", ""] : [` in ${year}`, `${year} 年`];
  return new InputError({
    code: "one-group",
    text: {
      en: `dagum-gini: group has 1 label${en}, expected at least 2`,
      zh: `dagum-gini：${zh}分组只有 1 个，应至少 2 个`,
    },
  });
}

export default defineMethod({
  id: "inequality/dagum-gini",
  version: 2,
  title: { en: "Gini coefficient split by groups (Dagum)", zh: "达古姆基尼系数分解" },
  question: {
    en: "How much of the inequality lies within groups, between them, and in their overlap?",
    zh: "地区差距中，组内、组间净值与超变密度各占多少？",
  },
  formula:
    "G = G_w + G_nb + G_t;  G_w = Σⱼ Gⱼⱼ pⱼ sⱼ;  G_nb = Σ_(j>h) Gⱼₕ (pⱼ sₕ + pₕ sⱼ) Dⱼₕ;  G_t = Σ_(j>h) Gⱼₕ (pⱼ sₕ + pₕ sⱼ) (1 − Dⱼₕ)",
  where: {
    en: "pⱼ, sⱼ: shares of weight and of the total; Gⱼₕ: Gini between two groups; Dⱼₕ = (d − p)/(d + p): relative affluence, higher mean first",
    zh: "pⱼ、sⱼ：权重份额与总量份额；Gⱼₕ：两组间基尼系数；Dⱼₕ = (d − p)/(d + p)：相对影响，均值高者在前",
  },
  cites: [
    {
      text: "Dagum, C. (1997). A new approach to the decomposition of the Gini income inequality ratio. Empirical Economics 22(4), 515-531.",
      doi: "10.1007/BF01205777",
      checked: "secondary",
    },
  ],
  conventions: sampleConventions,
  means: {
    value: { en: "total or level, as the option `value` says", zh: "总量或人均水平，见选项 `value`" },
  },
  pitfalls: [
    {
      en: "The richer group comes first in every pair; code that keeps the order of the file gives other parts.",
      zh: "每对分组须以均值较高者在前，按文件次序计算会得到不同分量。",
    },
    { en: "The overlap is no error term: it grows where groups mix.", zh: "超变密度不是误差项，分组交叠越多越大。" },
  ],
  inputs: {
    data: table({
      place: label.one,
      value: number.one,
      group: label.one,
      weight: number.optional,
      year: number.optional,
    }),
  },
  options: z.strictObject({ value: z.enum(["total", "per-head"]).default("total") }),
  gaps: "drop",
  cost: "live",
  example: samplePanel,
  worked: {
    source: {
      en: "by hand: x has 1 and 3, y has 2 and 6, mean 3; the differences of the 16 ordered pairs add up to 2 (2 + 1 + 5 + 1 + 3 + 4) = 32, G = 32 / (2 x 16 x 3) = 1/3; G_xx = 4 / (2 x 4 x 2) = 1/4, G_yy = 8 / (2 x 4 x 4) = 1/4; p = 1/2, s = 1/3 and 2/3: G_w = 1/4 (1/2)(1/3 + 2/3) = 1/8; d = (1 + 5 + 3) / 4, p = 1/4, D = 8/10, G_xy = (10/4) / 6 = 5/12, weight 1/2: G_nb = 5/24 x 8/10 = 1/6, G_t = 1/24",
      zh: "手算：x 为 1、3，y 为 2、6，均值 3；16 个有序对之差合计 2 (2 + 1 + 5 + 1 + 3 + 4) = 32，G = 32 / (2 × 16 × 3) = 1/3；G_xx = 4 / (2 × 4 × 2) = 1/4，G_yy = 8 / (2 × 4 × 4) = 1/4；p = 1/2，s = 1/3 与 2/3：G_w = 1/4 (1/2)(1/3 + 2/3) = 1/8；d = (1 + 5 + 3) / 4，p = 1/4，D = 8/10，G_xy = (10/4) / 6 = 5/12，权重 1/2：G_nb = 5/24 × 8/10 = 1/6，G_t = 1/24",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c", "d"]),
          labels("group", ["x", "x", "y", "y"]),
          numbers("value", "1", [1, 3, 2, 6]),
        ],
      ),
    },
    gives: {
      gini: 1 / 3,
      within: 1 / 8,
      netBetween: 1 / 6,
      transvariation: 1 / 24,
      "pairs[0].gini": 5 / 12,
      "pairs[0].affluence": 0.8,
    },
  },
  run: ({ data }, options) => {
    const result = dagumGini(data, options);
    return { ...result, warnings: [...(result.warnings ?? []), ...unitWarnings(data.units, options.value)] };
  },
  scalars: {
    gini: { title: { en: "Gini coefficient", zh: "总体基尼系数" }, unit: "1" },
    within: { title: { en: "Within groups", zh: "组内差异" }, unit: "1" },
    netBetween: { title: { en: "Net between groups", zh: "组间净值差异" }, unit: "1" },
    transvariation: { title: { en: "Overlap (transvariation)", zh: "超变密度" }, unit: "1" },
  },
  tables: (result, { data }, options) => dagumTables(result, data.units, options.value),
  views: [
    { kind: "trend", table: "shares_by_year", time: "year", value: "share", series: "component" },
    { kind: "bars", table: "shares", category: "component", order: "as-listed", value: "share", whole: 1 },
    { kind: "heatmap", table: "matrix", row: "group", column: "other", value: "gini", scale: "sequential" },
  ],
  trace: traceDagum,
  findings: dagumFindings,
});
