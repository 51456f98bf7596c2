/**
 * How are several sets of weights (of experts and of data, say) brought into one?
 *
 *   game            w = sum_k alpha_k w_k, alpha from sum_k alpha_k (w_l . w_k) = w_l . w_l for every l, then made to add up to 1
 *   linear          w = sum_k c_k w_k, the coefficients stated, or alike
 *   geometric       w_j in proportion to prod_k w_kj^c_k
 *   multiplicative  w_j in proportion to prod_k w_kj
 *
 * The game looks for the mixture closest to every set at once. Its solution may have a negative alpha, which would subtract
 * a set of weights from the others; papers take its size, or leave it. Here that set is left out, the game is played
 * among the rest, and a warning says so; the alpha as solved stands in the table `sets`. A product widens differences, and
 * an indicator with weight 0 in one set has 0 in the whole.
 *
 * Sets come as columns of one table (one row an indicator) or as the `weights` tables of several analyses. Each is made to
 * add up to 1. Every set must weigh the same indicators, and gaps are refused. `variants` has all four answers.
 *
 * @example
 * combineWeights({ first: { indicator: ["x", "y"], weight: [
 *   { name: "experts", unit: "1", values: Float64Array.of(0.8, 0.2) },
 *   { name: "data", unit: "1", values: Float64Array.of(0.4, 0.6) },
 * ] } }, { rule: "linear" }).weights[0].weight // .6
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { combineFindings } from "./combine-weights-findings.ts";
import { type WeightSet, type WeightsTable, weightSets } from "./combine-weights-sets.ts";
import { combineTables } from "./combine-weights-tables.ts";
import { combineWarnings, contradicting, nothingInCommon } from "./combine-weights-words.ts";
import type { ObjectiveWeight } from "./weighing.ts";
import { weightGame } from "./weight-game.ts";

export const combineRules = ["game", "linear", "geometric", "multiplicative"] as const;
export type CombineRule = (typeof combineRules)[number];

export const ruleChoices: Readonly<Record<CombineRule, Text>> = {
  game: { en: "game theory: closest to every set", zh: "博弈论组合赋权" },
  linear: { en: "weighted sum", zh: "线性加权组合" },
  geometric: { en: "weighted product", zh: "加权几何组合" },
  multiplicative: { en: "plain product", zh: "乘法集成" },
};

export interface CombinedSet extends WeightSet {
  /** In the combined weights; `NaN` under a plain product, which has none. */
  readonly coefficient: number;
  /** As the game's equations give it; `NaN` where they have no solution. */
  readonly alpha: number;
  /** Cosine between the set and the combined weights. */
  readonly likeness: number;
}

export interface CombineWeightsResult extends Outcome {
  readonly weights: readonly ObjectiveWeight[];
  readonly sets: readonly CombinedSet[];
  readonly variants: readonly (ObjectiveWeight & { readonly rule: CombineRule })[];
  /** Sets that the game leaves out for a negative coefficient. */
  readonly leftOut: number;
}

export interface CombineWeightsOptions {
  readonly rule?: CombineRule;
  /** By name of the set, for `linear` and `geometric`; alike unless given. */
  readonly coefficients?: Readonly<Record<string, number>> | undefined;
}

export function combineWeights(
  tables: Readonly<Record<string, WeightsTable | undefined>>,
  { rule = "game", coefficients }: CombineWeightsOptions = {},
): CombineWeightsResult {
  const { indicators, titles, sets } = weightSets(tables);
  const vectors = sets.map(({ weights }) => weights);
  const stated = statedCoefficients(sets, coefficients);
  const game = weightGame(vectors);
  if (rule === "game" && game === undefined) throw contradicting(sets);
  const mixed = (by: readonly number[]) =>
    indicators.map((_, at) => vectors.reduce((sum, each, k) => sum + by[k] * each[at], 0));
  const product = (powers: readonly number[]) =>
    wholeOf(
      indicators.map((_, at) =>
        vectors.reduce((all, each, k) => (powers[k] === 0 ? all : all * each[at] ** powers[k]), 1),
      ),
    );
  const under: Record<CombineRule, readonly number[] | undefined> = {
    game: game === undefined ? undefined : mixed(game.coefficients),
    linear: mixed(stated),
    geometric: product(stated),
    multiplicative: product(sets.map(() => 1)),
  };
  const found = under[rule];
  if (found === undefined) throw nothingInCommon();
  const named = (weights: readonly number[]) =>
    indicators.map((indicator, at) => ({ indicator, title: titles[at], weight: weights[at] }));
  const taken = rule === "game" ? (game?.coefficients ?? stated) : stated;
  return {
    weights: named(found),
    sets: sets.map((set, at) => ({
      ...set,
      coefficient: rule === "multiplicative" ? Number.NaN : taken[at],
      alpha: game?.solved[at] ?? Number.NaN,
      likeness: likeness(set.weights, found),
    })),
    variants: combineRules.flatMap((each) => {
      const weights = under[each];
      return weights === undefined ? [] : named(weights).map((weight) => ({ ...weight, rule: each }));
    }),
    leftOut: game?.leftOut.length ?? 0,
    n: indicators.length,
    warnings: combineWarnings(rule, sets, game, found, indicators),
    convention: {
      rule,
      ...(rule === "linear" || rule === "geometric"
        ? { coefficients: coefficients === undefined ? "alike" : "given" }
        : {}),
      ...(rule === "game" ? { negative: "left out" } : {}),
    },
  };
}

function wholeOf(raw: readonly number[]): number[] | undefined {
  const sum = raw.reduce((total, each) => total + each, 0);
  return sum > 0 ? raw.map((each) => each / sum) : undefined;
}

