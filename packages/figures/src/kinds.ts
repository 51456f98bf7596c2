import type { ViewKind } from "@conurb/core/contract";
import type { Draw } from "./drawing.ts";
import { bars } from "./kinds/bars.ts";
import { bifurcation } from "./kinds/bifurcation.ts";
import { density } from "./kinds/density.ts";
import { discontinuity } from "./kinds/discontinuity.ts";
import { dots } from "./kinds/dots.ts";
import { effects } from "./kinds/effects.ts";
import { flow } from "./kinds/flow.ts";
import { heatmap } from "./kinds/heatmap.ts";
import { industrySpace } from "./kinds/industry-space.ts";
import { lorenz } from "./kinds/lorenz.ts";
import { map } from "./kinds/map.ts";
import { matrix } from "./kinds/matrix.ts";
import { phasePortrait } from "./kinds/phase-portrait.ts";
import { rankSize } from "./kinds/rank-size.ts";
import { ranking } from "./kinds/ranking.ts";
import { scatter } from "./kinds/scatter.ts";
import { specification } from "./kinds/specification.ts";
import { synthetic } from "./kinds/synthetic.ts";
import { timeline } from "./kinds/timeline.ts";
import { trend } from "./kinds/trend.ts";
import { verdict } from "./kinds/verdict.ts";

/** Every kind of view and what draws it. A kind that the contract gains and this list lacks does not compile. */
export const kinds: { readonly [K in ViewKind]: Draw<K> } = {
  map,
  ranking,
  heatmap,
  matrix,
  lorenz,
  flow,
  "rank-size": rankSize,
  bars,
  trend,
  timeline,
  dots,
  scatter,
  density,
  effects,
  discontinuity,
  synthetic,
  verdict,
  specification,
  "industry-space": industrySpace,
  "phase-portrait": phasePortrait,
  bifurcation,
};
