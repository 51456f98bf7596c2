import { isSharing, type Rule, type SharingRule } from "./rule.ts";
import type { Enterprise } from "./schema.ts";
import { type Settlement, settle } from "./settle.ts";
import type { TaxName } from "./taxes.ts";
import { Tell } from "./tell.ts";

/**
 * Settles an enterprise under all rules of a draft. Tax that one rule collects does not stay with the host under another that does
 * not cover the move, and what stays with the host under many stays once: with the first.
 */
export function settleDraft(rules: readonly Rule[], name: string, enterprise: Enterprise): Settlement[] {
  const sharing = rules.filter(isSharing);
  const covered = sharing.map(
    (rule) => new Set(settle(rule, name, enterprise).flatMap((each) => (each.qualified.holds ? [each.move] : []))),
  );
  return sharing.flatMap((rule, own) => {
    const isElsewhere = (tax: TaxName, move: number) =>
      sharing.some(
        (other: SharingRule, at) =>
          at !== own && other.taxes.includes(tax) && (covered[at].has(move) || (at < own && !covered[own].has(move))),
      );
    return settle(rule, name, enterprise, new Tell(), (move) => rule.taxes.filter((tax) => !isElsewhere(tax, move)));
  });
}
