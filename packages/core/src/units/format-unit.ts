import type { Text } from "../language/text.ts";
import { type Dimensions, makeUnit, sameUnit, type Unit } from "./unit.ts";

/** `yuan per person`; `1` for plain numbers. */
export function formatDimension(dimensions: Dimensions): string {
  const { above, below } = sides(dimensions);
  const numerator = above === "" ? "1" : above;
  return below === "" ? numerator : `${numerator} per ${below}`;
}

/** A text that `parseUnit` reads back as the same unit: `100 million yuan per person`, `percent`, `1 per 10000`. */
export function formatUnit(unit: Unit): string {
  if (sameUnit(unit, makeUnit(1n, 100n, {}))) return "percent";
  if (sameUnit(unit, makeUnit(1n, 1000n, {}))) return "per mille";
  const { above, below } = sides(unit.dimensions);
  const small = smallMass(unit, above, below);
  if (small !== undefined) return `${small.en} per m3`;
  const numerator = amount(unit.numerator, above);
  if (below === "" && unit.denominator === 1n) return numerator;
  return `${numerator} per ${amount(unit.denominator, below)}`;
}

const million = 1_000_000n;

/** Scales of metres that have a word of their own. */
const named: Readonly<Record<string, string>> = { "1000 m": "km", "1000000 m2": "km2", "10000 m2": "hectare" };

function amount(scale: bigint, words: string): string {
  const word = named[`${scale} ${words}`];
  if (word !== undefined) return word;
  const number = scale % million === 0n && words !== "" ? `${scale / million} million` : `${scale}`;
  if (words === "") return number;
  return scale === 1n ? words : `${number === "1 million" ? "million" : number} ${words}`;
}

/** Of a concentration in air the part of a gram that has a word of its own. */
function smallMass({ numerator, denominator }: Unit, above: string, below: string): Text | undefined {
  if (above !== "gram" || below !== "m3" || numerator !== 1n) return undefined;
  if (denominator === million) return { en: "microgram", zh: "微克" };
  return denominator === 1000n ? { en: "milligram", zh: "毫克" } : undefined;
}

function sides(dimensions: Dimensions): { above: string; below: string } {
  const side = (sign: 1 | -1) =>
    Object.entries(dimensions)
      .filter(([, exponent]) => exponent * sign > 0)
      .map(([word, exponent]) => raised(word, exponent * sign))
      .join(" * ");
  return { above: side(1), below: side(-1) };
}

function raised(word: string, exponent: number): string {
  if (exponent === 1) return word;
  return word === "m" && (exponent === 2 || exponent === 3) ? `m${exponent}` : `${word}^${exponent}`;
}

/** A unit for readers of either language, as messages write it: `10000 yuan per person`, 万元/人. */
export function unitText(unit: Unit): Text {
  return { en: formatUnit(unit), zh: chineseUnit(unit) };
}

const chinese: Readonly<Record<string, string>> = {
  ...{ yuan: "元", USD: "美元", EUR: "欧元", GBP: "英镑", JPY: "日元", HKD: "港元", MOP: "澳门元" },
  ...{ person: "人", household: "户", train: "列", bed: "张床位", vehicle: "辆", hospital: "所医院", patent: "件专利" },
  ...{ m: "米", m2: "平方米", m3: "立方米", gram: "克", day: "天", month: "月", year: "年", degree: "度" },
  ...{ kWh: "千瓦时", kW: "千瓦", tce: "吨标准煤", TEU: "标准箱", celsius: "℃" },
};
/** Scales that have a word of their own. */
const chineseScales: readonly (readonly [string, bigint, string])[] = [
  ["m", 1000n, "公里"],
  ["m2", 1_000_000n, "平方公里"],
  ["m2", 10_000n, "公顷"],
  ["gram", 1_000_000n, "吨"],
  ["gram", 1000n, "公斤"],
];

function chineseUnit(unit: Unit): string {
  if (sameUnit(unit, makeUnit(1n, 100n, {}))) return "%";
  if (sameUnit(unit, makeUnit(1n, 1000n, {}))) return "‰";
  const { above, below } = sides(unit.dimensions);
  const small = smallMass(unit, above, below);
  if (small !== undefined) return `${small.zh}/立方米`;
  const numerator = chineseAmount(unit.numerator, above);
  if (below === "" && unit.denominator === 1n) return numerator;
  return `${numerator}/${chineseAmount(unit.denominator, below)}`;
}

function chineseAmount(scale: bigint, words: string): string {
  const own = chineseScales.find(([word, size]) => word === words && scale % size === 0n);
  const [size, noun] = own === undefined ? [scale, words] : [scale / own[1], own[2]];
  const named = noun
    .split(" * ")
    .map((word) => chinese[word] ?? word)
    .join("·");
  const [most, prefix] = (
    [
      [100_000_000n, "亿"],
      [10_000n, "万"],
    ] as const
  ).find(([each]) => size % each === 0n) ?? [1n, ""];
  const times = size / most;
  return words === "" ? String(scale) : `${times === 1n ? "" : times}${prefix}${named}`;
}
