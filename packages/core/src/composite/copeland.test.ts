import { describe, expect, it } from "vitest";
import { goldenCsv, haveGoldens } from "../../test/golden.ts";
import { copeland } from "./copeland.ts";
import { makeRecipe } from "./recipe.ts";

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const plain = (...columns: number[][]) => ({
  place: [..."abcdef"].slice(0, columns[0]?.length),
  indicators: columns.map((values, at) => column(`x${at}`, values)),
});

describe("Copeland's rule", () => {
  it("by hand: b beats a on two of three, and both beat c", () => {
    const result = copeland(plain([3, 2, 1], [1, 3, 2], [2, 3, 1]));
    expect([...result.scores]).toEqual([0, 2, -2]);
    expect([...result.ranks]).toEqual([2, 1, 3]);
    expect(result.decided).toBe(1);
  });

  it("majorities that go round leave everybody level and nobody first alone", () => {
    const result = copeland(plain([3, 2, 1], [1, 3, 2], [2, 1, 3]));
    expect([...result.scores]).toEqual([0, 0, 0]);
    expect([...result.ranks]).toEqual([1, 1, 1]);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["no-winner"]);
  });

  it("does not see by how much a place is better", () => {
    const near = copeland(plain([3, 2, 1], [1, 3, 2], [2, 3, 1]));
    const far = copeland(plain([1e9, 2, 1], [-7, 3, 2], [2, 3, 1]));
    expect(far.scores).toEqual(near.scores);
  });

  it("counts half for equal values, and compares what both have", () => {
    const tied = copeland(plain([1, 1, 0], [2, 1, 0]));
    expect(tied.pairs.find(({ row, other }) => row === 0 && other === 1)?.weight).toBe(0.75);
    const gapped = copeland(plain([1, 2, 3], [5, Number.NaN, 1], [5, 1, 2]), {
      recipe: makeRecipe({ indicators: [{ id: "x0" }, { id: "x1" }, { id: "x2" }], missing: { minimumShare: 0.5 } }),
    });
    expect(gapped.pairs.find(({ row, other }) => row === 0 && other === 1)?.weight).toBe(0.5);
    expect(gapped.ties[0]).toBe(1);
    const without = copeland(plain([1, 2, 3], [5, Number.NaN, 1], [5, Number.NaN, 2]));
    expect([...without.scores]).toEqual([1, Number.NaN, -1]);
  });

  it("turns falling indicators round, and compares within group and year", () => {
    const data = {
      place: ["a", "a", "b", "b"],
      year: [1, 2, 1, 2],
      indicators: [column("x", [1, 5, 2, 4])],
    };
    const recipe = makeRecipe({ indicators: [{ id: "x", direction: "down" }] });
    expect([...copeland(data, { recipe }).scores]).toEqual([1, -1, -1, 1]);
    expect(copeland(data, { recipe }).pairs.map(({ row }) => row)).toEqual([1, 3]);
  });
});

describe.skipIf(!haveGoldens)("Copeland's rule on the ASEM data", () => {
  it("against counting every pair of countries", () => {
    const number = (text: string | undefined) => (text === undefined || text === "NA" ? Number.NaN : Number(text));
    const rows = goldenCsv("coinr_asem/iData.csv");
    const ids = ["Goods", "Services", "FDI", "Embs", "CO2"];
    const data = {
      place: rows.map(({ uCode }) => uCode as string),
      indicators: ids.map((id) =>
        column(
          id,
          rows.map((row) => number(row[id])),
        ),
      ),
    };
    const { scores } = copeland(data);
    data.place.forEach((_, row) => {
      const values = (at: number) => data.indicators.map((each) => each.values[at] as number);
      const expected = data.place.reduce((sum, _place, other) => {
        const lead = values(row).reduce(
          (total, value, at) => total + Math.sign(value - (values(other)[at] as number)),
          0,
        );
        return sum + Math.sign(lead);
      }, 0);
      expect(scores[row]).toBe(expected);
    });
  });
});
