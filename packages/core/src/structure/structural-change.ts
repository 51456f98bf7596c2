/**
 * How much did the structure of a place change, and how well does labour follow output (产业结构合理化)?
 *
 *   Lilien    sqrt(sum_j w_j (ln s_j1 / s_j0)^2)                 w_j: shares of the start, the end or their mean
 *   Moore     angle of the shares: arccos(sum s_0 s_1 / sqrt(sum s_0^2 sum s_1^2)), in degrees (More 值)
 *   moved     (1/2) sum_j |s_j1 - s_j0|, the share of the whole that changed industry
 *   Theil     sum_j y_j ln(y_j / l_j), y shares of output, l of labour: 0 where productivity is the same in every industry
 *   deviation sum_j |y_j / l_j - 1|                               (结构偏离度)
 *
 * ln(s_j1 / s_j0) is the growth of industry j beyond that of the place. `weight: end` is Lilien (1982), `mean` the symmetric
 * form, which gives the same both ways in time. `steps: yearly` compares each year with the next and adds nothing up: a long
 * way there and back is no change from end to end. Money should be in constant prices. The last two need `labour`, the same
 * places, years and industries by people at work.
 *
 * Figures must be >= 0. Places and industries that are not in every year compared are dropped by name, cells without a figure
 * in each of them are left out of all. An industry that comes from nothing or goes to it has no rate: it has no part in the
 * Lilien index, is counted in `appearing` and named. Output without labour has no ratio: no Theil there, with a warning.
 *
 * @example structuralChange({ slices: [
 *   { year: 1, places: ["a"], industries: ["x", "y"], values: Float64Array.of(10, 30) },
 *   { year: 2, places: ["a"], industries: ["x", "y"], values: Float64Array.of(15, 30) },
 * ] }).changes[0]?.moved // |1/3 - 1/4| = 1/12
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { type CompositionSlice, composition, optional } from "../contract/readings.ts";
import { balancedYears, type DatedSlice, type Steps } from "./balanced-years.ts";
import { originOf } from "./columns.ts";
import { exampleYears, smallYears } from "./example.ts";
import { named, refuseNegatives, sharesOf, sharesWhere } from "./shares.ts";
import { checkSlices } from "./slice-shape.ts";
import { structuralChangeFindings } from "./structural-change-findings.ts";
import { structuralChangeTables } from "./structural-change-tables.ts";
import { structuralChangeWarnings } from "./structural-change-warnings.ts";
import {
  type LilienWeight,
  type Rationality,
  rationality,
  type StructuralDistance,
  structuralDistance,
} from "./structural-distance.ts";

export interface ChangedPlace extends StructuralDistance {
  readonly place: string;
  readonly since: number;
  readonly year: number;
}

export interface ChangedIndustry {
  readonly place: string;
  readonly industry: string;
  readonly since: number;
  readonly year: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

export interface RationalPlace extends Rationality {
  readonly place: string;
  readonly year: number | undefined;
  /** Industries with both figures. */
  readonly industries: number;
}

export interface StructuralChangeResult extends Outcome {
  readonly changes: readonly ChangedPlace[];
  readonly industries: readonly ChangedIndustry[];
  /** None without labour. */
  readonly rational: readonly RationalPlace[];
}

export interface StructuralChangeInput {
  readonly slices: readonly CompositionSlice[];
  readonly labour?: readonly CompositionSlice[] | undefined;
}

export interface StructuralChangeOptions {
  readonly steps?: Steps;
  readonly weight?: LilienWeight;
}

export function structuralChange(
  { slices: given, labour }: StructuralChangeInput,
  { steps = "ends", weight = "mean" }: StructuralChangeOptions = {},
): StructuralChangeResult {
  for (const slices of [given, labour ?? []]) checkSlices("structural-change", slices, undefined);
  for (const slice of [...given, ...(labour ?? [])]) refuseNegatives("structural-change", slice);
  const dropped: Dropped[] = [];
  const warnings: Warning[] = [];
  const [changes, industries]: [ChangedPlace[], ChangedIndustry[]] = [[], []];
  const isOneYear = given.filter(({ year, places }) => year !== undefined && places.length > 0).length < 2;
  // one year with labour beside it still says how well the two go together
  if (!isOneYear || labour === undefined) {
    const balanced = balancedYears("structural-change", given, steps);
    for (const each of balanced.dropped) dropped.push(each);
    warnings.push(...balanced.warnings);
    balanced.slices.slice(1).forEach((slice, step) => {
      compare(balanced.slices[step] as DatedSlice, slice, weight, { changes, industries, dropped });
    });
  }
  const rational = labour === undefined ? [] : rationalOf(given, labour, dropped);
  if (changes.length === 0 && rational.length === 0) refuseNothing();
  return {
    changes,
    industries,
    rational,
    n: changes.length + rational.length,
    dropped,
    warnings: [...warnings, ...structuralChangeWarnings(changes, rational, isOneYear)],
    convention: { steps, weight, labour: labour === undefined ? "none" : "given" },
  };
}

