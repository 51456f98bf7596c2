import { describe, expect, it } from "vitest";
import { memoryPorts } from "../../test/memory-ports.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { checkStudy } from "./check.ts";
import { passportOf } from "./passport.ts";
import { runPlan, type StudyRun } from "./run.ts";

const columns = (gdp: readonly number[]) => [
  labels("code", ["a", "a", "b", "b"]),
  numbers("year", "year", [2019, 2020, 2019, 2020]),
  numbers("gdp", "million yuan", gdp, { flags: [null, "estimate", null, null] }),
  labels("note", ["", "", "", ""]),
];
const file = (gdp: readonly number[] = [100, 11, 300, Number.NaN]): Table =>
  makeTable("mine", [], columns(gdp), {
    roles: { place: "code", year: "year", value: "gdp" },
    source: { dataset: "mine", file: "mine.csv", sha256: "a".repeat(64) },
    lines: Uint32Array.of(2, 3, 4, 5),
  });

const study = (corrections: string, more = "") => `conurb: 1
title: { en: A, zh: 甲 }
datasets:
  mine:
    file: mine.csv
${more}    corrections:
${corrections}
analyses:
  gap: { use: inequality/gini, on: { data: { from: mine, where: { year: 2020 } } } }
`;
const slip =
  "      - { at: { place: a, year: 2020 }, column: gdp, was: 11, value: 110, reason: { en: a digit lost, zh: 漏一位 } }";
const gap = '      - { at: { code: b, year: 2020 }, column: gdp, was: null, value: 310, reason: "yearbook, p. 9" }';

const check = async (text: string, table = file()) => {
  const places = ["a", "b"].map((code) => ({ code, name: same(code) }));
  const { ports } = memoryPorts({ "mine.csv": table }, { places });
  return { ...(await checkStudy(text, "study.yaml", ports)), ports };
};
const gdpOf = async (checked: Awaited<ReturnType<typeof check>>) =>
  findColumn((await checked.data?.dataset("mine")) as Table, "gdp") as NumberColumn;

describe("corrections of a dataset", () => {
  it("stand in place of what the file has, flagged and told, by roles or columns", async () => {
    const checked = await check(study(`${slip}\n${gap}`));
    expect(checked.problems).toEqual([]);
    const { values, flags } = await gdpOf(checked);
    expect([...values]).toEqual([100, 110, 300, 310]);
    // the estimate was of the number that went
    expect(flags).toEqual([null, "corrected", null, "corrected"]);
    expect(checked.notes.filter(({ code }) => code.startsWith("corrected")).map(({ text }) => text.en)).toEqual([
      "mine: 2 figures are corrected by the study, flagged corrected",
      "mine: gdp of place a, year 2020 is taken as 110, the file has 11: a digit lost",
      "mine: gdp of code b, year 2020 is taken as 310, the file has a gap: yearbook, p. 9",
    ]);
    expect(checked.notes.find(({ code }) => code === "corrected-cell")?.text.zh).toBe(
      "mine：place a、year 2020 的 gdp 取 110，原文件为 11：漏一位",
    );
    expect(checked.notes.find(({ code }) => code === "corrected-cell")?.place).toMatchObject({
      file: "mine.csv",
      row: 3,
    });
  });

  it("leave the loaded table as it was", async () => {
    const checked = await check(study(slip));
    await gdpOf(checked);
    const before = findColumn(checked.data?.loaded("mine") as Table, "gdp") as NumberColumn;
    expect(before.values[1]).toBe(11);
    expect(before.flags?.[1]).toBe("estimate");
  });

  it("come before what else is done: flags that the study leaves out, and gaps between years", async () => {
    // the only estimate is corrected, so it is none any more
    const unusable = await check(study(slip, "    unusable: [estimate]\n"));
    expect(unusable.problems).toEqual([]);
    expect((await gdpOf(unusable)).values[1]).toBe(110);
    const emptied = "      - { at: { place: a, year: 2020 }, column: gdp, value: null, reason: not to be trusted }";
    const { values } = await gdpOf(await check(study(emptied)));
    expect(values[1]).toBeNaN();
  });

  it("are what a result rests on, and its passport says why", async () => {
    const checked = await check(study(`${slip}\n${gap}`));
    const { plan, groups, data, ports } = checked;
    if (plan === undefined || data === undefined) throw new Error("no plan");
    const run: StudyRun = await runPlan(plan, groups, ports, data);
    const passport = await passportOf(run, "gap");
    const under = passport.inputs?.flatMap(({ from }) => from) ?? [];
    const a = under.find(({ value }) => value === 110);
    expect(a).toMatchObject({ of: "mine", expr: "corrected", why: [{ en: "a digit lost", zh: "漏一位" }] });
    expect(a?.from).toEqual([expect.objectContaining({ value: 11, file: "mine.csv", row: 3 })]);
    expect(passport.files).toEqual([expect.objectContaining({ file: "mine.csv" })]);
  });

  it.each([
    [
      "a row that is not there",
      "      - { at: { place: a, year: 2021 }, column: gdp, value: 1, reason: r }",
      "correction-no-row",
      "datasets.mine.corrections.0: 0 rows have place a, year 2021, expected one",
      "datasets.mine.corrections.0.at",
    ],
    [
      "a row that is not told apart",
      "      - { at: { place: a }, column: gdp, value: 1, reason: r }",
      "correction-many-rows",
      "datasets.mine.corrections.0: 2 rows have place a, expected one",
      "datasets.mine.corrections.0.at",
    ],
    [
      "a figure that has changed since",
      "      - { at: { place: a, year: 2020 }, column: gdp, was: 12, value: 1, reason: r }",
      "correction-other-figure",
      "datasets.mine.corrections.0: gdp of place a, year 2020 is 11 in the data, expected 12, which is corrected here",
      "datasets.mine.corrections.0.was",
    ],
    [
      "the same figure twice",
      `${slip}\n${slip.replace("110", "111")}`,
      "correction-twice",
      "datasets.mine.corrections.1: gdp of place a, year 2020 is corrected twice",
      "datasets.mine.corrections.1",
    ],
    [
      "words",
      "      - { at: { place: a, year: 2020 }, column: note, value: 1, reason: r }",
      "column-no-figures",
      "datasets.mine.corrections.0.column: column note holds labels, expected one of figures: year, gdp",
      "datasets.mine.corrections.0.column",
    ],
    [
      "what tells rows apart",
      "      - { at: { place: a, year: 2020 }, column: year, value: 2021, reason: r }",
      "correction-of-key",
      "datasets.mine.corrections.0: year tells which row is meant, expected a column of figures",
      "datasets.mine.corrections.0.column",
    ],
    [
      "a column that is not there",
      "      - { at: { place: a, yaer: 2020 }, column: gdp, value: 1, reason: r }",
      "column-unknown",
      expect.stringContaining("yaer"),
      "datasets.mine.corrections.0.at.yaer",
    ],
  ])("refuse %s", async (_, corrections, code, en, path) => {
    const { problems } = await check(study(corrections));
    expect(problems).toEqual([
      expect.objectContaining({
        code,
        text: expect.objectContaining({ en }),
        place: expect.objectContaining({ path }),
      }),
    ]);
  });

  it("need a reason", async () => {
    const { problems } = await check(study("      - { at: { place: a, year: 2020 }, column: gdp, value: 1 }"));
    expect(problems[0]?.place?.path).toBe("datasets.mine.corrections.0.reason");
  });
});
