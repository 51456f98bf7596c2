import type { Finding } from "../contract/method.ts";
import { decimal, lastYear, mostNamed } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { RankSizeFit } from "./rank-size.ts";

/** One line a group, or one for all where there are many. */
export function rankSizeFindings(fits: readonly RankSizeFit[]): Finding[] {
  const { rows, at, values } = lastYear(fits.filter(({ exponent }) => !Number.isNaN(exponent)));
  if (rows.length <= mostNamed) return rows.map((fit) => ofOne(fit, at, values));
  const sorted = [...rows].sort((a, b) => a.exponent - b.exponent);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  return [
    {
      text: {
        en: `Rank-size exponents of {n} groups${at.en} run from {low} ({least}) to {high} ({most}); {k} of them cannot be told from Zipf’s law.`,
        zh: `${at.zh}{n} 个分组的位序—规模指数介于 {low}（{least}）与 {high}（{most}）之间，其中 {k} 个与齐普夫定律无法区分。`,
      },
      values: {
        ...values,
        n: rows.length,
        k: rows.filter(holdsOne).length,
        low: decimal(least.exponent, 2),
        high: decimal(most.exponent, 2),
        least: { group: least.group },
        most: { group: most.group },
      },
    },
  ];
}

const holdsOne = ({ low, high }: RankSizeFit): boolean => low <= 1 && high >= 1;

function ofOne(fit: RankSizeFit, at: Text, values: Finding["values"]): Finding {
  const { group: name, exponent, low, high } = fit;
  const [en, zh] = holdsOne(fit)
    ? ["which cannot be told from Zipf’s law", "与齐普夫定律无法区分"]
    : exponent < 1
      ? ["large places dominate more than under Zipf’s law", "大城市比齐普夫定律下更占优"]
      : ["sizes are more even than under Zipf’s law", "规模分布比齐普夫定律下更均匀"];
  const who = name === "" ? { en: "The", zh: "" } : { en: "{group}: the", zh: "{group}：" };
  return {
    text: {
      en: `${who.en} rank-size exponent${at.en} is {exponent} (95% interval {low} to {high}), ${en}.`,
      zh: `${who.zh}${at.zh}位序—规模指数为 {exponent}（95% 区间 {low} 至 {high}），${zh}。`,
    },
    values: {
      ...values,
      exponent: decimal(exponent, 2),
      low: decimal(low, 2),
      high: decimal(high, 2),
      ...(name === "" ? {} : { group: { group: name } }),
    },
  };
}
