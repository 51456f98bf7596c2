import type { Language, Text } from "@conurb/core/language";

/** A unit as it is shown: the words, and by how much a raw figure is multiplied to be in it. */
export interface Measure {
  readonly kind: "pure" | "percent" | "count" | "quantity";
  readonly factor: number;
  readonly label: string;
  /** Between number and unit: nothing before % and Han. */
  readonly space: string;
}

const money: Readonly<Record<string, Text>> = {
  yuan: { en: "yuan", zh: "元" },
  CNY: { en: "yuan", zh: "元" },
  USD: { en: "USD", zh: "美元" },
  GBP: { en: "GBP", zh: "英镑" },
  EUR: { en: "EUR", zh: "欧元" },
  JPY: { en: "yen", zh: "日元" },
};
const people: Readonly<Record<string, Text>> = {
  person: { en: "people", zh: "人" },
  employee: { en: "jobs", zh: "人" },
  job: { en: "jobs", zh: "人" },
};
const counts: Readonly<Record<string, Text>> = {
  rank: { en: "", zh: "" },
  city: { en: "cities", zh: "个市" },
  unit: { en: "", zh: "" },
  establishment: { en: "establishments", zh: "家" },
  "train/day": { en: "trains a day", zh: "列/日" },
  train: { en: "trains", zh: "列" },
  draw: { en: "draws", zh: "次" },
  year: { en: "", zh: "" },
};
const quantities: Readonly<Record<string, Text>> = {
  km: { en: "km", zh: "km" },
  km2: { en: "km²", zh: "km²" },
  degree: { en: "°", zh: "°" },
  hour: { en: "hours", zh: "小时" },
  minute: { en: "min", zh: "分钟" },
};
const multipliers: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** Reads units such as "100 million yuan", "10000 person", "yuan per person", "percent", "1". */
export function measureOf(unit: string, largest: number, language: Language): Measure {
  const space = language === "en" ? " " : "";
  if (unit === "" || unit === "1" || unit === "score") return { kind: "pure", factor: 1, label: "", space: "" };
  if (unit === "percent" || unit === "%") return { kind: "percent", factor: 1, label: "%", space: "" };
  if (unit === "share") return { kind: "percent", factor: 100, label: "%", space: "" };
  const [above, below] = unit.split(" per ") as [string, string?];
  const { multiple, noun } = splitMultiple(above);
  const per = below === undefined ? "" : perLabel(below, language);
  if (noun in money) return sized(money[noun] as Text, multiple, largest, below !== undefined, per, language);
  if (noun in people && below === undefined) {
    return peopleMeasure(people[noun] as Text, multiple, largest, language);
  }
  const known = people[noun] ?? counts[noun] ?? quantities[noun];
  const whole = noun in counts && multiple === 1 && below === undefined;
  const named = known?.[language] ?? noun;
  const label = `${multiple === 1 ? "" : multipleLabel(multiple, language)}${named}${per}`.trim();
  return { kind: whole ? "count" : "quantity", factor: 1, label, space: /^[a-z]/i.test(label) ? " " : space };
}

function splitMultiple(text: string): { multiple: number; noun: string } {
  let multiple = 1;
  const words = text.split(" ");
  while (words.length > 1) {
    const word = words[0] as string;
    const factor = multipliers[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined);
    if (factor === undefined) break;
    multiple *= factor;
    words.shift();
  }
  return { multiple, noun: words.join(" ") };
}

function sized(noun: Text, multiple: number, largest: number, rate: boolean, per: string, language: Language): Measure {
  const raw = largest * multiple;
  if (language === "zh") {
    const [size, word] =
      raw >= 1e8 && !rate ? [1e8, "亿"] : raw >= 1e4 || (!rate && multiple >= 1e4) ? [1e4, "万"] : [1, ""];
    return { kind: "quantity", factor: multiple / size, label: `${word}${noun.zh}${per}`, space: "" };
  }
  const [size, word] = raw >= 1e9 ? [1e9, "bn "] : raw >= 1e6 ? [1e6, "m "] : raw >= 1e4 ? [1e3, "k "] : [1, ""];
  return { kind: "quantity", factor: multiple / size, label: `${word}${noun.en}${per}`, space: " " };
}

function peopleMeasure(noun: Text, multiple: number, largest: number, language: Language): Measure {
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

function multipleLabel(multiple: number, language: Language): string {
  if (language === "zh") {
    if (multiple % 1e8 === 0) return `${multiple === 1e8 ? "" : multiple / 1e8}亿`;
    if (multiple % 1e4 === 0) return `${multiple === 1e4 ? "" : multiple / 1e4}万`;
    return `${multiple}`;
  }
  const word = { 1e3: "k ", 1e6: "m ", 1e9: "bn " }[multiple];
  return word ?? `${multiple.toLocaleString("en")} `;
}

function perLabel(below: string, language: Language): string {
  const { multiple, noun } = splitMultiple(below);
  const text = (people[noun] ?? counts[noun] ?? quantities[noun] ?? money[noun])?.[language] ?? noun;
  const named = noun === "person" ? { en: multiple === 1 ? "head" : "people", zh: "人" }[language] : text;
  if (language === "zh")
    return `/${multiple === 1 ? "" : multipleLabel(multiple, "zh").replace(/^1000$/, "千")}${named}`;
  return ` per ${multiple === 1 ? "" : `${multiple.toLocaleString("en")} `}${named}`;
}
