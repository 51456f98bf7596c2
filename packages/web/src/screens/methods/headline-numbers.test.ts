import { expect, it } from "vitest";
import { headlineNumbers } from "./headline-numbers.ts";

const described = {
  reach: { title: { en: "Reach", zh: "可达距离" }, unit: "km" },
  p: { title: { en: "p value", zh: "p 值" }, unit: "1" },
  answer: { title: { en: "Answer", zh: "结论" }, unit: "1" },
};
const labels = { rise: { title: { en: "It rose", zh: "上升" } } };
const told = (scalars: Record<string, number | string>, language: "en" | "zh" = "en") =>
  headlineNumbers({ scalars }, described, labels, language).map(({ title, value }) => `${title}: ${value}`);

it("calls a number by its title, with its unit", () => {
  expect(told({ reach: 12.5 })).toEqual(["Reach: 12.5 km"]);
  expect(told({ reach: 12.5 }, "zh")).toEqual(["可达距离: 12.5 km"]);
});

it("gives a small number the digits that it takes, and a gap a dash", () => {
  expect(told({ p: 0.00042 })).toEqual(["p value: 0.0004"]);
  expect(told({ p: Number.NaN })).toEqual(["p value: –"]);
  expect(told({ p: 0 })).toEqual(["p value: 0"]);
});

it("says a code as the tables call it, and what the descriptor does not know by its name", () => {
  expect(told({ answer: "rise" }, "zh")).toEqual(["结论: 上升"]);
  expect(told({ answer: "other", extra: 3 })).toEqual(["Answer: other", "extra: 3"]);
});
