import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";
import { book, noStack, run, studyFrom } from "./yearbook-files.ts";

/** 2,189.3 + 1,386.6 + 7,461.0 = 11,036.9; 2,188.6 + 1,373.0 + 7,448.0 = 11,009.6, where 11,012.6 is printed. */
const page = {
  name: "2-1",
  rows: [
    ["各地区年末常住人口"],
    [null, null, null, "单位：万人"],
    ["地区", "2019年", "2020年", "2021年"],
    ["全国", 11036.9, 11010, 11012.6],
    ["北京", 2189.3, "缺", 2188.6],
    ["天津", 1386.6, 1386.6, 1373],
    ["河北", 7461, 7464, 7448],
    ["注：2020年为普查数。"],
    ["资料来源：各省统计局"],
  ],
};
const off =
  "全国 2021: population (万人) is 11012.6, expected 11009.6, the sum of 3 parts (D5 to D7); 3 apart, rounding leaves 0.2 at most";

describe("what a page says of itself", () => {
  it("is told by import: what its cells say that are missing, and totals that are no sums", async () => {
    const folder = folderWith({ "page.xlsx": await book(page) });
    const made = await run(folder, "import", "page.xlsx");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toContain("8 read + 3 flagged + 1 missing + 0 refused");
    expect(made.err).toContain("missing, as the cells say: 缺 × 1");
    expect(made.err).toContain("totals: 1 of 2 is the sum of its parts, to the rounding of the print");
    expect(made.err).toContain(`2-1!D4 ${off}`);
    const { missingAs, pages } = JSON.parse((await run(folder, "import", "page.xlsx", "--json")).out);
    expect(missingAs).toEqual({ 缺: 1 });
    expect(pages).toMatchObject([{ compared: 2, held: 1, off: [{ row: 4, column: "D", found: 11012.6 }] }]);
  });

  it("is told by check of the file and of a study, and stands in the report's data notes", async () => {
    const folder = folderWith({ "page.xlsx": await book(page) });
    const ofFile = await run(folder, "check", "page.xlsx");
    const made = await studyFrom(folder, "page.xlsx");
    expect(made.code, made.err).toBe(0);
    const ofStudy = await run(folder, "check", ".");
    for (const { code, out } of [ofFile, ofStudy]) {
      expect(code, out).toBe(0);
      expect(out).toContain(`note [2-1] row 4, column D: ${off}`);
      expect(out).toContain(
        "notes of the page:\n    [2-1] A8 注：2020年为普查数。\n    [2-1] A9 资料来源：各省统计局\n",
      );
    }
    const { notes, data } = JSON.parse((await run(folder, "check", ".", "--json")).out);
    expect(notes).toContainEqual(expect.objectContaining({ code: "page-total-off", dataset: "page" }));
    expect(data[0].pageNotes[0]).toEqual({ sheet: "2-1", row: 8, address: "A8", text: "注：2020年为普查数。" });
    const reported = await conurb(["report", ".", "--lang", "en,zh"], { cwd: folder });
    expect(reported.code, reported.err).toBe(0);
    const html = ["en", "zh"].map((language) => readFileSync(join(folder, `out/report.${language}.html`), "utf8"));
    expect(html[0]).toContain("2-1!A8: 注：2020年为普查数。");
    expect(html[1]).toContain("2-1!A9：资料来源：各省统计局");
  });
});

