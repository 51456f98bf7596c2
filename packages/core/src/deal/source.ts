import type { Text } from "../language/text.ts";

/** Where a rule or a share of a tax comes from, and how far that was read here; unverified: quoted from memory of it. An official's own is as written. */
export interface Source {
  readonly text: Text;
  readonly checked?: "opened" | "secondary" | "unverified";
}
