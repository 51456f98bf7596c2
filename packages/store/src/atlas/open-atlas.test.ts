import { existsSync } from "node:fs";
import { join } from "node:path";
import { findColumn, type NumberColumn } from "@conurb/core/contract";
import { isMoney } from "@conurb/core/units";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../test/temporary.ts";
import { sha256File } from "../decode/sha256.ts";
import { openAtlas } from "./open-atlas.ts";

const atlas = openAtlas();
const entries = await atlas.list();

describe("openAtlas", () => {
  it("finds the atlas that is installed", () => {
    expect(existsSync(join(atlas.root, "atlas.json"))).toBe(true);
  });

  it.each(entries.map(({ id }) => id))("loads %s with titles, units, roles and source", async (id) => {
    const { resource, title } = await atlas.entry(id);
    const table = await atlas.load(id, { omitted: "keep" });
    expect([table.name, table.title]).toEqual([id, title]);
    expect(table.source?.file).toBe(`${id}.csv`);
    expect(table.source?.sha256).toBe(await sha256File(join(atlas.root, `${id}.csv`)));
    expect(table.source?.cite?.length).toBe(1);
    expect(table.lines?.[0]).toBe(2);
    for (const { name, type, unit, titles } of resource.schema.fields) {
      const column = findColumn(table, name);
      expect([column?.kind, column?.title]).toEqual([
        ["number", "integer", "year"].includes(type) ? "number" : "label",
        titles,
      ]);
      if (column?.kind === "number" && unit !== undefined) expect(column.unit).toBe(unit);
    }
  });

  it("says in which prices all money of a panel is, and how it came from another currency", async () => {
    const panels = entries.filter(({ resource }) => ["panel", "composition"].includes(resource.shape));
    for (const { id, resource } of panels) {
      const { columns } = await atlas.load(id);
      const isLong = (name: string) => resource.roles.unit !== undefined && name === resource.roles.value;
      const money = columns.filter(
        (column) => column.kind === "number" && (isMoney(column.unit) || isLong(column.name)),
      ) as NumberColumn[];
      for (const { name, prices } of money) expect(prices?.basis, `${id} ${name}`).toBe("current");
      const others = columns.filter((column) => !money.includes(column as NumberColumn)) as NumberColumn[];
      for (const { name, prices } of others) expect(prices, `${id} ${name}`).toBeUndefined();
    }
    const gdp = await atlas.load("hong-kong-macao/gdp");
    const prices = (name: string) => (findColumn(gdp, name) as NumberColumn).prices;
    expect(prices("gdp_million_usd")).toEqual({ basis: "current" });
    expect(prices("yuan_per_usd")).toBeUndefined(); // a rate is no money
    expect(prices("gdp")?.converted?.kind).toBe("exchange-rate");
  });

  it("loads each table once", async () => {
    const [first, second] = await Promise.all([atlas.load("britain/gva"), atlas.load("britain/gva")]);
    expect(first).toBe(second);
  });

  it("names a figure by its file row: employment of Beijing in industry C, 2019", async () => {
    const table = await atlas.load("china-clusters/employment");
    const row = Array.from({ length: table.rows }, (_, at) => at).find(
      (at) => findColumn(table, "code")?.values[at] === "110000" && findColumn(table, "industry")?.values[at] === "C",
    ) as number;
    expect(findColumn(table, "employees_10k")?.values[row]).toBe(65.386);
    expect(table.lines?.[row]).toBe(4);
    expect(findColumn(table, "industry_en")?.values[row]).toBe("Manufacturing");
    expect(findColumn(table, "industry_zh")?.values[row]).toBe("制造业");
  });

  it("names the codes of a column in both languages, beside it", async () => {
    const table = await atlas.load("seeds-benchmarks/benchmarks");
    const names = table.columns.map(({ name }) => name);
    expect(names.slice(names.indexOf("relation")).slice(0, 3)).toEqual(["relation", "relation_en", "relation_zh"]);
    const row = findColumn(table, "id")?.values.indexOf("b046" as never) as number;
    const cell = (name: string) => findColumn(table, name)?.values[row];
    expect(["cluster", "cluster_en", "cluster_zh"].map(cell)).toEqual(["pacific-belt", "Pacific belt", "太平洋沿岸"]);
    expect(["indicator_en", "indicator_zh", "value"].map(cell)).toEqual(["GDP per head", "人均地区生产总值", 44_000]);
    expect(findColumn(table, "indicator_zh")?.title).toEqual({ en: "Indicator (Chinese)", zh: "指标" });
    expect(findColumn(table, "indicator_en")?.title).toEqual({ en: "Indicator", zh: "指标（英文）" });
  });

  it("leaves a name empty where there is no code", async () => {
    const table = await atlas.load("seeds-benchmarks/policies");
    const rows = Array.from({ length: table.rows }, (_, row) => row);
    const empty = (name: string) => rows.filter((row) => findColumn(table, name)?.values[row] === null);
    expect(empty("rung").length).toBe(2); // a debate and a market arrangement
    expect(empty("rung_zh")).toEqual(empty("rung"));
  });

  it("makes gaps of figures whose flag is unusable, and says which", async () => {
    const { dropped, used } = await atlas.screening("china-clusters/employment");
    expect(used.map(({ flag }) => flag)).toContain("total-mismatch");
    expect(dropped.length).toBeGreaterThan(0);
    const table = await atlas.load("china-clusters/employment");
    const column = findColumn(table, "employees_10k") as NumberColumn;
    column.flags?.forEach((flag, row) => {
      if (flag?.split(";").includes("total-mismatch")) expect(column.values[row]).toBeNaN();
    });
    expect(column.flags?.filter((flag) => flag?.includes("total-mismatch")).length).toBe(dropped.length);
  });

  it("leaves out rows that must not be added to the others, unless asked for", async () => {
    const [without, whole] = [
      await atlas.load("rhine-ruhr/employment"),
      await atlas.load("rhine-ruhr/employment", { omitted: "keep" }),
    ];
    expect(new Set<unknown>(findColumn(whole, "industry")?.values)).toContain("TOTAL");
    expect(new Set<unknown>(findColumn(without, "industry")?.values)).not.toContain("TOTAL");
    expect(new Set<unknown>(findColumn(without, "code")?.values)).not.toContain("DE");
    expect(without.rows).toBeGreaterThan(0);
  });

  it("gives what a structure is compared with: one place of the same table, or another table", async () => {
    const germany = await atlas.reference("rhine-ruhr/employment");
    expect(new Set<unknown>(germany && findColumn(germany, "code")?.values)).toEqual(new Set(["DE"]));
    expect(new Set<unknown>(germany && findColumn(germany, "industry")?.values)).not.toContain("TOTAL");
    expect((await atlas.reference("china-clusters/employment"))?.name).toBe("china-clusters/national_employment");
    expect(await atlas.reference("china-clusters/gdp")).toBeUndefined();
  });

  it("explains industries and variables", async () => {
    const industries = await atlas.industries("china-clusters/employment");
    expect(industries.get("C")).toMatchObject({ name: { en: "Manufacturing", zh: "制造业" }, short: { zh: "制造" } });
    const variables = await atlas.variables("china-provinces-aspects/panel");
    expect(variables.size).toBeGreaterThan(20);
    for (const { name, unit, direction } of variables.values()) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(unit).toBeTruthy();
      expect([-1, 0, 1]).toContain(direction);
    }
    expect((await atlas.industries("china-clusters/gdp")).size).toBe(0);
  });

  it("gives notes for a report: those of the package and of the table", async () => {
    const notes = await atlas.notes("china-clusters/gdp");
    expect(notes.credit).toContain("National Bureau of Statistics");
    expect(notes.licenses[0]?.name).toBe("notspecified");
    const said = async (id: string) => (await atlas.notes(id)).caveats.map(({ en }) => en).join(" ");
    expect(await said("china-clusters/gdp")).toContain("GDP of 2010 does not join on to 2019");
    expect(await said("china-clusters/adjacency")).not.toContain("GDP of 2010 does not join on to 2019");
    expect(notes.flags.find(({ name }) => name === "total-mismatch")?.severity).toBe("unusable");
  });

  it("refuses what is not there with what is", async () => {
    const table = await refusalOf(atlas.load("china-clusters/jobs"));
    expect(table.message).toBe("atlas: no table china-clusters/jobs");
    expect(table.hint?.en).toContain("china-clusters/employment");
    expect(table.hint?.en).not.toContain("britain");
    expect((await refusalOf(atlas.cluster("jing-jin-jii@2015"))).hint?.en).toContain("jing-jin-ji@2015");
  });
});

