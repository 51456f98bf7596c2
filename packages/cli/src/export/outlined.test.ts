import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { describe, expect, it } from "vitest";
import { findFace } from "./fonts.ts";
import { type Learn, outlined } from "./outlined.ts";
import { rasterise } from "./rasterise.ts";
import { em, readSigns, type Sign, type Signs, signSheet } from "./signs.ts";

/** Each sign a square of 1,000 units, the next one em on; A and V stand 100 closer. */
const squares: Learn = (_, signs, pairs) => ({
  of: new Map([...signs].map((sign) => [sign, { outline: sign === " " ? "" : "m0 0h1000v-1000h-1000z", advance: em }])),
  pairs: new Map([...pairs].map((pair) => [pair, 2 * em - (pair === "AV" ? 100 : 0)])),
});
const drawing = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" font-size="12">${inner}</svg>`;
const pathsOf = (svg: string | undefined) =>
  [...(svg ?? "").matchAll(/<path ([^>]*) d="([^"]*)"\/>/g)].map(([, look, d = ""]) => [
    look,
    [...d.matchAll(/M(-?\d+)/g)].map(([, at]) => Number(at)),
  ]);

describe("texts as outlines", () => {
  it("stand sign by sign from where their text is anchored, those of a pair as close as the face sets them", () => {
    const svg = drawing(
      '<text x="5" y="9" fill="#123456">AVA</text><text x="5" y="9" text-anchor="end" font-size="24">A &amp;</text>',
    );
    expect(pathsOf(outlined(svg, squares))).toEqual([
      ['fill="#123456" transform="translate(5 9) scale(0.00585938)"', [0, em - 100, 2 * em - 100]], // 12 / 2048
      ['transform="translate(5 9) scale(0.0117188)"', [-3 * em, -em]], // A, space, &: three ems to the left
    ]);
  });

  it("keep their turn, and a halo as wide as it was", () => {
    const svg = drawing(
      '<text transform="rotate(-55)" stroke="#FFFFFF" stroke-width="3.5" paint-order="stroke">x</text>',
    );
    const [[look]] = pathsOf(outlined(svg, squares)) as [[string]];
    // 3.5 * 2048 / 12
    expect(look).toBe(
      'stroke="#FFFFFF" paint-order="stroke" stroke-width="597.333" transform="rotate(-55) translate(0 0) scale(0.00585938)"',
    );
  });

  it("leave out a text's title, and stack the signs of spans", () => {
    const svg = drawing(
      '<text text-anchor="middle"><title>long</title><tspan x="1" y="2">甲</tspan><tspan x="1" y="14">乙</tspan></text>',
    );
    expect(pathsOf(outlined(svg, squares)).map(([look]) => look)).toEqual([
      'transform="translate(1 2) scale(0.00585938)"',
      'transform="translate(1 14) scale(0.00585938)"',
    ]);
  });

  it("are left to the drawing library where a text is more than lines of signs", () => {
    for (const text of [
      '<text letter-spacing="2">a</text>',
      '<g font-size="9"><text>a</text></g>',
      "<text>سلام</text>",
      '<text>a<tspan x="1" y="2">b</tspan></text>',
      '<text><tspan dy="2">b</tspan></text>',
    ])
      expect(outlined(drawing(text), squares)).toBeUndefined();
    expect(outlined(drawing("<text>a</text>"), () => undefined)).toBeUndefined();
  });
});

it("reads outlines off a sheet: from where each begins, without the post after it, which says how wide it is", () => {
  const path = (d: string) => `<path fill="#000000" d="${d}"/>`;
  const post = (at: number) => `M ${at} 5 L ${at} 9 Z`;
  const sheet = path(post(2)) + path(`M 1 1 L 3.4 1 Q 3 4 1 4 Z M 9 9 L 8 8 Z ${post(12.2)}`) + path(post(7));
  expect(readSigns(sheet)).toEqual([
    { outline: "m1 1l2 0q0 3-2 3zm8 8l-1-1z", advance: 10 },
    { outline: "", advance: 5 },
  ]);
  expect(readSigns("<svg/>")).toBeUndefined();
});

const face = await findFace(false);

it.skipIf(face === undefined)("look as the drawing library draws the text, to a hundredth of the ink", async () => {
  await initWasm(await readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
  const readFont = (file: string) => readFile(file);
  const [regular] = await Promise.all((face?.files ?? []).map(readFont));
  const learn: Learn = (weight, signs, pairs) => {
    const lines = [...signs, ...pairs];
    const font = { fontBuffers: [regular as Uint8Array], sansSerifFamily: face?.family as string };
    const learnt = readSigns(new Resvg(signSheet(lines, weight), { font }).toString()) as Sign[];
    const entries = lines.map((line, at) => [line, learnt[at] as Sign] as const);
    const made: Signs = {
      of: new Map(entries),
      pairs: new Map(entries.map(([line, { advance }]) => [line, advance])),
    };
    return made;
  };
  const texts = ["Taizhou AV, Yo. To", "0.81 (−12%) & <x>"].map(
    (text, at) =>
      `<text x="${90 * at + 90}" y="${14 + 14 * at}" text-anchor="${at === 0 ? "middle" : "end"}">${text.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" font-size="12" font-family="sans-serif">${texts.join("")}</svg>`;
  const options = { scale: 4, paths: false, readFont };
  const [asText, asPaths] = await Promise.all([
    rasterise(Resvg, svg, { ...options, face }),
    rasterise(Resvg, outlined(svg, learn) as string, { ...options, face: undefined }),
  ]);
  const ink = (at: number) => 255 - (asText.rgba[at] as number);
  const off = (at: number) => Math.abs((asPaths.rgba[at] as number) - (asText.rgba[at] as number));
  const sum = (of: (at: number) => number) =>
    asText.rgba.reduce((total, _, at) => total + (at % 4 === 0 ? of(at) : 0), 0);
  expect(sum(ink)).toBeGreaterThan(100_000);
  expect(sum(off) / sum(ink)).toBeLessThan(0.01);
});
