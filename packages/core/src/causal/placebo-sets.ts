import type { Random } from "../contract/random.ts";
import type { Span, Unit } from "./synthetic-match.ts";
import { meanOf, rankBound, ratioOf, type Twin, twinOf } from "./synthetic-placebos.ts";

/** What would be found if a set of other places were the treated. */
export interface PlaceboSet {
  readonly effect: number;
  readonly ratio: number;
  /** Mean gap, year by year. */
  readonly gaps: Float64Array;
  /** How much of a true effect, the same in every treated place, is in `effect`: 1 for the treated themselves. */
  readonly share: number;
}

/** Positions of the places that are taken for treated; the treated themselves come first in the count, and are no placebo. */
export interface Reference {
  readonly kind: "every" | "drawn" | "donors" | "none";
  readonly sets: readonly (readonly number[])[];
}

/**
 * One treated: each donor. Several: every set of as many places among all, treated ones included, but for the treated themselves,
 * or different ones drawn. Only with the treated among them is any set as likely as another to be the treated where treatment does
 * nothing: sets of donors vary by less about the other donors than the treated do.
 */
export function referenceOf(donors: number, treated: number, draws: number, draw: Random): Reference {
  const places = treated + donors;
  if (treated === 1) return { kind: "donors", sets: Array.from({ length: donors }, (_, at) => [1 + at]) };
  if (draws === 0) return { kind: "none", sets: [] };
  const isPlacebo = (set: readonly number[]) => set[treated - 1] >= treated; // in ascending order
  if (setsOf(places, treated) - 1 <= draws) return { kind: "every", sets: everySet(places, treated).filter(isPlacebo) };
  const order = Uint32Array.from({ length: places }, (_, at) => at);
  const drawn = new Map<string, readonly number[]>();
  while (drawn.size < draws) {
    draw.shuffle(order);
    const set = [...order.subarray(0, treated)].sort((a, b) => a - b);
    if (isPlacebo(set)) drawn.set(set.join(), set);
  }
  return { kind: "drawn", sets: [...drawn.values()] };
}

/**
 * Of several treated, a set's twins are mixed of all places outside it, as those of the treated are, by the importance of
 * predictors that each place has. Of one treated, the treated is kept out of the donors' pools.
 */
export function placeboSets(
  { sets, kind }: Reference,
  treated: readonly Unit[],
  donors: readonly Unit[],
  alone: readonly Twin[],
  span: Span,
): PlaceboSet[] {
  if (kind === "donors") return sets.map(([at]) => setOf([alone[at]], 0));
  const places = [...treated, ...donors];
  return sets.map((set) => {
    const within = new Set(set);
    const outside = places.flatMap((_, at) => (within.has(at) ? [] : [at]));
    const pool = outside.map((at) => places[at]);
    const twins = set.map((at) => twinOf(places[at], pool, span, alone[at].importance));
    const treatedOutside = outside.filter((at) => at < treated.length).length; // the first of the pool
    const shares = twins.map(
      ({ weights }, k) => Number(set[k] < treated.length) - sumOf(weights.subarray(0, treatedOutside)),
    );
    return setOf(twins, meanOf(shares));
  });
}

function setOf(twins: readonly Twin[], share: number): PlaceboSet {
  const gaps = twins[0].gaps.map((_, step) => meanOf(twins.map((twin) => twin.gaps[step])));
  return { effect: meanOf(twins.map(({ effect }) => effect)), ratio: ratioOf(twins), gaps, share };
}

/**
 * Effects that the placebos do not speak against: t is held while fewer than 1 - `level` of all sets, the treated among them, depart
 * from nothing as far as the treated from t, once t is taken off the treated. A set of which the share c of t is taken departs by
 * |e_s - c t|, which |e - t| passes from e ± a threshold of its own on. One treated: c is 0, the thresholds are |e_s|.
 */
export function effectInterval(
  level: number,
  own: number,
  sets: readonly { readonly effect: number; readonly share: number }[],
): { readonly low: number; readonly high: number } {
  const beyond = (side: 1 | -1) =>
    sets.map(({ effect, share }) => {
      const apart = side * (effect - share * own);
      const pace = apart >= 0 ? 1 + share : 1 - share;
      return pace > leastPace ? Math.abs(apart) / pace : Number.POSITIVE_INFINITY;
    });
  const [up, down] = [rankBound(level, beyond(1)), rankBound(level, beyond(-1))];
  return { low: Number.isFinite(down) ? own - down : Number.NaN, high: Number.isFinite(up) ? own + up : Number.NaN };
}

const leastPace = 1e-12; // a set that departs as fast as the treated is never passed

const sumOf = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0);

/** How many sets of so many there are. */
export function setsOf(places: number, taken: number): number {
  let count = 1;
  for (let at = 1; at <= taken; at += 1) count = (count * (places - taken + at)) / at;
  return places < taken ? 0 : Math.round(count);
}

/** Sets in the order of their first members. */
function everySet(places: number, taken: number): number[][] {
  if (taken === 0) return [[]];
  return Array.from({ length: places - taken + 1 }, (_, first) =>
    everySet(places - first - 1, taken - 1).map((rest) => [first, ...rest.map((at) => first + 1 + at)]),
  ).flat();
}
