import { assumedUnder, drawnUnder, usesOf } from "./quantities.ts";
import type { Deal } from "./schema.ts";

/**
 * What a bet's index is drawn from alone is drawn anew each year, since water is measured each year. What anything else of the deal
 * rests on too is one quantity, drawn once for all years, and the index moves with it.
 */
export function yearlyDrawn(deal: Deal): Set<string> {
  const isIndex = (path: readonly (string | number)[]) => path[0] === "rules" && path.at(-1) === "index";
  const uses = usesOf(deal);
  const elsewhere = new Set(
    uses.flatMap(({ path, written }) => (isIndex(path) ? [] : [...assumedUnder(deal, written)])),
  );
  const drawn = uses.flatMap(({ path, written }) => (isIndex(path) ? drawnUnder(deal, written) : []));
  return new Set(drawn.filter((name) => !elsewhere.has(name)));
}
