import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, expect, it } from "vitest";
import { keptIn, paintRest } from "./kept-pictures.ts";
import type { Sized } from "./raster-worker.ts";

const folder = mkdtempSync(`${tmpdir()}/conurb-pictures-`);
afterAll(() => rmSync(folder, { recursive: true }));
const drawing = (name: string, scale = 1): Sized => ({ svg: `<svg>${name}</svg>`, scale, dpi: 144 });

/** The names that were painted, and the pictures that came. */
async function painted(file: string, drawings: readonly Sized[], maker = "a") {
  const asked: string[] = [];
  const { pictures } = await paintRest(file, drawings, maker, async (rest) => {
    asked.push(...rest.map(({ svg }) => svg));
    return { pictures: Promise.resolve(rest.map(({ svg, scale }) => ({ svg, png: Uint8Array.of(scale) }))) };
  });
  return { asked: asked.map((svg) => svg.slice(5, -6)), pictures: await pictures };
}

it("paints what the last report did not have, in the order of the drawings", async () => {
  const file = keptIn(folder, "en");
  const first = await painted(file, [drawing("a"), drawing("b"), drawing("a")]);
  expect(first.asked).toEqual(["a", "b", "a"]);
  const second = await painted(file, [drawing("c"), drawing("b"), drawing("a", 2)]);
  expect(second.asked).toEqual(["c", "a"]); // the same drawing at another size is another picture
  expect(second.pictures.map(({ svg, png }) => [svg, png[0]])).toEqual([
    ["<svg>c</svg>", 1],
    ["<svg>b</svg>", 1],
    ["<svg>a</svg>", 2],
  ]);
  expect((await painted(file, [drawing("b"), drawing("c")])).asked).toEqual([]);
});

it("paints all anew with other code or another face, without what was kept, or where that cannot be read", async () => {
  const file = keptIn(folder, "zh");
  await painted(file, [drawing("a")]);
  expect((await painted(file, [drawing("a")])).asked).toEqual([]);
  expect((await painted(file, [drawing("a")], "b")).asked).toEqual(["a"]);
  for (const text of ["", "not what was written"]) {
    writeFileSync(file, text);
    const { asked, pictures } = await painted(file, [drawing("a")]);
    expect([asked, pictures[0]?.svg]).toEqual([["a"], "<svg>a</svg>"]);
  }
});
