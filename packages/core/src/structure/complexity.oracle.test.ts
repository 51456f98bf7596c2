import { describe, expect, it } from "vitest";
import { atlasCsv, britishJobs, chinaEmployment, oracleJson } from "../../test/atlas-compositions.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { complexity } from "./complexity.ts";
import { ellisonGlaeser } from "./ellison-glaeser.ts";
import { relatedness } from "./relatedness.ts";

const absolute = 1e-9; // R's eigen() of a matrix that is not symmetric

interface Expected {
  places: string[];
  industries: string[];
  diversity: number[];
  ubiquity: number[];
  second: number;
  eci: number[];
  pci: number[];
  proximity: number[][];
  density: number[][];
  coi: number[];
  gain: number[][];
  gamma: number[];
}

/** Persons engaged in 47 Japanese prefectures by division, 2014. */
function japaneseJobs(): CompositionSlice {
  const rows = atlasCsv("japan/employment.csv").filter(({ code, year }) => code !== "00" && year === "2014");
  const places = [...new Set(rows.map(({ code }) => code as string))].sort();
  const industries = [...new Set(rows.map(({ industry }) => industry as string))].sort();
  const values = new Float64Array(places.length * industries.length).fill(Number.NaN);
  for (const { code, industry, employees } of rows) {
    values[places.indexOf(code as string) * industries.length + industries.indexOf(industry as string)] =
      Number(employees);
  }
  return { year: 2014, places, industries, values };
}

describe.each([
  ["china", chinaEmployment],
  ["britain", britishJobs],
  ["japan", japaneseJobs],
] as const)("%s against base R (oracles/structure-complexity.R)", (country, slice) => {
  const expected = oracleJson<Record<string, Expected>>("structure-complexity")[country] as Expected;
  const near = (found: number, wanted: number | undefined) =>
    expect(Math.abs(found - (wanted as number))).toBeLessThan(absolute);

  it("complexity", () => {
    const { places, industries, years } = complexity({ slices: [slice()] });
    expect(places.map(({ place }) => place)).toEqual(expected.places);
    expect(places.map(({ diversity }) => diversity)).toEqual(expected.diversity);
    expect(industries.map(({ ubiquity }) => ubiquity)).toEqual(expected.ubiquity);
    near(years[0]?.second as number, expected.second);
    places.forEach(({ eci }, at) => {
      near(eci, expected.eci[at]);
    });
    industries.forEach(({ pci }, at) => {
      near(pci, expected.pci[at]);
    });
  });

  it("relatedness, density and outlook", () => {
    const { pairs, densities, outlooks } = relatedness({ slices: [slice()] });
    const at = new Map(expected.industries.map((industry, position) => [industry, position]));
    for (const { industry, other, proximity } of pairs) {
      near(proximity, expected.proximity[at.get(industry) as number]?.[at.get(other) as number]);
    }
    densities.forEach(({ density, gain, present }, cell) => {
      near(density, expected.density[Math.floor(cell / at.size)]?.[cell % at.size]);
      if (present === 0) near(gain, expected.gain[Math.floor(cell / at.size)]?.[cell % at.size]);
      else expect(gain).toBeNaN();
    });
    outlooks.forEach(({ outlook }, place) => {
      near(outlook, expected.coi[place]);
    });
  });

  it("Ellison and Glaeser's index, each cell taken for one plant", () => {
    const { places, industries, values } = slice();
    const rows = Array.from(values).flatMap((value, cell) =>
      Number.isNaN(value)
        ? []
        : [
            {
              area: places[Math.floor(cell / industries.length)] as string,
              sector: industries[cell % industries.length] as string,
              value,
            },
          ],
    );
    const found = ellisonGlaeser({
      area: rows.map((r) => r.area),
      sector: rows.map((r) => r.sector),
      value: rows.map((r) => r.value),
    });
    for (const { industry, gamma } of found.industries)
      near(gamma, expected.gamma[expected.industries.indexOf(industry)]);
  });
});
