import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { figureColumns } from "./figure-columns.ts";

const values = (...given: number[]) => Float64Array.from(given);
const place = labels("place", ["110000", "110000", "120000"]);
const year = numbers("年份", "year", values(2019, 2020, 2020));
const income = numbers("income", "yuan", values(1, Number.NaN, 2));
const named = ({ columns, left }: ReturnType<typeof figureColumns>) => ({
  columns: columns.map(({ name }) => name),
  left: left.map(({ column, why }) => `${column.name}: ${why}`),
});

it("leaves out years, codes, positions, parts of the table and columns without a figure", () => {
  const table = makeTable(
    "mine",
    [],
    [
      place,
      year,
      numbers("序号", "1", values(1, 2, 3)),
      numbers("行政区划代码", "1", values(110000, 110000, 120000)),
      numbers("经度（度）", "1", values(116, 116, 117)),
      numbers("lat", "degree", values(39, 39, 39)),
      numbers("quality", "1", values(0, 1, 0)),
      numbers("empty", "yuan", values(Number.NaN, Number.NaN, Number.NaN)),
      income,
    ],
    { roles: { place: "place", year: "年份", flag: "quality", values: ["income"] } },
  );
  const found = figureColumns(table);
  expect(named(found)).toEqual({
    columns: ["income"],
    left: [
      "年份: year",
      "序号: code",
      "行政区划代码: code",
      "经度（度）: coordinate",
      "lat: coordinate",
      "quality: part",
      "empty: empty",
    ],
  });
  expect(found.years).toEqual([2019, 2020]);
  expect(found.refused).toBeUndefined();
});

it("knows only years with a figure, and none where the table has none", () => {
  const late = numbers("income", "yuan", values(Number.NaN, Number.NaN, 2));
  const roles = { place: "place", year: "年份" };
  expect(figureColumns(makeTable("mine", [], [place, year, late], { roles })).years).toEqual([2020]);
  expect(figureColumns(makeTable("mine", [], [place, income], { roles: { place: "place" } })).years).toEqual([]);
});

it("says of what nothing can be made", () => {
  const refused = (columns: Parameters<typeof makeTable>[2], roles: Readonly<Record<string, string>>) =>
    figureColumns(makeTable("mine", [], columns, { roles })).refused;
  expect(refused([labels("from", ["a", "b", "c"]), income], { from: "from" })).toBe("noPlaces");
  expect(refused([place, labels("sector", ["A", "B", "A"]), income], { place: "place", industry: "sector" })).toBe(
    "byIndustry",
  );
  expect(refused([place, year], { place: "place", year: "年份" })).toBe("noFigures");
});
