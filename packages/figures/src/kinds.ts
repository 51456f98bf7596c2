import type { ViewKind } from "@conurb/core/contract";
import type { Draw } from "./drawing.ts";

/**
 * Every kind of view and what draws it, loaded when it is first asked for: a page is sent the few kinds that it shows. A kind
 * that the contract gains and this list lacks does not compile.
 */
export const kinds: { readonly [K in ViewKind]: () => Promise<Draw<K>> } = {
  map: async () => (await import("./kinds/map.ts")).map,
  ranking: async () => (await import("./kinds/ranking.ts")).ranking,
  heatmap: async () => (await import("./kinds/heatmap.ts")).heatmap,
  matrix: async () => (await import("./kinds/matrix.ts")).matrix,
  lorenz: async () => (await import("./kinds/lorenz.ts")).lorenz,
  flow: async () => (await import("./kinds/flow.ts")).flow,
  "rank-size": async () => (await import("./kinds/rank-size.ts")).rankSize,
  bars: async () => (await import("./kinds/bars.ts")).bars,
  trend: async () => (await import("./kinds/trend.ts")).trend,
  timeline: async () => (await import("./kinds/timeline.ts")).timeline,
  dots: async () => (await import("./kinds/dots.ts")).dots,
  scatter: async () => (await import("./kinds/scatter.ts")).scatter,
  density: async () => (await import("./kinds/density.ts")).density,
  effects: async () => (await import("./kinds/effects.ts")).effects,
  discontinuity: async () => (await import("./kinds/discontinuity.ts")).discontinuity,
  synthetic: async () => (await import("./kinds/synthetic.ts")).synthetic,
  verdict: async () => (await import("./kinds/verdict.ts")).verdict,
  specification: async () => (await import("./kinds/specification.ts")).specification,
  "industry-space": async () => (await import("./kinds/industry-space.ts")).industrySpace,
  "phase-portrait": async () => (await import("./kinds/phase-portrait.ts")).phasePortrait,
  bifurcation: async () => (await import("./kinds/bifurcation.ts")).bifurcation,
};
