import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";

const root = import.meta.dirname;
const conurb = join(root, "../packages/cli/bin/conurb.js");
const study = join(root, "policy-register");
const out = mkdtempSync(join(tmpdir(), "conurb-register-"));
afterAll(() => rmSync(out, { recursive: true }));

const run = (...words: string[]) =>
  execFileSync(process.execPath, [conurb, ...words], { encoding: "utf8", stdio: "pipe" });
const table = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(out, `tables/${name}.csv`), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

run("report", study, "--out", out, "--lang", "en,zh");

describe("the register in the report", () => {
  it("has a timeline a cluster, and one of what concerns several", () => {
    const timelines = readdirSync(join(out, "figures")).filter((file) => /^mix\.timeline\..*\.csv$/.test(file));
    expect(timelines).toEqual(
      ["greater-bay-area", "jing-jin-ji", "several-clusters", "yangtze-river-delta"].map(
        (id) => `mix.timeline.${id}.csv`,
      ),
    );
  });

  it("counts the undated under each timeline, in both languages: all of them, once", () => {
    const undated = table("mix.timeline").filter(({ start }) => start === "");
    for (const [language, pattern] of [
      ["en", /Without a date: (\d+)/],
      ["zh", /无日期：(\d+) 项/],
    ] as const) {
      const counted = readdirSync(join(out, "figures"))
        .filter((file) => file.startsWith("mix.timeline.") && file.endsWith(`.${language}.svg`))
        .map((file) => Number(pattern.exec(readFileSync(join(out, "figures", file), "utf8"))?.[1]));
      expect(counted.reduce((sum, each) => sum + each, 0)).toBe(undated.length);
    }
    expect(undated.length).toBeGreaterThan(0);
  });

  it("crosses instruments with the four aspects, and finds nothing on the demand side", () => {
    const cross = table("mix.cross");
    expect([...new Set(cross.map(({ objective }) => objective))]).toEqual([
      "industry",
      "infrastructure",
      "mechanisms",
      "social",
    ]);
    expect(cross.filter(({ instrument, entries }) => instrument === "demand" && entries !== "0")).toEqual([]);
  });

  it("says what holds whatever the judgement, and what does not", () => {
    const all = table("match.problems").filter(({ led }) => led === "all");
    expect(all).toHaveLength(12); // four aspects in three clusters
    for (const { stable, uncovered, covered, over_subsidised } of all) {
      const most = Math.max(Number(uncovered), Number(covered), Number(over_subsidised));
      expect(stable === "depends").toBe(most < 95);
    }
  });

  it("flags the policy of 2014 on a panel from 2013: one year before, and controls under other policies", () => {
    const flags = table("treated.flags");
    const of = (flag: string) => flags.filter((row) => row.flag === flag);
    expect(of("short-pre-period").map(({ count }) => count)).toEqual(Array.from({ length: 13 }, () => "1"));
    expect(of("contamination").some(({ place }) => place === "310000")).toBe(true); // the Yangtze delta had its own
    expect(of("contamination").some(({ place }) => place === "510100")).toBe(false); // Chengdu, under national ones alone
  });
});

it("accounts for every cell that a rule filled", () => {
  const { notes } = JSON.parse(run("check", study, "--json")) as { notes: { code: string; text: { en: string } }[] };
  const filled = notes
    .filter(({ code }) => code === "register-rule-filled")
    .map(({ text }) => Number(/in (\d+) entr/.exec(text.en)?.[1]));
  expect(notes.find(({ code }) => code === "register-dated")?.text.en).toContain("82 entries: 21 dated");
  expect(filled).toHaveLength(10); // one rule each fills one column
  expect(Math.max(...filled)).toBeLessThanOrEqual(82);
});
