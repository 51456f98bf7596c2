import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figures, refusesEach, study } from "./bad-input.ts";
import { conurb, folderWith } from "./conurb.ts";

const check = ["check", "."];
/** FF FE and 300 bytes of a multiplicative generator. */
const noise = Uint8Array.from({ length: 302 }, (_, at) =>
  at < 2 ? 255 - at : (Math.imul(at, 2_654_435_761) >>> 16) & 255,
);

describe("bad files of a study", () => {
  refusesEach({
    "a dataset whose file is missing": {
      files: { "study.yaml": study() },
      run: ["run", "."],
      code: 3,
      says: [/study\.yaml:4 datasets\.mine\.file: no file data\.csv/],
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
});
