/** Which controls stand for which treated unit, by position; an empty list where none is near enough. */
export interface Pairing {
  readonly partners: readonly (readonly number[])[];
  /** How often each unit stands as a control, each time counted as 1 over the partners of that treated unit. */
  readonly weights: Float64Array;
}

export interface PairingRules {
  /** Controls for each treated unit. */
  readonly ratio: number;
  readonly replacement: boolean;
  /** Without replacement, the treated unit that chooses first: the one of the largest score or of the smallest. */
  readonly order: "largest" | "smallest";
  /** The nearest on either side, or the nearest not above while there is one. */
  readonly search: "nearest" | "below";
  /** The farthest that a partner may lie, in `metric`. */
  readonly caliper: number;
}

/** Scores, and distances of scores, that differ by no more than this are alike: beneath it stands rounding alone. */
export const alike = 1e-12;

/**
 * Nearest neighbours by score, no farther than the caliper in `metric`, which rises with the score. With replacement each treated unit
 * has its `ratio` nearest controls and all others that lie as near as the last of them, so that no order decides. Without, the
 * treated choose one after the other, once round for each control of the ratio, the nearest control that is left: of two equally
 * near the one below, of equal scores the first in the order of the data, and so of the treated that choose.
 */
export function nearestPairs(
  treated: ArrayLike<number>,
  score: Float64Array,
  metric: Float64Array,
  rules: PairingRules,
): Pairing {
  const units = [...score.keys()];
  const controls = units.filter((at) => treated[at] !== 1);
  const field: Field = {
    score,
    metric,
    up: controls.toSorted((a, b) => metric[a] - metric[b] || a - b),
    down: controls.toSorted((a, b) => metric[b] - metric[a] || a - b),
  };
  const own = units.filter((at) => treated[at] === 1);
  const partners = rules.replacement ? allNearest(own, field, rules) : inTurn(own, field, rules);
  const weights = new Float64Array(score.length);
  for (const each of partners) for (const at of each) weights[at] += 1 / each.length;
  return { partners, weights };
}

interface Field {
  readonly score: Float64Array;
  readonly metric: Float64Array;
  /** Controls from the smallest score to the largest and the other way, equal ones in the order of the data both times. */
  readonly up: readonly number[];
  readonly down: readonly number[];
}

function allNearest(treated: readonly number[], field: Field, { ratio, search, caliper }: PairingRules): number[][] {
  const { score } = field;
  const partners = Array.from(score, (): number[] => []);
  for (const own of treated) {
    const found = partners[own];
    const away = (at: number) => (search === "below" ? score[at] : Math.abs(score[at] - score[own]));
    for (const at of outwards(own, field, search, caliper)) {
      const isAsNear = () => Math.abs(away(at) - away(found[found.length - 1])) <= alike;
      if (found.length >= ratio && !isAsNear()) break;
      found.push(at);
    }
  }
  return partners;
}

function inTurn(treated: readonly number[], field: Field, { ratio, order, search, caliper }: PairingRules): number[][] {
  const { metric, score } = field;
  const sign = order === "largest" ? -1 : 1;
  const choosers = treated.toSorted((a, b) => sign * (metric[a] - metric[b]) || a - b);
  const partners = Array.from(score, (): number[] => []);
  const taken = new Set<number>();
  for (let round = 0; round < ratio; round += 1) {
    for (const own of choosers) {
      for (const at of outwards(own, field, search, caliper)) {
        if (taken.has(at)) continue;
        partners[own].push(at);
        taken.add(at);
        break;
      }
    }
  }
  return partners;
}

/** The controls within the caliper, from the nearest in score on; or those not above, from the nearest on, and then those above. */
function* outwards(
  own: number,
  { score, metric, up, down }: Field,
  search: PairingRules["search"],
  caliper: number,
): Generator<number> {
  let right = firstAbove(up, metric, metric[own]);
  let left = up.length - right;
  const isOpen = (at: number | undefined) => at !== undefined && Math.abs(metric[at] - metric[own]) <= caliper;
  const distance = (at: number) => Math.abs(score[at] - score[own]);
  for (;;) {
    const [below, above] = [isOpen(down[left]), isOpen(up[right])];
    if (!below && !above) return;
    if (below && (!above || search === "below" || distance(down[left]) <= distance(up[right]))) yield down[left++];
    else yield up[right++];
  }
}

function firstAbove(controls: readonly number[], metric: Float64Array, own: number): number {
  let [low, high] = [0, controls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (metric[controls[middle]] <= own) low = middle + 1;
    else high = middle;
  }
  return low;
}
