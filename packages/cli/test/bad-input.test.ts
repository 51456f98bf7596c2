import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { conurb, folderWith } from "./conurb.ts";

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly run: readonly string[];
  readonly code: number;
  /** What the message says: the place, and what was expected. */
  readonly says: readonly RegExp[];
}

const han = /\p{Script=Han}/u;

/** One study with one dataset and one analysis; `changes` replaces whole lines by their first word. */
function study(changes: Readonly<Record<string, string>> = {}): string {
  const lines = {
    conurb: "conurb: 1",
    title: "title: { zh: 例, en: Example }",
    cluster: "cluster: { north: { title: { zh: 北, en: North }, members: [a, b, c] } }",
    datasets:
      "datasets: { mine: { file: data.csv, roles: { place: place, value: gdp }, units: { gdp: yuan, people: person } } }",
    indicators: "",
    analyses: "analyses: { gap: { use: inequality/theil, on: { data: { from: mine, roles: { value: gdp } } } } }",
    ...changes,
  };
  return `${Object.values(lines).join("\n")}\n`;
}

const figures = "place,gdp,people\na,10,2\nb,20,3\nc,5,0\n";
const theil = ["calc", "inequality/theil", "data.csv"];
const moran = ["calc", "spatial/moran", "data.csv", "--weights", "knn:1"];
const check = ["check", "."];

