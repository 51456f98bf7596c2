import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { InputError, NumericalError } from "../contract/errors.ts";
import { invoke, type MethodResult } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { AnyMethod } from "../contract/method.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import eventStudy from "./event-study.ts";
import fixedEffects from "./fixed-effects.ts";
import groupTimeAtt from "./group-time-att.ts";
import imputation from "./imputation.ts";
import interactionWeighted from "./interaction-weighted.ts";
import power from "./power.ts";
import randomisation from "./randomisation.ts";
import spatialDid from "./spatial-did.ts";
import syntheticControl from "./synthetic-control.ts";
import syntheticDid from "./synthetic-did.ts";

// what panels of policies come with: told by name, in the same words by every estimator

interface Row {
  readonly place: string;
  readonly year: number;
  readonly outcome: number;
  readonly treated: number;
  readonly [column: string]: string | number;
}

const years = [2010, 2011, 2012, 2013, 2014, 2015, 2016];

/** So many places over seven years, the first of them treated from `start` on; what they are is made up, and nothing in it is round. */
function panel(places: number, treatedPlaces: number, start = 2014): Row[] {
  return Array.from({ length: places }, (_, at) =>
    years.map((year, step) => ({
      place: `p${String(at).padStart(2, "0")}`,
      year,
      outcome: at + Math.sin(7 * at + 3 * step) + (at < treatedPlaces && year >= start ? 2 : 0),
      treated: at < treatedPlaces && year >= start ? 1 : 0,
      lon: 3 * at,
      lat: 0,
    })),
  ).flat();
}

function tableOf(rows: readonly Row[]): Table {
  const names = Object.keys(rows[0]).filter((name) => name !== "place");
  const columns = names.map((name) => {
    const values = rows.map((row) => row[name]);
    return typeof values[0] === "string" ? labels(name, values as string[]) : numbers(name, "1", values as number[]);
  });
  return makeTable(
    "data",
    ["place", "year"],
    [
      labels(
        "place",
        rows.map(({ place }) => place),
      ),
      ...columns,
    ],
  );
}

type Roles = Readonly<Record<string, string | readonly string[]>>;

const run = (method: AnyMethod, rows: readonly Row[], roles: Roles = {}, options: object = {}): Promise<MethodResult> =>
  invoke(
    method,
    {
      inputs: { data: tableOf(rows) },
      options: { ...options },
      roles: { data: method.id === "causal/fixed-effects" ? { regressors: ["treated"], ...roles } : roles },
    },
    localContext(method, 1),
  );

/** The refusal, in words. */
async function refusal(asked: Promise<MethodResult>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof InputError || error instanceof NumericalError) return error.message;
    throw error;
  }
  return "";
}

const codes = ({ warnings }: MethodResult) => warnings.map(({ code }) => code);
const left = ({ dropped }: MethodResult) => dropped.map(({ row, reason }) => `${row}: ${reason.en}`);

const byClusters: AnyMethod[] = [fixedEffects, eventStudy, groupTimeAtt, imputation, interactionWeighted, spatialDid];
const balanced: AnyMethod[] = [randomisation, power, syntheticControl, syntheticDid];

