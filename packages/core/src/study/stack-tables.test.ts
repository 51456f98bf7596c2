import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { adoptionExample } from "../causal/adoption-example.ts";
import { findColumn, labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { checkStudy } from "./check.ts";
import { neededFor } from "./needed-for.ts";
import { passportOf } from "./passport.ts";
import type { Plan } from "./plan.ts";
import { runPlan } from "./run.ts";
import { stackTables } from "./stack-tables.ts";
import { verdictsOf } from "./verdicts.ts";

const valuesOf = (table: Table, name: string): unknown[] => [...(findColumn(table, name)?.values ?? [])];
const one = makeTable("estimate", ["estimator"], [labels("estimator", ["a"]), numbers("effect", "yuan", [2])]);
const other = makeTable(
  "estimate",
  ["estimator"],
  [labels("estimator", ["b"]), numbers("effect", "yuan", [3]), numbers("p", "1", [0.1])],
);

describe("stackTables", () => {
  it("says of each row whose it is and where that stands, and leaves gaps for what a table lacks", () => {
    const table = stackTables("estimates", [
      { name: "first", table: one, title: { en: "First", zh: "甲" } },
      { name: "second", table: other },
    ]);
    expect(table.key).toEqual(["analysis", "estimator"]);
    expect(valuesOf(table, "analysis")).toEqual(["first", "second"]);
    expect(valuesOf(table, "analysis_zh")).toEqual(["甲", null]);
    expect(valuesOf(table, "position")).toEqual([1, 2]);
    expect(valuesOf(table, "effect")).toEqual([2, 3]);
    expect(valuesOf(table, "p")).toEqual([Number.NaN, 0.1]);
  });

  it("keeps a row without numbers for who has no answer", () => {
    const table = stackTables("estimates", [{ name: "first", table: one }, { name: "second" }]);
    expect(valuesOf(table, "effect")).toEqual([2, Number.NaN]);
    expect(valuesOf(table, "estimator")).toEqual(["a", null]);
  });

  it("refuses columns of two units", () => {
    const dear = { ...other, columns: [numbers("effect", "dollar", [3])] };
    expect(() =>
      stackTables("estimates", [
        { name: "first", table: one },
        { name: "second", table: dear },
      ]),
    ).toThrow("estimates: effect of first is in yuan and that of second in dollar, expected one unit");
  });
});

const panel = {
  ...(adoptionExample(5, 30, {}, [0, 0, 2015]).inputs as { data: Table }).data,
  source: { dataset: "panel", file: "panel.csv" },
};
const staggered = { ...(adoptionExample(5, 30).inputs as { data: Table }).data, source: panel.source };

const study = (on: string, data = "panel.csv") => `
conurb: 1
title: { en: A, zh: 甲 }
datasets: { panel: { file: ${data}, places: all } }
analyses:
  end: { use: causal/verdict, on: ${on} }
  groups: { title: { en: By groups, zh: 分组 }, use: causal/group-time-att, on: { data: panel }, with: { draws: 0 } }
  twin: { use: causal/synthetic-did, on: { data: panel }, with: { draws: 20 } }
  theil: { use: inequality/theil, on: { data: { from: panel, where: { year: 2015 }, roles: { value: outcome } } } }
`;

async function checked(on: string, table: Table = panel) {
  const { ports, executed } = memoryPorts({ "panel.csv": table });
  const { plan, problems, groups, data } = await checkStudy(study(on), "study.yaml", ports);
  return { plan: plan as Plan, problems, groups, data, ports, executed };
}

describe("a list of analyses in a study", () => {
  it("is handed on as one table, in its order, with the study's titles", async () => {
    const { plan, problems, groups, data, ports } = await checked("{ estimates: [twin, groups] }");
    expect(problems).toEqual([]);
    expect(plan.analyses.map(({ name }) => name)).toEqual(["twin", "groups", "end", "theil"]);
    const run = await runPlan(plan, groups, ports, data);
    const end = run.outcomes.get("end");
    if (end === undefined || !("result" in end)) throw new Error("no verdict");
    const curve = end.result.tables.find(({ name }) => name === "specifications") as Table;
    const main = valuesOf(curve, "analysis").filter((_, row) => valuesOf(curve, "spoken_of")[row] === 1);
    expect(main).toEqual(["twin"]);
    expect(valuesOf(curve, "analysis_en").sort()).toEqual(["By groups", "Synthetic difference in differences"]);
  });

  it("is traced through to the figures of the analysis that a row is of", async () => {
    const { plan, groups, data, ports } = await checked("{ estimates: [twin, groups] }");
    const run = await runPlan(plan, groups, ports, data);
    const { cell } = await passportOf(run, "end", {
      table: "specifications",
      column: "effect",
      keys: ["groups"],
      all: true,
    });
    const upstream = cell?.from.find(({ of, column }) => of === "groups.estimate" && column === "effect");
    expect(upstream?.value).toBe(cell?.value);
    expect(upstream?.from.some(({ of }) => of === "panel")).toBe(true);
  });

  it("keeps on where one of them is refused, and says so; and lacks an answer where all are", async () => {
    const { plan, groups, data, ports } = await checked("{ estimates: [groups, twin] }", staggered);
    const run = await runPlan(plan, groups, ports, data);
    expect(run.outcomes.get("twin")?.kind).toBe("refused");
    const end = run.outcomes.get("end");
    if (end === undefined || !("result" in end)) throw new Error("no verdict");
    const grounds = end.result.tables.find(({ name }) => name === "grounds") as Table;
    expect(valuesOf(grounds, "rule")).toContain("unanswered");
    const alone = await checked("{ estimates: [twin] }", staggered);
    const lacking = await runPlan(alone.plan, alone.groups, alone.ports, alone.data);
    expect(lacking.outcomes.get("end")?.kind).toBe("lacking");
  });

  it("may be one name", async () => {
    const { problems, plan } = await checked("{ estimates: groups }");
    expect(problems).toEqual([]);
    expect(plan.analyses.find(({ name }) => name === "end")?.inputs["estimates"]?.kind).toBe("stack");
  });

  it.each([
    [
      "{ estimates: [groups, panel] }",
      "analyses.end.on.estimates.1: panel is no analysis, expected analyses in a list",
    ],
    [
      "{ estimates: [groups, gropus] }",
      "analyses.end.on.estimates.1: nothing is called gropus; there is panel, end, groups, twin, theil",
    ],
    [
      "{ estimates: groups, power: [groups, twin] }",
      "analyses.end.on.power: a list of analyses is given, expected one name",
    ],
  ])("%s is refused where it stands", async (on, told) => {
    const { problems } = await checked(on);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.text.en).toBe(told);
    expect(problems[0]?.place?.line).toBe(6);
  });
});

it("a part of a study is what ends in a verdict, and what that needs", async () => {
  const { plan, groups, data, ports, executed } = await checked("{ estimates: [groups] }");
  expect(verdictsOf(plan).map(({ name }) => name)).toEqual(["end"]);
  const part = neededFor(plan, ["end"]);
  expect(part.analyses.map(({ name }) => name)).toEqual(["groups", "end"]);
  await runPlan(part, groups, ports, data);
  expect(executed()).toBe(2);
});
