/** What a draw of dealt-out adoption finds where there is no effect, and what share of one on the treated it would find. */
export interface IdleDraw {
  readonly effect: number;
  readonly own: number;
}

const [steps, rounding] = [48, 1e-9];

/**
 * The smallest constant effect that the test of dealt-out adoption finds in this share of draws, up or down, whichever is larger.
 * An effect is found where no more draws reach it than `level` allows; and it raises what the draws give too, for these hold some of
 * the treated. Leaving that out calls effects detectable that are found in 7 of 10 cases where 8 are promised (British panel).
 * `NaN` where so few draws can find nothing.
 */
export function leastDetectable(draws: readonly IdleDraw[], level: number, power: number): number {
  const may = Math.floor((1 - level) * (1 + draws.length) + rounding) - 1;
  if (may < 0) return Number.NaN;
  return Math.max(least(draws, may, power, 1), least(draws, may, power, -1));
}

function least(draws: readonly IdleDraw[], may: number, power: number, sign: 1 | -1): number {
  const isFound = (size: number): boolean => {
    const sizes = draws.map(({ effect, own }) => Math.abs(effect + sign * size * own)).sort((a, b) => b - a);
    const critical = sizes[may] as number;
    return draws.filter(({ effect }) => sign * effect + size > critical).length >= power * draws.length - rounding;
  };
  let most = draws.reduce((size, { effect }) => Math.max(size, Math.abs(effect)), 0);
  if (!(most > 0)) return 0;
  for (let step = 0; !isFound(most); step += 1) {
    if (step === steps) return Number.NaN;
    most *= 2;
  }
  let [low, high] = [0, most];
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    if (isFound(middle)) high = middle;
    else low = middle;
  }
  return high;
}
