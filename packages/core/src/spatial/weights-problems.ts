import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";

export function checkCount(k: number, n: number): void {
  if (k < n) return;
  throw new InputError({
    code: "too-few-places",
    text: {
      en: `weights: k is ${k} but ${n === 1 ? "there is 1 place" : `there are ${n} places`}, expected k below the number of places`,
      zh: `weights：k 为 ${k}，而地区只有 ${n} 个，k 应小于地区数`,
    },
  });
}

export function refuseCoincident(a: string, b: string): never {
  throw new InputError({
    code: "distance-zero",
    text: {
      en: `weights: distance between ${a} and ${b} is 0, expected more than 0 for inverse-distance`,
      zh: `weights：${a} 与 ${b} 的距离为 0，inverse-distance 要求大于 0`,
    },
  });
}

export function islandsWarning(places: readonly string[]): Warning {
  return {
    code: "islands",
    text: {
      en: "{n} without a neighbour: {places}",
      zh: "{n} 个地区没有邻居：{places}",
    },
    values: { n: places.length, places: { places } },
  };
}

export function tiesWarning(places: readonly string[], ties: "include" | "code"): Warning {
  const done = ties === "include" ? ["all were taken", "全部纳入"] : ["the first by code were taken", "按代码取前者"];
  return {
    code: "ties",
    text: {
      en: `places tie for the k-th neighbour of {places}: ${done[0]}`,
      zh: `{places} 的第 k 个近邻有并列：${done[1]}`,
    },
    values: { places: { places } },
  };
}
