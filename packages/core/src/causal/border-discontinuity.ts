/**
 * What does a policy that ends at a border do: do places just inside differ from those just outside, stretch by stretch?
 *
 *   effect = Σ_s w_s τ_s      τ_s: jump at stretch s, w_s: its share of the places within the bandwidth
 *
 * A border is no threshold of one number: places as near to it may lie far from each other. It is cut into stretches; each τ_s is
 * the bias-corrected jump of causal/regression-discontinuity over the signed distance (inside positive) with the bandwidths of the
 * whole border, and its error the robust one. `pooled` is the jump of all together, stretches mixed. Q tests whether stretches
 * agree; placebo lines run through the middle of each side, where nothing should jump.
 *
 * Distance and stretch come from the border's corners and the places' points (to the nearest point of great-circle arcs; stretches
 * of equal length), or are given as `distance` and `segment`. Stretches with too few places beside them are left out and named. A
 * place at the border itself is where `treated` says. Rows with a gap are dropped.
 *
 * @example borderDiscontinuity({ place, outcome, treated, distance, segment }).segments // the jump stretch by stretch
 */

import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { counted } from "../contract/counted.ts";
import { distinct } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { chiSquareUpperTail } from "../numeric/chi-square.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import { borderExample } from "./border-example.ts";
import { alongBorder, type BorderPoints } from "./border-line.ts";
import {
  borderConventions,
  borderFindings,
  borderMeans,
  borderPitfalls,
  borderTables,
  borderTitle,
  borderWarnings,
} from "./border-tables.ts";
import type { Estimate } from "./estimate.ts";
import { type RegressionDiscontinuityResult, regressionDiscontinuity } from "./regression-discontinuity.ts";
import { rowsBy } from "./rows-by.ts";
import { checkVaries } from "./varying-outcome.ts";

export interface BorderSegment extends Estimate {
  readonly segment: string;
  readonly p: number;
  /** Places within the bandwidth. */
  readonly outside: number;
  readonly inside: number;
  readonly weight: number;
}

export interface PlaceboLine extends Estimate {
  readonly side: "outside" | "inside";
  /** Signed distance at which the line runs. */
  readonly at: number;
  readonly p: number;
}

export interface BorderPlace {
  readonly place: string;
  /** Signed, inside positive. */
  readonly distance: number;
  readonly segment: string;
  readonly outcome: number;
}

export interface BorderDiscontinuityResult extends Outcome, Estimate {
  readonly p: number;
  /** The bias-corrected jump of all places together. */
  readonly pooled: number;
  readonly pooledLow: number;
  readonly pooledHigh: number;
  readonly q: number;
  readonly qP: number;
  readonly bandwidth: number;
  readonly segments: readonly BorderSegment[];
  readonly placebos: readonly PlaceboLine[];
  readonly places: readonly BorderPlace[];
  readonly together: RegressionDiscontinuityResult;
}

export interface BorderDiscontinuityInput {
  readonly place: readonly string[];
  readonly outcome: ArrayLike<number>;
  /** 1 inside the policy's territory, 0 outside. */
  readonly treated: ArrayLike<number>;
  readonly lon?: ArrayLike<number> | undefined;
  readonly lat?: ArrayLike<number> | undefined;
  /** Instead of points and border: kilometres to it, of any sign. */
  readonly distance?: ArrayLike<number> | undefined;
  readonly segment?: readonly string[] | undefined;
}

export interface BorderDiscontinuityOptions {
  readonly segments?: number;
  readonly bandwidth?: number | undefined;
  readonly biasBandwidth?: number | undefined;
  readonly donut?: number;
  readonly errors?: "nearest" | "hc1";
  readonly level?: number;
}

const name = "border-discontinuity";
const neededASide = 4; // a line and a bend, and one to spare

