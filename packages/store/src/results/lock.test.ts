import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { withLock } from "./lock.ts";

const folder = temporaryFolder();
const goneProcess = (): number => spawnSync(process.execPath, ["-e", ""]).pid as number;

function lockedBy(name: string, holder: object | string): string {
  const place = join(folder, name);
  mkdirSync(place);
  writeFileSync(join(place, ".conurb-lock"), typeof holder === "string" ? holder : JSON.stringify(holder));
  return place;
}

describe("withLock", () => {
  it("lets one run in, refuses the second, and opens again after the first, come what may", async () => {
    const place = join(folder, "out");
    await withLock(place, async () => {
      const error = await refusalOf(withLock(place, async () => 1));
      expect(error.message).toBe(`${place} is being written by another run (process ${process.pid})`);
    });
    await expect(withLock(place, () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug");
    expect(await withLock(place, async () => 2)).toBe(2);
    expect(existsSync(join(place, ".conurb-lock"))).toBe(false);
  });

  it("takes over from a process that is gone, or that had this process's number before", async () => {
    const gone = lockedBy("gone", { pid: goneProcess(), run: "00000000", host: hostname() });
    expect(await withLock(gone, async () => 1)).toBe(1);
    const before = lockedBy("before", { pid: process.pid, run: "00000000", host: hostname() });
    expect(await withLock(before, async () => 1)).toBe(1);
  });

  it("never takes over from a living process, another machine, or a lock it cannot read", async () => {
    for (const [name, holder] of Object.entries({
      living: { pid: process.ppid, run: "00000000", host: hostname() },
      elsewhere: { pid: goneProcess(), run: "00000000", host: "elsewhere.example" },
      torn: '{"pid":1',
    })) {
      const place = lockedBy(name, holder);
      const before = readFileSync(join(place, ".conurb-lock"), "utf8");
      expect((await refusalOf(withLock(place, async () => 1))).hint?.en).toContain(".conurb-lock");
      expect(readFileSync(join(place, ".conurb-lock"), "utf8")).toBe(before);
    }
  });
});
