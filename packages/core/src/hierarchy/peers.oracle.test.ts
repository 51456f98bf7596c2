import { describe, expect, it } from "vitest";
import { atlasCsv, oracleJson } from "../../test/atlas-compositions.ts";
import type { Standard } from "./peer-distances.ts";
import { peers } from "./peers.ts";

const absolute = 1e-12; // R prints 15 digits; roots of four squares

describe("peers against R on the shipped census of 2020", () => {
  const expected = oracleJson<{
    codes: string[];
    nearest: string[];
    z: number[][];
    min_max_nearest: string[];
    rank_nearest: string[];
  }>("hierarchy-peers");
  const known = (text: string | undefined) => text !== undefined && text !== "";
  const rows = atlasCsv("china-clusters/census.csv").filter(
    (row) => row.year === "2020" && known(row.urban_population) && known(row.share_65_plus),
  );
  const column = (name: string, value: (row: Record<string, string>) => number) => {
    return { name, unit: "1", values: Float64Array.from(rows, value) };
  };
  const input = {
    place: rows.map(({ code }) => code as string),
    indicators: [
      column("people", (row) => Math.log(Number(row.population))),
      column("urban", (row) => Number(row.urban_population) / Number(row.population)),
      column("young", (row) => Number(row.share_0_14)),
      column("old", (row) => Number(row.share_65_plus)),
    ],
  };
  const nearest = (standard: Standard) => {
    const first = new Map(peers(input, { standard, count: 1 }).peers.map(({ place, peer }) => [place, peer]));
    return expected.codes.map((code) => first.get(code));
  };

  it("the five nearest, by standard deviations", () => {
    const found = peers(input).peers;
    expect(nearest("z")).toEqual(expected.nearest);
    expected.codes.forEach((code, at) => {
      const own = found.filter(({ place }) => place === code).sort((a, b) => a.rank - b.rank);
      own.forEach(({ distance }, rank) => {
        expect(Math.abs(distance - (expected.z[rank]?.[at] as number))).toBeLessThan(absolute);
      });
    });
  });

  it("the nearest by shares of the range, and by ranks", () => {
    expect(nearest("min-max")).toEqual(expected.min_max_nearest);
    expect(nearest("rank")).toEqual(expected.rank_nearest);
  });
});