export function borderDiscontinuity(
  input: BorderDiscontinuityInput,
  options: BorderDiscontinuityOptions = {},
  border?: BorderPoints,
): BorderDiscontinuityResult {
  const { segments: stretches = 4, bandwidth, biasBandwidth, donut = 0, errors = "nearest", level = 0.95 } = options;
  const { place, outcome, treated, lon, lat, distance, segment } = input;
  aligned(name, { place, outcome, treated, lon, lat, distance, segment });
  checkVaries(name, outcome);
  distinct(name, place);
  const bad = place.findIndex((_, at) => treated[at] !== 0 && treated[at] !== 1);
  if (bad >= 0) throw partial(place[bad], treated[bad]);
  const located = locate(input, stretches, border);
  const running = located.km.map((km, at) => (treated[at] === 1 ? Math.abs(km) : outside(km)));
  const shared = { design: "border", donut, errors, level } as const;
  const together = regressionDiscontinuity({ running, outcome }, { ...shared, bandwidth, biasBandwidth });
  const widths = { bandwidth: together.bandwidthLeft, biasBandwidth: together.biasLeft };
  const reach = Math.min(widths.bandwidth, widths.biasBandwidth);
  const dropped: Dropped[] = [];
  const found = [...rowsBy(located.segment)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([own, rows]) => {
      const near = (side: number) =>
        new Set(
          rows.flatMap((at) =>
            treated[at] === side && Math.abs(running[at]) >= donut && Math.abs(running[at]) < reach
              ? [running[at]]
              : [],
          ),
        ).size;
      const counts = [near(0), near(1)];
      if (Math.min(...counts) < neededASide) {
        dropped.push({ input: "data", row: own, reason: tooFewBeside(counts) });
        return [];
      }
      const one = regressionDiscontinuity(
        { running: rows.map((at) => running[at]), outcome: rows.map((at) => outcome[at]) },
        { ...shared, ...widths },
      );
      const { effect, standardError, low, high, p } = one.estimates[2];
      return [{ segment: own, effect, standardError, low, high, p, outside: one.usedLeft, inside: one.usedRight }];
    });
  if (found.length === 0) throw nowhere(neededASide, reach);
  const all = found.reduce((sum, each) => sum + each.outside + each.inside, 0);
  const segments = found.map((each): BorderSegment => ({ ...each, weight: (each.outside + each.inside) / all }));
  const effect = segments.reduce((sum, each) => sum + each.weight * each.effect, 0);
  const standardError = Math.sqrt(segments.reduce((sum, each) => sum + (each.weight * each.standardError) ** 2, 0));
  const half = normalQuantile((1 - level) / 2) * standardError;
  const precision = segments.reduce((sum, each) => sum + each.standardError ** -2, 0);
  const middle = segments.reduce((sum, each) => sum + each.effect * each.standardError ** -2, 0) / precision;
  const q = segments.reduce((sum, each) => sum + ((each.effect - middle) / each.standardError) ** 2, 0);
  const isTested = segments.length > 1 && Number.isFinite(q);
  const [, , robust] = together.estimates;
  const result = {
    effect,
    standardError,
    low: effect - half,
    high: effect + half,
    p: normalTwoSided(effect / standardError),
    pooled: robust.effect,
    pooledLow: robust.low,
    pooledHigh: robust.high,
    q: isTested ? q : Number.NaN,
    qP: isTested ? chiSquareUpperTail(q, segments.length - 1) : Number.NaN,
    bandwidth: widths.bandwidth,
    segments,
    placebos: placebosOf(running, outcome, donut, shared),
    places: place.map((each, at) => ({
      place: each,
      distance: running[at],
      segment: located.segment[at],
      outcome: outcome[at],
    })),
    together,
    n: together.n,
    dropped,
  };
  return {
    ...result,
    warnings: borderWarnings(result),
    convention: {
      distance: border === undefined ? "given" : "border",
      segments: border === undefined ? (segment === undefined ? "none" : "given") : "equal-length",
      weights: "places",
      errors,
    },
  };
}

