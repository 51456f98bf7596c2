import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { readArchive } from "./read-archive.ts";
import { unpack } from "./unpack.ts";
import { writeArchive } from "./write-archive.ts";

const files = new Map([
  ["study/数据/面板.csv", strToU8("code,gdp\n110000,1\n")],
  ["a.txt", strToU8("a".repeat(5000))],
  ["empty", new Uint8Array(0)],
]);
const refusalIn = (bytes: Uint8Array, limits?: Parameters<typeof readArchive>[2]) =>
  refusalOf(() => readArchive(bytes, "pack.zip", limits));
const codeOf = async (...given: Parameters<typeof refusalIn>) => (await refusalIn(...given)).problems[0]?.code;

/** Where the directory's entry of a member begins. */
function entryOf(bytes: Uint8Array, name: string): number {
  const text = Buffer.from(bytes);
  for (let at = text.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = text.indexOf("PK\x01\x02", at + 1, "latin1")) {
    if (text.subarray(at + 46, at + 46 + text.readUInt16LE(at + 28)).toString() === name) return at;
  }
  throw new Error(`no ${name}`);
}
function patched(name: string, patch: (entry: DataView) => void, from = writeArchive(files)): Uint8Array {
  const bytes = Uint8Array.from(from);
  patch(new DataView(bytes.buffer, entryOf(bytes, name)));
  return bytes;
}

describe("an archive", () => {
  it("comes back as it went in, here and in another reader", () => {
    const bytes = writeArchive(files);
    expect(readArchive(bytes, "x")).toEqual(new Map([...files].sort()));
    expect(strFromU8(unzipSync(bytes)["study/数据/面板.csv"] as Uint8Array)).toContain("110000");
  });

  it("has the same bytes whatever the order of files, the hour and the time zone", () => {
    const zone = process.env.TZ;
    const first = writeArchive(files);
    process.env.TZ = "America/St_Johns";
    const second = writeArchive(new Map([...files].reverse()));
    process.env.TZ = zone;
    expect(second).toEqual(first);
  });

  it.each(["../up.txt", "a/../../up", "/etc/passwd", "C:/x", "a\\..\\b", "a//b", "./a", "..", "a/..", "n\0ul"])(
    "refuses the name %j",
    async (name) => {
      const bytes = zipSync({ [name]: strToU8("x") });
      const refused = await refusalIn(bytes);
      expect(refused.problems[0]?.code).toBe("pack-name");
      expect(refused.problems[0]?.text.en).toContain("pack.zip");
    },
  );

  it("refuses links and devices, passwords and foreign methods by name", async () => {
    const mode = (type: number) => (entry: DataView) => {
      entry.setUint8(5, 3);
      entry.setUint32(38, (type | 0o777) << 16, true);
    };
    expect(await codeOf(patched("a.txt", mode(0o120000)))).toBe("pack-link");
    expect(await codeOf(patched("a.txt", mode(0o020000)))).toBe("pack-link");
    expect(await codeOf(patched("a.txt", (entry) => entry.setUint16(8, 1, true)))).toBe("pack-locked");
    const refused = await refusalIn(patched("a.txt", (entry) => entry.setUint16(10, 12, true)));
    expect(refused.problems[0]?.text.en).toMatch(/a\.txt is packed by a method.*12/);
  });

  it("refuses two members that some system takes for one", async () => {
    expect(await codeOf(zipSync({ "A.txt": strToU8("x"), "a.TXT": strToU8("y") }))).toBe("pack-name-twice");
    expect(await codeOf(zipSync({ a: strToU8("x"), "a/b": strToU8("y") }))).toBe("pack-name-twice");
  });

  it("refuses a bomb before it is unpacked, and one that lies about its size", async () => {
    const bomb = writeArchive(new Map([["zeros", new Uint8Array(20e6)]]));
    expect(bomb.length).toBeLessThan(30_000);
    const limits = { members: 10, memberBytes: 1e6, bytes: 1e6 };
    const refused = await refusalIn(bomb, limits);
    expect(refused.problems[0]?.text.en).toBe("pack.zip: zeros would unpack to 20.0 MB, expected at most 1.0 MB");
    const lying = patched("zeros", (entry) => entry.setUint32(24, 100, true), bomb);
    expect((await refusalIn(lying, limits)).problems[0]?.text.en).toMatch(/zeros is damaged/);
    const many = new Map(Array.from({ length: 11 }, (_, at) => [`f${at}`, new Uint8Array(1)]));
    expect(await codeOf(writeArchive(many), limits)).toBe("pack-too-many");
    const whole = new Map(["a", "b"].map((name) => [name, new Uint8Array(6e5)]));
    expect(await codeOf(writeArchive(whole), limits)).toBe("pack-too-large");
  });

  it("names the member that is damaged, wherever a byte was changed, and what is no archive", async () => {
    const sound = writeArchive(files);
    for (const at of [...sound.keys()].filter((each) => each % 3 === 0)) {
      const bytes = Uint8Array.from(sound);
      bytes[at] = (bytes[at] as number) ^ 0x55;
      const found = await Promise.resolve()
        .then(() => readArchive(bytes, "pack.zip"))
        .catch((error: Error) => error);
      if (found instanceof Map)
        expect([...found.values()].sort()).toEqual([...files.values()].sort()); // a date, say
      else expect(found.name, String(found.stack)).toBe("InputError");
    }
    expect(await codeOf(sound.subarray(0, sound.length - 30))).toBe("pack-unreadable");
    expect(await codeOf(strToU8("no archive at all, but long enough to be one"))).toBe("pack-unreadable");
    expect(await codeOf(new Uint8Array(0))).toBe("pack-unreadable");
  });
});

it("unpack: into a folder of its own, which is removed; nothing where the archive is refused", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "pack.zip");
  writeFileSync(path, writeArchive(files), { mode: 0o444 });
  const unpacked = await unpack(path);
  expect(readFileSync(join(unpacked.folder, "study/数据/面板.csv"), "utf8")).toContain("110000");
  await unpacked.remove();
  expect(existsSync(unpacked.folder)).toBe(false);
  writeFileSync(join(folder, "bad.zip"), zipSync({ "../out": strToU8("x") }));
  await refusalOf(unpack(join(folder, "bad.zip"), "bad.zip"));
  expect(existsSync(join(folder, "../out"))).toBe(false);
});
