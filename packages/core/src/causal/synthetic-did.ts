/**
 * What would treated places have been, by controls weighted to run parallel to them before and years weighted to foretell those
 * after?
 *
 *   effect = Y_treated,after - Σ_t l_t Y_treated,t - Σ_i w_i (Y_i,after - Σ_t l_t Y_i,t)
 *
 * w: weights of the controls, l: of the years before, both not negative and of sum 1 (Arkhangelsky and others 2021). Beside it stand
 * synthetic control (no constant, no weights of years) and plain difference in differences, by the same tables. The error is that
 * of placebos: as many controls as there are treated places are drawn and taken for treated, `draws` times; it needs more controls
 * than treated places, five at least, and is right only if controls vary as the treated do.
 *
 * Treatment begins in one year for all; staggered adoption is refused. Places that lack a year are dropped by name.
 *
 * @example syntheticDid({ place, year, outcome, treated }).effect // -15.6 packs a head: Proposition 99
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { fewDraws } from "../contract/few-draws.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import { spread } from "../numeric/spread.ts";
import { blockExample } from "./adoption-example.ts";
import { type BlockPanel, blockPanel } from "./block-panel.ts";
import type { Estimate } from "./estimate.ts";
import { knownError } from "./known-error.ts";
import { syntheticFindings, syntheticTables } from "./synthetic-did-tables.ts";
import { syntheticDidConventions, syntheticDidMeans, unsettledWarnings } from "./synthetic-did-words.ts";
import { type SyntheticFit, type SyntheticKind, syntheticFit } from "./synthetic-weights.ts";
import { type TreatedPanelInput, treatedPanel } from "./treated-panel.ts";

const kindNames = ["synthetic-did", "synthetic-control", "did"] as const satisfies readonly SyntheticKind[];

export interface PathPoint {
  readonly year: number;
  readonly series: "treated" | "synthetic";
  readonly value: number;
}

export interface SyntheticDidResult extends Outcome, Estimate {
  readonly p: number;
  readonly estimators: readonly (Estimate & { readonly kind: SyntheticKind })[];
  readonly controls: readonly { readonly place: string; readonly weight: number; readonly controlWeight: number }[];
  readonly years: readonly { readonly year: number; readonly weight: number }[];
  readonly path: readonly PathPoint[];
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  /** Root mean square gap before treatment, in deviations of yearly changes among controls. */
  readonly misfit: number;
}

export interface SyntheticDidOptions {
  /** Placebo draws of the error; 0 leaves it out. */
  readonly draws?: number;
  readonly level?: number;
  readonly seed?: number;
}

export function syntheticDid(input: TreatedPanelInput, options: SyntheticDidOptions = {}): SyntheticDidResult {
  return estimated(input, options, random(options.seed ?? 1, "causal/synthetic-did"));
}

function estimated(
  input: TreatedPanelInput,
  { draws = 200, level = 0.95 }: SyntheticDidOptions,
  draw: Random,
): SyntheticDidResult {
  const block = blockPanel("synthetic-did", treatedPanel("synthetic-did", input));
  const { controls, treated, years, before, ofControls, ofTreated } = block;
  if (areStill(ofControls, before)) throw controlsStill(years[before]);
  const fits = new Map(kindNames.map((kind) => [kind, syntheticFit(kind, block)]));
  const wide = normalQuantile((1 - level) / 2);
  const enough = controls.length >= Math.max(treated.length + 1, fewestForError) && draws > 1;
  const placebos = enough ? placeboFits(block, fits, draws, draw) : undefined;
  const everyOutcome = [...ofControls, ...ofTreated].flatMap((values) => [...values]);
  const estimators = [...fits].map(([kind, { effect }]) => {
    const found = placebos?.get(kind)?.map((each) => each.effect);
    const standardError = found === undefined ? Number.NaN : knownError(variance(found), everyOutcome);
    return { kind, effect, standardError, low: effect - wide * standardError, high: effect + wide * standardError };
  });
  const [{ kind: _, ...main }] = estimators;
  const [fit, control] = [fits.get("synthetic-did") as SyntheticFit, fits.get("synthetic-control") as SyntheticFit];
  const mean = (step: number) => ofTreated.reduce((sum, values) => sum + values[step], 0) / ofTreated.length;
  const synthetic = (step: number) => ofControls.reduce((sum, values, at) => sum + fit.controls[at] * values[step], 0);
  // the constant that the weights leave open: by the weighted years before
  const shift = fit.years.reduce((sum, weight, step) => sum + weight * (mean(step) - synthetic(step)), 0);
  const gaps = Array.from({ length: before }, (_, step) => mean(step) - synthetic(step) - shift);
  return {
    ...main,
    p: normalTwoSided(main.effect / main.standardError),
    estimators,
    controls: controls.map((place, at) => ({ place, weight: fit.controls[at], controlWeight: control.controls[at] })),
    years: Array.from(fit.years, (weight, step) => ({ year: years[step], weight })),
    path: years.flatMap((year, step): PathPoint[] => [
      { year, series: "treated", value: mean(step) },
      { year, series: "synthetic", value: synthetic(step) + shift },
    ]),
    treatedPlaces: treated.length,
    controlPlaces: controls.length,
    misfit: Math.sqrt(gaps.reduce((sum, each) => sum + each * each, 0) / before) / fit.noise,
    n: (controls.length + treated.length) * years.length,
    dropped: block.dropped,
    warnings: [
      ...(draws < 2 ? [] : errorWarnings(block, main.standardError)),
      ...(enough || draws === 1 ? fewDraws(draws, { en: "errors and intervals", zh: "标准误与区间" }) : []),
      ...warningsOf(block, fit),
      ...unsettledWarnings(fits, placebos?.get("synthetic-did")),
    ],
    convention: { error: enough ? "placebo" : "none", weights: "sparse" },
  };
}

