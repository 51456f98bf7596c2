import { describe, expect, it } from "vitest";
import { figure, packages, rows, table, tables, text } from "./atlas.ts";

const benchmarks = rows("seeds-benchmarks/benchmarks");
const policies = rows("seeds-benchmarks/policies");

it("has 85 benchmarks and 82 policies", () => {
  expect([benchmarks.length, policies.length]).toEqual([85, 82]); // README
});

describe("benchmarks", () => {
  const quoted = (cluster: string, indicator: string, column = "value"): number =>
    figure("seeds-benchmarks/benchmarks", { cluster, indicator }, column);

  // BCG and China Development Research Foundation, March 2017, section 3, and for rail section 4.1
  it.each([
    ["jing-jin-ji", "population_share", 8],
    ["boswash", "gdp_share", 20],
    ["pacific-belt", "population", 68],
    ["pacific-belt", "rail_density", 0.17],
    ["rhine-ruhr", "gdp", 500],
    ["yangtze-river-delta", "population", 150],
  ])("%s %s is %d", (cluster, indicator, expected) => expect(quoted(cluster, indicator)).toBe(expected));

  it("warns of the area of Rhine-Ruhr", () => {
    expect(quoted("rhine-ruhr", "area")).toBe(70_000); // as printed, README
    expect(benchmarks.filter((row) => row.check.includes("do not use")).map((row) => row.cluster)).toEqual([
      "rhine-ruhr",
    ]);
  });

  it("has an upper end exactly where a range is given, and above the lower", () => {
    const ranged = benchmarks.filter((row) => row.value_high !== "");
    expect(ranged.filter((row) => Number(row.value_high) <= Number(row.value))).toEqual([]);
    expect(
      benchmarks.filter((row) => (row.relation === "range") !== (row.value_high !== "")).map((row) => row.id),
    ).toEqual(["b022"]);
  });
});

describe("policies", () => {
  it("are undated in 61 rows, and say how exact a date is", () => {
    expect(policies.filter((row) => row.date === "")).toHaveLength(61); // README
    expect(policies.filter((row) => (row.date === "") !== (row.date_precision === "none"))).toEqual([]);
    expect(policies.filter((row) => row.date_precision === "year-outside-text")).toHaveLength(1); // README
  });

  it("have a rung save what is no policy", () => {
    expect(policies.filter((row) => row.rung === "").map((row) => row.kind)).toEqual(["debate", "market arrangement"]);
  });

  it("stand on the level of their kind, and have no level where they are no act", () => {
    const levels = new Map(rows("seeds-benchmarks/kinds").map(({ kind, level }) => [kind, level]));
    expect(policies.filter((row) => row.level !== levels.get(row.kind))).toEqual([]);
    expect(new Set(policies.filter((row) => row.level === "").map((row) => row.kind))).toEqual(
      new Set(["debate", "context event", "market arrangement"]), // README: no policies
    );
  });

  it("say nothing that the texts do not say", () => {
    const silent = "issuer announced in_force ended objective sector instrument amount amount_unit status".split(" "); // README
    expect(policies.filter((row) => silent.some((column) => row[column] !== ""))).toEqual([]);
  });

  it("reach clusters and places of the atlas, save two of the United States", () => {
    const clusters = new Set(packages.flatMap((pkg) => pkg.clusters.map(({ id }) => id)));
    const places = new Set(rows("china-clusters/places").map(({ code }) => code));
    const words = policies.flatMap((row) => row.reach.split(";").filter((word) => word !== ""));
    expect(words.filter((word) => !clusters.has(word) && !places.has(word))).toEqual([]);
    expect(new Set(policies.filter((row) => row.reach === "").map((row) => row.places))).toEqual(
      new Set(["united-states", "new-york-state"]), // README
    );
  });

  it("cite the five texts by author and title", () => {
    const sources = packages.find(({ name }) => name === "seeds-benchmarks")!.sources.map(({ title }) => title);
    const cited = [...new Set(policies.map((row) => row.source))];
    expect(cited).toHaveLength(5); // README
    expect(cited.filter((citation) => !sources.some((title) => title.startsWith(citation)))).toEqual([]);
    expect(text("seeds-benchmarks/policies.csv")).not.toMatch(/\bseed\b/);
  });
});

const han = /\p{Script=Han}/u;
const named = tables
  .filter(({ pkg }) => pkg.name === "seeds-benchmarks")
  .flatMap(({ id, resource }) => Object.entries(resource.names ?? {}).map(([column, list]) => ({ id, column, list })));

describe("names", () => {
  it("are given to the codes of seven columns", () => {
    expect(named.map(({ column }) => column)).toEqual(
      "cluster indicator relation kind mechanism rung coding_rule".split(" "), // README
    );
  });

  it.each(named)("of $column ($id) are in $list: each code, none too many, in both languages", (link) => {
    const { resource } = tables.find(({ id }) => id === link.list)!;
    const code = resource.roles.code as string;
    const used = rows(link.id).flatMap((row) => row[link.column] || []);
    expect(
      rows(link.list)
        .map((row) => row[code])
        .sort(),
    ).toEqual([...new Set(used)].sort());
    for (const { name_en, name_zh } of rows(link.list)) {
      expect(name_en, name_zh).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(han.test(name_zh) || !/[A-Za-z]/.test(name_zh), name_en).toBe(true);
      expect(name_zh).not.toBe("");
    }
  });

  it("do not repeat within a list", () => {
    for (const { list } of named) {
      for (const column of ["name_en", "name_zh"]) {
        const names = rows(list).map((row) => row[column]);
        expect(new Set(names).size, `${list}.${column}`).toBe(names.length);
      }
    }
  });
});

describe("Chinese beside English", () => {
  const twins = table("seeds-benchmarks/benchmarks").header.filter((column) => column.endsWith("_zh"));

  it("is there for five columns", () => {
    expect(twins).toEqual("year_zh source_zh section_zh meaning_zh check_zh".split(" ")); // README
  });

  it.each(twins)("stands in %s exactly where there is English, and is Chinese", (column) => {
    const english = column.replace("_zh", "");
    for (const row of benchmarks) {
      expect(row[column] === "", row.id).toBe(row[english] === "");
      if (/[A-Za-z]/.test(row[english] + row[column])) expect(row[column], row.id).toMatch(han);
    }
  });

  it("says one thing for one English text", () => {
    for (const column of twins) {
      const said = new Set(benchmarks.map((row) => `${row[column.replace("_zh", "")]}\u0000${row[column]}`));
      expect(said.size, column).toBe(new Set(benchmarks.map((row) => row[column.replace("_zh", "")])).size);
    }
  });
});