interface Gathered {
  readonly changes: ChangedPlace[];
  readonly industries: ChangedIndustry[];
  readonly dropped: Dropped[];
}

function compare(before: DatedSlice, after: DatedSlice, weight: LilienWeight, into: Gathered): void {
  const width = before.industries.length;
  before.places.forEach((place, at) => {
    const [start, end] = [before, after].map(({ values }) => values.subarray(at * width, (at + 1) * width)) as [
      Float64Array,
      Float64Array,
    ];
    const empty = [before, after].find((_, which) => !(which === 0 ? start : end).some((value) => value > 0));
    if (empty !== undefined) {
      const reason = { en: "no industry is above 0", zh: "没有大于 0 的行业" };
      into.dropped.push({ input: "data", row: named(place, empty.year), reason });
      return;
    }
    const [from, to] = [sharesWhere(start), sharesWhere(end)];
    const period = { place, since: before.year, year: after.year };
    into.changes.push({ ...period, ...structuralDistance(from, to, weight) });
    from.forEach((share, column) => {
      if (Number.isNaN(share)) return;
      const later = to[column] as number;
      const industry = before.industries[column] as string;
      into.industries.push({ ...period, industry, before: share, after: later, change: later - share });
    });
  });
}

function rationalOf(
  given: readonly CompositionSlice[],
  labour: readonly CompositionSlice[],
  dropped: Dropped[],
): RationalPlace[] {
  const output = sharesOf("structural-change", given);
  for (const each of output.dropped) dropped.push(each);
  return output.slices.flatMap((slice) => {
    const beside = labour.find(({ year }) => year === slice.year);
    return slice.places.flatMap((place, at): RationalPlace[] => {
      const row = beside?.places.indexOf(place) ?? -1;
      const people = slice.industries.map((industry) => {
        const column = beside?.industries.indexOf(industry) ?? -1;
        return row < 0 || column < 0
          ? Number.NaN
          : ((beside as CompositionSlice).values[
              row * (beside as CompositionSlice).industries.length + column
            ] as number);
      });
      const width = slice.industries.length;
      const own = slice.values.subarray(at * width, (at + 1) * width);
      const present = (column: number) => !Number.isNaN(own[column]) && !Number.isNaN(people[column]);
      const [y, l] = [sharesWhere(own, present), sharesWhere(Float64Array.from(people), present)];
      const industries = y.filter((share) => !Number.isNaN(share)).length;
      if (industries === 0 || l.every(Number.isNaN)) {
        const reason = { en: "no industry with both output and labour", zh: "没有同时具备产出与就业数据的行业" };
        dropped.push({ input: "data", row: named(place, slice.year), reason });
        return [];
      }
      return [{ place, year: slice.year, industries, ...rationality(y, l) }];
    });
  });
}

function refuseNothing(): never {
  throw new InputError({
    code: "nothing-to-compare",
    text: {
      en: "structural-change: no place has two years, or output beside labour, to compare",
      zh: "structural-change：没有地区具备两个年份，或同时具备产出与就业数据，无从比较",
    },
  });
}

