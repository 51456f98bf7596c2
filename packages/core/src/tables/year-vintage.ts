import { fillText } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { yearCell } from "./number-cell.ts";

/** A year and what its own words say of its figures: `2018(快报)`, `2019年（预计）`, `2015r`, `2020*`. */
export interface VintageYear {
  readonly year: number;
  readonly said: string;
  readonly kind: keyof typeof kinds;
  /** Footnote marks, which only the page's notes explain. */
  readonly marks: readonly string[];
}

const kinds = {
  preliminary: { en: "preliminary", zh: "初步数" },
  expected: { en: "an estimate or forecast", zh: "估计数或预测数" },
  revised: { en: "revised", zh: "修订数" },
  marked: {
    en: "marked, and `marks` of the layout does not say why",
    zh: "带标记的数值（layout 的 marks 未说明其含义）",
  },
} as const satisfies Record<string, Text>;

const words: readonly (readonly [VintageYear["kind"], string])[] = [
  ["preliminary", "快报|速报|初步|初值|暂定|prelim(?:inary)?|provisional|p"],
  ["expected", "预计|预测|预估|估计|估算|推算|est(?:imated?)?|forecast|projected|e|f"],
  ["revised", "修订|修正|核实|普查|revised?|census|r"],
];
const patterns = words.map(([kind, either]) => {
  const said = `(?:${either})(?:核算)?(?:数据?|值)?\\.?`;
  return [kind, new RegExp(`^(\\d{4})\\s?年?\\s?(?:[(\\[]\\s*${said}\\s*[)\\]]|${said})$`, "i")] as const;
});

export function vintageYear(said: string): VintageYear | undefined {
  const text = said.normalize("NFKC").trim();
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return { year: Number(found[1]), said, kind, marks: [] };
  }
  return undefined;
}

/** The year of a cell in a column of years: `2015`, `2015年`, `2018(快报)`. */
export const yearNamed = (text: string): number | undefined => yearCell(text) ?? vintageYear(text)?.year;

export const flagOfVintage = ({ kind }: VintageYear): string => (kind === "marked" ? "note" : "vintage");

/** What follows the address of a cell that says so. */
export function vintageText(vintage: VintageYear): Text {
  const { year, said, kind } = vintage;
  return fillText(
    {
      en: 'says "{said}": figures of {year} that are {kind}; flagged {flag}',
      zh: "为“{said}”：{year}年的数值为{kind}，标记为 {flag}",
    },
    { said, year: String(year), kind: kinds[kind], flag: flagOfVintage(vintage) },
  );
}
