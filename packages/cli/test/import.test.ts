import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

const csv = [
  "code,year,地区生产总值（亿元）,GDP (100 million yuan),备注",
  "110000,2019,3.5,27.148,",
  "120000,2019,1.25,9.1,估算",
  "130000,2019,2.5,1.1,\n",
].join("\n");

const study = (file: string) => `conurb: 1
title: { zh: 例, en: Example }
datasets:
  mine:
    file: ${file}
    roles: { place: code, year: year, flag: 备注, values: ["地区生产总值（亿元）", "GDP (100 million yuan)"] }
indicators:
  level:
    year: 2019
    places: all
    aspects: { wealth: { indicators: { gdp: { expr: 'mine["地区生产总值（亿元）"]', unit: 万元 } } } }
recipes: { plain: { indicators: level } }
analyses:
  score: { use: composite/index, on: { data: level, recipe: plain } }
`;

/** The files of the answers to `args` for the CSV file and for its twin in Parquet, the names of the files made alike. */
async function twins(folder: string, ...args: string[]): Promise<[string, string]> {
  const answers = ["csv", "parquet"].map(async (ending) => {
    const ran = await conurb(
      args.map((arg) => arg.replace("FILE", `x.${ending}`)),
      { cwd: folder },
    );
    expect(ran.code, ran.err).toBe(0);
    // a header of Parquet stands in no row
    return `${ran.out}${ran.err}`.replace(/x\.(csv:1|parquet)(?= \()/g, "x").replace(/x\.(csv|parquet)/g, "x");
  });
  return Promise.all(answers) as Promise<[string, string]>;
}

describe("Parquet", () => {
  it("is read as the same table in CSV: by import, calc and a study", async () => {
    const folder = folderWith({ "x.csv": csv, "csv.yaml": study("x.csv"), "parquet.yaml": study("x.parquet") });
    const made = await conurb(["import", "x.csv", "--out", "x.parquet"], { cwd: folder });
    expect(made.code, made.err).toBe(0);
    const [imported, twin] = await twins(folder, "import", "FILE");
    expect(twin).toBe(imported);
    expect(imported).toContain('units: { "地区生产总值（亿元）": 亿元, "GDP (100 million yuan)": "100 million yuan" }');
    expect(imported).toContain("the unit of 地区生产总值（亿元） is read from its name: 亿元");

    const [calculated, same] = await twins(folder, "calc", "composite/index", "FILE", "--place", "code", "--json");
    expect(same).toBe(calculated);
    const units = JSON.parse(calculated).tables.goalposts.rows.map(({ unit }: { unit: string }) => unit);
    expect(units).toEqual(["亿元", "100 million yuan"]);
    const piped = await conurb(["calc", "composite/index", "-", "--place", "code", "--json"], {
      input: readFileSync(join(folder, "x.parquet")),
    });
    expect(piped.out).toBe(calculated);

    const outs = await Promise.all(
      ["csv", "parquet"].map(async (ending) => {
        const ran = await conurb(["run", `${ending}.yaml`, "--out", ending], { cwd: folder });
        expect(ran.code, ran.out + ran.err).toBe(0);
        const { analyses } = JSON.parse(readFileSync(join(folder, ending, "study.lock.json"), "utf8"));
        return analyses.score;
      }),
    );
    expect(outs[1]).toEqual(outs[0]);
    const told = await conurb(["explain", "parquet.yaml", "score", "120000"], { cwd: folder });
    expect(told.out).toMatch(/level 120000 .*gdp = 12500 万元/); // 1.25 亿元
    expect(told.out).toMatch(/1\.25 亿元 {2}\[估算\] {2}x\.parquet:2/);
  });

  it("has its columns checked against the study", async () => {
    const folder = folderWith({ "x.csv": csv, "study.yaml": study("x.parquet").replace("place: code", "place: cod") });
    await conurb(["import", "x.csv", "--out", "x.parquet"], { cwd: folder });
    const { code, out } = await conurb(["check", "."], { cwd: folder });
    expect(code).toBe(3);
    expect(out).toMatch(/study\.yaml:6 \(datasets\.mine\.roles\.place\): x\.parquet has no column cod/);
  });
});

describe("the path that import prints", () => {
  const pathIn = (out: string) => /^ {4}file: (.*)$/m.exec(out)?.[1];

  it("is for a study in the current folder, however the file was named", async () => {
    const folder = folderWith({ "data/x.csv": csv });
    for (const [cwd, file, path] of [
      [folder, "data/x.csv", "data/x.csv"],
      [folder, "./data/../data/x.csv", "data/x.csv"],
      [folder, join(folder, "data/x.csv"), "data/x.csv"],
      [join(folder, "data"), "../data/x.csv", "x.csv"],
    ] as const) {
      const { out } = await conurb(["import", file], { cwd });
      expect(pathIn(out)).toBe(path);
      expect(out).toMatch(/^# file is relative to the study's folder; as written here, .* current folder\ndatasets:/);
    }
    const { out } = await conurb(["import", "data/x.csv", "--study"], { cwd: folder });
    writeFileSync(join(folder, "study.yaml"), out);
    const ran = await conurb(["run", "."], { cwd: folder });
    expect(ran.code, ran.out + ran.err).toBe(0);
  });

  it("is that of a copy, where no study in the current folder may read the file", async () => {
    const folder = folderWith({ "data/x.csv": csv });
    const cwd = join(folder, "mine");
    mkdirSync(cwd);
    symlinkSync(join(folder, "data/x.csv"), join(cwd, "link.csv"));
    const above = await conurb(["import", "../data/x.csv", "--lang", "zh"], { cwd });
    expect(pathIn(above.out)).toBe("x.csv");
    expect(above.out).toMatch(/^# .*请把 \.\.\/data\/x\.csv 复制到 study\.yaml 旁，命名为 x\.csv\n/);
    const linked = await conurb(["import", "link.csv"], { cwd });
    expect(linked.out).toMatch(/^# .*copy \/\S+data\/x\.csv beside study\.yaml as link\.csv\n/);
  });

  it("is of a file that has the flags of its figures beside them", async () => {
    const folder = folderWith({ "x.csv": "code,year,gdp (亿元),jobs (万人)\n110000,2018(快报),5,2\n120000,2017,7,\n" });
    await conurb(["import", "x.csv", "--out", "tidy.csv"], { cwd: folder });
    expect(readFileSync(join(folder, "tidy.csv"), "utf8").split("\r\n")).toEqual([
      "code,year,gdp (亿元),gdp (亿元)_flag,jobs (万人),jobs (万人)_flag",
      "110000,2018,5,vintage,2,vintage",
      "120000,2017,7,,,",
      "",
    ]);
  });

  it("goes with the encoding of the file that it names", async () => {
    const bytes = Buffer.from([
      ...Buffer.from("code,"),
      0xb3,
      0xc7,
      0xca,
      0xd0,
      ...Buffer.from(",v\n010,a,1\n020,b,2\n"),
    ]);
    const folder = folderWith({ "gb.csv": bytes }); // 城市 in GB 2312
    expect((await conurb(["import", "gb.csv"], { cwd: folder })).out).toContain("    encoding: gb18030\n");
    writeFileSync(
      join(folder, "latin.csv"),
      Buffer.from("code,ville,v\n010,Ni\u00eemes,1\n020,Sen\u00e9,2\n", "latin1"),
    );
    const latin = await conurb(["import", "latin.csv", "--encoding", "windows-1252", "--study"], { cwd: folder });
    writeFileSync(join(folder, "study.yaml"), latin.out);
    expect((await conurb(["check", "."], { cwd: folder })).code).toBe(0); // no study finds Windows-1252 out
    const written = await conurb(["import", "gb.csv", "--out", "utf8.csv", "--study"], { cwd: folder });
    expect(written.out).not.toContain("encoding"); // what is written is UTF-8
    writeFileSync(join(folder, "study.yaml"), written.out);
    const ran = await conurb(["check", "."], { cwd: folder });
    expect(ran.code, ran.out).toBe(0);
  });
});

describe("a column of flags", () => {
  it.each(["flag", "Flags", "标记", "备注"])(
    "is guessed by the name %s and its words, and the reason told",
    async (name) => {
      const folder = folderWith({ "x.csv": `code,v,${name}\na,1,old\nb,2,\nc,3,估算\n` });
      const { out, err } = await conurb(["import", "x.csv", "--study"], { cwd: folder });
      expect(out).toContain(`    roles: { place: code, flag: ${name}, value: v }\n`);
      expect(err).toContain("of 9 cells 7 read, 2 flagged");
      expect(err).toContain(`${name} is taken as the flag of each row: its name says so, and its values are words`);
      writeFileSync(join(folder, "study.yaml"), out);
      const told = await conurb(["explain", ".", "gap", "place", "--table", "decomposition"], { cwd: folder });
      expect(told.out, told.err).toMatch(/v = 3 {2}\[估算\] {2}x\.csv:4/);
    },
  );

  it("is none where it holds numbers, codes or nothing, or has another name", async () => {
    const head = "code,v,flag\n";
    const files = {
      "numbers.csv": `${head}a,1,0\nb,2,1\n`,
      "codes.csv": `${head}a,1,01\nb,2,02\n`,
      "nothing.csv": `${head}a,1,\nb,2,\n`,
      "other.csv": "code,v,note\na,1,old\nb,2,new\n",
    };
    const folder = folderWith(files);
    for (const file of Object.keys(files)) {
      const { out, err } = await conurb(["import", file, "--name", "mine"], { cwd: folder });
      expect(out, file).not.toContain("{ place: code, flag");
      expect(err, file).not.toContain("is taken as the flag");
    }
  });
});

it("odd CSVs: what a person reads has no dust of rounding, what is stored keeps it", async () => {
  const folder = folderWith({
    // a mark, a semicolon, Windows line ends, a blank line, quoted cells, a gap
    "odd.csv":
      '\ufeffplace;year;"v 1";v 2\r\na;2019;0.1;27.148\r\n\r\nb;2019;12.3;9.111\r\n"c;""x""";2019;7.7;13.05\r\nd;2019;;1.1\r\n',
    "study.yaml": `conurb: 1
title: { zh: 例, en: Example }
datasets:
  odd: { file: odd.csv, roles: { place: place, year: year, values: [v 1, v 2] } }
indicators:
  level:
    year: 2019
    places: all
    aspects: { all: { indicators: { g: { expr: 'odd["v 1"] * 3' }, h: { expr: 'odd["v 2"]', weight: 0.3 } } } }
recipes: { plain: { indicators: level, missing: { minimumShare: 0.5 } } }
analyses:
  score: { use: composite/index, on: { data: level, recipe: plain } }
`,
  });
  const ran = await conurb(["run", "."], { cwd: folder });
  expect(ran.code, ran.out + ran.err).toBe(0);
  const told = await conurb(["explain", ".", "score", "a"], { cwd: folder });
  expect(told.out).toContain("level a g = 0.3  "); // 0.1 * 3 is 0.30000000000000004
  expect(told.out).toContain("score.goalposts g high = 36.9\n");
  expect(told.out).toContain("v 2 = 27.148  odd.csv:2\n");
  const coverage = await conurb(["explain", ".", "score", "a", "--column", "coverage"], { cwd: folder });
  expect(coverage.out).toContain("score.scores a coverage = 1  ");
  const stored = readFileSync(join(folder, "out/tables/score.scores.csv"), "utf8");
  expect(stored).toMatch(/^a,,0\.23076923076923078,3,1,0\r$/m);
  const page = await conurb(["methods", "composite/index"]);
  expect(page.out).toContain("scores[0].score = 0.166667\n"); // 1 / 6
});
