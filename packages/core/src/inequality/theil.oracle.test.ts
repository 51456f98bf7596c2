import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { theil } from "./theil.ts";

const oracleTolerance = 1e-12; // R and we add the same doubles, in another order

const root = new URL("../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const rows = (file: string) =>
  Papa.parse<Record<string, string>>(text(`packages/atlas/china-clusters/${file}`), {
    header: true,
    skipEmptyLines: true,
  }).data;
const oracle = JSON.parse(text("oracles/inequality-theil.json")) as {
  places: number;
  T: Record<string, number>;
  L: Record<string, number>;
};

describe("theil against base R on the GDP of three clusters, 2020 (oracles/inequality-theil.R)", () => {
  const in2020 = (file: string) => rows(file).filter(({ year }) => year === "2020");
  const clusters = new Set(["jing-jin-ji", "yangtze-river-delta", "greater-bay-area"]);
  const clusterOf = new Map(rows("clusters.csv").map(({ code, cluster_id }) => [code, cluster_id as string]));
  const provinceOf = new Map(rows("places.csv").map(({ code, province_code }) => [code, province_code as string]));
  const people = new Map(in2020("census.csv").map(({ code, population }) => [code, Number(population)]));
  const used = in2020("gdp.csv").filter(({ code, gdp }) => gdp !== "" && clusters.has(clusterOf.get(code) ?? ""));
  const input = {
    place: used.map(({ code }) => code as string),
    value: used.map(({ gdp }) => Number(gdp)),
    weight: used.map(({ code }) => people.get(code) as number),
    groups: [
      { name: "cluster", values: used.map(({ code }) => clusterOf.get(code) as string) },
      { name: "parent", values: used.map(({ code }) => provinceOf.get(code) as string) },
    ],
  };

  it.each(["T", "L"] as const)("index %s and its parts", (index) => {
    const result = theil(input, { index });
    expect(result.n).toBe(oracle.places);
    expect(Math.abs(result.theil - (oracle[index].theil as number))).toBeLessThan(oracleTolerance);
    for (const { between, component } of result.levels) {
      expect(Math.abs(component - (oracle[index][between] as number)), between).toBeLessThan(oracleTolerance);
    }
  });
});
