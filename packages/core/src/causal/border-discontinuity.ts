/**
 * What does a policy that ends at a border do: do places just inside differ from those just outside, stretch by stretch?
 *
 *   effect = Σ_s w_s τ_s      τ_s: jump at stretch s, w_s: its share of the places within the bandwidth
 *
 * A border is no threshold of one number: places as near to it may lie far from each other. It is cut into stretches; each τ_s is
 * the bias-corrected jump of causal/regression-discontinuity over the signed distance (inside positive) with the bandwidths of the
 * whole border, and its error the robust one. `pooled` is the jump of all together, stretches mixed. Q tests whether stretches
 * agree; placebo lines run through the middle of each side, where nothing should jump, and one that has no answer is told of.
 *
 * Distance and stretch come from the border's corners and the places' points (to the nearest point of great-circle arcs; stretches
 * of equal length), or are given as `distance` and `segment`. Stretches with too few places beside them, or with one outcome for all, are left out and named. A
 * place at the border itself is where `treated` says. Rows with a gap are dropped.
 *
 * @example borderDiscontinuity({ place, outcome, treated, distance, segment }).segments // the jump stretch by stretch
 */

import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { distinct } from "../contract/distinct.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { besideBorder } from "./border-distance.ts";
import { borderExample } from "./border-example.ts";
import type { BorderPoints } from "./border-line.ts";
import { type PlaceboLine, placeboLines } from "./border-placebos.ts";
import { borderFindings, borderWarnings } from "./border-sayings.ts";
import { acrossSegments, agreementOf, type BorderSegment, borderSegments } from "./border-segments.ts";
import { borderTables } from "./border-tables.ts";
import { borderConventions, borderMeans, borderPitfalls, borderTitle } from "./border-words.ts";
import type { Estimate } from "./estimate.ts";
import { type RegressionDiscontinuityResult, regressionDiscontinuity } from "./regression-discontinuity.ts";
import { checkVaries } from "./varying-outcome.ts";

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
  const beside = besideBorder(name, input, stretches, border);
  const { running } = beside;
  const shared = { design: "border", donut, errors, level } as const;
  const together = regressionDiscontinuity({ running, outcome }, { ...shared, bandwidth, biasBandwidth });
  const widths = { bandwidth: together.bandwidthLeft, biasBandwidth: together.biasLeft };
  const { segments, dropped } = borderSegments(name, beside, outcome, { ...shared, ...widths });
  const placebos = placeboLines(running, outcome, shared);
  const [, , robust] = together.estimates;
  const result = {
    ...acrossSegments(segments, level),
    pooled: robust.effect,
    pooledLow: robust.low,
    pooledHigh: robust.high,
    ...agreementOf(segments),
    bandwidth: widths.bandwidth,
    segments,
    placebos: placebos.lines,
    places: place.map((each, at) => ({
      place: each,
      distance: running[at],
      segment: beside.segment[at],
      outcome: outcome[at],
    })),
    together,
    n: together.n,
    dropped,
  };
  return {
    ...result,
    warnings: [...borderWarnings(result, level), ...placebos.warnings],
    convention: {
      distance: border === undefined ? "given" : "border",
      segments: segment !== undefined ? "given" : border === undefined ? "none" : "equal-length",
      weights: "places",
      errors,
    },
  };
}

export default defineMethod({
  id: "causal/border-discontinuity",
  version: 2,
  title: borderTitle,
  question: {
    en: "Do places just inside a policy's border differ from those just outside, stretch by stretch?",
    zh: "政策边界两侧紧邻地区是否有别？各段边界是否一致？",
  },
  formula: "τ = Σ_s w_s τ_s,  τ_s = lim_(d↓0) E[y|d, s] − lim_(d↑0) E[y|d, s]",
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
    source: {
      en: "by hand, without error: on stretch a the outcome is 1 outside and 3 + d inside, a jump of 2; on b it is d outside and 6 inside, a jump of 6; ten places beside each within 6 km",
      zh: "手算，无误差：a 段界外结果为 1、界内为 3 + d，跳跃 2；b 段界外为 d、界内为 6，跳跃 6；每段两侧 6 km 内共十个地区",
    },
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
