import { expect, it } from "vitest";
import { findColumn, labels, makeTable, numbers } from "../contract/table.ts";
import { withAttributes, withOwnPlaces } from "./places.ts";
import type { Gazetteer } from "./ports.ts";

const gazetteer: Gazetteer = {
  places: new Map(
    [
      { code: "13", name: { en: "Tokyo", zh: "东京" }, parent: "JP", lon: 139.7, lat: 35.7 },
      { code: "27", name: { en: "Osaka", zh: "大阪" }, parent: "JP", lon: 135.5, lat: 34.7 },
      { code: "110000", name: { en: "Beijing", zh: "北京" }, parent: "110000", lon: 116.4, lat: 39.9 },
    ].map((place) => [place.code, place]),
  ),
  clusters: [],
};
const panel = (codes: readonly string[]) =>
  makeTable("panel", ["place"], [labels("place", codes), numbers("value", "1", codes.map(Number))], {
    roles: { place: "place" },
  });
const lonOf = (codes: readonly string[]) =>
  Array.from<string | number | null>(
    findColumn(withAttributes(panel(codes), new Map(), gazetteer), "lon")?.values ?? [],
  );
const nameOf = (codes: readonly string[], code: string) =>
  withOwnPlaces(gazetteer, [panel(codes)]).places.get(code)?.name.en;

it("takes numbers of two digits for places where all of them are places", () => {
  expect(lonOf(["13", "27", "110000"])).toEqual([139.7, 135.5, 116.4]);
  expect(nameOf(["13", "27"], "13")).toBe("Tokyo");
});

it("takes them for the table's own where one of them is none: rows that are counted are no prefectures", () => {
  expect(lonOf(["12", "13", "14", "110000"])).toEqual([Number.NaN, Number.NaN, Number.NaN, 116.4]);
  expect(nameOf(["12", "13", "14"], "13")).toBe("13");
  expect(nameOf(["12", "13", "110000"], "110000")).toBe("Beijing");
});
