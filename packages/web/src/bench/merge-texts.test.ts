import fc from "fast-check";
import { expect, it } from "vitest";
import { commonLines } from "./common-lines.ts";
import { mergedOf, stretchesOf } from "./merge-texts.ts";

const base = "conurb: 1\ntitle: a\nplaces: x\nseed: 1\ndata: y\n";
const withTitle = base.replace("title: a", "title: b");
const withSeed = base.replace("seed: 1", "seed: 2");

it("takes what each changed where the other did not, and says whose it was", () => {
  const stretches = stretchesOf(base, withTitle, withSeed);
  expect(stretches.map(({ kind }) => kind)).toEqual(["alike", "mine", "alike", "theirs", "alike"]);
  expect(stretches[1]).toEqual({
    kind: "mine",
    mine: ["title: b"],
    theirs: ["title: a"],
    before: { mine: 1, theirs: 1 },
  });
  expect(mergedOf(stretches)).toBe("conurb: 1\ntitle: b\nplaces: x\nseed: 2\ndata: y\n");
});

it("asks about lines that both changed: mine unless theirs is picked", () => {
  const stretches = stretchesOf(base, withTitle, withSeed.replace("title: a", "title: c"));
  const at = stretches.findIndex(({ kind }) => kind === "both");
  expect(stretches.filter(({ kind }) => kind === "both")).toHaveLength(1);
  expect(mergedOf(stretches)).toBe(base.replace("title: a", "title: b").replace("seed: 1", "seed: 2"));
  expect(mergedOf(stretches, new Map([[at, "theirs"]]))).toBe(
    base.replace("title: a", "title: c").replace("seed: 1", "seed: 2"),
  );
});

it("asks about a line that one changed and the other took out, and not about what both did alike", () => {
  expect(stretchesOf(base, base.replace("title: a\n", ""), withTitle).map(({ kind }) => kind)).toContain("both");
  expect(stretchesOf(base, withTitle, withTitle).map(({ kind }) => kind)).toEqual(["alike"]);
});

const lines = fc
  .array(fc.constantFrom("a", "b", "c", "d", "  - x", ""), { maxLength: 12 })
  .map((each) => each.join("\n"));

it("loses nothing: each version is whole in its stretches, and one that alone was changed is the merger", () => {
  fc.assert(
    fc.property(lines, lines, lines, (was, mine, theirs) => {
      const stretches = stretchesOf(was, mine, theirs);
      expect(stretches.flatMap((stretch) => stretch.mine).join("\n")).toBe(mine);
      expect(stretches.flatMap((stretch) => stretch.theirs).join("\n")).toBe(theirs);
      expect(mergedOf(stretchesOf(was, mine, was))).toBe(mine);
      expect(mergedOf(stretchesOf(was, was, theirs))).toBe(theirs);
      const pairs = commonLines(was.split("\n"), mine.split("\n"));
      for (const [at, [i, j]] of pairs.entries()) {
        expect(was.split("\n")[i]).toBe(mine.split("\n")[j]);
        const next = pairs[at + 1];
        if (next !== undefined) expect(next[0] > i && next[1] > j).toBe(true);
      }
    }),
  );
});
