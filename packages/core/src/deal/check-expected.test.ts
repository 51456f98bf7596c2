import { expect, it } from "vitest";
import { checkDeal } from "./check-deal.ts";
import { parseDeal } from "./parse-deal.ts";

/** A sound deal that looks ahead; each test writes one thing of it otherwise. */
const sound = `conurb-deal: 1
title: ahead
parties: { a: { title: A, outside: 0 }, b: { title: B, outside: 0 } }
enterprises:
  plant:
    moves:
      - { from: a, to: b, led: government, registered: 2020-01, produces: 2020-01 }
    expected: { before: { vat: 1 }, full: { vat: 1 }, ramp: 0 }
rules: { r: { preset: jing-jin-ji-2015 } }
drafts: { v1: { title: one, rules: [r] } }
`;
function checked(text: string) {
  const { deal, problems, locate } = parseDeal(text, "deal.yaml");
  expect(problems).toEqual([]);
  return checkDeal(deal as NonNullable<typeof deal>, locate);
}

it("notes value-added tax that is expected of the years of the pilot, before or after the move", () => {
  const noted = (month: string, tax = "vat") => {
    const { problems, notes } = checked(sound.replaceAll("2020-01", month).replaceAll("vat:", `${tax}:`));
    expect(problems).toEqual([]);
    return notes.filter(({ code }) => code === "vat-pilot").map(({ place }) => place?.path);
  };
  const at = (when: string) => `enterprises.plant.expected.${when}.vat`;
  expect(noted("2015-01")).toEqual([at("before"), at("full")]);
  expect(noted("2019-01")).toEqual([at("before")]);
  expect(noted("2020-01")).toEqual([]);
  expect(noted("2015-01", "income")).toEqual([]);
});

it("refuses a unit in which nothing can be counted, before it stands in a report", () => {
  const counts = "ramp: 0, counts: { output: { amount: 4, unit: millions of yuan } }";
  expect(checked(sound.replace("ramp: 0", counts)).problems).toEqual([
    expect.objectContaining({
      code: "unit-unreadable",
      place: { file: "deal.yaml", line: 8, path: "enterprises.plant.expected.counts.output.unit" },
    }),
  ]);
});

it("refuses a transfer before the move", () => {
  const early = "produces: 2020-01, transfers: [{ year: 1, on: 2019-12 }] }";
  expect(
    checked(sound.replace("produces: 2020-01 }", early)).problems.map(({ code, text }) => [code, text.en]),
  ).toEqual([
    [
      "transfer-early",
      "enterprises.plant.moves.0.transfers.0.on: is 2019-12, expected a month from 2020-01 on, when the registration changed",
    ],
  ]);
});
