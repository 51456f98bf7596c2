import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";

const towns = makeTable(
  "towns",
  [],
  [labels("place", ["1", "2", "3"]), numbers("gdp", "yuan", [1, 2, 3]), numbers("people", "person", [2, 2, 3])],
  { source: { dataset: "towns", file: "towns.csv" } },
);
const doubled = makeTable("doubled", [], [labels("place", ["1", "1", "2"]), numbers("jobs", "person", [1, 2, 3])], {
  source: { dataset: "doubled", file: "doubled.csv" },
});
const world = {
  places: ["1", "2", "3"].map((code) => ({ code, name: same(code), parent: "A" })),
  clusters: [{ id: "delta", edition: "2019", title: same("Delta"), short: same("Delta"), members: ["1", "2", "3"] }],
};

async function check(text: string) {
  const { ports } = memoryPorts({ "towns.csv": towns, "doubled.csv": doubled }, world);
  const { problems, notes } = await checkStudy(text, "study.yaml", ports);
  const told = problems.map(({ code, place, declared, hint }) => {
    const { path, line } = declared ?? place ?? {};
    return [code, line, path, hint?.en.replace(/^did you mean (.*)\?$/, "$1")];
  });
  return { told, problems, notes: notes.map(({ place }) => place?.path) };
}

describe("one check", () => {
  it("tells everything at once: keys, names, roles, options, units, records and figures", async () => {
    const { told, notes } = await check(`conurb: 1
title: { en: A, zh: 甲 }
cluster: delta@2019
datasets:
  towns: { file: towns.csv, roles: { place: place, value: gdp } }
  misread: { file: towns.csv, roles: { place: plase } }
  typo: { fiel: towns.csv }
  both: { file: towns.csv, absent: none }
  doubled: { file: doubled.csv }
indicators:
  main:
    aspects:
      wealth:
        indicators:
          rich: { expr: towns.gpd / towns.people }
          odd: { expr: towns.gdp / towns.people, unit: km2 }
          off: { expr: typo.x + misread.gdp }
          broken: { expr: "towns.gdp +" }
  sound: { aspects: { a: { indicators: { per-head: { expr: towns.gdp / towns.people } } } } }
  wrong: { aspects: { a: { indicator: {} } } }
recipes:
  plain: { indicators: sound, aggregate: geometrc, normalise: { methd: rank } }
  gone: { indicators: wrong }
analyses:
  column: { use: inequality/theil, on: { data: { from: towns, roles: { value: gpd } } }, with: { indx: T } }
  role: { use: inequality/theil, on: { data: { from: towns, roles: { vale: gdp } } } }
  key: { use: inequality/theil, on: { data: { from: towns, role: { value: gdp } } } }
  unread: { us: inequality/theil, on: towns }
  after: { use: inequality/theil, on: unread.groups }
  resting: { use: inequality/theil, on: { data: { from: typo, roles: { value: gdp } } } }
  composed: { use: composite/index, on: { data: sound, recipe: plain } }
  ungone: { use: composite/index, on: { data: sound, recipe: gone } }
  rows: { use: inequality/theil, on: { data: { from: doubled, roles: { value: jobs } } } }
report:
  headlins: [column]
  headlines: [column, unread, nope]
  sections:
    - { title: A, show: [unread] }
    - { titel: A, show: [nope] }
    - { title: A, show: [columm] }
`);
    expect(told).toEqual([
      ["column-unknown", 6, "datasets.misread.roles.place", "place"],
      ["study-unknown-key", 7, "datasets.typo.fiel", "file"],
      ["dataset-needs-one", 8, "datasets.both", undefined],
      ["name-unknown", 15, "indicators.main.aspects.wealth.indicators.rich.expr", "towns.gdp"],
      ["unit-mismatch", 16, "indicators.main.aspects.wealth.indicators.odd.expr", undefined],
      ["expression-syntax", 18, "indicators.main.aspects.wealth.indicators.broken.expr", undefined],
      ["study-unknown-key", 20, "indicators.wrong.aspects.a.indicator", "indicators"],
      ["record-invalid", 22, "recipes.plain.normalise.methd", "method"],
      ["record-invalid", 22, "recipes.plain.aggregate", "geometric"],
      ["option-unknown", 25, "analyses.column.with.indx", "index"],
      ["role-without-column", 25, "analyses.column.on.data.roles.value", "gdp"],
      ["role-unknown", 26, "analyses.role.on.data.roles.vale", "value"],
      ["study-reference", 27, "analyses.key.on.data.role", "roles"],
      ["study-invalid", 28, "analyses.unread.use", undefined],
      ["study-unknown-key", 28, "analyses.unread.us", "use"],
      ["duplicate-key", 33, "analyses.rows.on.data", expect.stringContaining("keep one row")],
      ["study-unknown-key", 35, "report.headlins", "headlines"],
      ["report-name-unknown", 36, "report.headlines.2", undefined],
      ["study-invalid", 39, "report.sections.1.title", undefined],
      ["study-unknown-key", 39, "report.sections.1.titel", "title"],
      ["report-name-unknown", 40, "report.sections.2.show", "column"],
    ]);
    expect(notes).toEqual([]);
  });

  it("goes on where the clusters are not known, without what follows from that", async () => {
    const { told } = await check(`conurb: 1
title: { en: A, zh: 甲 }
cluster: dleta@2019
datasets: { towns: { file: towns.csv }, doubled: { file: doubled.csv } }
indicators: { all: { aspects: { a: { indicators: { j: { expr: doubled.jobs } } } } } }
analyses:
  grouped: { use: inequality/theil, on: { data: { from: towns, roles: { value: gdp, groups: [cluster] } } } }
  rows: { use: inequality/theil, on: { data: { from: doubled, roles: { value: jobs } } } }
  column: { use: inequality/theil, on: { data: { from: towns, roles: { value: gpd } } } }
`);
    expect(told).toEqual([
      ["cluster-unknown", 3, "cluster", "delta@2019"],
      ["role-without-column", 9, "analyses.column.on.data.roles.value", "gdp"],
    ]);
  });

  it("says nothing of what rests on a section that is misspelt or is no map", async () => {
    const text = (head: string) => `conurb: 1
title: { en: A, zh: 甲 }
${head}
analyses: { gap: { use: inequality/theil, on: { data: { from: towns, roles: { value: gdp } } } } }
report: { headlines: [gap, towns] }
`;
    expect((await check(text("dataset: { towns: { file: towns.csv } }"))).told).toEqual([
      ["study-unknown-key", 3, "dataset", "datasets"],
    ]);
    expect((await check(text("datasets: [towns]"))).told).toEqual([["study-invalid", 3, "datasets", undefined]]);
  });

  it("tells a refused dataset once, however many things rest on it", async () => {
    const { told } = await check(`conurb: 1
title: { en: A, zh: 甲 }
datasets: { gone: { file: gone.csv }, towns: { file: towns.csv } }
indicators: { a: { aspects: { a: { indicators: { x: { expr: gone.x }, y: { expr: towns.gpd } } } } } }
analyses: { gap: { use: inequality/theil, on: gone }, other: { use: inequality/theil, on: a } }
`);
    expect(told).toEqual([
      ["file-missing", 3, "datasets.gone", undefined],
      ["name-unknown", 4, "indicators.a.aspects.a.indicators.y.expr", "towns.gdp"],
    ]);
  });
});
