import { hashOf } from "../contract/canonical.ts";
import type { DatasetDeclaration } from "../study/schema.ts";
import { stepKeys } from "../study/steps-schema.ts";

/** What is done to a table after it was read: such keys may change, and the figures that were shipped still stand. */
const afterwards: ReadonlySet<string> = new Set([
  ...["absent", "where", "unusable", "corrections", "interpolate", "places", "reach", "rules"],
  ...Object.keys(stepKeys),
]);

/** A digest of how a dataset is read: figures that were shipped stand for any declaration that reads them so. */
export function readingOf(declaration: DatasetDeclaration): string {
  return hashOf(Object.fromEntries(Object.entries(declaration).filter(([key]) => !afterwards.has(key))));
}