describe("clusters", () => {
  const rows = panel(32, 16);
  const clustered = (count: number) =>
    rows.map((row, at) => ({ ...row, city: `c${Math.floor(at / years.length) % count}` }));

  it.each(byClusters)("below five give $id its effect, and no error", async (method) => {
    const four = await run(method, clustered(4), { clustering: "city" });
    const many = await run(method, rows);
    expect(four.scalars.effect).toBeCloseTo(many.scalars.effect as number, 12);
    for (const name of ["standardError", "low", "high", "p"]) expect(four.scalars[name], name).toBeNaN();
    expect(codes(four).filter((code) => code.includes("clusters"))).toEqual(["too-few-clusters"]);
    expect(codes(four)).not.toContain("no-error");
    const said = four.warnings.find(({ code }) => code === "too-few-clusters");
    expect(say(said)).toContain("4 clusters: fewer than 5 give no error");
    expect(say(said, "zh")).toContain("仅 4 个聚类：不足 5 个");
  });

  it.each(byClusters)("from five to thirty give $id an error, with a warning", async (method) => {
    const five = await run(method, clustered(5), { clustering: "city" });
    expect(five.scalars.standardError).toBeGreaterThan(0);
    expect(codes(five).filter((code) => code.includes("clusters"))).toEqual(["few-clusters"]);
    expect(codes(await run(method, rows)).filter((code) => code.includes("clusters"))).toEqual([]);
  });

  it.each(byClusters)(
    "of which one is treated, or one is not, give $id its effect and no error, however many they are",
    async (method) => {
      for (const treatedPlaces of [1, 31]) {
        const { scalars, ...found } = await run(method, panel(32, treatedPlaces));
        expect(scalars.effect).not.toBeNaN();
        for (const name of ["standardError", "low", "high", "p"]) expect(scalars[name], name).toBeNaN();
        expect(codes(found as MethodResult)).toContain("too-few-clusters");
        const said = found.warnings.find(({ code }) => code === "too-few-clusters");
        expect(say(said)).toMatch(/^of 32 clusters 1\.1 carry the effect, .* causal\/randomisation/);
        expect(say(said, "zh")).toContain("不给出标准误、区间与 p 值");
        const estimate = found.tables.find(({ name }) => name === "estimate");
        const cell = (name: string) => estimate?.columns.find((column) => column.name === name)?.values[0];
        expect(cell("effective_clusters")).toBeLessThan(2);
        if (method !== (spatialDid as AnyMethod)) expect(cell("basis")).toBe("none");
      }
    },
  );

  it.each(byClusters)(
    "of which three are treated give $id an error, and a warning by how much it is too small",
    async (method) => {
      const found = await run(method, panel(40, 3));
      expect(found.scalars.standardError).toBeGreaterThan(0);
      const said = found.warnings.find(({ code }) => code === "few-clusters");
      expect(say(said)).toContain("of 40 clusters 3.5 carry the effect");
      expect(say(said)).toContain("19 to 23 of 100 simulated panels");
    },
  );

  const oneEarlier = panel(40, 20).map((row) =>
    row.place === "p00" && row.year === 2013 ? { ...row, treated: 1 } : row,
  );

  it.each([groupTimeAtt, imputation, interactionWeighted] as AnyMethod[])(
    "withhold the error of a cohort of one place alone, which no test of the years before takes in, in $id",
    async (method) => {
      const found = await run(method, oneEarlier);
      expect(found.scalars.standardError).toBeGreaterThan(0);
      expect(found.scalars.pretestP).toBeGreaterThan(0);
      const cohorts = found.tables.find(({ name }) => name === "by_cohort");
      const errors = cohorts?.columns.find(({ name }) => name === "standard_error")?.values as Float64Array;
      expect(errors[0]).toBeNaN();
      expect(errors[1]).toBeGreaterThan(0);
      const said = found.warnings.find(({ code }) => code === "parts-withheld");
      expect(say(said)).toMatch(/of the further effects (has|have) no error: fewer than 2 clusters carry/);
    },
  );

  it("keep a cohort of one place out of the test of the years before", async () => {
    const apart = oneEarlier.map((row) =>
      row.place === "p00" && row.year < 2012 ? { ...row, outcome: row.outcome - 50 } : row,
    );
    const [before, after] = [await run(groupTimeAtt, oneEarlier), await run(groupTimeAtt, apart)];
    expect(after.scalars.pretestP).toBeCloseTo(before.scalars.pretestP as number, 12);
  });

  it("one treated and two controls give an effect and no error", async () => {
    for (const method of byClusters.slice(1, 5)) {
      const { scalars } = await run(method, panel(3, 1));
      expect([scalars.effect, scalars.standardError]).toEqual([expect.any(Number), Number.NaN]);
      expect(scalars.effect).not.toBeNaN();
    }
  });

  it("are no matter to p of adoption dealt out anew", async () => {
    const four = await run(spatialDid, clustered(4), { clustering: "city" });
    expect(four.scalars.dealtP).toBeGreaterThan(0);
    const estimate = four.tables.find(({ name }) => name === "estimate");
    expect(estimate?.columns.find(({ name }) => name === "basis")?.values[0]).toBe("permutation");
  });
});

