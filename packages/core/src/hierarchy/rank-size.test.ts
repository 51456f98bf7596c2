import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import method, { rankSize } from "./rank-size.ts";

const exact = 1e-13; // logarithms and a least-squares line through a few points

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

describe("rankSize", () => {
  it("of 1 / (rank - 1/2) is 1 with a standard error of sqrt(2/n)", () => {
    const { exponent, standardError, r2, fits, sizes } = rankSize({
      place: letters(5),
      size: [2, 2 / 3, 2 / 5, 2 / 7, 2 / 9],
    });
    near(exponent, 1);
    near(standardError, Math.sqrt(2 / 5));
    near(r2, 1);
    near(fits[0]?.low, 1 - 1.959963984540054 * Math.sqrt(0.4));
    sizes.forEach(({ size, fitted }) => {
      near(fitted, size);
    });
  });

  it("of rank^(-1/2) is 2 by the plain regression, which it calls biased", () => {
    const size = [1, 2, 3, 4].map((rank) => rank ** -0.5);
    const { exponent, warnings, convention } = rankSize({ place: letters(4), size }, { estimator: "ols" });
    near(exponent, 2);
    expect(warnings?.map(({ code }) => code)).toEqual(["biased"]);
    expect(convention).toEqual({ estimator: "ols", cutoff: "none", ties: "label" });
  });

  it("of 9, 3, 1 by hand", () => {
    const { fits } = rankSize({ place: ["c", "a", "b"], size: [1, 9, 3] });
    // x = ln 9, ln 3, 0 is evenly spaced by ln 3, so the slope is (last - first) / (2 ln 3)
    near(fits[0]?.rankHalf, Math.log(2.5 / 0.5) / (2 * Math.log(3)));
    near(fits[0]?.ols, Math.log(3) / (2 * Math.log(3)));
    near(fits[0]?.hill, 2 / (Math.log(9) + Math.log(3)));
  });

  it("by Hill draws a line through the least size, with standard error b / sqrt(n - 1)", () => {
    const { exponent, standardError, sizes } = rankSize({ place: letters(3), size: [9, 3, 1] }, { estimator: "hill" });
    near(exponent, 2 / Math.log(27));
    near(standardError, 2 / Math.log(27) / Math.sqrt(2));
    near(sizes[2]?.fitted, 1); // rank n
    near(sizes[0]?.fitted, 3 ** (1 / (exponent as number))); // 3 (1 / size)^b = 1
  });

  it("does not change with the unit of size", () => {
    const size = [50, 23, 11, 8, 3];
    const [a, b] = [
      rankSize({ place: letters(5), size }),
      rankSize({ place: letters(5), size: size.map((each) => each * 1e4) }),
    ];
    near(b.exponent, a.exponent as number);
    near(b.fits[0]?.hill, a.fits[0]?.hill as number);
  });

  it("cuts off by minimum, by number, or both, and names who is left out", () => {
    const input = { place: letters(6), size: [60, 50, 40, 30, 20, 10] };
    const names = (options: object) =>
      rankSize(input, options)
        .sizes.map(({ place }) => place)
        .join("");
    expect(names({ minimum: 30 })).toBe("abcd"); // the bound itself takes part
    expect(names({ top: 3 })).toBe("abc");
    expect(names({ top: 5, minimum: 30 })).toBe("abcd");
    const { dropped, convention, n } = rankSize(input, { top: 5, minimum: 20 });
    expect(dropped).toEqual([
      { input: "data", row: "f", reason: { en: "below the minimum size", zh: "低于最小规模" } },
    ]);
    expect([convention.cutoff, n]).toEqual(["both", 5]);
  });

  it("fits each group and year by itself", () => {
    const place = [...letters(3), ...letters(3), "x", "y", "z"];
    const year = [2010, 2010, 2010, 2020, 2020, 2020, 2020, 2020, 2020];
    const group = [...new Array(6).fill("g"), "h", "h", "h"];
    const size = [9, 3, 1, 90, 30, 10, 4, 2, 1];
    const { fits, exponent, sizes } = rankSize({ place, size, group, year });
    expect(fits.map((fit) => `${fit.group} ${fit.year} ${fit.places}`)).toEqual(["g 2010 3", "g 2020 3", "h 2020 3"]);
    near(fits[0]?.exponent, fits[1]?.exponent as number);
    expect(exponent).toBeUndefined();
    expect(sizes.filter(({ group: name }) => name === "h").map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it("ranks ties by label, says so, and fits the same whichever comes first", () => {
    const [a, b] = [
      rankSize({ place: ["a", "b", "c", "d"], size: [9, 4, 4, 1] }),
      rankSize({ place: ["a", "c", "b", "d"], size: [9, 4, 4, 1] }),
    ];
    expect(a.sizes.map(({ place }) => place).join("")).toBe("abcd");
    expect(b.sizes.map(({ place }) => place).join("")).toBe("abcd");
    expect(a.exponent).toBe(b.exponent);
    expect(a.warnings?.map(({ code }) => code)).toEqual(["ties"]);
  });

  it("answers fewer than three places, and places all of one size, with no exponent and a word", () => {
    for (const size of [[5], [5, 3]]) {
      const { exponent, warnings, sizes } = rankSize({ place: letters(size.length), size });
      expect(exponent).toBeNaN();
      expect(sizes[0]).toMatchObject({ rank: 1, fitted: Number.NaN });
      const places = size.length === 1 ? "1 place" : `${size.length} places`;
      expect(warnings?.[0]?.text.en).toBe(`no fit: ${places}, at least 3 are needed`);
    }
    const nothing = rankSize({ place: ["a"], size: [5] }, { minimum: 6 });
    expect([nothing.n, nothing.fits[0]?.places]).toEqual([0, 0]);
    const even = rankSize({ place: letters(3), size: [2, 2, 2], group: ["g", "g", "g"] });
    expect(even.exponent).toBeNaN();
    expect(even.warnings?.map((each) => say(each))).toEqual([
      "no fit for g: all places are of one size",
      "places of one size are ranked by label",
    ]);
  });

  it("refuses sizes that have no logarithm", () => {
    expect(() => rankSize({ place: ["a", "b"], size: [1, 0] })).toThrow(
      "rank-size: size of b is 0, expected more than 0",
    );
    expect(() => rankSize({ place: ["a"], size: [-1], year: [2020] })).toThrow("rank-size: size of a 2020 is -1");
  });

  it("writes its tables with units and years, and says what the interval allows", async () => {
    const data = makeTable(
      "data",
      ["city", "year"],
      [
        labels("city", ["a", "b", "c", "d"]),
        numbers("year", "year", [2020, 2020, 2020, 2020]),
        numbers("population", "10000 person", [9, 3, 2, 1]),
      ],
      { roles: { place: "city", size: "population" } },
    );
    const result = await invoke(method, { inputs: { data } }, localContext(method, 1));
    const [sizes, fits] = result.tables;
    expect(sizes?.columns.map(({ name }) => name)).toEqual(["place", "year", "group", "size", "rank", "fitted"]);
    expect(sizes?.columns[3]).toMatchObject({ unit: "10000 person" });
    expect(fits?.key).toEqual(["group", "year"]);
    expect(result.findings[0]?.text.en).toContain("cannot be told from Zipf’s law");
    expect(method.trace?.({ table: "sizes", row: 1, column: "size" }, result.tables, undefined as never)).toEqual([
      { input: "data", where: { place: ["b"], year: [2020] } },
    ]);
    expect(method.trace?.({ table: "fits", row: 0, column: "exponent" }, result.tables, undefined as never)).toEqual([
      { input: "data", where: { year: [2020] } },
    ]);
  });
});
