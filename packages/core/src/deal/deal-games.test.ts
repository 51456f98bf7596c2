import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { dealTables } from "./deal-tables.ts";
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
