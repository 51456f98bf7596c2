import type { ViewKind } from "@conurb/core/contract";
import type { Draw } from "./drawing.ts";
import { bars } from "./kinds/bars.ts";
import { density } from "./kinds/density.ts";
import { dots } from "./kinds/dots.ts";
import { flow } from "./kinds/flow.ts";
import { heatmap } from "./kinds/heatmap.ts";
import { lorenz } from "./kinds/lorenz.ts";
import { map } from "./kinds/map.ts";
import { matrix } from "./kinds/matrix.ts";
import { rankSize } from "./kinds/rank-size.ts";
import { ranking } from "./kinds/ranking.ts";
import { scatter } from "./kinds/scatter.ts";
import { trend } from "./kinds/trend.ts";

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
  dots,
  scatter,
  density,
};
