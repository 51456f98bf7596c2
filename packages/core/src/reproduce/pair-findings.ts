import type { Finding, FindingValue } from "../contract/method.ts";
import { decimal, percent } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import { listText } from "./candidate-words.ts";
import type { FormulaPair, Interval, PairedCell } from "./identify-pair.ts";

/** What the pairs say, most important first. */
export function pairFindings(pairs: readonly FormulaPair[], columns: readonly [string, string], n: number): Finding[] {
  const [best] = pairs;
  if (best === undefined) return [];
  const whole = pairs.filter(({ admitted }) => admitted === n);
  return [
    whole.length > 0 ? identified(whole, columns, pairs.length, n) : refusedByAll(best, columns, pairs.length, n),
    ...(whole.length === 0 ? misprints(best, n) : []),
    ...next(pairs[Math.max(1, whole.length)], columns, n),
    ...levels(best),
  ];
}

function pairText({ formulas }: FormulaPair, columns: readonly [string, string]): Text {
  return listText(
    formulas.map(({ text }, at) => ({ en: `${columns[at]}: ${text.en}`, zh: `${columns[at]}：${text.zh}` })),
    "; ",
    "；",
  );
}

function identified(
  whole: readonly FormulaPair[],
  columns: readonly [string, string],
  tried: number,
  n: number,
): Finding {
  return {
    text: {
      en: "Reproduced with {pairs}: of {tried} pairs of formulas {k, plural, one {this one alone admits} other {these # admit}} two levels in [0, 1] behind all {n} pairs of printed figures. Were the second figures unrelated to the first, {chance} of the cells would pass.",
      zh: "可复现：{tried} 组公式中有 {k} 组可使全部 {n} 对印刷值对应于 [0, 1] 内的两个水平值：{pairs}。若两列数字彼此无关，单元格的通过率仅为 {chance}。",
    },
    values: {
      tried,
      k: whole.length,
      n,
      pairs: {
        text: listText(
          whole.map((pair) => pairText(pair, columns)),
          " / ",
          " / ",
        ),
      },
      chance: percent(whole[0]?.byChance ?? 0),
    },
  };
}

function refusedByAll(best: FormulaPair, columns: readonly [string, string], tried: number, n: number): Finding {
  return {
    text: {
      en: "Not reproduced: none of {tried} pairs of formulas admits two levels in [0, 1] behind all {n} pairs of printed figures. The nearest, {pair}, admits {admitted}.",
      zh: "未能复现：{tried} 组公式中没有一组可使全部 {n} 对印刷值对应于 [0, 1] 内的两个水平值。最接近的是 {pair}，可对应 {admitted} 对。",
    },
    values: { tried, n, pair: { text: pairText(best, columns) }, admitted: best.admitted },
  };
}

const mostNamed = 5;

function misprints({ cells, admitted }: FormulaPair, n: number): Finding[] {
  const refused = cells.filter((cell) => !cell.admitted);
  if (admitted < n / 2) return [];
  return [
    {
      text: {
        en: "It refuses {rows}{more, plural, =0 {} other { and # more}}.",
        zh: "不能对应的是：{rows}{more, plural, =0 {} other { 等，另有 # 处}}。",
      },
      values: {
        rows: {
          text: listText(
            refused.slice(0, mostNamed).map(({ row, printed }) => ({
              en: `${row} (${printed.join(", ")})`,
              zh: `${row}（${printed.join("，")}）`,
            })),
          ),
        },
        more: Math.max(0, refused.length - mostNamed),
      },
    },
  ];
}

function next(pair: FormulaPair | undefined, columns: readonly [string, string], n: number): Finding[] {
  if (pair === undefined) return [];
  return [
    {
      text: {
        en: "The next pair ({pair}) admits {admitted} of {n}.",
        zh: "次接近的一组（{pair}）可对应 {n} 对中的 {admitted} 对。",
      },
      values: { pair: { text: pairText(pair, columns) }, admitted: pair.admitted, n },
    },
  ];
}

/** How well the print determines the levels: at the median and at worst, half the interval. */
function levels({ cells, determines }: FormulaPair): Finding[] {
  const known = cells.filter((cell): cell is PairedCell & { larger: Interval } => cell.larger !== undefined);
  if (!determines || known.length === 0) return [];
  const reach = ({ larger: [low, high] }: { readonly larger: Interval }) => (high - low) / 2;
  const sorted = known.toSorted((a, b) => reach(a) - reach(b));
  const [middle, worst] = [sorted[sorted.length >> 1], sorted.at(-1)].map((cell) => cell as (typeof known)[number]);
  if (middle === undefined || worst === undefined) return [];
  const values: Record<string, FindingValue> = {
    middle: decimal(reach(middle), 4),
    worst: decimal(reach(worst), 2),
    row: worst.row,
  };
  return [
    {
      text: {
        en: "The print determines the larger level to ±{middle} at the median cell, ±{worst} at the worst ({row}); which system it is, it does not say.",
        zh: "印刷值可将两者中较高的水平值确定到 ±{middle}（中位单元格），最差为 ±{worst}（{row}）；但不能说明它属于哪个系统。",
      },
      values,
    },
  ];
}
