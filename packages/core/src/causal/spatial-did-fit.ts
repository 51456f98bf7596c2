import type { Dropped } from "../contract/method.ts";
import { type Support, supportOf } from "./cluster-rule.ts";
import { counterparts, weightsOf } from "./counterparts.ts";
import { type Estimate, estimateOf, quadratic } from "./estimate.ts";
import type { EventRows } from "./event-steps.ts";
import { factorOf } from "./factors.ts";
import { only, outcomeWeights, panelRegression } from "./panel-regression.ts";
import { clustered } from "./sandwich.ts";
import { beyond, onsetOf, ringsOf, underTreatment } from "./spatial-did-rings.ts";

/** Rows that have a counterpart beyond the rings, and the group of each: treated, a ring, or beyond. */
export interface Arranged {
  readonly rows: EventRows;
  readonly group: Int8Array;
  readonly far: ReadonlySet<string>;
  readonly dropped: readonly Dropped[];
  readonly found: ReturnType<typeof counterparts>["found"] | undefined;
}

export function arrange(
  all: EventRows,
  places: readonly string[],
  years: readonly number[],
  km: Float64Array,
  first: ArrayLike<number>,
  edges: readonly number[],
): Arranged {
  const [placeAt, yearAt] = [
    new Map(places.map((each, at) => [each, at])),
    new Map(years.map((each, at) => [each, at])),
  ];
  const rings = ringsOf(km, first, years, edges);
  const onset = onsetOf(rings, years);
  const at = (place: string) => placeAt.get(place) as number;
  const far = new Set(all.place.filter((place) => onset[at(place)] === Number.POSITIVE_INFINITY));
  if (far.size === 0) return { rows: all, group: new Int8Array(0), far, dropped: all.dropped, found: undefined };
  const early = [...new Set(all.place)].filter((place) => onset[at(place)] <= years[0]);
  const left = new Set(early);
  const kept = [...all.place.keys()].filter((row) => !left.has(all.place[row]));
  const pick = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]);
  const given: EventRows = {
    place: kept.map((row) => all.place[row]),
    year: pick(all.year),
    outcome: pick(all.outcome),
    first: Float64Array.from(kept, (row) => onset[at(all.place[row])]),
    columns: [],
    rows: Uint32Array.from(kept, (row) => all.rows[row]),
    dropped: [
      ...all.dropped,
      ...early.map((place) => ({
        input: "data",
        row: place,
        reason:
          first[at(place)] <= years[0]
            ? { en: "treated from the first year on", zh: "自首年起即受处理" }
            : { en: "in a ring from the first year on", zh: "自首年起即处于圈层内" },
      })),
    ],
  };
  const { rows, found, dropped } = counterparts("spatial-did", given, []);
  const group = Int8Array.from(
    rows.place,
    (place, row) => rings[at(place) * years.length + (yearAt.get(rows.year[row]) as number)],
  );
  return { rows, group, far, dropped, found };
}

export interface Estimated extends Estimate {
  readonly p: number;
  /** What its error rests on. */
  readonly support: Support;
}

export interface Fit {
  readonly groups: ReadonlyMap<number, Estimated>;
  readonly spillover: Estimated | undefined;
  /** By group and years since onset; asked for apart, for it takes the most work. */
  readonly steps: () => ReadonlyMap<string, Estimated>;
}

export const clustersOf = ({ place, rows }: EventRows, cluster: readonly string[] | undefined) =>
  factorOf(cluster === undefined ? place : Array.from(rows, (row) => cluster[row]));

export function fitOf(
  estimator: "imputation" | "two-way",
  arranged: Arranged,
  cluster: readonly string[] | undefined,
  level: number,
): Fit {
  return estimator === "imputation" ? imputed(arranged, cluster, level) : regressed(arranged, cluster, level);
}

