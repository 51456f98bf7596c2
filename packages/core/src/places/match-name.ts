import { distance } from "fastest-levenshtein";
import type { Text } from "../language/text.ts";
import { type DatedPlace, inForce, type PlaceLevel } from "./dated-place.ts";
import { fullName } from "./full-name.ts";
import { bareKey, fitsEnglishEnding, isChinese, nameKey, nearForms } from "./name-forms.ts";
import type { PlaceIndex } from "./place-index.ts";
import { inSimplified } from "./traditional-signs.ts";

export interface Wanted {
  /** Names of the end of this year; left out, those of today. */
  readonly year?: number | undefined;
  readonly levels?: readonly PlaceLevel[] | undefined;
  /** The province that the place lies in, or the code of the place above. */
  readonly within?: string | undefined;
}

export interface Candidate {
  readonly place: DatedPlace;
  readonly reason: Text;
}

/** One place, exactly; or what it might be, to be confirmed; or several, which nobody may choose between. */
export type NameMatch =
  | { readonly kind: "exact"; readonly place: DatedPlace }
  | { readonly kind: "proposed" | "ambiguous"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "unknown" };

export function matchName(text: string, index: PlaceIndex, wanted: Wanted): NameMatch {
  const here = bearersOf(text, index).filter((place) => isWanted(place, wanted));
  const today = here.filter((place) => inForce(place));
  const then = wanted.year === undefined ? today : here.filter((place) => inForce(place, wanted.year));
  // a panel in the names of today, which a place may have taken since
  const current = surrounding((then.length > 0 ? then : today).map((place) => lastOfLine(place, here)));
  const [only] = current;
  const isRival = (place: DatedPlace) => !inForce(lastOfLine(place, here)) && !isBelow(place, only);
  const ended = wanted.year === undefined && current.length === 1 ? here.filter(isRival) : [];
  const meant = surrounding([...current, ...ended]);
  if (meant.length === 1) return { kind: "exact", place: meant[0] as DatedPlace };
  if (meant.length > 1) {
    return { kind: "ambiguous", candidates: meant.map((place) => sameName(place, index, wanted.year)) };
  }
  const former = here.map((place) => formerly(place, index, wanted.year));
  return settle(former.length > 0 ? former : nearby(text, index, wanted));
}

/** Every place that has ever borne the name: by what is written, its ending too where it has one. */
export function bearersOf(text: string, index: PlaceIndex): readonly DatedPlace[] {
  const bare = bareKey(text);
  if (bare === nameKey(text)) return index.byBareName.get(bare) ?? [];
  const listed = index.byName.get(nameKey(text)) ?? [];
  if (isChinese(text) || listed.length > 0) return listed;
  return (index.byBareName.get(bare) ?? []).filter((place) => fitsEnglishEnding(text, place));
}

/**
 * A place that went on under another code and the same name, as 昭通地区 did as 昭通市: the code of today. One whose name passed to a
 * place of another level (巢湖, 莱芜) ended with it. Beside the city of its name, a 地区 would be written in full.
 */
function lastOfLine(place: DatedPlace, bearers: readonly DatedPlace[]): DatedPlace {
  if (place.until === undefined) return place;
  const next = bearers.find(
    ({ level, since, until, parent }) =>
      level === place.level &&
      (since === place.until || (level === "prefecture" && until === undefined && parent === place.parent)),
  );
  return next === undefined ? place : lastOfLine(next, bearers);
}

/** A former county gives way to the prefecture of its name: in pinyin many have one, as 南昌 has the 南长 of Wuxi. */
const isBelow = ({ level }: DatedPlace, other: DatedPlace | undefined): boolean =>
  level === "county" && other?.level !== "county";

/** A county that surrounds the city of its name (长沙县 in 长沙市) would be written in full: the bare name is the city. */
function surrounding(places: readonly DatedPlace[]): DatedPlace[] {
  const unique = [...new Map(places.map((place) => [place.code, place])).values()];
  return unique.filter(({ parent, level }) => level !== "county" || !unique.some(({ code }) => code === parent));
}

function isWanted(place: DatedPlace, { levels, within }: Wanted): boolean {
  if (levels !== undefined && !levels.includes(place.level)) return false;
  if (within === undefined || place.code === within || place.parent === within) return true;
  return place.system === "gb2260" && within.endsWith("0000") && place.code.startsWith(within.slice(0, 2));
}

function settle(candidates: readonly Candidate[]): NameMatch {
  const unique = [...new Map(candidates.map((each) => [each.place.code, each])).values()];
  if (unique.length === 0) return { kind: "unknown" };
  return { kind: unique.length === 1 ? "proposed" : "ambiguous", candidates: unique };
}

