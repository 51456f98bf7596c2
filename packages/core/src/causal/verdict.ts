/**
 * Taking all estimates of an effect together: is there one, how large, what holds it up, what speaks against it?
 *
 * The first estimate of the list (`position` 1) is the one spoken of; the others stand beside it. Its answer is `rise` or `fall` unless a rule
 * decides that nothing can be told, which are these, each against a threshold that is an option:
 *
 *   answered     the estimate has no answer, or no error; of few units a placebo test beside it may say instead how sure it is
 *   test         its own p is above 1 - level; or that of dealt-out adoption, where it was tried (causal/randomisation). Without
 *                a p its interval answers, if it covers `level` or more: one of 90 % is no test at 5 %
 *   few units    fewer than `fewPlaces` treated, controls or clusters that carry the effect, or `fewClusters` clusters, and no
 *                placebo test beside it; that nothing tells how many there are speaks against it
 *   smallest p   so few placebos that no p could be below 1 - level
 *   pretrend     p of no difference before treatment below `refuted`; that of dealt-out adoption, where it was tried; one by a
 *                normal or t distribution with few units only speaks against
 *   fit          a synthetic twin that misses before treatment by more than `misfit` usual yearly changes
 *   agreement    another estimate finds the opposite beyond chance, or less than `agreement` of them point the same way
 *   treatment    everybody is treated at once, or nobody is
 *
 * Everything else speaks for or against it and is counted: a pretrend below `pretrend`, few controls, one that weighs more than
 * `heavy`, a sign that turns without one control, as much found in a placebo in time, missing overlap and balance, comparisons
 * with places treated already, an effect smaller than the panel could have shown (causal/power), and the flags of the treatment
 * (policy/treatment). Where `relevant` says from which size an effect would matter, chance alone is not ruled out, and an
 * interval that covers `level` lies within it, and so do those of the others, the answer is `none-as-large`. Estimates whose comparison does not fit are set aside, named.
 *
 * @example verdict({ analysis: ["did"], effect: [2], low: [1], high: [3], p: [0.001], basis: ["normal"], treated: [40], controls: [60], pretest_p: [0.6] }).answer // "rise"
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, optional, stack, table } from "../contract/readings.ts";
import type { Text } from "../language/text.ts";
import { type Basis, bases, estimateMeans, estimateRoles } from "./estimate-table.ts";
import { bounded, isWithin } from "./verdict-bound.ts";
import { type Evidence, evidenceOf, type VerdictEstimates, wordsAt } from "./verdict-evidence.ts";
import { verdictExample, verdictWorked } from "./verdict-example.ts";
import type { Ground } from "./verdict-ground.ts";
import { thresholdMeans } from "./verdict-means.ts";
import { defaults, hasFit, rules, type Thresholds } from "./verdict-rules.ts";
import { verdictFindings, verdictTables } from "./verdict-tables.ts";
import { type Answer, sides } from "./verdict-words.ts";

export interface VerdictResult extends Outcome {
  readonly answer: Answer;
  /** The estimate spoken of. */
  readonly main: Evidence;
  /** As the estimate spoken of calls it; or, where that has no answer, as the others do. */
  readonly outcome: Text | undefined;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** The smallest effect that the panel would likely have shown, where that was worked out. */
  readonly detectable: number | undefined;
  /** The estimator that would have found it, where that is told. */
  readonly detectableBy: Text | undefined;
  readonly relevant: number | undefined;
  readonly grounds: readonly Ground[];
  /** All estimates, the smallest effect first. */
  readonly specifications: readonly Evidence[];
  /** Those of them that are set aside. */
  readonly set: ReadonlySet<Evidence>;
  readonly for: number;
  readonly against: number;
  readonly decides: number;
}

export interface VerdictOptions extends Partial<Thresholds> {
  /** The smallest effect that would matter, in the outcome's unit. */
  readonly relevant?: number | undefined;
}

/** The table `power`: the smallest effect, and by which estimator. */
export interface VerdictPower {
  readonly detectable: ArrayLike<number>;
  readonly estimator?: readonly string[] | undefined;
  readonly estimator_en?: readonly string[] | undefined;
  readonly estimator_zh?: readonly string[] | undefined;
}

export interface VerdictTreatment {
  readonly flag: readonly string[];
  readonly places?: ArrayLike<number> | undefined;
  readonly entries?: ArrayLike<number> | undefined;
}

