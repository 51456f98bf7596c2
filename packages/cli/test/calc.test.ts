import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, invoke, localContext, type MethodResult, type Table } from "@conurb/core/contract";
import { tableToCsv } from "@conurb/core/tables";

import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const isTable = (given: unknown): given is Table => typeof given === "object" && given !== null && "columns" in given;

/** A method's own example as files and flags, as a user would give them. */
function commandLine(method: AnyMethod, folder: string, seed: number): string[] {
  const { inputs, options = {} } = method.example(seed, 12);
  const flags = Object.entries(inputs).flatMap(([input, given]) => {
    const name = `${input}.${isTable(given) ? "csv" : "json"}`;
    writeFileSync(join(folder, name), isTable(given) ? tableToCsv(given) : JSON.stringify(given));
    const roles = isTable(given) ? Object.entries(given.roles ?? {}) : [];
    const known = new Set(Object.keys(method.inputs[input].roles ?? {}));
    const asked = roles
      .filter(([role]) => known.has(role))
      .map(([role, columns]) => [`--${input}.${role}`, [columns].flat().join(",")]);
    return [`--${input}`, name, ...asked.flat()];
  });
  const units = Object.values(inputs)
    .filter(isTable)
    .flatMap(({ columns }) => columns.flatMap((each) => (each.kind === "number" ? [`${each.name}=${each.unit}`] : [])));
  const given = Object.entries(options).flatMap(([option, value]) => [
    `--with.${option}`,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return ["calc", method.id, ...flags, ...given, "--units", units.join(","), "--seed", String(seed), "--json"];
}

/** Cells by column, gaps as null: what `calc --json` shows of a table. */
const cellsOf = ({ columns, rows }: Table) =>
  Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, values }) => [
        name,
        typeof values[row] === "number" && Number.isNaN(values[row]) ? null : values[row],
      ]),
    ),
  );

/** Titles of columns do not travel in a CSV file, so neither do the names that a result takes from them. */
const withoutTitles = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !/_(en|zh)$/.test(name)));

describe("a flag that stands twice", () => {
  const rows = ["a", "b", "c", "d", "e", "f"].flatMap((place, at) =>
    [1, 2, 3].map((year) => [
      place,
      year,
      at + year * year + Math.sin(7 * at * year),
      at * year,
      Math.cos(at + 5 * year),
    ]),
  );
  const folder = folderWith({ "p.csv": ["place,year,outcome,one,two", ...rows].join("\n") });
  const calc = (...flags: string[]) =>
    conurb(["calc", "causal/fixed-effects", "p.csv", ...flags, "--json"], { cwd: folder });

  it("names two columns, as a comma between them does", async () => {
    const twice = await calc("--regressors", "one", "--regressors", "two");
    const once = await calc("--regressors", "one,two");
    expect(JSON.parse(twice.out).tables).toEqual(JSON.parse(once.out).tables);
    expect(JSON.stringify(JSON.parse(once.out).tables)).toContain('"two"');
  });

  it("is refused where one column is wanted", async () => {
    const { code, err } = await calc("--outcome", "one", "--outcome", "two");
    expect(code).not.toBe(0);
    expect(err).toContain("expected one column");
  });
});

