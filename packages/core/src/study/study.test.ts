import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { InputError } from "../contract/errors.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { lockOf } from "./lock.ts";
import { passportOf } from "./passport.ts";
import { runPlan } from "./run.ts";

const jobs = makeTable(
  "jobs",
  ["code", "year"],
  [
    labels("code", ["1", "2", "3", "9"]),
    numbers("year", "year", [2019, 2019, 2019, 2019]),
    numbers("gdp", "100 million yuan", [10, 30, 20, 1000]),
    numbers("people", "10000 person", [2, 3, 5, 7]),
  ],
  {
    roles: { place: "code", year: "year", values: ["gdp", "people"] },
    source: { dataset: "jobs", file: "jobs.csv", sha256: "0".repeat(64) },
    lines: Uint32Array.of(2, 3, 4, 5),
  },
);
const world = {
  places: ["1", "2", "3"].map((code) => ({ code, name: same(`place ${code}`), parent: code === "3" ? "B" : "A" })),
  clusters: [{ id: "delta", edition: "2019", title: same("Delta"), short: same("Delta"), members: ["1", "2", "3"] }],
};

const study = `
conurb: 1
title: { en: A, zh: 甲 }
cluster: delta@2019
datasets:
  jobs: { file: jobs.csv }
  trade: { absent: { en: nobody counts it, zh: 无统计 } }
indicators:
  economy:
    year: 2019
    aspects:
      wealth:
        indicators:
          gdp: { expr: jobs.gdp, unit: yuan }
          people: { expr: jobs.people }
          per-head: { expr: jobs.gdp / jobs.people, unit: 10000 yuan per person }
          openness: { expr: trade.exports / jobs.gdp, unit: percent }
analyses:
  theil:
    use: inequality/theil
    on: { data: { from: economy, roles: { value: gdp, weight: people, groups: [parent] } } }
  open:
    use: inequality/theil
    on: { data: { from: trade } }
  late:
    use: inequality/theil
    on: { data: { from: open.groups, roles: { place: group, value: index } } }
`;

const problemsOf = async (text: string) =>
  (await checkStudy(text, "study.yaml", memoryPorts({ "jobs.csv": jobs }, world).ports)).problems;
const line = (text: string, needle: string) => text.slice(0, text.indexOf(needle)).split("\n").length;

describe("a study", () => {
  it("runs over ports, keeps to its cluster, and says what it lacks and why", async () => {
    const { ports, executed } = memoryPorts({ "jobs.csv": jobs }, world);
    const { plan, groups, problems } = await checkStudy(study, "study.yaml", ports);
    expect(problems).toEqual([]);
    if (plan === undefined) return expect.unreachable();
    const run = await runPlan(plan, groups, ports);
    const theil = run.outcomes.get("theil");
    if (theil === undefined || !("result" in theil)) return expect.unreachable();
    // three members of the delta, not the fourth place: s = 1/6, 1/2, 1/3 of 60; p = .2, .3, .5
    const byHand = (1 / 6) * Math.log(1 / 6 / 0.2) + 0.5 * Math.log(0.5 / 0.3) + (1 / 3) * Math.log(1 / 3 / 0.5);
    expect(theil.result.scalars.theil).toBeCloseTo(byHand, 14);
    expect(run.outcomes.get("open")).toMatchObject({ kind: "lacking", reason: { zh: "trade：无统计" } });
    expect(run.outcomes.get("late")).toMatchObject({ kind: "lacking" });
    expect(executed()).toBe(1);

    const again = await runPlan(plan, groups, ports);
    expect(again.outcomes.get("theil")).toMatchObject({ kind: "cached", sha256: theil.sha256 });
    expect(executed()).toBe(1);
  });

  it("evaluates indicators in their units, and leaves what is absent empty", async () => {
    const { ports } = memoryPorts({ "jobs.csv": jobs }, world);
    const { plan, groups } = await checkStudy(study, "study.yaml", ports);
    if (plan === undefined) return expect.unreachable();
    const { table, indicators } = await (await runPlan(plan, groups, ports)).data.indicators("economy");
    const column = (name: string) => table.columns.find((each) => each.name === name)?.values;
    expect(column("place")).toEqual(["1", "2", "3"]);
    expect(column("gdp")).toEqual(Float64Array.of(1e9, 3e9, 2e9));
    expect(column("per-head")).toEqual(Float64Array.of(5, 10, 4)); // 10e8 / 2e4 = 50,000 yuan
    expect(column("openness")).toEqual(Float64Array.of(Number.NaN, Number.NaN, Number.NaN));
    expect(indicators.find(({ id }) => id === "openness")?.lacking?.text.en).toBe("trade: nobody counts it");
  });

  it("walks a number back to file, row and column", async () => {
    const { ports } = memoryPorts({ "jobs.csv": jobs }, world);
    const { plan, groups } = await checkStudy(study, "study.yaml", ports);
    if (plan === undefined) return expect.unreachable();
    const passport = await passportOf(await runPlan(plan, groups, ports), "theil", {
      table: "groups",
      column: "index",
      keys: ["A"],
    });
    const gdp = passport.cell?.from.filter(({ column }) => column === "gdp");
    expect(gdp?.map(({ key, value }) => [key.place, value])).toEqual([
      ["1", 1e9],
      ["2", 3e9],
    ]); // place 3 lies in province B
    expect(gdp?.[1]?.from).toMatchObject([{ of: "jobs", file: "jobs.csv", row: 3, column: "gdp", value: 30 }]);
  });

  it("ends where a result cannot be kept: that is no refusal of the method", async () => {
    const { ports } = memoryPorts({ "jobs.csv": jobs }, world);
    const full = {
      ...ports.results,
      write: () => Promise.reject(new InputError({ code: "disk-full", text: same("full") })),
    };
    const { plan, groups } = await checkStudy(study, "study.yaml", ports);
    if (plan === undefined) return expect.unreachable();
    await expect(runPlan(plan, groups, { ...ports, results: full })).rejects.toMatchObject({ code: "disk-full" });
  });

  it("locks what was resolved", async () => {
    const { ports } = memoryPorts({ "jobs.csv": jobs }, world);
    const { plan, groups } = await checkStudy(study, "study.yaml", ports);
    if (plan === undefined) return expect.unreachable();
    const lock = await lockOf(
      await runPlan(plan, groups, ports),
      { file: "study.yaml", sha256: "" },
      { conurb: "0", runtime: "test" },
    );
    expect(lock.clusters).toEqual(["delta@2019"]);
    expect(lock.datasets.jobs).toMatchObject({ file: "jobs.csv", rows: 3 });
    expect(lock.analyses.theil).toMatchObject({ method: "inequality/theil", options: { index: "T", value: "total" } });
    expect(lock.analyses.open).toHaveProperty("lacking");
  });
});

