import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { adoptionExample } from "./adoption-example.ts";
import type { EventInput } from "./event-study.ts";
import { groupTimeAtt } from "./group-time-att.ts";
import { interactionWeighted } from "./interaction-weighted.ts";

const near = (found: number | undefined, expected: number, within: number) =>
  expect(Math.abs((found as number) - expected)).toBeLessThan(within);

function example(size: number): EventInput {
  const { data } = adoptionExample(5, size).inputs as { data: { columns: { values: never }[] } };
  const [place, year, outcome, treated] = data.columns.map(({ values }) => values);
  return { place, year, outcome, treated };
}

describe("laws", () => {
  it("is, in a balanced panel without covariates, what group-time effects beside the never treated are", () => {
    const input = example(30);
    const result = interactionWeighted(input);
    const { byEventTime, overall } = groupTimeAtt(input, { base: "universal", draws: 0 });
    expect(result.steps.map(({ at }) => at)).toEqual(byEventTime.map(({ at }) => at));
    for (const [at, { effect }] of result.steps.entries()) near(effect, byEventTime[at].effect, 1e-10);
    near(result.effect, overall.simple.effect, 1e-10);
  });

  it("drops by name who is not observed in the year before", () => {
    const input = example(30);
    const treated = input.treated as ArrayLike<number>;
    const [place] = input.place.filter((_, row) => treated[row] === 1);
    const kept = [...input.place.keys()].filter(
      (row) => input.place[row] !== place || treated[row] === 1 || treated[row + 1] === 0,
    );
    const starts = new Map<string, number>();
    for (const [row, name] of input.place.entries())
      if (treated[row] === 1) starts.set(name, Math.min(starts.get(name) ?? Number.POSITIVE_INFINITY, input.year[row]));
    const left = {
      place: kept.map((row) => input.place[row]),
      year: kept.map((row) => input.year[row]),
      outcome: kept.map((row) => input.outcome[row]),
    };
    const switched = interactionWeighted({ ...left, treated: kept.map((row) => treated[row]) }).dropped;
    expect(switched?.map(({ row, reason }) => [row, reason.en])).toEqual([
      [place, `nothing says whether treatment began in ${(starts.get(place) as number) - 1}`],
    ]);
    const { dropped } = interactionWeighted({ ...left, first: left.place.map((name) => starts.get(name) ?? 0) });
    expect(dropped).toEqual([
      { input: "data", row: place, reason: { en: "no value in the year before treatment", zh: "处理前一年无数据" } },
    ]);
  });

  it("has no row for a cohort that is never seen under treatment, and refuses where none is", () => {
    const seen = {
      place: ["a", "a", "a", "b", "b", "b", "c", "c", "d", "d"],
      year: [1, 2, 3, 1, 2, 3, 1, 2, 1, 2],
      outcome: [0, 1, 2, 0, 1, 2, 0, 4, 0, 1],
    };
    const starting = (starts: Readonly<Record<string, number>>) => ({
      ...seen,
      first: seen.place.map((place) => starts[place] ?? 0),
    });
    const { cohorts, treatedPlaces, effect } = interactionWeighted(starting({ c: 2, d: 3 }));
    expect(cohorts.map(({ cohort }) => cohort)).toEqual([2]);
    expect(treatedPlaces).toBe(1);
    near(effect, 3, 1e-10); // c: 4 - 0 - 1
    expect(() => interactionWeighted(starting({ c: 3, d: 3 }))).toThrow(
      "interaction-weighted: no treated place is observed from its treatment on (c, d)",
    );
  });

  it("refuses a panel in which everybody is treated in the end", () => {
    const input = { place: ["a", "a", "b", "b"], year: [1, 2, 1, 2], outcome: [1, 2, 3, 4], treated: [0, 1, 0, 1] };
    expect(() => interactionWeighted(input)).toThrow("every place is treated in the end");
  });
});

describe.skipIf(!haveGoldens)("sunab of fixest", () => {
  it("gives the same steps, means and errors", () => {
    type Row = { term: string } & Record<"Estimate" | "Std. Error", number>;
    const rows = goldenCsv("did_sunab_imputation_base_stagg/input.csv");
    const of = (name: string) => rows.map((row) => Number(row[name]));
    const golden = goldenJson<Record<"sunab_event_study" | "sunab_att" | "sunab_cohort", Row[]>>(
      "did_sunab_imputation_base_stagg/expected.json",
    );
    const result = interactionWeighted({
      place: rows.map(({ id }) => id),
      year: of("year"),
      outcome: of("y"),
      first: of("year_treated").map((year) => (year > 100 ? 0 : year)),
      covariates: [{ name: "x1", unit: "1", values: Float64Array.from(of("x1")) }],
    });
    const check = (found: { effect: number; standardError: number } | undefined, expected: Row | undefined) => {
      near(found?.effect, expected?.Estimate as number, 1e-8);
      near(found?.standardError, expected?.["Std. Error"] as number, 1e-8);
    };
    const { sunab_event_study: steps, sunab_att: att, sunab_cohort: cohorts } = golden;
    expect(result.steps.length).toBe(steps.length); // x1 there, the reference here
    for (const row of steps.slice(1)) {
      check(
        result.steps.find(({ at }) => at === Number(row.term.replace("year::", ""))),
        row,
      );
    }
    check(
      result,
      att.find(({ term }) => term === "ATT"),
    );
    for (const row of cohorts.slice(1)) {
      check(
        result.cohorts.find(({ cohort }) => cohort === Number(row.term.replace("cohort::", ""))),
        row,
      );
    }
  });
});
