import { knownUnit, parseUnit } from "../units/parse-unit.ts";
import { isDimensionless, one, sameUnit } from "../units/unit.ts";
import { yearOf } from "./year-of.ts";

/** A unit as it may stand in a head: every word known, and no bare number, which would be a footnote or a rank. */
export function unitText(given: string): string | undefined {
  const text = given
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})|(?<=\d)[ ,](?=000\b)/gu, "")
    .trim();
  if (text === "" || text.length > 40 || yearOf(text) !== undefined) return undefined;
  const money = moneyBySign(text);
  if (money !== undefined) return money;
  const unit = knownUnit(text);
  if (unit === undefined) return undefined;
  if (isDimensionless(unit) && (sameUnit(unit, one) || /^[\d,. ]+$/.test(text))) return undefined;
  return text;
}

const currencies: Readonly<Record<string, string>> = { "£": "GBP", "€": "EUR", US$: "USD" };
const scales: Readonly<Record<string, string>> = {
  m: "million ",
  bn: "billion ",
  million: "million ",
  billion: "billion ",
};

/** `£ million`, `£m` and `US$ billion`, whose sign stands before the scale. */
function moneyBySign(text: string): string | undefined {
  const [, sign = "", scale] = /^(£|€|US\$) ?([a-z]+)?$/u.exec(text) ?? [];
  const [currency, by] = [currencies[sign], scale === undefined ? "" : scales[scale]];
  return currency === undefined || by === undefined ? undefined : `${by}${currency}`;
}

/** A name and the unit in brackets behind it: `常住人口(万人)`; `比上年增长%` needs none. */
export function splitUnit(name: string): { readonly name: string; readonly unit?: string } {
  const text = name.trim();
  // a pattern that takes in all before the sign runs out of memory on a text of megabytes
  const bare = /([\p{Script=Han}±])\s*([%％‰])$/u.exec(text);
  if (bare !== null) {
    const [, last = "", sign = ""] = bare;
    return { name: text.slice(0, bare.index + last.length), unit: sign.normalize("NFKC") };
  }
  const found = /^(.*?)[(（[【]([^()（）[\]【】]*)[)）\]】]$/.exec(text);
  const unit = found === null ? undefined : unitText((found[2] as string).trim().replace(/^单位[ :：]+/, ""));
  return found === null || unit === undefined ? { name } : { name: (found[1] as string).trimEnd(), unit };
}

/** What a cell such as `单位：亿元`, `计量单位:万人、%` or `Unit: 10000 persons` states; several units are a list. */
export function statedUnits(text: string): readonly string[] | undefined {
  // a pattern that begins with any number of spaces takes the square of a long run of them
  const line = text.normalize("NFKC").replace(/[^\S\n]+/g, " ");
  const found = /(?:计\s*量)?单\s*位\s*[:：]\s*(.+)|(?:^|[\s(])units?\s*[:：]\s*(.+)/i.exec(line);
  if (found === null) return undefined;
  const said = (found[1] ?? found[2] ?? "")
    .trim()
    // the brackets may stand around the whole statement: (单位：公顷)
    .replace(/^\(([^()]*)\)$|^([^()]*)\)$/, "$1$2")
    .trim();
  // 单位：亿元 Unit: 100 million yuan
  const chinese = said.replace(/\s*[(（]?units?\s*[:：].*$/i, "").trim();
  const whole = unitText(chinese) ?? unitText(chinese.replace(/\s+[A-Za-z(（].*$/, ""));
  if (whole !== undefined) return [whole];
  const spaced = chinese.split(/\s+/);
  const parts = spaced.every((part) => unitText(part) !== undefined) ? spaced : chinese.split(/\s*[、,，;；]\s*/);
  return parts.filter((part) => part !== "").flatMap((part) => unitOfPart(part) ?? []);
}

/** What stands before 单位：… in a cell: of `2020年 单位：万人` the year. */
export const beforeUnit = (text: string): string =>
  text
    .replace(/(?:(?:计\s*量)?单\s*位|\bunits?)\s*[:：].*$/isu, "")
    .trimEnd()
    .replace(/[(（[【]$/u, "");

/** What may follow a unit and is none: 按当年价格计算, 2020年末, 不含港澳台. */
const remark =
  /价格?(计算)?$|计算|口径|不含|包括|除外|年[末底]|\d{4}\s*年|prices?$|^(at|excluding|including|end of)\b/iu;

/** A unit without what is said of it behind: 亿元（当年价）, 万人 2020年末. Nothing for a remark alone. */
function unitOfPart(part: string): string | undefined {
  const whole = unitText(part);
  if (whole !== undefined) return whole;
  const [, before, behind] =
    /^(.*?)(?:\s*[(（]([^()（）]*)[)）]|\s+(\S+))$/u.exec(part)?.filter((each) => each !== undefined) ?? [];
  const bare = before === undefined || !remark.test(behind ?? "") ? undefined : unitText(before);
  if (bare !== undefined) return bare;
  return remark.test(part) ? undefined : (countedUnit(part) ?? part);
}

/** A unit that is stated as one may be a thing nobody has heard of. */
function countedUnit(text: string): string | undefined {
  try {
    parseUnit(text);
    return text;
  } catch {
    return undefined;
  }
}

export function isReadableUnit(text: string): boolean {
  return countedUnit(text) !== undefined;
}
