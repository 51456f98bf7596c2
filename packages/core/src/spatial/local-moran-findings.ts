import type { Finding } from "../contract/method.ts";
import { percent } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { LocalMoranPlace, LocalMoranResult } from "./local-moran.ts";

const mostListed = 5;

const corrections: Readonly<Record<string, Text>> = {
  fdr: {
    en: "after the correction of the false-discovery rate for {tests} tests",
    zh: "经 {tests} 次检验的错误发现率校正",
  },
  bonferroni: { en: "after the Bonferroni correction for {tests} tests", zh: "经 {tests} 次检验的 Bonferroni 校正" },
  none: { en: "without any correction for {tests} tests", zh: "未作 {tests} 次检验的多重校正" },
};

const kinds: readonly { readonly clusters: readonly string[]; readonly text: Text }[] = [
  { clusters: ["HH"], text: { en: "High among high", zh: "高值集聚（高—高）" } },
  { clusters: ["LL"], text: { en: "Low among low", zh: "低值集聚（低—低）" } },
  { clusters: ["HL", "LH"], text: { en: "Unlike their neighbours", zh: "与邻居相异（高—低、低—高）" } },
];

/** How many places pass, then which, the most marked first. */
export function localMoranFindings({ places, convention }: LocalMoranResult, alpha: number): Finding[] {
  const tested = places.filter(({ p }) => !Number.isNaN(p));
  if (tested.length === 0) return [];
  const passed = tested.filter(({ significant }) => significant);
  const after = corrections[convention.correction];
  const values = { tests: tested.length, alpha: percent(alpha, alpha >= 0.01 ? 0 : 1) };
  if (passed.length === 0) {
    return [
      {
        text: {
          en: `No place has neighbours that can be told apart from random placing at {alpha}, ${after.en}.`,
          zh: `${after.zh}，在 {alpha} 水平上没有地区的局部格局可与随机分布相区分。`,
        },
        values,
      },
    ];
  }
  return [
    {
      text: {
        en: `{passed} of {tests} places {passed, plural, one {passes} other {pass}} the local test at {alpha}, ${after.en}.`,
        zh: `${after.zh}，{tests} 个地区中有 {passed} 个在 {alpha} 水平上显著。`,
      },
      values: { ...values, passed: passed.length },
    },
    ...kinds.flatMap(({ clusters, text }) =>
      listing(
        text,
        passed.filter(({ cluster }) => clusters.includes(cluster)),
      ),
    ),
  ];
}

function listing({ en, zh }: Text, found: readonly LocalMoranPlace[]): Finding[] {
  if (found.length === 0) return [];
  const marked = [...found].sort((a, b) => Math.abs(b.statistic) - Math.abs(a.statistic)).slice(0, mostListed);
  const rest = found.length - marked.length;
  const places = { places: marked.map(({ place }) => place) };
  const more = rest === 0 ? { en: "", zh: "" } : { en: " and {rest} more", zh: "等" };
  return [
    {
      text: { en: `${en}: {places}${more.en}.`, zh: `${zh}：{places}${more.zh}，共 {count} 个。` },
      values: { places, count: found.length, rest },
    },
  ];
}
