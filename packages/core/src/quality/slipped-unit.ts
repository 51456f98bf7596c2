import { same, type Text } from "../language/text.ts";
import { parseUnit } from "../units/parse-unit.ts";

const han = ["", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"];
const hanWords: Readonly<Record<string, string>> = {
  yuan: "元",
  person: "人",
  USD: "美元",
  EUR: "欧元",
  GBP: "英镑",
  JPY: "日元",
  HKD: "港元",
  MOP: "澳门元",
  m2: "平方米",
  gram: "克",
  patent: "件",
  bed: "张",
  vehicle: "辆",
};

/** A unit as it is, and as it would have to be for figures that are `10 ** power` times too large. */
export function slippedUnit(unit: string, power: number): { readonly unit: Text; readonly asIf: Text } {
  if (unit === "percent" && power === -2)
    return { unit: { en: unit, zh: "百分比" }, asIf: { en: "parts of 1", zh: "小数" } };
  if (unit === "1" && power === 2)
    return { unit: { en: "parts of 1", zh: "小数" }, asIf: { en: "percent", zh: "百分比" } };
  const scale = scaleOf(unit);
  const another = {
    unit: scale === undefined || han[scale.exponent] === undefined ? same(unit) : named(scale.exponent, scale.word),
    asIf: { en: "another unit, or a digit too many or too few,", zh: "其他单位（或多写、漏写了一位数字）" },
  };
  if (scale === undefined || Math.abs(power) < 2) return another;
  const meant = scale.exponent - power;
  if (meant < 0 || meant >= han.length) return another;
  return { unit: named(scale.exponent, scale.word), asIf: named(meant, scale.word) };
}

/** An amount of one thing, on a scale of ten: 100 million yuan is yuan and 8. */
function scaleOf(unit: string): { word: string; exponent: number } | undefined {
  try {
    const { factor, dimensions } = parseUnit(unit);
    const [first, ...others] = Object.entries(dimensions);
    const exponent = Math.log10(factor);
    if (first === undefined || others.length > 0 || first[1] < 0 || Math.abs(exponent - Math.round(exponent)) > 1e-9)
      return undefined;
    const [word, power] = first;
    if (word === "m") return undefined;
    return { word: power === 1 ? word : `${word}${power}`, exponent: Math.round(exponent) };
  } catch {
    return undefined;
  }
}

const inWords: Readonly<Record<number, string>> = {
  0: "",
  6: "million ",
  8: "100 million ",
  9: "billion ",
  12: "trillion ",
};

function named(exponent: number, word: string): Text {
  const scale = inWords[exponent] ?? `${(10 ** exponent).toLocaleString("en")} `;
  return { en: `${scale}${word}`, zh: `${han[exponent]}${hanWords[word] ?? word}` };
}
