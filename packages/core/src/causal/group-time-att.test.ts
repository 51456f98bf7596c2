import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { random } from "../contract/random.ts";
import { sentence } from "../contract/sentence.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { languages } from "../language/text.ts";
import { aggregate, standardError } from "./group-time-aggregates.ts";
import method, { type GroupTimeOptions, type GroupTimeResult, groupTimeAtt } from "./group-time-att.ts";
import { comparablePlaces, groupTimeEffects } from "./group-time-effects.ts";
import { treatedPanel } from "./treated-panel.ts";

const rounding = 1e-12;

/** Places a, b, ... over years 1, 2, ...: an outcome each, and the first year under treatment (0 never). */
function panelOf(rows: readonly (readonly [first: number, ...outcome: number[]])[]) {
  const cells = rows.flatMap(([first, ...outcome], at) =>
    outcome.map((value, step) => ({ place: `p${at}`, year: step + 1, outcome: value, first })),
  );
  return {
    place: cells.map(({ place }) => place),
    year: cells.map(({ year }) => year),
    outcome: cells.map(({ outcome }) => outcome),
    first: cells.map(({ first }) => first),
  };
}
const near = (found: readonly (number | undefined)[], expected: readonly number[]) => {
  expect(found.length).toBe(expected.length);
  for (const [at, each] of expected.entries()) expect(Math.abs((found[at] as number) - each)).toBeLessThan(rounding);
};
const cellOf = ({ cells }: GroupTimeResult, cohort: number, year: number) =>
  cells.find((each) => each.cohort === cohort && each.year === year);

