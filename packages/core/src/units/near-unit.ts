import { distance } from "fastest-levenshtein";
import { knownUnit } from "./parse-unit.ts";
import { words } from "./words.ts";

/** Characters that are written for another: 亿圆 for 亿元. */
const lookalikes: Readonly<Record<string, string>> = { 圆: "元", 圓: "元", 億: "亿", 萬: "万", 噸: "吨", 頃: "顷" };

const shortest = 4;
const latin = [...words.keys()].filter((word) => /^[a-z]+$/i.test(word) && word.length >= shortest);

/** The unit that a text was perhaps meant to be, where a word in it is none that is known: `亿元` for `亿圆`, `10000 yuan` for `10000 yaun`. */
export function nearUnit(text: string): string | undefined {
  if (knownUnit(text) !== undefined) return undefined;
  const plain = text.replace(/\p{Script=Han}/gu, (sign) => lookalikes[sign] ?? sign);
  const mended = plain.replace(/[a-z]+/gi, (word) => (word.length < shortest ? word : nearWord(word)));
  return mended !== text && knownUnit(mended) !== undefined ? mended : undefined;
}

function nearWord(word: string): string {
  if (knownUnit(word) !== undefined) return word;
  const own = word.toLowerCase();
  const sorted = (each: string) => [...each].sort().join("");
  const isNear = (each: string) => distance(own, each) === 1 || sorted(own) === sorted(each);
  return latin.find((each) => isNear(each.toLowerCase())) ?? word;
}
