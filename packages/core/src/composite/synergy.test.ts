import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { makeRecipe } from "./recipe.ts";
import method, { type SynergyOptions, synergy } from "./synergy.ts";
import { isJumpy, synergyDegree, thetaOf } from "./synergy-degree.ts";

const exact = 1e-12; // a root of a product of a few differences

const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const even = (k: number) => Array.from({ length: k }, () => 1 / k);
const near = (found: number, expected: number) => expect(Math.abs(found - expected)).toBeLessThan(exact);

// economy .2 .6 .7, environment .3 .4 .2
const panel = {
  place: ["a", "a", "a"],
  year: [2010, 2015, 2020],
  subsystems: [column("economy", 0.2, 0.6, 0.7), column("environment", 0.3, 0.4, 0.2)],
};
const values = (options?: SynergyOptions) => synergy(panel, options).rows.map((row) => row.synergy);

describe("the degree of synergy", () => {
  it("by hand: theta times the geometric mean of sizes, or the weighed sum", () => {
    near(synergyDegree([0.4, 0.1], even(2), "product", "meng-han"), 0.2);
    near(synergyDegree([0.4, -0.1], even(2), "product", "meng-han"), -0.2);
    near(synergyDegree([0.4, -0.1], even(2), "product", "none"), 0.2);
    near(synergyDegree([0.4, -0.1], [0.75, 0.25], "sum", "meng-han"), -0.325);
    near(synergyDegree([0.4, -0.1], [0.75, 0.25], "sum", "none"), 0.275);
  });

  it("jumps in the sum form as an increment of next to nothing changes its sign, and not without theta", () => {
    const [above, below] = [
      [0.3, 0.3, 0.001],
      [0.3, 0.3, -0.001],
    ];
    expect(synergyDegree(above, even(3), "sum", "meng-han")).toBeCloseTo(0.2, 3);
    expect(synergyDegree(below, even(3), "sum", "meng-han")).toBeCloseTo(-0.2, 3);
    expect(synergyDegree(below, even(3), "sum", "none")).toBeCloseTo(0.2, 2);
    expect([above, below].map(isJumpy)).toEqual([true, true]);
    expect(
      [
        [0.3, 0.3, 0.1],
        [0.3, -0.2, -0.001],
        [0.3, 0.3],
        [-0.3, -0.2],
      ].map(isJumpy),
    ).toEqual([...[false, false, false, false]]);
  });

  it("takes theta over the increments that are not 0; with none of those it is undefined, and synergy 0", () => {
    expect([thetaOf([0, 0.2]), thetaOf([0, -0.2, 0.4]), thetaOf([0, 0])]).toEqual([1, -1, 0]);
    expect(synergyDegree([0, 0.2], even(2), "product", "meng-han")).toBe(0);
    near(synergyDegree([0, 0.2], even(2), "sum", "meng-han"), 0.1);
    expect(synergyDegree([0, 0], even(2), "sum", "meng-han")).toBe(0);
  });
});

