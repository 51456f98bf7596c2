import type { FindingValue } from "../contract/method.ts";
import { percent, pValue } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import { covers, type Evidence, holdsNothing, isMeasured, isShown } from "./verdict-evidence.ts";
import { type Ground, ground, type Side } from "./verdict-ground.ts";
import { type RuleName, sentences } from "./verdict-words.ts";

/** What is held against what: every one of them an option, with the convention that its default follows. */
export interface Thresholds {
  /** Tests decide at 1 - level. */
  readonly level: number;
  /** A p of the years before below this speaks against, below `refuted` nothing is told. */
  readonly pretrend: number;
  readonly refuted: number;
  /** A gap before treatment of more than so many usual yearly changes is no fit. */
  readonly misfit: number;
  /** With fewer places on a side, or clusters, a normal or t interval needs a placebo beside it. */
  readonly fewPlaces: number;
  readonly fewClusters: number;
  readonly fewDonors: number;
  /** A control that weighs more than this carries the comparison alone. */
  readonly heavy: number;
  /** At least this share of the other estimates must point the same way. */
  readonly agreement: number;
  /** An effect found before treatment of more than this share of the effect speaks against it. */
  readonly early: number;
  readonly forbidden: number;
  readonly uncovered: number;
  readonly imbalance: number;
}

/** Each with the convention that it follows told in `thresholdMeans`. */
export const defaults: Thresholds = {
  level: 0.95,
  pretrend: 0.05,
  refuted: 0.01,
  misfit: 1,
  fewPlaces: 10,
  fewClusters: 30,
  fewDonors: 10,
  heavy: 0.5,
  agreement: 2 / 3,
  early: 0.5,
  forbidden: 0.1,
  uncovered: 0.1,
  imbalance: 0.1,
};

export interface Weighed extends Thresholds {
  readonly main: Evidence;
  readonly others: readonly Evidence[];
  /** The smallest effect that the panel would likely have shown; `NaN` where nobody worked it out. */
  readonly detectable: number;
  /** The estimator that would have found it, where that is told and is not the one spoken of. */
  readonly detectableBy: Text | undefined;
  /** Flags of the treatment, with how many places and entries carry each. */
  readonly flags: readonly { readonly flag: string; readonly places: number; readonly entries: number }[];
}

/** 1 - level, without what subtraction leaves behind it. */
export const alphaOf = ({ level }: Pick<Thresholds, "level">): number => Number((1 - level).toPrecision(12));
const plain = (number: number, digits = 2): FindingValue => ({ number, unit: "1", digits });
const chance = (p: number): FindingValue => ({ text: { en: pValue(p), zh: pValue(p) } });

/** The first estimate must have an answer, and say how sure it is; where few units withhold that, a placebo test may say it instead. */
function answered(all: Weighed): Ground[] {
  const { main: of } = all;
  if (Number.isNaN(of.effect)) return [ground("answered", "decides", { of })];
  if (isMeasured(of)) return [];
  return [ground("error", besideOf(all) === undefined ? "decides" : "against", { of })];
}

/** The estimate's own test, and the one beside it. */
function tested(all: Weighed): Ground[] {
  const { main } = all;
  const beside = besideOf(all);
  const tests = [...(isMeasured(main) ? [main] : []), ...(beside === undefined ? [] : [beside])].map((of) =>
    test(of, all),
  );
  if (tests.length === 0 || isPlacebo(main) || beside !== undefined) return tests;
  if (hasFew(main, all)) return [fewUnits(main, all), ...tests];
  return isUncounted(main) ? [ground("few-units", "against", { of: main, says: "unknown" }), ...tests] : tests;
}

/** Dealt-out adoption wherever it was tried, placebos where few units are treated. */
function besideOf(all: Weighed): Evidence | undefined {
  const { main, others } = all;
  const isFew = hasFew(main, all);
  if (isPlacebo(main) || !(isMeasured(main) || isFew)) return undefined;
  const dealt = others.find(({ basis, p }) => basis === "permutation" && !Number.isNaN(p));
  const stood = others.find((each) => each.basis === "placebo" && !Number.isNaN(each.p) && hasFit(each, all));
  return dealt ?? (isFew ? stood : undefined);
}

type Count = readonly [count: number, enough: number, says: "places" | "carried" | "clusters"];

/** What an interval rests on, as far as it is told, and how many that should be; what is not told is `NaN`. */
const countsOf = (
  { treated, controls, effective, clusters }: Evidence,
  { fewPlaces, fewClusters }: Thresholds,
): Count[] => [
  [treated, fewPlaces, "places"],
  [controls, fewPlaces, "places"],
  [effective, fewPlaces, "carried"],
  [clusters, fewClusters, "clusters"],
];