/** Just below 0 at the line itself, for there the far side begins. */
const outside = (km: number) => (km === 0 ? -Number.MIN_VALUE : -Math.abs(km));

interface Located {
  readonly km: Float64Array;
  readonly segment: readonly string[];
}

function locate(
  { place, lon, lat, distance, segment }: BorderDiscontinuityInput,
  stretches: number,
  border: BorderPoints | undefined,
): Located {
  if (border === undefined) {
    if (distance === undefined) throw nowhereToMeasure();
    return { km: Float64Array.from(distance), segment: segment ?? place.map(() => "1") };
  }
  if (lon === undefined || lat === undefined || distance !== undefined) throw nowhereToMeasure();
  const { nearest, length } = alongBorder(name, border, lon, lat);
  const digits = String(stretches).length;
  return {
    km: Float64Array.from(nearest, ({ km }) => km),
    segment:
      segment ??
      nearest.map(({ along }) =>
        String(Math.min(stretches, Math.floor((stretches * along) / length) + 1)).padStart(digits, "0"),
      ),
  };
}

const fewestForPlacebo = 24;

/** Jumps at lines through the middle of each side, among its own places. */
function placebosOf(
  running: Float64Array,
  outcome: ArrayLike<number>,
  donut: number,
  shared: { readonly errors: "nearest" | "hc1"; readonly level: number },
): PlaceboLine[] {
  return (["outside", "inside"] as const).flatMap((side): PlaceboLine[] => {
    const rows = [...running.keys()].filter(
      (at) => running[at] < 0 === (side === "outside") && Math.abs(running[at]) >= donut,
    );
    const sorted = rows.map((at) => running[at]).sort((a, b) => a - b);
    const values = new Set(sorted);
    if (values.size < fewestForPlacebo || new Set(rows.map((at) => outcome[at])).size < 2) return [];
    const at = sorted[Math.floor(sorted.length / 2)];
    const halves = [[...values].filter((each) => each < at), [...values].filter((each) => each >= at)];
    if (halves.some((each) => each.length < fewestForPlacebo / 3)) return [];
    const { estimates } = regressionDiscontinuity(
      { running: rows.map((row) => running[row]), outcome: rows.map((row) => outcome[row]) },
      { errors: shared.errors, level: shared.level, cutoff: at },
    );
    const { effect, standardError, low, high, p } = estimates[2];
    return [{ side, at, effect, standardError, low, high, p }];
  });
}

const tooFewBeside = ([out, inside]: readonly number[]) => ({
  en: `${counted(out, "place")} outside and ${inside} inside near this stretch, expected at least ${neededASide} each`,
  zh: `该段附近界外 ${out} 个、界内 ${inside} 个地区，两侧均至少应有 ${neededASide} 个`,
});

function partial(place: string, value: number): InputError {
  return new InputError({
    code: "treatment-partial",
    text: {
      en: `${name}: treated of ${place} is ${value}, expected 1 inside or 0 outside`,
      zh: `${name}：${place} 的 treated 为 ${value}，界内应为 1，界外应为 0`,
    },
  });
}

function nowhereToMeasure(): InputError {
  return new InputError({
    code: "distance-unstated",
    text: {
      en: `${name}: expected either distance, or lon and lat with the input border`,
      zh: `${name}：应给出 distance，或给出 lon、lat 并提供输入 border`,
    },
  });
}

function nowhere(needed: number, reach: number): InputError {
  return new InputError({
    code: "too-few-near",
    text: {
      en: `${name}: no stretch has ${needed} places on each side within ${reach} km`,
      zh: `${name}：没有任何一段边界在 ${reach} 公里之内两侧各有 ${needed} 个地区`,
    },
    hint: { en: "give a larger bandwidth or fewer segments", zh: "请给出更大的 bandwidth，或减少 segments" },
  });
}

