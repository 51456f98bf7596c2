import { describe, expect, it } from "vitest";
import { atlas, members, packages, rows, tables } from "./atlas.ts";

const clusters = packages.flatMap((pkg) =>
  pkg.clusters.map((cluster) => ({ id: `${cluster.id}@${cluster.edition}`, pkg, cluster })),
);
const codesOf = (id: string): string[] => {
  const found = clusters.find((entry) => entry.id === id);
  if (!found) throw new Error(`no cluster ${id}`);
  return members(found.pkg, found.cluster);
};

// Numbers of members: README of the package of each cluster; ITL1 regions: rows of britain/areas.csv by their itl1.
const sizes: Record<string, number> = {
  "jing-jin-ji@2015": 13,
  "yangtze-river-delta@2019": 41,
  "greater-bay-area@2019": 11,
  "chengdu-chongqing@2016": 16,
  "middle-yangtze@2015": 28,
  "china-provinces@2024": 31,
  "boston-washington@2018": 9,
  "boston-washington-extended@2018": 32,
  "united-kingdom@2021": 41,
  "great-britain@2021": 40,
  "north-east@2021": 2,
  "north-west@2021": 5,
  "yorkshire-and-the-humber@2021": 4,
  "east-midlands@2021": 3,
  "west-midlands@2021": 3,
  "east-of-england@2021": 3,
  "london@2021": 5,
  "south-east@2021": 4,
  "south-west@2021": 4,
  "wales@2021": 2,
  "scotland@2021": 5,
  "northern-ireland@2021": 1,
  "rhine-ruhr@2016": 30,
  "pacific-belt@2014": 12,
};

describe("clusters", () => {
  it("are these, each id@edition once", () => {
    expect(clusters.map(({ id }) => id).sort()).toEqual(Object.keys(sizes).sort());
  });

  it.each(clusters)("$id has its members, each once and each a place", ({ id, pkg, cluster }) => {
    const codes = members(pkg, cluster);
    expect(codes).toHaveLength(sizes[id]);
    expect(new Set(codes).size).toBe(codes.length);
    const resource = pkg.resources.find(({ name }) => name === cluster.members.resource)!;
    const places = tables.find((table) => table.id === (resource.places ?? `${pkg.name}/${resource.name}`))!;
    const known = new Set(rows(places.id).map((row) => row[places.resource.roles.place as string]));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect(cluster.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(cluster.edition).toMatch(/^20\d\d$/);
    expect(cluster.source).not.toBe("");
  });

  it("have the edition their plan names", () => {
    for (const { cluster_id, edition } of rows("china-clusters/clusters")) {
      const { cluster } = clusters.find((entry) => entry.cluster.id === cluster_id)!;
      expect(edition).toContain(`(${cluster.edition})`);
    }
  });

  it("share no city in China", () => {
    const codes = rows("china-clusters/clusters").map((row) => row.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("leave Northern Ireland out of Great Britain and Detmold out of Rhine-Ruhr", () => {
    expect(codesOf("united-kingdom@2021")).toContain("TLN0");
    expect(codesOf("great-britain@2021")).not.toContain("TLN0");
    expect(codesOf("rhine-ruhr@2016")).not.toContain("DEA4");
  });

  it("has Nara in the Pacific belt although it has no data", () => {
    // README of japan: Saitama, Chiba, Tokyo, Kanagawa; Gifu, Shizuoka, Aichi, Mie; Kyoto, Osaka, Hyogo, Nara
    const belt = ["11", "12", "13", "14", "21", "22", "23", "24", "26", "27", "28", "29"];
    expect(codesOf("pacific-belt@2014")).toEqual(belt);
    expect(rows("japan/prefectures", { code: "29" })[0].in_data).toBe("0");
  });
});

it("lists in atlas.json what the descriptors say", () => {
  const expected = packages.map((pkg) => ({
    name: pkg.name,
    titles: pkg.titles,
    resources: pkg.resources.map(({ name }) => name),
    clusters: pkg.clusters.map(({ id, edition, title, short }) => ({ id, edition, title, short })),
  }));
  expect(atlas.packages).toEqual(expected);
});
