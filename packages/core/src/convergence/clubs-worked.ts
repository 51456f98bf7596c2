import type { Method } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

const years = Array.from({ length: 12 }, (_, at) => 2001 + at);

/**
 * Two places at 1 + d and 1 - d of their mean, so that H_t = d_t^2. With d_t = c / (t^g log t), log(H_1 / H_t) - 2 log log t is a
 * constant and 2 g log t, so that b = 2 g; d_1 is free, as log 1 is 0. What is added to log H_t, lest the line be exact and have no
 * error, are divided differences of the second order in log t: they sum to 0, alone and times log t, and so leave b as it is.
 */
const gap = (t: number) => (t === 1 ? 0.2 : (0.1 / (t ** 0.35 * Math.log(t))) * Math.exp(-noise(t) / 2));

/** Of the years from the fifth on, which are those that the regression reads. */
function noise(t: number): number {
  const from = [5, 6, 7, 8, 9, 10];
  return from.reduce((sum, first) => sum + 0.002 * (-1) ** first * secondDifference(t, first), 0);
}

/** The weight of year t in the divided difference over three years from `first`, in logarithms. */
function secondDifference(t: number, first: number): number {
  const window = [first, first + 1, first + 2];
  if (!window.includes(t)) return 0;
  return window.reduce((product, other) => (other === t ? product : product / (Math.log(t) - Math.log(other))), 1);
}

export const clubsWorked: Method["worked"] = {
  source: {
    en: "closed form: H_t = (.1 / (t^.35 log t))^2 gives b = 2 x .35; what disturbs it is orthogonal to the regression",
    zh: "闭式解：H_t = (.1 / (t^.35 log t))²，b = 2 × .35；扰动项与回归正交",
  },
  inputs: {
    data: makeTable(
      "data",
      ["place", "year"],
      [
        labels(
          "place",
          years.flatMap(() => ["a", "b"]),
        ),
        numbers(
          "year",
          "year",
          years.flatMap((year) => [year, year]),
        ),
        numbers(
          "value",
          "yuan",
          years.flatMap((_, at) => [10 + 10 * gap(at + 1), 10 - 10 * gap(at + 1)]),
        ),
      ],
    ),
  },
  options: { values: "as-given", filter: "none" },
  gives: { slope: 0.7, "clubs[0].places": 2, "clubs[0].slope": 0.7 },
};
