import type { Finding } from "../contract/method.ts";
import { decimal, pValue } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { MoranResult } from "./moran.ts";

/** Below this p the words say that there is a pattern. */
const level = 0.05;

/** Alike, unlike, or nothing that random placing would not give: as p says. */
export function moranFindings(
  { statistic, expected, p: fromNormal, permutationP }: MoranResult,
  title: Text | undefined,
): Finding[] {
  const p = permutationP ?? fromNormal;
  // a column without a title is called by its name, which is no word of either language
  const titled = title !== undefined && title.en !== title.zh;
  const what = titled ? { en: "{what}: ", zh: "{what}：" } : { en: "", zh: "" };
  const values = { i: decimal(statistic, 3), ...(titled ? { what: { text: title } } : {}) };
  if (Number.isNaN(p)) {
    return [
      {
        text: {
          en: `${what.en}Every placing of the values gives the same Moran index, {i}, so no test is possible.`,
          zh: `${what.zh}数值任意置换后莫兰指数均为 {i}，无法检验。`,
        },
        values,
      },
    ];
  }
  const found = said(p, statistic > expected);
  const by =
    permutationP === undefined
      ? { en: "normal approximation", zh: "正态近似" }
      : { en: "by permutation", zh: "置换检验" };
  return [
    {
      text: {
        en: `${what.en}${found.en} (Moran index {i}, p {p}, ${by.en}).`,
        zh: `${what.zh}${found.zh}（莫兰指数 {i}，p {p}，${by.zh}）。`,
      },
      values: { ...values, p: pValue(p) },
    },
  ];
}

function said(p: number, alike: boolean): Text {
  if (p > level) {
    return {
      en: "No pattern among neighbours that can be told apart from random placing",
      zh: "相邻地区间未见可与随机分布相区分的空间格局",
    };
  }
  return alike
    ? {
        en: "Neighbours are more alike than random placing would make them: clustered",
        zh: "相邻地区比随机分布下更为相似，呈空间集聚",
      }
    : {
        en: "Neighbours are less alike than random placing would make them: dispersed",
        zh: "相邻地区比随机分布下更不相似，呈空间离散",
      };
}
