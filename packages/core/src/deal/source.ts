import type { Text } from "../language/text.ts";

/** Where a rule or a share of a tax comes from, and how far that was read here; an official's own is as it was written. */
export interface Source {
  readonly text: Text;
  readonly checked?: "opened" | "secondary";
}
