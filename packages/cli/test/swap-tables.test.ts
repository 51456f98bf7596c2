import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, settleTables, swapTables } from "../src/study/swap-tables.ts";
import { folderWith } from "./conurb.ts";

const filesOf = (run: string): Files =>
  new Map([
    ["a.one.csv", "the same in both\r\n"],
    [`${run}.csv`, `only in ${run}\r\n`],
    ["a.two.csv", `of ${run}\r\n`],
  ]);
const isOurs = (name: string) => name.endsWith(".csv");

function found(folder: string): Files {
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
const sorted = (files: Files): Files => new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
const written = (folder: string, run: string) => [...filesOf(run)].map(([name, text]) => [`${folder}/${name}`, text]);

/** What a kill leaves after each step of putting `new` in the place of `old`. */
const moments: readonly [string, readonly (readonly string[])[], "old" | "new"][] = [
  ["half of the new tables", [...written("tables", "old"), ...written("tables.next", "new").slice(1)], "old"],
  [
    "all tables, and the lock waits",
    [...written("tables", "old"), ...written("tables.next", "new"), [".study.lock.json.next", "new"]],
    "old",
  ],
  [
    "the old tables away",
    [...written("tables.old", "old"), ...written("tables.next", "new"), [".study.lock.json.next", "new"]],
    "old",
  ],
  [
    "the new tables in",
    [...written("tables.old", "old"), ...written("tables", "new"), [".study.lock.json.next", "new"]],
    "old",
  ],
  ["the new lock in", [...written("tables.old", "old"), ...written("tables", "new")], "new"],
  ["half of the old tables removed", [...written("tables.old", "old").slice(1), ...written("tables", "new")], "new"],
];

describe("tables and their lock", () => {
  it.each(moments)("belong together after a kill that left %s", async (_moment, files, lock) => {
    const out = folderWith({ ...Object.fromEntries(files), "study.lock.json": lock });
    await settleTables(out);
    expect(found(join(out, "tables"))).toEqual(sorted(filesOf(lock)));
    expect(readdirSync(out).sort()).toEqual(["study.lock.json", "tables"]);
  });

  it("are exchanged together; what is the same keeps its date, what is not ours stays", async () => {
    const out = folderWith();
    await swapTables(out, filesOf("old"), "old", isOurs);
    const { mtimeMs } = statSync(join(out, "tables/a.one.csv"));
    writeFileSync(join(out, "tables/notes.txt"), "mine");
    mkdirSync(join(out, "tables/kept"));
    await swapTables(out, filesOf("new"), "new", isOurs);
    expect(readFileSync(join(out, "study.lock.json"), "utf8")).toBe("new");
    expect(statSync(join(out, "tables/a.one.csv")).mtimeMs).toBe(mtimeMs);
    expect(existsSync(join(out, "tables/kept"))).toBe(true);
    rmSync(join(out, "tables/kept"), { recursive: true });
    expect(found(join(out, "tables"))).toEqual(sorted(new Map([...filesOf("new"), ["notes.txt", "mine"]])));
    expect(readdirSync(out).sort()).toEqual(["study.lock.json", "tables"]);
  });

  it("stay as they were where the new ones cannot be written", async () => {
    const out = folderWith();
    await swapTables(out, filesOf("old"), "old", isOurs);
    const impossible = new Map([...filesOf("new"), ["no/such/folder.csv", ""]]);
    await expect(swapTables(out, impossible, "new", isOurs)).rejects.toThrow("tables");
    expect(found(join(out, "tables"))).toEqual(sorted(filesOf("old")));
    expect(readdirSync(out).sort()).toEqual(["study.lock.json", "tables"]);
  });
});
