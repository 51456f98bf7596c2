import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { blockPanel } from "./block-panel.ts";
import { deviationOf, type Span, type Unit } from "./synthetic-match.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";
import { treatedPanel } from "./treated-panel.ts";
import { checkReach, ofSquares } from "./within-reach.ts";

export interface SyntheticControlInput extends TreatedPanelInput {
  /** What a twin should be like before treatment, beside its outcome; means over the years that have a figure are taken. */
  readonly predictors?: readonly NamedNumbers[];
}

export interface NamedUnit extends Unit {
  readonly place: string;
}

/** Treated places and donors, in an order that rests on their outcomes, so that names decide nothing. */
export interface SyntheticUnits {
  readonly treated: readonly NamedUnit[];
  readonly donors: readonly NamedUnit[];
  readonly years: readonly number[];
  /** Years before treatment that are fitted. */
  readonly span: Span;
  /** Predictors that differ between places; empty where the outcome alone is matched. */
  readonly predictors: readonly Pick<NamedNumbers, "name" | "title" | "unit">[];
  /** Predictors that are the same everywhere. */
  readonly constant: readonly string[];
  readonly dropped: readonly Dropped[];
}

/** The name of the outcome's own mean among predictors. */
export const ownOutcome = "outcome";

export function syntheticUnits(
  method: string,
  input: SyntheticControlInput,
  fitFrom: number | undefined,
): SyntheticUnits {
  const panel = treatedPanel(method, input);
  const block = blockPanel(method, panel);
  const { years, before } = block;
  const from = years.findIndex((year) => year >= (fitFrom ?? years[0]));
  if (from < 0 || before - from < 2) throw spanTooShort(method, fitFrom as number, years[before]);
  const asked = input.predictors ?? [];
  for (const { name, values } of asked) checkReach(method, name, values, ofSquares);
  const inSpan = (year: number) => year >= years[from] && year < years[before];
  const means = asked.map(({ values }) => meansBy(input, values, inSpan));
  const gaps = [...block.treated, ...block.controls].flatMap((place): Dropped[] => {
    const gap = asked.find((_, at) => !means[at].has(place));
    if (gap === undefined) return [];
    return [
      { input: "data", row: place, reason: { en: `no ${gap.name} before treatment`, zh: `处理前无 ${gap.name}` } },
    ];
  });
  const out = new Set(gaps.map(({ row }) => row));
  const own = (outcome: Float64Array) =>
    outcome.subarray(from, before).reduce((sum, each) => sum + each, 0) / (before - from);
  const unitsOf = (places: readonly string[], outcomes: readonly Float64Array[]) =>
    places.flatMap((place, at): NamedUnit[] => {
      if (out.has(place)) return [];
      const values = asked.length === 0 ? [] : [own(outcomes[at]), ...means.map((each) => each.get(place) as number)];
      return [{ place, outcome: outcomes[at], predictors: Float64Array.from(values) }];
    });
  const [treated, donors] = [unitsOf(block.treated, block.ofTreated), unitsOf(block.controls, block.ofControls)];
  refuseFew(method, treated, donors, asked);
  if (donors.every(({ outcome }) => outcome.subarray(from, before).every((each) => each === outcome[from])))
    throw donorsStill(method, years[before]);
  const described = asked.length === 0 ? [] : [{ name: ownOutcome, unit: "" }, ...asked];
  const varies = described.map((_, k) => deviationOf([...treated, ...donors].map((each) => each.predictors[k])) > 0);
  const thinned = (each: NamedUnit) => ({ ...each, predictors: each.predictors.filter((_, k) => varies[k]) });
  return {
    treated: treated.map(thinned).sort(byOutcome),
    donors: donors.map(thinned).sort(byOutcome),
    years,
    span: { from, to: before },
    predictors: described.filter((_, k) => varies[k]),
    constant: described.flatMap(({ name }, k) => (varies[k] ? [] : [name])),
    dropped: [...block.dropped, ...gaps],
  };
}

