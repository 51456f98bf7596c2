import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

/** How often a run is killed: 5 in `npm test`, 50 where CONURB_KILLS says so. */
const kills = Number(process.env.CONURB_KILLS ?? 5);
const patience = 10_000 + kills * 5_000; // milliseconds

/**
 * Every file that is not a run's own scratch is whole: results parse, tables have as many rows as one of the results
 * says, and the lock vouches for results that are there.
 */
function expectWhole(out: string): number {
  const lock = JSON.parse(readFileSync(join(out, "study.lock.json"), "utf8"));
  for (const [name, { key, result }] of Object.entries<{ key: string; result: string }>(lock.analyses)) {
    const text = readFileSync(join(out, "results", `${key}.json`), "utf8");
    expect(createHash("sha256").update(text).digest("hex"), name).toBe(result);
  }
  const rows = new Map<string, number[]>();
  for (const file of readdirSync(join(out, "results")).filter(isPlain)) {
    const { tables } = JSON.parse(readFileSync(join(out, "results", file), "utf8"));
    for (const table of tables) rows.set(table.name, [...(rows.get(table.name) ?? []), table.rows]);
  }
  for (const file of readdirSync(join(out, "tables")).filter(isPlain)) {
    const text = readFileSync(join(out, "tables", file), "utf8");
    expect(text.endsWith("\r\n"), file).toBe(true);
    expect(rows.get(file.split(".")[1] as string), file).toContain(text.split("\r\n").length - headerAndEnd);
  }
  return lock.seed;
}

const headerAndEnd = 2; // lines of a table's file that are no row: its header, and what follows the last line end

const isPlain = (name: string): boolean => !name.startsWith(".");

it(`a run killed at ${kills} moments leaves the last good result and no partial file`, {
  timeout: patience,
}, async () => {
  const folder = folderWith(sampleStudy());
  const out = join(folder, "out");
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
    const moment = moments.uniform() * duration;
    const ran = await conurb(["run", folder], { started: (child) => setTimeout(() => child.kill(signal), moment) });
    const found = expectWhole(out);
    expect([good, seed], ran.err).toContain(found);
    if (ran.code === 0) expect(found).toBe(seed);
    good = found;
  }
  const last = await conurb(["run", folder]);
  expect(last.code, last.err).toBe(0);
  const left = readdirSync(out, { recursive: true }).map(String);
  expect(left.filter((name) => /\.tmp$|conurb-lock/.test(name))).toEqual([]);
});

it("Ctrl-C in the middle of a run: a message, exit code 1, the last good run kept", async () => {
  const folder = folderWith(sampleStudy());
  const out = join(folder, "out");
  expect((await conurb(["run", folder])).code).toBe(0);
  const lock = readFileSync(join(out, "study.lock.json"), "utf8");
  writeFileSync(join(folder, "study.yaml"), sampleStudy({ seed: 2, draws: 100_000 })["study.yaml"] ?? "");
  const ran = await conurb(["run", folder], {
    started: (child) => {
      const poll = setInterval(() => {
        if (!existsSync(join(out, ".conurb-lock"))) return;
        clearInterval(poll);
        setTimeout(() => child.kill("SIGINT"), 100);
      }, 5);
    },
  });
  expect(ran.code, ran.err + ran.out).toBe(1);
  expect(ran.err).toMatch(/interrupted/);
  expect(ran.err).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(out, "study.lock.json"), "utf8")).toBe(lock);
  expect(readdirSync(out, { recursive: true }).filter((name) => /\.tmp$|conurb-lock/.test(String(name)))).toEqual([]);
});

it("two runs at once: the second is refused, and says who is writing", async () => {
  const folder = folderWith({ ...sampleStudy(), "out/.conurb-lock": "" });
  const ran = await conurb(["run", folder]);
  expect(ran.code).toBe(1);
  expect(ran.err).toMatch(/being written by another run/);
});
