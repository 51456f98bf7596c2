import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary.ts";
import { openResults } from "./result-store.ts";

const folder = temporaryFolder();
const [one, two] = ["1".repeat(64), "2".repeat(64)];

describe("openResults", () => {
  it("keeps, lists and prunes results by key", async () => {
    const results = await openResults(join(folder, "out"));
    expect(await results.get(one)).toBeUndefined();
    await results.put(two, '{"n":2}');
    await results.put(one, '{"n":1}');
    expect(await results.list()).toEqual([one, two]);
    expect(await results.get(two)).toBe('{"n":2}');
    expect(await results.prune([two])).toEqual([one]);
    expect(readdirSync(results.folder)).toEqual([`${two}.json`]);
  });

  it("leaves files of others alone, and clears half-written ones at the next start", async () => {
    const { folder: place, prune } = await openResults(join(folder, "shared"));
    writeFileSync(join(place, "notes.json"), "");
    writeFileSync(join(place, `.${one}.json.${process.pid}-00000000-00000000.tmp`), "{");
    expect(await prune([])).toEqual([]);
    await openResults(join(folder, "shared"));
    expect(readdirSync(place)).toEqual(["notes.json"]);
  });

  it("takes nothing but a sha256 for a key", async () => {
    const results = await openResults(join(folder, "keys"));
    await expect(results.get("../../etc/passwd")).rejects.toThrow("is not a sha256");
  });
});
