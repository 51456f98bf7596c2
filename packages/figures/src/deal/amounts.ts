import { type Fen, yuanText } from "@conurb/core/deal";
import type { Language } from "@conurb/core/language";
import { fixed, signed } from "../format.ts";

/** One unit for all amounts of a page or an answer, so that columns and pictures can be compared. */
export interface Amounts {
  readonly unit: string;
  /** With its unit: `4.21 亿元`, `421 m yuan`. */
  full(amount: number): string;
  /** The number alone. */
  bare(amount: number): string;
  /** With its sign. */
  change(amount: number): string;
}

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  yuan: { en: "yuan", zh: "元" },
  USD: { en: "USD", zh: "美元" },
  EUR: { en: "EUR", zh: "欧元" },
  GBP: { en: "GBP", zh: "英镑" },
  JPY: { en: "JPY", zh: "日元" },
  HKD: { en: "HKD", zh: "港元" },
  MOP: { en: "MOP", zh: "澳门元" },
};

interface Step {
  readonly from: number;
  readonly factor: number;
  readonly digits: number;
  readonly word: string;
}
/** Three figures of the largest amount at least, so that what a small party gains is still seen. */
const steps: Readonly<Record<Language, readonly Step[]>> = {
  en: [
    { from: 1e11, factor: 1e9, digits: 1, word: "bn " },
    { from: 1e8, factor: 1e6, digits: 0, word: "m " },
    { from: 1e7, factor: 1e6, digits: 1, word: "m " },
    { from: 1e6, factor: 1e3, digits: 0, word: "k " },
    { from: 0, factor: 1, digits: 0, word: "" },
  ],
  zh: [
    { from: 1e11, factor: 1e8, digits: 1, word: "亿" },
    { from: 1e8, factor: 1e8, digits: 2, word: "亿" },
    { from: 1e6, factor: 1e4, digits: 0, word: "万" },
    { from: 0, factor: 1, digits: 0, word: "" },
  ],
};

export function amountsIn(currency: string, values: readonly number[], language: Language): Amounts {
  const size = Math.max(...values.map(Math.abs), 0);
  const { factor, digits, word } = steps[language].find(({ from }) => size >= from) as Step;
  const unit = word + (names[currency]?.[language] ?? currency);
  const bare = (amount: number) => fixed(amount / factor, digits);
  return {
    unit,
    bare,
    full: (amount) => `${bare(amount)} ${unit}`,
    change: (amount) => signed(amount / factor, digits),
  };
}

/** Counted money to the fen, its thousands apart: `1,234,567.80`. */
export function counted(fen: Fen): string {
  const [yuan = "", rest = ""] = yuanText(fen).split(".");
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ",").replace("-", "−")}.${rest}`;
}
