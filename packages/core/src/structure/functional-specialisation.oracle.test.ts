import { describe, expect, it } from "vitest";
import { britishJobs, chinaEmployment, chinaNation, oracleJson } from "../../test/atlas-compositions.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { functionalSpecialisation } from "./functional-specialisation.ts";
import type { Self } from "./reference.ts";

const relative = 1e-12; // R prints 15 digits; a ratio of ratios of short sums

describe("functionalSpecialisation against R on the shipped figures", () => {
  const expected = oracleJson<Record<string, number[]>>("structure-functional-specialisation");
  const china = { slices: [chinaEmployment()], reference: chinaNation() };
  const functions = { management: ["J", "L", "M"], production: ["C"] };

  it.each<[string, ComposedInput, Self]>([
    ["china_nation", china, "include"],
    ["china_rest_of_nation", china, "exclude"],
    ["britain_others", { slices: [britishJobs()] }, "exclude"],
  ])("%s", (name, input, self) => {
    const { places } = functionalSpecialisation(input, { ...functions, self });
    const wanted = expected[name] as number[];
    expect(places.length).toBe(wanted.length);
    places.forEach(({ index }, at) => {
      const golden = wanted[at] as number;
      expect(Math.abs(index - golden)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(golden)));
    });
  });
});
