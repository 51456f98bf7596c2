import { describe, expect, it } from "vitest";
import { atlasCsv, britishJobs, chinaEmployment, chinaNation, oracleJson } from "../../test/atlas-compositions.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { krugman } from "./krugman.ts";
import type { Self } from "./reference.ts";

const exact = 1e-13; // R prints 15 digits; sums of 19 terms

describe("krugman against R on the shipped figures", () => {
  const expected = oracleJson<Record<string, number[]>>("structure-krugman");
  const china = { slices: [chinaEmployment()], reference: chinaNation() };
  const britain = { slices: [britishJobs()] };

  it.each<[string, ComposedInput, Self]>([
    ["china_nation", china, "include"],
    ["china_rest_of_nation", china, "exclude"],
    ["britain_places", britain, "include"],
    ["britain_others", britain, "exclude"],
  ])("%s", (name, input, self) => {
    const { places } = krugman(input, { self });
    const wanted = expected[name] as number[];
    expect(places.length).toBe(wanted.length);
    places.forEach((row, at) => {
      expect(Math.abs(row.krugman - (wanted[at] as number))).toBeLessThan(exact);
    });
  });

  it("orders Jing-Jin-Ji from Tianjin, nearest to the 300 cities, to Beijing, furthest", () => {
    const names = new Map(atlasCsv("china-clusters/places.csv").map(({ code, name_en }) => [code, name_en]));
    const members = new Set(
      atlasCsv("china-clusters/clusters.csv").flatMap(({ cluster_id, code }) =>
        cluster_id === "jing-jin-ji" ? [code] : [],
      ),
    );
    const found = krugman(china)
      .places.filter(({ place }) => members.has(place))
      .sort((a, b) => a.krugman - b.krugman)
      .map((row) => `${names.get(row.place)} ${row.krugman.toFixed(3)}`);
    expect(found).toEqual([
      "Tianjin 0.283",
      "Shijiazhuang 0.332",
      "Langfang 0.402",
      "Tangshan 0.414",
      "Qinhuangdao 0.433",
      "Baoding 0.481",
      "Handan 0.494",
      "Chengde 0.528",
      "Cangzhou 0.563",
      "Zhangjiakou 0.594",
      "Xingtai 0.658",
      "Hengshui 0.688",
      "Beijing 0.699",
    ]);
  });
});