/** Too few units for a normal or t distribution to be right. */
const hasFew = (each: Evidence, held: Thresholds): boolean => countsOf(each, held).some(isShort);
const isShort = ([count, enough]: Count): boolean => count < enough;

function fewUnits(of: Evidence, held: Thresholds): Ground {
  const [count, few, says] = countsOf(of, held).find(isShort) as Count;
  const n = says === "carried" ? plain(count, 1) : count;
  return ground("few-units", "decides", { of, held: [count, few], values: { n, few }, says });
}

/** Nothing says how many units there are on either side: they may be few. */
const isUncounted = ({ treated, controls, effective }: Evidence): boolean =>
  Number.isNaN(effective) && (Number.isNaN(treated) || Number.isNaN(controls));

/** By p where there is one, else by the interval; where no p could be small enough, that. */
function test(of: Evidence, all: Weighed): Ground {
  const alpha = alphaOf(all);
  const { p, smallestP, low, high, level } = of;
  if (smallestP > alpha + rounding) {
    const values = { smallest: plain(smallestP, 3), alpha: plain(alpha, 3) };
    return ground("smallest-p", "decides", { of, held: [smallestP, alpha], values });
  }
  const side = isShown(of, alpha) ? "for" : "decides";
  if (!Number.isNaN(p)) return ground("shown", side, { of, held: [p, alpha], values: { p: chance(p) } });
  const amounts = [low, high];
  // an interval that holds 0 does so the more, the more it covers
  if (covers(of, alpha) || (holdsNothing(of) && level < 1 - alpha)) {
    return ground("shown", side, { of, says: side === "for" ? "interval" : "holds-0", amounts });
  }
  if (Number.isNaN(level)) return ground("shown", "decides", { of, says: "no-level", amounts });
  const values = { level: percent(level, digitsOf(level)), asked: percent(1 - alpha, digitsOf(1 - alpha)) };
  return ground("shown", "decides", { of, held: [level, 1 - alpha], says: "other-level", values, amounts });
}

const rounding = 1e-9; // of 1 - level and shares

/** 95 and 99.9 percent, each with the digits it has. */
const digitsOf = (level: number): number => (String(Number((100 * level).toPrecision(12))).split(".")[1] ?? "").length;

const isPlacebo = ({ basis }: Evidence): boolean => basis === "placebo" || basis === "permutation";

/** A comparison that fitted before treatment, or that need not. */
export const hasFit = (each: Evidence, { misfit }: Thresholds): boolean => !(each.misfit > misfit);

/** Had the two sides moved together before? */
function pretrend(all: Weighed): Ground[] {
  const { main, others, pretrend: doubted, refuted } = all;
  const known = [main, ...others].filter(({ pretestP }) => !Number.isNaN(pretestP));
  // with few treated a test by clusters refutes what is no trend: in half of made-up policies on the British panel
  const of = known.find(({ basis }) => basis === "permutation") ?? known[0];
  if (of === undefined) return Number.isFinite(main.misfit) ? [] : [ground("pretrend", "against", { says: "unknown" })];
  const { pretestP } = of;
  const isSound = isPlacebo(of) || !(hasFew(of, all) || isUncounted(of));
  const side: Side = pretestP < refuted && isSound ? "decides" : pretestP < doubted ? "against" : "for";
  const threshold = side === "decides" ? refuted : doubted;
  return [ground("pretrend", side, { of, held: [pretestP, threshold], values: { p: chance(pretestP) } })];
}

/** Was the mixture of controls like the treated before? */
function fitted(all: Weighed): Ground[] {
  const { main: of, misfit } = all;
  if (Number.isNaN(of.misfit)) return [];
  const values = { times: plain(of.misfit, 1) };
  return [ground("fit", hasFit(of, all) ? "for" : "decides", { of, held: [of.misfit, misfit], values })];
}

/** Who carries the comparison? */
function donors({ main: of, fewDonors, heavy }: Weighed): Ground[] {
  const grounds: Ground[] = [];
  const { controls: n, heaviest, leftLow, leftHigh, effect } = of;
  if (n < fewDonors) grounds.push(ground("donors", "against", { of, held: [n, fewDonors], values: { n } }));
  if (heaviest > heavy) {
    grounds.push(ground("weight", "against", { of, held: [heaviest, heavy], values: { share: percent(heaviest) } }));
  }
  if (Number.isFinite(leftLow)) {
    const turns = [leftLow, leftHigh].some((each) => Math.sign(each) !== Math.sign(effect));
    grounds.push(ground("left-out", turns ? "against" : "for", { of, amounts: [leftLow, leftHigh] }));
  }
  return grounds;
}