export default defineMethod({
  id: "structure/structural-change",
  version: 1,
  title: { en: "Structural change and rationalisation", zh: "产业结构变动与合理化" },
  question: {
    en: "How much did the structure of a place change, and how well does labour follow output?",
    zh: "各地产业结构变动有多大？就业结构与产出结构是否匹配？",
  },
  formula: "Lilien = √Σⱼ wⱼ (ln sⱼ₁/sⱼ₀)²;  θ = arccos(Σ s₀s₁ / √(Σ s₀² Σ s₁²));  TL = Σⱼ yⱼ ln(yⱼ / lⱼ)",
  where: {
    en: "sⱼ: share of industry j in the two years; wⱼ: its weight; yⱼ, lⱼ: its share of output and of labour",
    zh: "sⱼ：两个年份 j 行业的份额；wⱼ：权重；yⱼ、lⱼ：产出份额与就业份额",
  },
  formulas: { lilien: "Lilien", angle: "θ", theil: "TL" },
  cites: [
    {
      text: "Lilien, D. M. (1982). Sectoral shifts and cyclical unemployment. Journal of Political Economy 90, 777-793.",
      checked: "unverified",
    },
    {
      text: "Moore, J. H. (1978). A measure of structural change in output. Review of Income and Wealth 24, 105-118.",
      checked: "unverified",
    },
    {
      text: "干春晖, 郑若谷, 余典范 (2011). 中国产业结构变迁对经济增长和波动的影响. 经济研究 46(5), 4-16.",
      checked: "unverified",
    },
  ],
  conventions: {
    steps: {
      title: { en: "Steps", zh: "时段" },
      choices: {
        ends: { en: "first year with last", zh: "首末两年" },
        yearly: { en: "each year with the next", zh: "逐年比较" },
      },
    },
    weight: {
      title: { en: "Weights of the Lilien index", zh: "Lilien 指数的权重" },
      choices: {
        start: { en: "shares of the first year", zh: "期初份额" },
        end: { en: "shares of the last year (Lilien 1982)", zh: "期末份额（Lilien 1982）" },
        mean: { en: "mean of both (symmetric)", zh: "两期平均份额（对称）" },
      },
    },
    labour: {
      title: { en: "Labour beside output", zh: "就业数据" },
      choices: { given: { en: "given", zh: "给定" }, none: { en: "none: no rationalisation", zh: "无，不计算合理化" } },
    },
  },
  means: {
    labour: { en: "the same places, years and industries by people at work", zh: "相同地区、年份与行业的从业人员" },
  },
  pitfalls: [
    {
      en: "From end to end a long way there and back is no change; `steps: yearly` sees it.",
      zh: "首末比较看不到往返变化，`steps: yearly` 可以。",
    },
    {
      en: "Theil by output and labour is 0 where productivity is the same in every industry, not where it is high.",
      zh: "产业结构泰尔指数为 0 表示各业生产率相同，并非生产率高。",
    },
  ],
  inputs: { data: composition(), labour: optional(composition()) },
  options: z.strictObject({
    steps: z.enum(["ends", "yearly"]).default("ends"),
    weight: z.enum(["start", "end", "mean"]).default("mean"),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: exampleYears(seed, size), labour: exampleYears(seed + 1000, size) },
  }),
  worked: {
    source: {
      en: "by hand: a goes from shares 1/4, 3/4 to 1/3, 2/3: half of 1/12 + 1/12; Lilien with mean weights 7/24 and 17/24; the angle of (1, 3) and (1, 2) is arctan 1/7",
      zh: "手算：a 的份额由 1/4、3/4 变为 1/3、2/3：1/12 + 1/12 之半；Lilien 以平均权重 7/24 与 17/24；(1, 3) 与 (1, 2) 的夹角为 arctan 1/7",
    },
    inputs: { data: smallYears },
    gives: {
      "changes[0].moved": 1 / 12,
      "changes[0].lilien": Math.sqrt((7 / 24) * Math.log(4 / 3) ** 2 + (17 / 24) * Math.log(8 / 9) ** 2),
      "changes[0].angle": (Math.atan(1 / 7) * 180) / Math.PI,
    },
  },
  run: ({ data, labour }, options) => structuralChange({ slices: data.slices, labour: labour?.slices }, options),
  scalars: {},
  tables: (result, { data }) => structuralChangeTables(result, data),
  views: [
    {
      kind: "dots",
      table: "changes",
      place: "place",
      value: "angle",
      group: "group",
      title: { en: "Structural change", zh: "产业结构变动" },
    },
    {
      kind: "heatmap",
      table: "industries",
      row: "place",
      column: "industry",
      value: "change",
      scale: "around-zero",
      title: { en: "Changes in the shares of industries", zh: "各行业份额变动" },
    },
    {
      kind: "dots",
      table: "rational",
      place: "place",
      value: "theil",
      group: "group",
      title: { en: "Rationalisation", zh: "产业结构合理化" },
    },
  ],
  findings: (result, { data }) => structuralChangeFindings(result, data.industryTitles),
  trace: (cell, tables) => {
    const own = originOf(cell, tables, ["place"], "none", cell.table === "rational" ? "own" : "all");
    return cell.table === "rational" ? [...own, { input: "labour" }] : own;
  },
});
