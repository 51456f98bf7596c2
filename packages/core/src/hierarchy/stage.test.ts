import { describe, expect, it } from "vitest";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { labels, makeTable, type NumberColumn, numbers } from "../contract/table.ts";
import method, { stage } from "./stage.ts";

const exact = 1e-12; // percentages of a few figures

const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);
const stepsOf = (percent: number) => {
  const [row] = stage({ place: ["a"], share: [percent / 100] }).places;
  return [row?.stage.id, row?.phase.id];
};
const run = (columns: readonly NumberColumn[], options = {}) => {
  const data = makeTable("data", ["place"], [labels("place", ["a", "b"]), ...columns]);
  return invoke(method, { inputs: { data }, options }, localContext(method, 1));
};

describe("stage", () => {
  // the report: "lower than 30%", "between 30% and 70%", "more than 70%"; "<55%", "55%-65%", ">65%"
  it.each([
    [29.9, "initiation", "no-synergy"],
    [30, "agglomeration", "no-synergy"],
    [54.9, "agglomeration", "no-synergy"],
    [55, "agglomeration", "complementary"],
    [65, "agglomeration", "complementary"],
    [65.1, "agglomeration", "diversified"],
    [70, "agglomeration", "diversified"],
    [70.1, "saturation", "diversified"],
  ])("%f percent: stage %s, phase %s", (percent, wanted, phase) => {
    expect(stepsOf(percent)).toEqual([wanted, phase]);
  });

  it("keeps stage and phase apart: bounds of the one do not move the other", () => {
    const [row] = stage({ place: ["a"], share: [0.6] }, { stages: [40, 59] }).places;
    expect([row?.stage.id, row?.phase.id]).toEqual(["saturation", "complementary"]);
  });

  it("says how far the next one is, nothing in the last", () => {
    const [a, b] = stage({ place: ["a", "b"], share: [0.6, 0.72] }).places;
    near(a?.toNextStage, 10);
    near(a?.toNextPhase, 5);
    expect(b?.toNextStage).toBeNaN();
  });

  it("adds groups up by people, or takes the mean where there are none, with a word", () => {
    const input = { place: ["a", "b"], share: [0.6, 0.8], group: ["g", "g"] };
    const weighed = stage({ ...input, population: [100, 200] });
    near(weighed.groups[0]?.percent, 220 / 3);
    expect(weighed.warnings).toEqual([]);
    const plain = stage(input);
    near(plain.groups[0]?.percent, 70);
    expect(plain.groups[0]?.stage.id).toBe("agglomeration"); // exactly on the bound, whatever rounding leaves
    expect(plain.warnings?.map(({ code }) => code)).toEqual(["unweighted"]);
    expect(plain.convention.weight).toBe("equal");
  });

  it("counts places by step, of each group and year", () => {
    const { stages } = stage({ place: ["a", "b", "c"], share: [0.2, 0.5, 0.9], group: ["g", "g", "h"] });
    expect(stages.map(({ group, step, places }) => [group, step.id, places])).toEqual([
      ["g", "initiation", 1],
      ["g", "agglomeration", 1],
      ["g", "saturation", 0],
      ["h", "initiation", 0],
      ["h", "agglomeration", 0],
      ["h", "saturation", 1],
    ]);
  });

  it("warns of registered population", () => {
    const { warnings } = stage({ place: ["a"], share: [0.5] }, { population: "registered" });
    expect(warnings?.map(({ code }) => code)).toEqual(["registered-population"]);
  });

  it("takes shares in percent, or urban people and all people in their own units", async () => {
    const byShare = await run([numbers("share", "percent", [60, 80])]);
    const byPeople = await run([
      numbers("urban", "person", [600_000, 1_600_000]),
      numbers("population", "10000 person", [100, 200]),
    ]);
    for (const { tables } of [byShare, byPeople]) {
      const percent = tables.find(({ name }) => name === "places")?.columns.find(({ name }) => name === "percent");
      near(percent?.values[1] as number, 80);
    }
  });

  it("refuses shares beyond 0 and 1 with the way out, missing columns, and bounds that do not rise", async () => {
    expect(() => stage({ place: ["a"], share: [57.35], year: [2016] })).toThrow(
      "stage: urban share of a 2016 is 57.35, expected 0 to 1",
    );
    await expect(run([numbers("urban", "person", [1, 2])])).rejects.toThrow(
      "stage: the data have no share, expected share, or urban and population",
    );
    expect(() => stage({ place: ["a"], share: [0.5] }, { phases: [65, 55] })).toThrow(
      "stage: phases are 65 and 55, expected the second above the first",
    );
    expect(() => stage({ place: ["a"], share: [0.5], population: [0] })).toThrow(
      "stage: population of a is 0, expected more than 0",
    );
  });
});
