import { canonicalJson } from "@conurb/core/contract";

/** Tables, maps and typed arrays as plain data for JSON: gaps are null, what is undefined is left out. */
export function plain(value: unknown): unknown {
  return JSON.parse(canonicalJson(value));
}
