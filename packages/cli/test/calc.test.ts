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

describe("calc", () => {
  it.concurrent.each(Object.keys(catalogue))("answers for %s as the method does on the same tables", async (id) => {
    const method = (await catalogue[id as keyof typeof catalogue]()).default as AnyMethod;
    const folder = folderWith();
    const ran = await conurb(commandLine(method, folder, 7), { cwd: folder });
    expect(ran.code, ran.err).toBe(0);
    const told = JSON.parse(ran.out);
    const keys = ["method", "version", "convention", "options", "n", "dropped", "warnings", "scalars", "tables"];
    expect(Object.keys(told)).toEqual(keys);
    const { inputs, options } = method.example(7, 12);
    const expected: MethodResult = await invoke(method, { inputs, options: options ?? {} }, localContext(method, 7));
    expect(told.n).toBe(expected.n);
    expect(told.scalars).toEqual(JSON.parse(JSON.stringify(expected.scalars)));
    for (const table of expected.tables) {
      const rows = told.tables[table.name].rows.map(withoutTitles);
      expect(rows, table.name).toEqual(cellsOf(table).map(withoutTitles));
    }
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
    for (const flag of ["--weights <FILE>", "--permutations", "--cities", "--value"]) expect(out).toContain(flag);
  });
});
