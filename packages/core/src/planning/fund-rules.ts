import { fillUp } from "../game/fill-up.ts";

/** A party that a fund may pay: no less than its floor, no more than its cap. */
export interface Recipient {
  readonly place: string;
  /** People, or whatever a fair share is counted by; 1 where none is given. */
  readonly size: number;
  readonly need: number | undefined;
  /** What a unit of money does there; 1 where none is given. */
  readonly benefit: number;
  readonly floor: number;
  readonly cap: number;
}

/** The same to each. */
export function equalShares(budget: number, parties: readonly Recipient[]): number[] {
  return inProportion(budget, parties, () => 1);
}

/** In proportion to size and a power of need. */
export function needFormula(budget: number, parties: readonly Recipient[], intensity: number): number[] {
  return inProportion(budget, parties, ({ size, need = 0 }) => size * need ** intensity);
}

/**
 * The most of sum s (b x / s)^(1 - a) / (1 - a), of outcomes a head: x in proportion to s b^((1 - a) / a), held between floor and cap.
 * `a` of 0 asks for the greatest sum of outcomes, of 1 for equal amounts a head, of infinity for the best of the worst off.
 */
export function alphaFair(budget: number, parties: readonly Recipient[], alpha: number): number[] {
  if (alpha === 0) return byBenefit(budget, parties);
  const power = alpha === Number.POSITIVE_INFINITY ? -1 : (1 - alpha) / alpha;
  // measured by the largest, so that a power of a thousand does not overflow; below that nothing is lost but what is nothing
  const logs = parties.map(({ benefit }) => power * Math.log(benefit));
  const most = Math.max(...logs);
  return inProportion(budget, parties, ({ size }, at) => size * Math.exp(logs[at] - most));
}

function inProportion(
  budget: number,
  parties: readonly Recipient[],
  weight: (party: Recipient, at: number) => number,
): number[] {
  return fillUp(
    budget,
    parties.map((party, at) => ({ start: 0, speed: weight(party, at), floor: party.floor, cap: party.cap })),
  );
}

/** Floors first, then the best use of money up to its caps, then the next; those alike share by size. */
function byBenefit(budget: number, parties: readonly Recipient[]): number[] {
  const amounts = parties.map(({ floor }) => floor);
  let left = budget - amounts.reduce((sum, each) => sum + each, 0);
  for (const benefit of [...new Set(parties.map((each) => each.benefit))].sort((a, b) => b - a)) {
    const alike = parties.flatMap((party, at) => (party.benefit === benefit ? [at] : []));
    const held = alike.reduce((sum, at) => sum + amounts[at], 0);
    const shares = inProportion(
      held + left,
      alike.map((at) => parties[at]),
      ({ size }) => size,
    );
    alike.forEach((at, which) => {
      amounts[at] = shares[which];
    });
    left -= shares.reduce((sum, each) => sum + each, 0) - held;
    if (!(left > 0)) break;
  }
  return amounts;
}