/**
 * The same places as an earlier year knew them: predictors are means up to it, without those that some place lacks by then. Where
 * none of those asked for is left, the outcome alone is matched.
 */
export function unitsUntil(
  { treated, donors, years, span: { from } }: SyntheticUnits,
  input: SyntheticControlInput,
  to: number,
): Pick<SyntheticUnits, "treated" | "donors" | "predictors"> {
  const all = [...treated, ...donors];
  const inSpan = (year: number) => year >= years[from] && year < years[to];
  const asked = (input.predictors ?? []).flatMap(({ name, title, unit, values }) => {
    const means = meansBy(input, values, inSpan);
    const described = { name, ...(title === undefined ? {} : { title }), unit };
    return all.every(({ place }) => means.has(place))
      ? [{ described, of: ({ place }: NamedUnit) => means.get(place) as number }]
      : [];
  });
  const own = ({ outcome }: NamedUnit) => outcome.subarray(from, to).reduce((sum, each) => sum + each, 0) / (to - from);
  const known = asked.length === 0 ? [] : [{ described: { name: ownOutcome, unit: "" }, of: own }, ...asked];
  const varying = known.filter(({ of }) => deviationOf(all.map(of)) > 0);
  const then = (each: NamedUnit) => ({ ...each, predictors: Float64Array.from(varying, ({ of }) => of(each)) });
  return {
    treated: treated.map(then),
    donors: donors.map(then),
    predictors: varying.map(({ described }) => described),
  };
}

/** Mean over the years asked for that have a figure; no entry for a place without one. */
function meansBy(input: TreatedPanelInput, values: ArrayLike<number>, inSpan: (year: number) => boolean) {
  const sums = new Map<string, [number, number]>();
  input.place.forEach((place, row) => {
    if (!inSpan(input.year[row]) || !Number.isFinite(values[row])) return;
    const [sum, count] = sums.get(place) ?? [0, 0];
    sums.set(place, [sum + values[row], count + 1]);
  });
  return new Map([...sums].map(([place, [sum, count]]) => [place, sum / count]));
}

function byOutcome(a: NamedUnit, b: NamedUnit): number {
  const at = a.outcome.findIndex((each, step) => each !== b.outcome[step]);
  if (at >= 0) return a.outcome[at] - b.outcome[at];
  return a.place < b.place ? -1 : 1;
}

function spanTooShort(method: string, fitFrom: number, start: number): InputError {
  return new InputError({
    code: "too-few-years-before",
    text: {
      en: `${method}: fitFrom is ${fitFrom}, expected at least 2 years between it and treatment in ${start}`,
      zh: `${method}：fitFrom 为 ${fitFrom}，与处理年份 ${start} 之间至少应有 2 年`,
    },
  });
}

function donorsStill(method: string, start: number): InputError {
  return new InputError({
    code: "controls-still",
    text: {
      en: `${method}: before ${start} no donor changes from year to year, expected some that do`,
      zh: `${method}：${start} 年之前各对照地区逐年没有变动，应有变动`,
    },
    hint: {
      en: "look at which column is the outcome: a twin is fitted on how it moves before treatment",
      zh: "请核对结果变量取自哪一列：合成对照依据处理前的变动拟合",
    },
  });
}

function refuseFew(
  method: string,
  treated: readonly Unit[],
  donors: readonly Unit[],
  asked: readonly { readonly name: string }[],
): void {
  if (treated.length > 0 && donors.length > 1) return;
  const names = asked.map(({ name }) => name).join(", ");
  throw new InputError({
    code: "predictors-missing",
    text: {
      en: `${method}: ${counted(treated.length, "treated place")} and ${counted(donors.length, "control")} have ${names} before treatment, expected at least 1 and 2`,
      zh: `${method}：处理前有 ${names} 数据的受处理地区 ${treated.length} 个、对照地区 ${donors.length} 个，至少应为 1 个与 2 个`,
    },
    hint: { en: "leave out the predictor that most places lack", zh: "请去掉多数地区缺失的预测变量" },
  });
}