const rounding = 1e-12; // of the largest figure: subtraction leaves about a thousandth of this

/** Whether every control changes by one amount every year before treatment: weights have nothing to go by. */
function areStill(ofControls: readonly Float64Array[], before: number): boolean {
  const early = ofControls.map((values) => values.subarray(0, before));
  const largest = early.reduce((most, values) => values.reduce((a, each) => Math.max(a, Math.abs(each)), most), 0);
  const [first] = early;
  return early.every((values) =>
    values.every(
      (each, step) => step === 0 || Math.abs(each - values[step - 1] - (first[1] - first[0])) <= rounding * largest,
    ),
  );
}

function controlsStill(start: number): InputError {
  return new InputError({
    code: "controls-still",
    text: {
      en: `synthetic-did: before ${start} every control changes by the same amount every year, expected some that vary`,
      zh: `synthetic-did：${start} 年之前各对照地区每年变动相同，应有变异`,
    },
    hint: {
      en: "plain difference in differences says as much: causal/fixed-effects",
      zh: "此时普通双重差分即可：causal/fixed-effects",
    },
  });
}

/** What would be found if drawn controls were the treated; weights start from those found. */
function placeboFits(
  { ofControls, ofTreated, before }: BlockPanel,
  fits: ReadonlyMap<SyntheticKind, SyntheticFit>,
  draws: number,
  draw: Random,
): ReadonlyMap<SyntheticKind, readonly SyntheticFit[]> {
  const found = new Map(kindNames.map((kind): [SyntheticKind, SyntheticFit[]] => [kind, []]));
  const order = Uint32Array.from(ofControls, (_, at) => at);
  for (let at = 0; at < draws; at += 1) {
    draw.shuffle(order);
    const [kept, taken] = [order.slice(ofTreated.length), order.slice(0, ofTreated.length)];
    const outcomes = {
      ofControls: Array.from(kept, (each) => ofControls[each]),
      ofTreated: Array.from(taken, (each) => ofControls[each]),
      before,
    };
    for (const [kind, fit] of fits) {
      const start = Float64Array.from(kept, (each) => fit.controls[each]);
      const total = start.reduce((sum, each) => sum + each, 0);
      const controls = total > 0 ? start.map((each) => each / total) : start.map(() => 1 / start.length);
      found.get(kind)?.push(syntheticFit(kind, outcomes, { ...fit, controls }));
    }
  }
  return found;
}

/** Mean square about the mean, over n as the authors' package has it. */
function variance(values: readonly number[]): number {
  return spread(values, "n").deviation ** 2;
}

const [fewestForError, fewControls, heavy] = [5, 10, 0.5];

function errorWarnings({ controls, treated }: BlockPanel, standardError: number): Warning[] {
  if (!Number.isNaN(standardError)) return [];
  const said = (en: string, zh: string) => [
    { code: "no-error", text: { en: `no error: ${en}`, zh: `无标准误：${zh}` } },
  ];
  const [given, taken] = [controls.length, treated.length];
  if (given <= taken) {
    return said(
      `${given} controls are no more than the ${taken} treated places, so none can stand in for them`,
      `对照地区 ${given} 个，不多于受处理地区 ${taken} 个，无法做安慰剂检验`,
    );
  }
  if (given < fewestForError) {
    return said(
      `placebos on ${given} controls do not tell what chance gives, expected at least ${fewestForError}`,
      `仅 ${given} 个对照地区的安慰剂不足以反映偶然变动，至少应有 ${fewestForError} 个`,
    );
  }
  return said("the controls are so alike that placebos on them find nothing", "对照地区彼此相同，安慰剂效应没有变异");
}

