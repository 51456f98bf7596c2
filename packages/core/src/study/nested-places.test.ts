import { expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";

const place = (code: string, name: string, parent?: string) => ({
  code,
  name: { en: code, zh: name },
  ...(parent === undefined ? {} : { parent }),
});
const world = {
  places: [place("A", "甲省"), place("B", "乙市", "B"), place("a1", "甲一市", "A"), place("a2", "甲二市", "A")],
  clusters: [{ id: "delta", edition: "2019", title: same("Delta"), short: same("Delta"), members: ["a1", "a2"] }],
};
const jobs = (codes: readonly string[]) =>
  makeTable(
    "jobs",
    [],
    [
      labels("code", codes),
      numbers(
        "gdp",
        "yuan",
        Array.from(codes, (_, at) => at + 1),
      ),
    ],
    {
      roles: { place: "code", value: "gdp" },
      source: { dataset: "jobs", file: "jobs.csv" },
    },
  );

async function told(codes: readonly string[], cluster = "") {
  const text = `conurb: 1\ntitle: A\n${cluster}datasets:\n  jobs: { file: jobs.csv }\n`;
  const { notes } = await checkStudy(text, "study.yaml", memoryPorts({ "jobs.csv": jobs(codes) }, world).ports);
  return notes.filter(({ code }) => code === "places-nested").map((note) => note.text.zh);
}

it("tells of provinces that stand beside their own cities, where all rows are taken", async () => {
  expect(await told(["A", "a1", "a2", "B"])).toEqual(["jobs：甲省与其下辖的 2 个地区并列：直接分析全部各行会重复计算"]);
  expect(await told(["A", "a1", "a2"], "cluster: delta@2019\n")).toEqual([]);
  expect(await told(["A", "B"])).toEqual([]); // B is a province and its own only city
  expect(await told(["B", "a1", "a2"])).toEqual([]);
});
