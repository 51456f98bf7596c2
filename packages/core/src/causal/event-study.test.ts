import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { fisherUpperTail } from "../numeric/fisher.ts";
import { adoptionExample } from "./adoption-example.ts";
import { type EventInput, eventStudy } from "./event-study.ts";
import { groupTimeAtt } from "./group-time-att.ts";

const near = (found: number | undefined, expected: number, within: number) =>
  expect(Math.abs((found as number) - expected)).toBeLessThan(within);

/** The columns of the made-up example. */
function example(size: number, starts = [0, 2014, 2016]): EventInput {
  const { data } = adoptionExample(5, size, {}, starts).inputs as { data: { columns: { values: never }[] } };
  const [place, year, outcome, treated] = data.columns.map(({ values }) => values);
  return { place, year, outcome, treated };
}

describe("laws", () => {
  it("is, with one cohort and nothing else, what group-time effects from a universal base are", () => {
    const all = example(30);
    const early = new Set(all.place.filter((_, row) => (all.treated?.[row] as number) === 1 && all.year[row] < 2016));
    const late = new Set(all.place.filter((place, row) => (all.treated?.[row] as number) === 1 && !early.has(place)));
    const kept = [...all.place.keys()].filter((row) => !late.has(all.place[row]));
    const pick = (values: ArrayLike<number>) => kept.map((row) => values[row]);
    const one = {
      place: kept.map((row) => all.place[row]),
      year: pick(all.year),
      outcome: pick(all.outcome),
      treated: pick(all.treated as ArrayLike<number>),
    };
    const { steps } = eventStudy(one);
    const { byEventTime } = groupTimeAtt(one, { base: "universal", draws: 0 });
    expect(steps.map(({ at }) => at)).toEqual(byEventTime.map(({ at }) => at));
    for (const [at, { effect }] of steps.entries()) near(effect, byEventTime[at].effect, 1e-10);
  });

  it("bins the ends, and says how it did", () => {
    const { steps, convention, warnings } = eventStudy(example(30), { before: 3, after: 2 });
    expect(steps.map(({ at }) => at)).toEqual([-3, -2, -1, 0, 1, 2]);
    expect(convention).toEqual({ reference: "-1", ends: "binned" });
    expect(warnings?.map(({ code }) => code)).toEqual(["several-cohorts"]);
  });

  it("drops by name who is treated on its first row, and who has a gap right before", () => {
    const base = { place: ["a", "a", "a", "b", "b", "b"], year: [1, 2, 3, 1, 2, 3], outcome: [0, 1, 2, 1, 3, 7] };
    const [treated, more] = [
      [0, 0, 0, 0, 0, 1],
      { place: ["c", "c", "d", "d"], year: [2, 3, 1, 3], outcome: [9, 5, 4, 8] },
    ];
    const { dropped, effect } = eventStudy({
      place: [...base.place, ...more.place],
      year: [...base.year, ...more.year],
      outcome: [...base.outcome, ...more.outcome],
      treated: [...treated, 1, 1, 0, 1],
    });
    expect(dropped?.map(({ row, reason }) => `${row}: ${reason.en}`)).toEqual([
      "c: treated from the first year on",
      "d: nothing says whether treatment began in 2",
    ]);
    near(effect, eventStudy({ ...base, treated }).effect, 1e-12);
  });

  it("refuses, by name, where nobody is seen after treatment", () => {
    const first = [0, 0, 0, 3, 3];
    const input = { place: ["a", "a", "a", "b", "b"], year: [1, 2, 3, 1, 2], outcome: [0, 1, 2, 1, 3], first };
    expect(() => eventStudy(input)).toThrow("event-study: no treated place is observed from its treatment on (b)");
  });

  it("refuses a panel in which everybody is treated in the end, and one that never shows the year before", () => {
    const [place, year, outcome] = [
      ["a", "a", "b", "b"],
      [1, 2, 1, 2],
      [1, 2, 3, 4],
    ];
    expect(() => eventStudy({ place, year, outcome, treated: [0, 1, 0, 1] })).toThrow(
      "every place is treated in the end",
    );
    const later = { place: [...place, "c", "c"], year: [...year, 1, 4], outcome: [...outcome, 1, 2] };
    expect(() => eventStudy({ ...later, treated: [0, 0, 0, 0, 0, 1] })).toThrow(
      "the year that effects are measured from",
    );
  });
});

