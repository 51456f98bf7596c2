import type { PageNote } from "../contract/page-remarks.ts";
import type { Text } from "../language/text.ts";
import type { PlaceChange } from "../places/place-changes.ts";
import { type Coverage, checkTable, type Fault, type QualityContext } from "../quality.ts";
import type { CheckedStudy } from "./check.ts";
import { unavailable } from "./data.ts";
import type { Gazetteer, StudyPorts } from "./ports.ts";
import type { DatasetDeclaration } from "./schema.ts";

/** What the figures of a dataset look like: which there are, and what is odd about them. */
export interface DatasetQuality {
  readonly dataset: string;
  readonly file?: string;
  readonly coverage: Coverage;
  readonly faults: readonly Fault[];
  /** Notes under the page that the figures were read from. */
  readonly pageNotes: readonly PageNote[];
  /** By code of a place: the cluster or province that it belongs to. */
  readonly regions: Readonly<Record<string, Text>>;
}

/** What is known beside the gazetteer: lists of industry codes, and what became of places. */
export interface KnownCodes {
  readonly industries?: readonly ReadonlySet<string>[];
  readonly changes?: readonly PlaceChange[];
}

/**
 * Looks at the figures of every dataset of a checked study. Repeated keys and unknown codes are looked for in the file as it
 * stands: a place with a slip in its code is in no cluster, and would be left out unseen.
 */
export async function checkData(
  { plan, data, groups }: CheckedStudy,
  ports: StudyPorts,
  known: KnownCodes = {},
): Promise<readonly DatasetQuality[]> {
  if (plan === undefined || data === undefined) return [];
  const gazetteer = await data.gazetteer();
  const named = (await ports.namedPlaces?.()) ?? [];
  const names = new Map(named.map(({ code, name }) => [code, name]));
  const codes = new Set([
    ...(await ports.gazetteer()).places.keys(),
    ...names.keys(),
    ...groups.flatMap(({ members }) => members),
  ]);
  const nameOf = (code: string) => gazetteer.places.get(code)?.name ?? names.get(code);
  const clusterOf = new Map(groups.flatMap(({ members, short }) => members.map((code) => [code, short] as const)));
  const shared: QualityContext = { nameOf, eventOf: eventsIn(known.changes ?? []) };

  const found: DatasetQuality[] = [];
  for (const [dataset, declaration] of Object.entries(plan.study.datasets)) {
    // a register has checks of its own, and no grid of places and years to be filled
    if (declaration.kind === "register") continue;
    const table = await data.dataset(dataset).catch(unavailable);
    if (table === undefined) continue;
    const { faults, coverage } = checkTable(table, shared);
    const ofFile = isFile(declaration)
      ? checkTable(await ports.load(dataset, declaration), {
          nameOf,
          places: [codes],
          ...(known.industries === undefined ? {} : { industries: known.industries }),
        }).faults.filter(({ code }) => code === "duplicate-key" || code === "unknown-code")
      : [];
    const others = isFile(declaration) ? faults.filter(({ code }) => code !== "duplicate-key") : faults;
    const regions = regionsOf(coverage, clusterOf, gazetteer);
    const { file, page } = table.source ?? {};
    const pageNotes = page?.notes ?? [];
    const all = [...ofFile, ...others];
    found.push({ dataset, ...(file === undefined ? {} : { file }), coverage, faults: all, pageNotes, regions });
  }
  return found;
}

const isFile = ({ file, cube }: DatasetDeclaration): boolean => file !== undefined && cube === undefined;

/** What the dated table of codes says happened to a place, or to a part of it, between two years. */
export function eventsIn(changes: readonly PlaceChange[]): NonNullable<QualityContext["eventOf"]> {
  return (place, after, to) => {
    const prefecture = /^\d{4}00$/.test(place) && !place.endsWith("0000") ? place.slice(0, 4) : undefined;
    const isOf = (code: string) => code === place || (prefecture !== undefined && code.startsWith(prefecture));
    const found = changes.find(
      ({ year, kind, from, to: into }) =>
        year > after && year <= to && kind !== "renamed" && kind !== "recoded" && (isOf(from) || isOf(into)),
    );
    if (found === undefined) return undefined;
    const { date, kind, from, to: into } = found;
    return {
      en: `the table of codes has ${date}: ${from} ${kindWords[kind].en} ${into}`,
      zh: `区划代码表载 ${date}：${from} ${kindWords[kind].zh} ${into}`,
    };
  };
}

const kindWords: Readonly<Record<PlaceChange["kind"], Text>> = {
  merged: { en: "merged into", zh: "并入" },
  split: { en: "split into", zh: "拆分为" },
  renamed: { en: "renamed to", zh: "更名为" },
  recoded: { en: "recoded to", zh: "改码为" },
  upgraded: { en: "upgraded to", zh: "升格为" },
  moved: { en: "moved to", zh: "划归" },
  ceded: { en: "ceded a part to", zh: "划出部分至" },
};

/** Clusters where most of the places are in one, else provinces where most have one. */
function regionsOf(
  { places }: Coverage,
  clusterOf: ReadonlyMap<string, Text>,
  { places: known }: Gazetteer,
): Record<string, Text> {
  const provinceOf = (code: string): Text | undefined => {
    const { parent, parentName } = known.get(code) ?? {};
    return parent === undefined ? undefined : (parentName ?? known.get(parent)?.name);
  };
  for (const regionOf of [(code: string) => clusterOf.get(code), provinceOf]) {
    const regions = places.flatMap(({ code }) => {
      const region = regionOf(code);
      return region === undefined ? [] : [[code, region] as const];
    });
    if (regions.length > places.length / 2) return Object.fromEntries(regions);
  }
  return {};
}
