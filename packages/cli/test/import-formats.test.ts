import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { conurb, folderWith } from "./conurb.ts";
import { english, run } from "./yearbook-files.ts";

it("a CSV file that is too large to be held is read as a stream, and declared for SQL", async () => {
  const lines = Array.from(
    { length: 900_000 },
    (_, at) => `${110_000 + (at % 900)},${2000 + (at % 22)}${at % 22 === 7 ? "(快报)" : ""},${at % 1000}.25`,
  );
  const folder = folderWith({ "large.csv": `code,year,jobs (10000 person)\n${lines.join("\n")}\n` });
  const env = { ...english, NODE_OPTIONS: "--max-old-space-size=100" }; // a sixteenth of the heap is held at most
  const ran = await conurb(["import", "large.csv", "--lang", "en"], { cwd: folder, env });
  expect(ran.code, ran.err).toBe(0);
  // 7, 29, ... 899,983: 40,909 rows of preliminary figures
  expect(ran.err).toContain("900000 rows; of 2700000 cells 2659091 read, 40909 flagged, 0 missing, 0 refused");
  expect(ran.err).toContain('column year says "2007(快报)": figures of 2007 that are preliminary; flagged vintage');
  expect(ran.out).toContain("# too large to be held: let SQL add it up");
  expect(parse(ran.out).datasets.large).toEqual({
    file: "large.csv",
    roles: { place: "code", year: "year", value: "jobs (10000 person)" },
    units: { "jobs (10000 person)": "10000 person" },
  });
});

/** Three runs over 600,000 rows, on a machine that does other things beside. */
const written = 120_000; // ms

it(
  "such a file is written anew as a stream, to CSV and to Parquet, with what cannot be done said",
  async () => {
    const lines = Array.from(
      { length: 600_000 },
      (_, at) => `${110_000 + (at % 900)},"${at % 1000}.50",${at % 7 ? at : "缺"}`,
    );
    const folder = folderWith({ "large.csv": `code,jobs,people (person)\n${lines.join("\n")}\n` });
    const env = { ...english, NODE_OPTIONS: "--max-old-space-size=100" };
    const asked = (...args: string[]) => conurb(["import", "large.csv", ...args, "--lang", "en"], { cwd: folder, env });
    const [csv, parquet, held] = await Promise.all([
      asked("--out", "out.csv"),
      asked("--out", "out.parquet"),
      asked("--interpolate", "jobs"),
    ]);
    expect(csv.code, csv.err).toBe(0);
    expect(parquet.code, parquet.err).toBe(0);
    // 600,000 rows, of which every seventh says 缺: 85,715 from 0 on
    expect(csv.err).toContain("of 1800000 cells 1714285 read, 0 flagged, 85715 missing, 0 refused");
    expect(csv.err).toContain(
      "wrote out.csv row by row: rows that repeat a key, and layouts of pages, cannot be looked for",
    );
    const written = readFileSync(join(folder, "out.csv"), "utf8").split("\r\n");
    expect([written.length, written[1], written[2], written[600_000]]).toEqual([
      600_002,
      "110000,0.5,",
      "110001,1.5,1",
      "110599,999.5,599999",
    ]);
    expect(parse(parquet.out).datasets.large).toMatchObject({
      file: "out.parquet",
      units: { "people (person)": "person" },
    });
    const read = await run(folder, "import", "out.parquet", "--json");
    expect(JSON.parse(read.out)).toMatchObject({ rows: 600_000, account: { missing: 85_715 } });
    expect([held.code, held.err.split("\n")[0]]).toEqual([
      2,
      "large.csv is too large to be held, which --interpolate needs: as a stream it can be looked over and written to CSV or Parquet",
    ]);
  },
  written,
);

it("files of other formats are datasets as CSV is", async () => {
  const fixtures = fileURLToPath(new URL("../../store/test/fixtures/", import.meta.url));
  const files = {
    "map.zip": readFileSync(join(fixtures, "maps/no-prj.zip")),
    "panel.dta": readFileSync(join(fixtures, "stata/missing-118.dta")),
    "links.net": '*Vertices 2\n1 "A"\n2 "B"\n*Arcs\n1 2 3.5\n',
  };
  const folder = folderWith(files);
  const options: Readonly<Record<string, string[]>> = { "map.zip": ["--projection", "EPSG:4326"] };
  const made = await Promise.all(
    Object.keys(files).map((file) => run(folder, "import", file, ...(options[file] ?? []))),
  );
  for (const { code, err } of made) expect(code, err).toBe(0);
  const datasets = Object.assign({}, ...made.map(({ out }) => parse(out).datasets));
  expect(datasets).toMatchObject({
    map: { projection: "EPSG:4326", roles: { place: "code", lon: "lon", lat: "lat" } },
    panel: { roles: { place: "place" } },
    links: { roles: { from: "from", to: "to", value: "value" } },
  });
  writeFileSync(join(folder, "study.yaml"), stringify({ conurb: 1, title: "t", datasets }));
  const checked = await run(folder, "check", ".");
  expect(checked.code).toBe(0);
  expect(checked.out).toContain("nothing wrong: 0 analyses, 3 datasets\n");
});