describe("gaps between observed years", () => {
  const rows = ["code,year,gdp", "110000,2018,10", "110000,2019,缺", "110000,2020,14", "110000,2021,", "120000,2018,3"];
  const text = `${[...rows, "120000,2019,4", "120000,2020,5", "120000,2021,6"].join("\n")}\n`;
  const study = (more: string) => `conurb: 1
title: t
prices: { basis: current }
datasets: { p: { file: p.csv, roles: { place: code, year: year, value: gdp }, units: { gdp: 亿元 }${more} } }
analyses: { gap: { use: inequality/variation, on: { data: { from: p, roles: { value: gdp } } } } }
`;

  it("stay gaps unless the study asks for them to be filled; each filled figure is flagged, told and traced", async () => {
    const folder = folderWith({ "p.csv": text, "study.yaml": study("") });
    const plain = JSON.parse((await run(folder, "run", ".", "--json")).out);
    writeFileSync(join(folder, "study.yaml"), study(", interpolate: gdp"));
    const checked = await run(folder, "check", ".");
    expect(checked.code, checked.out).toBe(0);
    expect(checked.out).toContain(
      "p: 1 of 2 gaps of gdp are interpolated between observed years, flagged interpolated; 1 stay gaps",
    );
    // 2019 lies half-way between 10 and 14; after 2020 there is nothing to go by
    expect(checked.out).toContain("p: 110000 2019: gdp = 12, between 2018 (10) and 2020 (14)");
    const ran = JSON.parse((await run(folder, "run", ".", "--json")).out);
    const n = ({ analyses }: { analyses: { gap: { key: string } } }) =>
      JSON.parse(readFileSync(join(folder, "out/results", `${analyses.gap.key}.json`), "utf8")).n;
    expect([n(plain), n(ran)]).toEqual([6, 7]);
    const told = await run(folder, "explain", ".", "gap", "--all");
    expect(told.out).toMatch(/p 110000 Beijing 2019 gdp = 12 亿元 .*= interpolated, 2018 to 2020 .*\[interpolated\]/);
    expect(told.out).toMatch(
      /p 110000 Beijing 2018 gdp = 10 亿元 +p\.csv:2\n.*p 110000 Beijing 2020 gdp = 14 亿元 +p\.csv:4/,
    );
    await run(folder, "report", ".");
    expect(readFileSync(join(folder, "out/report.en.html"), "utf8")).toContain("1 of 2 gaps of gdp are interpolated");
  });

  it("are counted by import --interpolate, which declares the columns and fills nothing itself", async () => {
    const folder = folderWith({ "p.csv": text });
    const made = await run(folder, "import", "p.csv", "--interpolate", "gdp", "--out", "tidy.csv");
    expect(made.code, made.err).toBe(0);
    expect(made.err).toContain("gdp: 1 of 2 gaps lies between observed years: the study fills it linearly");
    expect(made.err).toContain("110000 2019: gdp = 12, between 2018 (10) and 2020 (14)");
    expect(made.out).toContain("    interpolate: [gdp]\n");
    expect(readFileSync(join(folder, "tidy.csv"), "utf8")).toContain("110000,2019,\r\n");
    const slip = await run(folder, "import", "p.csv", "--interpolate", "gpd");
    expect([slip.code, slip.err]).toEqual([
      2,
      "interpolate: no column of figures gpd; there are gdp\n  hint: did you mean gdp?\n",
    ]);
  });

  it("are refused where there are no years, or where the column holds words", async () => {
    const flat = folderWith({
      "p.csv": "code,gdp,word\n110000,1,a\n120000,2,b\n",
      "study.yaml": study(", interpolate: [gdp, gpd]").replace(", year: year", ""),
    });
    expect((await run(flat, "check", ".")).out).toMatch(/study\.yaml:4.*datasets\.p\.interpolate/);
    const words = folderWith({ "p.csv": text, "study.yaml": study(", interpolate: [gpd]") });
    expect((await run(words, "check", ".")).out).toMatch(/study\.yaml:4.*column gpd[\s\S]*did you mean gdp/);
  });
});

