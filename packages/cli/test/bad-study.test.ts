import { describe, expect, it } from "vitest";
import { figures, refusesEach, study } from "./bad-input.ts";
import { conurb, folderWith } from "./conurb.ts";

const check = ["check", "."];
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]
f: [*e, *e, *e, *e, *e, *e, *e, *e, *e]
`;

describe("a bad study", () => {
  refusesEach({
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
});
