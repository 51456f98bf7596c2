import type { Text } from "@conurb/core/language";
import { parse } from "yaml";

export interface EvidenceNote {
  readonly name: string;
  readonly text: Text;
  readonly source: Text;
}

interface Written {
  readonly text: Text | string;
  readonly source: Text | string;
  readonly on?: { readonly indicator?: string | readonly string[] };
}

/** What the study has from others about these indicators: what names them, and what they name. */
export function evidenceOn(
  text: string,
  leaves: readonly { readonly id: string; readonly evidence?: unknown }[],
): readonly EvidenceNote[] {
  const evidence = (parse(text) as { evidence?: Record<string, Written> } | null)?.evidence ?? {};
  const ids = new Set(leaves.map(({ id }) => id));
  const named = new Set(leaves.flatMap((leaf) => [leaf.evidence ?? []].flat().map(String)));
  const both = (each: Text | string): Text => (typeof each === "string" ? { en: each, zh: each } : each);
  return Object.entries(evidence).flatMap(([name, note]) => {
    const isAbout = named.has(name) || [note.on?.indicator ?? []].flat().some((id) => ids.has(id));
    return isAbout ? [{ name, text: both(note.text), source: both(note.source) }] : [];
  });
}
