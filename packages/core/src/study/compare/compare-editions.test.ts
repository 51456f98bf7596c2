import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../../contract/table.ts";
import { same } from "../../language/text.ts";
import { checkStudy } from "../check.ts";
import { compareEditions } from "./compare-editions.ts";

type Row = readonly [place: string, year: number, gdp: number, people: number];

const panel = (rows: readonly Row[]) =>
  makeTable(
    "panel",
    ["code", "year"],
    [
      labels(
        "code",
        rows.map(([place]) => place),
      ),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      numbers(
        "gdp",
        "yuan",
        rows.map(([, , gdp]) => gdp),
      ),
      numbers(
        "people",
        "person",
        rows.map(([, , , people]) => people),
      ),
    ],
    { roles: { place: "code", year: "year", values: ["gdp", "people"] } },
  );
const old: readonly Row[] = [
  ["1", 2019, 10, 2],
  ["2", 2019, 30, 3],
  ["3", 2019, 20, 5],
];
const places = ["1", "2", "3", "4"].map((code) => ({ code, name: same(`place ${code}`), parent: "A" }));

interface Told {
  readonly members?: string;
  readonly year?: number;
  readonly weight?: number;
  readonly index?: string;
  readonly weigh?: string;
  readonly expr?: string;
  readonly rows?: readonly Row[];
}

async function edition({
  members = "1, 2, 3",
  year = 2019,
  weight = 1,
  index = "T",
  weigh = "given",
  expr = "d.gdp",
  rows = old,
}: Told) {
  const text = `
conurb: 1
title: { en: A, zh: 甲 }
cluster: { delta: { title: { en: Delta, zh: 三角洲 }, members: [${members}] } }
datasets: { d: { file: d.csv } }
indicators:
  main:
    year: ${year}
    aspects:
      all:
        indicators:
          gdp: { expr: "${expr}", weight: ${weight} }
          people: { expr: d.people, weight: 1 }
recipes: { plain: { indicators: main, weigh: ${weigh} } }
analyses:
  gap: { use: inequality/theil, on: { data: { from: main, roles: { value: gdp } } }, with: { index: ${index} } }
  level: { use: composite/index, on: { data: { from: main, roles: { group: [] } }, recipe: plain } }
`;
  const { ports } = memoryPorts({ "d.csv": panel(rows) }, { places });
  const { plan, groups, problems } = await checkStudy(text, "study.yaml", ports);
  expect(problems).toEqual([]);
  if (plan === undefined) throw new Error("no plan");
  return { study: plan.study, groups, ports };
}

const compared = async (before: Told, after: Told) => compareEditions(await edition(before), await edition(after));
const theil = (values: readonly number[]) => {
  const total = values.reduce((sum, each) => sum + each, 0);
  return values.reduce((sum, each) => sum + (each / total) * Math.log((each * values.length) / total), 0);
};
const gapIn = ({ numbers: all }: Awaited<ReturnType<typeof compared>>) =>
  all.find(({ analysis, name }) => analysis === "gap" && name === "theil");

/** Parts are exact in the method's own doubles; the sums here are taken in another order. */
const rounding = 12; // decimals

