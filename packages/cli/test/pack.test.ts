import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { random } from "@conurb/core/contract";
import { readArchive, writeArchive } from "@conurb/store";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

const demo = fileURLToPath(new URL("../../../studies/three-agglomerations", import.meta.url));
const hasR = spawnSync("Rscript", ["--version"]).status === 0;

/** Files in the places that a study's archive is unpacked to, none of which may stay. */
function unpackTo(folder: string, archive: string): string {
  for (const [name, bytes] of readArchive(readFileSync(archive), archive)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** A stranger's account: an empty home, another folder, nothing of the author's. */
async function elsewhere(archive: string) {
  const [home, temporary] = [folderWith(), folderWith()];
  const there = join(folderWith(), "given.zip");
  cpSync(archive, there);
  chmodSync(there, 0o444);
  const ran = await conurb(["replay", there, "--lang", "en"], { cwd: home, env: { HOME: home, TMPDIR: temporary } });
  expect(readdirSync(home)).toEqual([]);
  expect(readdirSync(temporary).filter((name) => name.startsWith("conurb"))).toEqual([]);
  return ran;
}

describe("conurb pack", () => {
  it("packs the demo study so that it replays elsewhere, byte for byte, on its own figures", {
    timeout: 120_000,
  }, async () => {
    const folder = folderWith({ "study.yaml": readFileSync(join(demo, "study.yaml")) });
    cpSync(join(demo, "expected"), join(folder, "expected"), { recursive: true });
    const archive = join(folderWith(), "demo.zip");
    const packed = await conurb(["pack", folder, "--out", archive, "--json"]);
    expect(packed.code, packed.err).toBe(0);
    const replayed = await elsewhere(archive);
    expect(replayed.code, replayed.out + replayed.err).toBe(0);
    const { analyses } = parse(readFileSync(join(demo, "study.yaml"), "utf8")) as { analyses: object };
    expect(replayed.out).toBe(`the same bytes: ${Object.keys(analyses).length} analyses\n`);

    const names = [...readArchive(readFileSync(archive), archive).keys()];
    for (const name of ["README.md", "README.zh-CN.md", "CITATION.cff", "LICENCES.md", "atlas/china-clusters/gdp.csv"])
      expect(names).toContain(name);
    expect(names.some((name) => name.startsWith("study/expected/"))).toBe(true);
    expect(names).not.toContain("atlas/britain/jobs.csv");

    // the figures are those of the archive: one that is changed there is found, whatever is installed
    const files = readArchive(readFileSync(archive), archive);
    const gdp = Buffer.from(files.get("atlas/china-clusters/gdp.csv") as Uint8Array).toString();
    const unpacked = unpackTo(folderWith(), archive);
    writeFileSync(
      join(unpacked, "atlas/china-clusters/gdp.csv"),
      gdp.replace("110000,2020,36102.6,", "110000,2020,36103.6,"),
    );
    const other = await conurb(["replay", join(unpacked, "study/out/study.lock.json"), "--json"]);
    expect(JSON.parse(other.out).differences).toContainEqual(expect.objectContaining({ part: "dataset", name: "gdp" }));

    const scripts = (JSON.parse(packed.out) as { covered: string[] }).covered;
    expect(scripts).toEqual(expect.arrayContaining(["disparity", "quotients", "likeness"]));
    if (!hasR) return;
    const r = spawnSync("Rscript", [join(unpacked, "r/all.R")], { cwd: "/", encoding: "utf8" });
    expect(r.status, r.stdout + r.stderr).toBe(0);
    for (const script of scripts) expect(r.stdout).toMatch(new RegExp(`^${script} .*: the same$`, "m"));
  });

  it("packs the lists of places that its codes are in, and no others", { timeout: 120_000 }, async () => {
    const folder = folderWith({
      "study.yaml": `conurb: 1
title: { en: Jobs, zh: 就业 }
cluster: greater-bay-area@2019
datasets: { jobs: { atlas: china-clusters/employment } }
analyses: { mix: { use: structure/diversity, on: jobs } }
`,
    });
    const archive = join(folderWith(), "jobs.zip");
    expect((await conurb(["pack", folder, "--out", archive, "--json"])).code).toBe(0);
    const replayed = await elsewhere(archive);
    expect(replayed.code, replayed.out + replayed.err).toBe(0);
    const packages = [...readArchive(readFileSync(archive), archive).keys()].flatMap(
      (name) => /^atlas\/(.*)\/datapackage\.json$/.exec(name)?.[1] ?? [],
    );
    expect(packages.sort()).toEqual(["china-clusters", "china-provinces", "codes", "seeds-benchmarks"]);
  });

  it("gives the same bytes for the same study, wherever it lies", async () => {
    const [one, two] = [folderWith(sampleStudy()), folderWith(sampleStudy())];
    const [a, b] = [join(one, "x.zip"), join(two, "y.zip")];
    expect((await conurb(["pack", one, "--out", a, "--threads", "1"])).code).toBe(0);
    expect((await conurb(["pack", two, "--out", b], { env: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" } })).code).toBe(
      0,
    );
    expect(readFileSync(b).equals(readFileSync(a))).toBe(true);
  });

  it("leaves data out when asked, with hash and source, and takes them back", async () => {
    const folder = folderWith(sampleStudy());
    const study = join(folder, "study.yaml");
    writeFileSync(study, readFileSync(study, "utf8").replace("file: data/", "source: City bureau\n    file: data/"));
    const archive = join(folder, "bare.zip");
    const packed = await conurb(["pack", folder, "--without-data", "--out", archive, "--lang", "en"]);
    expect(packed.code, packed.err).toBe(0);
    const replayed = await elsewhere(archive);
    expect(replayed.code).toBe(1);
    expect(replayed.err).toMatch(/without data\/figures\.csv \(sha256 [0-9a-f]{64}; source: City bureau\)/);
    const unpacked = unpackTo(folderWith(), archive);
    expect(readFileSync(join(unpacked, "README.md"), "utf8")).toMatch(/data\/figures\.csv: \d+ bytes.*City bureau/);
    cpSync(join(folder, "data"), join(unpacked, "study/data"), { recursive: true });
    const again = await conurb(["replay", join(unpacked, "study/out/study.lock.json"), "--lang", "en"]);
    expect(again.out).toBe("the same bytes: 6 analyses\n");
  });

  it("takes reports in, Word documents too, only if they are of this run", { timeout: 60_000 }, async () => {
    const folder = folderWith(sampleStudy());
    const reports = ["study/out/report.en.docx", "study/out/report.en.html"];
    expect((await conurb(["report", folder, "--format", "html,docx", "--lang", "en"])).code).toBe(0);
    const archive = join(folder, "a.zip");
    const first = await conurb(["pack", folder, "--out", archive, "--lang", "en"]);
    expect(first.out + first.err).not.toMatch(/left out/);
    expect([...readArchive(readFileSync(archive), archive).keys()]).toEqual(expect.arrayContaining(reports));
    const study = join(folder, "study.yaml");
    writeFileSync(study, readFileSync(study, "utf8").replace("k: 3", "k: 4"));
    const packed = await conurb(["pack", folder, "--out", archive, "--lang", "en"]);
    expect(packed.out).toMatch(/report\.en\.docx is left out[\s\S]*report\.en\.html is left out/);
    const names = [...readArchive(readFileSync(archive), archive).keys()];
    expect(names.filter((name) => reports.includes(name))).toEqual([]);
    writeFileSync(join(folder, "out/report.en.docx"), "no archive");
    const broken = await conurb(["pack", folder, "--out", archive, "--lang", "en"]);
    expect([broken.code, broken.out]).toEqual([0, expect.stringMatching(/report\.en\.docx is left out/)]);
  });

  it("refuses archives that are not what was packed, by the member's name, and leaves nothing behind", async () => {
    const folder = folderWith(sampleStudy());
    const archive = join(folder, "a.zip");
    await conurb(["pack", folder, "--out", archive]);
    const sound = readArchive(readFileSync(archive), archive);
    const refusedWith = async (files: ReadonlyMap<string, Uint8Array>) => {
      const path = join(folderWith(), "b.zip");
      writeFileSync(path, writeArchive(files));
      const ran = await elsewhere(path);
      expect(ran.code).toBe(1);
      return ran.err;
    };
    const text = (content: string) => new TextEncoder().encode(content);
    expect(await refusedWith(new Map([...sound, ["study/data/figures.csv", text("code\n")]]))).toMatch(
      /study\/data\/figures\.csv is not as it was packed/,
    );
    const short = new Map(sound);
    short.delete("study/study.yaml");
    expect(await refusedWith(short)).toMatch(/study\/study\.yaml is missing/);
    expect(await refusedWith(new Map([["a.txt", text("no pack")]]))).toMatch(
      /not one that conurb pack wrote: pack\.json/,
    );
    expect(await refusedWith(new Map([...sound, ["../../evil", text("x")]]))).toMatch(/leads out of the archive/);
    const cut = join(folderWith(), "cut.zip");
    writeFileSync(cut, readFileSync(archive).subarray(0, 20_000));
    const ran = await conurb(["replay", cut, "--lang", "en"]);
    expect(ran.err).toMatch(/not a sound ZIP archive/);
    expect(existsSync(join(folder, "evil"))).toBe(false);
  });

  it.skipIf(!hasR)("has R find the same numbers in every variant that a script covers", async () => {
    const draw = random(1, "cli/pack");
    const rows = Array.from({ length: 12 }, (_, at) => at).flatMap((at) =>
      [2010, 2020].flatMap((year) =>
        ["A", "B", "C"].map((industry) =>
          [
            `p${at}`,
            at % 3 === 0 ? "甲" : "乙",
            year,
            industry,
            at === 5 && industry === "B" ? "" : 1 + draw.integer(90),
          ].join(","),
        ),
      ),
    );
    const figures = `code,region,year,industry,jobs\n${rows.join("\n")}\n`;
    const wealth = Array.from({ length: 12 }, (_, at) =>
      [`p${at}`, at % 2 ? "东" : "西", 1 + draw.integer(9), 5 + draw.uniform()].join(","),
    );
    const panel = Array.from({ length: 12 }, (_, at) => at).flatMap((at) =>
      [2010, 2015, 2020].map((year) => `p${at},${year},${(1 + draw.uniform() * 5).toFixed(3)}`),
    );
    const study = `conurb: 1
title: { en: R, zh: R 核对 }
datasets:
  jobs: { file: jobs.csv, roles: { place: code, industry: industry, year: year, value: jobs }, places: all }
  cities: { file: cities.csv, roles: { place: code, groups: region, weight: people, value: gdp }, places: all }
  panel: { file: panel.csv, roles: { place: code, year: year, value: y }, places: all }
analyses:
  own: { use: structure/location-quotient, on: jobs }
  pairs: { use: structure/similarity, on: jobs }
  total: { use: inequality/theil, on: cities }
  heads: { use: inequality/theil, on: cities, with: { index: L, value: per-head } }
  robust: { use: convergence/beta, on: panel }
  older: { use: convergence/beta, on: panel, with: { errors: hc1, growth: total, from: 2015 } }
  plain: { use: convergence/beta, on: panel, with: { errors: classical } }
  ranks: { use: hierarchy/rank-size, on: { data: { from: cities, roles: { size: gdp } } }, with: { estimator: ols, top: 9 } }
  hill: { use: hierarchy/rank-size, on: { data: { from: cities, roles: { size: gdp } } }, with: { estimator: hill } }
`;
    const folder = folderWith({
      "study.yaml": study,
      "jobs.csv": figures,
      "cities.csv": `code,region,people,gdp\n${wealth.join("\n")}\n`,
      "panel.csv": `code,year,y\n${panel.join("\n")}\n`,
    });
    const archive = join(folder, "r.zip");
    const packed = await conurb(["pack", folder, "--out", archive, "--json"]);
    expect(packed.code, packed.err).toBe(0);
    const { covered, uncovered } = JSON.parse(packed.out) as { covered: string[]; uncovered: string[] };
    expect(uncovered).toEqual(["hill"]);
    const unpacked = unpackTo(folderWith(), archive);
    const env = { ...process.env, LC_ALL: "C" };
    const r = spawnSync("Rscript", [join(unpacked, "r/all.R")], { cwd: "/", encoding: "utf8", env });
    expect(r.status, r.stdout + r.stderr).toBe(0);
    for (const name of covered) expect(r.stdout).toMatch(new RegExp(`^${name} .*: the same$`, "m"));

    // and says so where it does not
    const expected = join(unpacked, "r/total.expected.csv");
    writeFileSync(expected, readFileSync(expected, "utf8").replace(/theil,0\.\d/, "theil,0.9"));
    const other = spawnSync("Rscript", [join(unpacked, "r/total.R")], { encoding: "utf8", env });
    expect(other.status).toBe(1);
    expect(other.stdout).toMatch(/NOT THE SAME/);
  });

  it("needs a folder to pack", async () => {
    expect((await conurb(["pack", "-"], { input: "conurb: 1" })).code).toBe(2);
    expect((await conurb(["pack", folderWith()])).code).toBe(1);
  });
});