/** Was as much found before there was a policy? */
function early(all: Weighed): Ground[] {
  const { main, others, early: share } = all;
  const of = [main, ...others].find((each) => Number.isFinite(each.early) && hasFit(each, all));
  if (of === undefined || of.effect === 0) return [];
  const found = Math.abs(of.early / of.effect);
  return [ground("early", found > share ? "against" : "for", { of, held: [found, share], amounts: [of.early] })];
}

/** Do other estimators find the same? Those whose comparison did not fit are set aside. */
function agreement(all: Weighed): Ground[] {
  const { main, others, agreement: needed, misfit } = all;
  const known = others.filter(({ effect }) => !Number.isNaN(effect));
  const usable = known.filter((each) => hasFit(each, all));
  const beside = [
    ...others.filter(({ effect }) => Number.isNaN(effect)).map((of) => ground("unanswered", "against", { of })),
    ...known
      .filter((each) => !hasFit(each, all))
      .map((of) =>
        ground("set-aside", "against", { of, held: [of.misfit, misfit], values: { times: plain(of.misfit, 1) } }),
      ),
  ];
  // what has no answer, or none but 0, points nowhere
  if (!(Math.abs(main.effect) > 0)) return beside;
  if (usable.length === 0) return [...beside, ground("agreement", "against", { says: "alone" })];
  const alpha = alphaOf(all);
  const isAlike = ({ effect }: Evidence) => Math.sign(effect) === Math.sign(main.effect);
  const alike = usable.filter(isAlike);
  const opposed = usable.find((each) => !isAlike(each) && isShown(each, alpha));
  const shown = alike.filter((each) => isShown(each, alpha)).length;
  const values = { n: usable.length, alike: alike.length, shown };
  const share = alike.length / usable.length;
  const held = [share, needed] as const;
  if (opposed !== undefined) {
    return [...beside, ground("agreement", "decides", { of: opposed, held, values, says: "opposed" })];
  }
  return [...beside, ground("agreement", share + rounding < needed ? "decides" : "for", { held, values })];
}

/** Is everyone compared with someone who can be compared with? */
function overlap({ main, others, ...held }: Weighed): Ground[] {
  const grounds: Ground[] = [];
  const { uncovered, imbalance } = main;
  if (uncovered > held.uncovered) {
    const values = { share: percent(uncovered) };
    grounds.push(ground("uncovered", "against", { of: main, held: [uncovered, held.uncovered], values }));
  }
  if (imbalance > held.imbalance) {
    const values = { difference: plain(imbalance) };
    grounds.push(ground("imbalance", "against", { of: main, held: [imbalance, held.imbalance], values }));
  }
  const of = [main, ...others].find((each) => Number.isFinite(each.forbidden));
  if (of !== undefined && mixes.has(main.estimator) && of.forbidden > held.forbidden) {
    const values = { share: percent(of.forbidden) };
    grounds.push(ground("forbidden", "against", { of, held: [of.forbidden, held.forbidden], values }));
  }
  return grounds;
}

/** Estimators of one regression whose coefficients mix cohorts. */
const mixes: ReadonlySet<string> = new Set(["fixed-effects", "event-study", "randomisation", "bacon-decomposition"]);

/** Could the panel have shown an effect of this size, and to which estimator? */
function power({ main, detectable, detectableBy: by }: Weighed): Ground[] {
  if (!Number.isFinite(detectable) || Number.isNaN(main.effect)) return [];
  const size = Math.abs(main.effect);
  const side = size < detectable ? "against" : "for";
  const told = by === undefined ? {} : { says: `${side}-by`, values: { by: { text: by } } };
  return [ground("power", side, { of: main, held: [size / detectable, 1], amounts: [detectable], ...told })];
}

/** What the treatment itself is flagged with. */
function flagged({ flags }: Weighed): Ground[] {
  return flags.flatMap(({ flag, places, entries }): Ground[] => {
    if (!Object.hasOwn(sentences, flag)) return [];
    const rule = flag as RuleName;
    return [ground(rule, "decides" in sentences[rule] ? "decides" : "against", { values: { places, entries } })];
  });
}

export const rules = [answered, tested, pretrend, fitted, donors, early, agreement, overlap, power, flagged] as const;