function sameName(place: DatedPlace, index: PlaceIndex, year: number | undefined): Candidate {
  const { code } = place;
  const name = fullName(place, index, year);
  const { en, zh } = place.until === undefined || inForce(place, year) ? { en: "", zh: "" } : ending(place.until);
  return { place, reason: { en: `${name.en} (${code}${en})`, zh: `${name.zh}（${code}${zh}）` } };
}

const ending = (date: string): Text => ({ en: `, until ${date}`, zh: `，至 ${date}` });

function formerly(place: DatedPlace, index: PlaceIndex, year: number | undefined): Candidate {
  const now = (index.byCode.get(place.code) ?? []).find((each) => inForce(each, year));
  const [until, since] = [place.until, place.since];
  const when =
    until === undefined ? { en: `since ${since}`, zh: `${since} 起` } : { en: `until ${until}`, zh: `至 ${until}` };
  const reason =
    now === undefined
      ? { en: `${place.code} was in force ${when.en}`, zh: `代码 ${place.code} 的启用时间为${when.zh}` }
      : {
          en: `name of ${now.name.en} (${now.code}) ${when.en}`,
          zh: `${now.name.zh}（${now.code}）的名称（${when.zh}）`,
        };
  return { place: now ?? place, reason };
}

/** Not the name itself, and therefore to be confirmed: another ending, the province before it, traditional signs, a slip in an English name. */
function nearby(text: string, index: PlaceIndex, wanted: Wanted): readonly Candidate[] {
  const of = (key: string) =>
    (index.byBareName.get(key) ?? []).filter((place) => isWanted(place, wanted) && inForce(place, wanted.year));
  const otherEnding = surrounding(nearForms(text).flatMap(of)).map((place) => ({
    place,
    reason: {
      en: `${place.name.en} (${place.code}) by the name without its ending`,
      zh: `去掉后缀后与${place.name.zh}（${place.code}）同名`,
    },
  }));
  if (otherEnding.length > 0) return otherEnding;
  const below = afterProvince(text, index, wanted);
  if (below.length > 0) return below;
  const older = inOlderSigns(text, index, wanted);
  return older.length > 0 ? older : misspelt(text, index, wanted);
}

/** 邢臺市, 秦皇島: a listed name in traditional signs, or what may be one once it is simplified. */
function inOlderSigns(text: string, index: PlaceIndex, wanted: Wanted): readonly Candidate[] {
  const plain = inSimplified(text);
  if (plain === text) return [];
  const found = matchName(plain, index, wanted);
  if (found.kind === "unknown") return [];
  if (found.kind !== "exact") return found.candidates;
  const { name, code } = found.place;
  return [
    {
      place: found.place,
      reason: {
        en: `${name.en} (${code}), written in traditional characters`,
        zh: `${name.zh}（${code}）的繁体写法`,
      },
    },
  ];
}

/** 河北省保定市, 河北保定 and `Hebei Baoding`: the province is written before the name. */
function afterProvince(text: string, index: PlaceIndex, wanted: Wanted): Candidate[] {
  const key = nameKey(text);
  for (const [prefix, province] of index.provinces) {
    if (!key.startsWith(prefix) || key.length === prefix.length) continue;
    const rest = key.slice(prefix.length);
    const found = surrounding(
      [...(index.byName.get(rest) ?? []), ...(index.byBareName.get(rest) ?? [])].filter(
        (place) =>
          place.level !== "province" &&
          isWanted(place, { ...wanted, within: province.code }) &&
          inForce(place, wanted.year),
      ),
    );
    if (found.length === 0) continue;
    return found.map((place) => ({
      place,
      reason: {
        en: `${place.name.en} (${place.code}) in ${province.name.en}`,
        zh: `${province.name.zh}的${place.name.zh}（${place.code}）`,
      },
    }));
  }
  return [];
}

/** A name this long may hold one slip; two names of two signs differ by one and are two places. */
const shortestMisspelt = 5;

function misspelt(text: string, index: PlaceIndex, wanted: Wanted): Candidate[] {
  const key = bareKey(text);
  if (isChinese(key) || key.length < shortestMisspelt) return [];
  return [...index.byBareName]
    .filter(([name]) => !isChinese(name) && Math.abs(name.length - key.length) <= 1 && distance(name, key) === 1)
    .flatMap(([, places]) => places)
    .filter((place) => isWanted(place, wanted) && inForce(place, wanted.year))
    .map((place) => ({
      place,
      reason: {
        en: `${place.name.en} (${place.code}) differs by one letter`,
        zh: `与 ${place.name.en}（${place.code}）相差一个字母`,
      },
    }));
}