describe("synergy", () => {
  it("by hand since a base year, and since the year before", () => {
    const fixed = values();
    near(fixed[0], 0.2); // .4 and .1
    near(fixed[1], -Math.sqrt(0.05)); // .5 and -.1
    const adjacent = values({ base: "adjacent" });
    near(adjacent[0], 0.2);
    near(adjacent[1], -Math.sqrt(0.02)); // .1 and -.2
    expect(values({ from: 2015 })).toHaveLength(1);
    near(values({ from: 2015 })[0], -Math.sqrt(0.02));
  });

  it("has every base, form and factor side by side, and the increments always", () => {
    const result = synergy(panel);
    expect(result.variants).toHaveLength(2 * 2 * 2 * 2);
    expect(result.rows[1]).toMatchObject({ since: 2010, theta: -1 });
    near(result.rows[1].beside, Math.sqrt(0.05));
    const tables = method.tables(result, undefined as never, undefined as never).map(({ name, rows }) => [name, rows]);
    expect(tables).toEqual([
      ["synergy", 2],
      ["increments", 4],
      ["increments_beside", 4],
      ["variants", 16],
    ]);
  });

  it("weighs the sum form as given, made to add up to 1", () => {
    near(values({ form: "sum", weights: { economy: 3, environment: 1 } })[0], 0.325);
    expect(() => values({ weights: { economy: 1 } })).toThrow("synergy: weights lack environment");
    expect(() => values({ weights: { economy: 1, sea: 1 } })).toThrow("weights name sea, which is not a subsystem");
  });

  it("makes order degrees of order parameters by a recipe, aspect by aspect", () => {
    const recipe = makeRecipe({
      nodes: [{ id: "economy" }, { id: "environment" }],
      indicators: [
        { id: "gdp", node: "economy", goalposts: [0, 10] },
        { id: "dust", node: "environment", direction: "down", goalposts: [0, 100] },
        { id: "green", node: "environment", goalposts: [0, 1] },
      ],
      normalise: { method: "goalposts" },
    });
    const data = {
      place: ["a", "a"],
      year: [2010, 2020],
      subsystems: [column("gdp", 2, 6), column("dust", 80, 60), column("green", 0.3, 0.3)],
    };
    const { rows, subsystems } = synergy(data, { recipe });
    expect(subsystems.map(({ name }) => name)).toEqual(["economy", "environment"]);
    near(rows[0].increments[0], 0.4);
    near(rows[0].increments[1], 0.1); // (.2 + .3) / 2 to (.4 + .3) / 2
    near(rows[0].synergy, 0.2);
    // goalposts that do not bracket the figures are refused, not clipped
    const wide = { ...data, subsystems: [column("gdp", 2, 11), ...data.subsystems.slice(1)] };
    expect(() => synergy(wide, { recipe })).toThrow(
      "synergy: order degree of economy of a 2020 is 1.1, expected 0 to 1",
    );
  });

  it("counts jumps in a warning for the sum form under theta, and marks the rows in any case", () => {
    const data = {
      place: ["a", "a"],
      year: [2010, 2020],
      subsystems: [column("x", 0.1, 0.4), column("y", 0.1, 0.4), column("z", 0.1, 0.099)],
    };
    const codes = (options: SynergyOptions) => synergy(data, options).warnings?.map(({ code }) => code);
    expect(codes({ form: "sum" })).toEqual(["sign-jumps"]);
    expect(codes({ form: "sum", theta: "none" })).toEqual([]);
    expect(codes({ form: "product" })).toEqual([]);
    expect(synergy(data, { form: "product" }).jumps).toBe(1);
  });

  it("says of a subsystem that stands still, and of a place in which all do", () => {
    const data = (y: number[]) => ({
      place: ["a", "a"],
      year: [1, 2],
      subsystems: [column("x", 0.5, 0.5), column("y", ...y)],
    });
    expect(synergy(data([0.1, 0.2])).warnings?.map(({ code }) => code)).toEqual(["increment-zero"]);
    const still = synergy(data([0.1, 0.1]));
    expect(still.rows[0].synergy).toBe(0);
    expect(still.warnings?.map(({ code }) => code)).toEqual(["nothing-changes"]);
  });

  it("leaves out rows that lack a subsystem, places of one year, and, since a base year, places without it", () => {
    const result = synergy({
      place: ["a", "a", "b", "c", "c", "d", "d"],
      year: [2010, 2020, 2020, 2010, 2020, 2015, 2020],
      subsystems: [
        column("x", 0.1, 0.2, 0.3, Number.NaN, 0.4, 0.1, 0.2),
        column("y", 0.1, 0.2, 0.3, 0.2, 0.4, 0.1, 0.2),
      ],
    });
    expect(result.rows.map(({ place }) => place)).toEqual(["a"]);
    expect(result.dropped?.map(({ row }) => row)).toEqual(["c 2010", "b", "c", "d"]);
  });

  it("refuses levels that are none, one subsystem, and nothing to compare with", () => {
    const of = (year: number[], ...subsystems: ReturnType<typeof column>[]) =>
      synergy({ place: ["a", "a"], year, subsystems });
    expect(() => of([1, 2], column("x", 0.1, 1.2), column("y", 0.1, 0.2))).toThrow("order degree of x of a 2 is 1.2");
    expect(() => of([1, 2], column("x", 0.1, 0.2))).toThrow("data has 1 subsystem, expected at least 2");
    expect(() => of([1, 2], column("x", 0.1, Number.NaN), column("y", 0.1, 0.2))).toThrow("no place has two years");
    expect(() => values({ from: 1999 })).toThrow("synergy: no place has the base year 1999 and a later one");
  });

  it("says how many move forward together, and how many signs theta turns", () => {
    const said = (language: "en" | "zh") =>
      (method.findings?.(synergy(panel), undefined as never, undefined as never) ?? []).map((each) =>
        say(each, language),
      );
    expect(said("en")).toEqual([
      "All 2 subsystems moved forward in 0 of 1 place in 2020 since 2010.",
      "In 1 of 2 rows the sum of increments has the other sign without theta: one subsystem falls back while the whole moves forward.",
    ]);
    expect(said("zh")[0]).toBe("2020 年，与 2010 年相比，1 个地区中有 0 个的 2 个子系统全部向有序方向演进。");
  });
});