/** Bytes that are neither UTF-8 nor GB18030: a Latin-1 text with accents. */
const latin = Uint8Array.from(Buffer.from("place,value\ncaf\xe9 \xff,1\nna\xefve,2\n", "latin1"));
/** FF FE and 300 bytes of a multiplicative generator. */
const noise = Uint8Array.from({ length: 302 }, (_, at) =>
  at < 2 ? 255 - at : (Math.imul(at, 2_654_435_761) >>> 16) & 255,
);
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]
`;

const cases: Readonly<Record<string, Case>> = {
  "an empty file": { files: { "data.csv": "" }, run: theil, code: 1, says: [/data\.csv/, /empty/] },
  "a header and no rows": {
    files: { "data.csv": "place,value\n" },
    run: theil,
    code: 1,
    says: [/data\.csv/, /no rows/],
  },
  "a wrong encoding": { files: { "data.csv": latin }, run: theil, code: 1, says: [/data\.csv/, /UTF-8/, /line 2/] },
  "a binary file": {
    files: { "data.csv": Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]) },
    run: theil,
    code: 1,
    says: [/data\.csv/, /PNG/, /CSV/],
  },
  "duplicate keys": {
    files: { "data.csv": "place,value\na,1\nb,2\na,3\n" },
    run: theil,
    code: 1,
    says: [/data\.csv:[24]/, /a appears more than once/, /hint/],
  },
  "text in a number column": {
    files: { "data.csv": "place,value\na,1\nb,many\nc,3\n" },
    run: theil,
    code: 1,
    says: [/data\.csv:3/, /value/, /many/, /number/],
  },
  "a negative value where a share is needed": {
    files: { "data.csv": "place,value\na,1\nb,-2\nc,3\n" },
    run: theil,
    code: 1,
    says: [/value of b is -2/, /expected/],
  },
  "negative jobs where shares are needed": {
    files: { "data.csv": "place,industry,value\na,x,1\na,y,-2\nb,x,3\nb,y,3\n" },
    run: ["calc", "structure/location-quotient", "data.csv"],
    code: 1,
    says: [/-2/, /expected/],
  },
  "a constant column": {
    files: { "data.csv": "place,lon,lat,value\na,0,0,3\nb,1,0,3\nc,2,0,3\nd,3,0,3\ne,4,0,3\n" },
    run: moran,
    code: 1,
    says: [/moran/, /constant|same|no variation|differ/],
  },
  "a constant column, in another thread": {
    files: { "data.csv": "place,lon,lat,value\na,0,0,3\nb,1,0,3\nc,2,0,3\nd,3,0,3\ne,4,0,3\n" },
    run: ["calc", "spatial/local-moran", "data.csv", "--weights", "knn:1", "--threads", "2"],
    code: 1,
    says: [/moran/, /constant|same|no variation|differ/],
  },
  "one place": {
    files: { "data.csv": "place,lon,lat,value\na,0,0,3\n" },
    run: moran,
    code: 1,
    says: [/1|one/],
  },
  "two places": {
    files: { "data.csv": "place,lon,lat,value\na,0,0,3\nb,1,0,4\n" },
    run: moran,
    code: 1,
    says: [/moran/, /2 places|at least|expected/],
  },
  "a column that is not there": {
    files: { "data.csv": "place,value\na,1\nb,2\n" },
    run: [...theil, "--weight", "people"],
    code: 2,
    says: [/people/, /the columns are place, value/],
  },
  "a misspelt column": {
    files: { "data.csv": "place,gdp\na,1\nb,2\n" },
    run: [...theil, "--place", "plase"],
    code: 2,
    says: [/no.* column plase|column plase, which is not there/, /did you mean place\?/],
  },
  "a misspelt column behind a flag that may mean an option": {
    files: { "data.csv": "place,gdp\na,1\nb,2\n" },
    run: [...theil, "--value", "gpd"],
    code: 2,
    says: [/no column gpd in the file/, /option value takes total, per-head/, /did you mean gdp\?/],
  },
  "a missing file": { files: {}, run: theil, code: 1, says: [/no file data\.csv/] },
  "a folder for a file": { files: { "data.csv/x": "" }, run: theil, code: 1, says: [/data\.csv is a folder/] },
  "a misspelt method": {
    files: {},
    run: ["calc", "inequality/thiel", "data.csv"],
    code: 2,
    says: [/no method inequality\/thiel/, /did you mean inequality\/theil/],
  },
  "a method by its name alone": {
    files: {},
    run: ["calc", "theil", "data.csv"],
    code: 2,
    says: [/no method theil/, /did you mean inequality\/theil\?/],
  },
  "a method by its Chinese title": {
    files: {},
    run: ["methods", "耦合协调度"],
    code: 2,
    says: [/did you mean composite\/coupling-coordination\?/],
  },
  "full-width commas between columns": {
    files: { "data.csv": "place,经济,社会\na,1,2\nb,2,5\nc,4,3\n" },
    run: ["calc", "composite/index", "data.csv", "--indicators", "经济，社会"],
    code: 2,
    says: [/full-width commas/, /write plain commas: --indicators 经济,社会/],
  },
  "a word where a number is needed": {
    files: { "data.csv": "place,x,y\na,1,2\nb,2,5\nc,4,3\n" },
    run: ["calc", "composite/rank-uncertainty", "data.csv", "--draws", "abc"],
    code: 2,
    says: [/draws is "abc", expected a number/],
  },
  "an encoding that there is not": {
    files: { "data.csv": "place,value\na,1\nb,2\n" },
    run: [...theil, "--encoding", "gbk"],
    code: 2,
    says: [/gbk/, /leave encoding out/],
  },
  "a misspelt option": { files: {}, run: [...theil, "--indx", "T"], code: 2, says: [/--indx/, /--index/] },
  "an option with a wrong value": {
    files: { "data.csv": "place,value\na,1\nb,2\n" },
    run: [...theil, "--index", "Q"],
    code: 2,
    says: [/index/, /"Q"/, /T/, /L/],
  },
  "a flag that may mean two things": {
    files: { "data.csv": "place,value,share\na,1,2\nb,2,3\n" },
    run: [...theil, "--value", "neither"],
    code: 2,
    says: [/--value neither/, /--data\.value/, /--with\.value/],
  },
  "no file at all": {
    files: {},
    run: ["calc", "inequality/theil"],
    code: 2,
    says: [/input data is missing/, /--help/],
  },
  "a format that no report has": {
    files: {},
    run: ["report", ".", "--format", "odt"],
    code: 2,
    says: [/odt/, /html, docx, pdf/],
  },
  "threads that are no number": { files: {}, run: ["run", ".", "--threads", "many"], code: 2, says: [/many/, /1024/] },
  ...Object.fromEntries(
    ["knn:x", "knn:0", "knn:2.5", "knn:"].map((weights): [string, Case] => [
      `weights ${weights}`,
      {
        files: { "data.csv": "place,lon,lat,value\na,0,0,3\nb,1,0,4\n" },
        run: ["calc", "spatial/moran", "data.csv", "--weights", weights],
        code: 2,
        says: [new RegExp(`${weights}: k is .*, expected a whole number of at least 1`)],
      },
    ]),
  ),
  "weights by a distance below 0": {
    files: { "data.csv": "place,lon,lat,value\na,0,0,3\nb,1,0,4\n" },
    run: ["calc", "spatial/moran", "data.csv", "--weights", "distance:-3"],
    code: 2,
    says: [/band is -3, expected a number above 0/],
  },
  "weights among places that lie nowhere": {
    files: { "data.csv": "place,value\na,1\nb,2\n" },
    run: moran,
    code: 2,
    says: [/column lon/, /the columns are place, value/, /hint: .*--lon COLUMN --lat COLUMN/],
  },
  "no study": { files: {}, run: ["check", "nowhere"], code: 1, says: [/no study nowhere/, /hint/] },
  "an empty study": { files: { "study.yaml": "" }, run: check, code: 3, says: [/study\.yaml/, /empty/] },
  "a study that is no text": {
    files: { "study.yaml": Uint8Array.from([0, 1, 2, 255]) },
    run: check,
    code: 1,
    says: [/study\.yaml/, /UTF-8/],
  },
  "a study that is no YAML": {
    files: { "study.yaml": "conurb: 1\ntitle: { zh: 例\ncluster: [\n" },
    run: check,
    code: 3,
    says: [/study\.yaml:\d/],
  },
  "a YAML bomb": { files: { "study.yaml": bomb }, run: check, code: 3, says: [/study\.yaml:3/, /anchors/, /\*b/] },
  "an unknown key": {
    files: { "study.yaml": `${study()}analises: {}\n`, "data.csv": figures },
    run: check,
    code: 3,
    says: [/study\.yaml:7/, /analises/, /did you mean analyses/],
  },
  "a cluster that is not there": {
    files: { "study.yaml": study({ cluster: "cluster: jing-jin-jii@2015" }), "data.csv": figures },
    run: check,
    code: 3,
    says: [/study\.yaml:3/, /jing-jin-jii@2015/, /did you mean jing-jin-ji@2015/],
  },
  "a unit that does not convert": {
    files: {
      "study.yaml": study({
        indicators:
          "indicators: { main: { aspects: { wealth: { indicators: { rich: { expr: mine.gdp / mine.people, unit: km2 } } } } } }",
      }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [/study\.yaml:5/, /yuan per person/, /cannot be turned into/],
  },
  "a study that waits for itself": {
    files: {
      "study.yaml": study({
        analyses: `analyses:
  a: { use: inequality/theil, on: b.groups }
  b: { use: inequality/theil, on: a.groups }`,
      }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [/study\.yaml:7/, /a -> b -> a/],
  },
  "a misspelt method in a study": {
    files: {
      "study.yaml": study({ analyses: "analyses: { gap: { use: inequality/thiel, on: mine } }" }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [/study\.yaml:6/, /inequality\/thiel/, /did you mean inequality\/theil/],
  },
  "a misspelt option in a study": {
    files: {
      "study.yaml": study({ analyses: "analyses: { gap: { use: inequality/theil, on: mine, with: { indx: T } } }" }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [/study\.yaml:6/, /indx/, /did you mean index\?/],
  },
  "a misspelt key of the report, a misspelt role and a misspelt column, at once": {
    files: {
      "study.yaml": study({
        datasets: "datasets: { mine: { file: data.csv, roles: { place: plase } }, other: { file: data.csv } }",
        analyses: "analyses: { gap: { use: inequality/theil, on: { data: { from: other, roles: { vale: gdp } } } } }",
        report: "report: { sectoins: [] }",
      }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [
      /study\.yaml:4.*plase/,
      /study\.yaml:6.*no role vale[\s\S]*did you mean value\?/,
      /study\.yaml:7.*report\.sectoins: no such key[\s\S]*did you mean sections\?/,
      /3 problems/,
    ],
  },
  "a dataset whose file is missing": {
    files: { "study.yaml": study() },
    run: ["run", "."],
    code: 3,
    says: [/study\.yaml:4 datasets\.mine\.file: no file data\.csv/],
  },
  "a method by its name alone in a study": {
    files: {
      "study.yaml": study({
        analyses: "analyses: { gap: { use: 泰尔指数, on: mine }, even: { use: theil, on: mine } }",
      }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [
      /study\.yaml:6: .*泰尔指数\n\s+hint: did you mean inequality\/theil\?[\s\S]*no method theil\n\s+hint: did you mean inequality\/theil\?/,
    ],
  },
  "an encoding that a study names and there is not": {
    files: {
      "study.yaml": study({ datasets: "datasets: { mine: { file: data.csv, encoding: gbk } }" }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [/study\.yaml:4/, /leave encoding out: it is recognised/],
  },
  "an encoding that turns the names of columns into others": {
    files: {
      "study.yaml": study({
        datasets: "datasets: { mine: { file: data.csv, encoding: gb18030, roles: { place: 城市 } } }",
      }),
      "data.csv": "城市,gdp\na,1\nb,2\n",
    },
    run: check,
    code: 3,
    says: [/study\.yaml:4/, /no column 城市/, /leave encoding out: it is recognised/],
  },
  "a workbook in a study": {
    files: {
      "study.yaml": study({ datasets: "datasets: { mine: { file: data.xlsx, encoding: gb18030 } }" }),
      "data.xlsx": "PK\x03\x04 and so on",
    },
    run: check,
    code: 3,
    says: [/study\.yaml:4 datasets\.mine\.file: data\.xlsx is not a sound workbook/, /save it anew/],
  },
  "a workbook to import": {
    files: { "data.xlsx": "PK\x03\x04 and so on" },
    run: ["import", "data.xlsx"],
    code: 1,
    says: [/data\.xlsx is not a sound workbook/, /save it anew/],
  },
  "a file outside the study's folder": {
    files: {
      "study/study.yaml": study({ datasets: "datasets: { mine: { file: ../data.csv } }" }),
      "data.csv": figures,
    },
    run: ["run", "study"],
    code: 3,
    says: [/\.\.\/data\.csv/, /out of/, /hint/],
  },
  "a file with other bytes than declared": {
    files: {
      "study.yaml": study({ datasets: `datasets: { mine: { file: data.csv, sha256: ${"a".repeat(64)} } }` }),
      "data.csv": figures,
    },
    run: check,
    code: 3,
    says: [/study\.yaml:4/, /sha256/, /hint/],
  },
  "text in a number column of a study": {
    files: { "study.yaml": study(), "data.csv": "place,gdp,people\na,10,2\nb,some,3\n" },
    run: check,
    code: 3,
    says: [/study\.yaml:4 datasets\.mine: data\.csv row 3, column gdp: mine: column gdp holds "some"/],
  },
  "a key twice in a file of a study": {
    files: { "study.yaml": study(), "data.csv": `${figures}a,3,3\n` },
    run: check,
    code: 3,
    says: [/study\.yaml:6 analyses\.gap\.on\.data: data\.csv row 5, column place: .*a appears more than once/],
  },
  "binary bytes behind a UTF-16 mark": {
    files: { "study.yaml": study(), "data.csv": noise },
    run: check,
    code: 3,
    says: [/study\.yaml:4 datasets\.mine\.file: data\.csv is not text: it begins as utf-16le does/],
  },
  "a file where out/ should be": {
    files: { "study.yaml": study(), "data.csv": figures, out: "not a folder" },
    run: ["run", "."],
    code: 1,
    says: [/out/, /folder|file/],
  },
  "a lock that is none": {
    files: { "study.lock.json": "{" },
    run: ["replay", "study.lock.json"],
    code: 1,
    says: [/lock/],
  },
};

describe("bad input", () => {
  it.concurrent.each(Object.entries(cases))("%s", async (_, { files, run, code, says }) => {
    const folder = folderWith(files);
    const before = listing(folder);
    const [english, chinese] = await Promise.all([
      conurb(run, { cwd: folder }),
      conurb([...run, "--lang", "zh"], { cwd: folder }),
    ]);
    const told = english.err + english.out;
    for (const words of says) expect(told).toMatch(words);
    expect(english.code, told).toBe(code);
    expect(chinese.code).toBe(code);
    expect(chinese.err + chinese.out).toMatch(han);
    for (const { out, err } of [english, chinese]) expect(out + err).not.toMatch(/\n\s+at |fault of the program/);
    expect(listing(folder)).toEqual(before);
  });

  it("names the members of a cluster that nothing knows, with their line", async () => {
    const text = `conurb: 1
