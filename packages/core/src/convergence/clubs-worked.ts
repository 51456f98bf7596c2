import type { Method } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";

const years = Array.from({ length: 12 }, (_, at) => 2001 + at);

/**
 * Two places whose logarithms are 1 + d and 1 - d, so that H_t = d_t^2. With d_t = c / (t^g log t), log(H_1 / H_t) - 2 log log t
 * is a constant and 2 g log t, so that b = 2 g whatever the errors; d_1 is free, as log 1 is 0.
 */
const gap = (t: number) => (t === 1 ? 0.2 : 0.1 / (t ** 0.35 * Math.log(t)));

export const clubsWorked: Method["worked"] = {
  source: "closed form: H_t = (.1 / (t^.35 log t))^2 makes the regression exact, with b = 2 x .35",
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
