import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { checkStudy } from "./check.ts";
import { indicatorSheet } from "./indicator-sheet.ts";
import { passportOf } from "./passport.ts";
import { runPlan } from "./run.ts";

const file = (name: string, table: Table): Table => ({
  ...table,
  source: { dataset: name, file: `${name}.csv` },
  lines: Uint32Array.from({ length: table.rows }, (_, row) => row + 2),
});
const towns = file(
  "towns",
  makeTable(
    "towns",
    [],
    [
      labels("place", ["a", "a", "b", "b"]),
      numbers("year", "year", [2010, 2020, 2010, 2020]),
      numbers("output", "GBP", [10, 30, 20, 30]),
    ],
  ),
);
/** The country has years and no places. */
const country = file(
  "country",
  makeTable("country", [], [numbers("year", "year", [2010, 2020]), numbers("output", "GBP", [100, 200])]),
);
const abroad = file(
  "abroad",
  makeTable("abroad", [], [labels("place", ["x"]), numbers("year", "year", [2020]), numbers("output", "GBP", [7])]),
);
const study = `
conurb: 1
title: A
datasets:
  towns: { file: towns.csv }
  country: { file: country.csv }
  abroad: { file: abroad.csv }
  people: { absent: { en: "bring: people", zh: 自备人口 } }
indicators:
  deflated:
    years: [2010, 2020]
    aspects:
      all:
        indicators:
          output: { expr: "towns.output / country.output * at(country.output, 2020)", unit: GBP }
          per-head: { expr: towns.output / people.count, unit: GBP per person, direction: down, note: to come }
  everywhere:
    year: 2020
    aspects: { all: { indicators: { anywhere: { expr: "first(towns.output, abroad.output)", unit: GBP } } } }
analyses:
  spread: { use: convergence/sigma, on: { data: { from: deflated, roles: { value: output } } } }
  heads: { use: convergence/sigma, on: { data: { from: deflated, roles: { value: per-head } } } }
`;

async function run(text = study) {
  const { ports } = memoryPorts({ "towns.csv": towns, "country.csv": country, "abroad.csv": abroad });
  const { plan, groups, problems } = await checkStudy(text, "study.yaml", ports);
  expect(problems).toEqual([]);
  if (plan === undefined) throw new Error("no plan");
  return runPlan(plan, groups, ports);
}

describe("figures of a country", () => {
  it("hold at each of its places, so that a total deflates what is in it", async () => {
    const { table } = await (await run()).data.indicators("deflated");
    const output = table.columns.find(({ name }) => name === "output")?.values;
    // 10 / 100 x 200, 30 / 200 x 200, 20 / 100 x 200, 30 / 200 x 200; nothing is known of x
    expect([...(output ?? [])]).toEqual([20, 30, 40, 30, Number.NaN, Number.NaN].slice(0, output?.length));
  });

  it("are named by the number that rests on them", async () => {
    const { cell } = await passportOf(await run(), "spread", {
      table: "indices",
      column: "sigma",
      keys: ["all", "2010"],
    });
    const from = (cell?.from ?? []).flatMap((each) => each.from);
    expect(from).toContainEqual(expect.objectContaining({ of: "country", file: "country.csv", row: 2, value: 100 }));
    expect(from).toContainEqual(expect.objectContaining({ of: "country", row: 3, value: 200 }));
  });
});

it("figures that stand in for each other may be of different places", async () => {
  const { table } = await (await run()).data.indicators("everywhere");
  expect(table.columns.find(({ name }) => name === "anywhere")?.values).toEqual(Float64Array.of(30, 30, 7));
});

it("an analysis of an indicator that is to be brought says what to bring", async () => {
  expect((await run()).outcomes.get("heads")).toMatchObject({ kind: "lacking", reason: { zh: "people：自备人口" } });
});

it("a set of indicators is printed with its units, directions, notes and how much of it is filled", async () => {
  const { plan, data } = await run();
  const set = plan.study.indicators["deflated"];
  if (set === undefined) return expect.unreachable();
  const sheet = indicatorSheet("deflated", set, await data.indicators("deflated"));
  const column = (name: string) => Array.from<unknown>(sheet.columns.find((each) => each.name === name)?.values ?? []);
  expect(column("indicator")).toEqual(["output", "per-head"]);
  expect(column("unit")).toEqual(["GBP", "GBP per person"]);
  expect(column("direction_zh")).toEqual(["越大越好", "越小越好"]);
  expect(column("filled")).toEqual([100, 0]);
  expect(column("note_en")).toEqual(["", "to come; people: bring: people"]);
});