describe("faults of one cause", () => {
  const numbers = Array.from({ length: 100 }, (_, at) => `p${at},${at + 1}`);
  const words = Array.from({ length: 20 }, (_, at) => `q${at},n/k`);
  const bad = `place,gdp\n${[...numbers, ...words].join("\n")}\n`;

  it("are told once, with their count and the first places; --json has each", async () => {
    const folder = folderWith({ "bad.csv": bad });
    const told = await run(folder, "import", "bad.csv");
    expect(told.code).toBe(1);
    expect(told.err.split("\n")).toEqual([
      'bad.csv:102 (gdp): bad: column gdp holds "n/k", expected a number',
      "  hint: mend the cell, or leave it empty if the figure is missing; a column of names is declared so: roles: { name: gdp }",
      "  and 19 more like it: row 103; row 104; row 105; row 106; row 107 … (--json lists each)",
      "",
    ]);
    const { out } = await run(folder, "import", "bad.csv", "--json");
    expect(JSON.parse(out).problems).toHaveLength(20);
    noStack(told);
  });

  it("are listed by check --all, in both languages", async () => {
    const study = "conurb: 1\ntitle: t\ndatasets: { bad: { file: bad.csv, units: { gdp: yuan } } }\n";
    const folder = folderWith({ "bad.csv": bad, "study.yaml": study });
    const [short, all, chinese] = await Promise.all([
      run(folder, "check", "."),
      run(folder, "check", ".", "--all"),
      conurb(["check", ".", "--lang", "zh"], { cwd: folder }),
    ]);
    const count = (text: string) => text.split('"n/k"').length - 1;
    expect([short.code, count(short.out), count(all.out)]).toEqual([3, 1, 20]);
    expect(short.out).toContain(
      "and 19 more like it: row 103; row 104; row 105; row 106; row 107 … (--all lists each)",
    );
    expect(short.out).toContain("20 problems");
    expect(chinese.out).toContain("同类另有 19 处：第 103 行；第 104 行");
  });
});

it("-999 and 9999 are told as suspicious sentinels, and computed with until the file is mended", async () => {
  const rows = Array.from({ length: 8 }, (_, at) => `p${at},${100 + at},${at === 2 ? 9999 : 20 + at}`);
  const folder = folderWith({ "s.csv": `place,jobs (person),rate (%)\n${rows.join("\n")}\np9,-999,21\n` });
  const checked = await run(folder, "check", "s.csv");
  expect(checked.code).toBe(3);
  expect(checked.out).toMatch(
    /problem row 10, column jobs \(person\): .*: -999 stands once, expected at least 0: a suspicious sentinel, as all else lies from 100 to 107/,
  );
  expect(checked.out).toMatch(
    /note row 4, column rate \(%\): .*: 9999 stands once: a suspicious sentinel, as all else lies from 20 to 27/,
  );
  expect(checked.out).toContain("it is computed with until then");
});

it("a misspelt role is pointed out wherever it stands", async () => {
  const layout = (more: string) =>
    `{ file: d.csv, layout: { tables: [{ rows: [2, 3], columns: [A, B], head: [1], ${more} }] } }`;
  const asked: readonly (readonly [string, RegExp])[] = [
    [
      "{ file: d.csv, roles: { palce: place } }",
      /datasets\.d\.roles\.palce: no such role[^\n]*\n\s+hint: did you mean place/,
    ],
    [
      layout("by: { palce: A }"),
      /by\.palce: no such key; the keys here are place, code[^\n]*\n\s+hint: did you mean place/,
    ],
    [layout("by: { place: A }, fill: [palce]"), /fill\.0 is "palce"[^\n]*\n\s+hint: did you mean place/],
    [
      layout("by: { place: A }, sections: { palce: [2] }"),
      /sections\.palce: no such key[^\n]*\n\s+hint: did you mean place/,
    ],
  ];
  await Promise.all(
    asked.map(async ([dataset, says]) => {
      const study = `conurb: 1\ntitle: t\ndatasets: { d: ${dataset} }\n`;
      const folder = folderWith({ "d.csv": "place,gdp\na,1\nb,2\n", "study.yaml": study });
      expect((await run(folder, "check", ".")).out).toMatch(says);
    }),
  );
});