export function verdict(
  estimates: VerdictEstimates,
  { relevant, ...given }: VerdictOptions = {},
  power?: VerdictPower,
  treatment?: VerdictTreatment,
): VerdictResult {
  const thresholds: Thresholds = { ...defaults, ...given };
  const [main, ...others] = evidenceOf(estimates) as [Evidence, ...Evidence[]];
  const detectable = power?.detectable[0];
  const flags = (treatment?.flag ?? []).map((flag, at) => {
    const count = (of: ArrayLike<number> | undefined) => (Number.isFinite(of?.[at]) ? (of?.[at] as number) : 0);
    return { flag, places: count(treatment?.places), entries: count(treatment?.entries) };
  });
  const detectableBy = wordsAt(power?.estimator_en, power?.estimator_zh, 0);
  const weighed = {
    ...thresholds,
    main,
    others,
    detectable: detectable ?? Number.NaN,
    detectableBy: power?.estimator?.[0] === main.estimator ? undefined : detectableBy,
    flags,
  };
  const found = rules.flatMap((rule) => rule(weighed));
  const isUnshown = found.some(({ rule, side }) => rule === "shown" && side === "decides");
  // signs of effects that are not told from nothing are those of chance
  const grounds = isUnshown ? found.map(softened) : found;
  const deciding = grounds.filter(({ side }) => side === "decides");
  const isBounded = isUnshown && relevant !== undefined && isWithin(weighed, deciding, relevant);
  const told = isBounded ? bounded(grounds, main) : grounds;
  const answer: Answer = isBounded
    ? "none-as-large"
    : deciding.length > 0
      ? "cannot-tell"
      : main.effect > 0
        ? "rise"
        : "fall";
  const count = (side: Ground["side"]) => told.filter((each) => each.side === side).length;
  const all = [main, ...others];
  return {
    answer,
    main,
    outcome: all.find((each) => each.outcome !== undefined)?.outcome,
    effect: main.effect,
    low: main.low,
    high: main.high,
    detectable,
    detectableBy,
    relevant,
    grounds: told,
    specifications: all.toSorted((a, b) => size(a) - size(b)),
    set: new Set(all.filter((each) => !hasFit(each, weighed))),
    for: count("for"),
    against: count("against"),
    decides: count("decides"),
    n: all.length,
    convention: { test: testOf(grounds, all) },
  };
}

/** Which test had the last word. */
function testOf(grounds: readonly Ground[], all: readonly Evidence[]): Basis {
  const last = grounds.findLast(({ rule }) => rule === "shown" || rule === "smallest-p");
  return all.find(({ analysis }) => analysis === last?.analysis)?.basis ?? "none";
}

/** A disagreement of signs that decides nothing more. */
const softened = (each: Ground): Ground =>
  each.rule === "agreement" && each.side === "decides" ? { ...each, side: "against" } : each;

const size = ({ effect }: Evidence): number => (Number.isNaN(effect) ? Number.POSITIVE_INFINITY : effect);