describe("calc", () => {
  it.concurrent.each(Object.keys(catalogue))("answers for %s as the method does on the same tables", async (id) => {
    const method = (await catalogue[id as keyof typeof catalogue]()).default as AnyMethod;
    const folder = folderWith();
    const ran = await conurb(commandLine(method, folder, 7), { cwd: folder });
    expect(ran.code, ran.err).toBe(0);
    const told = JSON.parse(ran.out);
    const keys = ["method", "version", "convention", "options", "n", "dropped", "warnings", "scalars", "tables"];
    expect(Object.keys(told)).toEqual(["conurb-json", ...keys]);
    const { inputs, options } = method.example(7, 12);
    const expected: MethodResult = await invoke(method, { inputs, options: options ?? {} }, localContext(method, 7));
    expect(told.n).toBe(expected.n);
    expect(told.scalars).toEqual(JSON.parse(JSON.stringify(expected.scalars)));
    for (const table of expected.tables) {
      const rows = told.tables[table.name].rows.map(withoutTitles);
      expect(rows, table.name).toEqual(cellsOf(table).map(withoutTitles));
    }
  });

  const panel = [
    "city,year,region,GDP（亿元）,人口（万人）",
    "甲,2018,东,100,10",
    "乙,2018,东,300,10",
    "甲,2019,东,110,10",
    "乙,2019,东,290,20",
    "丙,2019,西,80,10",
  ].join("\n");
  const onPanel = (...args: string[]) =>
    conurb(["calc", "inequality/theil", "-", "--place", "city", "--value", "GDP", ...args], { input: panel });

  it("keeps the rows of a panel that --where names, and finds a column without its unit", async () => {
    const scalars = async (...args: string[]) => {
      const { code, out, err } = await onPanel(...args, "--weight", "人口", "--json");
      expect(code, err).toBe(0);
      const { n, scalars: found } = JSON.parse(out);
      return [n, found.theil];
    };
    // T = sum s ln(s / p): 2018, s = 1/4, 3/4, p = 1/2, 1/2
    const half = 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5);
    expect(await scalars("--where", "year=2018")).toEqual([2, expect.closeTo(half, 12)]);
    // 2019 in the east: s = 110/400, 290/400, p = 1/3, 2/3
    const east = 0.275 * Math.log(0.275 * 3) + 0.725 * Math.log(0.725 * 1.5);
    expect(await scalars("--where", "year=2019", "--where", "region=东")).toEqual([2, expect.closeTo(east, 12)]);
    const several = await scalars("--where", "year=2019", "--where", "city=甲,乙");
    expect(several).toEqual([2, expect.closeTo(east, 12)]);
    expect(await scalars("--where", "year=2019", "--where", "city=甲", "--where", "city=乙")).toEqual(several);
  });

  it("refuses a condition that no row meets, and a column that is none, with what was meant", async () => {
    const told = async (...args: string[]) => {
      const { code, err } = await onPanel(...args);
      expect(code).toBe(2);
      return err;
    };
    expect(await told("--where", "year=2017")).toContain("no row has 2017; there is 2018, 2019");
    expect(await told("--where", "yaer=2018")).toMatch(/no column yaer in the files[\s\S]*did you mean year\?/);
    expect(await told("--where", "year")).toContain("--where year: expected COLUMN=VALUE; the columns are city, year");
    expect(await told("--where", "year=2018", "--where", "city=丙")).toContain("no rows left");
    const { err: hint } = await onPanel("--lang", "en");
    expect(hint).toContain("the table holds several years: --where year=2019 keeps one of them");
    expect(await told("--weight", "人")).toMatch(/names column 人[\s\S]*did you mean 人口（万人）\?/);
  });

  it("does not guess between two columns that differ in their unit alone", async () => {
    const input = "city,GDP（亿元）,GDP（万元）\n甲,1,10000\n乙,2,20000\n";
    const { code, err } = await conurb(["calc", "inequality/gini", "-", "--place", "city", "--value", "GDP"], {
      input,
    });
    expect(code).toBe(2);
    expect(err).toContain("did you mean GDP（亿元）, GDP（万元）?");
  });

  const places = "place,lon,lat,value,w\na,116,39,1,2\nb,117,39,2,1\nc,118,40,5,2\nd,116,41,3,1\ne,117,40,9,4\n";

  it("makes weights on the way, and reads standard input", async () => {
    const { code, out, err } = await conurb(["calc", "spatial/moran", "-", "--weights", "knn:2", "--json"], {
      input: places,
    });
    expect(code, err).toBe(0);
    const direct = await conurb(["calc", "spatial/moran", "-", "--weights=knn:2", "--threads", "2", "--json"], {
      input: places,
    });
    expect(direct.out).toBe(out);
    expect(JSON.parse(out).n).toBe(5);
  });

  it("knows coordinates by their names, Chinese ones too, and never takes them for figures", async () => {
    const chinese =
      "城市,经度,纬度（度）,经济,社会\na,116,39,1,2\nb,117,39,2,1\nc,118,40,5,2\nd,116,41,3,1\ne,117,40,9,4\n";
    const folder = folderWith({
      "data.csv": chinese,
      "xy.csv": chinese.replace("经度", "x").replace("纬度（度）", "y"),
    });
    const answer = async (...args: string[]) => {
      const { out, err } = await conurb(["calc", ...args, "--place", "城市", "--json"], { cwd: folder });
      expect(err).toBe("");
      return JSON.parse(out);
    };
    const moran = ["--value", "经济", "--weights", "knn:2"];
    const known = await answer("spatial/moran", "data.csv", ...moran);
    const named = await answer("spatial/moran", "xy.csv", ...moran, "--lon", "x", "--lat", "y");
    expect(known.n).toBe(5);
    expect(named.scalars).toEqual(known.scalars);
    const index = await answer("composite/index", "data.csv");
    const taken = index.tables.goalposts.rows.map(({ indicator }: { indicator: string }) => indicator);
    expect(taken).toEqual(["经济", "社会"]);
    const asked = await answer("composite/index", "data.csv", "--indicators", "经度,经济");
    expect(asked.tables.goalposts.rows).toHaveLength(2);
  });

  it("takes place, year and industry by the heads of their columns, and says so", async () => {
    const input =
      "城市,年份,行业,从业人员（万人）\n甲,2018,制造业,1\n甲,2018,金融业,2\n乙,2018,制造业,3\n乙,2018,金融业,1\n";
    const ask = (...args: string[]) => conurb(["calc", "structure/krugman", "-", "--lang", "en", ...args], { input });
    const { code, out, err } = await ask("--value", "从业人员", "--json");
    expect(code, err).toBe(0);
    expect(err).toBe("data: taken by the names of its columns: --place 城市, --year 年份, --industry 行业\n");
    const roles = ["--place", "城市", "--year", "年份", "--industry", "行业", "--value", "从业人员", "--json"];
    expect((await ask(...roles)).out).toBe(out);
  });

  it("does not choose between two columns whose heads may both be places", async () => {
    const input = "地级市,省份,值\n甲,东,1\n乙,西,2\n";
    const { code, err } = await conurb(["calc", "inequality/gini", "-", "--value", "值", "--lang", "en"], { input });
    expect([code, err]).toEqual([1, expect.stringContaining("no column for role place")]);
  });

  it("reads weights by name as they are written", async () => {
    const input = "城市,经济,社会\n甲,0.2,0.4\n乙,0.6,0.3\n";
    const ask = (weights: string) =>
      conurb(["calc", "composite/coupling-coordination", "-", "--lang", "en", "--weights", weights, "--json"], {
        input,
      });
    const [pairs, json, wrong] = await Promise.all(
      ["经济=0.75, 社会=0.25", '{"经济":0.75,"社会":0.25}', "经济=0.75,社会=x"].map(ask),
    );
    expect(pairs?.code, pairs?.err).toBe(0);
    // mean of T: (.75 * .2 + .25 * .4 + .75 * .6 + .25 * .3) / 2
    expect(JSON.parse(pairs?.out ?? "").scalars.meanDevelopment).toBeCloseTo(0.3875, 12);
    expect(json?.out).toBe(pairs?.out);
    expect([wrong?.code, wrong?.err]).toEqual([2, expect.stringContaining("weights.社会")]);
  });

  it("leaves out columns without a word where it prints", async () => {
    const input = "城市,经济,社会\n甲,0.2,0.4\n乙,0.6,0.3\n";
    const grouped = input.replace("城市,", "城市,group,").replace("甲,", "甲,east,").replace("乙,", "乙,east,");
    const ask = (given: string, ...args: string[]) =>
      conurb(["calc", "composite/index", "-", "--lang", "en", ...args], { input: given });
    expect((await ask(grouped, "--group", "")).out).not.toMatch(/\bgroup\b/); // no column is its group
    const [alone, together] = await Promise.all([input, grouped].map((given) => ask(given)));
    expect(alone?.out).toContain("Composite index");
    expect(alone?.out).not.toMatch(/\bgroup\b/);
    expect(together?.out).toMatch(/\bgroup\b[\s\S]*east/);
  });

  it("takes a flag for what its value can be: a column, or an option", async () => {
    const folder = folderWith({ "data.csv": places });
    const values = async (...flags: string[]) =>
      JSON.parse((await conurb(["calc", "inequality/theil", "data.csv", "--json", ...flags], { cwd: folder })).out);
    expect((await values("--value", "per-head", "--weight", "w")).options.value).toBe("per-head");
    const weighted = await values("--value", "w");
    expect(weighted.options.value).toBe("total");
    expect(weighted.scalars).toEqual((await values("--data.value", "w")).scalars);
  });

  it("keeps the zeros of codes, and reads GB18030", async () => {
    const chinese = Buffer.from([0xb3, 0xc7, 0xca, 0xd0]); // 城市
    const bytes = Buffer.concat([
      Buffer.from("code,city,value\n010,"),
      chinese,
      Buffer.from(",1\n020,"),
      chinese,
      Buffer.from(",3\n"),
    ]);
    const folder = folderWith({ "data.csv": bytes });
    const { out, err } = await conurb(
      ["calc", "inequality/theil", "data.csv", "--place", "code", "--groups", "city", "--csv", "lorenz"],
      { cwd: folder },
    );
    expect(out, err).toMatch(/010/);
    expect(out).toMatch(/城市/);
  });

  it("speaks to people: titles, tables, conventions; in both languages", async () => {
    const run = (lang: string) =>
      conurb(["calc", "inequality/theil", "-", "--groups", "place", "--lang", lang], { input: places });
    const [en, zh] = await Promise.all([run("en"), run("zh")]);
    expect(en.out).toMatch(/Theil index/);
    expect(zh.out).toMatch(/泰尔指数/);
    expect(zh.out).not.toMatch(/Decomposition/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is looked for
    expect(en.out + zh.out).not.toMatch(/\x1b\[/);
  });

  it("shows a method's own flags in its help", async () => {
    const { code, out } = await conurb(["calc", "spatial/moran", "--help"]);
    expect(code).toBe(0);
    const zh = await conurb(["calc", "spatial/moran", "--help", "--lang", "zh"]);
    expect(zh.out).toMatch(/--weights <FILE> +文件：空间权重\n/);
    expect(zh.out).toMatch(/--lon <COLUMN> +列：经度（各地数据）\n/);
    for (const flag of ["--weights <FILE>", "--permutations", "--cities", "--value"]) expect(out).toContain(flag);
  });
});

it("suggests a flag that help does not show, prints no empty table, and names places that the lists know", async () => {
  const folder = folderWith({ "g.csv": "code,gdp\n110000,1\n320100,3\n" });
  const slip = await conurb(["calc", "inequality/theil", "g.csv", "--data.palce", "code"], { cwd: folder });
  expect(slip.code).toBe(2);
  expect(slip.err).toMatch(/no option --data\.palce\n.*did you mean --data\.place\?/);
  const { out, err } = await conurb(
    ["calc", "inequality/theil", "g.csv", "--place", "code", "--value", "gdp", "--lang", "zh"],
    { cwd: folder },
  );
  expect(err).toBe("");
  expect(out).not.toContain("(groups)");
  expect(out).toMatch(/110000 北京市/);
  expect(out).toContain("gdp 累计份额");
});

it("reads a page with the places over its columns as guessed, and says so, unless a flag names one of those columns", async () => {
  const folder = folderWith({
    "across.csv": "指标,北京,天津,河北\n地区生产总值(亿元),35371,14104,35104\n常住人口(万人),2190,1385,7592\n",
  });
  const read = await conurb(["calc", "inequality/theil", "across.csv", "--value", "常住人口", "--lang", "en"], {
    cwd: folder,
  });
  expect(read.code, read.err).toBe(0);
  expect(read.err).toContain(
    "sheet across: read as guessed, 3 rows of place, gdp, 常住人口 (conurb import tells how and why)",
  );
  const plain = await conurb(["calc", "inequality/theil", "across.csv", "--value", "北京", "--lang", "en"], {
    cwd: folder,
  });
  expect(plain.err).toContain("the columns are 指标, 北京, 天津, 河北");
});
