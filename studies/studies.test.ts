import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";

const root = import.meta.dirname;
const conurb = join(root, "../packages/cli/bin/conurb.js");
const relative = 1e-9; // another processor or runtime may round a logarithm differently; nothing else may differ
const largestKept = 450; // rows of a table that is worth keeping as expected

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

interface Ran {
  readonly out: string;
  readonly lock: { analyses: Record<string, { result?: string; lacking?: { en: string }; refused?: unknown }> };
}

/** Runs a study into a folder of its own, reports included, as a user would. */
function run(study: string): Ran {
  const out = mkdtempSync(join(tmpdir(), "conurb-study-"));
  made.push(out);
  execFileSync(process.execPath, [conurb, "report", study, "--out", out, "--lang", "en,zh"], { stdio: "pipe" });
  return { out, lock: JSON.parse(readFileSync(join(out, "study.lock.json"), "utf8")) };
}

const rowsOf = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, "utf8"), { skipEmptyLines: true }).data;

function expectSame(found: string[][], expected: string[][], what: string): void {
  expect(found[0], `${what}: columns`).toEqual(expected[0]);
  expect(found.length, `${what}: rows`).toBe(expected.length);
  found.forEach((row, at) => {
    expect(row.length, `${what}, row ${at + 1}: cells`).toBe(expected[at]?.length);
    row.forEach((cell, column) => {
      const wanted = expected[at]?.[column] ?? "";
      const [a, b] = [Number(cell), Number(wanted)];
      if (cell === wanted) return;
      const near = cell !== "" && wanted !== "" && Math.abs(a - b) <= relative * Math.max(1, Math.abs(b));
      expect(near, `${what}, row ${at + 1}, ${expected[0]?.[column]}: ${cell}, expected ${wanted}`).toBe(true);
    });
  });
}

const studies = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && existsSync(join(root, entry.name, "study.yaml")) ? [entry.name] : [],
);

describe.each(studies)("%s", (name) => {
  const folder = join(root, name);
  const ran = run(folder);

  it("computes every analysis", () => {
    for (const [analysis, locked] of Object.entries(ran.lock.analyses)) {
      expect(locked, analysis).toHaveProperty("result");
    }
  });

  it("gives the expected tables", () => {
    const expectedFolder = join(folder, "expected");
    const tables = readdirSync(join(ran.out, "tables")).filter(
      (file) => rowsOf(join(ran.out, "tables", file)).length <= largestKept,
    );
    if (process.env.CONURB_UPDATE_EXPECTED === "1") {
      rmSync(expectedFolder, { recursive: true, force: true });
      mkdirSync(expectedFolder);
      for (const file of tables) writeFileSync(join(expectedFolder, file), readFileSync(join(ran.out, "tables", file)));
    }
    expect(tables.sort()).toEqual(readdirSync(expectedFolder).sort());
    for (const file of tables)
      expectSame(rowsOf(join(ran.out, "tables", file)), rowsOf(join(expectedFolder, file)), file);
  });

  it("writes a report in both languages", () => {
    for (const [language, lang] of [
      ["en", "en"],
      ["zh", "zh-CN"],
    ]) {
      const html = readFileSync(join(ran.out, `report.${language}.html`), "utf8");
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).not.toMatch(/undefined|\bNaN\b|\[object/);
    }
  });
});

/** The demo with its cluster, or its cluster and its datasets, exchanged: two lines of a study. */
describe("three-agglomerations elsewhere", () => {
  const text = readFileSync(join(root, "three-agglomerations/study.yaml"), "utf8");
  const absent = "{ absent: { zh: 未收录, en: not among the figures that ship } }";
  const datasetsLine = (given: Record<string, string>) => {
    const names = [
      ...text.slice(text.indexOf("\ndatasets:"), text.indexOf("\nindicators:")).matchAll(/^ {2}(\w+):/gm),
    ].map(([, each]) => each as string);
    return `\ndatasets: { ${names.map((each) => `${each}: ${given[each] ?? absent}`).join(", ")} }\n`;
  };
  const elsewhere = (cluster: string, datasets?: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), "conurb-elsewhere-"));
    made.push(folder);
    const moved = text.replace(/^cluster: .*$/m, `cluster: ${cluster}`);
    const block = moved.slice(moved.indexOf("\ndatasets:"), moved.indexOf("\nindicators:"));
    writeFileSync(
      join(folder, "study.yaml"),
      datasets === undefined ? moved : moved.replace(block, datasetsLine(datasets)),
    );
    return folder;
  };

  const cases = [
    {
      where: "Chengdu-Chongqing and Middle Yangtze",
      cluster: "[chengdu-chongqing@2016, middle-yangtze@2015]",
      datasets: undefined,
      computed: ["level", "ranks", "disparity", "sizes"],
      lacking: ["quotients", "likeness", "coupling"],
    },
    {
      where: "Britain",
      cluster: "[north-west, south-east, scotland]",
      datasets: {
        jobs: "{ atlas: britain/jobs, where: { year: 2019 } }",
        national_jobs:
          "{ atlas: britain/jobs, places: all, where: { year: 2019 }, cube: { by: [industry], sum: { jobs: 1 } } }",
      },
      computed: ["quotients", "specialisation", "likeness"],
      lacking: ["level", "disparity", "trains"],
    },
    {
      where: "Boston-Washington",
      cluster: "boston-washington",
      datasets: {
        jobs: "{ atlas: boswash/employment }",
        national_jobs: "{ atlas: boswash/us_reference, places: all }",
      },
      computed: ["quotients", "specialisation", "likeness"],
      lacking: ["level", "disparity", "trains"],
    },
  ];

  it.each(cases)("runs on $where, and says what it lacks and why", ({ cluster, datasets, computed, lacking }) => {
    const { out, lock } = run(elsewhere(cluster, datasets));
    for (const name of computed) expect(lock.analyses[name], name).toHaveProperty("result");
    const html = readFileSync(join(out, "report.en.html"), "utf8");
    for (const name of lacking) {
      const reason = lock.analyses[name]?.lacking?.en;
      expect(reason, name).toBeTypeOf("string");
      expect(html).toContain((reason as string).replaceAll("&", "&amp;"));
    }
    for (const [name, locked] of Object.entries(lock.analyses)) expect(locked, name).not.toHaveProperty("refused");
  });
});