function likeness(a: readonly number[], b: readonly number[]): number {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, each, at) => sum + each * y[at], 0);
  return Math.min(1, dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)));
}

function statedCoefficients(
  sets: readonly WeightSet[],
  given: Readonly<Record<string, number>> | undefined,
): readonly number[] {
  if (given === undefined) return sets.map(() => 1 / sets.length);
  const names = sets.map(({ name }) => name);
  const list = names.join(", ");
  const refuse = (code: string, en: string, zh: string): never => {
    throw new InputError({
      code,
      text: { en: `combine-weights: ${en}`, zh: `combine-weights：${zh}` },
      place: { path: "coefficients" },
    });
  };
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined)
    refuse(
      "set-unknown",
      `coefficients name ${unknown}, which is not a set of weights; the sets are ${list}`,
      `系数中的 ${unknown} 不是权重组；现有：${list}`,
    );
  const missing = names.find((name) => given[name] === undefined);
  if (missing !== undefined) refuse("coefficient-missing", `coefficients lack ${missing}`, `系数中缺少 ${missing}`);
  const found = wholeOf(names.map((name) => given[name]));
  return (
    found ?? refuse("coefficients-zero", "the coefficients add up to 0, expected more than 0", "系数合计为 0，应大于 0")
  );
}

const weightsInput = table({
  indicator: label.one,
  indicator_en: label.optional,
  indicator_zh: label.optional,
  weight: number.many,
});

export default defineMethod({
  id: "composite/combine-weights",
  version: 1,
  title: { en: "Combined weights", zh: "组合赋权" },
  question: {
    en: "How are several sets of weights, of experts and of data, brought into one?",
    zh: "主观与客观等多组权重如何合成一组？",
  },
  formula: "w = Σₖ αₖ wₖ,  Σₖ αₖ (wₗ·wₖ) = wₗ·wₗ;  w = Σₖ cₖ wₖ;  wⱼ ∝ ∏ₖ wₖⱼ",
  where: {
    en: "wₖ: sets of weights; αₖ: the game's coefficients; cₖ: stated coefficients",
    zh: "wₖ：各组权重；αₖ：博弈解系数；cₖ：给定系数",
  },
  cites: [
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: {
    rule: { title: { en: "Combination", zh: "组合方式" }, choices: ruleChoices },
    coefficients: {
      title: { en: "Coefficients", zh: "组合系数" },
      choices: { alike: { en: "alike", zh: "等系数" }, given: { en: "as given", zh: "按给定系数" } },
    },
    negative: {
      title: { en: "A negative coefficient of the game", zh: "博弈解出现负系数时" },
      choices: { "left out": { en: "the set is left out and the game played again", zh: "剔除该组后重新求解" } },
    },
  },
  means: {
    weight: { en: "one column a set of weights", zh: "每套权重一列" },
    coefficients: {
      en: "how much each set counts, by its name; alike unless said",
      zh: "各套权重的系数，按名称给出；缺省为相等",
    },
  },
  pitfalls: [
    {
      en: "The game may solve to a negative coefficient, which papers take by its size; here that set is left out, with a warning.",
      zh: "博弈组合可能解出负系数，文献常取其绝对值；此处剔除该套权重并给出警告。",
    },
    {
      en: "A product widens differences, and a weight of 0 in one set makes 0 of the whole.",
      zh: "乘法合成会放大差异；任何一套中的零权重会使合成权重为零。",
    },
  ],
  inputs: {
    first: weightsInput,
    second: optional(weightsInput),
    third: optional(weightsInput),
    fourth: optional(weightsInput),
  },
  options: z.strictObject({
    rule: z.enum(combineRules).default("game"),
    coefficients: z.record(z.string(), z.number().nonnegative()).optional(),
  }),
  gaps: "refuse",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "combine-weights/example");
    const indicator = Array.from({ length: size }, (_, at) => `x${String(at).padStart(2, "0")}`);
    const set = (name: string, title: Text) =>
      numbers(
        name,
        "1",
        indicator.map(() => 0.1 + draw.uniform()),
        { title },
      );
    const columns = [
      labels("indicator", indicator),
      set("experts", { en: "experts", zh: "专家" }),
      set("entropy", { en: "entropy", zh: "熵值法" }),
    ];
    const roles = { weight: ["experts", "entropy"] };
    return { inputs: { first: makeTable("weights", ["indicator"], columns, { roles }) } };
  },
  worked: {
    source: {
      en: "by hand: .68 a + .44 b = .68 and .44 a + .52 b = .52, determinant .16: a = .1248 / .16 = .78, b = .0544 / .16 = .34",
      zh: "手算：.68 a + .44 b = .68，.44 a + .52 b = .52，行列式 .16：a = .1248 / .16 = .78，b = .0544 / .16 = .34",
    },
    inputs: {
      first: makeTable(
        "weights",
        ["indicator"],
        [labels("indicator", ["x", "y"]), numbers("experts", "1", [0.8, 0.2]), numbers("data", "1", [0.4, 0.6])],
      ),
    },
    gives: { "sets[0].alpha": 0.78, "sets[1].alpha": 0.34, "weights[0].weight": (0.78 * 0.8 + 0.34 * 0.4) / 1.12 },
  },
  run: ({ first, second, third, fourth }, options) => combineWeights({ first, second, third, fourth }, options),
  scalars: { leftOut: { title: { en: "sets that the game leaves out", zh: "博弈中剔除的组数" }, unit: "1" } },
  tables: combineTables,
  views: [
    { kind: "bars", table: "weights", category: "indicator", value: "weight" },
    {
      kind: "heatmap",
      table: "given",
      row: "indicator",
      column: "set",
      value: "weight",
      scale: "sequential",
      title: { en: "Sets of weights", zh: "各组权重" },
    },
  ],
  findings: combineFindings,
});
