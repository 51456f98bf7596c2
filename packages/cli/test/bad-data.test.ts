import { describe, expect, it } from "vitest";
import { refusesEach, theil } from "./bad-input.ts";
import { conurb, folderWith } from "./conurb.ts";

const moran = ["calc", "spatial/moran", "data.csv", "--weights", "knn:1"];
/** Bytes that are neither UTF-8 nor GB18030: a Latin-1 text with accents. */
const latin = Uint8Array.from(Buffer.from("place,value\ncaf\xe9 \xff,1\nna\xefve,2\n", "latin1"));

describe("bad data", () => {
  refusesEach({
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
    "a missing file": { files: {}, run: theil, code: 1, says: [/no file data\.csv/] },
    "a folder for a file": { files: { "data.csv/x": "" }, run: theil, code: 1, says: [/data\.csv is a folder/] },
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
