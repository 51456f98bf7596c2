import { findColumn, type Table } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import { type Evidence, type EvidenceByTarget, evidenceOf, type Study } from "@conurb/core/study";
import type { FigureContext, PlaceFlag } from "../scene.ts";
import type { Exhibit } from "./exhibits.ts";
import type { Names } from "./names.ts";
import type { Say } from "./words.ts";

type Flags = NonNullable<FigureContext["flags"]>;

const placeColumns = ["place", "from", "to", "other", "peer"];
const indicatorColumns = ["indicator", "node", "aspect"];

/** The notes that belong under an exhibit: on its analysis, on the indicators and the places in its rows. `told` is said once. */
export function evidenceUnder(
  exhibit: Exhibit,
  study: Study,
  told: Set<string>,
  names: Names,
  language: Language,
  say: Say,
): string[] {
  if (exhibit.kind === "absent") return [];
  const of = evidenceOf(study);
  const analysis = exhibit.name.split(".")[0] as string;
  const tellsPlaces = exhibit.kind === "table" || hasRows(exhibit.drawing.view.kind);
  const found = [
    ...(of.analysis.get(analysis) ?? []).map((note) => ({ note, about: "" })),
    ...inColumns(shownTable(exhibit), indicatorColumns, of.indicator, names.of),
    ...(tellsPlaces ? inColumns(shownTable(exhibit), placeColumns, of.place, names.place) : []),
  ];
  return found.flatMap(({ note, about }) => {
    if (told.has(note.name)) return [];
    told.add(note.name);
    return [say("evidence", { about: about === "" ? "" : about + say("colon"), ...written(note, language) })];
  });
}

/** Places of which something is known from elsewhere: marked on their row, and told below the figure. */
export function withEvidence(flags: Flags, table: Table, study: Study, kind: string): Flags {
  if (!hasMarks(kind)) return flags;
  const { place } = evidenceOf(study);
  const shown = new Set(codesIn(table, placeColumns));
  const marked = [...place].flatMap(([code, notes]) => {
    if (!shown.has(code)) return [];
    const said = notes.map((note) => both((language) => plain(note, language)));
    const evidence = both((language) => said.map((text) => text[language]).join(language === "zh" ? "" : " "));
    return [[code, { ...(flags[code] ?? { kind: "evidence" as const }), evidence } satisfies PlaceFlag] as const];
  });
  return { ...flags, ...Object.fromEntries(marked) };
}

/** Names in which places of which something is known carry a dagger, for the rows of tables. */
export function daggered(names: Names, study: Study): Names {
  const { place } = evidenceOf(study);
  if (place.size === 0) return names;
  return { ...names, of: (code) => (place.has(code) ? `${names.of(code)} †` : names.of(code)) };
}

/** Kinds that mark a place on its row or tile, and those with a row or line a place; the others name a few at most. */
const hasMarks = (kind: string): boolean => ["ranking", "map", "heatmap"].includes(kind);
const hasRows = (kind: string): boolean => ["bars", "trend"].includes(kind);

function shownTable(exhibit: Exclude<Exhibit, { kind: "absent" }>): Table | undefined {
  if (exhibit.kind === "table") return exhibit.table;
  const { view, context } = exhibit.drawing;
  return context.tables[view.table];
}

function codesIn(table: Table | undefined, columns: readonly string[]): string[] {
  return columns.flatMap((name) => {
    const column = table && findColumn(table, name);
    return column?.kind === "label" ? column.values.filter((code) => code !== null) : [];
  });
}

function inColumns(
  table: Table | undefined,
  columns: readonly string[],
  of: EvidenceByTarget["place"],
  name: (code: string) => string,
): { note: Evidence; about: string }[] {
  const codes = new Set(of.size === 0 ? [] : codesIn(table, columns));
  return [...of].flatMap(([code, notes]) =>
    codes.has(code) ? notes.map((note) => ({ note, about: name(code) })) : [],
  );
}

const both = (say: (language: Language) => string): Text => ({ en: say("en"), zh: say("zh") });

const written = ({ text, source }: Evidence, language: Language) => ({
  text: text[language],
  source: source[language],
});

const plain = (note: Evidence, language: Language): string => {
  const { text, source } = written(note, language);
  return language === "zh" ? `${text}（${source}）。` : `${text} (${source}).`;
};