describe("checking a study", () => {
  it("names an unknown key with its line and a suggestion", async () => {
    const text = study.replace("datasets:", "dataset:");
    const [problem] = await problemsOf(text);
    expect(problem).toMatchObject({
      code: "study-unknown-key",
      hint: { en: "did you mean datasets?" },
      place: { file: "study.yaml", line: line(text, "dataset:") },
    });
  });

  it("collects everything at once", async () => {
    const text = study
      .replace("cluster: delta@2019", "cluster: dleta@2019")
      .replace(
        "use: inequality/theil\n    on: { data: { from: economy",
        "use: inequality/thiel\n    on: { data: { from: economy",
      )
      .replace("from: trade", "from: trad");
    const codes = (await problemsOf(text)).map(({ code }) => code);
    expect(codes).toEqual(["cluster-unknown", "study-method-unknown", "study-name-unknown"]);
  });

  it("refuses options, cycles, units and expressions with their place", async () => {
    const option = study.replace("groups: [parent] } } }", "groups: [parent] } } }\n    with: { index: Q }");
    expect((await problemsOf(option))[0]).toMatchObject({
      code: "option-invalid",
      place: { line: line(option, "index: Q") },
    });
    const cycle = study.replace("from: trade }", "from: late.groups }");
    expect((await problemsOf(cycle))[0]).toMatchObject({
      code: "study-cycle",
      text: { en: expect.stringContaining("open -> late -> open") },
    });
    const unit = study.replace("unit: 10000 yuan per person", "unit: km2");
    expect((await problemsOf(unit))[0]).toMatchObject({
      code: "unit-mismatch",
      place: { line: line(unit, "unit: km2") },
    });
    const expression = study.replace("expr: jobs.gdp / jobs.people", "expr: jobs.gdp / jobs.peple");
    expect((await problemsOf(expression))[0]).toMatchObject({ code: "name-unknown" });
  });

  it("answers an empty file, broken YAML and a bomb of aliases", async () => {
    expect((await problemsOf(""))[0]).toMatchObject({ code: "study-empty" });
    expect((await problemsOf("conurb: [1\ntitle: x"))[0]).toMatchObject({ code: "yaml-syntax", place: { line: 2 } });
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh".split("").map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[at]}`).join(",")}]`),
    ];
    expect((await problemsOf(bomb.join("\n")))[0]).toMatchObject({ code: "yaml-aliases" });
  });
});

it("takes a set without a recipe by its own tree: what is better lower counts so, and weights hold", async () => {
  const tree = study
    .replace("per-head: {", "per-head: { direction: down, weight: 3,")
    .replace(/analyses:.*/s, "analyses:\n  level: { use: composite/index, on: economy }\n")
    .replace(/ {10}(gdp|openness): .*\n/g, "");
  const { ports } = memoryPorts({ "jobs.csv": jobs }, world);
  const { plan, groups, problems } = await checkStudy(tree, "study.yaml", ports);
  expect(problems).toEqual([]);
  if (plan === undefined) return expect.unreachable();
  const level = (await runPlan(plan, groups, ports)).outcomes.get("level");
  if (level === undefined || !("result" in level)) return expect.unreachable();
  const scores = level.result.tables.find(({ name }) => name === "scores");
  // people 2, 3, 5 give 0, 1/3, 1 with weight 1; per head 5, 10, 4 lower is better: 5/6, 0, 1 with weight 3
  const byHand = [(3 * 5) / 6 / 4, 1 / 3 / 4, 1];
  const found = scores?.columns.find(({ name }) => name === "score")?.values as Float64Array;
  byHand.forEach((score, at) => {
    expect(found[at]).toBeCloseTo(score, 14);
  });
});
