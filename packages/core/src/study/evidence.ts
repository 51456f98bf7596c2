import type { Problem } from "../contract/errors.ts";
import { type MessageCode, message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { type StudyData, unavailable } from "./data.ts";
import { leavesOf } from "./indicators.ts";
import { type Locate, shown } from "./locate.ts";
import { codesOf } from "./places.ts";
import type { Gazetteer } from "./ports.ts";
import type { Study } from "./schema.ts";
import { isUnread, type Unread } from "./sound-part.ts";

/** What is known of something from elsewhere, and by whom. */
export interface Evidence {
  readonly name: string;
  readonly text: Text;
  readonly source: Text;
}

/** The notes of a study by what they are attached to: ids of indicators, codes of places, names of analyses. */
export interface EvidenceByTarget {
  readonly indicator: ReadonlyMap<string, readonly Evidence[]>;
  readonly place: ReadonlyMap<string, readonly Evidence[]>;
  readonly analysis: ReadonlyMap<string, readonly Evidence[]>;
}

const targets = ["indicator", "place", "analysis"] as const;

/** Evidence says what it is about under `on:`, or an indicator says what evidence it has: both mean the same. */
export function evidenceOf({ evidence, indicators }: Study): EvidenceByTarget {
  const found = { indicator: new Map(), place: new Map(), analysis: new Map() } satisfies {
    [target in keyof EvidenceByTarget]: Map<string, Evidence[]>;
  };
  const attach = (to: Map<string, Evidence[]>, key: string, name: string) => {
    const note = Object.hasOwn(evidence, name) ? evidence[name] : undefined;
    const own = to.get(key) ?? [];
    if (note !== undefined && !own.some((each) => each.name === name))
      to.set(key, [...own, { name, text: note.text, source: note.source }]);
  };
  for (const { aspects } of Object.values(indicators)) {
    for (const { id, leaf } of leavesOf(aspects))
      for (const name of leaf.evidence ?? []) attach(found.indicator, id, name);
  }
  for (const [name, { on = {} }] of Object.entries(evidence)) {
    for (const target of targets) for (const key of on[target] ?? []) attach(found[target], key, name);
  }
  return found;
}

/** Evidence about indicators, places and analyses that the study does not have, and evidence that is named and not there. */
export async function evidenceProblems(
  study: Study,
  gazetteer: Gazetteer,
  data: StudyData,
  unread: Unread,
  locate: Locate,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const refuse = (path: readonly PropertyKey[], code: MessageCode, name: string, names: readonly string[]) => {
    const hint = suggestion(name, names);
    const text = message(code, { at: shown(path), name });
    problems.push({ code, text, place: locate(path), ...(hint === undefined ? {} : { hint }) });
  };
  const leaves = Object.entries(study.indicators).flatMap(([set, { aspects }]) =>
    leavesOf(aspects).map((each) => ({ ...each, path: ["indicators", set, ...each.path] })),
  );
  const notes = Object.keys(study.evidence);
  for (const { leaf, path } of leaves) {
    for (const name of leaf.evidence ?? []) {
      if (!notes.includes(name) && !unread.has("evidence"))
        refuse([...path, "evidence"], "evidence-unknown", name, notes);
    }
  }
  const known: Record<(typeof targets)[number], readonly string[] | undefined> = {
    indicator: hasUnread(unread, "indicators") ? undefined : leaves.map(({ id }) => id),
    place: await knownPlaces(study, gazetteer, data, unread),
    analysis: unread.has("analyses") ? undefined : Object.keys(study.analyses),
  };
  for (const [name, { on = {} }] of Object.entries(study.evidence)) {
    if (isUnread(unread, "evidence", name)) continue;
    for (const target of targets) {
      for (const key of on[target] ?? []) {
        const names = known[target];
        if (names === undefined || names.includes(key)) continue;
        refuse(["evidence", name, "on", target], `evidence-no-${target}`, key, names);
      }
    }
  }
  return problems;
}

const hasUnread = (unread: Unread, section: string): boolean =>
  [...unread].some((path) => path === section || path.startsWith(`${section}.`));

/** Codes that the gazetteer or a dataset knows; nothing where a dataset that may know more could not be read. */
async function knownPlaces(
  study: Study,
  gazetteer: Gazetteer,
  data: StudyData,
  unread: Unread,
): Promise<readonly string[] | undefined> {
  const codes = new Set<string>(gazetteer.places.keys());
  for (const [name, { absent }] of Object.entries(study.datasets)) {
    const table = isUnread(unread, "datasets", name) ? undefined : await data.dataset(name).catch(unavailable);
    if (table === undefined && absent === undefined) return undefined;
    if (table === undefined) continue;
    for (const role of ["place", "from", "to"]) for (const code of codesOf(table, role) ?? []) codes.add(code ?? "");
  }
  return [...codes];
}
