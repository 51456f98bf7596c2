import type { MethodInfo, View } from "@conurb/core/contract";

/** A method as the server tells it: its descriptor's own words, its options as JSON Schema, its views. */
export interface MethodEntry extends MethodInfo {
  readonly views: readonly View[];
  readonly cost: "live" | "seconds" | "long";
}
