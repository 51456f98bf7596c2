import { describe, expect, it } from "vitest";
import { compared } from "./bet.ts";
import { checkDeal } from "./check-deal.ts";
import { yuanText } from "./money.ts";
import { parseDeal } from "./parse-deal.ts";
import { runDeal } from "./run-deal.ts";
import type { Deal } from "./schema.ts";
import { atItsLine } from "./tell.ts";

const river = (measured: string, more = "") => `conurb-deal: 1
title: river
draws: 100
parties: { up: { title: Upstream, outside: 0 }, down: { title: Downstream, outside: 0 } }
figures: { station: { from: "study/water[1,2015].index" } }
assumed:
  drawn: { triangular: [0.8, 0.9, 1.1] }
  through: { expr: drawn * 1 }
  third: { expr: 3 * 0.1 + 0.7 }
rules:
  r:
    preset: xinan-river
    bet: { upstream: up, downstream: down${more}, measured: [${measured}] }
drafts: { v1: { title: one, rules: [r] } }
`;
const figures = new Map([["station", { value: 0.95, unit: "1" }]]);
function checked(text: string) {
  const { deal, problems, locate } = parseDeal(text, "deal.yaml");
  expect(problems).toEqual([]);
  return { deal: deal as Deal, locate, ...checkDeal(deal as Deal, locate, figures) };
}
async function settled(text: string) {
  const { deal, rules, order, problems, locate } = checked(text);
  expect(problems).toEqual([]);
  const { bets, ledger } = await atItsLine(locate, () => runDeal(deal, rules, order, figures));
  return { bet: bets[0], ledger };
}

describe("a bet whose index was measured", () => {
  it("says for each year what is owed, in whose favour and by which index", async () => {
    // 100 million a year (first round): .833 and the study's .95 are kept, 1.02 is not; at the threshold itself it is kept
    const { bet, ledger } = await settled(
      river(
        "{ year: 2014, index: 1.02 }, { year: 2012, index: 0.833 }, { year: 2015, index: station }, { year: 2013, index: 1 }",
      ),
    );
    expect(bet.years.map(({ year, index, payer, payee, by }) => [year, index, payer, payee, by])).toEqual([
      [2012, 0.833, "down", "up", "observed"],
      [2013, 1, "down", "up", "observed"],
      [2014, 1.02, "up", "down", "observed"],
      [2015, 0.95, "down", "up", "reckoned"],
    ]);
    expect(Object.entries(bet.cash).map(([party, fen]) => [party, yuanText(fen)])).toEqual([
      ["up", "200000000.00"],
      ["down", "-200000000.00"],
    ]);
    const up = ledger.filter(({ party }) => party === "up");
    expect(up.map(({ on, clause, other, balance }) => [on, clause, other, yuanText(balance)])).toEqual([
      ["2012-12", "bet", "down", "100000000.00"],
      ["2013-12", "bet", "down", "200000000.00"],
      ["2014-12", "bet", "down", "100000000.00"],
      ["2015-12", "bet", "down", "200000000.00"],
    ]);
  });

  it("rounds the index as the rule says, by the decimals that are written", async () => {
    // 1.0005 is below 1.0005 as a double: half of the last decimal goes up all the same
    expect(compared({ places: 3 }, 1.0005)).toBe(1.001);
    expect(compared({ places: 3 }, 1.00049)).toBe(1);
    expect(compared({ places: 0 }, -0.5)).toBe(-1);
    expect(compared({ places: undefined }, 1.00049)).toBe(1.00049);
    // a number so near to 0 that it is written with an exponent is rounded all the same
    expect([1e-7, -1e-7, 4e-7, 5e-7].map((index) => compared({ places: 6 }, index))).toEqual([0, 0, 0, 1e-6]);
    expect(compared({ places: 2 }, 1e21)).toBe(1e21);
    const { bet } = await settled(river("{ year: 2012, index: 1.0004 }, { year: 2013, index: 1.0005 }", ", places: 3"));
    expect(bet.years.map(({ isKept }) => isKept)).toEqual([true, false]);
  });

  it("refuses an index that rounding alone puts on a side of the threshold", async () => {
    // a hair above 1; with decimals agreed it is 1
    const near = river("{ year: 2012, index: third + 0.0000000000001 }");
    await expect(settled(near)).rejects.toMatchObject({
      code: "index-at-threshold",
      problems: [{ place: { file: "deal.yaml", line: 13 } }],
    });
    const { bet } = await settled(near.replace("downstream: down", "downstream: down, places: 4"));
    expect(bet.years[0].isKept).toBe(true);
  });

  it.each([
    ["{ year: 2012, index: drawn }", /measured\.0\.index: rests on drawn, which is drawn; expected what was measured/],
    ["{ year: 2012, index: through + 1 }", /measured\.0\.index: rests on drawn, which is drawn/],
    ["{ year: 2012, index: 1 }, { year: 2012, index: 0.9 }", /measured\.1\.year: is 2012, which is there already/],
    ["{ year: 2012, index: nowhere }", /there is no nowhere in figures or assumed/],
    ["{ year: 2012, index: 1 + }", /measured\.0\.index/],
  ])("refuses %s", (measured, message) => {
    const { problems } = checked(river(measured));
    expect(problems.map(({ text }) => text.en).join("\n")).toMatch(message);
    expect(problems[0].place?.line).toBe(13);
  });
});
