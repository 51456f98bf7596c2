import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { readCells, readData } from "./read-data.ts";
import { readBytes } from "./read-file.ts";
import { sha256File } from "./sha256.ts";

const folder = temporaryFolder();
const write = (name: string, data: string | Uint8Array): string => {
  writeFileSync(join(folder, name), data);
  return join(folder, name);
};

describe("readData", () => {
  it("reads a file under the name the study gives it", async () => {
    const data = await readData(write("a.csv", "a,b\n1,2\n"), { name: "data/a.csv" });
    expect([data.cells.file, data.encoding]).toEqual(["data/a.csv", "utf-8"]);
  });

  it("goes by the contents, not by the name", async () => {
    expect((await refusalOf(readData(write("b.parquet", "%PDF-1.4")))).message).toContain("looks like PDF");
    expect((await readData(write("c.parquet", "a,b\n1,2\n"))).cells.rows).toHaveLength(2);
    expect((await refusalOf(readCells(write("d.csv", "PAR1....PAR1")))).code).toBe("file-is-parquet");
    expect((await refusalOf(readData(write("e.csv", "PAR1....PAR1")))).code).toBe("parquet-unreadable");
  });

  it("refuses what is missing, a folder, or not permitted", async () => {
    mkdirSync(join(folder, "sub"));
    expect((await refusalOf(readData(join(folder, "no.csv"), { name: "no.csv" }))).message).toBe("no file no.csv");
    expect((await refusalOf(readData(join(folder, "sub"), { name: "sub" }))).message).toBe(
      "sub is a folder, expected a file",
    );
    const closed = write("closed.csv", "a,b\n1,2\n");
    chmodSync(closed, 0);
    if (process.getuid?.() !== 0) expect((await refusalOf(readData(closed))).code).toBe("file-not-permitted");
  });

  it("refuses what would not fit the memory, and points to SQL", async () => {
    const error = await refusalOf(readBytes(write("big.csv", "x".repeat(2e6)), "big.csv", 1e6));
    expect(error.message).toBe("big.csv has 2 MB, expected at most 1 MB");
    expect(error.hint?.en).toContain("SQL");
  });
});

describe("sha256File", () => {
  it("of abc is the value of FIPS 180-4, appendix B.1", async () => {
    expect(await sha256File(write("abc", "abc"))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect((await refusalOf(sha256File(join(folder, "no")))).code).toBe("file-missing");
  });
});
