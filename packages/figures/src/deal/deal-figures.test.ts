import type { Splits } from "@conurb/core/deal";
import { describe, expect, it } from "vitest";
import { amountsIn } from "./amounts.ts";
import { sayIn } from "./deal-words.ts";
import { mapFigure } from "./map-figure.ts";
import { coreFigure, splitFigure } from "./split-figure.ts";

const splits = (values: readonly number[], shares: readonly number[]): Splits => ({
  total: values.at(-1) as number,
  values,
  splits: [{ split: "draft", shares, blocked: [] }],
  isCoreEmpty: false,
  ranges: [],
  warnings: [],
});
const polygons = (markup: string) =>
  [...markup.matchAll(/<polygon points="([^"]+)"/g)].map(([, points]) => (points as string).split(" "));

describe("the core of three parties", () => {
  it("is the triangle itself where groups have nothing by themselves", () => {
    const drawn = coreFigure(splits([0, 0, 0, 0, 0, 0, 0, 90], [30, 30, 30]), ["A", "B", "C"], "en", "core");
    const [triangle, core] = polygons(drawn?.markup ?? "");
    expect(new Set(core)).toEqual(new Set(triangle));
  });

  it("is cut by what two can have alone: with 60 of 90 for A and B, C has at most 30", () => {
    const drawn = coreFigure(splits([0, 0, 0, 60, 0, 0, 0, 90], [30, 30, 30]), ["A", "B", "C"], "en", "core");
    const [triangle, core] = polygons(drawn?.markup ?? "");
    // corners: A 40,y B 340,y C 190,34; a third of the way up from A and from B
    const heights = (points: readonly string[] | undefined) => points?.map((each) => Number(each.split(",")[1])) ?? [];
    const [base, apex] = [Math.max(...heights(triangle)), Math.min(...heights(triangle))];
    const rounding = 0.02; // of coordinates with two decimals
    expect(Math.abs(Math.min(...heights(core)) - (base - (base - apex) / 3))).toBeLessThan(rounding);
  });

  it("is not there where it is empty, and not drawn for another number of parties", () => {
    const drawn = coreFigure(splits([0, 0, 0, 80, 0, 80, 80, 90], [30, 30, 30]), ["A", "B", "C"], "en", "core");
    expect(polygons(drawn?.markup ?? "")).toHaveLength(1);
    expect(coreFigure(splits([0, 0, 0, 90], [45, 45]), ["A", "B"], "en", "core")).toBeUndefined();
  });
});

it("splits that fall together stand above and below the line", () => {
  const drawn = splitFigure(
    splits([0, 0, 0, 90], [45, 45]),
    ["A", "B"],
    ["a", "b"],
    amountsIn("yuan", [90], "en"),
    "en",
    sayIn("en", "yuan"),
  );
  const circle = /<circle[^>]*cx="([\d.]+)" cy="([\d.]+)" r="5"/.exec(drawn.markup);
  const rect = /<rect x="([\d.]+)" y="([\d.]+)" width="9"/.exec(drawn.markup);
  expect(Number(rect?.[1]) + 4.5).toBeCloseTo(Number(circle?.[1]), 5);
  expect(Number(rect?.[2]) + 4.5 - Number(circle?.[2])).toBe(9);
});

it("frames what all would accept and prints every chance", () => {
  const map = {
    shares: [40, 50],
    years: [3, 4],
    worst: [
      [0.5, 0.2],
      [0.09, Number.NaN],
    ],
    draws: 100,
  };
  const { markup } = mapFigure(map, 0.9, "map", sayIn("zh", "yuan"));
  for (const text of [">50<", ">20<", ">9<", ">–<", ">3 年<"]) expect(markup).toContain(text);
  expect(markup.match(/stroke-linecap="square"/g)).toHaveLength(4);
});

it("frames a rule with which exactly the share asked for is content, as the deal itself counts it", () => {
  // a tenth of the draws, and 1 - 0.9 is less than a tenth as a double
  const map = { shares: [40], years: [3], worst: [[0.1]], draws: 100 };
  const edges = (confidence: number) =>
    mapFigure(map, confidence, "map", sayIn("en", "yuan")).markup.match(/stroke-linecap="square"/g)?.length ?? 0;
  expect([edges(0.9), edges(0.91)]).toEqual([4, 0]);
});

it("counts money in the deal's own currency", () => {
  const told = { collected: "1.00", total: "1.00", outside: "" };
  expect(sayIn("zh", "USD")("conserved", told)).toContain("1.00 美元");
  expect(sayIn("en", "USD")("amountHead")).toBe("amount (USD)");
});

it("writes amounts of a page in one unit, three figures of the largest at least", () => {
  const [en, zh] = [amountsIn("yuan", [4.21e8], "en"), amountsIn("yuan", [4.21e8], "zh")];
  expect([en.full(4.21e8), en.change(-2.6e6), zh.full(4.21e8), zh.change(1.6e6)]).toEqual([
    "421 m yuan",
    "−3",
    "4.21 亿元",
    "+0.02",
  ]);
  expect(amountsIn("yuan", [250_000], "zh").full(250_000)).toBe("250,000 元");
  expect(amountsIn("yuan", [1_420_000], "en").full(1_420_000)).toBe("1,420 k yuan");
  expect(amountsIn("yuan", [14_200_000], "en").full(14_200_000)).toBe("14.2 m yuan");
});
