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
  /** The treated unit that chooses first: the one of the largest score or of the smallest. */
  readonly order: "largest" | "smallest";
  /** The nearest on either side, or the nearest not above while there is one. */
  readonly search: "nearest" | "below";
  /** The farthest that a partner may lie, in `metric`. */
  readonly caliper: number;
}

/**
 * Greedy nearest neighbours by score: treated units choose one after the other, once round for each control of the ratio, the nearest
 * control that is left (of equally near ones the first), no farther than the caliper in `metric`.
 */
export function nearestPairs(
  treated: ArrayLike<number>,
  score: Float64Array,
  metric: Float64Array,
  { ratio, replacement, order, search, caliper }: PairingRules,
): Pairing {
  const sign = order === "largest" ? -1 : 1;
  const units = [...score.keys()];
  const choosers = units.filter((at) => treated[at] === 1).sort((a, b) => sign * (score[a] - score[b]) || a - b);
  const controls = units.filter((at) => treated[at] !== 1).sort((a, b) => score[a] - score[b] || a - b);
  const taken = new Set<number>();
  const partners = units.map((): number[] => []);
  for (let round = 0; round < ratio; round += 1) {
    for (const chooser of choosers) {
      const open = (at: number) =>
        (replacement ? !partners[chooser].includes(at) : !taken.has(at)) &&
        Math.abs(metric[at] - metric[chooser]) <= caliper;
      const found = nearest(controls, score, score[chooser], search, open);
      if (found === undefined) continue;
      partners[chooser].push(found);
      taken.add(found);
    }
  }
  const weights = new Float64Array(score.length);
  for (const own of partners) for (const at of own) weights[at] += 1 / own.length;
  return { partners, weights };
}

/**
 * The nearest open control of `controls`, which rise by score, searched outwards from where this score would stand among them; or
 * the nearest that is not above it, and only without one the nearest above.
 */
function nearest(
  controls: readonly number[],
  score: Float64Array,
  own: number,
  search: PairingRules["search"],
  open: (at: number) => boolean,
): number | undefined {
  const above = firstAbove(controls, score, own);
  const distance = (at: number) => Math.abs(score[controls[at]] - own);
  let [left, right] = [above - 1, above];
  while (left >= 0 && !open(controls[left])) left -= 1;
  while (right < controls.length && !open(controls[right])) right += 1;
  if (left < 0) return controls[right];
  if (search === "below") return controls[left];
  const isRight = right < controls.length && distance(right) < distance(left);
  if (isRight) return controls[right];
  // of equally near ones the first: those of one score stand together, in the order of the data
  let best = left;
  for (let at = left - 1; at >= 0 && score[controls[at]] === score[controls[left]]; at -= 1) {
    if (open(controls[at])) best = at;
  }
  return controls[best];
}

function firstAbove(controls: readonly number[], score: Float64Array, own: number): number {
  let [low, high] = [0, controls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (score[controls[middle]] <= own) low = middle + 1;
    else high = middle;
  }
  return low;
}
