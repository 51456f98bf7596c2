import { describe, expect, it } from "vitest";
import { krugman } from "./krugman.ts";
import { similarity } from "./similarity.ts";

const slice = { year: undefined, places: ["a", "b"], industries: ["x", "y"], values: Float64Array.of(30, 10, 10, 50) };

describe("direct calls with slices", () => {
  it.each([
    [
      "similarity: values has 3 cells but 2 places and 2 industries have 4",
      { ...slice, values: Float64Array.of(1, 2, 3) },
    ],
    ["similarity: a stands twice, expected once", { ...slice, places: ["a", "a"] }],
    ["similarity: y stands twice, expected once", { ...slice, industries: ["y", "y"] }],
  ])("are refused: %s", (message, wrong) => {
    expect(() => similarity({ slices: [wrong] })).toThrow(message);
  });

  it("name the year of the slice, and a year that stands twice", () => {
    const dated = { ...slice, year: 2010 };
    expect(() => similarity({ slices: [dated, { ...dated, values: Float64Array.of(1) }] })).toThrow(
      "similarity: values of 2010 has 1 cells but 2 places and 2 industries have 4",
    );
    expect(() => similarity({ slices: [dated, dated] })).toThrow("similarity: 2010 stands twice, expected once");
  });

  it("are refused with a reference whose lists differ in length, or that has an industry twice in one year", () => {
    expect(() => similarity({ slices: [slice], reference: { industry: ["x", "y"], value: [1] } })).toThrow(
      "similarity: value has 1 rows but industry has 2",
    );
    expect(() => krugman({ slices: [slice], reference: { industry: ["x", "x"], value: [1, 2] } })).toThrow(
      "krugman: x stands twice, expected once",
    );
    const panel = { industry: ["x", "y", "x", "y"], value: [1, 2, 3, 4], year: [2010, 2010, 2020, 2020] };
    expect(() => similarity({ slices: [{ ...slice, year: 2010 }], reference: panel })).not.toThrow();
  });
});