describe("an outcome without variation", () => {
  it.each([...byClusters, ...balanced])("is refused by $id in the same words", async (method) => {
    const name = method.id.replace("causal/", "");
    expect(
      await refusal(
        run(
          method,
          panel(8, 2).map((row) => ({ ...row, outcome: 5 })),
        ),
      ),
    ).toBe(`${name}: outcome is 5 on every row, expected values that differ`);
  });

  it("of controls before treatment leaves a twin nothing to go by", async () => {
    const rows = panel(8, 1).map((row) => ({ ...row, outcome: row.treated === 1 ? 6 : 5 }));
    expect(await refusal(run(syntheticControl, rows))).toBe(
      "synthetic-control: before 2014 no donor changes from year to year, expected some that do",
    );
    expect(await refusal(run(syntheticDid, rows))).toContain(
      "synthetic-did: before 2014 every control changes by the same amount",
    );
  });

  it.each([eventStudy, groupTimeAtt, imputation, interactionWeighted] as AnyMethod[])(
    "beside places and years gives %s no error",
    async (method) => {
      const rows = panel(40, 12).map((row) => ({
        ...row,
        outcome: 3 * Number(row.place.slice(1)) + row.year ** 2 + row.treated,
      }));
      const found = await run(method, rows);
      const { scalars } = found;
      expect(scalars.effect).toBeCloseTo(1, 6);
      expect(scalars.standardError).toBeNaN();
      expect(scalars.p).toBeNaN();
      expect(codes(found)).toContain("no-error");
    },
  );
});

describe("a gap in the outcome", () => {
  const gapped = (place: string, ...gaps: number[]) =>
    panel(12, 3).map((row) => (row.place === place && gaps.includes(row.year) ? { ...row, outcome: Number.NaN } : row));

  it("right before treatment leaves that row out, and nothing else", async () => {
    for (const method of [eventStudy, imputation, spatialDid]) {
      expect(left(await run(method, gapped("p01", 2013))), method.id).toEqual(["p01 2013: no value"]);
    }
    // measured from that year, which the place lacks
    expect(left(await run(interactionWeighted, gapped("p01", 2013)))).toEqual([
      "p01 2013: no value",
      "p01: no value in the year before treatment",
    ]);
    for (const method of [groupTimeAtt, ...balanced]) {
      expect(left(await run(method, gapped("p01", 2013))), method.id).toEqual(["p01: no value in 2013"]);
    }
  });

  it("in every year before treatment is what it is called", async () => {
    for (const method of [eventStudy, imputation, interactionWeighted]) {
      expect(left(await run(method, gapped("p01", 2010, 2011, 2012, 2013))), method.id).toEqual([
        "p01: no value before treatment",
      ]);
    }
  });

  it("of all places in a year leaves the year out", async () => {
    const rows = panel(12, 3).map((row) => (row.year === 2016 ? { ...row, outcome: Number.NaN } : row));
    const short = panel(12, 3).filter(({ year }) => year !== 2016);
    for (const method of [...byClusters.slice(1), ...balanced]) {
      const [found, known] = [await run(method, rows), await run(method, short)];
      expect(left(found), method.id).toEqual(["2016: no place has a value"]);
      expect(found.scalars.effect, method.id).toEqual(known.scalars.effect);
    }
  });

  it("of a covariate leaves its row out by name", async () => {
    const rows = panel(12, 3).map((row, at) => ({ ...row, size: at === 20 ? Number.NaN : Math.cos(at) }));
    expect(left(await run(eventStudy, rows, { covariates: ["size"] }))).toEqual(["p02 2016: no value of size"]);
  });
});

describe("a covariate that says nothing of its own is named", () => {
  const rows = panel(30, 10).map((row) => ({
    ...row,
    size: Math.cos(Number(row.place.slice(1)) + row.year),
    area: Number(row.place.slice(1)),
  }));

  it.each([eventStudy, interactionWeighted, imputation] as AnyMethod[])("by $id", async (method) => {
    expect(await refusal(run(method, rows, { covariates: ["size", "area"] }))).toContain(
      "nothing is left of area beside the effects",
    );
  });

  it("by group-time effects, with what would mend it", async () => {
    const twice = rows.map((row) => ({ ...row, twin: 2 * row.size + 1 }));
    const asked = run(groupTimeAtt, twice, { covariates: ["size", "twin"] });
    expect(await refusal(asked)).toBe(
      "group-time-att: no effect after treatment can be computed: among the controls twin is a combination of the covariates before it",
    );
    await expect(asked).rejects.toMatchObject({ hint: { en: "leave the covariate out, or bring more places" } });
  });

  it("and so is one that tells the treated apart, wholly or in part", async () => {
    const apart = (of: (at: number) => number) =>
      rows.map((row) => ({
        ...row,
        size: of(Number(row.place.slice(1))) + 0.1 * Math.cos(Number(row.place.slice(1)) ** 2),
      }));
    const asked = (given: Row[], adjustment = "doubly-robust") =>
      refusal(run(groupTimeAtt, given, { covariates: ["size"] }, { adjustment }));
    expect(await asked(apart((at) => (at < 10 ? 5 : 0)))).toContain(
      "size tells treated and controls apart without error",
    );
    // half of the treated are like controls, the others like nobody: only a regression among controls sees that at once
    expect(
      await asked(
        rows.map((row) => ({ ...row, size: Number(row.place.slice(1)) < 5 ? 1 : 0 })),
        "weighting",
      ),
    ).toContain("by size some place is as good as surely treated, so that no control is like it");
    const other = await run(
      groupTimeAtt,
      apart((at) => (at < 10 ? 5 : 0)),
      { covariates: ["size"] },
      { adjustment: "regression" },
    );
    expect(other.scalars.effect).not.toBeNaN();
  });
});