describe("by hand", () => {
  // two cohorts, two places never treated that rise by 1 a year
  const input = panelOf([
    [0, 1, 2, 3, 4],
    [0, 3, 4, 5, 6],
    [2, 1, 5, 7, 9],
    [4, 2, 3, 4, 10],
  ]);

  it("is the change of the cohort since the year before, less that of the controls", () => {
    const result = groupTimeAtt(input, { draws: 0 });
    // cohort 2: 5 - 1 - 1, 7 - 1 - 2, 9 - 1 - 3; cohort 4: changes of 1 before, then 10 - 4 - 1
    near(
      [2, 3, 4].map((year) => cellOf(result, 2, year)?.effect),
      [3, 4, 5],
    );
    near(
      [2, 3, 4].map((year) => cellOf(result, 4, year)?.effect),
      [0, 0, 5],
    );
    // event time 0: (3 + 5) / 2, then 4 and 5 of cohort 2 alone; simple: (3 + 4 + 5 + 5) / 4; cohorts 4 and 5; years 3, 4, 5
    expect(result.byEventTime.map(({ at }) => at)).toEqual([-2, -1, 0, 1, 2]);
    near(
      result.byEventTime.map(({ effect }) => effect),
      [0, 0, 4, 4, 5],
    );
    const { simple, "by-cohort": byCohort, "by-year": byYear } = result.overall;
    near([result.effect, simple.effect, byCohort.effect, byYear.effect], [13 / 3, 17 / 4, 4.5, 4]);
  });

  it("tells the effects that have no answer cohort by cohort", () => {
    const all = panelOf([
      [2, 1, 5, 7, 9],
      [3, 1, 2, 6, 7],
      [3, 1, 3, 5, 7],
    ]);
    const { warnings } = groupTimeAtt(all, { control: "not-yet-treated", draws: 0 });
    // from 3 on nobody waits any more; beside cohort 3 in 2 stands cohort 2 alone, treated by then
    const told = warnings?.find(({ code }) => code === "cells-unanswered");
    expect(told?.text.en).toContain("5 of the effects cannot be computed");
    expect(told?.values?.cells).toEqual({
      text: {
        en: "3, 4 (treated from 2), 2, 3, 4 (treated from 3)",
        zh: "3、4 年（2 年起处理者）、2、3、4 年（3 年起处理者）",
      },
    });
  });

  it("takes later cohorts as controls while they wait", () => {
    const result = groupTimeAtt(input, { control: "not-yet-treated", draws: 0 });
    near([cellOf(result, 2, 3)?.effect], [4]);
    expect(cellOf(result, 2, 3)).toMatchObject({ treated: 1, controls: 3 });
    expect(cellOf(result, 2, 4)).toMatchObject({ controls: 2 });
  });

  it("measures the years before from the last of them with a universal base, which is 0 itself", () => {
    const moved = panelOf([
      [0, 1, 2, 3, 4],
      [0, 3, 4, 5, 6],
      [4, 0, 3, 4, 10],
    ]);
    const result = groupTimeAtt(moved, { base: "universal", draws: 0 });
    // 0 - 4 - (1 - 3), 3 - 4 - (2 - 3), base, 10 - 4 - 1
    near(
      [1, 2, 3, 4].map((year) => cellOf(result, 4, year)?.effect),
      [-2, 0, 0, 5],
    );
    expect(cellOf(result, 4, 3)?.standardError).toBeNaN();
  });

  it("starts the base earlier where places may anticipate", () => {
    const result = groupTimeAtt(input, { anticipation: 1, draws: 0 });
    // cohort 4 from year 2: 4 - 3 - 1 in year 3, 10 - 3 - 2 in year 4; cohort 2 has no year before 1
    near(
      [3, 4].map((year) => cellOf(result, 4, year)?.effect),
      [0, 5],
    );
    expect(result.unanswered.map(({ cohort }) => cohort)).toEqual([2, 2, 2]);
  });

  it("says from which year it measures where places may anticipate", async () => {
    const panel = panelOf([
      [0, 1, 2, 3, 4, 6, 5],
      [0, 3, 4, 5, 7, 7, 9],
      [0, 2, 4, 4, 5, 8, 8],
      [4, 1, 5, 7, 9, 9, 12],
      [4, 2, 3, 6, 9, 12, 13],
      [5, 2, 3, 4, 7, 10, 12],
      [5, 1, 1, 3, 4, 8, 9],
    ]);
    const { place, year, outcome, first } = panel;
    const data = makeTable(
      "data",
      ["place", "year"],
      [
        labels("place", place),
        numbers("year", "year", year),
        numbers("outcome", "1", outcome),
        numbers("first", "1", first),
      ],
    );
    const said = async (options: Readonly<Record<string, unknown>>) => {
      const result = await invoke(method, { inputs: { data }, options }, localContext(method, 1));
      return languages.map((language) => result.findings.map((each) => sentence(each, language)).join(" "));
    };
    const [en, zh] = await said({ anticipation: 1 });
    expect(en).toContain(
      "a year ahead of treatment: effects from then on are measured from 2 (treated from 4), 3 (treated from 5), those of earlier years each from the year before it.",
    );
    expect(zh).toContain("以 2 年（4 年起处理者）、3 年（5 年起处理者）为基期，更早各年均以其上一年为基期。");
    const [universal] = await said({ anticipation: 1, base: "universal" });
    expect(universal).toContain("effects of all years are measured from 2 (treated from 4), 3 (treated from 5).");
    expect((await said({})).join("")).not.toContain("measured from");
  });

  it("drops by name what it cannot compare", () => {
    const rows = panelOf([
      [0, 1, 2],
      [0, 1, 3],
      [2, 1, 5],
      [1, 9, 9],
    ]);
    const outcome = rows.outcome.map((value, row) => (row === 2 ? Number.NaN : value));
    const { dropped } = groupTimeAtt({ ...rows, outcome }, { draws: 0 });
    expect(dropped).toEqual([
      { input: "data", row: "p1", reason: { en: "no value in 1", zh: "1 年无数据" } },
      { input: "data", row: "p3", reason: { en: "treated from the first year on", zh: "自首年起即受处理" } },
    ]);
  });

  it("drops a place that lacks a covariate in one year from every comparison, and says which year", () => {
    const rows = panelOf([
      [0, 1, 2, 3],
      [0, 3, 5, 5],
      [0, 2, 2, 4],
      [3, 1, 5, 9],
      [3, 4, 4, 8],
    ]);
    const values = Float64Array.from(rows.outcome, (_, row) => (row === 5 ? Number.NaN : (row * 7) % 5));
    const { dropped, n } = groupTimeAtt(
      { ...rows, covariates: [{ name: "x", unit: "1", values }] },
      { draws: 0, adjustment: "regression" },
    );
    const [place, year] = [rows.place[5] as string, rows.year[5] as number];
    expect(dropped).toEqual([
      { input: "data", row: place, reason: { en: `no value of x in ${year}`, zh: `${year} 年缺少“x”` } },
    ]);
    expect(n).toBe(4 * 3);
  });

  it("lists a cell whose adjustment has no answer, and gives the others", () => {
    const some = panelOf([
      [0, 1, 2, 3],
      [0, 3, 5, 5],
      [0, 2, 2, 4],
      [3, 1, 5, 9],
      [3, 4, 4, 8],
      [3, 0, 2, 8],
    ]);
    // in year 1 alike for all, so that the change from year 1 to 2 cannot be adjusted for it
    const values = Float64Array.from(some.year, (year, row) => (year === 1 ? 1 : (row * row) % 7));
    const covariates = [{ name: "x", unit: "1", values }];
    const { cells, unanswered, effect } = groupTimeAtt({ ...some, covariates }, { adjustment: "regression", draws: 0 });
    expect(unanswered.map(({ cohort, year, reason }) => `${cohort} ${year}: ${reason.en}`)).toEqual([
      "3 2: among the controls x is always the same",
    ]);
    expect(cells.map(({ year }) => year)).toEqual([3]);
    expect(effect).toBe(cells[0].effect);
  });

  it("refuses a cluster that changes within a place", () => {
    const cluster = input.place.map((place, row) => (row === 5 ? "other" : place));
    expect(() => groupTimeAtt({ ...input, cluster }, { draws: 0 })).toThrow(
      "group-time-att: cluster of p1 is p1 on one row and other on another, expected one a place",
    );
  });

  it("refuses where nobody is left to compare with", () => {
    const all = panelOf([
      [2, 1, 2],
      [2, 1, 3],
    ]);
    expect(() => groupTimeAtt(all)).toThrow(
      "group-time-att: no effect after treatment can be computed: no place is never treated",
    );
    expect(() => groupTimeAtt(all, { control: "not-yet-treated" })).toThrow("every other place is treated by then");
  });
});

