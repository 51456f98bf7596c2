import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { parseDeal } from "./parse-deal.ts";
import type { Deal } from "./schema.ts";
import { streamsOf } from "./streams.ts";

const text = `conurb-deal: 1
title: a river and a plant
draws: 10000
years: 3
parties: { up: { title: Upstream, outside: 0 }, down: { title: Downstream, outside: 0 } }
assumed:
  growth: { uniform: [1, 2] }
  rain: { uniform: [0, 1] }
  water: { expr: rain / 2 + 0.5 }
  tax: { expr: base * growth, unit: million yuan }
  base: { value: 100, unit: million yuan }
TOGETHER
enterprises:
  plant:
    moves: [{ from: up, to: down, led: government, registered: 2026-01, produces: 2026-01 }]
    expected: { before: {}, full: { vat: tax }, ramp: 0 }
rules:
  river: { kind: bet, bet: { upstream: up, downstream: down, threshold: 0.75, stake: 100, index: INDEX } }
  other: { like: river }
drafts: { v1: { title: one, rules: [river, other] } }
`;
function opened(index: string, together = "") {
  const { deal, problems, locate } = parseDeal(text.replace("INDEX", index).replace("TOGETHER", together), "deal.yaml");
  expect(problems).toEqual([]);
  const checked = checkDeal(deal as Deal, locate);
  expect(checked.problems).toEqual([]);
  const frame = drawQuantities(deal as Deal, checked.order, new Map());
  const { indices, years } = streamsOf(deal as Deal, checked.rules, frame);
  const inYear = (year: number, rule = "river") => indices.get(rule)?.filter((_, at) => at % years === year) ?? [];
  return { inYear, growth: frame.columns.get("growth")?.values ?? [], notes: checked.notes };
}

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, each) => sum + each, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const about = Array.from(a, (each, at) => [each - ma, b[at] - mb] as const);
  const sum = (of: (x: number, y: number) => number) => about.reduce((total, [x, y]) => total + of(x, y), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}
/** Of uniform amounts whose normal scores correlate by rho. */
const ofUniforms = (rho: number) => (6 / Math.PI) * Math.asin(rho / 2);
/** Four standard errors of a correlation of 10,000 draws. */
const sampled = 4 / Math.sqrt(10_000);

describe("the index of a bet", () => {
  it("is drawn anew each year, whatever else is drawn", () => {
    const { inYear, growth, notes } = opened("water");
    expect(Math.abs(correlation(inYear(0), inYear(1)))).toBeLessThan(sampled);
    expect(Math.abs(correlation(inYear(1), inYear(2)))).toBeLessThan(sampled);
    expect(Math.abs(correlation(inYear(2), growth))).toBeLessThan(sampled);
    expect(notes.filter(({ code }) => code === "index-once")).toEqual([]);
  });

  it("has the correlation that is stated in every year, and years what comes of it", () => {
    const { inYear, growth } = opened("water", "together: [{ of: [rain, growth], rho: 0.8 }]");
    for (const year of [0, 1, 2])
      expect(Math.abs(correlation(inYear(year), growth) - ofUniforms(0.8))).toBeLessThan(sampled);
    expect(Math.abs(correlation(inYear(0), inYear(2)) - ofUniforms(0.64))).toBeLessThan(sampled);
    const alike = opened("water", "together: [{ of: [growth, rain], rho: 1 }]");
    expect(alike.inYear(2)).toEqual(alike.inYear(0));
  });

  it("is one for two bets on the same water", () => {
    const { inYear } = opened("water");
    expect(inYear(1, "other")).toEqual(inYear(1));
  });

  it("moves with what the deal rests on elsewhere too, in all years alike, and that is noted", () => {
    const { inYear, growth, notes } = opened("growth - 0.75");
    expect(inYear(2)).toEqual(inYear(0));
    expect(inYear(0)[7]).toBe(growth[7] - 0.75);
    expect(notes.find(({ code }) => code === "index-once")).toMatchObject({
      place: { line: 18 },
      text: { en: expect.stringContaining("rests on growth, which the deal uses elsewhere too: drawn once") },
    });
  });
});
