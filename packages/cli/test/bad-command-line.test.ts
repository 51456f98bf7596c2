import { describe } from "vitest";
import { type Case, refusesEach, theil } from "./bad-input.ts";

const moran = ["calc", "spatial/moran", "data.csv", "--weights", "knn:1"];

describe("a bad command line", () => {
  refusesEach({
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
    "a method by how its name begins": {
      files: {},
      run: ["methods", "composite/coupling"],
      code: 2,
      says: [/no method composite\/coupling/, /did you mean composite\/coupling-coordination\?/],
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
    "threads that are no number": {
      files: {},
      run: ["run", ".", "--threads", "many"],
      code: 2,
      says: [/many/, /1024/],
    },
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
  });
});
