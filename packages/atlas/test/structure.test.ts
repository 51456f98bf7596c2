import { describe, expect, it } from "vitest";
import { rows, sum } from "./atlas.ts";

const letters = rows("china-clusters/industries").map((row) => row.letter);
const nation = rows("china-clusters/national_employment");
const city = (code: string) => rows("china-clusters/employment", { code });

/** Shares of the 19 sections; a blank counts as nothing. */
function shares(found: typeof nation): number[] {
  const total = sum(found, "employees_10k");
  return letters.map(
    (industry) =>
      sum(
        found.filter((row) => row.industry === industry),
        "employees_10k",
      ) / total,
  );
}

const krugman = (a: number[], b: number[]): number => a.reduce((total, share, i) => total + Math.abs(share - b[i]), 0);
const dot = (a: number[], b: number[]): number => a.reduce((total, share, i) => total + share * b[i], 0);
const cosine = (a: number[], b: number[]): number => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

// Published with three decimals by the compilers of the figures: Krugman index of 2019 against the 300-city reference.
it.each([
  ["Tianjin", "120000", 0.283],
  ["Shijiazhuang", "130100", 0.332],
  ["Langfang", "131000", 0.402],
  ["Tangshan", "130200", 0.414],
  ["Qinhuangdao", "130300", 0.433],
  ["Baoding", "130600", 0.481],
  ["Handan", "130400", 0.494],
  ["Chengde", "130800", 0.528],
  ["Cangzhou", "130900", 0.563],
  ["Zhangjiakou", "130700", 0.594],
  ["Xingtai", "130500", 0.658],
  ["Hengshui", "131100", 0.688],
  ["Beijing", "110000", 0.699],
])("Krugman index of %s (%s) is %d", (name, code, expected) => {
  expect(rows("china-clusters/places", { code })[0].name_en).toBe(name);
  expect(krugman(shares(city(code)), shares(nation))).toBeCloseTo(expected, 3);
});

// Same origin: cosine similarity of structures, 2019.
describe("cosine similarity", () => {
  it.each([
    ["Beijing", "110000", "Tianjin", "120000", 0.781],
    ["Tianjin", "120000", "Shijiazhuang", "130100", 0.912],
    ["Shanghai", "310000", "Suzhou", "320500", 0.752],
    ["Suzhou", "320500", "Wuxi", "320200", 0.994],
    ["Guangzhou", "440100", "Shenzhen", "440300", 0.863],
  ])("of %s (%s) and %s (%s) is %d", (_a, a, _b, b, expected) => {
    expect(cosine(shares(city(a)), shares(city(b)))).toBeCloseTo(expected, 3);
  });
});
