import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/catalogue.ts";

const core = join(import.meta.dirname, "..");
const text = readFileSync(join(core, "README.md"), "utf8");
const { exports } = JSON.parse(readFileSync(join(core, "package.json"), "utf8")) as { exports: Record<string, object> };

/** What a block prints, line by line, where its comments say so. */
const shownIn = (block: string): string[] =>
  [...block.matchAll(/^ *console\.log\(.*\);(?: \/\/ (.*))?$/gm)].map(([, shown]) => shown ?? "…");

describe("the examples of the README", () => {
  const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block as string);

  it.each(blocks)("run on the built package and print what they say %#", (block) => {
    const ran = execFileSync(process.execPath, ["--input-type=module"], { cwd: core, input: block, encoding: "utf8" });
    const shown = shownIn(block);
    const printed = ran.trimEnd().split("\n");
    expect(shown.length).toBeGreaterThan(0);
    expect(printed.map((line, at) => (shown[at] === "…" ? "…" : line))).toEqual(shown);
  });
});

it("names every entry of the package, and none that is not there", () => {
  const rooms = Object.keys(exports).flatMap((entry) => /^\.\/([a-z]+)$/.exec(entry)?.[1] ?? []);
  const table = text.slice(text.lastIndexOf("| entry | what |"));
  const named = [...table.matchAll(/`(?:@conurb\/core)?\/([a-z]+)`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(rooms.sort());
  for (const room of rooms) expect(existsSync(join(core, "src", `${room}.ts`)), room).toBe(true);
  const families = new Set(Object.keys(catalogue).map((id) => id.split("/")[0]));
  expect(
    Object.keys(exports)
      .flatMap((entry) => /^\.\/([a-z]+)\/\*$/.exec(entry)?.[1] ?? [])
      .sort(),
  ).toEqual([...families].sort());
});