export default defineMethod({
  id: "causal/verdict",
  version: 5,
  title: { en: "Verdict on an effect", zh: "政策效应结论" },
  question: {
    en: "Is there an effect, how large, what holds it up and what speaks against it?",
    zh: "是否有效应、多大？何者支持，何者质疑？",
  },
  formula: "D = ∅ ⇒ A = sgn τ₁",
  where: {
    en: "A: the answer; τ₁: the first estimate of the list; D: the rules that decide: where there is one, nothing can be told; rules and what they are held against are in the table grounds",
    zh: "A：结论；τ₁：列表中第一个估计；D：起决定作用的规则，有其一即不能判断；各规则及其标准见表 grounds",
  },
  cites: [
    {
      text: "Abadie, A. (2021). Using synthetic controls: feasibility, data requirements, and methodological aspects. Journal of Economic Literature 59(2), 391-425. (fit before, placebos, leaving out donors)",
      checked: "unverified",
    },
    {
      text: "Roth, J. (2022). Pretest with caution: event-study estimates after testing for parallel trends. American Economic Review: Insights 4(3), 305-322. (a pretest passed proves little)",
      checked: "unverified",
    },
    {
      text: "Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis. Nature Human Behaviour 4, 1208-1214.",
      checked: "unverified",
    },
  ],
  conventions: {
    test: { title: { en: "Last word by", zh: "最终检验" }, choices: bases },
  },
  means: {
    estimates: {
      en: "tables `estimate` of analyses, one under the other; the verdict speaks of the first",
      zh: "各分析的 estimate 表，上下相接；结论针对第一个",
    },
    power: { en: "the smallest effect that the panel could have shown", zh: "面板能够识别的最小效应" },
    treatment: { en: "what the treatment is flagged with: table `beware`", zh: "处理变量的提示（表 beware）" },
    relevant: {
      en: "the smallest effect that would matter, in the outcome's unit",
      zh: "有意义的最小效应，以结果变量单位计",
    },
    analysis: { en: "the analysis that an estimate is of", zh: "估计所属分析" },
    analysis_en: { en: "what that analysis is called in English", zh: "该分析的英文名称" },
    analysis_zh: { en: "what that analysis is called in Chinese", zh: "该分析的中文名称" },
    position: { en: "its turn in the list; the verdict speaks of the first", zh: "列表中的次序；结论针对第一个" },
    detectable: { en: "the smallest effect that would likely be seen", zh: "大致可识别的最小效应" },
    flag: { en: "what an estimate must beware of", zh: "须当心之处" },
    places: { en: "places that it concerns", zh: "涉及地区数" },
    entries: { en: "entries of the register that it concerns", zh: "涉及政策数" },
    ...estimateMeans,
    ...thresholdMeans,
  },
  pitfalls: [
    {
      en: "The estimate spoken of must be chosen before the results are seen: put first what the design asks for, not what came out best.",
      zh: "作为结论依据的估计应在看到结果之前选定：列首应为设计所要求者，而非结果最好者。",
    },
    {
      en: "Estimators on the same panel share its faults: their agreement is no proof.",
      zh: "同一面板上的各估计有共同缺陷：彼此一致并非证明。",
    },
    {
      en: "That chance is not ruled out does not mean that there is no effect: only `relevant` with an interval inside it says so.",
      zh: "不能排除偶然并不等于没有效应：只有给出 relevant 且区间落在其内才能如此说。",
    },
  ],
  inputs: {
    estimates: stack("estimate", estimateRoles),
    power: optional(
      table(
        {
          detectable: number.one,
          estimator: label.optional,
          estimator_en: label.optional,
          estimator_zh: label.optional,
        },
        "power",
      ),
    ),
    treatment: optional(table({ flag: label.one, places: number.optional, entries: number.optional }, "beware")),
  },
  options: z.strictObject({
    level: z.number().gt(0.5).lt(1).default(defaults.level),
    relevant: z.number().positive().optional(),
    pretrend: z.number().min(0).max(1).default(defaults.pretrend),
    refuted: z.number().min(0).max(1).default(defaults.refuted),
    misfit: z.number().positive().default(defaults.misfit),
    fewPlaces: z.int().min(0).default(defaults.fewPlaces),
    fewClusters: z.int().min(0).default(defaults.fewClusters),
    fewDonors: z.int().min(0).default(defaults.fewDonors),
    heavy: z.number().min(0).max(1).default(defaults.heavy),
    agreement: z.number().min(0).max(1).default(defaults.agreement),
    early: z.number().min(0).default(defaults.early),
    forbidden: z.number().min(0).max(1).default(defaults.forbidden),
    uncovered: z.number().min(0).max(1).default(defaults.uncovered),
    imbalance: z.number().min(0).default(defaults.imbalance),
  }),
  gaps: "pass",
  cost: "live",
  example: verdictExample,
  worked: verdictWorked,
  run: ({ estimates, power, treatment }, options) => verdict(estimates, options, power, treatment),
  scalars: {
    answer: { title: { en: "Answer", zh: "结论" }, unit: "1" },
    effect: { title: { en: "Effect", zh: "处理效应" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    detectable: { title: { en: "Smallest detectable effect", zh: "最小可识别效应" }, unit: "1" },
    for: { title: sides.for, unit: "1" },
    against: { title: sides.against, unit: "1" },
    decides: { title: sides.decides, unit: "1" },
  },
  tables: verdictTables,
  views: [
    {
      kind: "verdict",
      table: "verdict",
      answer: "answer",
      outcome: "outcome",
      effect: "effect",
      low: "low",
      high: "high",
      detectable: "detectable",
      detectableBy: "detectable_by",
      grounds: { table: "grounds", side: "side", rule: "rule", says: "says", amount: "amount", amountTo: "amount_to" },
    },
    {
      kind: "specification",
      table: "specifications",
      name: "analysis",
      value: "effect",
      low: "low",
      high: "high",
      main: "spoken_of",
      aside: "set_aside",
    },
  ],
  findings: verdictFindings,
  // an estimate is its own analysis's; the answer and its grounds rest on all of them
  trace: (cell, tables, inputs) => {
    const names = tables
      .find(({ name }) => name === cell.table)
      ?.columns.find(({ name }) => name === "analysis")?.values;
    if (cell.table === "specifications" && Object.hasOwn(estimateRoles, cell.column)) {
      return [{ input: "estimates", where: { analysis: [String(names?.[cell.row])] }, columns: [cell.column] }];
    }
    return Object.entries(inputs).flatMap(([input, given]) => (given === undefined ? [] : [{ input }]));
  },
});