function warningsOf({ controls }: BlockPanel, fit: SyntheticFit): Warning[] {
  const warnings: Warning[] = [];
  if (controls.length < fewControls) {
    warnings.push({
      code: "few-controls",
      text: {
        en: `${controls.length} controls: with fewer than ${fewControls} weights and error hang on each of them`,
        zh: `仅 ${controls.length} 个对照地区：不足 ${fewControls} 个时权重与标准误受个别地区左右`,
      },
    });
  }
  const leading = fit.controls.findIndex((weight) => weight > heavy);
  if (leading >= 0) {
    warnings.push({
      code: "one-control",
      text: {
        en: "more than half of the weight lies on {place}: what happened there alone is told as an effect here",
        zh: "权重过半集中于{place}：该地自身的变动会被当作此处的效应",
      },
      values: { place: { place: controls[leading] } },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "causal/synthetic-did",
  version: 4,
  title: { en: "Synthetic difference in differences", zh: "合成双重差分" },
  question: {
    en: "What would treated places have been, by controls that ran parallel to them before?",
    zh: "以此前走势平行的对照地区加权，受处理地区本会怎样？",
  },
  formula: "τ = Ȳ₁₊ − Σₜ λₜ Ȳ₁ₜ − Σᵢ ωᵢ (Ȳᵢ₊ − Σₜ λₜ Yᵢₜ)",
  where: {
    en: "1: mean of the treated; +: mean after treatment; ω: weights of controls, λ: of years before treatment, both ≥ 0 and of sum 1; ω penalised by (treated places × years after)^(1/4) deviations of yearly changes",
    zh: "1：处理组均值；+：处理后均值；ω：对照地区权重，λ：处理前各年权重，均非负且和为 1；ω 的惩罚为（处理地区数 × 处理后年数）^(1/4) 倍年际变动标准差",
  },
  cites: [
    {
      text: "Arkhangelsky, D., Athey, S., Hirshberg, D. A., Imbens, G. W. and Wager, S. (2021). Synthetic difference-in-differences. American Economic Review 111(12), 4088-4118.",
      checked: "unverified",
    },
  ],
  conventions: syntheticDidConventions,
  means: syntheticDidMeans,
  pitfalls: [
    {
      en: "The placebo error changes with the seed by some percent at 200 draws.",
      zh: "抽取 200 次时，安慰剂标准误会随种子变动百分之几。",
    },
    {
      en: "Weights of zero do not mean that a control is unlike the treated: many weightings fit about as well.",
      zh: "权重为零并不表示该地与处理组不相似：许多组权重拟合相近。",
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
  options: z.strictObject({
    draws: z.int().min(0).max(10_000).default(200),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  relabelling: "ties",
  example: blockExample,
  worked: {
    source: {
      en: "by hand: a, b and c run parallel, so that weights decide nothing: from year 1 to 4 they change by 0 and d by 4, from year 2 by -1 and 3, from year 3 by 1 and 5",
      zh: "手算：a、b、c 平行变动，权重不起作用：自第 1 年至第 4 年三者变动 0、d 变动 4，自第 2 年为 -1 与 3，自第 3 年为 1 与 5",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c", "d", "d", "d", "d"]),
          numbers("year", "year", [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]),
          numbers("outcome", "1", [1, 2, 0, 1, 2, 3, 1, 2, 3, 4, 2, 3, 5, 6, 4, 9]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ],
      ),
    },
    options: { draws: 0 },
    gives: { effect: 4 },
  },
  run: ({ data }, options, ctx) => estimated(data, options, ctx.random("placebo")),
  scalars: {
    effect: { title: { en: "Effect", zh: "处理效应" }, unit: "1" },
    standardError: { title: { en: "Standard error, placebo", zh: "标准误（安慰剂）" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    misfit: {
      title: { en: "Gap before treatment, in yearly changes", zh: "处理前拟合误差（以年际变动计）" },
      unit: "1",
    },
    treatedPlaces: { title: { en: "Treated places", zh: "受处理地区数" }, unit: "1" },
    controlPlaces: { title: { en: "Controls", zh: "对照地区数" }, unit: "1" },
  },
  tables: syntheticTables,
  views: [
    { kind: "trend", table: "path", time: "year", value: "value", series: "series" },
    { kind: "bars", table: "controls", category: "place", value: "weight", nothing: "counted" },
    {
      kind: "bars",
      table: "estimators",
      category: "estimator",
      value: "effect",
      low: "low",
      high: "high",
      order: "as-listed",
    },
  ],
  findings: syntheticFindings,
});
