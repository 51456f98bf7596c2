import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";

const world = {
  places: ["1", "2", "8", "9"].map((code) => ({ code, name: { en: `Place ${code}`, zh: `${code}市` }, parent: "A" })),
  clusters: [{ id: "delta", edition: "2019", title: same("Delta"), short: same("Delta"), members: ["1", "2"] }],
};
const places = ["1", "2", "8", "9", "9"];
const jobs = makeTable(
  "jobs",
  [],
  [labels("code", places), numbers("year", "year", [1, 1, 1, 1, 2]), numbers("gdp", "yuan", [10, 30, 20, 5, 6])],
  { roles: { place: "code", year: "year", value: "gdp" }, source: { dataset: "jobs", file: "jobs.csv" } },
);
const flows = makeTable(
  "flows",
  [],
  [labels("from", ["1", "1", "9"]), labels("to", ["2", "9", "8"]), numbers("n", "1", [1, 2, 3])],
  { roles: { from: "from", to: "to", value: "n" }, source: { dataset: "flows", file: "flows.csv" } },
);

const pages = makeTable(
  "jobs",
  [],
  [labels("code", ["1", "9", "苏南", "全省", "苏南"]), numbers("gdp", "yuan", [1, 2, 3, 4, 5])],
  {
    roles: { place: "code", value: "gdp" },
    source: { dataset: "jobs", file: "jobs.csv" },
  },
);

async function told(more: string, jobsTable = jobs) {
  const text = `conurb: 1\ntitle: A\ncluster: delta@2019\ndatasets:\n  jobs: { file: jobs.csv${more} }\n  flows: { file: flows.csv${more} }\n`;
  const { notes } = await checkStudy(
    text,
    "study.yaml",
    memoryPorts({ "jobs.csv": jobsTable, "flows.csv": flows }, world).ports,
  );
  return notes.filter(({ code }) => code.endsWith("-left-aside")).map((note) => note.text);
}

describe("rows of places outside the study", () => {
  it("are counted, and the places named", async () => {
    expect(await told("")).toEqual([
      {
        en: "jobs: 3 rows are of places outside the study and left aside: Place 8, Place 9",
        zh: "jobs：3 行属于本研究范围以外的地区，未予采用：8市、9市",
      },
      {
        en: "flows: 2 rows are of places outside the study and left aside: Place 9, Place 8",
        zh: "flows：2 行属于本研究范围以外的地区，未予采用：9市、8市",
      },
    ]);
  });

  it("are none where every place is wanted", async () => {
    expect(await told(", places: all")).toEqual([]);
  });

  it("are told apart from sums over places", async () => {
    expect((await told("", pages)).slice(0, 2).map(({ en }) => en)).toEqual([
      "jobs: 1 row is of places outside the study and left aside: Place 9",
      "jobs: 3 rows are sums or means over places, not of a place, and left aside: 苏南, 全省",
    ]);
  });
});
