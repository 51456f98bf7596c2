import { InputError } from "../contract/errors.ts";
import { same, type Text } from "../language/text.ts";
import type { Basis } from "./estimate-table.ts";
import { bases } from "./estimate-table.ts";

/** One estimate among those that a verdict weighs; what it does not tell is `NaN`. */
export interface Evidence {
  /** The analysis that it is of. */
  readonly analysis: string;
  readonly title: Text;
  readonly estimator: string;
  readonly estimatorTitle: Text;
  readonly outcome: Text | undefined;
  readonly position: number;
  readonly basis: Basis;
  readonly effect: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly p: number;
  readonly treated: number;
  readonly controls: number;
  readonly clusters: number;
  /** How many clusters alike would carry the effect. */
  readonly effective: number;
  readonly pretestP: number;
  readonly misfit: number;
  readonly heaviest: number;
  readonly smallestP: number;
  readonly leftLow: number;
  readonly leftHigh: number;
  readonly early: number;
  readonly forbidden: number;
  readonly uncovered: number;
  readonly imbalance: number;
}

type Labels = readonly string[] | undefined;
type Numbers = ArrayLike<number> | undefined;

/** Tables `estimate` one under the other. */
export interface VerdictEstimates {
  readonly analysis: readonly string[];
  readonly analysis_en?: Labels;
  readonly analysis_zh?: Labels;
  /** Place in the list: the verdict speaks of the first. */
  readonly position?: Numbers;
  readonly estimator?: Labels;
  readonly estimator_en?: Labels;
  readonly estimator_zh?: Labels;
  readonly outcome_en?: Labels;
  readonly outcome_zh?: Labels;
  readonly effect: ArrayLike<number>;
  readonly standard_error?: Numbers;
  readonly low?: Numbers;
  readonly high?: Numbers;
  readonly basis?: Labels;
  readonly level?: Numbers;
  readonly p?: Numbers;
  readonly treated?: Numbers;
  readonly controls?: Numbers;
  readonly clusters?: Numbers;
  readonly effective_clusters?: Numbers;
  readonly pretest_p?: Numbers;
  readonly misfit?: Numbers;
  readonly heaviest?: Numbers;
  readonly smallest_p?: Numbers;
  readonly left_low?: Numbers;
  readonly left_high?: Numbers;
  readonly early?: Numbers;
  readonly forbidden?: Numbers;
  readonly uncovered?: Numbers;
  readonly imbalance?: Numbers;
}

/** What a row is called, by its two columns of words. */
export const wordsAt = (en: Labels, zh: Labels, row: number): Text | undefined =>
  en?.[row] === undefined || en[row] === "" ? undefined : { en: en[row], zh: zh?.[row] ?? en[row] };

/** The estimates in the order of their list, whose first must be told: the order of rows says nothing. */
export function evidenceOf(given: VerdictEstimates): Evidence[] {
  const number = (values: Numbers, row: number): number => values?.[row] ?? Number.NaN;
  const all = given.analysis.map((analysis, row): Evidence => {
    const estimator = given.estimator?.[row] ?? "";
    const known = wordsAt(given.analysis_en, given.analysis_zh, row);
    // of one that was refused only what its analysis is called is known
    const estimatorTitle =
      wordsAt(given.estimator_en, given.estimator_zh, row) ??
      (estimator === "" ? known : undefined) ??
      same(estimator || analysis);
    return {
      analysis,
      title: known ?? estimatorTitle,
      estimator,
      estimatorTitle,
      outcome: wordsAt(given.outcome_en, given.outcome_zh, row),
      position: number(given.position, row),
      basis: basisOf(given.basis?.[row], analysis),
      effect: number(given.effect, row),
      standardError: number(given.standard_error, row),
      low: number(given.low, row),
      high: number(given.high, row),
      level: number(given.level, row),
      p: number(given.p, row),
      treated: number(given.treated, row),
      controls: number(given.controls, row),
      clusters: number(given.clusters, row),
      effective: number(given.effective_clusters, row),
      pretestP: number(given.pretest_p, row),
      misfit: number(given.misfit, row),
      heaviest: number(given.heaviest, row),
      smallestP: number(given.smallest_p, row),
      leftLow: number(given.left_low, row),
      leftHigh: number(given.left_high, row),
      early: number(given.early, row),
      forbidden: number(given.forbidden, row),
      uncovered: number(given.uncovered, row),
      imbalance: number(given.imbalance, row),
    };
  });
  const [first, second] = all.sort(
    (a, b) => rank(a) - rank(b) || compare(a.analysis, b.analysis) || compare(a.estimator, b.estimator),
  );
  if (first !== undefined && second !== undefined && !(rank(first) < rank(second))) throw nobodyFirst(all.length);
  return all;
}

const rank = ({ position }: Evidence): number => (Number.isNaN(position) ? Number.MAX_SAFE_INTEGER : position);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function nobodyFirst(estimates: number): InputError {
  return new InputError({
    code: "position-missing",
    text: {
      en: `verdict: ${estimates} estimates, and nothing says which the verdict is to speak of`,
      zh: `verdict：共有 ${estimates} 个估计，未说明结论以何者为准`,
    },
    hint: {
      en: "give a column position: 1 for the estimate that was chosen before the results were seen, then 2, 3; in a study the order of the list says so",
      zh: "请给出 position 列：看到结果之前选定的估计记 1，其余依次为 2、3；在研究文件中以列表次序为准",
    },
  });
}

function basisOf(given: string | undefined, analysis: string): Basis {
  if (given === undefined || given === "") return "none";
  if (Object.hasOwn(bases, given)) return given as Basis;
  const known = Object.keys(bases);
  throw new InputError({
    code: "basis-unknown",
    text: {
      en: `verdict: basis of ${analysis} is ${given}, expected one of ${known.join(", ")}`,
      zh: `verdict：${analysis} 的 basis 为 ${given}，应为 ${known.join("、")} 之一`,
    },
  });
}

/** Whether an estimate says how sure it is of itself. */
export const isMeasured = ({ low, high, p }: Evidence): boolean =>
  !Number.isNaN(p) || (Number.isFinite(low) && Number.isFinite(high));

/** Whether its interval covers as much as a test at `alpha` asks for: one that covers less, or does not say how much, answers no such test. */
export const covers = ({ low, high, level }: Evidence, alpha: number): boolean =>
  Number.isFinite(low) && Number.isFinite(high) && level >= 1 - alpha - rounding;

export const holdsNothing = ({ low, high }: Evidence): boolean => !(low > 0 || high < 0);

/** By p where there is one, else by whether an interval that covers enough holds 0. */
export function isShown(each: Evidence, alpha: number): boolean {
  if (!Number.isNaN(each.p)) return each.p <= alpha + rounding;
  return covers(each, alpha) && !holdsNothing(each);
}

const rounding = 1e-9; // of 1 - level
