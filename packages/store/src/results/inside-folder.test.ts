import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { refusalOf, temporaryFolder } from "../../test/temporary.ts";
import { insideFolder } from "./inside-folder.ts";

const folder = realpathSync(temporaryFolder());
const study = join(folder, "study");
mkdirSync(join(study, "data"), { recursive: true });
mkdirSync(join(folder, "study-two"));
writeFileSync(join(study, "data", "a.csv"), "");
writeFileSync(join(folder, "secret.csv"), "");
symlinkSync(join(folder, "secret.csv"), join(study, "link.csv"));
symlinkSync(folder, join(study, "up"));
symlinkSync(join(folder, "not-yet.csv"), join(study, "dangling.csv"));
symlinkSync("data/a.csv", join(study, "inner.csv"));
symlinkSync("loop.csv", join(study, "loop.csv"));

describe("insideFolder", () => {
  it.each([
    ["data/a.csv", "data/a.csv"],
    ["./data/../data/a.csv", "data/a.csv"],
    ["inner.csv", "data/a.csv"],
    ["out/new/x.json", "out/new/x.json"],
    ["..name.csv", "..name.csv"],
    [".", ""],
  ])("lets %s pass", async (path, real) => {
    expect(await insideFolder(study, path)).toBe(join(study, real));
    expect(await insideFolder(study, join(study, path))).toBe(join(study, real));
  });

  it.each(["../secret.csv", "data/../../secret.csv", "/etc/passwd", "..", "../study-two/x", "a\0b"])(
    "refuses %j",
    async (path) => {
      expect((await refusalOf(insideFolder(study, path))).code).toBe("path-outside");
    },
  );

  it.each(["link.csv", "up/secret.csv", "up/study-two/new.csv", "dangling.csv"])(
    "refuses the link %s",
    async (path) => {
      const error = await refusalOf(insideFolder(study, path));
      expect(error.message).toBe(`${path} leads out of ${study}, expected a path inside it`);
    },
  );

  it("refuses a link that leads to itself", async () => {
    expect((await refusalOf(insideFolder(study, "loop.csv"))).code).toBe("file-unreadable");
  });

  it("works when the study's own folder is a link", async () => {
    symlinkSync(study, join(folder, "by-link"));
    expect(await insideFolder(join(folder, "by-link"), "data/a.csv")).toBe(join(study, "data", "a.csv"));
  });
});
