import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { dealTables } from "./deal-tables.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { parseDeal } from "./parse-deal.ts";
import { runDeal } from "./run-deal.ts";
import type { Deal } from "./schema.ts";
import { atItsLine } from "./tell.ts";

/** Nothing is drawn but `cost`: tax of 60 local a year, half to a for three years, without discount. */
const text = `conurb-deal: 1
title: game
draws: 400
years: 3
discount: 0%
parties: { a: { title: { en: Aville, zh: 甲市 }, outside: 20000000 }, b: { title: Btown, outside: 0 } }
mediator: { title: Office }
assumed:
  cost: { uniform: [5, 15], unit: million yuan }
enterprises:
  plant:
    moves: [{ from: a, to: b, led: government, registered: 2021-01, produces: 2021-01 }]
    expected: { before: { vat: 100000000 }, full: { vat: 120000000 }, ramp: 0 }
rules: { r: { taxes: vat, split: { origin: 50%, host: 50% }, years: 3 } }
drafts: { v1: { title: one, rules: [r] } }
games:
  keeping:
    title: keeping
    template: two-governments
    parties: [a, b]
    benefits: { draft: v1 }
    costs: [cost, 0]
    temptations: [75000000, 30000000]
    fine: 5000000
    vary: { parameter: fine, from: 0, to: 40000000 }
`;
async function played(written = text) {
  const { deal, problems, locate } = parseDeal(written, "deal.yaml");
  expect(problems).toEqual([]);
  const checked = checkDeal(deal as Deal, locate);
  expect(checked.problems).toEqual([]);
  const result = await atItsLine(locate, () => runDeal(deal as Deal, checked.rules, checked.order, new Map()));
  return { deal: deal as Deal, result, game: result.games[0] };
}
const told = (written: string) => {
  const { deal, problems, locate } = parseDeal(written, "deal.yaml");
  return (deal === undefined ? problems : checkDeal(deal, locate).problems).map(
    ({ place, text: said }) => `${place?.line} ${said.en}`,
  );
};

