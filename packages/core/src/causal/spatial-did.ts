/**
 * What did a policy do where it holds, and what to the places round about?
 *
 *   y_it = a_i + c_t + τ D_it + Σ_r s_r R_r,it + u_it
 *
 * D: under treatment; R_r: not under it, and the nearest place that is by then lies within ring r; all others, beyond the last ring,
 * are the controls. Without rings, neighbours who gain or lose by the policy stand among the controls and τ is off by what they
 * gain (Butts 2021). τ is the whole effect on treated places, what treated neighbours do to them included.
 *
 * `imputation` (unless said) takes a and c from rows beyond all rings and averages what the others are above them, so that places
 * may adopt at different times with different effects; `two-way` is the one regression. Errors by cluster (places unless given), t
 * with G - 1 degrees of freedom (withheld where too few clusters carry an effect, cluster-rule); under imputation the error of a treated or near row is its gap less its
 * group's mean. `dealtP` needs no number of clusters: years of adoption are dealt out among the places anew, rings drawn
 * round them, and t compared; a draw that leaves a group empty counts as reaching.
 *
 * Rows with a gap are dropped. Places treated, or in a ring, from the first year on are dropped by name, but have their rings.
 *
 * @example spatialDid({ place, year, outcome, treated, lon, lat }, { rings: [50, 100] }).rings[1].effect // within 50 km
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { errorBy } from "./cluster-rule.ts";
import type { Estimate } from "./estimate.ts";
import { eventRows } from "./event-steps.ts";
import { spatialDidExample } from "./spatial-did-example.ts";
import { arrange, clustersOf, type Estimated, type Fit, fitOf, tOf } from "./spatial-did-fit.ts";
import { beyond, checkEdges, distancesOf, underTreatment } from "./spatial-did-rings.ts";
import {
  spatialDidConventions,
  spatialDidFindings,
  spatialDidMeans,
  spatialDidPitfalls,
  spatialDidTables,
  spatialDidTitle,
  spatialDidWarnings,
} from "./spatial-did-tables.ts";
import { type TreatedPanelInput, treatedPanel } from "./treated-panel.ts";

export interface Ring extends Estimate {
  /** `treated`, or the distances that bound it: `0-50`. */
  readonly ring: string;
  readonly from: number;
  readonly to: number;
  readonly p: number;
  readonly dealtP: number;
  readonly places: number;
  readonly rows: number;
}