describe("laws", () => {
  const draw = random(3, "group-time");
  const rows = Array.from({ length: 60 }, (_, at): [number, ...number[]] => {
    const level = draw.normal();
    return [[0, 3, 5][at % 3], ...Array.from({ length: 6 }, (_, step) => level + 0.2 * step + draw.normal())];
  });
  const input = panelOf(rows);
  const covariate = {
    name: "x",
    unit: "1",
    values: Float64Array.from(input.place, (_, at) => rows[Math.floor(at / 6)][1]),
  };
  const adjusted = (options: GroupTimeOptions) =>
    groupTimeAtt({ ...input, covariates: [covariate] }, { draws: 0, ...options });

  it("is the plain difference whatever the adjustment, where there is nothing to adjust for", () => {
    const [one, ...others] = (["regression", "weighting", "doubly-robust"] as const).map((adjustment) =>
      groupTimeAtt(input, { adjustment, draws: 0 }),
    );
    for (const other of others) {
      other.cells.forEach(({ effect, standardError: error }, at) => {
        expect(Math.abs(effect - one.cells[at].effect)).toBeLessThan(rounding);
        expect(Math.abs(error - one.cells[at].standardError)).toBeLessThan(rounding);
      });
    }
  });

  it("moves with the outcome: a shift of all by a place or a year leaves it, a scale scales it", () => {
    const before = adjusted({});
    const moved = input.outcome.map((value, row) => 3 * value + 7 * input.year[row] + 2 * input.place[row].length);
    const after = groupTimeAtt({ ...input, outcome: moved, covariates: [covariate] }, { draws: 0 });
    expect(Math.abs(after.effect - 3 * before.effect)).toBeLessThan(1e-10);
    expect(Math.abs(after.standardError - 3 * before.standardError)).toBeLessThan(1e-10);
  });

  it("tells an error from rounding by the size of the outcomes", () => {
    const tiny = 1e-15;
    const whole = groupTimeAtt(input, { draws: 0 });
    const small = groupTimeAtt({ ...input, outcome: input.outcome.map((each) => each * tiny) }, { draws: 0 });
    expect(Math.abs(small.standardError / tiny - whole.standardError)).toBeLessThan(rounding);
    // levels of places and years alone, on a scale where rounding is as large as an error may be elsewhere
    const levels = input.outcome.map((_, row) => (1e9 * (Math.floor(row / 6) + input.year[row])) / 7);
    const still = groupTimeAtt({ ...input, outcome: levels }, { draws: 0 });
    expect(still.standardError).toBeNaN();
    expect(standardError(Float64Array.of(1e-7, -1e-7), 1e9)).toBeNaN();
  });

  it("does not test years in which places may already act on what is coming", () => {
    const starts = [0, 3, 5];
    const early = input.outcome.map(
      (each, row) => each + (input.year[row] === starts[Math.floor(row / 6) % 3] - 1 ? 50 : 0),
    );
    const [plain, moved] = [input.outcome, early].map(
      (outcome) => groupTimeAtt({ ...input, outcome }, { anticipation: 1, draws: 0 }).pretest,
    );
    expect(plain.freedom).toBe(2); // of the cohort of 5 years 2 and 3; that of 3 has none but its base
    expect(moved).toEqual(plain);
    expect(groupTimeAtt({ ...input, outcome: early }, { draws: 0 }).pretest.p).toBeLessThan(1e-6);
  });

  it("has the error of the classical two-sample mean where there are two years and one cohort", () => {
    const two = panelOf(rows.slice(0, 40).map(([first, a, b]) => [first === 0 ? 0 : 2, a, b]));
    const change = (treated: boolean) =>
      rows.slice(0, 40).flatMap(([first, a, b]) => ((first !== 0) === treated ? [b - a] : []));
    const meanOf = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
    const varianceOf = (list: number[]) => meanOf(list.map((each) => (each - meanOf(list)) ** 2)) / list.length;
    const { effect, standardError: error } = groupTimeAtt(two, { draws: 0 });
    expect(Math.abs(effect - (meanOf(change(true)) - meanOf(change(false))))).toBeLessThan(rounding);
    expect(Math.abs(error - Math.sqrt(varianceOf(change(true)) + varianceOf(change(false))))).toBeLessThan(rounding);
  });

  it("has a wider band over all event times than any interval alone, and the same for the same seed", () => {
    const [one, again] = [groupTimeAtt(input, { seed: 4 }), groupTimeAtt(input, { seed: 4 })];
    expect(again.byEventTime).toEqual(one.byEventTime);
    for (const { low, high, bandLow, bandHigh } of one.byEventTime) {
      expect(bandLow).toBeLessThan(low);
      expect(bandHigh).toBeGreaterThan(high);
    }
  });

  it("adds up what places of one cluster do before it squares it", () => {
    // every place a cluster of its own: the same error; pairs of copies as clusters: as if each pair were one place
    const own = groupTimeAtt({ ...input, cluster: input.place }, { draws: 0 });
    expect(Math.abs(own.standardError - groupTimeAtt(input, { draws: 0 }).standardError)).toBeLessThan(rounding);
    const twice = {
      place: [...input.place, ...input.place.map((place) => `${place}'`)],
      year: [...input.year, ...input.year],
      outcome: [...input.outcome, ...input.outcome],
      first: [...input.first, ...input.first],
      cluster: [...input.place, ...input.place],
    };
    expect(Math.abs(groupTimeAtt(twice, { draws: 0 }).standardError - own.standardError)).toBeLessThan(rounding);
  });
});

