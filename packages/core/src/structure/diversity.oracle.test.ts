import { describe, expect, it } from "vitest";
import { britishJobs, chinaEmployment, chinaNation, oracleJson } from "../../test/atlas-compositions.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { diversity } from "./diversity.ts";
import type { Self } from "./reference.ts";

const relative = 1e-12; // R prints 15 digits; sums of 62 terms in another order

describe("diversity against R on the shipped figures", () => {
  const expected = oracleJson<Record<string, number[][]>>("structure-diversity");
  const china = { slices: [chinaEmployment()], reference: chinaNation() };
  const britain = { slices: [britishJobs()] };

  it.each<[string, ComposedInput, Self]>([
    ["china_nation", china, "include"],
    ["britain_places", britain, "include"],
    ["britain_others", britain, "exclude"],
  ])("%s", (name, input, self) => {
    const { places } = diversity(input, { self });
    const wanted = expected[name] as number[][];
    expect(places.length).toBe(wanted.length);
    places.forEach(({ hhi, entropy, evenness, hachman }, at) => {
      [hhi, entropy, evenness, hachman].forEach((value, column) => {
        const golden = wanted[at]?.[column] as number;
        expect(Math.abs(value - golden)).toBeLessThanOrEqual(relative * Math.max(1, golden));
      });
    });
  });
});
