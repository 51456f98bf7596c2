import { describe, expect, it } from "vitest";
import cvWeights from "../composite/cv-weights.ts";
import entropyWeights from "../composite/entropy-weights.ts";
import compositeIndex from "../composite/index.ts";
import normalise from "../composite/normalise.ts";
import obstacleDegree from "../composite/obstacle-degree.ts";
import topsis from "../composite/topsis.ts";
import beta from "../convergence/beta.ts";
import kernelDensity from "../convergence/kernel-density.ts";
import markov from "../convergence/markov.ts";
import sigma from "../convergence/sigma.ts";
import shiftShare from "../structure/shift-share.ts";
import { growthProblems } from "./growth.ts";
import { invoke } from "./invoke.ts";
import { localContext } from "./local-context.ts";
import type { AnyMethod } from "./method.ts";
import { labels, makeTable, numbers, type PriceBasis } from "./table.ts";

const places = ["a", "b", "c", "d"];
const panel = (prices: PriceBasis | undefined, unit = "yuan") =>
  makeTable(
    "data",
    ["place", "year"],
    [
      labels("place", [...places, ...places]),
      numbers("year", "year", [2010, 2010, 2010, 2010, 2020, 2020, 2020, 2020]),
      numbers("value", unit, [1, 2, 3, 4, 2, 5, 5, 7], prices === undefined ? {} : { prices }),
    ],
  );
const run = (method: AnyMethod, prices: PriceBasis | undefined, options = {}, unit?: string) =>
  invoke(method, { inputs: { data: panel(prices, unit) }, options }, localContext(method, 1));
const told = async (...given: Parameters<typeof run>) => (await run(...given)).warnings.map(({ code }) => code);

describe("the option prices", () => {
  it.each<[PriceBasis | undefined, string]>([
    [{ basis: "current" }, "current"],
    [{ basis: "constant", base: 2015 }, "constant"],
    [{ basis: "chained", base: 2017 }, "constant"],
    [{ basis: "relative", base: 2020 }, "relative"],
    [undefined, "as-given"],
  ])("is what the column says: %o", async (prices, wanted) => {
    for (const method of [beta, sigma]) {
      const { options, convention } = await run(method, prices);
      expect([options["prices"], convention["prices"]]).toEqual([wanted, wanted]);
    }
  });

  it("is what the study says where it says so", async () => {
    expect((await run(beta, { basis: "current" }, { prices: "constant" })).options["prices"]).toBe("constant");
  });

  it("warns of inflation in growth, and not where there is none", async () => {
    expect(await told(beta, { basis: "current" })).toContain("prices");
    expect(await told(beta, { basis: "constant" })).not.toContain("prices");
    expect(await told(beta, { basis: "relative" })).not.toContain("prices");
  });
});

describe("comparisons of years at current prices", () => {
  const code = "growth-at-current-prices";
  it("are labelled where amounts of different years meet", async () => {
    const pooled = { classes: "pooled", k: 2 };
    expect(await told(markov, { basis: "current" }, pooled)).toContain(code);
    expect(await told(markov, undefined, pooled)).toContain(code);
    expect(await told(kernelDensity, { basis: "current" }, {})).toContain(code);
    expect((await run(markov, undefined, pooled)).warnings.find((each) => each.code === code)?.text.en).toBe(
      "value: growth of money in prices of an unknown basis holds inflation, expected constant prices",
    );
  });

  it("are not where prices are constant, where classes are bands of ranks, or where there is no money", async () => {
    expect(await told(markov, { basis: "constant", base: 2015 }, { classes: "pooled", k: 2 })).not.toContain(code);
    expect(await told(markov, { basis: "current" }, { k: 2 })).not.toContain(code);
    expect(await told(markov, { basis: "current" }, { classes: "pooled", value: "relative", k: 2 })).not.toContain(
      code,
    );
    expect(await told(markov, undefined, { classes: "pooled", k: 2 }, "person")).not.toContain(code);
    expect(await told(kernelDensity, { basis: "current" }, { scale: "relative" })).not.toContain(code);
  });

  it.each([
    [compositeIndex, true],
    [normalise, true],
    [topsis, true],
    [obstacleDegree, true],
    [entropyWeights, false],
    [cvWeights, false],
  ] as const)("of composites are told where their goalposts are of all years: %o", async (method, takesRecipe) => {
    const data = panel({ basis: "current" });
    const roles = { data: { indicators: ["value"] } };
    const pooled = { indicators: [{ id: "value" }] };
    const byYear = { ...pooled, normalise: { scope: "by-year" } };
    const says = (inputs: object) =>
      growthProblems(method as AnyMethod, {}, { data, ...inputs }, roles).map((problem) => problem.code);
    expect(says({})).toEqual([code]);
    if (!takesRecipe) return;
    expect(says({ recipe: pooled })).toEqual([code]);
    expect(says({ recipe: byYear })).toEqual([]);
    const stated = {
      indicators: [{ id: "value", best: 9, worst: 1 }],
      normalise: { method: "goalposts", scope: "by-year" },
    };
    expect(says({ recipe: stated })).toEqual([code]);
    const deflated = { data: panel({ basis: "constant", base: 2015 }) };
    expect(growthProblems(method as AnyMethod, {}, deflated, roles)).toEqual([]);
  });

  it("is said beside the scores of a composite", async () => {
    const { warnings } = await invoke(
      compositeIndex,
      { inputs: { data: panel({ basis: "current" }) }, roles: { data: { indicators: ["value"] } } },
      localContext(compositeIndex, 1),
    );
    expect(warnings.map((each) => each.code)).toContain(code);
  });

  it("of compositions are told by column", () => {
    const jobs = makeTable(
      "data",
      ["place", "industry", "year"],
      [
        labels("place", ["a", "a", "a", "a"]),
        labels("industry", ["x", "y", "x", "y"]),
        numbers("year", "year", [2010, 2010, 2020, 2020]),
        numbers("output", "yuan", [1, 2, 3, 4], { prices: { basis: "current" } }),
      ],
      { roles: { value: "output" } },
    );
    expect(growthProblems(shiftShare, {}, { data: jobs }).map(({ text }) => text.zh)).toEqual([
      "output：金额（当年价）的增长含通货膨胀，应使用不变价",
    ]);
    const one = makeTable(
      "data",
      jobs.key,
      jobs.columns.map((column) =>
        column.name === "year" ? numbers("year", "year", [2010, 2010, 2010, 2010]) : column,
      ),
    );
    expect(growthProblems(shiftShare, {}, { data: one })).toEqual([]);
  });
});
