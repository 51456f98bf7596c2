import type { Language, Text } from "@conurb/core/language";
import { unitFormula } from "./unit-formula.ts";

/** What a noun of a unit is called, in the plural where English has one. */
export interface Noun extends Text {
  /** A symbol, which takes "/" in place of "per": µg/m³. */
  readonly symbol?: true;
  /** Counted whole: 12 trains, never 12.0. */
  readonly count?: true;
  /** Says nothing beside a number, whose head says it already. */
  readonly silent?: true;
}

const count = (en: string, zh: string): Noun => ({ en, zh, count: true });
const symbol = (en: string, zh = en): Noun => ({ en, zh, symbol: true });

export const money: Readonly<Record<string, Noun>> = {
  yuan: { en: "yuan", zh: "元" },
  CNY: { en: "yuan", zh: "元" },
  USD: { en: "USD", zh: "美元" },
  GBP: { en: "GBP", zh: "英镑" },
  EUR: { en: "EUR", zh: "欧元" },
  JPY: { en: "yen", zh: "日元" },
};

export const people: Readonly<Record<string, Noun>> = {
  person: { en: "people", zh: "人" },
  employee: { en: "jobs", zh: "人" },
  job: { en: "jobs", zh: "人" },
};

const things: Readonly<Record<string, Noun>> = {
  rank: { ...count("ranks", "位"), silent: true },
  year: { ...count("years", "年"), silent: true },
  unit: { ...count("units", "个"), silent: true },
  binary: { ...count("yes or no", "是否"), silent: true },
  city: count("cities", "个市"),
  area: count("areas", "个地区"),
  cluster: count("clusters", "个城市群"),
  establishment: count("establishments", "家"),
  enterprise: count("enterprises", "家企业"),
  factory: count("factories", "家工厂"),
  hospital: count("hospitals", "所医院"),
  university: count("universities", "所高校"),
  bed: count("beds", "张床位"),
  student: count("students", "名学生"),
  patent: count("patents", "件专利"),
  vehicle: count("vehicles", "辆"),
  accident: count("accidents", "起事故"),
  train: count("trains", "列"),
  "train/day": count("trains a day", "列/日"),
  draw: count("draws", "次"),
  "person-year": { en: "person-years", zh: "人年" },
  "percentage-point": { en: "percentage points", zh: "个百分点" },
  ton: { en: "tonnes", zh: "吨" },
  bit: { en: "bits", zh: "比特" },
  hour: { en: "hours", zh: "小时" },
  h: { en: "hours", zh: "小时" },
  minute: { en: "min", zh: "分钟" },
  second: { en: "seconds", zh: "秒" },
  day: { en: "days", zh: "日" },
  degree: symbol("°"),
  m: symbol("m", "米"),
  km: symbol("km"),
  m2: symbol("m²"),
  km2: symbol("km²"),
  m3: symbol("m³", "立方米"),
  microgram: symbol("µg", "微克"),
  percent: symbol("%"),
};

const single: Readonly<Record<string, string>> = { year: "year", hour: "hour", second: "second", day: "day" };
const whole: Readonly<Record<string, Text>> = {
  "per mille": { en: "‰", zh: "‰" },
  "million bit per second": { en: "Mbit/s", zh: "Mbit/s" },
};
/** Units that a table in Chinese may carry, as the rest are written. */
const chinese: Readonly<Record<string, string>> = {
  元: "yuan",
  万元: "10000 yuan",
  亿元: "100 million yuan",
  人: "person",
  万人: "10000 person",
  "元/人": "yuan per person",
  "万元/人": "10000 yuan per person",
  公里: "km",
  平方公里: "km2",
};
const multipliers: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

export function canonicalUnit(unit: string): string {
  const known = chinese[unit];
  if (known !== undefined || !/\p{Script=Han}/u.test(unit)) return known ?? unit;
  const sides = unit.split(/ ?\/ ?/).map(chineseSide);
  return sides.length > 2 || sides.some((side) => side === undefined) ? unit : sides.join(" per ");
}

const scales: Readonly<Record<string, string>> = {
  ...{
    百: "100 ",
    千: "1000 ",
    万: "10000 ",
    十万: "100000 ",
    百万: "million ",
    千万: "10 million ",
    亿: "100 million ",
  },
  ...{ 十亿: "billion ", 百亿: "10 billion ", 千亿: "100 billion ", 万亿: "trillion " },
};
/** Words of Chinese tables that say one thing; 家 and 件 count many. */
const chineseNouns: Readonly<Record<string, string>> = {
  ...{
    元: "yuan",
    美元: "USD",
    英镑: "GBP",
    欧元: "EUR",
    日元: "JPY",
    人: "person",
    辆: "vehicle",
    吨: "ton",
    微克: "microgram",
  },
  ...{ 米: "m", 公里: "km", 千米: "km", 平方米: "m2", 平方公里: "km2", 平方千米: "km2", 立方米: "m3" },
  ...{ 小时: "hour", 分钟: "minute", 天: "day", 日: "day", 年: "year" },
};

