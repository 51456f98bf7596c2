import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import method, { primacy } from "./primacy.ts";

const exact = 1e-14; // sums of a few sizes

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

describe("primacy", () => {
  it("of 12, 6, 4, 3 is 12/6, 12/13, 12/25", () => {
    const found = primacy({ place: ["d", "a", "b", "c"], size: [3, 12, 6, 4] });
    near(found.twoCity, 2);
    near(found.fourCity, 12 / 13);
    near(found.mehta, 12 / 25);
    near(found.hhi, (144 + 36 + 16 + 9) / 625);
    expect(found.elevenCity).toBeNaN();
    expect(found.groups[0]).toMatchObject({ first: "a", second: "b", places: 4 });
    expect(say(found.warnings?.[0])).toBe("fewer than 11 places, so no 11-city index");
  });

  it("of Zipf's law is 2, 12/13, 12/25, and with eleven 2 over the sum of 1/2 to 1/11", () => {
    const found = primacy({ place: letters(12), size: letters(12).map((_, at) => 1 / (at + 1)) });
    near(found.twoCity, 2);
    near(found.fourCity, 12 / 13);
    near(found.mehta, 12 / 25);
    near(found.elevenCity, 2 / [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].reduce((sum, rank) => sum + 1 / rank, 0));
  });

  it("takes each group and year apart, and does not change with the unit", () => {
    const place = ["a", "b", "c", "a", "b", "c"];
    const size = [8, 4, 5, 10, 20, 5];
    const year = [2010, 2010, 2010, 2020, 2020, 2020];
    const group = ["g", "g", "h", "g", "g", "h"];
    const found = primacy({ place, size, year, group });
    expect(found.groups.map((row) => [row.group, row.year, row.first, row.twoCity])).toEqual([
      ["g", 2010, "a", 2],
      ["g", 2020, "b", 2],
      ["h", 2010, "c", Number.NaN],
      ["h", 2020, "c", Number.NaN],
    ]);
    expect(found.twoCity).toBeUndefined();
    expect(found.warnings?.map((warning) => say(warning))[0]).toBe(
      "fewer than 2 places, so no 2-city index: h 2010, 2020",
    );
    const thousands = primacy({ place, size: size.map((each) => each / 1000), year, group });
    near(thousands.groups[0]?.hhi, found.groups[0]?.hhi as number);
  });

  it("needs no rule for ties: two of one size give 1", () => {
    near(primacy({ place: ["b", "a"], size: [7, 7] }).twoCity, 1);
  });

  it("refuses a size that is not above 0, and names what was dropped", async () => {
    expect(() => primacy({ place: ["a"], size: [0], year: [2020] })).toThrow(
      "primacy: size of a 2020 is 0, expected more than 0",
    );
    const data = makeTable(
      "data",
      ["place"],
      [labels("place", letters(3)), numbers("size", "person", [3, Number.NaN, 1])],
    );
    const { dropped, scalars } = await invoke(method, { inputs: { data } }, localContext(method, 1));
    expect(dropped.map(({ row }) => row)).toEqual(["b"]);
    near(scalars.twoCity as number, 3);
  });
});
