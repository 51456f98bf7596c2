import type { Finding, Warning } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { DensityBin, DensityTestResult } from "./density-test.ts";

const sides = {
  left: { en: "before the line", zh: "断点左侧" },
  right: { en: "beyond the line", zh: "断点右侧" },
} as const;

export function densityTables(
  { bins }: DensityTestResult,
  { data }: { readonly data: { readonly units: Readonly<Record<string, string>> } },
): Table[] {
  return [
    tableOf(
      "bins",
      ["running"],
      bins,
      [
        numberOf(
          "running",
          data.units.running ?? "1",
          { en: "middle of the bin", zh: "组中值" },
          ({ running }) => running,
        ),
        codeOf<DensityBin>(
          "side",
          { en: "side", zh: "侧" },
          ({ side }) => side,
          ({ side }) => sides[side],
        ),
        numberOf("density", "1", { en: "density", zh: "密度" }, ({ density }) => density),
        numberOf("fitted", "1", { en: "line", zh: "拟合" }, ({ fitted }) => fitted),
        numberOf("count", "1", { en: "units", zh: "个体数" }, ({ count }) => count),
        numberOf("away", data.units.running ?? "1", { en: "distance from the line", zh: "距断点" }, ({ away }) => away),
        numberOf("limit", "1", { en: "density at the line", zh: "断点处密度" }, ({ limit }) => limit),
      ],
      { title: { en: "Density along the running variable", zh: "沿驱动变量的密度" } },
    ),
  ];
}

const short = (value: number) => Number(value.toPrecision(3));
const [fewNear, repeated] = [50, 0.1];

/** `x`: distances from the line, rising; `near`: how many lie within the bandwidth `h`. */
export function densityWarnings(x: Float64Array, near: number, h: number): Warning[] {
  const warnings: Warning[] = [];
  if (near < fewNear) {
    warnings.push({
      code: "few-near",
      text: {
        en: `${near} units within the bandwidth: with fewer than ${fewNear} only gross sorting would show`,
        zh: `带宽内仅 ${near} 个个体：不足 ${fewNear} 个时只有严重的自选择才能显现`,
      },
    });
  }
  const reach = Math.min(-x[0], x[x.length - 1]);
  if (h > reach) {
    warnings.push({
      code: "bandwidth-beyond",
      text: {
        en: `the bandwidth of ${short(h)} reaches beyond the values of a side, which end ${short(reach)} from the line: the empty bins there pull its density down`,
        zh: `带宽 ${short(h)} 超出某一侧的取值范围（距断点最远 ${short(reach)}）：其外的空组会拉低该侧密度`,
      },
    });
  }
  const share = 1 - new Set(x).size / x.length;
  if (share >= repeated) {
    warnings.push({
      code: "repeated-values",
      text: {
        en: `${Math.round(100 * share)} percent of the values repeat others: heaps near the line look like a jump`,
        zh: `${Math.round(100 * share)}% 的取值重复：断点附近的堆积会被当作跳跃`,
      },
    });
  }
  return warnings;
}

export function densityFindings(
  { jump, p, densityLeft, densityRight }: DensityTestResult,
  _: unknown,
  { level }: { readonly level: number },
): Finding[] {
  const values = {
    times: { number: densityRight / densityLeft, unit: "1", digits: 2 },
    p: { text: { en: pValue(p), zh: pValue(p) } },
  };
  return [
    {
      text:
        p <= 1 - level
          ? {
              en: `Just beyond the line units are {times} times as dense as just before (p {p}): they may have sorted themselves, and a discontinuity there is in doubt.`,
              zh: `断点右侧的密度为左侧的 {times} 倍（p {p}）：个体可能自行选择了${jump > 0 ? "右" : "左"}侧，该处的断点估计存疑。`,
            }
          : {
              en: "The density does not show a jump at the line ({times} times, p {p}), which does not prove that nobody sorted.",
              zh: "断点处密度未见跳跃（{times} 倍，p {p}），但这并不证明没有自选择。",
            },
      values,
    },
  ];
}
