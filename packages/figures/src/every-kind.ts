import type { ViewKind } from "@conurb/core/contract";
import type { Draw } from "./drawing.ts";
import { kinds } from "./kinds.ts";

/** All kinds, loaded before the first figure: for whoever draws many and waits for none. */
export const everyKind = Object.fromEntries(
  await Promise.all(Object.entries(kinds).map(async ([kind, load]) => [kind, await load()] as const)),
) as unknown as { readonly [K in ViewKind]: Draw<K> };
