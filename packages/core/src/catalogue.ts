import type { AnyMethod } from "./contract/method.ts";

/** Every method, by id, loaded when it is asked for. Adding a method adds one line here. */
export const catalogue = {
  "composite/benefit-of-doubt": () => import("./composite/benefit-of-doubt.ts"),
  "composite/coupling-coordination": () => import("./composite/coupling-coordination.ts"),
  "composite/entropy-weights": () => import("./composite/entropy-weights.ts"),
  "composite/index": () => import("./composite/index.ts"),
  "composite/normalise": () => import("./composite/normalise.ts"),
  "composite/obstacle-degree": () => import("./composite/obstacle-degree.ts"),
  "composite/rank-uncertainty": () => import("./composite/rank-uncertainty.ts"),
  "hierarchy/rank-size": () => import("./hierarchy/rank-size.ts"),
  "hierarchy/tiers": () => import("./hierarchy/tiers.ts"),
  "inequality/theil": () => import("./inequality/theil.ts"),
  "network/centrality": () => import("./network/centrality.ts"),
  "network/gravity": () => import("./network/gravity.ts"),
  "spatial/local-moran": () => import("./spatial/local-moran.ts"),
  "spatial/moran": () => import("./spatial/moran.ts"),
  "spatial/weights": () => import("./spatial/weights.ts"),
  "structure/krugman": () => import("./structure/krugman.ts"),
  "structure/location-quotient": () => import("./structure/location-quotient.ts"),
  "structure/similarity": () => import("./structure/similarity.ts"),
} as const satisfies Record<string, () => Promise<{ default: AnyMethod }>>;
