import { labels, makeTable, numbers, type View } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { foremost } from "./foremost.ts";

const named: Readonly<Record<string, string>> = { a: "Ayton", b: "Beeham", c: "Ceeford", x: "Mining", y: "Trade" };
const nameOf = (code: string) => named[code] ?? code;
const title = { en: "location quotient", zh: "区位商" };

it("says who is highest and who lowest, where each row is of one place", () => {
  const table = makeTable(
    "t",
    ["place"],
    [labels("place", ["a", "b", "c"]), numbers("q", "1", [1.5, Number.NaN, 0.25], { title })],
  );
  const view: View = { kind: "dots", table: "t", place: "place", value: "q" };
  expect(foremost(view, table, nameOf, "en")).toBe("Location quotient: Ayton is highest (1.50), Ceeford lowest (0.25)");
  expect(foremost(view, table, nameOf, "zh")).toBe("区位商：Ayton最高（1.50），Ceeford最低（0.25）");
});

const panel = makeTable(
  "t",
  ["place", "industry", "year"],
  [
    labels("place", ["a", "b", "a", "b"]),
    labels("industry", ["x", "x", "y", "y"]),
    numbers("year", "year", [2019, 2019, 2020, 2020]),
    numbers("q", "1", [9, 1, 2, 3], { title }),
  ],
);

it("says which cell is highest in the year in which a panel stands, or in the view's own", () => {
  const view: View = { kind: "heatmap", table: "t", row: "place", column: "industry", value: "q", scale: "around-one" };
  expect(foremost(view, panel, nameOf, "en")).toBe("Location quotient, 2020: highest for Beeham\u00a0– Trade (3)");
  expect(foremost({ ...view, where: { year: 2019 } }, panel, nameOf, "en")).toBe(
    "Location quotient: highest for Ayton\u00a0– Mining (9)",
  );
});

it("says nothing where rows repeat a name, are alike, or are called by numbers", () => {
  const table = (codes: string[], values: number[]) =>
    makeTable("t", [], [labels("class", codes), numbers("q", "1", values)]);
  const view: View = { kind: "bars", table: "t", category: "class", value: "q" };
  expect(foremost(view, table(["a", "a"], [1, 2]), nameOf, "en")).toBeUndefined();
  expect(foremost(view, table(["a", "b"], [2, 2]), nameOf, "en")).toBeUndefined();
  expect(foremost(view, table(["1", "2"], [1, 2]), nameOf, "en")).toBeUndefined();
  expect(foremost(view, table(["a", "b"], [1, 2]), nameOf, "en")).toMatch(/Beeham is highest/);
});

it("reads off one Lorenz curve what the half has that has least", () => {
  const curve = (groups: string[]) =>
    makeTable(
      "l",
      [],
      [
        labels("group", groups),
        numbers("x", "1", [0.25, 0.75, 1]),
        numbers("y", "1", [0.1, 0.5, 1], { title: { en: "share of output", zh: "产出份额" } }),
      ],
    );
  const view: View = { kind: "lorenz", table: "l", x: "x", y: "y", group: "group" };
  // half-way between (0.25, 0.1) and (0.75, 0.5)
  expect(foremost(view, curve(["g", "g", "g"]), nameOf, "en")).toBe(
    "The half that has least holds 30.0% (share of output)",
  );
  expect(foremost(view, curve(["g", "g", "h"]), nameOf, "en")).toBeUndefined();
});