describe("places of the atlas", async () => {
  const places = await atlas.places();

  it("have names, and coordinates in degrees", () => {
    expect(places.get("130100")).toEqual({
      code: "130100",
      name: { en: "Shijiazhuang", zh: "石家庄市" },
      parent: "130000",
      parentName: { en: "Hebei", zh: "河北省" },
      lon: 114.4401,
      lat: 38.1288,
      areaKm2: 14063,
      level: "prefecture_level_city",
      package: "china-clusters",
    });
    for (const { code, name, lon = 0, lat = 0 } of places.values()) {
      expect(name.en.length * name.zh.length, code).toBeGreaterThan(0);
      expect([Math.abs(lon) <= 180, Math.abs(lat) <= 90], code).toEqual([true, true]);
    }
  });

  it("mean one place by one code, whoever lists it", async () => {
    for (const id of entries.filter(({ resource }) => resource.shape === "places").map((entry) => entry.id)) {
      const table = await atlas.load(id);
      const [code, name] = [table.roles?.place as string, table.roles?.name_en as string];
      findColumn(table, name)?.values.forEach((each: string | number | null, row: number) => {
        expect(places.get(String(findColumn(table, code)?.values[row]))?.name.en).toBe(each);
      });
    }
  });

  it("hold the members of every cluster", async () => {
    const clusters = await atlas.clusters();
    expect([...clusters.keys()]).toContain("jing-jin-ji@2015");
    for (const { key, members } of clusters.values()) {
      expect(members.length, key).toBeGreaterThan(0);
      expect(
        members.filter((code) => !places.has(code)),
        key,
      ).toEqual([]);
      expect([...members].sort()).toEqual(members);
    }
    expect((await atlas.cluster("jing-jin-ji")).members.length).toBe(13); // Beijing, Tianjin and 11 cities of Hebei
    expect((await atlas.cluster("yangtze-river-delta@2019")).members.length).toBe(41); // the 41 cities of the outline
  });
});
