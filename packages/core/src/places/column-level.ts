import { type DatedPlace, inForce, type PlaceLevel } from "./dated-place.ts";
import { fullName } from "./full-name.ts";
import { bearersOf } from "./match-name.ts";
import type { DatedMatch } from "./match-places.ts";
import type { PlaceIndex } from "./place-index.ts";

/**
 * What the other places of a column say of a name: the candidates of their level come first, and one alone there is likely. A county
 * among prefectures that bears the name of a former one (巢湖, 莱芜) may be either, whatever its year, and is asked about.
 */
export function byLevelOfColumn(matches: readonly DatedMatch[], index: PlaceIndex): readonly DatedMatch[] {
  const formers = matches.map((match) => formerPrefecture(match, index));
  const level = levelOfMost(matches.filter((_, at) => formers[at] === undefined));
  return matches.map((match, at) => {
    const former = level === "prefecture" ? formers[at] : undefined;
    return withLikely(former === undefined ? match : lonelyCounty(match, former, index), level);
  });
}

export const asConfirmed = (
  place: DatedPlace,
): Pick<DatedMatch, "status" | "code" | "place" | "reason" | "candidates"> => ({
  status: "confirmed",
  code: place.code,
  place,
  reason: { en: "confirmed in the study", zh: "已在研究中确认" },
  candidates: [],
});

/** The level of more than half of the places that are settled. */
function levelOfMost(matches: readonly DatedMatch[]): PlaceLevel | undefined {
  const levels = new Map(matches.flatMap(({ place }) => (place === undefined ? [] : [[place.code, place.level]])));
  const isOfMost = (level: PlaceLevel) =>
    [...levels.values()].filter((each) => each === level).length * 2 > levels.size;
  return [...new Set(levels.values())].find(isOfMost);
}

function withLikely(match: DatedMatch, level: PlaceLevel | undefined): DatedMatch {
  const { candidates } = match;
  if (candidates.length === 0) return match;
  const fitting = candidates.filter(({ place }) => place.level === level);
  const others = candidates.filter((each) => !fitting.includes(each));
  const [only, ...more] = candidates.length === 1 ? candidates : fitting;
  const likely = only === undefined || more.length > 0 ? {} : { likely: only.place.code };
  return { ...match, candidates: [...fitting, ...others], ...likely };
}

/** Of a county that was found by its name: the prefecture that bore it before, or bears it since. */
function formerPrefecture({ given, status, place, year }: DatedMatch, index: PlaceIndex): DatedPlace | undefined {
  if (status !== "name" || place?.level !== "county") return undefined;
  return bearersOf(given, index).find((each) => each.level === "prefecture" && !inForce(each, year));
}

function lonelyCounty(match: DatedMatch, former: DatedPlace, index: PlaceIndex): DatedMatch {
  const { code: _, place, ...open } = match;
  const { given, year, confirmed } = match;
  if (place === undefined) return match;
  if (confirmed !== undefined) return { ...match, ...asConfirmed(confirmed) };
  const name = fullName(place, index, year);
  const reason = {
    en: `${name.en} (${place.code}), which is of a county's rank among prefectures; ${former.name.en} (${former.code}) ${inForceEn(former)}`,
    zh: `${name.zh}（${place.code}），该列多为地级，而其为县级；${former.name.zh}（${former.code}）${inForceZh(former)}`,
  };
  const told = { en: `${given} may be ${reason.en}`, zh: `${given} 可能是：${reason.zh}` };
  return { ...open, status: "proposed", reason: told, candidates: [{ place, name, reason }] };
}

const inForceEn = ({ since, until }: DatedPlace): string =>
  until === undefined ? `is in force since ${since}` : `was in force until ${until}`;
const inForceZh = ({ since, until }: DatedPlace): string =>
  until === undefined ? `自 ${since} 启用` : `启用至 ${until}`;
