import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { passportOf } from "./passport.ts";
import { leftOut, runPlan } from "./run.ts";

const world = {
  places: ["1", "2", "3", "4"].map((code) => ({ code, name: same(`Place ${code}`), parent: "A" })),
  clusters: [
    { id: "delta", edition: "2019", title: same("Delta"), short: same("Delta"), members: ["1", "2", "3", "4"] },
  ],
};
const panel = makeTable(
  "panel",
  ["code", "year"],
  [
    labels("code", ["1", "2", "3", "1", "2"]),
    numbers("year", "year", [2019, 2019, 2019, 2020, 2020]),
    numbers("gdp", "yuan", [10, 30, Number.NaN, 11, 31]),
  ],
  { roles: { place: "code", year: "year", value: "gdp" }, source: { dataset: "panel", file: "panel.csv" } },
);
const roads = makeTable("roads", ["from", "to"], [labels("from", ["1"]), labels("to", ["2"]), numbers("n", "1", [1])], {
  roles: { from: "from", to: "to", value: "n" },
  source: { dataset: "roads", file: "roads.csv" },
});

async function run(dataset: string, on: string, tables: Readonly<Record<string, Table>> = { "panel.csv": panel }) {
  const text = `conurb: 1\ntitle: A\ncluster: delta@2019\ndatasets:\n  ${dataset}\nanalyses:\n  gap: ${on}\n`;
  const { ports } = memoryPorts(tables, world);
  const { plan, groups, problems } = await checkStudy(text, "study.yaml", ports);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return runPlan(plan, groups, ports);
}
const told = async (...given: Parameters<typeof run>) =>
  leftOut((await run(...given)).outcomes.get("gap") as never).map(({ row, reason }) => `${row}: ${reason.en}`);

describe("places that an analysis is without", () => {
  it("are told where their figure is missing, and where the figures have no row of them", async () => {
    const panelOf = "panel: { file: panel.csv }";
    expect(
      await told(panelOf, "{ use: inequality/theil, on: { data: { from: panel, where: { year: 2019 } } } }"),
    ).toEqual(["3: gdp is missing", "4: no row in panel"]);
    expect(
      await told(panelOf, "{ use: inequality/theil, on: { data: { from: panel, where: { year: 2020 } } } }"),
    ).toEqual(["3: no row in panel", "4: no row in panel"]);
  });

  it("are told of a network, which knows places by their links alone", async () => {
    const found = await run("roads: { file: roads.csv }", "{ use: network/centrality, on: { links: roads } }", {
      "roads.csv": roads,
    });
    expect(leftOut(found.outcomes.get("gap") as never).map(({ row }) => row)).toEqual(["3", "4"]);
    expect((await passportOf(found, "gap")).dropped.map(({ reason }) => reason.zh)).toEqual([
      "roads 中没有该地的行",
      "roads 中没有该地的行",
    ]);
  });

  it("are none that nobody asked for: another selection, or rows picked by what they are", async () => {
    const all = "panel: { file: panel.csv, places: all }";
    expect(await told(all, "{ use: inequality/theil, on: { data: { from: panel, where: { year: 2020 } } } }")).toEqual(
      [],
    );
    const picked = "{ use: inequality/theil, on: { data: { from: panel, where: { code: [1, 2], year: 2020 } } } }";
    expect(await told("panel: { file: panel.csv }", picked)).toEqual([]);
  });
});
