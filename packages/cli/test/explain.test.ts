import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

it("walks headline numbers to their inputs, files and hashes, and takes one of them by name", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", "."], { cwd: folder })).code).toBe(0);
  const { out, code, err } = await conurb(["explain", ".", "alike", "--lang", "en"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(out).toMatch(/^statistic = \S+ {2}Moran's I$/m);
  expect(out).toMatch(
    /on the inputs as a whole:\n├─ cities = mine: all 30 rows of gdp, 30 cells {2}sha256 [0-9a-f]{64}\n/,
  );
  expect(out).toMatch(/│ {2}├─ mine p00 gdp = \S+ yuan {2}data\/figures\.csv:2\n/);
  expect(out).toContain("│  └─ ... 25 more cells (--all, --json)\n");
  expect(out).toMatch(/\(spatial\/weights\) {2}on the same cells as near\.weights p00 p01 value/);
  expect(out).toMatch(/files:\n {2}data\/figures\.csv: \d+ cells in 30 rows {2}sha256 [0-9a-f]{64}\n/);
  const one = await conurb(["explain", ".", "alike", "--column", "z"], { cwd: folder });
  expect(one.out).toMatch(/^z = /m);
  expect(one.out).not.toMatch(/^statistic = /m);
  const wrong = await conurb(["explain", ".", "alike", "--column", "statistc"], { cwd: folder });
  expect([wrong.code, wrong.out]).toEqual([1, ""]);
  expect(wrong.err).toMatch(/no headline number statistc; there are expected, .*\n.*did you mean statistic\?/);
});

it("prints what a score is made of", async () => {
  const folder = folderWith(sampleStudy());
  const { out, code, err } = await conurb(["explain", ".", "index", "p03", "--lang", "en"], { cwd: folder });
  expect(code, err).toBe(0);
  expect(out).toContain("made up of (the contributions add up to the score):\n");
  expect(out.match(/weight \S+ · normalised \S+ · contribution \S+/g)).toHaveLength(4);
});

it("lists every cell as JSON and with --all", async () => {
  const folder = folderWith(sampleStudy());
  const explain = (...more: string[]) => conurb(["explain", ".", "ranks", ...more], { cwd: folder });
  const rank = ["p03", "--table", "ranks", "--column", "rank"];
  const { cell } = JSON.parse((await explain(...rank, "--json")).out);
  expect(cell.from).toHaveLength(120); // 30 places by 4 indicators
  expect(cell).not.toHaveProperty("more");
  expect((await explain(...rank)).out).toContain("... 60 more cells");
  expect((await explain(...rank, "--all")).out).not.toContain("more cells");
  const { inputs } = JSON.parse((await explain("--json")).out);
  expect(inputs[0].from).toHaveLength(120);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

it("takes no number from a result that was changed by hand: it says so, and computes it again", async () => {
  const folder = folderWith(sampleStudy());
  expect((await conurb(["run", "."], { cwd: folder })).code).toBe(0);
  const lock = JSON.parse(readFileSync(join(folder, "out/study.lock.json"), "utf8"));
  const file = join(folder, "out/results", `${lock.analyses.gap.key}.json`);
  const written = readFileSync(file, "utf8");
  const forge = () => writeFileSync(file, written.replace(/"theil":[\d.e-]+/, '"theil":0.5'));
  forge();
  const explained = await conurb(["explain", ".", "gap"], { cwd: folder });
  expect(explained.out).not.toMatch(/^theil = 0\.5 /m);
  expect(explained.err).toMatch(
    /warning: gap: out\/results\/[0-9a-f]{64}\.json is not as it was written; computed again/,
  );
  for (const command of ["run", "report"]) {
    forge();
    const ran = await conurb([command, ".", "--json"], { cwd: folder });
    expect(ran.err).toMatch(/gap: .* is not as it was written/);
    const { gap, index } = JSON.parse(ran.out).analyses;
    expect([gap.outcome, index.outcome]).toEqual(["computed", "cached"]);
    expect(readFileSync(file, "utf8")).toBe(written);
  }
  expect((await conurb(["run", "."], { cwd: folder })).err).toBe("");
});