describe("few clusters, bins and missing years", () => {
  it("tests no more steps together than there are clusters", () => {
    const all = example(30, [0, 2014, 2017]);
    const cluster = all.place.map((place) => `c${Number(place.slice(1)) % 5}`);
    const { pretestP, warnings } = eventStudy({ ...all, cluster });
    // cohorts of 2014 and 2017 from 2011 on: steps -6 to -2, as many as clusters
    expect(pretestP).toBeNaN();
    expect(warnings?.map(({ code }) => code)).toContain("no-pretest");
    expect(eventStudy({ ...all, cluster }, { before: 3 }).pretestP).toBeGreaterThan(0);
  });

  it("gives a place that is never treated no bin", () => {
    const all = example(30);
    const late = all.place.map((_, row) => ((all.treated?.[row] as number) === 1 ? 1 : 0));
    // the reference is beyond the first bin: nobody treated is observed there, and the never treated are no one's reference
    expect(() => eventStudy({ ...all, treated: late }, { reference: -9, before: 9 })).toThrow(
      "event-study: no treated place is observed 9 years before treatment",
    );
  });

  it("refuses data of every second year, unless the reference is a year that they have", () => {
    const all = example(30);
    const kept = [...all.place.keys()].filter((row) => all.year[row] % 2 === 0);
    const pick = (values: ArrayLike<number>) => kept.map((row) => values[row]);
    const biennial = {
      place: kept.map((row) => all.place[row]),
      year: pick(all.year),
      outcome: pick(all.outcome),
      treated: pick(all.treated as ArrayLike<number>),
    };
    expect(() => eventStudy(biennial)).toThrow("the year that effects are measured from");
    expect(eventStudy(biennial, { reference: -2 }).steps.map(({ at }) => at)).toContain(0);
    expect(groupTimeAtt(biennial, { draws: 0 }).cells.map(({ base }) => base)).toContain(2012);
  });
});

describe.skipIf(!haveGoldens)("fixest", () => {
  it("gives the same steps, errors and joint test", () => {
    type Row = { term: string } & Record<"Estimate" | "Std. Error", number>;
    const rows = goldenCsv("event_study_base_did/input.csv");
    const of = (name: string) => rows.map((row) => Number(row[name]));
    const golden = goldenJson<{ cluster_id: Row[]; wald_pre: { stat: number; p: number; df1: number; df2: number } }>(
      "event_study_base_did/expected.json",
    );
    // treated from period 6 on: period 5 is the year before
    const result = eventStudy({
      place: rows.map(({ id }) => id),
      year: of("period"),
      outcome: of("y"),
      first: of("treat").map((treat) => (treat === 1 ? 6 : 0)),
      covariates: [{ name: "x1", unit: "1", values: Float64Array.from(of("x1")) }],
    });
    for (const { term, ...expected } of golden.cluster_id.slice(1)) {
      const period = Number(/period::(\d+)/.exec(term)?.[1]);
      const step = result.steps.find(({ at }) => at === period - 6);
      near(step?.effect, expected.Estimate, 1e-9);
      near(step?.standardError, expected["Std. Error"], 1e-9);
    }
    near(result.pretest, golden.wald_pre.stat, 1e-9);
    // fixest takes F on n - K degrees of freedom, here it is on G - 1 = 107
    near(fisherUpperTail(result.pretest, golden.wald_pre.df1, golden.wald_pre.df2), golden.wald_pre.p, 1e-9);
    near(result.pretestP, fisherUpperTail(golden.wald_pre.stat, 4, 107), 1e-9);
  });
});
