import type { Text } from "../language/text.ts";
import { isAggregate } from "./aggregate.ts";
import { codeForms, countiesOfMunicipality } from "./code-forms.ts";
import { asConfirmed, byLevelOfColumn } from "./column-level.ts";
import { type DatedPlace, inForce, type PlaceLevel } from "./dated-place.ts";
import { fullName } from "./full-name.ts";
import { type Candidate, matchName, type Wanted } from "./match-name.ts";
import { withSlips } from "./one-sign-off.ts";
import { indexPlaces, type PlaceIndex } from "./place-index.ts";

/** `code` to `confirmed` have a code; the others have none until the user confirms one. An `aggregate` is a sum over places, and none. */
export type PlaceStatus =
  | "code"
  | "short-code"
  | "equivalent"
  | "name"
  | "confirmed"
  | "proposed"
  | "ambiguous"
  | "aggregate"
  | "unknown";

export interface PlaceCandidate extends Candidate {
  /** With the place above it. */
  readonly name: Text;
}

export interface PlaceMatch {
  readonly given: string;
  /** The place above that the row says it lies in. */
  readonly within?: string;
  readonly status: PlaceStatus;
  readonly code?: string;
  readonly place?: DatedPlace;
  readonly reason: Text;
  /** What it may be: of a proposal one, of an ambiguous name all, of an unknown one the place whose name differs by a sign. */
  readonly candidates: readonly PlaceCandidate[];
  /** The code of the one candidate that is likely: the only one, or the only one of the level that the column's places are of. */
  readonly likely?: string;
  /** How many rows give it, and the first of them, counted from 0. */
  readonly rows: number;
  readonly first: number;
}

/** What a study keeps: what the column says, and the code that the user confirmed. `省|名` confirms a name within a province. */
export type ConfirmList = Readonly<Record<string, string>>;

export interface MatchOptions {
  readonly confirmed?: ConfirmList;
  /** The names of the end of this year; left out, those of today: former names are then proposals. */
  readonly year?: number;
  /** Beside each value, the year of its row, which goes before `year`: a name may have passed to another place. Not finite: none. */
  readonly years?: ArrayLike<number>;
  readonly levels?: readonly PlaceLevel[];
  /** Beside each value, the province it stands under, by code or name. One that is not exactly known is passed over. */
  readonly within?: readonly (string | null)[];
}

export interface PlaceMatching {
  /** Aligned with the values; null where nothing stands, or nothing is sure. */
  readonly codes: readonly (string | null)[];
  /** One entry for each value that occurs and what it comes to in its years, in the order of their first rows. */
  readonly matches: readonly PlaceMatch[];
  /** Values that are one place in different words, such as 110000 and 110100: named, and never added up here. */
  readonly shared: readonly { readonly code: string; readonly given: readonly string[] }[];
  /** Confirmed codes that no list knows. */
  readonly unknownConfirmed: readonly string[];
  /** Entries of the confirm list that nothing in the column needed. */
  readonly unusedConfirmed: readonly string[];
}

/**
 * Which place each value of a column is. Codes first, exact or in another spelling of the same code; then names, exact
 * but for their ending and spaces. Anything else is a proposal, and a name that several places bear is refused with
 * them: nothing is guessed.
 */
export function matchPlaces(
  values: readonly (string | null)[],
  gazetteer: readonly DatedPlace[],
  { confirmed = {}, year, years, levels, within }: MatchOptions = {},
): PlaceMatching {
  const index = indexPlaces(gazetteer);
  const above = within === undefined ? undefined : provincesOf(within, index, year);
  const asked = new Map<string, DatedMatch>();
  const keys = values.map((value, row): string | null => {
    const given = value?.trim() ?? "";
    if (given === "") return null;
    const province = above?.get(within?.[row] ?? "");
    const name = province === undefined ? given : `${province}|${given}`;
    const own = years?.[row];
    const then = own !== undefined && Number.isFinite(own) ? own : year;
    const key = `${name}|${then ?? ""}`;
    const known = asked.get(key);
    if (known !== undefined) {
      asked.set(key, { ...known, rows: known.rows + 1 });
      return key;
    }
    const inside = province === undefined ? {} : { within: province };
    const code = confirmed[name] ?? confirmed[given];
    const place = code === undefined ? undefined : bestName(index.byCode.get(code) ?? [], then);
    const judged = matchOne(given, place, index, { year: then, levels, ...inside });
    const dated = {
      ...(then === undefined ? {} : { year: then }),
      ...(place === undefined ? {} : { confirmed: place }),
    };
    asked.set(key, { ...judged, ...inside, ...dated, rows: 1, first: row });
    return key;
  });
  const judged = byLevelOfColumn([...asked.values()], index);
  const codes = new Map([...asked.keys()].map((key, at) => [key, judged[at]?.code ?? null]));
  const matches = withSlips(onceEach(judged), index, year);
  const used = new Set(matches.flatMap(({ given, within: province }) => [given, `${province}|${given}`]));
  return {
    codes: keys.map((key) => (key === null ? null : (codes.get(key) ?? null))),
    matches,
    shared: sharedCodes(matches),
    unknownConfirmed: [...new Set(Object.values(confirmed))].filter((code) => !index.byCode.has(code)),
    unusedConfirmed: Object.keys(confirmed).filter((given) => !used.has(given)),
  };
}

