import type { Language } from "@conurb/core/language";
import { canonicalUnit, money, type Noun, nounOf, people, perWords, splitMultiple, unitWords } from "./unit-words.ts";

/** A unit as it is shown: the words, and by how much a raw figure is multiplied to be in it. */
export interface Measure {
  readonly kind: "pure" | "percent" | "count" | "quantity";
  readonly factor: number;
  readonly label: string;
  /** Between number and unit: nothing before % and Han. */
  readonly space: string;
}

/** Reads units such as "100 million yuan", "10000 person", "yuan per person", "microgram per m3", "percent", "1". */
export function measureOf(given: string, largest: number, language: Language): Measure {
  const unit = canonicalUnit(given);
  const space = language === "en" ? " " : "";
  if (unit === "" || unit === "1" || unit === "score") return { kind: "pure", factor: 1, label: "", space: "" };
  if (unit === "percent" || unit === "%") return { kind: "percent", factor: 1, label: "%", space: "" };
  if (unit === "per mille") return { kind: "percent", factor: 1, label: "‰", space: "" };
  if (unit === "share") return { kind: "percent", factor: 100, label: "%", space: "" };
  const [above, below] = unit.split(" per ") as [string, string?];
  const { multiple, noun } = splitMultiple(above);
  if (noun in money) {
    const per = below === undefined ? "" : perWords(below, language);
    return sized(money[noun] as Noun, multiple, largest, below !== undefined, per, language);
  }
  if (noun in people && below === undefined) return peopleMeasure(people[noun] as Noun, multiple, largest, language);
  const known = nounOf(noun);
  const whole = known?.count === true && multiple === 1 && below === undefined;
  const label = whole && known.silent ? "" : unitWords(unit, language);
  const kind = whole ? "count" : noun === "percent" ? "percent" : "quantity";
  return { kind, factor: 1, label, space: /^[%°]/.test(label) ? "" : /^[a-zµ(]/i.test(label) ? " " : space };
}

function sized(noun: Noun, multiple: number, largest: number, rate: boolean, per: string, language: Language): Measure {
  const raw = largest * multiple;
  // a rate keeps the unit that the study gave it: one indicator in 元/人 here and 万元/人 there cannot be compared at a glance
  const kept = rate ? wordOf(multiple, language) : undefined;
  if (kept !== undefined) {
    const space = language === "zh" ? "" : " ";
    return { kind: "quantity", factor: 1, label: `${kept}${language === "zh" ? noun.zh : noun.en}${per}`, space };
  }
  if (language === "zh") {
    const [size, word] =
      raw >= 1e8 && !rate ? [1e8, "亿"] : raw >= 1e4 || (!rate && multiple >= 1e4) ? [1e4, "万"] : [1, ""];
    return { kind: "quantity", factor: multiple / size, label: `${word}${noun.zh}${per}`, space: "" };
  }
  const [size, word] = raw >= 1e9 ? [1e9, "bn "] : raw >= 1e6 ? [1e6, "m "] : raw >= 1e4 ? [1e3, "k "] : [1, ""];
  return { kind: "quantity", factor: multiple / size, label: `${word}${noun.en}${per}`, space: " " };
}

/** A multiple in words, where the language has one that is read beside a unit. */
function wordOf(multiple: number, language: Language): string | undefined {
  if (multiple === 1) return "";
  if (language === "zh") return multiple === 1e4 ? "万" : multiple === 1e8 ? "亿" : undefined;
  return multiple === 1e3 ? "k " : multiple === 1e6 ? "m " : undefined;
}

function peopleMeasure(noun: Noun, multiple: number, largest: number, language: Language): Measure {
  const raw = largest * multiple;
  if (language === "zh") {
    const size = raw >= 1e4 ? 1e4 : 1;
    return {
      kind: size === 1 ? "count" : "quantity",
      factor: multiple / size,
      label: `${size === 1 ? "" : "万"}${noun.zh}`,
      space: "",
    };
  }
  const [size, word] = raw >= 1e6 ? [1e6, "m "] : raw >= 1e4 ? [1e3, "k "] : [1, ""];
  return { kind: size === 1 ? "count" : "quantity", factor: multiple / size, label: `${word}${noun.en}`, space: " " };
}
