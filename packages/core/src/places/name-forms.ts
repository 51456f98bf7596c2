import type { DatedPlace } from "./dated-place.ts";

const chineseEnding =
  /(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|自治旗|林区|地区|省|市|盟|区|县|旗|都|府|県)$/u;
const englishEnding =
  /[ ,]+(special administrative region|sar|autonomous (?:region|prefecture)|municipality|province|prefecture|league|city|county|district)$/i;
const qualifier = /[(（][^()（）]*[)）]$/u;
const ethnic = /^(.{2,}?)(?:[^族\P{Script=Han}]{1,5}族)+$/u;

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A name as it is compared: Chinese without spaces; English by letters and digits alone, whatever case and accents. */
export function nameKey(text: string): string {
  const plain = text.normalize("NFKC").trim();
  if (isChinese(plain)) return plain.replace(/\s+/gu, "");
  return plain
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The same without its ending (市, 地区, City) or what stands in brackets. An ending that leaves one sign stays: 沙市. */
export function bareKey(text: string): string {
  const plain = text.normalize("NFKC").trim().replace(qualifier, "").trimEnd();
  if (!isChinese(plain)) return nameKey(plain.replace(englishEnding, ""));
  const key = nameKey(plain);
  const bare = key.replace(chineseEnding, "");
  return [...bare].length < 2 ? key : bare;
}

/** What the ending of an English name says of the place: a Chinese list does not write it. */
export function fitsEnglishEnding(text: string, { level, name }: DatedPlace): boolean {
  const ending = englishEnding.exec(text.normalize("NFKC").trim())?.[1]?.toLowerCase();
  if (ending === undefined || level === "other") return true;
  if (/^(province|autonomous region|special administrative region|sar)$/.test(ending)) return level === "province";
  if (ending === "municipality") return /市$/u.test(name.zh);
  if (ending === "city") return /市$/u.test(name.zh);
  if (ending === "league") return /盟$/u.test(name.zh);
  if (/prefecture$/.test(ending)) return level === "prefecture" && !/市$/u.test(name.zh);
  return level === "county" && (ending === "district" ? /区$/u : /[县旗]$/u).test(name.zh);
}

/** Spellings that are near a listed name without being it: 延边州, 延边朝鲜族. */
export function nearForms(text: string): string[] {
  const key = nameKey(text);
  if (!isChinese(key)) return [];
  const withoutState = key.replace(/(?<=..)州$/u, "");
  const withoutPeople = bareKey(text).replace(ethnic, "$1");
  return [bareKey(text), withoutState, withoutPeople].filter((each, at, all) => all.indexOf(each) === at);
}