export default defineMethod({
  id: "causal/border-discontinuity",
  version: 1,
  title: borderTitle,
  question: {
    en: "Do places just inside a policy's border differ from those just outside, stretch by stretch?",
    zh: "政策边界两侧紧邻地区是否有别？各段边界是否一致？",
  },
  formula: "τ = Σ_s w_s τ_s,  τ_s = lim_{d↓0} E[y|d, s] − lim_{d↑0} E[y|d, s]",
  where: {
    en: "d: distance to the border, positive inside; s: stretch of it; w_s: share of the places within the bandwidth",
    zh: "d：到边界的距离，界内为正；s：边界分段；w_s：带宽内地区数所占份额",
  },
  cites: [
    {
      text: "Keele, L. J. and Titiunik, R. (2015). Geographic boundaries as regression discontinuities. Political Analysis 23(1), 127-155.",
      checked: "unverified",
    },
    {
      text: "Calonico, S., Cattaneo, M. D. and Titiunik, R. (2014). Robust nonparametric confidence intervals for regression-discontinuity designs. Econometrica 82(6), 2295-2326.",
      checked: "secondary",
    },
  ],
  conventions: borderConventions,
  means: borderMeans,
  pitfalls: borderPitfalls,
  inputs: {
    data: table({
      place: label.one,
      outcome: number.one,
      treated: number.one,
      lon: number.optional,
      lat: number.optional,
      distance: number.optional,
      segment: label.optional,
    }),
    border: optional(table({ point: label.one, position: number.one, lon: number.one, lat: number.one })),
  },
  options: z.strictObject({
    segments: z.int().min(1).max(99).default(4),
    bandwidth: z.number().positive().optional(),
    biasBandwidth: z.number().positive().optional(),
    donut: z.number().nonnegative().default(0),
    errors: z.enum(["nearest", "hc1"]).default("nearest"),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  cost: "live",
  relabelling: "permutes",
  example: borderExample,
  worked: {
    source:
      "by hand, without error: on stretch a the outcome is 1 outside and 3 + d inside, a jump of 2; on b it is d outside and 6 inside, a jump of 6; ten places beside each within 6 km",
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels(
            "place",
            Array.from({ length: 20 }, (_, at) => `p${String(at).padStart(2, "0")}`),
          ),
          numbers("outcome", "1", [1, 1, 1, 1, 1, 4, 5, 6, 7, 8, -5, -4, -3, -2, -1, 6, 6, 6, 6, 6]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]),
          numbers("distance", "km", [5, 4, 3, 2, 1, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 1, 2, 3, 4, 5]),
          labels("segment", [..."aaaaaaaaaabbbbbbbbbb"]),
        ],
      ),
    },
    options: { bandwidth: 6 },
    gives: { effect: 4, "segments[0].effect": 2, "segments[1].effect": 6 },
  },
  run: ({ data, border }, options) => borderDiscontinuity(data, options, border),
  scalars: {
    effect: { title: { en: "Jump at the border", zh: "边界处跳跃" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    pooled: { title: { en: "Jump, stretches mixed", zh: "跳跃（不分段）" }, unit: "1" },
    pooledLow: { title: { en: "The same, low", zh: "同上，下限" }, unit: "1" },
    pooledHigh: { title: { en: "The same, high", zh: "同上，上限" }, unit: "1" },
    qP: { title: { en: "p of stretches agreeing", zh: "各段一致的 p 值" }, unit: "1" },
    bandwidth: { title: { en: "Bandwidth", zh: "带宽" }, unit: "1" },
  },
  tables: borderTables,
  views: [
    {
      kind: "bars",
      table: "segments",
      category: "segment",
      value: "effect",
      low: "low",
      high: "high",
      order: "as-listed",
    },
    {
      kind: "discontinuity",
      table: "bins",
      x: "running",
      y: "outcome",
      side: "side",
      fitted: "fitted",
      away: "away",
      limit: "limit",
    },
  ],
  findings: borderFindings,
});
