import { distance } from "fastest-levenshtein";
import { type DatedPlace, inForce } from "./dated-place.ts";
import { fullName } from "./full-name.ts";
import type { PlaceCandidate, PlaceMatch } from "./match-places.ts";
import { bareKey, isChinese, nameKey } from "./name-forms.ts";
import type { PlaceIndex } from "./place-index.ts";

/** A name this long may lack a sign, or have one too many; of two signs one may be another. */
const longEnough = 3;

/**
 * Asks of every unknown Chinese name whether a listed one is meant that differs by a single sign: 涿洲 for 涿州. Two names of two signs
 * often differ by one and are two places, so it is looked for only among places of the levels and provinces that the other names of the
 * column are of, and asked about if it is the only one there. Of two signs it must be one that the column lacks. The name stays unknown.
 */
export function withSlips(
  matches: readonly PlaceMatch[],
  index: PlaceIndex,
  year: number | undefined,
): readonly PlaceMatch[] {
  const open = matches.filter((match) => match.status === "unknown" && isChinese(match.given));
  if (open.length === 0) return matches;
  const named = matches.flatMap(({ place }) => place ?? []);
  const kinds = new Set(named.map(kindOf));
  const there = new Set(named.map(({ code }) => code));
  const kin = [...index.byCode.values()].flat().filter((place) => kinds.has(kindOf(place)) && inForce(place, year));
  return matches.map((match) => {
    if (!open.includes(match)) return match;
    const { given, within = "" } = match;
    const inside = kin.filter(({ code }) => code.startsWith(within.slice(0, 2)));
    const near = inside.filter(({ names }) => names.some((name) => isOneSignOff(given, name)));
    const lacking = near.filter(({ code }) => !there.has(code));
    const isShort = bareKey(given).length < longEnough;
    const [only, ...others] = isShort || lacking.length > 0 ? lacking : near;
    return only === undefined || others.length > 0 ? match : asked(match, only, fullName(only, index, year));
  });
}

/** Places of one level in one province; provinces, and places of other systems, are of one kind each. */
const kindOf = ({ system, level, code }: DatedPlace): string =>
  [system, level, system === "gb2260" && level !== "province" ? code.slice(0, 2) : ""].join(" ");

/** Whether the names end alike (in 市, in nothing) and differ by one sign before that. */
function isOneSignOff(given: string, listed: string): boolean {
  if (!isChinese(listed)) return false;
  const [one, other] = [bareKey(given), bareKey(listed)];
  const hasEnding = nameKey(given) !== one;
  if (hasEnding && nameKey(given).slice(one.length) !== nameKey(listed).slice(other.length)) return false;
  const isLong = Math.min(one.length, other.length) >= longEnough;
  return (isLong || (one.length === other.length && one.length > 1)) && distance(one, other) === 1;
}

function asked(match: PlaceMatch, place: DatedPlace, name: PlaceCandidate["name"]): PlaceMatch {
  const reason = {
    en: `${match.reason.en}; is ${name.en} (${place.code}) meant, which differs by one sign?`,
    zh: `${match.reason.zh}；是否指${name.zh}（${place.code}）？仅一字之差`,
  };
  return { ...match, reason, candidates: [{ place, name, reason }], likely: place.code };
}
