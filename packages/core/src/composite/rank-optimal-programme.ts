import type { Programme, Solve } from "../contract/method.ts";

/** Weights between these, by item. */
export interface WeightLimits {
  readonly low: number;
  readonly high: number;
}

/** The nearest weights that put a place first, or that it cannot be. */
export interface NearestWeights {
  readonly weights: readonly number[] | undefined;
  /** Where there are none: the least by which its score falls short of the best, whatever the weights. */
  readonly shortfall: number;
  /** Rivals, by position, that are level with it (or ahead, where it cannot be first). */
  readonly level: readonly number[];
}

const violation = 1e-9; // the solver holds rows to 1e-10
const addedAtOnce = 8; // the rivals furthest ahead of a round

/**
 * min sum |w - stated| with sum w = 1 and w . (own - rival) >= 0 for every rival. Few rivals bind, so the programme
 * starts without any and takes in those that its answer leaves ahead, until none is.
 */
export async function nearestWeights(
  own: readonly number[],
  rivals: readonly (readonly number[])[],
  stated: readonly number[],
  { low, high }: WeightLimits,
  solve: Solve,
): Promise<NearestWeights> {
  const items = own.length;
  const leads = rivals.map((rival) => own.map((value, at) => value - rival[at]));
  const against = (weights: readonly number[]) => leads.map((lead) => dot(lead, weights));
  const unit = (at: number, value: number, width: number) =>
    Array.from({ length: width }, (_, other) => (other === at ? value : 0));
  const asked = new Set<number>();
  for (;;) {
    // variables: weights, then how far each is from the stated one
    const rows = [
      { coefficients: [...own.map(() => 1), ...own.map(() => 0)], lower: 1, upper: 1 },
      ...own.flatMap((_, at) => [
        { coefficients: [...unit(at, 1, items), ...unit(at, -1, items)], lower: -Infinity, upper: stated[at] },
        { coefficients: [...unit(at, 1, items), ...unit(at, 1, items)], lower: stated[at], upper: Infinity },
      ]),
      ...[...asked].map((rival) => ({
        coefficients: [...leads[rival], ...own.map(() => 0)],
        lower: 0,
        upper: Infinity,
      })),
    ];
    const { status, values } = await solve({
      sense: "minimise",
      objective: [...own.map(() => 0), ...own.map(() => 1)],
      rows,
      lower: [...own.map(() => low), ...own.map(() => 0)],
      upper: [...own.map(() => high), ...own.map(() => 2)],
    });
    if (status === "infeasible") return closest(leads, { low, high }, solve);
    if (status !== "optimal") throw new Error(`rank-optimal-weights: a programme of ${rows.length} rows is ${status}`);
    const weights = values.slice(0, items);
    const margins = against(weights);
    const ahead = rank(margins, asked);
    if (ahead.length === 0) {
      return { weights, shortfall: 0, level: margins.flatMap((margin, at) => (margin < violation ? [at] : [])) };
    }
    for (const rival of ahead) asked.add(rival);
  }
}

/** max t with w . (own - rival) >= t for every rival: t is below 0 where a place cannot be first. */
async function closest(
  leads: readonly (readonly number[])[],
  { low, high }: WeightLimits,
  solve: Solve,
): Promise<NearestWeights> {
  const items = leads[0].length;
  const programme: Programme = {
    sense: "maximise",
    objective: [...leads[0].map(() => 0), 1],
    rows: [
      { coefficients: [...leads[0].map(() => 1), 0], lower: 1, upper: 1 },
      ...leads.map((lead) => ({ coefficients: [...lead, -1], lower: 0, upper: Infinity })),
    ],
    lower: [...leads[0].map(() => low), -Infinity],
    upper: [...leads[0].map(() => high), Infinity],
  };
  const { status, values } = await solve(programme);
  if (status !== "optimal") throw new Error(`rank-optimal-weights: the programme of the shortfall is ${status}`);
  const weights = values.slice(0, items);
  const best = values[items];
  return {
    weights: undefined,
    shortfall: Math.max(0, -best),
    level: leads.flatMap((lead, at) => (dot(lead, weights) < best + violation ? [at] : [])),
  };
}

function rank(margins: readonly number[], asked: ReadonlySet<number>): number[] {
  return margins
    .map((margin, at) => ({ margin, at }))
    .filter(({ margin, at }) => margin < -violation && !asked.has(at))
    .sort((a, b) => a.margin - b.margin)
    .slice(0, addedAtOnce)
    .map(({ at }) => at);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}
