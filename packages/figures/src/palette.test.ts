import { describe, expect, test } from "vitest";
import { type Sight, smallestNeighbour, smallestPair } from "../test/colour-vision.ts";
import { contrast, luminance, textOn } from "./contrast.ts";
import { palettes, spreadColours, strengthColour, type Theme } from "./palette.ts";

const sights: readonly Sight[] = ["normal", "protan", "deutan", "tritan"];
const themes: readonly Theme[] = ["light", "dark"];
/** Just distinguishable side by side, in OKLab x 100. */
const leastNeighbour = 6;
/** Distinguishable apart, across a figure. */
const leastCategory = 9;
const leastText = 4.5;
const leastMark = 3;

describe.each(themes)("palette %s", (theme) => {
  const palette = palettes[theme];

  test.each(sights)("classes are told apart with %s sight", (sight) => {
    for (const scale of [palette.sequential, palette.similarity, palette.diverging]) {
      expect(smallestNeighbour(scale, sight)).toBeGreaterThanOrEqual(leastNeighbour);
    }
    expect(smallestPair(palette.categorical, sight)).toBeGreaterThanOrEqual(leastCategory);
  });

  test("lightness runs one way in a sequence, and mirrors in the diverging scale, so that grey can be read", () => {
    const steps = (colours: readonly string[]) => colours.slice(1).map((c, i) => luminance(c) - luminance(colours[i]!));
    for (const scale of [palette.sequential, palette.similarity, palette.strength]) {
      expect(new Set(steps(scale).map(Math.sign)).size).toBe(1);
    }
    expect(new Set(steps(palette.diverging.slice(0, 5)).map(Math.sign)).size).toBe(1);
    expect(new Set(steps(palette.diverging.slice(4)).map(Math.sign)).size).toBe(1);
  });

  test("text is read on surface and page", () => {
    for (const ground of [palette.surface, palette.page]) {
      for (const ink of [
        palette.ink,
        palette.ink2,
        palette.ink3,
        palette.accent,
        palette.link,
        palette.good,
        palette.warn,
      ]) {
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(leastText);
      }
    }
    expect(contrast(palette.accent, palette.accentGround)).toBeGreaterThanOrEqual(leastText);
  });

  test("marks are seen on the surface", () => {
    for (const mark of [...palette.categorical, palette.other]) {
      expect(contrast(mark, palette.surface)).toBeGreaterThanOrEqual(leastMark);
    }
  });

  test("text on a class is read", () => {
    for (const fill of [...palette.sequential, ...palette.similarity, ...palette.diverging]) {
      expect(contrast(textOn(fill), fill)).toBeGreaterThanOrEqual(leastText);
    }
  });
});

describe("the distances stated with the palette", () => {
  // OKLab x 100, smallest pair, under normal, protan, deutan and tritan sight, as the look of the house states them
  test.each([
    ["sequential", "light", [12.3, 10.9, 12.3, 12.8]],
    ["sequential", "dark", [9.5, 10.0, 9.0, 10.1]],
    ["similarity", "light", [8.1, 6.7, 8.1, 8.7]],
    ["similarity", "dark", [9.2, 9.7, 8.9, 8.9]],
    ["diverging", "light", [13.6, 11.8, 13.1, 12.9]],
    ["diverging", "dark", [10.0, 8.8, 9.6, 9.6]],
  ] as const)("%s %s", (scale, theme, stated) => {
    const found = sights.map((sight) => Number(smallestNeighbour(palettes[theme][scale], sight).toFixed(1)));
    expect(found).toEqual(stated);
  });
  test.each([
    ["light", [14.8, 11.4, 9.4, 11.9]],
    ["dark", [15.5, 14.0, 13.3, 12.5]],
  ] as const)("categorical %s", (theme, stated) => {
    const found = sights.map((sight) => Number(smallestPair(palettes[theme].categorical, sight).toFixed(1)));
    expect(found).toEqual(stated);
  });
});

test("strength grows with the share", () => {
  const shares = [0, 0.01, 0.05, 0.2, 0.5, 1].map((share) => luminance(strengthColour(palettes.light, share)));
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(strengthColour(palettes.light, 0.5)).toMatch(/^#[0-9A-F]{6}$/);
});

test("fewer classes keep the ends of the palette", () => {
  expect(spreadColours(["a", "b", "c", "d", "e"], 3)).toEqual(["a", "c", "e"]);
  expect(spreadColours(["a", "b", "c", "d", "e"], 5)).toEqual(["a", "b", "c", "d", "e"]);
  expect(spreadColours(["a", "b", "c", "d", "e"], 1)).toEqual(["c"]);
});
