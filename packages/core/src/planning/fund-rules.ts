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
  return byPowers(budget, parties, ({ need = 0 }) => (intensity === 0 ? 0 : intensity * Math.log(need)));
}

/**
 * The most of sum s (b x / s)^(1 - a) / (1 - a), of outcomes a head: x in proportion to s b^((1 - a) / a), held between floor and cap.
 * `a` of 0 asks for the greatest sum of outcomes, of 1 for equal amounts a head, of infinity for the best of the worst off.
 */
export function alphaFair(budget: number, parties: readonly Recipient[], alpha: number): number[] {
  if (alpha === 0) return byBenefit(budget, parties);
  const power = alpha === Number.POSITIVE_INFINITY ? -1 : (1 - alpha) / alpha;
  return byPowers(budget, parties, ({ benefit }) => power * Math.log(benefit));
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

/**
 * In proportion to size times e to a power. Powers may lie so far apart that beside the greatest the others are nothing: these
 * have their floors until all of those are at their caps, and then what is left.
 */
function byPowers(budget: number, parties: readonly Recipient[], power: (party: Recipient) => number): number[] {
  const amounts = parties.map(({ floor }) => floor);
  const powers = parties.map((party) => (party.size > 0 ? power(party) : Number.NEGATIVE_INFINITY));
  let open = parties.flatMap((_, at) => (powers[at] > Number.NEGATIVE_INFINITY ? [at] : []));
  while (open.length > 0) {
    const most = Math.max(...open.map((at) => powers[at]));
    const weights = new Map(open.map((at) => [at, parties[at].size * Math.exp(powers[at] - most)]));
    const own = open.filter((at) => (weights.get(at) as number) > 0);
    const others = amounts.reduce((sum, each, at) => (own.includes(at) ? sum : sum + each), 0);
    const shares = inProportion(
      budget - others,
      own.map((at) => parties[at]),
      (_, which) => weights.get(own[which]) as number,
    );
    own.forEach((at, which) => {
      amounts[at] = shares[which];
    });
    if (own.some((at, which) => shares[which] < parties[at].cap)) break;
    open = open.filter((at) => !own.includes(at));
  }
  return amounts;
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
