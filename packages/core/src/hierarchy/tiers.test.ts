import { describe, expect, it } from "vitest";
import { atlasCsv } from "../../test/atlas-compositions.ts";
import { invoke, resolveOptions } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import method, { tiers } from "./tiers.ts";

const place = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);
const classes = (size: number[], options: Parameters<typeof tiers>[1]) =>
  tiers({ place: place(size.length), size }, options).classes.map((row) => row.class);

describe("tiers", () => {
  it("by BCG: a main core has more than 5 million, a secondary core more than half a million", () => {
    const size = [5_000_001, 5_000_000, 500_001, 500_000, 0];
    expect(classes(size, { concept: "urban-core" })).toEqual([
      "main-core",
      "secondary-core",
      "secondary-core",
      "small-medium",
      "small-medium",
    ]);
    expect(classes(size, { concept: "urban-core", boundary: "at-least" })).toEqual([
      "main-core",
      "main-core",
      "secondary-core",
      "secondary-core",
      "small-medium",
    ]);
  });

  it("by the State Council's notice of 2014: lower bounds included, upper not", () => {
    const size = [1e7, 9_999_999, 5e6, 3e6, 2_999_999, 1e6, 5e5, 499_999, 2e5, 199_999];
    expect(classes(size, { concept: "urban-core", standard: "china-2014" })).toEqual([
      "super",
      "very-large",
      "very-large",
      "large-1",
      "large-2",
      "large-2",
      "medium",
      "small-1",
      "small-1",
      "small-2",
    ]);
  });

  it("never calls a prefecture a city tier", () => {
    const urban = tiers({ place: ["a"], size: [6e6] }, { concept: "urban-of-prefecture" });
    expect(urban.object).toBe("prefecture");
    expect(urban.convention.object).toBe("prefecture");
    expect(urban.classes[0]?.title).toEqual({
      en: "prefecture, size of a main core city",
      zh: "地区口径，规模相当于主核心城市",
    });
    expect(urban.warnings?.map(({ code }) => code)).toEqual(["prefecture-figures"]);
    const core = tiers({ place: ["a"], size: [6e6] }, { concept: "urban-core" });
    expect(core.classes[0]?.title).toEqual({ en: "main core city", zh: "主核心城市" });
    expect(core.warnings).toEqual([]);
    expect(core.convention).toEqual({ standard: "bcg", concept: "urban-core", object: "city", boundary: "above" });
  });

  it("counts every class of every group and year, those without places too", () => {
    const { counts } = tiers(
      { place: ["a", "b", "c"], size: [6e6, 1e6, 1e5], group: ["g", "g", "h"], year: [2020, 2020, 2020] },
      { concept: "urban-core" },
    );
    expect(counts.map((row) => `${row.group} ${row.class} ${row.places} ${row.persons}`)).toEqual([
      "g main-core 1 6000000",
      "g secondary-core 1 1000000",
      "g small-medium 0 0",
      "h main-core 0 0",
      "h secondary-core 0 0",
      "h small-medium 1 100000",
    ]);
    expect(counts[0]?.share).toBe(6 / 7);
  });

  it("asks which population is counted", () => {
    expect(() => resolveOptions(method, {})).toThrow("hierarchy/tiers: option concept");
    expect(() => resolveOptions(method, { concept: "registered" })).toThrow("option concept");
  });

  it("reads the unit of the population, and says when there is none", async () => {
    const run = (unit: string) => {
      const data = makeTable("data", ["place"], [labels("place", ["a"]), numbers("size", unit, [600])]);
      return invoke(method, { inputs: { data }, options: { concept: "resident" } }, localContext(method, 1));
    };
    const inTenThousands = await run("10000 person");
    expect(inTenThousands.tables[0]?.columns.find(({ name }) => name === "size")?.values[0]).toBe(6e6);
    expect(inTenThousands.tables[0]?.title).toEqual({
      en: "Prefecture size classes (not city tiers)",
      zh: "地区规模分级（非城市等级）",
    });
    expect((await run("1")).warnings.map(({ code }) => code)).toEqual(["prefecture-figures", "unit-unknown"]);
    await expect(run("yuan")).rejects.toThrow("yuan cannot be turned into person");
  });

  it("answers one place, and refuses what is no population", () => {
    expect(tiers({ place: ["a"], size: [0] }, { concept: "resident" }).counts.map(({ places }) => places)).toEqual([
      0, 0, 1,
    ]);
    expect(() => tiers({ place: ["a"], size: [-1] }, { concept: "resident" })).toThrow(
      "tiers: population of a is -1, expected at least 0",
    );
  });

  it("finds Handan no main core: 5.5 million urban people of a prefecture are a size class", () => {
    const [row] = atlasCsv("china-clusters/census.csv").filter(
      ({ code, year }) => code === "130400" && year === "2020",
    );
    const size = [Number(row?.urban_population)];
    const { classes: found } = tiers({ place: ["130400"], size }, { concept: "urban-of-prefecture" });
    expect(found[0]?.class).toBe("main-core");
    expect(found[0]?.title.en).toBe("prefecture, size of a main core city");
  });
});
