import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { random } from "@conurb/core/contract";
import { decodeResult } from "@conurb/core/study";
import { tableToCsv } from "@conurb/core/tables";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

/** How often a run is killed: 5 in `npm test`, 50 where CONURB_KILLS says so. */
const kills = Number(process.env.CONURB_KILLS ?? 5);
const patience = 10_000 + kills * 5_000; // milliseconds
const exchange = 20; // milliseconds that writing the tables and exchanging them takes, about

/**
 * The lock vouches for results that are there, every result is whole, and the tables are those of the lock's results to
 * the byte. A run killed while it exchanges the two leaves the lock's tables in `tables.old`, for the next run to put back.
 */
function expectWhole(out: string): number {
  const lock = JSON.parse(readFileSync(join(out, "study.lock.json"), "utf8"));
  const expected: Record<string, string> = {};
  for (const [name, { key, result }] of Object.entries<{ key: string; result: string }>(lock.analyses)) {
    const text = readFileSync(join(out, "results", `${key}.json`), "utf8");
    expect(createHash("sha256").update(text).digest("hex"), name).toBe(result);
    for (const table of decodeResult(text).tables) expected[`${name}.${table.name}.csv`] = tableToCsv(table);
  }
  for (const file of readdirSync(join(out, "results")).filter(isPlain))
    expect(() => decodeResult(readFileSync(join(out, "results", file), "utf8")), file).not.toThrow();
  const isHalfWay = existsSync(join(out, "tables.old")) && existsSync(join(out, ".study.lock.json.next"));
  const folder = join(out, isHalfWay ? "tables.old" : "tables");
  const found = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")]);
  expect(Object.fromEntries(found)).toEqual(expected);
  return lock.seed;
}

const isPlain = (name: string): boolean => !name.startsWith(".");

/** Calls `then` as soon as one of the paths appears or changes; never where the process ends before. */
function whenTouched(paths: readonly string[], child: ChildProcess, then: () => void): void {
  const stamp = () => paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs).join();
  const before = stamp();
  const poll = setInterval(() => {
    if (stamp() === before) return;
    clearInterval(poll);
    then();
  }, 1);
  child.once("close", () => clearInterval(poll));
}

it(`a run killed at ${kills} moments leaves the last good result and no partial file`, {
  timeout: patience,
}, async () => {
  const folder = folderWith(sampleStudy());
  const out = join(folder, "out");
  const tables = ["tables", "tables.next"].map((name) => join(out, name));
  const seeded = (seed: number) => writeFileSync(join(folder, "study.yaml"), sampleStudy({ seed })["study.yaml"] ?? "");
  const started = performance.now();
  expect((await conurb(["run", folder])).code).toBe(0);
  const duration = performance.now() - started;
  const moments = random(1, "kill");
  let good = 1;
  for (let kill = 0; kill < kills; kill += 1) {
    const seed = kill + 2;
    seeded(seed);
    const signal = kill % 3 === 2 ? "SIGTERM" : "SIGKILL";
    const moment = moments.uniform();
    const ran = await conurb(["run", folder], {
      started: (child) => {
        if (kill % 2 === 0) setTimeout(() => child.kill(signal), moment * duration);
        else whenTouched(tables, child, () => setTimeout(() => child.kill(signal), moment * exchange));
      },
    });
    const found = expectWhole(out);
    expect([good, seed], ran.err).toContain(found);
    if (ran.code === 0) expect(found).toBe(seed);
    good = found;
  }
  const last = await conurb(["run", folder]);
  expect(last.code, last.err).toBe(0);
  const left = readdirSync(out, { recursive: true }).map(String);
  expect(left.filter((name) => /\.tmp$|\.next$|\.old$|conurb-lock/.test(name))).toEqual([]);
  expect(expectWhole(out)).toBe(kills + 1);
});

it("a torn result is computed again", async () => {
  const folder = folderWith(sampleStudy());
  const out = join(folder, "out");
  expect((await conurb(["run", folder])).code).toBe(0);
  const { analyses } = JSON.parse(readFileSync(join(out, "study.lock.json"), "utf8"));
  const file = join(out, "results", `${analyses.gap.key}.json`);
  const text = readFileSync(file, "utf8");
  for (const torn of [text.slice(0, text.length / 2), "", "null", "{}"]) {
    writeFileSync(file, torn);
    const ran = await conurb(["run", folder, "--json"]);
    expect(ran.code, ran.err).toBe(0);
    const told = JSON.parse(ran.out).analyses;
    expect([told.gap.outcome, told.index.outcome]).toEqual(["computed", "cached"]);
    expect(readFileSync(file, "utf8")).toBe(text);
  }
});

it("Ctrl-C in the middle of a run: a message, exit code 1, the last good run kept", async () => {
  const folder = folderWith(sampleStudy());
  const out = join(folder, "out");
  expect((await conurb(["run", folder])).code).toBe(0);
  const lock = readFileSync(join(out, "study.lock.json"), "utf8");
  writeFileSync(join(folder, "study.yaml"), sampleStudy({ seed: 2, draws: 100_000 })["study.yaml"] ?? "");
  const ran = await conurb(["run", folder], {
    started: (child) => {
      whenTouched([join(out, ".conurb-lock")], child, () => setTimeout(() => child.kill("SIGINT"), 100));
    },
  });
  expect(ran.code, ran.err + ran.out).toBe(1);
  expect(ran.err).toMatch(/interrupted/);
  expect(ran.err).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(out, "study.lock.json"), "utf8")).toBe(lock);
  expect(readdirSync(out, { recursive: true }).filter((name) => /\.tmp$|conurb-lock/.test(String(name)))).toEqual([]);
});

it("two runs at once: the second is refused, and says who is writing", async () => {
  const lock = JSON.stringify({ pid: process.pid, run: "00000000", host: hostname() });
  const folder = folderWith({ ...sampleStudy(), "out/.conurb-lock": lock });
  const ran = await conurb(["run", folder]);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain(`being written by another run (process ${process.pid})`);
  expect(readFileSync(join(folder, "out/.conurb-lock"), "utf8")).toBe(lock);
});

it("an empty lock, as a full disk left it, holds nobody up", async () => {
  const folder = folderWith({ ...sampleStudy(), "out/.conurb-lock": "" });
  const ran = await conurb(["run", folder]);
  expect(ran.code, ran.err).toBe(0);
  expect(readdirSync(join(folder, "out"))).not.toContain(".conurb-lock");
});
