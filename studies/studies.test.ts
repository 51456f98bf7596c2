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

describe("the report of three-agglomerations", () => {
  const ran = run(join(root, "three-agglomerations"));
  const report = (language: string) => readFileSync(join(ran.out, `report.${language}.html`), "utf8");
  const opening = (language: string) => {
    const html = report(language);
    return html.slice(html.indexOf('class="opening"'), html.indexOf('<section id="s1"'));
  };

  it.each(["en", "zh"])("opens with findings and every cluster's tiers, rank intervals and scores, %s", (language) => {
    const first = opening(language);
    expect(first).toContain('<ol class="findings"');
    expect(first.match(/<div class="panel">/g)).toHaveLength(3);
    const rows = [...first.matchAll(/<g data-place="(\d+)">(.*?)<\/g>/gs)];
    expect(new Set(rows.map(([, place]) => place)).size).toBe(65);
    const intervals = rows.filter(([, , row]) => />\d+(–\d+)?<\/text>/.test(row as string));
    expect(intervals).toHaveLength(63); // Hong Kong and Macao are not ranked
    expect(first).toMatch(/>II<\/text>/);
  });

  const credits = [
    ["en", "Source: National Bureau of Statistics of China, China City Statistical Yearbook 2020"],
    ["zh", "资料来源：国家统计局，《中国城市统计年鉴》2020 年版"],
  ] as const;
  it.each(credits)("credits agencies and yearbooks under each exhibit and on each figure, %s", (language, yearbook) => {
    const html = report(language);
    const lead = yearbook.slice(0, language === "en" ? 8 : 5);
    const exhibits = html.match(/<figure class=/g)?.length ?? 0;
    expect(exhibits).toBeGreaterThan(25);
    expect(html.split(`<p class="note">${lead}`)).toHaveLength(exhibits + 1);
    expect(html).toContain(yearbook);
    const figures = readdirSync(join(ran.out, "figures")).filter((file) => file.endsWith(`.${language}.svg`));
    for (const file of figures)
      expect(readFileSync(join(ran.out, "figures", file), "utf8"), file).toContain(`>${lead}`);
    expect(readFileSync(join(ran.out, `figures/likeness.matrix.${language}.svg`), "utf8")).toContain(
      yearbook.slice(0, 40),
    );
  });
});

/** What the literature says stands beside the numbers, with its source. */
describe("the report of boston-washington", () => {
  const ran = run(join(root, "boston-washington"));
  const cases = [
    [
      "en",
      /Philadelphia-\S+: Described as a centre of manufacturing[^<]*\(BCG and China Development Research Foundation/,
    ],
    ["zh", /Philadelphia\S*：文献称其为制造业中心[^<]*（波士顿咨询公司、中国发展研究基金会/],
  ] as const;
  it.each(cases)("marks a place on its row and says what is known of it, %s", (language, said) => {
    const html = readFileSync(join(ran.out, `report.${language}.html`), "utf8");
    expect(html).toMatch(said);
    expect(html).toMatch(/<g data-place="37980"><text[^>]*>Philadelphia[^<]* †<\/text>/);
    expect(html).toMatch(/<p class="note evidence">† /);
  });
});

/** The demo elsewhere: the one or two lines that its own comments give, and no other. */
describe("three-agglomerations elsewhere", () => {
  const lines = readFileSync(join(root, "three-agglomerations/study.yaml"), "utf8").split("\n");
  const given = (where: string) =>
    lines.flatMap((line) => (line.startsWith(`# ${where}:`) ? [line.slice(where.length + 3).trim()] : []));
  const elsewhere = (where: string): string[] => {
    const exchanged = new Map(given(where).map((line) => [line.slice(0, line.indexOf(":") + 1), line]));
    const keyOf = (line: string) => /^\w+:/.exec(line)?.[0] ?? "";
    return lines.map((line) => exchanged.get(keyOf(line)) ?? line);
  };
  const studyOf = (text: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), "conurb-elsewhere-"));
    made.push(folder);
    writeFileSync(join(folder, "study.yaml"), text.join("\n"));
    return folder;
  };

  const cases = [
    {
      where: "West and centre",
      changed: 1,
      computed: ["level", "ranks", "disparity", "sizes"],
      lacking: ["quotients", "likeness", "coupling"],
    },
    {
      where: "Britain",
      changed: 2,
      computed: ["quotients", "specialisation", "likeness"],
      lacking: ["level", "disparity", "trains"],
    },
    {
      where: "Boston-Washington",
      changed: 2,
      computed: ["quotients", "specialisation", "likeness"],
      lacking: ["level", "disparity", "trains"],
    },
  ];

  it.each(cases)("runs on $where with $changed changed, and says what it lacks and why", (each) => {
    const { where, changed, computed, lacking } = each;
    const moved = elsewhere(where);
    expect(moved.filter((line, at) => line !== lines[at])).toEqual(given(where));
    expect(given(where)).toHaveLength(changed);
    const { out, lock } = run(studyOf(moved));
    for (const name of computed) expect(lock.analyses[name], name).toHaveProperty("result");
    const html = readFileSync(join(out, "report.en.html"), "utf8");
    for (const name of lacking) {
      const reason = lock.analyses[name]?.lacking?.en;
      expect(reason, name).toBeTypeOf("string");
      expect(html).toContain((reason as string).replaceAll("&", "&amp;"));
    }
    for (const [name, locked] of Object.entries(lock.analyses)) expect(locked, name).not.toHaveProperty("refused");
    expect(html, "findings of what was computed").toContain('<ol class="findings"');
    const chinese = readFileSync(join(out, "report.zh.html"), "utf8");
    expect(chinese, "industry 11 is no prefecture of Japan").not.toContain("埼玉");
  });

  it.each(["guide.md", "guide.zh-CN.md"])("%s gives the same lines", (page) => {
    const text = readFileSync(join(root, "../docs", page), "utf8");
    for (const { where } of cases) for (const line of given(where)) expect(text).toContain(`\n${line}\n`);
  });

  it("names its authors under the title, in how to cite and in the provenance", () => {
    const at = lines.findIndex((line) => line.startsWith("seed:"));
    const { out } = run(studyOf(lines.toSpliced(at, 0, "authors: [Li Ming, 王芳, J. Smith]")));
    const told = (language: string) => readFileSync(join(out, `report.${language}.html`), "utf8");
    const [en, zh] = [told("en"), told("zh")];
    expect(en).toContain('<p class="byline">By Li Ming, 王芳 and J. Smith</p>');
    expect(en).toContain("<p>Li Ming, 王芳 and J. Smith: Three agglomerations");
    expect(en).toContain("<p>Authors: Li Ming, 王芳 and J. Smith</p>");
    expect(zh).toContain('<p class="byline">作者：Li Ming、王芳、J. Smith</p>');
    expect(zh).toContain("<p>Li Ming、王芳、J. Smith：《三大城市群");
    expect(zh).toContain("<p>作者：Li Ming、王芳、J. Smith</p>");
  });
});
