import { type Finding, findColumn, type MethodResult, type Table, type View } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import { foremost } from "./foremost.ts";
import { partShown, resultContext, type ShownCluster, type StudyNames, viewOfPart } from "./part-of-result.ts";
import { shortNames } from "./place-names.ts";
import type { Names } from "./report/names.ts";
import { sentence } from "./report/sentence.ts";
import type { FigureContext } from "./scene.ts";
import { words } from "./words.ts";

/** What codes are called, in one language. */
export type CodeNames = Pick<Names, "place" | "group" | "of">;

export function codeNames({ places, groups, labels }: StudyNames, language: Language): CodeNames {
  const short = shortNames(places, language);
  const titled = (text: Text | undefined) => text?.[language];
  const place = (code: string) => short.get(code) ?? titled(labels[code]?.title) ?? code;
  const group = (id: string) => titled(groups[id]?.short ?? groups[id]?.title) ?? place(id);
  return {
    place,
    group,
    of: (code) => short.get(code) ?? titled(groups[code]?.short) ?? titled(labels[code]?.title) ?? code,
  };
}

export interface ViewAsked {
  readonly whole: MethodResult;
  readonly view: View;
  readonly names: StudyNames;
  /** The cluster that is looked at; all places unless given. */
  readonly group?: ShownCluster | undefined;
  readonly selected?: readonly string[];
  readonly language: Language;
}

export interface ShownView {
  /** As it is drawn: of a part without what is told of the whole alone. */
  readonly view: View;
  readonly context: Omit<FigureContext, "language" | "theme" | "width">;
  /** The table behind the picture, cut as the picture is. */
  readonly table: Table | undefined;
  /** Whether only the cluster's part is shown; what has no members of a cluster is shown whole. */
  readonly isPart: boolean;
  /** The place whose numbers stand beside the picture: the first that is selected, else the first member of the cluster. */
  readonly place?: string;
  /** What the result says of what is shown, if it says that in two lines; as a headline, without its full stop. */
  readonly finding?: string;
}

const longestHeadline = { en: 150, zh: 80 }; // characters: two lines

/** One view of a result as a page shows it for a cluster: screen and server draw the same from it. */
export function shownView({ whole, view: asked, names, group, selected = [], language }: ViewAsked): ShownView {
  const part = partShown(whole, asked, group);
  const isPart = part !== whole;
  const view = viewOfPart(asked, whole, part);
  const table = part.tables.find(({ name }) => name === view.table);
  const context = {
    ...resultContext(part, names),
    whole: Object.fromEntries(whole.tables.map((table) => [table.name, table])),
    ...(selected.length === 0 ? {} : { selected }),
    ...(view === asked ? {} : { note: words.partsOfWhole[language] }),
  };
  // what is said of another cluster, or of all of them, is no headline over this one
  const fits = ({ values }: Finding): boolean => {
    const of = (values.group as { group?: string } | undefined)?.group;
    return isPart ? of === group?.id : of === undefined;
  };
  const called = codeNames(names, language);
  const nameOf = (code: string) => context.labels?.[code]?.title[language] ?? called.of(code);
  const said = whole.findings.filter(fits).map((each) => sentence(each, called, language).replace(/[.。]$/, ""));
  const read = table && foremost(view, table, nameOf, language);
  const finding = [...said, ...(read === undefined ? [] : [read])].find(
    (each) => each.length <= longestHeadline[language],
  );
  const place = selected[0] ?? firstPlace(table, group);
  return {
    view,
    context,
    table,
    isPart,
    ...(place === undefined ? {} : { place }),
    ...(finding === undefined ? {} : { finding }),
  };
}

/** The first member of the cluster that the table has rows of, which is its core city as clusters are listed; else the first of all. */
function firstPlace(table: Table | undefined, group: ShownCluster | undefined): string | undefined {
  const columns = ["place", "from"].flatMap((name) => (table && findColumn(table, name)) ?? []);
  const there = new Set(columns.flatMap(({ values }) => Array.from(values, String)));
  return group === undefined ? [...there][0] : group.members.find((code) => there.has(code));
}

/** The group of an address, else the first. */
export function shownGroup<G extends { readonly id: string }>(
  groups: readonly G[],
  asked: string | undefined,
): G | undefined {
  return groups.find(({ id }) => id === asked) ?? groups[0];
}
