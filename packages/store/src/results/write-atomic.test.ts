import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { runToken } from "./run-token.ts";
import { asDiskRefusal, removeLeftovers, replaceAtomic, writeAtomic } from "./write-atomic.ts";

const folder = temporaryFolder();

/** The number of a process that has ended. */
const goneProcess = (): number => spawnSync(process.execPath, ["-e", ""]).pid as number;

describe("writeAtomic", () => {
  it("writes, replaces, and leaves nothing beside the file", async () => {
    const path = join(folder, "made", "a.json");
    await writeAtomic(path, "one");
    await writeAtomic(path, new TextEncoder().encode("two"));
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(join(folder, "made"))).toEqual(["a.json"]);
  });

  it.skipIf(process.platform === "win32")("leaves a file to those who could read it before", async () => {
    const path = join(folder, "closed.yaml");
    await writeAtomic(path, "one");
    for (const mode of [0o600, 0o664]) {
      chmodSync(path, mode);
      await writeAtomic(path, `${mode}`);
      expect(statSync(path).mode & 0o777).toBe(mode);
    }
  });

  it("keeps the old file when writing fails half way, and takes the new one away", async () => {
    const path = join(folder, "kept", "a.json");
    await writeAtomic(path, "old");
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      syscall: "write",
    });
    const error = await refusalOf(
      replaceAtomic(path, async (temporary) => {
        writeFileSync(temporary, "ne");
        throw full;
      }),
    );
    expect(error.message).toBe(`no space left on the disk to write ${path}`);
    expect(error.problems[0]?.place?.file).toBe(path);
    expect(error.hint?.en).toContain("what stood there is unchanged");
    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(join(folder, "kept"))).toEqual(["a.json"]);
  });

  it("passes on what is no fault of the disk", async () => {
    const bug = new TypeError("bug");
    await expect(replaceAtomic(join(folder, "b"), () => Promise.reject(bug))).rejects.toBe(bug);
  });

  it("refuses a folder in the file's place, a file in the folder's place, and what is not permitted", async () => {
    mkdirSync(join(folder, "is-folder"));
    expect((await refusalOf(writeAtomic(join(folder, "is-folder"), "x"))).code).toBe("disk-is-folder");
    writeFileSync(join(folder, "is-file"), "");
    expect((await refusalOf(writeAtomic(join(folder, "is-file", "x"), "x"))).code).toBe("disk-no-folder");
    if (process.getuid?.() !== 0) {
      mkdirSync(join(folder, "closed"));
      chmodSync(join(folder, "closed"), 0o500);
      expect((await refusalOf(writeAtomic(join(folder, "closed", "x"), "x"))).code).toBe("disk-not-permitted");
    }
    for (const [code, refused] of Object.entries({
      EROFS: "disk-read-only",
      EACCES: "disk-not-permitted",
      EIO: "disk-failed",
    })) {
      const error = asDiskRefusal(Object.assign(new Error(code), { code, syscall: "open" }), "out/x");
      expect((await refusalOf(Promise.reject(error))).code).toBe(refused);
    }
  });

  it("clears away what a killed run left, and nothing else", async () => {
    const place = join(folder, "killed");
    mkdirSync(place);
    const left = [`.a.json.${goneProcess()}-00000000-0a0b0c0d.tmp`, `.b.json.${process.pid}-11111111-0a0b0c0d.tmp`];
    const others = [`.c.json.${process.pid}-${runToken}-0a0b0c0d.tmp`, `.d.json.${process.ppid}-22222222-0a0b0c0d.tmp`];
    for (const name of [...left, ...others, "a.json", ".mine.tmp"]) writeFileSync(join(place, name), "");
    expect(await removeLeftovers(place)).toEqual([...left].sort());
    expect(readdirSync(place).sort()).toEqual([...others, "a.json", ".mine.tmp"].sort());
  });
});