/** What a name comes to in one year, and what the study confirms it to be. */
export interface DatedMatch extends PlaceMatch {
  readonly year?: number;
  readonly confirmed?: DatedPlace;
}

/** The years of a name put together where it comes to the same in them. */
function onceEach(judged: readonly DatedMatch[]): PlaceMatch[] {
  const found = new Map<string, PlaceMatch>();
  for (const { year: _, confirmed: __, ...match } of judged) {
    const { within, given, status, code, candidates } = match;
    const key = JSON.stringify([within, given, status, code, candidates.map(({ place }) => place.code)]);
    const known = found.get(key);
    found.set(key, known === undefined ? match : { ...known, rows: known.rows + match.rows });
  }
  return [...found.values()];
}

type Judged = Omit<PlaceMatch, "rows" | "first" | "within">;

function matchOne(given: string, confirmed: DatedPlace | undefined, index: PlaceIndex, wanted: Wanted): Judged {
  const settled = (status: PlaceStatus, place: DatedPlace, reason: Text): Judged => ({
    given,
    status,
    code: place.code,
    place,
    reason,
    candidates: [],
  });
  const at = (code: string) => bestName(index.byCode.get(code) ?? [], wanted.year);
  if (confirmed !== undefined && !isOfOtherTime(given, confirmed, index, wanted))
    return { given, ...asConfirmed(confirmed) };
  const byCode = index.systems.flatMap((system) =>
    codeForms(given, system).flatMap((form) => {
      const place = at(form.code);
      return place?.system === system ? [{ ...form, place }] : [];
    }),
  );
  const [only] = byCode;
  if (only !== undefined && byCode.length === 1 && only.how !== "proposed") {
    const status = only.how === "exact" ? "code" : only.how === "short" ? "short-code" : "equivalent";
    return settled(status, only.place, only.reason);
  }
  const open = (status: "proposed" | "ambiguous", candidates: readonly Candidate[]): Judged => ({
    given,
    status,
    reason: openReason(given, status, candidates),
    candidates: candidates.map(({ place, reason }) => ({ place, name: fullName(place, index, wanted.year), reason })),
  });
  if (byCode.length > 0) return open(byCode.length === 1 ? "proposed" : "ambiguous", byCode);
  const counties = index.systems.includes("gb2260") ? countiesOfMunicipality(given) : undefined;
  if (counties !== undefined) return { given, status: "unknown", reason: counties, candidates: [] };
  const named = matchName(given, index, wanted);
  if (named.kind === "exact") {
    const { en, zh } = named.place.name;
    return settled("name", named.place, { en: `name of ${en}`, zh: `即${zh}` });
  }
  if (named.kind !== "unknown") return open(named.kind, named.candidates);
  if (isAggregate(given)) {
    const reason = {
      en: `${given} is a sum or mean over places, not a place`,
      zh: `“${given}”是多个地区的合计或平均，不是地区`,
    };
    return { given, status: "aggregate", reason, candidates: [] };
  }
  const reason = { en: `no place of the lists is called ${given}`, zh: `地区表中没有“${given}”` };
  return { given, status: "unknown", reason, candidates: [] };
}

/** Whether the year of the row settles the name as a place of another level: what is confirmed is said of its other years. */
function isOfOtherTime(given: string, confirmed: DatedPlace, index: PlaceIndex, wanted: Wanted): boolean {
  const { year } = wanted;
  if (year === undefined || inForce(confirmed, year)) return false;
  const named = matchName(given, index, wanted);
  return named.kind === "exact" && inForce(named.place, year) && named.place.level !== confirmed.level;
}

function openReason(given: string, status: "proposed" | "ambiguous", candidates: readonly Candidate[]): Text {
  const [en, zh] = [
    candidates.map((each) => each.reason.en).join("; "),
    candidates.map((each) => each.reason.zh).join("；"),
  ];
  return status === "proposed"
    ? { en: `${given} may be ${en}`, zh: `${given} 可能是：${zh}` }
    : { en: `${given} may be any of: ${en}`, zh: `“${given}”可指多个地区：${zh}` };
}

/** Of the names that one code has borne, the one of the year; the last where it had none then. */
function bestName(places: readonly DatedPlace[], year: number | undefined): DatedPlace | undefined {
  return places.find((place) => inForce(place, year)) ?? places[places.length - 1];
}

function provincesOf(
  within: readonly (string | null)[],
  index: PlaceIndex,
  year: number | undefined,
): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  for (const value of new Set(within)) {
    if (value === null || value.trim() === "") continue;
    const { code } = matchOne(value.trim(), undefined, index, { year, levels: ["province", "other"] });
    if (code !== undefined) above.set(value, code);
  }
  return above;
}

function sharedCodes(matches: readonly PlaceMatch[]): { code: string; given: string[] }[] {
  const given = new Map<string, string[]>();
  for (const match of matches) {
    if (match.code === undefined) continue;
    given.set(match.code, [...(given.get(match.code) ?? []), match.given]);
  }
  return [...given].flatMap(([code, words]) => (new Set(words).size > 1 ? [{ code, given: words }] : []));
}
