import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { Bandwidths, Choice } from "./discontinuity-bandwidth.ts";
import { type Side, within } from "./local-polynomial.ts";

const name = "regression-discontinuity";

type Sides = readonly [left: Side, right: Side];

/** How many different values a side has: a polynomial rests on these, however many observations share each. */
const distinctOf = ({ x }: Pick<Side, "x">): number => new Set(x).size;

/** Refuses a side with fewer values than the polynomials need, wherever they lie. */
export function refuseFewValues(sides: Sides, { order, kernel }: Choice, isChosen: boolean): void {
  // the bias of the first bandwidth is of three orders more, over a reach at whose end only the uniform kernel has weight
  const needed = isChosen ? order + (kernel === "uniform" ? 4 : 5) : order + 2;
  for (const [at, side] of sides.entries()) {
    const distinct = distinctOf(side);
    if (distinct < needed) throw tooFewValues(distinct, at === 0, needed, isChosen);
  }
}

/** Refuses bandwidths in which a side has fewer values than the polynomial, or that of its bias, has coefficients. */
export function refuseNarrow(sides: Sides, { order, kernel }: Choice, { h, b }: Bandwidths): void {
  for (const [at, side] of sides.entries()) {
    const asked = [
      { option: "bandwidth", width: h[at], needed: order + 1 },
      { option: "biasBandwidth", width: b[at], needed: order + 2 },
    ] as const;
    for (const { option, width, needed } of asked) {
      const distinct = distinctOf(within(kernel, side, width));
      if (distinct < needed) throw tooNarrow(option, width, distinct, at === 0, needed);
    }
  }
}

const repeatedFrom = 0.1; // share of values that repeat others on a side

/** Warns of a running variable that takes few values, told by how many of them lie within the bandwidth. */
export function massPointWarnings(sides: Sides, { kernel }: Choice, { h }: Bandwidths): Warning[] {
  const repeated = sides.reduce((most, side) => Math.max(most, 1 - distinctOf(side) / side.x.length), 0);
  if (repeated < repeatedFrom) return [];
  const [left, right] = sides.map((side, at) => distinctOf(within(kernel, side, h[at])));
  const percent = Math.round(100 * repeated);
  return [
    {
      code: "repeated-values",
      text: {
        en: `${percent} percent of the values of running repeat others (mass points): within the bandwidth it takes ${left} values on the left and ${right} on the right, and what lies between the nearest of them and the cutoff is told by the form of the polynomial alone, whose error the interval leaves out`,
        zh: `驱动变量有 ${percent}% 的取值重复（质量点）：带宽内左右两侧仅取 ${left}、${right} 个不同值，最近取值与断点之间全凭多项式形式推断，其误差未计入区间`,
      },
    },
  ];
}

const sideOf = (isLeft: boolean) => (isLeft ? { en: "below", zh: "左" } : { en: "above", zh: "右" });

function tooFewValues(distinct: number, isLeft: boolean, needed: number, isChosen: boolean): InputError {
  const side = sideOf(isLeft);
  return new InputError({
    code: "too-few-values",
    text: {
      en: `${name}: running has ${counted(distinct, "distinct value")} ${side.en} the cutoff, expected at least ${needed}${isChosen ? " to choose a bandwidth from" : ""}`,
      zh: `${name}：断点${side.zh}侧 running 仅有 ${distinct} 个不同取值，${isChosen ? "选取带宽" : ""}至少应有 ${needed} 个`,
    },
    ...(isChosen ? { hint: wider } : {}),
  });
}

const wider = {
  en: "give bandwidth, wide enough to hold at least two values more than the order on each side; of fewer nothing can be told of the limit",
  zh: "请给出 bandwidth，使每侧所含不同取值至少比多项式次数多两个；再少则无从推断断点处的极限",
};

function tooNarrow(
  option: "bandwidth" | "biasBandwidth",
  width: number,
  distinct: number,
  isLeft: boolean,
  needed: number,
): InputError {
  const side = sideOf(isLeft);
  const told = Number(width.toPrecision(3));
  return new InputError({
    code: "bandwidth-narrow",
    text: {
      en: `${name}: ${option} is ${told}, within which running has ${counted(distinct, "distinct value")} ${side.en} the cutoff, expected at least ${needed}`,
      zh: `${name}：${option} 为 ${told}，其内断点${side.zh}侧 running 仅有 ${distinct} 个不同取值，至少应有 ${needed} 个`,
    },
    hint: { en: `give a larger ${option}`, zh: `请给出更大的 ${option}` },
    place: { path: option },
  });
}
