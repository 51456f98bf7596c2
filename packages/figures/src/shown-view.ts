import type { Finding, MethodResult, Table, View } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
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
  /** What the result says of what is shown, if it says that in two lines. */
  readonly finding?: string;
}

const longestHeadline = 130; // characters: two lines

/** One view of a result as a page shows it for a cluster: screen and server draw the same from it. */
export function shownView({ whole, view: asked, names, group, selected = [], language }: ViewAsked): ShownView {
  const part = partShown(whole, asked, group);
  const isPart = part !== whole;
  const view = viewOfPart(asked, whole, part);
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
  const finding = whole.findings
    .filter(fits)
    .map((each) => sentence(each, called, language))
    .find((each) => each.length <= longestHeadline);
  const table = part.tables.find(({ name }) => name === view.table);
  return { view, context, table, isPart, ...(finding === undefined ? {} : { finding }) };
}

/** The group of an address, else the first. */
export function shownGroup<G extends { readonly id: string }>(
  groups: readonly G[],
  asked: string | undefined,
): G | undefined {
  return groups.find(({ id }) => id === asked) ?? groups[0];
}