describe.skipIf(!haveGoldens)("the did package of R on the minimum wage of US counties", () => {
  interface Configuration {
    readonly group: readonly number[];
    readonly t: readonly number[];
    readonly att: readonly number[];
    readonly se: readonly (number | null)[];
    readonly agg: Readonly<Record<"simple" | "dynamic" | "group" | "calendar", AggregateOfR>>;
  }
  interface AggregateOfR {
    readonly overall: number;
    readonly se: number;
    readonly att: readonly number[];
    readonly se_egt: readonly (number | null)[];
  }
  const sameAsR = 1e-10; // both solve the logistic regression by Newton's steps, R's stops earlier
  const kinds = { simple: "simple", dynamic: "by-event-time", group: "by-cohort", calendar: "by-year" } as const;
  const adjustments = { reg: "regression", ipw: "weighting", dr: "doubly-robust" } as const;

  const load = () => {
    const rows = goldenCsv("did_callaway_santanna_mpdta/input.csv");
    const column = (name: string) => rows.map((row) => Number(row[name]));
    return {
      place: rows.map(({ countyreal }) => countyreal),
      year: column("year"),
      outcome: column("lemp"),
      first: column("first.treat"),
      population: { name: "lpop", unit: "1", values: Float64Array.from(column("lpop")) },
    };
  };
  const configurations = ["nevertreated", "notyettreated"].flatMap((control) =>
    ["varying", "universal"].flatMap((base) =>
      ["reg", "dr", "ipw"].flatMap((way) => ["none", "lpop"].map((with_) => `${control}_${base}_${way}_${with_}`)),
    ),
  );

  it.each(configurations)("%s", (key) => {
    const [control, base, way, with_] = key.split("_");
    const { population, ...input } = load();
    const expected = goldenJson<Record<string, Configuration>>("did_callaway_santanna_mpdta/expected.json")[key];
    const result = groupTimeAtt(
      { ...input, covariates: with_ === "lpop" ? [population] : [] },
      {
        control: control === "nevertreated" ? "never-treated" : "not-yet-treated",
        base: base as "varying",
        adjustment: adjustments[way as "reg"],
        draws: 0,
      },
    );
    expected.att.forEach((effect, at) => {
      const cell = cellOf(result, expected.group[at], expected.t[at]);
      expect(Math.abs((cell?.effect as number) - effect)).toBeLessThan(sameAsR);
      const error = expected.se[at];
      if (error === null) expect(cell?.standardError).toBeNaN();
      else expect(Math.abs((cell?.standardError as number) - error)).toBeLessThan(sameAsR);
    });
    for (const [name, kind] of Object.entries(kinds) as [keyof typeof kinds, (typeof kinds)["simple"]][]) {
      const { overall, se } = expected.agg[name];
      expect(Math.abs(result.overall[kind].effect - overall)).toBeLessThan(sameAsR);
      // the error by cohort is another matter: see below
      if (name !== "group") expect(Math.abs(result.overall[kind].standardError - se)).toBeLessThan(sameAsR);
    }
    const { att, se_egt } = expected.agg.dynamic;
    result.byEventTime.forEach(({ effect, standardError: error }, at) => {
      expect(Math.abs(effect - att[at])).toBeLessThan(sameAsR);
      const told = se_egt[at];
      if (typeof told === "number") expect(Math.abs(error - told)).toBeLessThan(sameAsR);
    });
  });

  it("differs from did 2.1.2 in the overall error by cohort, which takes the first cohort's indicator for every cohort", () => {
    const { population: _, ...input } = load();
    const panel = treatedPanel("m", input);
    const sample = comparablePlaces(panel);
    const cohortOf = Float64Array.from(sample, (at) => panel.first[at]);
    const choices = { control: "never-treated", base: "varying", adjustment: "regression", anticipation: 0 } as const;
    const { cells } = groupTimeEffects(panel, sample, [], choices);
    const { parts = [], overall } = aggregate("by-cohort", cells, cohortOf) ?? {};
    const n = cohortOf.length;
    const shares = parts.map(({ at }) => cohortOf.filter((each) => each === at).length / n);
    const total = shares.reduce((sum, each) => sum + each, 0);
    const slipped = Float64Array.from({ length: n }, (_, place) => {
      // its list of cells begins with those of the first cohort, and is read as the list of cohorts
      const pulls = shares.map((share) => (cohortOf[place] === parts[0].at ? 1 : 0) - share);
      const all = pulls.reduce((sum, each) => sum + each, 0);
      return parts.reduce(
        (sum, part, at) =>
          sum +
          (shares[at] / total) * part.influence[place] +
          part.effect * (pulls[at] / total - (all * shares[at]) / total ** 2),
        0,
      );
    });
    const told = goldenJson<Record<string, Configuration>>("did_callaway_santanna_mpdta/expected.json")
      .nevertreated_varying_reg_none.agg.group.se;
    expect(Math.abs(standardError(slipped, 1) - told)).toBeLessThan(sameAsR);
    expect(Math.abs(standardError(overall?.influence as Float64Array, 1) - told)).toBeGreaterThan(1e-5);
  });

  it("gives the joint test of effects before treatment that the package documents", () => {
    const { population: _, ...input } = load();
    const { pretest } = groupTimeAtt(input, { draws: 0 });
    expect(pretest.freedom).toBe(5);
    expect(pretest.p.toFixed(5)).toBe("0.16812");
  });
});