it("an interval by few clusters stands beside no p of adoption dealt out", async () => {
  const intervalOf = async (treated: number) => {
    const { tables } = await run(spatialDid, panel(40, treated), {}, { rings: [100] });
    const row = tables.find(({ name }) => name === "estimate");
    const cell = (name: string) => row?.columns.find((each) => each.name === name)?.values[0];
    expect(cell("basis")).toBe("permutation");
    expect(cell("p")).toBeLessThan(0.05);
    return cell("low");
  };
  expect(await intervalOf(3)).toBeUndefined();
  expect(await intervalOf(19)).toBeGreaterThan(0);
});

describe("treatment", () => {
  it("of all at once, from the first year on, that ends, or of nobody is refused", async () => {
    const all = panel(8, 8);
    const first = panel(8, 2, 2010);
    const ends = panel(8, 2).map((row) => (row.place === "p00" && row.year === 2016 ? { ...row, treated: 0 } : row));
    const nobody = panel(8, 0);
    for (const method of [eventStudy, groupTimeAtt, imputation, interactionWeighted, ...balanced]) {
      for (const rows of [all, first, ends, nobody]) expect(await refusal(run(method, rows)), method.id).not.toBe("");
      expect(await refusal(run(method, ends))).toContain(
        "p00 is treated from 2014 on and not in 2016, expected treatment for good",
      );
    }
  });

  it("that ends is what a regression may be asked about, and is told", async () => {
    const endsIn = (places: number) =>
      panel(40, 20).map((row) => (row.place < `p0${places}` && row.year === 2016 ? { ...row, treated: 0 } : row));
    const told = async (rows: readonly Row[]) => {
      const { warnings } = await run(fixedEffects, rows);
      const said = warnings.find(({ code }) => code === "switched-off");
      return said && say(said);
    };
    expect(await told(panel(40, 20))).toBeUndefined();
    expect(await told(endsIn(1))).toContain(
      "treated goes back from 1 to 0 in one place (p00): the effect is taken to end",
    );
    expect(await told(endsIn(5))).toContain("in 5 places (p00, p01, p02 and others)");
  });

  const hinted = (method: AnyMethod, rows: readonly Row[], options: object = {}) =>
    run(method, rows, {}, options).then(
      () => "no refusal",
      (error: unknown) => (error instanceof InputError ? (error.hint?.en ?? "no hint") : String(error)),
    );

  it("of all at once is told to bring others, and of all in the end that later ones may serve", async () => {
    const atOnce = panel(8, 8);
    const inTheEnd = panel(8, 8).map((row) =>
      row.place < "p04" ? row : { ...row, treated: row.year >= 2015 ? 1 : 0 },
    );
    expect(await hinted(eventStudy, atOnce)).toContain("all of these begin in 2014");
    expect(await hinted(eventStudy, inTheEnd)).toContain("end the data before the last cohort is treated");
    expect(await hinted(groupTimeAtt, atOnce)).not.toContain("not-yet-treated");
    expect(await hinted(groupTimeAtt, inTheEnd)).toContain("with control: not-yet-treated later cohorts");
    expect(await hinted(groupTimeAtt, atOnce, { anticipation: 9 })).toContain("smaller anticipation");
  });

  it("of places all of which lack a year is told to bring the years, not places", async () => {
    const rows = panel(8, 3).filter(({ place, year }) => year !== 2010 + (Number(place.slice(1)) % 3));
    for (const method of [randomisation, power] as AnyMethod[])
      expect(await hinted(method, rows), method.id).toContain("8 places are left out for want of some");
    expect(await hinted(groupTimeAtt, rows)).toContain("the years that places lack");
  });
});
