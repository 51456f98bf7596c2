import { describe, expect, it } from "vitest";
import { figure, rows, sum } from "./atlas.ts";

const theme = "china-clusters";

// README of china-clusters, number of rows of each table.
it.each([
  ["clusters", 109],
  ["places", 109],
  ["adjacency", 245],
  ["census", 218],
  ["gdp", 321],
  ["employment", 1197],
  ["national_employment", 19],
  ["industries", 19],
  ["rail_2022", 2162],
])("%s has %i rows", (name, count) => expect(rows(`${theme}/${name}`)).toHaveLength(count));

describe("places and borders", () => {
  it("have the areas of the README", () => {
    expect(figure(`${theme}/places`, { code: "310000" }, "area_km2")).toBe(7987); // README: Shanghai
    expect(figure(`${theme}/places`, { code: "820000" }, "area_km2")).toBe(51.6); // README: Macao
  });

  it("list a border once, in the order of the codes", () => {
    expect(rows(`${theme}/adjacency`).filter(({ code_a, code_b }) => code_a >= code_b)).toEqual([]);
    // README: Shanghai (310000) and Zhoushan (330900), 3.5 km
    expect(figure(`${theme}/adjacency`, { code_a: "310000", code_b: "330900" }, "shared_border_km")).toBe(3.5);
  });
});

describe("census", () => {
  const census = rows(`${theme}/census`);

  it("has age groups that add to 100 percent", () => {
    const rounding = 0.031; // three shares of two decimals; the largest gap is Dongguan 2010, 0.03
    const gap = (row: (typeof census)[number]): number =>
      Math.abs(Number(row.share_0_14) + Number(row.share_15_59) + Number(row.share_60_plus) - 100);
    expect(census.filter((row) => row.share_0_14 !== "" && gap(row) > rounding)).toEqual([]);
    expect(census.filter(({ share_60_plus, share_65_plus }) => Number(share_65_plus) > Number(share_60_plus))).toEqual(
      [],
    );
    expect(census.filter(({ population, urban_population }) => Number(urban_population) > Number(population))).toEqual(
      [],
    );
  });

  it("falls short of Hebei by 2,301,426 persons in 2020", () => {
    // README: Hebei 74,610,235 in the communique, Baoding without Dingzhou and Xiong'an
    const hebei = census.filter(({ code, year }) => code.startsWith("13") && year === "2020");
    expect(sum(hebei, "population")).toBe(74_610_235 - 2_301_426);
  });

  it("has the figures of the communiques for Hong Kong and Macao", () => {
    expect(figure(`${theme}/census`, { code: "810000", year: "2020" }, "population")).toBe(7_474_200); // README, No. 2 of 2021
    expect(figure(`${theme}/census`, { code: "820000", year: "2020" }, "population")).toBe(683_218); // README, No. 2 of 2021
  });
});

describe("gdp", () => {
  const gap = (row: Record<string, string>): number =>
    Number(row.va_primary) + Number(row.va_secondary) + Number(row.va_tertiary) - Number(row.gdp);

  it("is the sum of its sectors save where flagged", () => {
    const rounding = 0.6; // 100 million yuan; the largest unflagged gap is 0.57, some sectors have no decimals
    const off = rows(`${theme}/gdp`).filter((row) => Math.abs(gap(row)) > rounding);
    expect(off.map(({ code, year, flag }) => [code, year, flag])).toEqual([
      ["330700", "2010", "identity-gap"],
      ["331100", "2010", "identity-gap"],
    ]);
    // README: Jinhua -0.7 percent, Lishui -1.9 percent
    expect(off.map((row) => Number(((gap(row) / Number(row.gdp)) * 100).toFixed(1)))).toEqual([-0.7, -1.9]);
  });

  it("has Tianjin at 14,104.28 in 2019", () => {
    expect(figure(`${theme}/gdp`, { code: "120000", year: "2019" }, "gdp")).toBe(14104.28); // README
  });
});

describe("employment", () => {
  const employment = rows(`${theme}/employment`);

  it("has 63 cities of 19 sections", () => {
    expect(new Set(employment.map((row) => row.code)).size).toBe(63); // README
    expect(employment).toHaveLength(63 * 19);
  });

  it("adds to 17,067.7 in the reference", () => {
    // README: 300 cities, 10,000 persons
    expect(sum(rows(`${theme}/national_employment`), "employees_10k")).toBeCloseTo(17067.7, 1);
  });

  it("adds to 43.6 in Lu'an, which is why it is not to be used", () => {
    // README: sectors 43.6, published total 24.1
    expect(sum(rows(`${theme}/employment`, { code: "341500" }), "employees_10k")).toBeCloseTo(43.6, 1);
  });

  it("is empty in Zhongshan agriculture and mining only", () => {
    const empty = employment.filter((row) => row.employees_10k === "").map(({ code, industry }) => code + industry);
    expect(empty).toEqual(["442000A", "442000B"]); // README
  });

  it("has Shanghai agriculture at 7.63", () => {
    // README, flag agri-jump
    expect(figure(`${theme}/employment`, { code: "310000", industry: "A" }, "employees_10k")).toBe(7.63);
  });
});

describe("rail", () => {
  const rail = rows(`${theme}/rail_2022`);

  it("covers 58 places and leaves 60 pairs without a reverse", () => {
    // README
    expect(new Set(rail.flatMap((row) => [row.origin_code, row.destination_code])).size).toBe(58);
    const pairs = new Set(rail.map((row) => `${row.origin_code} ${row.destination_code}`));
    expect(rail.filter((row) => !pairs.has(`${row.destination_code} ${row.origin_code}`))).toHaveLength(60);
  });

  it("has no more high-speed trains than trains", () => {
    expect(rail.filter((row) => Number(row.high_speed_trains_per_day) > Number(row.trains_per_day))).toEqual([]);
  });

  // README: hub cities of each cluster
  it.each([
    ["jing-jin-ji", 8],
    ["yangtze-river-delta", 24],
    ["greater-bay-area", 3],
    ["chengdu-chongqing", 8],
    ["middle-yangtze", 15],
  ])("has in %s %i hub cities", (cluster_id, count) => {
    const codes = new Set(rows(`${theme}/clusters`, { cluster_id: String(cluster_id) }).map((row) => row.code));
    expect(new Set(rail.map((row) => row.origin_code).filter((code) => codes.has(code))).size).toBe(count);
  });
});
