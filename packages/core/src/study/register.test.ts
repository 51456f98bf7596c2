import { expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { findColumn, labels, makeTable, type Table } from "../contract/table.ts";
import { checkStudy } from "./check.ts";
import type { ClusterInfo, PlaceInfo } from "./ports.ts";
import { runPlan } from "./run.ts";

const places: PlaceInfo[] = ["a", "b", "c"].map((code) => ({ code, name: { en: `Town ${code}`, zh: `${code}镇` } }));
const clusters: ClusterInfo[] = [
  {
    id: "north",
    edition: "2020",
    title: { en: "North", zh: "北" },
    short: { en: "North", zh: "北" },
    members: ["a", "b"],
  },
  { id: "south", edition: "2020", title: { en: "South", zh: "南" }, short: { en: "South", zh: "南" }, members: ["c"] },
];

const register = (cells: Readonly<Record<string, readonly (string | null)[]>>): Table =>
  makeTable(
    "mine",
    [],
    Object.entries(cells).map(([name, values]) => labels(name, values)),
    { source: { dataset: "mine", file: "mine.csv" }, lines: Uint32Array.of(2, 3, 4) },
  );

const good = {
  code: ["p1", "p2", "p3"],
  title_en: ["A plan", "A park", "A fund"],
  reach: ["north", "c", "Town c"],
  date: ["2014", null, "2020-05"],
  kind: ["plan", "park", "fund"],
};

const study = (more = "", cluster = "north") => `conurb: 1
title: T
cluster: ${cluster}
datasets:
  mine:
    file: mine.csv
    kind: register
    roles: { id: code }
${more}
analyses:
  mix: { use: policy/instrument-mix, on: { register: mine } }
`;

const world = { places, clusters };
const check = (text: string, cells: Parameters<typeof register>[0] = good) =>
  checkStudy(text, "study.yaml", memoryPorts({ "mine.csv": register(cells) }, world).ports);

it("keeps the entries that reach the study's clusters, and says what is dated", async () => {
  const { ports } = memoryPorts({ "mine.csv": register(good) }, world);
  const checked = await checkStudy(study(), "study.yaml", ports);
  expect(checked.problems).toEqual([]);
  expect(checked.notes[0]?.text.en).toBe(
    "3 entries: 2 dated (0 to a decade, 0 to a target), 1 without a date, which stay so",
  );
  const run = await runPlan(checked.plan!, checked.groups, ports, checked.data);
  const table = await run.data.dataset("mine");
  expect(findColumn(table, "id")?.values).toEqual(["p1"]);
  const outcome = run.outcomes.get("mix");
  expect(outcome).toMatchObject({
    kind: "computed",
    result: { n: 1, scalars: { datedEntries: 1, undatedEntries: 0 } },
  });
});

it("keeps all of them where the study says so, and fills cells by its rules", async () => {
  const rules = `    places: all
    rules:
      - { when: { kind: [park, fund] }, fill: { instrument: supply } }`;
  const { data, notes, problems } = await check(study(rules, "[north, south]"));
  expect(problems).toEqual([]);
  const table = await data!.dataset("mine");
  expect(findColumn(table, "instrument")?.values).toEqual([null, "supply", "supply"]);
  expect(findColumn(table, "cluster")?.values).toEqual(["north", "south", "south"]);
  expect(notes.map(({ text }) => text.en)).toContain("rule 1 fills instrument with supply in 2 entries: p2, p3");
});

it("takes the study's word for words of the register", async () => {
  const text = study(`    places: all\n    reach: { "the coast": [b, c] }`, "[north, south]");
  const { data, problems } = await check(text, { ...good, reach: ["the coast", "c", "a"] });
  expect(problems).toEqual([]);
  expect(findColumn(await data!.dataset("mine"), "cluster")?.values).toEqual(["north;south", "south", "north"]);
});

it("refuses what is wrong with file, row and column, and with the line that asks for the file", async () => {
  const { problems } = await check(study(), {
    ...good,
    reach: ["nort", "c", "c"],
    date: ["2014", "2014-02-30", null],
    mechanism: ["market", null, "makret"],
  });
  expect(
    problems.map(({ code, place, declared }) => [code, place?.file, place?.row, place?.column, declared?.line]),
  ).toEqual([
    ["register-reach-unknown", "mine.csv", 2, "reach", 5],
    ["register-date-unreadable", "mine.csv", 3, "date", 5],
    ["register-code-unknown", "mine.csv", 4, "mechanism", 5],
  ]);
  expect(problems[2]?.hint?.en).toBe("did you mean market?");
});

it("lets rules stand in registers alone, and points at a rule that says no code", async () => {
  const plain = study("    rules: [{ when: {}, fill: { sector: steel } }]").replace("    kind: register\n", "");
  const [first] = (await check(plain)).problems;
  expect([first?.code, first?.hint?.en]).toEqual(["dataset-no-register", "say kind: register"]);
  const [wrong] = (await check(study("    rules: [{ when: {}, fill: { instrument: sply } }]"))).problems;
  expect([wrong?.code, wrong?.place?.path, wrong?.hint?.en]).toEqual([
    "register-code-unknown",
    "datasets.mine.rules.0.fill.instrument",
    "did you mean supply?",
  ]);
});

it("points at a misspelt key of a rule", async () => {
  const { problems } = await check(study("    rules: [{ when: { titel: park }, fill: { sector: steel } }]"));
  expect(problems[0]?.text.en).toContain("titel");
  expect(problems[0]?.hint?.en).toBe("did you mean title?");
});