title: { en: A, zh: 甲 }
cluster: { east: { title: { en: East, zh: 东 }, members: ["a", "x9"] } }
datasets: { mine: { file: data.csv, roles: { place: place } } }
`;
    const folder = folderWith({ "study.yaml": text, "data.csv": "place,v\na,1\nb,2\n" });
    const { code, err, out } = await conurb(["check", "."], { cwd: folder });
    expect(code).toBe(3);
    expect(err + out).toMatch(/study\.yaml:3.*no place has the code x9/);
  });

  it("divides by zero in an expression: a gap, never an infinite number", async () => {
    const indicators =
      "indicators: { main: { aspects: { wealth: { indicators: { rich: { expr: mine.gdp / mine.people } } } } } }";
    const analyses =
      "analyses: { even: { use: inequality/theil, on: { data: { from: main, roles: { value: rich } } } } }";
    const folder = folderWith({ "study.yaml": study({ indicators, analyses }), "data.csv": figures });
    const { code, out, err } = await conurb(["run", ".", "--json"], { cwd: folder });
    expect(err + out).not.toMatch(/Infinity|\n\s+at /);
    expect(code).toBe(0);
    const { key } = JSON.parse(out).analyses.even;
    const result = JSON.parse(readFileSync(join(folder, "out/results", `${key}.json`), "utf8"));
    expect(result.n).toBe(2);
    expect(result.dropped).toHaveLength(1);
  });

  it("leaves out the year that one place lacks, and says so", async () => {
    const folder = folderWith({
      "data.csv":
        "place,industry,year,value\na,x,2010,1\na,y,2010,2\na,x,2020,2\na,y,2020,2\nb,x,2010,3\nb,y,2010,1\nb,x,2020,\nb,y,2020,\n",
    });
    const { code, out } = await conurb(["calc", "structure/location-quotient", "data.csv", "--json"], { cwd: folder });
    expect(code).toBe(0);
    expect(JSON.parse(out).dropped).toMatchObject([{ input: "data", row: "b 2020" }]);
  });
});

function listing(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true }).map(String).sort();
}
