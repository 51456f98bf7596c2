import { describe, expect, it } from "vitest";
import { atlasCsv, clusterOf, oracleJson } from "../../test/atlas-compositions.ts";
import { solve } from "../contract/solve.ts";
import { fundAllocation } from "./fund-allocation.ts";

const relative = 1e-12; // R prints 15 digits; shares of thirteen by sums of thirteen

interface Expected {
  readonly code: readonly string[];
  readonly need: readonly number[];
  readonly need_intensity_2: readonly number[];
  readonly equal: readonly number[];
  readonly alpha_half: readonly number[];
  readonly alpha_1: readonly number[];
  readonly alpha_3: readonly number[];
  readonly max_min: readonly number[];
  readonly chosen: readonly number[];
  readonly best: number;
}

describe("a fund for Jing-Jin-Ji against R on the shipped figures", async () => {
  const expected = oracleJson<Expected>("planning-fund-allocation");
  const cluster = clusterOf();
  const gdp = new Map(
    atlasCsv("china-clusters/gdp.csv").flatMap(({ code, year, gdp: value }) =>
      year === "2019" && value !== "" ? [[code as string, Number(value)] as const] : [],
    ),
  );
  const rows = atlasCsv("china-clusters/census.csv")
    .filter(({ code, year }) => year === "2020" && cluster[code as string] === "jing-jin-ji" && gdp.has(code as string))
    .map(({ code, population }) => ({
      code: code as string,
      people: Number(population),
      gdp: gdp.get(code as string) as number,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const mean = sum(rows.map((row) => row.gdp)) / sum(rows.map(({ people }) => people));
  const need = rows.map((row) => mean / (row.gdp / row.people));
  const least = Math.min(...need);
  const parties = {
    place: rows.map(({ code }) => code),
    size: rows.map(({ people }) => people),
    need,
    benefit: need.map((each) => each / least),
    floor: rows.map(() => 20),
    cap: rows.map(() => 180),
  };
  const amounts = async (alpha: number, intensity = 1) =>
    (await fundAllocation({ parties }, { budget: 1000, alpha, intensity }, solve)).amounts;
  const close = (found: readonly number[] | undefined, wanted: readonly number[]) =>
    wanted.forEach((value, at) => {
      expect(Math.abs((found?.[at] ?? Number.NaN) - value)).toBeLessThan(relative * value);
    });

  it("the need formula, equal shares, alpha-fair and max-min, held between 20 and 180", async () => {
    expect(parties.place).toEqual(expected.code);
    const one = await amounts(1);
    close(one.need, expected.need);
    close(one.equal, expected.equal);
    close(one["alpha-fair"], expected.alpha_1);
    close(one["max-min"], expected.max_min);
    close((await amounts(0.5))["alpha-fair"], expected.alpha_half);
    close((await amounts(3, 2))["alpha-fair"], expected.alpha_3);
    close((await amounts(3, 2)).need, expected.need_intensity_2);
  });

  it("the cities with most people for half of all GDP, against lpSolve", async () => {
    const projects = {
      project: parties.place,
      cost: rows.map((row) => row.gdp),
      benefit: rows.map(({ people }) => people / 1e6),
    };
    const result = await fundAllocation({ projects }, { budget: sum(projects.cost) / 2 }, solve);
    expect(result.projects.map(({ isChosen }) => (isChosen ? 1 : 0))).toEqual(expected.chosen);
    expect(
      sum(
        result.projects.map(({ isChosen, project }) =>
          isChosen ? (rows.find(({ code }) => code === project)?.people ?? 0) : 0,
        ),
      ),
    ).toBe(expected.best);
  });
});
