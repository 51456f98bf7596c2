import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const conurb = join(import.meta.dirname, "../packages/cli/bin/conurb.js");
const study = join(import.meta.dirname, "yearbook-workbook");
const made = mkdtempSync(join(tmpdir(), "conurb-yearbook-"));
afterAll(() => rmSync(made, { recursive: true }));
const run = (...args: string[]) =>
  execFileSync(process.execPath, [conurb, ...args], { encoding: "utf8", stdio: "pipe" });

it("has the workbook that its script writes from the atlas", () => {
  const again = join(made, "again.xlsx");
  execFileSync(process.execPath, [join(study, "make-workbook.js"), again]);
  expect(readFileSync(again).equals(readFileSync(join(study, "yearbook.xlsx")))).toBe(true);
});

it("walks from a score to the workbook's cell, and to the note that stands at it", () => {
  const told = run("explain", study, "score", "130600", "--out", join(made, "out"), "--lang", "zh");
  expect(told).toContain('gdp = 3954 亿元  [note：带脚注]  yearbook.xlsx 2-1!D12 "3954.00②"');
});

/** Who owns nothing here: another user where this one may become it, and one that can read the program. */
function stranger(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const nobody = { uid: 65534, gid: 65534 };
  return spawnSync(process.execPath, [conurb, "--version"], nobody).status === 0 ? nobody : {};
}

it("gives the same bytes again from its archive: elsewhere, without a home, for another user", () => {
  const folder = join(made, "elsewhere");
  mkdirSync(folder);
  run("pack", study, "--out", join(made, "study.zip"));
  copyFileSync(join(made, "study.zip"), join(folder, "study.zip"));
  for (const path of [made, folder]) chmodSync(path, 0o777);
  chmodSync(join(folder, "study.zip"), 0o444);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [conurb, "replay", "study.zip", "--json", "--lang", "en"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { HOME: join(folder, "none"), LANG: "C", TMPDIR: folder, NODE_ENV: "production" },
      ...stranger(),
    },
  );
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ "conurb-json": 1, same: true, exact: true, differences: [] });
});
