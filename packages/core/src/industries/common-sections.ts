import { InputError } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { LinkedSections } from "./linked-sections.ts";
import type { Classifications, Crossing, ListedIndustry } from "./section.ts";
import { middleOf, wayBetween } from "./way-between.ts";

export interface CommonSection {
  /** The letters of the classification in the middle (ISIC Rev.4, as a rule), such as `D+E`. */
  readonly id: string;
  readonly name: Text;
  /** What each system or list has in it: codes, which add up to it. */
  readonly members: Readonly<Record<string, readonly string[]>>;
}

/** A code that has no place in the common list, and why. */
export interface LostCode {
  readonly of: string;
  readonly code: string;
  readonly reason: "no-counterpart" | "no-main-target" | "total" | "part-of" | "unclassified" | "unknown";
  readonly text: Text;
}

/** A part of a section that the common list counts in another place than where it belongs. */
export interface Overlap {
  readonly crossing: Crossing;
  /** Common section that its figures are in, and the one that they would belong to; null where that is none. */
  readonly countedIn: string | null;
  readonly belongsTo: string | null;
}

/** A classification or list by its name, or a list of which a table has these codes alone. */
export type Compared = string | { readonly list: string; readonly codes: readonly string[] };

export interface CommonSections {
  readonly of: readonly string[];
  readonly sections: readonly CommonSection[];
  readonly lost: readonly LostCode[];
  readonly overlaps: readonly Overlap[];
  /** Codes of one list that hold the same section, such as AB and A: a table may have one of them. */
  readonly doubled: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

export interface CommonOptions {
  /**
   * `listed`: sections are joined along main crossings, and minor ones are told as overlaps. `joined`: along every crossing, so
   * that no part of a section is counted in the wrong place; the list gets short.
   */
  readonly minor?: "listed" | "joined";
}

/**
 * The finest list of sections that several classifications have in common: sections that share a part are joined, and what is
 * joined is added up. A classification is named by itself (`naics-2017`) or by a list of industries (`boswash/industries`),
 * whose groups, totals and parts are known. Nothing is apportioned: what has no counterpart is lost, and said to be.
 */
export function commonSections(
  compared: readonly Compared[],
  known: Classifications,
  { minor = "listed" }: CommonOptions = {},
): CommonSections {
  const lists = compared.map((each) => listOf(each, known));
  const of = lists.map(({ name }) => name);
  const used = lists.map(({ system }) => system);
  const crossings = wayBetween(used, known.crossings);
  const joining = crossings.filter(({ extent }) => minor === "joined" || extent === "main");
  const union = new LinkedSections();
  for (const { system, section, toSystem, toSection } of joining)
    union.join(node(system, section), node(toSystem, toSection));
  for (const { entries } of lists) {
    for (const { system, sections, kind } of entries) {
      const [first, ...others] = isAdded(kind) ? sections : [];
      for (const other of others) union.join(node(system, first as string), node(system, other));
    }
  }
  const rootOf = (entry: ListedIndustry) => union.root(node(entry.system, entry.sections[0] as string));
  const inEach = lists.map(({ entries }) => new Set(entries.filter(({ kind }) => isAdded(kind)).map(rootOf)));
  const common = [...(inEach[0] ?? [])].filter((root) => inEach.every((roots) => roots.has(root)));
  const middle = middleOf(used, crossings, known.crossings);
  const named = new Map(common.map((root) => [root, describe(root, middle, union, known)]));
  const sections = common
    .map((root): CommonSection => {
      const members = lists.map(({ name, entries }) => [
        name,
        entries.flatMap((entry) => (isAdded(entry.kind) && rootOf(entry) === root ? [entry.code] : [])),
      ]);
      return { ...(named.get(root) as Pick<CommonSection, "id" | "name">), members: Object.fromEntries(members) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const idOf = (system: string, section: string) => named.get(union.root(node(system, section)))?.id ?? null;
  const lost = lists.flatMap(({ name, entries }) =>
    entries.flatMap((entry) => lostCode(name, entry, isAdded(entry.kind) && named.has(rootOf(entry)), joining, of)),
  );
  const overlaps = crossings
    .filter(
      ({ extent, system }) => minor === "listed" && extent === "minor" && (used.includes(system) || system === middle),
    )
    .map((crossing): Overlap => {
      const countedIn = idOf(crossing.system, crossing.section);
      return { crossing, countedIn, belongsTo: idOf(crossing.toSystem, crossing.toSection) };
    })
    .filter(({ countedIn, belongsTo }) => countedIn !== belongsTo);
  const doubled = Object.fromEntries(lists.map(({ name, entries }) => [name, doubledIn(entries)]));
  return { of, sections, lost, overlaps, doubled };
}

function doubledIn(entries: readonly ListedIndustry[]): [string, string][] {
  const added = entries.filter(({ kind }) => isAdded(kind));
  return added.flatMap((a, at) =>
    added
      .slice(at + 1)
      .flatMap((b): [string, string][] =>
        a.sections.some((each) => b.sections.includes(each)) ? [[a.code, b.code]] : [],
      ),
  );
}

const node = (system: string, section: string): string => `${system}:${section}`;
const isAdded = (kind: ListedIndustry["kind"]): boolean => kind === "section" || kind === "group";

interface NamedList {
  readonly name: string;
  readonly system: string;
  readonly entries: readonly ListedIndustry[];
}

function listOf(compared: Compared, { sections, lists }: Classifications): NamedList {
  const name = typeof compared === "string" ? compared : compared.list;
  const listed = lists.filter(({ list }) => list === name);
  const own = sections
    .filter(({ system }) => system === name)
    .map(({ code }): ListedIndustry => ({ list: name, code, system: name, sections: [code], kind: "section" }));
  const entries = listed.length > 0 ? listed : own;
  const system = entries[0]?.system;
  if (system !== undefined) {
    const codes = typeof compared === "string" ? undefined : compared.codes;
    return { name, system, entries: entries.filter(({ code }) => codes === undefined || codes.includes(code)) };
  }
  const names = [...new Set([...sections.map((each) => each.system), ...lists.map(({ list }) => list)])].sort();
  const hint = suggestion(name, names);
  throw new InputError({
    code: "classification-unknown",
    text: {
      en: `no classification or list of industries ${name}; there are ${names.join(", ")}`,
      zh: `没有行业分类或行业表 ${name}；现有：${names.join("、")}`,
    },
    ...(hint === undefined ? {} : { hint }),
  });
}

function describe(
  root: string,
  middle: string,
  union: LinkedSections,
  { sections }: Classifications,
): Pick<CommonSection, "id" | "name"> {
  const inIt = sections.filter(({ system, code }) => system === middle && union.root(node(system, code)) === root);
  return {
    id: inIt.map(({ code }) => code).join("+"),
    name: { en: inIt.map(({ name }) => name.en).join("; "), zh: inIt.map(({ name }) => name.zh).join("；") },
  };
}

function lostCode(
  of: string,
  { code, kind, system, sections }: ListedIndustry,
  isFound: boolean,
  joining: readonly Crossing[],
  all: readonly string[],
): LostCode[] {
  if (isFound) return [];
  const others = all.filter((name) => name !== of).join(", ");
  const hasTarget = joining.some(
    (each) =>
      (each.system === system && sections.includes(each.section)) ||
      (each.toSystem === system && sections.includes(each.toSection)),
  );
  const reason = !isAdded(kind) ? (kind as "total") : hasTarget ? "no-counterpart" : "no-main-target";
  const words = {
    total: { en: "is a total", zh: "为合计" },
    "part-of": { en: "is a part of another code", zh: "是另一代码的一部分" },
    unclassified: { en: "is not classified", zh: "未分类" },
    unknown: { en: "is not known", zh: "未知" },
    "no-main-target": { en: "splits, and no target is its main one", zh: "分属多处，没有主要对应" },
    "no-counterpart": { en: `has no counterpart in ${others}`, zh: `在 ${others} 中没有对应` },
  }[reason];
  return [{ of, code, reason, text: { en: `${of} ${code} ${words.en}`, zh: `${of} ${code} ${words.zh}` } }];
}
