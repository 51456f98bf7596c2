import type { MethodInfo, ScalarInfo, View } from "@conurb/core/contract";

/** A method as the server tells it: its descriptor's own words, its options as JSON Schema, its views, its headline numbers. */
export interface MethodEntry extends MethodInfo {
  readonly views: readonly View[];
  /** Its headline numbers by name: what each is, and in which unit. */
  readonly scalars: Readonly<Record<string, ScalarInfo>>;
  readonly cost: "live" | "seconds" | "long";
}
