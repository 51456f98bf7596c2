import type { AnyMethod } from "./contract/method.ts";

/** Every method, by id, loaded when it is asked for. Adding a method adds one line here. */
export const catalogue = {
  "composite/index": () => import("./composite/index.ts"),
  "composite/normalise": () => import("./composite/normalise.ts"),
  "hierarchy/rank-size": () => import("./hierarchy/rank-size.ts"),
  "hierarchy/tiers": () => import("./hierarchy/tiers.ts"),
  "inequality/theil": () => import("./inequality/theil.ts"),
  "spatial/local-moran": () => import("./spatial/local-moran.ts"),
  "spatial/moran": () => import("./spatial/moran.ts"),
  "spatial/weights": () => import("./spatial/weights.ts"),
  "structure/krugman": () => import("./structure/krugman.ts"),
  "structure/location-quotient": () => import("./structure/location-quotient.ts"),
  "structure/similarity": () => import("./structure/similarity.ts"),
} as const satisfies Record<string, () => Promise<{ default: AnyMethod }>>;
