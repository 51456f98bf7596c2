import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const published = join(import.meta.dirname, "../../../studies/published");
const reproduce = (file: string, ...args: string[]) => conurb(["reproduce", file, ...args]);
const table = (name: string) => join(published, `${name}.yaml`);

describe("conurb reproduce on the published tables", () => {
  it("finds the formula of the logistics table, with columns and the next candidate", async () => {
    const { code, out, err } = await reproduce(table("urban-rural-logistics-2022"));
    expect(code, err).toBe(0);
    expect(out).toContain("✓ Reproduced with Formula of C: standard, in [0, 1]: all 30 cells fit, 27 to the print");
    expect(out).toMatch(/^standard +30\/30 +10\/10 +10\/10 +10\/10$/m);
    expect(out).toMatch(/^uncapped +10\/30 +0\/10 +10\/10 +0\/10 +2015 C: 0\.5000, printed 1\.000$/m);
  });

  it("says of Saaty's drinks what cannot be told apart", async () => {
    const { code, out } = await reproduce(table("saaty-2008-drinks"));
    expect(code).toBe(0);
    expect(out).toContain("2 candidates give all 8 cells and cannot be told apart");
  });

  it("finds the pair of formulas of the table of 13 cities, in both languages and as JSON", async () => {
    const { code, out } = await reproduce(table("wang-2021-table-8"));
    expect(code).toBe(0);
    expect(out).toMatch(/this one alone admits two levels in \[0, 1\] behind all 91 pairs/);
    const chinese = await reproduce(table("wang-2021-table-8"), "--lang", "zh");
    expect(chinese.out).toContain("✓ 可复现");
    const { kind, verdict, pairs, findings } = JSON.parse((await reproduce(table("wang-2021-table-8"), "--json")).out);
    expect({ kind, verdict, admitted: pairs[0].admitted }).toEqual({
      kind: "pair",
      verdict: "reproduced",
      admitted: 91,
    });
    expect(findings[0].said.zh).toContain("可复现");
  });
});

describe("conurb reproduce", () => {
  const logistics = readFileSync(table("urban-rural-logistics-2022"), "utf8");

  it("ends with 3 where none gives the table, and lists what is off with its line", async () => {
    const folder = folderWith({ "t.yaml": logistics.replace("0.473 0.684", "0.473 0.648") });
    const { code, out } = await reproduce(join(folder, "t.yaml"));
    expect(code).toBe(3);
    expect(out).toContain("✗ Not reproduced");
    expect(out).toContain("D of 2016 may be a misprint");
    expect(out).toMatch(/^2016 D :20 +0\.648 +0\.684\d\d +0\.68\d{3}–0\.68\d{3} +off$/m);
  });

  it("takes the panel from a sheet of a workbook, as a study does", async () => {
    const [before = "", printed = ""] = logistics.split("data: |");
    const rows = printed
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/));
    const cells = rows.map((row, at) => row.map((cell, column) => (at > 0 && column > 0 ? Number(cell) : cell)));
    const sheet = { name: "T4", rows: [["Table 4"], ...cells, ["Note: as printed"]] };
    const workbook = await writeXlsx({ sheets: [{ name: "about", rows: [["x"]] }, sheet] });
    const layout =
      "layout: { titles: [1], notes: [13], tables: [{ rows: [3, 12], columns: [A, F], head: [2], by: { year: A }, years: down }] }";
    const folder = folderWith({
      "t4.xlsx": new Uint8Array(workbook),
      "t.yaml": `${before}file: t4.xlsx\nsheet: T4\n${layout}\n`,
      "sheet.yaml": `${before}file: t4.xlsx\nsheet: T5\n${layout}\n`,
      "layout.yaml": `${before}file: t4.xlsx\nsheet: T4\n`,
    });
    const { code, out, err } = await reproduce(join(folder, "t.yaml"));
    expect(code, err).toBe(0);
    expect(out).toMatch(/^standard +30\/30 +10\/10 +10\/10 +10\/10$/m);
    expect((await reproduce(join(folder, "sheet.yaml"))).err).toMatch(
      /t4\.xlsx has no sheet T5\n +hint: did you mean T4\?/,
    );
    expect((await reproduce(join(folder, "layout.yaml"))).err).toContain("conurb import t4.xlsx");
  });

  it("answers mistakes of the file with their lines, and a file that is not there", async () => {
    const folder = folderWith({
      "key.yaml": logistics.replace("published:", "publishd:"),
      "out.yaml": logistics.replace(/data: \|[\s\S]*/, "file: ../elsewhere.csv\n"),
    });
    const wrong = await reproduce(join(folder, "key.yaml"));
    expect(wrong.code).toBe(3);
    expect(wrong.err).toMatch(/key\.yaml:9.*publishd: no such key[\s\S]*did you mean published\?/);
    const outside = await reproduce(join(folder, "out.yaml"));
    expect(outside.code).toBe(1);
    expect(outside.err).toContain("../elsewhere.csv");
    const missing = await reproduce("nowhere.yaml");
    expect(missing.code).toBe(1);
    expect(missing.err).toContain("studies/published");
  });

  it("reads standard input", async () => {
    const { code } = await conurb(["reproduce", "-", "--json"], { input: logistics });
    expect(code).toBe(0);
  });
});