/** What every group is above the counterparts that rows beyond the rings give. */
function imputed({ rows, group, found }: Arranged, cluster: readonly string[] | undefined, level: number): Fit {
  if (found === undefined) return { groups: new Map(), spillover: undefined, steps: () => new Map() };
  const way = clustersOf(rows, cluster);
  const means = new Map<number, { sum: number; count: number }>();
  for (const row of found.treated) {
    const { sum, count } = means.get(group[row]) ?? { sum: 0, count: 0 };
    means.set(group[row], { sum: sum + found.gap[row], count: count + 1 });
  }
  const errors = found.gap.map((gap, row) => {
    const own = means.get(group[row]);
    return own === undefined ? gap : gap - own.sum / own.count;
  });
  const estimate = (chosen: (row: number) => boolean): Estimated | undefined => {
    const own = found.treated.filter(chosen);
    if (own.length === 0) return undefined;
    const weights = new Float64Array(rows.place.length);
    for (const row of own) weights[row] = 1 / own.length;
    const pulls = new Float64Array(way.levels);
    const spreadOut = weightsOf(rows, found, weights);
    for (const [row, weight] of spreadOut.entries()) pulls[way.of[row]] += weight * errors[row];
    const effect = own.reduce((sum, row) => sum + found.gap[row] / own.length, 0);
    const support = supportOf(spreadOut, way);
    return { ...estimateOf(effect, variance(pulls, rows.outcome), way.levels - 1, level), support };
  };
  const defined = <K>(list: readonly (readonly [K, Estimated | undefined])[]) =>
    new Map(list.filter((each): each is readonly [K, Estimated] => each[1] !== undefined));
  const groups = [...means.keys()].sort((a, b) => a - b);
  const stepOf = (row: number) => rows.year[row] - rows.first[row];
  return {
    groups: defined(groups.map((each) => [each, estimate((row) => group[row] === each)] as const)),
    spillover: estimate((row) => group[row] !== underTreatment),
    steps: () => {
      const steps = new Set(found.treated.map((row) => `${group[row]} ${stepOf(row)}`));
      const inOrder = [...steps].map((key) => key.split(" ").map(Number)).sort(([a, b], [c, d]) => a - c || b - d);
      return defined(
        inOrder.map(([g, at]) => [`${g} ${at}`, estimate((row) => group[row] === g && stepOf(row) === at)] as const),
      );
    },
  };
}

const rounding = 1e-9; // of t and of the outcome's size: below it a spread is that of additions

function variance(pulls: Float64Array, outcome: Float64Array): number {
  const squares = pulls.reduce((sum, each) => sum + each * each, 0);
  const size = outcome.reduce((sum, each) => sum + each * each, 0) / outcome.length;
  return squares > rounding ** 2 * size ? squares : Number.NaN;
}

/** One regression with a dummy for treatment and one a ring. */
function regressed({ rows, group }: Arranged, cluster: readonly string[] | undefined, level: number): Fit {
  const groups = [...new Set(group)].filter((each) => each !== beyond).sort((a, b) => a - b);
  const effects = [factorOf(rows.place), factorOf(rows.year)];
  const columns = groups.map((each) => Float64Array.from(group, (own) => (own === each ? 1 : 0)));
  const fit = panelRegression({ outcome: rows.outcome, columns, effects });
  if ("collinear" in fit) return { groups: new Map(), spillover: undefined, steps: () => new Map() };
  const way = clustersOf(rows, cluster);
  const { values, freedom } = clustered(fit, [way], effects);
  const estimate = (combination: Float64Array): Estimated => ({
    ...estimateOf(dot(combination, fit.coefficients), quadratic(combination, values), freedom, level),
    support: supportOf(outcomeWeights(fit, combination), way),
  });
  const k = groups.length;
  const counts = columns.map((column) => column.reduce((sum, each) => sum + each, 0));
  const near = counts.reduce((sum, count, at) => (groups[at] === underTreatment ? sum : sum + count), 0);
  const weights = Float64Array.from(counts, (count, at) => (groups[at] === underTreatment ? 0 : count / near));
  return {
    groups: new Map(groups.map((each, at) => [each, estimate(only(at, k))])),
    spillover: near === 0 ? undefined : estimate(weights),
    steps: () => new Map(),
  };
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, each, at) => sum + each * b[at], 0);

export const tOf = (estimate: Estimate | undefined) =>
  estimate === undefined ? Number.NaN : Math.abs(estimate.effect / estimate.standardError);
