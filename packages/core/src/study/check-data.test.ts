import { expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { checkData, eventsIn } from "./check-data.ts";

const codes = ["A", "B", "C", "D", "E"];
const towns = makeTable(
  "towns",
  [],
  [labels("place", ["A", "B", "C", "D", "E0", "A"]), numbers("people", "person", [1, 2, 3, 4, 5, 1])],
  { source: { dataset: "towns", file: "towns.csv" }, lines: Uint32Array.of(2, 3, 4, 5, 6, 7) },
);
const world = {
  places: codes.map((code) => ({ code, name: same(code), parent: "A" })),
  clusters: [{ id: "delta", edition: "2019", title: same("Delta"), short: same("Delta"), members: codes }],
};
const study = `conurb: 1
title: { en: A, zh: 甲 }
cluster: delta@2019
datasets:
  towns: { file: towns.csv }
  gone: { absent: none }
`;

it("looks in the file for codes that are in no cluster, and in the prepared table for figures", async () => {
  const { ports } = memoryPorts({ "towns.csv": towns }, world);
  const checked = await checkStudy(study, "study.yaml", ports);
  const [quality, ...others] = await checkData(checked, ports);
  expect(others).toEqual([]); // nothing is said of figures that are not there
  expect(quality?.faults.map(({ code, severity, place }) => [code, severity, place?.row])).toEqual([
    ["duplicate-key", "problem", 7],
    ["unknown-code", "problem", 6],
  ]);
  expect(quality?.coverage.places.map(({ code }) => code)).toEqual(["A", "B", "C", "D"]);
  expect(quality?.regions.A).toEqual(same("Delta"));
});

it("says of a break what the dated table of codes has of the place, or of a county of it", () => {
  const change = { date: "2011-08", year: 2011, kind: "split", from: "341400", to: "340100" } as const;
  const eventOf = eventsIn([
    change,
    { ...change, kind: "ceded", from: "130125", to: "130600", date: "2015", year: 2015 },
  ]);
  expect(eventOf("340100", 2010, 2011)?.en).toBe("the table of codes has 2011-08: 341400 split into 340100");
  expect(eventOf("130100", 2014, 2015)?.zh).toBe("区划代码表载 2015：130125 划出部分至 130600");
  expect(eventOf("340100", 2011, 2012)).toBeUndefined();
  expect(eventOf("340000", 2010, 2011)).toBeUndefined();
});
