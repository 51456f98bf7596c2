import { describe, expect, it } from "vitest";
import { rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["areas", 41],
  ["gva", 17712],
  ["jobs", 6080],
  ["industries", 22],
])("%s has %i rows", (name, count) => expect(rows(`britain/${name}`)).toHaveLength(count));

describe("britain", () => {
  it("has an output of 2,025,589 million pounds in 2021", () => {
    expect(sum(rows("britain/gva", { year: "2021" }), "gva_million_gbp")).toBe(2_025_589); // README
  });

  it("has 21.3 million full-time employees in 2022, none in Northern Ireland", () => {
    expect(sum(rows("britain/jobs", { year: "2022" }), "jobs") / 1e6).toBeCloseTo(21.3, 1); // README
    expect(rows("britain/jobs", { itl2: "TLN0" })).toEqual([]); // README
  });

  it("is empty in Scottish agriculture of 2015-2017 only", () => {
    const empty = rows("britain/jobs").filter((row) => row.jobs === "");
    expect(empty).toHaveLength(15); // README
    expect(empty.filter((row) => !(row.itl2.startsWith("TLM") && row.industry === "A" && row.year <= "2017"))).toEqual(
      [],
    );
  });

  it("has complete years of 18 groups and 19 sections", () => {
    expect(rows("britain/gva")).toHaveLength(41 * 24 * 18); // README: 41 regions, 1998-2021
    expect(rows("britain/jobs")).toHaveLength(40 * 8 * 19); // README: 40 regions, 2015-2022
  });
});