describe("a game around a deal", () => {
  it("takes what a draft gives each beyond its outside option, and means of what is drawn", async () => {
    const { game } = await played();
    const value = (parameter: string) => game.amounts.find((each) => each.parameter === parameter)?.value ?? Number.NaN;
    // 30 a year for three years less 20 outside, and 90
    expect([value("benefits.1"), value("benefits.2")]).toEqual([70, 90]);
    // the mean of a uniform from 5 to 15 over 400 draws: standard error 10 / sqrt(12 x 400) = .144; five of them
    expect(Math.abs(value("costs.1") - 10)).toBeLessThan(5 * 0.144);
    // both keep: 70 - cost; a breaks alone: 75 - 5
    expect(game.payoffs.payoffs[0][3]).toBeCloseTo(70 - value("costs.1"), 9);
    expect(game.payoffs.payoffs[0][2]).toBe(70);
    expect(game.unit).toBe("million yuan");
  });

  it("expects the product of what is drawn together, not the product of its means", async () => {
    // a fine that grows with the chance of being found out, both drawn by `found`: in every draw 10 found x found
    const together = text
      .replace("assumed:", "assumed:\n  found: { uniform: [0, 1] }")
      .replace("fine: 5000000\n", "fine: 10000000 * one * found\n    detection: found\n")
      .replace("  cost:", "  one: { value: 1, unit: yuan }\n  cost:")
      .replace(
        "vary: { parameter: fine, from: 0, to: 40000000 }",
        "vary: { parameter: temptations.1, from: 0, to: 100000000 }",
      );
    const { game, deal } = await played(together);
    const { order } = checkDeal(deal, () => ({ file: "deal.yaml" }));
    const { columns } = drawQuantities(deal, order, new Map());
    const mean = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0) / values.length;
    const found = columns.get("found")?.values as Float64Array;
    const cost = mean(columns.get("cost")?.values as Float64Array);
    const levied = 10 * mean(found.map((each) => each * each));
    const ofMeans = 10 * mean(found) ** 2;
    expect(levied - ofMeans).toBeGreaterThan(0.7); // the variance of a uniform, 1/12, times 10, is .83
    expect(game.payoffs.payoffs[0][2]).toBeCloseTo(75 - levied, 9);
    expect(game.payoffs.payoffs[1][1]).toBeCloseTo(30 - levied, 9);
    // a keeps beside b that keeps where 70 - cost is more than the temptation less what is levied
    const [threshold] = game.result.thresholds.filter(({ pattern, before }) => pattern === "11" && before === "stable");
    expect(threshold.value).toBeCloseTo(70 - cost + levied, 6);
  });

  it("tells at which fine keeping becomes stable, in the words of the parties", async () => {
    const { game, deal, result } = await played();
    const cost = game.amounts.find(({ parameter }) => parameter === "costs.1")?.value as number;
    // both keep where 70 - cost > 75 - fine: from fine = 5 + cost on; b keeps in any case: 90 > 30 - fine
    const [threshold] = game.result.thresholds.filter(({ pattern, after }) => pattern === "11" && after === "stable");
    const accuracy = 1e-6; // of the search for a change of sign, in million
    expect(Math.abs(threshold.value - (5 + cost))).toBeLessThan(accuracy);
    const table = dealTables(deal, result).find(({ name }) => name === "keeping.parties");
    expect(table?.columns.find(({ name }) => name === "place_zh")?.values).toEqual(["甲市", "Btown"]);
  });

  it.each([
    ["parties: [a, b]", "parties: [a, a]", /^20 games\.keeping\.parties\.1: a is there twice/],
    [
      "parties: [a, b]",
      "parties: [a, mediator]",
      /^20 games\.keeping\.parties\.1: there is no party mediator, expected one of a, b/,
    ],
    ["draft: v1 }", "draft: v2 }", /^21 games\.keeping\.benefits\.draft: there is no draft v2/],
    ["costs: [cost, 0]", "costs: [cost]", /^22 /],
    ["costs: [cost, 0]", "costs: [coast, 0]", /^22 games\.keeping\.costs\.0: there is no coast in figures or assumed/],
    ["fine: 5000000", "fine: 5000000\n    from: [0.5]", /^25 games\.keeping\.from: has 1 shares, expected 2/],
    ["fine: 5000000", "fine: cost / cost", /^24 /],
  ])("refuses %s as %s, at its line", (from, to, message) => {
    expect(told(text.replace(from, to)).join("\n")).toMatch(message);
  });

  it("refuses what only the numbers show, at its line too", async () => {
    const chance = text.replace("fine: 5000000", "fine: 5000000\n    detection: 2 * 1");
    await expect(played(chance)).rejects.toMatchObject({ problems: [{ code: "game-amount", place: { line: 25 } }] });
    // in every draw, not only on the average: 0.4 + 0.9 found goes beyond one
    const drawn = text
      .replace("assumed:", "assumed:\n  found: { uniform: [0, 1] }")
      .replace("fine: 5000000", "fine: 5000000\n    detection: 0.4 + 0.9 * found");
    await expect(played(drawn)).rejects.toThrow(
      /^games\.keeping\.detection: comes to 1\.\d+, expected a chance from 0 to 1/,
    );
    // each at its own parameter, whatever else is drawn
    const costs = text
      .replace("costs: [cost, 0]", "costs: [cost, huge * 1e300 * 1e200]")
      .replace("  cost:", "  huge: { value: 1, unit: yuan }\n  cost:");
    await expect(played(costs)).rejects.toThrow(/^games\.keeping\.costs\.1: /);
    const ranged = text.replace("parameter: fine, from: 0, to: 40000000", "parameter: detection, from: 0, to: 2");
    await expect(played(ranged)).rejects.toThrow(/^games\.keeping\.vary\.to: comes to 2, expected a chance/);
    await expect(played(text.replace("parameter: fine", "parameter: fines"))).rejects.toMatchObject({
      problems: [{ code: "parameter-unknown", place: { line: 25 } }],
    });
    const still = text
      .replace("benefits: { draft: v1 }", "benefits: [0, 0]")
      .replace("[cost, 0]", "[0, 0]")
      .replace("[75000000, 30000000]", "[0, 0]")
      .replace("fine: 5000000\n", "fine: 0\n")
      .replace(/ {4}vary.*\n/, "");
    await expect(played(still)).rejects.toThrow(/^games\.keeping: evolutionary: every party gets the same/);
  });
});
