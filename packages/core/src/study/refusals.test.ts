import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { runPlan } from "./run.ts";

const towns = (places: string[], years: number[], gdp: number[]): Table =>
  makeTable("towns", [], [labels("place", places), numbers("year", "year", years), numbers("gdp", "yuan", gdp)], {
    source: { dataset: "towns", file: "towns.csv" },
  });
const sound = towns(["1", "2", "3"], [2019, 2019, 2019], [1, 2, 3]);

const study = (rest: string, cluster = "cluster: { east: { title: { en: E, zh: 东 }, members: ['1', '2', '3'] } }") => `
conurb: 1
title: { en: A, zh: 甲 }
${cluster}
datasets: { towns: { file: towns.csv } }
${rest}`;

const set = (expr: string, head = "year: 2019") =>
  `indicators: { s: { ${head}, aspects: { a: { indicators: { x: { expr: "${expr}" } } } } } }`;

async function codes(written: string, table = sound): Promise<string[]> {
  const text = written.includes("# flagged")
    ? written.replace("towns.csv }", "towns.csv, unusable: [none-such] }")
    : written;
  const { problems } = await checkStudy(text, "study.yaml", memoryPorts({ "towns.csv": table }).ports);
  return problems.map(({ code }) => code);
}

describe("a study is refused before it runs", () => {
  it.each([
    [
      "two rows for one place and year",
      set("towns.gdp"),
      towns(["1", "1", "2", "3"], [2019, 2019, 2019, 2019], [10, 99, 1, 1]),
      "duplicate-key",
    ],
    ["no year where the data have years", set("towns.gdp", "places: cluster"), sound, "indicators-need-year"],
    [
      "an indicator called like a column of the table",
      set("towns.gdp").replace("x:", "cluster:"),
      sound,
      "indicator-id-taken",
    ],
    [
      "an indicator that stands twice",
      "indicators: { s: { year: 2019, aspects: { a: { indicators: { x: { expr: towns.gdp } } }, b: { indicators: { x: { expr: towns.gdp } } } } } }",
      sound,
      "indicator-id-taken",
    ],
    ["places: that stand for nothing", set("towns.gdp", "year: 2019, places: greter-bay"), sound, "places-unknown"],
    [
      "a role that no column plays",
      "analyses: { t: { use: inequality/theil, on: { data: { from: towns, roles: { vale: gdp } } } } }",
      sound,
      "role-unknown",
    ],
    [
      "a where on no column",
      "analyses: { t: { use: inequality/theil, on: { data: { from: towns, where: { yaer: 2019 } } } } }",
      sound,
      "column-unknown",
    ],
    [
      "an analysis called like a dataset",
      "analyses: { towns: { use: inequality/theil, on: towns } }",
      sound,
      "name-shared",
    ],
    ["a flag that no figure carries", "analyses: {} # flagged", sound, "flag-unknown"],
    ["a headline of nothing", "report: { headlines: [nope] }", sound, "report-name-unknown"],
    [
      "a name that every object has",
      "analyses: { t: { use: inequality/theil, on: constructor } }",
      sound,
      "study-name-unknown",
    ],
  ])("%s", async (_, rest, table, code) => {
    expect(await codes(study(rest), table)).toContain(code);
  });

  it("a member of its own cluster that nothing knows", async () => {
    const cluster = "cluster: { east: { title: { en: E, zh: 东 }, members: ['1', '2', '7'] } }";
    expect(await codes(study("", cluster))).toEqual(["place-unknown"]);
  });
});

describe("what goes into a key", () => {
  const text = (east: string, west: string) => `
conurb: 1
title: { en: A, zh: 甲 }
cluster:
  east: { title: { en: E, zh: 东 }, members: [${east}] }
  west: { title: { en: W, zh: 西 }, members: [${west}] }
datasets: { towns: { file: towns.csv } }
analyses:
  sizes: { use: hierarchy/rank-size, on: { data: { from: towns, roles: { size: gdp, year: [], group: [] } } } }
  uneven: { use: inequality/theil, on: { data: { from: sizes.sizes, roles: { value: size, groups: [cluster] } } } }
`;

  it("is all that the method receives: a place moved to another cluster is not answered from the cache", async () => {
    const table = towns(["1", "2", "3", "4"], [2019, 2019, 2019, 2019], [1, 2, 3, 9]);
    const { ports } = memoryPorts(
      { "towns.csv": table },
      { places: ["1", "2", "3", "4"].map((code) => ({ code, name: same(code) })) },
    );
    const between = async (east: string, west: string) => {
      const { plan, groups, problems } = await checkStudy(text(east, west), "study.yaml", ports);
      expect(problems).toEqual([]);
      if (plan === undefined) return expect.unreachable();
      const outcome = (await runPlan(plan, groups, ports)).outcomes.get("uneven");
      if (outcome === undefined || !("result" in outcome)) return expect.unreachable();
      return outcome.result.tables[0]?.columns.find(({ name }) => name === "component")?.values[0];
    };
    const first = await between("'1', '2'", "'3', '4'");
    const moved = await between("'1', '2', '3'", "'4'");
    expect(first).not.toBe(moved);
    expect(await between("'1', '2'", "'3', '4'")).toBe(first);
  });
});
