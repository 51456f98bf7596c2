import type { AnyMethod } from "./contract/method.ts";

/** Every method, by id, loaded when it is asked for. Adding a method adds one line here. */
export const catalogue = {
  "inequality/theil": () => import("./inequality/theil.ts"),
} as const satisfies Record<string, () => Promise<{ default: AnyMethod }>>;
