import type { Text } from "../language/text.ts";

/** Flags that reading and preparing figures gives them; those of the atlas and of files have words of their own. */
const words: Readonly<Record<string, Text>> = {
  reported: { en: "reported", zh: "原始数据" },
  total: { en: "a sum or mean over others", zh: "合计或平均" },
  "inferred-zero": { en: "a sign that the page means as zero", zh: "由符号推定为零" },
  missing: { en: "missing", zh: "缺失" },
  interpolated: { en: "interpolated between observed years", zh: "由前后观测年份插值" },
  corrected: { en: "corrected by the study", zh: "由研究更正" },
  vintage: { en: "not the last word: preliminary, estimated or revised", zh: "非最终数：初步、估计或修订" },
  break: { en: "a break in the series", zh: "口径间断" },
  note: { en: "marked by a footnote", zh: "带脚注" },
  "below-unit": { en: "below the smallest unit of its table", zh: "不足本表最小单位" },
  nil: { en: "nil, as its table says", zh: "据表注为零" },
  "not-available": { en: "not available, as its table says", zh: "据表注无数据" },
  "not-applicable": { en: "not applicable, as its table says", zh: "据表注不适用" },
  withheld: { en: "withheld, as its table says", zh: "据表注未公开" },
};

/** What each of a figure's flags says, those that nobody has words for as they are. */
export function flagsTold(flags: string): Text[] {
  return flags.split(";").map((each) => {
    const flag = each.trim();
    const known = Object.hasOwn(words, flag) ? words[flag] : undefined;
    return known ?? { en: flag, zh: flag };
  });
}
