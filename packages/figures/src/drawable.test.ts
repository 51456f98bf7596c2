import { labels, makeTable, numbers, type View } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { drawable } from "./drawable.ts";

const table = (year: readonly number[], value: readonly number[]) =>
  makeTable(
    "t",
    ["place", "year"],
    [
      labels(
        "place",
        year.map((_, at) => "abc"[at] as string),
      ),
      numbers("year", "year", year),
      numbers("v", "1", value),
    ],
  );
const trend: View = { kind: "trend", table: "t", time: "year", value: "v", series: "place" };
const map: View = { kind: "map", table: "t", place: "place", value: "v" };

it("draws a trend of two years with figures, and of no fewer", () => {
  expect(drawable(trend, { t: table([2019, 2020], [1, 2]) })).toBe(true);
  expect(drawable(trend, { t: table([2019, 2020], [1, Number.NaN]) })).toBe(false);
  const { columns, ...rest } = table([2019], [1]);
  expect(drawable(trend, { t: { ...rest, columns: columns.filter(({ name }) => name !== "year") } })).toBe(false);
});

it("draws a map of two places whose position is known, and of no fewer", () => {
  const at = (lon: number) => ({ title: { en: "", zh: "" }, lon, lat: 1 });
  const t = table([2020, 2020], [1, 2]);
  expect(drawable(map, { t }, { a: at(1), b: at(2) } as never)).toBe(true);
  expect(drawable(map, { t }, { a: at(1) } as never)).toBe(false);
});

it("draws no table that is not there, and no interval that the table lacks", () => {
  const bars: View = { kind: "bars", table: "t", category: "place", value: "v" };
  const t = table([2020, 2020], [1, 2]);
  expect(drawable(bars, { t })).toBe(true);
  expect(drawable({ ...bars, table: "unions" }, { t })).toBe(false);
  expect(drawable({ ...bars, low: "v", high: "most" }, { t })).toBe(false);
});