describe("compareEditions", () => {
  it("tells an edition from itself by nothing", async () => {
    const { changed, runs, numbers: all, unchanged, entries, datasets } = await compared({}, {});
    expect({ changed, all, entries, datasets }).toEqual({ changed: [], all: [], entries: [], datasets: [] });
    expect(runs).toBe(1);
    expect(unchanged).toBe(9); // one Theil, two scalars of the index, three scores, three ranks
  });

  it("parts a revision from a new year: rows of old years are the one, rows of the new year the other", async () => {
    const rows: readonly Row[] = [
      ["1", 2019, 12, 2], // revised
      ["2", 2019, 30, 3],
      ["3", 2019, 20, 5],
      ["1", 2020, 15, 2],
      ["2", 2020, 33, 3],
      ["3", 2020, 21, 5],
    ];
    const revision = await compared({}, { rows });
    expect(revision.changed).toEqual(["data", "year"]);
    expect(gapIn(revision)?.parts.map(({ factors: of }) => of)).toEqual([["data"], ["year"]]);
    // the study still asks for 2019, so that the new rows change nothing
    expect(gapIn(revision)?.parts[1]?.value).toBe(0);

    const both = await compared({}, { rows, year: 2020 });
    const [data, year] = gapIn(both)?.parts ?? [];
    const [v0, vd, v1] = [theil([10, 30, 20]), theil([12, 30, 20]), theil([15, 33, 21])];
    // once the year is 2020 the revision of 2019 does not count: v(y) = v(dy)
    expect(data?.value).toBeCloseTo((vd - v0 + 0) / 2, rounding);
    expect(year?.value).toBeCloseTo((v1 - v0 + (v1 - vd)) / 2, rounding);
    expect(both.datasets).toMatchObject([
      { name: "d", revised: 1, newYears: [2020], examples: [{ key: "1 2019", column: "gdp", before: 10, after: 12 }] },
    ]);
    expect(both.entries).toEqual([{ factor: "year", at: "indicators.main.year", before: "2019", after: "2020" }]);
  });

  it("parts method, weights and definition", async () => {
    const { changed, numbers: all, entries } = await compared({}, { index: "L", weight: 3 });
    expect(changed).toEqual(["method", "weights"]);
    const gap = all.find(({ analysis }) => analysis === "gap");
    expect(gap?.parts.map(({ value }) => value)).toEqual([gap?.change, 0]);
    for (const { analysis, parts } of all) if (analysis === "level") expect(parts[0]?.value).toBe(0);
    expect(entries.map(({ factor, at }) => [factor, at])).toEqual([
      ["weights", "indicators.main.aspects.all.indicators.gdp.weight"],
      ["method", "analyses.gap.with.index"],
    ]);
    const dated = await compared({ expr: "at(d.gdp, 2019)" }, { expr: "d.gdp * 2" });
    expect(dated.changed).toEqual(["method"]);
  });

  it("says of weights that the recipes set aside that they are not used, and swaps nothing for them", async () => {
    const { changed, entries } = await compared({ weigh: "entropy" }, { weigh: "entropy", weight: 3 });
    expect(changed).toEqual([]);
    expect(entries).toMatchObject([
      { at: "indicators.main.aspects.all.indicators.gdp.weight", before: "1", after: "3", unused: ["entropy"] },
    ]);
    const chosen = await compared({ weigh: "entropy" }, { weight: 3 });
    expect(chosen.changed).toEqual(["weights"]);
    expect(chosen.entries.flatMap(({ unused }) => unused ?? [])).toEqual([]);
  });

  it("passes over words: another title is no other number, and no swap", async () => {
    const [before, after] = [await edition({}), await edition({})];
    const aspects = { all: { ...after.study.indicators["main"]?.aspects["all"], title: same("All") } };
    const main = { ...after.study.indicators["main"], places: "cluster", title: same("Main"), aspects };
    const told = await compareEditions(before, { ...after, study: { ...after.study, indicators: { main } } });
    expect({ changed: told.changed, entries: told.entries }).toEqual({ changed: [], entries: [] });
  });

  it("joins a cluster whose new members have figures in one edition only with the figures, and names both", async () => {
    const rows: readonly Row[] = [...old, ["4", 2019, 40, 4]];
    const told = await compared({}, { members: "1, 2, 3, 4", rows });
    expect(told.changed).toEqual(["data", "cluster"]);
    expect(gapIn(told)?.parts.map(({ factors: of }) => of)).toEqual([["data", "cluster"]]);
    expect(told.members).toEqual({ added: ["4"], removed: [] });
    expect(told.onlyAfter.map(({ kind, place }) => [kind, place])).toEqual([
      ["score", "4"],
      ["rank", "4"],
    ]);
    // with the figures there already, the cluster can be swapped alone
    const alone = await compared({ rows }, { members: "1, 2, 3, 4", rows });
    expect(alone.changed).toEqual(["cluster"]);
  });

  it("keeps what an edition recorded, and gives the rest to the program", async () => {
    const [before, after] = [await edition({}), await edition({ rows: [["1", 2019, 11, 2], ...old.slice(1)] })];
    const { a } = await compareEditions(before, after);
    const outcome = a.outcomes.get("gap");
    if (outcome === undefined || !("result" in outcome)) return expect.unreachable();
    const recorded = new Map([["gap", { ...outcome.result, scalars: { theil: 0.25 } }]]);
    const gap = gapIn(await compareEditions({ ...before, recorded }, after));
    expect(gap).toMatchObject({ before: 0.25, parts: [{ factors: ["data"] }, { factors: ["program"] }] });
    expect(gap?.parts[1]?.value).toBeCloseTo(theil([10, 30, 20]) - 0.25, rounding);
  });
});
