import { describe, expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { parseDeal } from "./parse-deal.ts";
import type { Deal } from "./schema.ts";
import { mediatorView, type Reservation, trialsOf } from "./verdict.ts";

/** 0 to 40 million of local tax a year, drawn once: half of it to a for two years of four, under a cap that is never reached. */
const written = `conurb-deal: 1
title: Two cities
draws: 1000
years: 4
discount: 0%
parties: { a: { title: Aville, outside: 0 }, b: { title: Btown, outside: OUTSIDE } }
assumed: { tax: { uniform: [0, 80], unit: million yuan } }
enterprises:
  plant:
    moves: [{ from: a, to: b, led: government, registered: 2021-01, produces: 2021-01 }]
    expected: { before: {}, full: { vat: tax }, ramp: 0 }
rules: { r: { taxes: vat, split: { origin: 50%, host: 50% }, years: 2 } }
drafts: { v1: { title: one, rules: [r] } }
`;
const ofA: Reservation = { party: "a", reservation: "30000000", chance: "50%" };

function view(outside: number, reservations: readonly Reservation[], text = written) {
  const { deal, problems, locate } = parseDeal(text.replace("OUTSIDE", String(outside)), "deal.yaml");
  expect(problems).toEqual([]);
  const { rules, order, problems: wrong } = checkDeal(deal as Deal, locate);
  expect(wrong).toEqual([]);
  return mediatorView(trialsOf(deal as Deal, rules, order, new Map()), "v1", reservations);
}

describe("the mediator's view", () => {
  it("proposes nothing at the cost of a party whose reservation it was not let see", () => {
    // a has one year's local tax, 0 to 40 million, and so its 30 in a quarter of the draws; b three years', 0 to 120, and so its 60
    // outside in half of them, and less often with every yuan more to a
    const { unseen, proposals, drafts } = view(60_000_000, [ofA]);
    expect(unseen).toEqual(["b"]);
    expect(proposals).toEqual([]);
    const ofDraws = 0.05; // three standard errors of a share of 1,000 draws
    expect(Math.abs(drafts[0].kept[0] - 0.25)).toBeLessThan(ofDraws);
    expect(Math.abs(drafts[0].unseen[0] - 0.5)).toBeLessThan(ofDraws);
    expect(drafts[0].accepted).toEqual([false]);
  });

  it("proposes what costs nobody a chance, and says what it knows of each", () => {
    const { proposals } = view(0, [ofA]);
    expect(proposals.length).toBeGreaterThan(0);
    // b is never worse off than with nothing
    for (const { unseen } of proposals) expect(unseen).toEqual([1]);
    expect(proposals[0].all).toBe(true);
  });

  it("lets the fewest years stand for all that make no difference", () => {
    // a has its 5 million at most, whatever the years
    const capped = written.replace("years: 2 }", "years: 2, cap: { of: amount, amount: 5000000 } }");
    const { proposals } = view(0, [{ ...ofA, reservation: "5000000" }], capped);
    const seen = proposals.map(({ share, kept }) => `${share} ${kept.join(" ")}`);
    expect(proposals.length).toBeGreaterThan(0);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
