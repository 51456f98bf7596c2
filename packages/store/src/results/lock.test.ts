import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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

  it("takes over a lock that names no process", async () => {
    for (const [name, text] of Object.entries({
      empty: "",
      torn: '{"pid":1',
      nothing: "null",
      zero: JSON.stringify({ pid: 0, run: "00000000", host: hostname() }), // 0 is a group of processes, and always lives
      words: JSON.stringify({ pid: "me", run: "00000000", host: hostname() }),
    })) {
      const place = lockedBy(name, text);
      expect(await withLock(place, async () => JSON.parse(readFileSync(join(place, ".conurb-lock"), "utf8")).pid)).toBe(
        process.pid,
      );
      expect(readdirSync(place)).toEqual([]);
    }
  });

  it("waits for a lock that is being written", async () => {
    const place = lockedBy("coming", "");
    const holder = { pid: process.ppid, run: "00000000", host: hostname() };
    setTimeout(() => writeFileSync(join(place, ".conurb-lock"), JSON.stringify(holder)), 100);
    const error = await refusalOf(withLock(place, async () => 1));
    expect(error.message).toBe(`${place} is being written by another run (process ${process.ppid})`);
  });

  it("leaves no lock behind that it could not write, and says why", async () => {
    const full = async (file: string) => {
      writeFileSync(file, "");
      throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" });
    };
    const place = join(folder, "full");
    const file = join(place, ".conurb-lock");
    let ran = false;
    const work = async () => {
      ran = true;
    };
    const error = await refusalOf(withLock(place, work, full));
    expect([error.code, error.message]).toEqual(["disk-full", `no space left on the disk to write ${file}`]);
    expect([ran, readdirSync(place)]).toEqual([false, []]);
    expect(await withLock(place, async () => 2)).toBe(2);
  });

  it.runIf(existsSync("/dev/full"))("does so where the system itself refuses to write", async () => {
    const place = join(folder, "device");
    const toDevice = async (file: string, text: string) => {
      writeFileSync(file, "", { flag: "wx" });
      writeFileSync("/dev/full", text);
    };
    expect((await refusalOf(withLock(place, async () => 1, toDevice))).code).toBe("disk-full");
    expect(readdirSync(place)).toEqual([]);
  });

  it("never takes over from a living process, another machine, or a lock it may not read", async () => {
    mkdirSync(join(folder, "closed", ".conurb-lock"), { recursive: true });
    expect((await refusalOf(withLock(join(folder, "closed"), async () => 1))).code).toBe("folder-locked");
    for (const [name, holder] of Object.entries({
      living: { pid: process.ppid, run: "00000000", host: hostname() },
      elsewhere: { pid: goneProcess(), run: "00000000", host: "elsewhere.example" },
    })) {
      const place = lockedBy(name, holder);
      const before = readFileSync(join(place, ".conurb-lock"), "utf8");
      expect((await refusalOf(withLock(place, async () => 1))).hint?.en).toContain(".conurb-lock");
      expect(readFileSync(join(place, ".conurb-lock"), "utf8")).toBe(before);
    }
  });
});
