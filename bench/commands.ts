/**
 * Whole commands, as a user waits for them: wall time and peak memory of a fresh process, median of five after a warm-up.
 * Goals: the demo from nothing under 5 s and 400 MB, again with nothing changed under .5 s, calc on a small CSV under .4 s.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const conurb = join(root, "packages/cli/bin/conurb.js");
const folder = mkdtempSync(join(tmpdir(), "conurb-bench-"));
const peak = `process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS))`;
const preload = join(folder, "peak.mjs");
writeFileSync(preload, peak);
const csv = join(folder, "cities.csv");
writeFileSync(csv, "city,infrastructure,industry,services\nA,0.4,0.6,0.5\nB,0.2,0.5,0.8\n");
const study = join(root, "studies/three-agglomerations");
const out = join(folder, "out");

function measure(name: string, args: readonly string[], before: () => void = () => {}): void {
  const runs = Array.from({ length: 6 }, () => {
    before();
    const start = performance.now();
    const { stderr, status } = spawnSync(process.execPath, ["--import", preload, conurb, ...args], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return { seconds: (performance.now() - start) / 1000, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
  }).slice(1);
  const median = (values: number[]) => values.sort((a, b) => a - b)[2] as number;
  const seconds = median(runs.map((run) => run.seconds)).toFixed(2);
  console.log(`${name.padEnd(34)} ${seconds} s  ${median(runs.map((run) => run.megabytes)).toFixed(0)} MB`);
}

measure("demo, report in both languages", ["report", study, "--out", out], () =>
  rmSync(out, { recursive: true, force: true }),
);
measure("run again, nothing changed", ["run", study, "--out", out]);
measure("calc on a small CSV", ["calc", "composite/coupling-coordination", csv, "--place", "city"]);
measure("methods", ["methods"]);
rmSync(folder, { recursive: true });