export interface RingStep extends Estimate {
  readonly ring: string;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

export interface SpatialDidResult extends Outcome, Estimate {
  /** On treated places, with its interval and p. */
  readonly p: number;
  readonly dealtP: number;
  /** Over all rows within the rings. */
  readonly spillover: number;
  readonly spilloverLow: number;
  readonly spilloverHigh: number;
  readonly spilloverP: number;
  readonly spilloverDealtP: number;
  /** The effect on treated places had all others been taken for controls. */
  readonly plain: number;
  readonly rings: readonly Ring[];
  /** By years since the place came under treatment or into a ring; of imputation only. */
  readonly steps: readonly RingStep[];
  readonly treatedPlaces: number;
  readonly farPlaces: number;
  readonly clusters: number;
  /** How many alike would carry `effect` as they do. */
  readonly effectiveClusters: number;
}

export interface SpatialDidInput extends TreatedPanelInput {
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly cluster?: readonly string[] | undefined;
}

export interface SpatialDidOptions {
  /** Outer edges of the rings, in kilometres. */
  readonly rings?: readonly number[];
  readonly estimator?: "imputation" | "two-way";
  /** Adoptions dealt out anew; 0 leaves it out. */
  readonly draws?: number;
  readonly level?: number;
  readonly seed?: number;
}

const name = "spatial-did";
const alike = 1e-9; // relatively: two t that differ by rounding

export function spatialDid(input: SpatialDidInput, options: SpatialDidOptions = {}): SpatialDidResult {
  return estimated(input, options, random(options.seed ?? 1, `causal/${name}`));
}

function estimated(
  input: SpatialDidInput,
  { rings: edges = [50, 100], estimator = "imputation", draws = 199, level = 0.95 }: SpatialDidOptions,
  draw: Random,
): SpatialDidResult {
  aligned(name, { place: input.place, lon: input.lon, lat: input.lat, cluster: input.cluster });
  checkEdges(name, edges);
  const panel = treatedPanel(name, input);
  const km = distancesOf(name, panel, input.lon, input.lat);
  const all = eventRows(panel, []);
  const settle = (first: ArrayLike<number>) => arrange(all, panel.places, panel.years, km, first, edges);
  const own = settle(panel.first);
  const far = own.far.size;
  if (far === 0) throw nobodyFar(edges.at(-1) as number);
  const clusters = clustersOf(own.rows, input.cluster).levels;
  const fit = fitOf(estimator, own, input.cluster, level);
  const groups = [...new Set(own.group)].filter((group) => group !== beyond).sort((a, b) => a - b);
  if (!groups.includes(underTreatment)) throw nobodyTreated();
  const dealt = dealtOut(panel.first, placeOrder(panel.places, panel.rows, panel.years.length, input), draws, draw).map(
    (first) => {
      const other = settle(first);
      if (other.far.size === 0) return undefined;
      return fitOf(estimator, other, input.cluster, level);
    },
  );
  const rankOf = (of: (fit: Fit) => Estimate | undefined) => {
    const mine = tOf(of(fit));
    if (dealt.length === 0 || Number.isNaN(mine)) return Number.NaN;
    const reaching = dealt.filter((each) => {
      const t = each === undefined ? Number.NaN : tOf(of(each));
      return !(t < mine * (1 - alike));
    });
    return (1 + reaching.length) / (1 + dealt.length);
  };
  const bounds = (group: number) =>
    group === underTreatment
      ? { ring: "treated", from: 0, to: 0 }
      : { ring: `${edges[group - 2] ?? 0}-${edges[group - 1]}`, from: edges[group - 2] ?? 0, to: edges[group - 1] };
  const among = (group: number) => own.rows.place.flatMap((place, row) => (own.group[row] === group ? [place] : []));
  // adoption dealt out compares t whatever number of clusters it is of: only what is told of it is withheld
  const told = ({ support, ...estimate }: Estimated): Omit<Estimated, "support"> => {
    const standardError = errorBy(support, estimate.standardError);
    if (!Number.isNaN(standardError)) return estimate;
    return { ...estimate, standardError, low: Number.NaN, high: Number.NaN, p: Number.NaN };
  };
  const rings = groups.map((group): Ring => {
    const places = among(group);
    const estimate = told(fit.groups.get(group) as Estimated);
    return {
      ...bounds(group),
      ...estimate,
      dealtP: rankOf((each) => each.groups.get(group)),
      places: new Set(places).size,
      rows: places.length,
    };
  });
  const [main] = rings;
  const steps = [...fit.steps()];
  const [support, ...parts] = [...fit.groups.values(), ...steps.map(([, each]) => each)].map((each) => each.support);
  const spillover = fit.spillover === undefined ? undefined : told(fit.spillover);
  const result = {
    effect: main.effect,
    standardError: main.standardError,
    low: main.low,
    high: main.high,
    p: main.p,
    dealtP: main.dealtP,
    spillover: spillover?.effect ?? Number.NaN,
    spilloverLow: spillover?.low ?? Number.NaN,
    spilloverHigh: spillover?.high ?? Number.NaN,
    spilloverP: spillover?.p ?? Number.NaN,
    spilloverDealtP: rankOf((each) => each.spillover),
    plain: fitOf(
      estimator,
      arrange(all, panel.places, panel.years, km, panel.first, []),
      input.cluster,
      level,
    ).groups.get(underTreatment)?.effect as number,
    rings,
    steps: steps.map(([key, estimate]) => {
      const [group, at] = key.split(" ").map(Number);
      const { effect, standardError, low, high } = told(estimate);
      return { ...bounds(group), at, effect, standardError, low, high };
    }),
    treatedPlaces: main.places,
    farPlaces: far,
    clusters,
    effectiveClusters: support.effective,
    n: own.rows.place.length,
    dropped: own.dropped,
  };
  const empty = edges.flatMap((_, at) => (groups.includes(at + 1) ? [] : [bounds(at + 1).ring]));
  return {
    ...result,
    warnings: spatialDidWarnings(result, support, parts, empty, dealt.length, level),
    convention: { estimator, exposure: "nearest", onto: "controls", reference: draws > 0 ? "dealt" : "none" },
  };
}

/** Positions of the places from west to east, so that draws rest on where they lie and not on what they are called. */
function placeOrder(
  places: readonly string[],
  rows: Int32Array,
  years: number,
  { lon, lat }: SpatialDidInput,
): number[] {
  const rowOf = (at: number) => rows.subarray(at * years, (at + 1) * years).find((row) => row >= 0) as number;
  return [...places.keys()].sort((a, b) => lon[rowOf(a)] - lon[rowOf(b)] || lat[rowOf(a)] - lat[rowOf(b)]);
}

/** Years of adoption dealt out anew among all places. */
function dealtOut(first: Float64Array, order: readonly number[], draws: number, draw: Random): Float64Array[] {
  return Array.from({ length: draws }, () => {
    const shuffled = Uint32Array.from(order);
    draw.shuffle(shuffled);
    const dealt = first.slice();
    for (const [at, place] of order.entries()) dealt[place] = first[shuffled[at]];
    return dealt;
  });
}

function nobodyFar(edge: number): InputError {
  return new InputError({
    code: "nobody-far",
    text: {
      en: `${name}: every place comes within ${edge} km of a treated one, expected some farther off as controls`,
      zh: `${name}：所有地区都在受处理地区 ${edge} 公里之内，应有更远的地区作对照`,
    },
    hint: { en: "draw narrower rings, or bring more places", zh: "请缩小圈层，或补充更远的地区" },
    place: { path: "rings" },
  });
}

function nobodyTreated(): InputError {
  return new InputError({
    code: "no-comparison",
    text: {
      en: `${name}: no treated place has a year before it was treated or in a ring, and years after`,
      zh: `${name}：没有受处理地区在受处理（或进入圈层）之前与之后均有观测`,
    },
    hint: { en: "bring earlier years", zh: "请补充更早的年份" },
  });
}

export default defineMethod({
  id: "causal/spatial-did",
  version: 4,
  title: spatialDidTitle,
  question: {
    en: "What did a policy do where it holds, and what to the places round about?",
    zh: "政策对实施地区有何影响？又对周边地区有何溢出？",
  },
  formula: "y_it = a_i + c_t + τ D_it + Σ_r s_r R_r,it + u_it",
  where: {
    en: "D: under treatment; R_r: in ring r round the nearest place under it; a, c: effects of places and years, from rows beyond the rings",
    zh: "D：受处理；R_r：处于最近受处理地区的第 r 个圈层；a、c：地区与年份效应，由圈层之外的观测得出",
  },
  cites: [
    {
      text: "Butts, K. (2021). Difference-in-differences estimation with spatial spillovers. arXiv:2105.03737.",
      checked: "unverified",
    },
  ],
  conventions: spatialDidConventions,
  means: spatialDidMeans,
  pitfalls: spatialDidPitfalls,
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.gappy,
      treated: number.optional,
      first: number.optional,
      lon: number.one,
      lat: number.one,
      clustering: label.optional,
    }),
  },
  options: z.strictObject({
    rings: z.array(z.number().positive()).min(1).max(6).default([50, 100]),
    estimator: z.enum(["imputation", "two-way"]).default("imputation"),
    draws: z.int().min(0).max(10_000).default(199),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  relabelling: "permutes",
  example: spatialDidExample,
  worked: {
    source: {
      en: "by hand: c, d and e, far off, change by 0, 1 and 2, on average 1; a and f, treated, by 5 and 3 and b, near a, by 3; without rings they stand beside 3, 0, 1 and 2",
      zh: "手算：远处的 c、d、e 变动 0、1、2，平均 1；受处理的 a 与 f 变动 5 与 3，邻近 a 的 b 变动 3；不设圈层时对照的变动为 3、0、1、2",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "f"]),
          numbers("year", "year", [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]),
          numbers("outcome", "1", [1, 6, 2, 5, 3, 3, 0, 1, 4, 6, 2, 5]),
          numbers("treated", "1", [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
          numbers("lon", "degree", [0, 0, 0.3, 0.3, 5, 5, 6, 6, 7, 7, 20, 20]),
          numbers("lat", "degree", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        ],
      ),
    },
    options: { draws: 0 },
    // a and f lie 1 off their mean and weigh 1/2, c and e 1 off theirs and weigh -1/3: variance 2 / 4 + 2 / 9
    gives: { effect: 3, spillover: 2, plain: 2.5, standardError: Math.sqrt(13 / 18), "rings[1].effect": 2 },
  },
  run: ({ data }, options, ctx) => estimated({ ...data, cluster: data.clustering }, options, ctx.random("adoption")),
  scalars: {
    effect: { title: { en: "Effect on treated places", zh: "对受处理地区的效应" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    dealtP: { title: { en: "p, adoption dealt out anew", zh: "p 值（随机重排处理）" }, unit: "1" },
    spillover: { title: { en: "Spillover within the rings", zh: "圈层内溢出效应" }, unit: "1" },
    spilloverLow: { title: { en: "Spillover, low", zh: "溢出效应下限" }, unit: "1" },
    spilloverHigh: { title: { en: "Spillover, high", zh: "溢出效应上限" }, unit: "1" },
    spilloverP: { title: { en: "Spillover, p", zh: "溢出效应 p 值" }, unit: "1" },
    spilloverDealtP: {
      title: { en: "Spillover, p, adoption dealt out anew", zh: "溢出效应 p 值（随机重排处理）" },
      unit: "1",
    },
    plain: { title: { en: "Effect with neighbours for controls", zh: "以邻近地区为对照时的效应" }, unit: "1" },
    treatedPlaces: { title: { en: "Treated places", zh: "受处理地区数" }, unit: "1" },
    farPlaces: { title: { en: "Places beyond the rings", zh: "圈层之外地区数" }, unit: "1" },
  },
  tables: spatialDidTables,
  views: [
    { kind: "bars", table: "rings", category: "ring", value: "effect", low: "low", high: "high", order: "as-listed" },
    {
      kind: "effects",
      table: "by_ring_and_time",
      time: "event_time",
      value: "effect",
      low: "low",
      high: "high",
      series: "ring",
    },
  ],
  findings: spatialDidFindings,
});
