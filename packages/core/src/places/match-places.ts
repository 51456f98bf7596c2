import type { Text } from "../language/text.ts";
import { isAggregate } from "./aggregate.ts";
import { codeForms, countiesOfMunicipality } from "./code-forms.ts";
import { type DatedPlace, inForce, type PlaceLevel } from "./dated-place.ts";
import { fullName } from "./full-name.ts";
import { type Candidate, matchName } from "./match-name.ts";
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
  readonly levels?: readonly PlaceLevel[];
  /** Beside each value, the province it stands under, by code or name. One that is not exactly known is passed over. */
  readonly within?: readonly (string | null)[];
}

export interface PlaceMatching {
  /** Aligned with the values; null where nothing stands, or nothing is sure. */
  readonly codes: readonly (string | null)[];
  /** One entry for each value that occurs, in the order of their first rows. */
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
  { confirmed = {}, year, levels, within }: MatchOptions = {},
): PlaceMatching {
  const index = indexPlaces(gazetteer);
  const above = within === undefined ? undefined : provincesOf(within, index, year);
  const found = new Map<string, PlaceMatch>();
  const keys = values.map((value, row): string | null => {
    const given = value?.trim() ?? "";
    if (given === "") return null;
    const province = above?.get(within?.[row] ?? "");
    const key = province === undefined ? given : `${province}|${given}`;
    const known = found.get(key);
    if (known !== undefined) {
      found.set(key, { ...known, rows: known.rows + 1 });
      return key;
    }
    const place = confirmed[key] === undefined ? given : key;
    const wanted = { year, levels, ...(province === undefined ? {} : { within: province }) };
    const match = { ...matchOne(given, confirmed[place], index, wanted), rows: 1, first: row };
    found.set(key, province === undefined ? match : { ...match, within: province });
    return key;
  });
  const matches = withSlips([...found.values()], index, year);
  const used = new Set(matches.flatMap(({ given, within: province }) => [given, `${province}|${given}`]));
  return {
    codes: keys.map((key) => (key === null ? null : (found.get(key)?.code ?? null))),
    matches,
    shared: sharedCodes(matches),
    unknownConfirmed: [...new Set(Object.values(confirmed))].filter((code) => !index.byCode.has(code)),
    unusedConfirmed: Object.keys(confirmed).filter((given) => !used.has(given)),
  };
}

type Judged = Omit<PlaceMatch, "rows" | "first" | "within">;

function matchOne(
  given: string,
  confirmedCode: string | undefined,
  index: PlaceIndex,
  wanted: Parameters<typeof matchName>[2],
): Judged {
  const settled = (status: PlaceStatus, place: DatedPlace, reason: Text): Judged => ({
    given,
    status,
    code: place.code,
    place,
    reason,
    candidates: [],
  });
  const at = (code: string) => bestName(index.byCode.get(code) ?? [], wanted.year);
  const chosen = confirmedCode === undefined ? undefined : at(confirmedCode);
  if (chosen !== undefined) return settled("confirmed", chosen, { en: "confirmed in the study", zh: "已在研究中确认" });
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
