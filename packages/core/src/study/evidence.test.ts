import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { checkStudy } from "./check.ts";
import { evidenceOf } from "./evidence.ts";
import { parseStudy } from "./parse.ts";

const towns = makeTable(
  "towns",
  [],
  [labels("place", ["101", "102"]), numbers("year", "year", [2020, 2020]), numbers("beds", "bed", [10, 20])],
  { source: { dataset: "towns", file: "towns.csv" } },
);
const study = (evidence: string, leaf = "") => `
conurb: 1
title: A
datasets: { towns: { file: towns.csv } }
indicators:
  services: { year: 2020, aspects: { health: { indicators: { beds: { expr: towns.beds${leaf} } } } } }
analyses: { gap: { use: inequality/theil, on: { data: { from: towns, roles: { value: beds } } } } }
evidence:
${evidence}`;
const note = (on: string) => `  double: { text: twice as many, source: "a report, p. 1", on: { ${on} } }`;
const problemsOf = async (text: string) =>
  (await checkStudy(text, "study.yaml", memoryPorts({ "towns.csv": towns }).ports)).problems;

describe("evidence", () => {
  it("is attached to indicators, places and analyses, one or several, from either side and once", async () => {
    const text = study(note("indicator: beds, place: ['101', '102'], analysis: gap"), ", evidence: double");
    expect(await problemsOf(text)).toEqual([]);
    const parsed = parseStudy(text, "study.yaml").study;
    if (parsed === undefined) return expect.unreachable();
    const of = evidenceOf(parsed);
    const told = { name: "double", text: { en: "twice as many" }, source: { zh: "a report, p. 1" } };
    expect(of.indicator.get("beds")).toMatchObject([told]);
    expect(of.analysis.get("gap")).toMatchObject([told]);
    expect([...of.place.keys()]).toEqual(["101", "102"]);
  });

  it.each([
    ["indicator: bed", "evidence-no-indicator", "beds"],
    ["place: '110'", "evidence-no-place", "101"],
    ["analysis: gaps", "evidence-no-analysis", "gap"],
  ])("about %s is refused with a suggestion", async (on, code, near) => {
    const [problem, ...more] = await problemsOf(study(note(on)));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code, place: { line: 9 } });
    expect(problem?.hint?.en).toContain(near);
    expect(problem?.hint?.zh).toContain(near);
  });

  it("that an indicator names and nobody wrote is refused", async () => {
    const [problem] = await problemsOf(study(note("analysis: gap"), ", evidence: [dubble]"));
    expect(problem).toMatchObject({ code: "evidence-unknown" });
    expect(problem?.hint?.en).toContain("double");
  });

  it("asks for its source", async () => {
    expect(await problemsOf(study("  bare: { text: they say }"))).toMatchObject([{ code: "study-invalid" }]);
  });
});
