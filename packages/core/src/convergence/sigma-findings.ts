import type { Finding } from "../contract/method.ts";
import { decimal, percent, pValue } from "../contract/saying.ts";
import { all } from "../inequality/samples.ts";
import type { Text } from "../language/text.ts";
import type { SigmaResult, SigmaRow } from "./sigma.ts";

const level = 0.05;

/** How the dispersion of all places moved from the base year to the last, and whether that can be told from chance. */
export function sigmaFindings({ indices, tests, convention }: SigmaResult): Finding[] {
  const whole = indices.filter(({ group }) => group === all);
  const base = Number(convention.base);
  const first = whole.find(({ year }) => year === base);
  const last = whole.filter(({ year }) => year !== base).at(-1);
  const test = tests.find(({ group, to }) => group === all && to === last?.year);
  if (first === undefined || last === undefined || test === undefined || Number.isNaN(last.relative)) return [];
  const measure: Text =
    convention.measure === "cv"
      ? { en: "coefficient of variation", zh: "变异系数" }
      : { en: "standard deviation of logarithms", zh: "对数标准差" };
  const values = {
    measure: { text: measure },
    n: last.places,
    from: String(first.year),
    to: String(last.year),
    before: decimal(first.sigma, 3),
    after: decimal(last.sigma, 3),
    change: percent(Math.abs(last.relative - 1), 1),
  };
  const [en, zh] = moved(first, last);
  const told = Number.isNaN(test.tP)
    ? { en: "", zh: "" }
    : test.tP < level
      ? { en: " (paired test, p {p})", zh: "（配对检验 p {p}）" }
      : {
          en: ", which cannot be told from chance (paired test, p {p})",
          zh: "，与偶然波动无法区分（配对检验 p {p}）",
        };
  return [
    {
      text: {
        en: `The {measure} of {n} places went from {before} in {from} to {after} in {to}: it ${en}${told.en}.`,
        zh: `{n} 个地区的{measure}由 {from} 年的 {before} 变为 {to} 年的 {after}，${zh}${told.zh}。`,
      },
      values: { ...values, ...(Number.isNaN(test.tP) ? {} : { p: pValue(test.tP) }) },
    },
  ];
}

function moved(first: SigmaRow, last: SigmaRow): [en: string, zh: string] {
  if (last.sigma < first.sigma) return ["fell by {change}", "下降 {change}"];
  return last.sigma > first.sigma ? ["rose by {change}", "上升 {change}"] : ["stayed the same", "没有变化"];
}