/** `万人` as `10000 person`; nothing where a word is not known. */
function chineseSide(side: string): string | undefined {
  const own = chineseNouns[side] ?? (/\p{Script=Han}/u.test(side) ? undefined : side);
  if (own !== undefined) return own;
  const [, scale = "", noun = ""] = /^(万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百)(.+)$/u.exec(side) ?? [];
  const known = chineseNouns[noun];
  return known === undefined ? undefined : (scales[scale] as string) + known;
}

export function nounOf(noun: string): Noun | undefined {
  return money[noun] ?? people[noun] ?? things[noun];
}

export function splitMultiple(text: string): { multiple: number; noun: string } {
  let multiple = 1;
  const words = text.split(" ");
  while (words.length > 1) {
    const word = words[0] as string;
    const factor = multipliers[word] ?? (/^\d+(e\d+)?$/.test(word) ? Number(word) : undefined);
    if (factor === undefined) break;
    multiple *= factor;
    words.shift();
  }
  return { multiple, noun: words.join(" ") };
}

/** A unit in words and signs, nothing rescaled: "100 million yuan" is 亿元, "(100 million yuan)^2 / km^2" is (亿元)²/km². */
export function unitWords(given: string, language: Language): string {
  const unit = canonicalUnit(given.trim());
  if (unit === "" || unit === "1" || unit === "score") return "";
  if (unit in whole) return (whole[unit] as Text)[language];
  if (unit === "share") return "%";
  if (/[()^]|\/ | \/|^1\//.test(unit)) return unitFormula(unit, (part) => unitWords(part, language));
  const [above = "", below] = unit.split(" per ") as [string, string?];
  const factors = factorsOf(above);
  if (factors.length > 1) return factors.map((factor) => unitWords(factor, language)).join("·");
  const { multiple, noun } = splitMultiple(above);
  const known = nounOf(noun);
  const named = noun === "1" ? "" : (known?.[language] ?? noun);
  const label = `${multiple === 1 ? "" : multipleWords(multiple, language)}${named}`;
  return below === undefined ? label : (label + perWords(below, language, known?.symbol === true)).trim();
}

/** "10000 yuan 1000 person", a product, in its parts. */
function factorsOf(above: string): string[] {
  return above.split(/ (?=\d)/).flatMap((factor) => {
    const words = factor.split(" ");
    return words.every((word) => nounOf(word) !== undefined || canonicalUnit(word) !== word) ? words : [factor];
  });
}

/** `/人`, ` per head`, or `/m³` after a symbol. */
export function perWords(below: string, language: Language, afterSymbol = false): string {
  const { multiple, noun } = splitMultiple(below);
  if (/^\d+$/.test(below)) {
    const size = Number(below);
    return language === "en" ? ` per ${grouped(size)}` : `每${chineseSize(size)}`;
  }
  const known = nounOf(noun);
  const size = multiple === 1 ? "" : multipleWords(multiple, language);
  if (language === "zh") return `/${size === "1,000" ? "千" : size}${known?.zh ?? noun}`;
  if (afterSymbol && known?.symbol && multiple === 1) return `/${known.en}`;
  const named = noun === "person" && multiple === 1 ? "head" : multiple === 1 ? (single[noun] ?? known?.en) : known?.en;
  return ` per ${multiple === 1 ? "" : `${grouped(multiple)} `}${named ?? noun}`;
}

export function multipleWords(multiple: number, language: Language): string {
  if (language === "zh") {
    for (const [size, word] of [
      [1e12, "万亿"],
      [1e8, "亿"],
      [1e4, "万"],
    ] as const) {
      if (multiple % size === 0) return `${multiple === size ? "" : multiple / size}${word}`;
    }
    return grouped(multiple);
  }
  for (const [size, word] of [
    [1e12, "trillion"],
    [1e9, "bn"],
    [1e6, "m"],
  ] as const) {
    if (multiple % size === 0) return `${multiple === size ? "" : `${multiple / size} `}${word} `;
  }
  return multiple === 1e3 ? "k " : `${grouped(multiple)} `;
}

function chineseSize(size: number): string {
  return { 100: "百", 1000: "千" }[size] ?? multipleWords(size, "zh");
}

function grouped(value: number): string {
  return value.toLocaleString("en");
}
