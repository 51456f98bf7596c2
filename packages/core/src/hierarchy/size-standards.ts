import type { Text } from "../language/text.ts";

/** A class of places by population: from this many persons up to the next class. */
export interface SizeClass {
  readonly id: string;
  readonly from: number;
  readonly title: Text;
}

/** A published set of classes, largest first, and whether a place exactly on a bound belongs above it. */
export interface SizeStandard {
  readonly title: Text;
  readonly boundary: "at-least" | "above";
  readonly classes: readonly SizeClass[];
}

export const sizeStandards = {
  bcg: {
    title: {
      en: "BCG and China Development Research Foundation 2017: main cores over 5 million, secondary cores 0.5 to 5 million",
      zh: "BCG 与中国发展研究基金会 2017：主核心城市超过 500 万，次核心城市 50 万至 500 万",
    },
    boundary: "above",
    classes: [
      { id: "main-core", from: 5e6, title: { en: "main core city", zh: "主核心城市" } },
      { id: "secondary-core", from: 5e5, title: { en: "secondary core city", zh: "次核心城市" } },
      { id: "small-medium", from: 0, title: { en: "small or medium-sized city", zh: "中小城市" } },
    ],
  },
  "china-2014": {
    title: {
      en: "State Council of China 2014: five classes in seven steps by urban-district resident population",
      zh: "国务院 2014 年城市规模划分标准：按城区常住人口五类七档",
    },
    boundary: "at-least",
    classes: [
      { id: "super", from: 1e7, title: { en: "super-large city", zh: "超大城市" } },
      { id: "very-large", from: 5e6, title: { en: "very large city", zh: "特大城市" } },
      { id: "large-1", from: 3e6, title: { en: "large city, type I", zh: "Ⅰ型大城市" } },
      { id: "large-2", from: 1e6, title: { en: "large city, type II", zh: "Ⅱ型大城市" } },
      { id: "medium", from: 5e5, title: { en: "medium-sized city", zh: "中等城市" } },
      { id: "small-1", from: 2e5, title: { en: "small city, type I", zh: "Ⅰ型小城市" } },
      { id: "small-2", from: 0, title: { en: "small city, type II", zh: "Ⅱ型小城市" } },
    ],
  },
} as const satisfies Record<string, SizeStandard>;

export type StandardName = keyof typeof sizeStandards;
