import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { findFace } from "../src/export/fonts.ts";
import { conurb, folderWith } from "./conurb.ts";
import { sampleStudy } from "./sample-study.ts";

const seconds = 120_000; // pictures of every figure, in a process of its own
let study: string;
let out: string;
const text = (name: string) => readFileSync(join(out, name), "utf8");

beforeAll(async () => {
  study = folderWith(sampleStudy({ draws: 200 }));
  out = join(study, "out");
  const options = ["--format", "html,docx", "--lang", "en", "--tables", "xlsx,tex,tsv,dta,parquet"];
  const ran = await conurb(["report", study, ...options, "--figures", "svg,png", "--width", "80mm", "--dpi", "150"]);
  expect(ran.code, ran.err).toBe(0);
}, seconds);

const documentXml = () =>
  strFromU8(unzipSync(readFileSync(join(out, "report.en.docx")))["word/document.xml"] as Uint8Array);
const count = (of: string, pattern: RegExp) => of.match(pattern)?.length ?? 0;

it("writes a Word document with the figures, tables and heads of the HTML", () => {
  const [html, word] = [text("report.en.html"), documentXml()];
  const figures = count(html, /<div class="figure">/g);
  expect(count(word, /w:instr="SEQ Figure /g)).toBe(figures);
  expect(count(word, /<wp:docPr [^>]*descr="[^"]/g)).toBe(figures); // told once, though it may be shown strip by strip
  const tables = (word.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).filter((table) => !table.includes("<w:drawing>"));
  expect(tables.filter((table) => table.includes("<w:tblHeader/>"))).toHaveLength(count(html, /<table>/g));
  expect(count(word, /w:pStyle w:val="Heading1"/g)).toBe(count(html, /<h2 class="section">/g));
  expect(figures).toBeGreaterThan(3);
  expect(word).not.toMatch(/undefined|NaN|\[object/);
});

it(
  "writes what the study names, unless it is asked for others",
  async () => {
    const file = join(study, "study.yaml");
    const before = readFileSync(file, "utf8");
    const named = before.replace(/^report:.*$/m, (line) =>
      line === "report:" ? "report:\n  formats: [docx]" : line.replace("{", "{ formats: [docx],"),
    );
    writeFileSync(file, named === before ? `${before}report: { lang: [en], formats: [docx] }\n` : named);
    try {
      for (const [more, written] of [
        [[], ["report.en.docx"]],
        [["--format", "html"], ["report.en.html"]],
      ] as const) {
        const folder = join(study, `named-${written[0]}`);
        const ran = await conurb(["report", study, "--lang", "en", "--out", folder, ...more]);
        expect(ran.code, ran.err).toBe(0);
        expect(readdirSync(folder).filter((name) => name.startsWith("report."))).toEqual(written);
      }
    } finally {
      writeFileSync(file, before);
    }
  },
  seconds,
);

it("says the same when it is made afresh", async () => {
  const before = readFileSync(join(out, "report.en.docx"));
  const again = await conurb([
    "report",
    study,
    "--format",
    "docx",
    "--lang",
    "en",
    "--dpi",
    "150",
    "--out",
    join(study, "b"),
  ]);
  expect(again.code, again.err).toBe(0);
  expect(unzipSync(readFileSync(join(study, "b/report.en.docx")))["word/document.xml"]).toEqual(
    unzipSync(before)["word/document.xml"],
  );
}, 120_000);

/** The first of these programs that is installed. */
const installed = (...programs: readonly string[]) =>
  programs.find((program) => {
    try {
      execFileSync(program, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });

const latex = installed("pdflatex");
if (latex === undefined) console.warn("not run: LaTeX is not installed, so its tables were not set");

it.skipIf(latex === undefined)("writes tables that LaTeX sets within the page", { timeout: seconds }, () => {
  const names = readdirSync(join(out, "exports")).filter((name) => name.endsWith(".en.tex"));
  const inputs = names.map((name) => `\\input{${join(out, "exports", name)}}\\clearpage`);
  const packages = "\\usepackage{booktabs,array,longtable,pdflscape}";
  const whole = `\\documentclass[a4paper]{article}${packages}\\begin{document}${inputs.join("\n")}\\end{document}`;
  writeFileSync(join(study, "tables.tex"), whole);
  // longtable knows its widths the third time
  for (const _ of [1, 2, 3]) {
    execFileSync(latex as string, ["-interaction=nonstopmode", "-halt-on-error", "tables.tex"], {
      cwd: study,
      stdio: "ignore",
    });
  }
  expect(readFileSync(join(study, "tables.log"), "latin1")).not.toMatch(/Overfull .hbox .[1-9]\d+\./); // 10 points and more
});

const office = installed("soffice", "libreoffice");
if (office === undefined) console.warn("not run: LibreOffice is not installed, so the Word document was not opened");

it.skipIf(office === undefined)("opens in LibreOffice", { timeout: seconds }, () => {
  const profile = `-env:UserInstallation=file://${study}/office`;
  execFileSync(
    office as string,
    [profile, "--headless", "--convert-to", "pdf", "--outdir", study, join(out, "report.en.docx")],
    {
      stdio: "ignore",
    },
  );
  expect(readFileSync(join(study, "report.en.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

it("writes every table in every format asked for, and names of places beside codes", () => {
  const results = readdirSync(join(out, "tables")).map((name) => name.replace(/\.csv$/, ""));
  const exports = readdirSync(join(out, "exports"));
  for (const name of [...results, "mine"]) {
    for (const ending of ["en.tex", "en.tsv", "dta", "parquet"]) expect(exports).toContain(`${name}.${ending}`);
  }
  expect(exports).toContain("tables.xlsx");
  const workbook = unzipSync(readFileSync(join(out, "exports/tables.xlsx")));
  expect(Object.keys(workbook).filter((name) => /worksheets\/sheet/.test(name))).toHaveLength(results.length + 2);
  expect(text("exports/mine.en.tex")).toContain("\\toprule");
});

it("writes references for a reference manager", () => {
  expect(text("references.en.bib")).toMatch(/@book\{theil1967economics,/);
  expect(text("references.en.ris")).toMatch(/^TY {2}- RPRT\r\n/);
  expect(text("references.en.txt")).toMatch(/THEIL H\. Economics and Information Theory\[M\]/);
});

it("writes figures at the width and density asked for", () => {
  const names = readdirSync(join(out, "figures")).filter((name) => name.endsWith(".en.png"));
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) {
    const png = readFileSync(join(out, "figures", name));
    expect(Math.abs(png.readUInt32BE(16) - (80 / 25.4) * 150), name).toBeLessThan(2); // width, rounded to a pixel
    const density = png.indexOf("pHYs") + 4;
    expect([png.readUInt32BE(density), png.readUInt32BE(density + 4), png[density + 8]]).toEqual([5906, 5906, 1]); // dots a metre
    expect(text(`figures/${name.replace(/png$/, "svg")}`)).toMatch(/^<svg [^>]*width="80\.00mm"/);
  }
});

const hasChineseFace = (await findFace(true))?.hasHan === true;

it.skipIf(!hasChineseFace)(
  "draws Chinese names in English figures: two that differ are no two rows of the same boxes",
  async () => {
    const drawn = async (group: string) => {
      const files = sampleStudy({ draws: 200 });
      const named = (files["data/figures.csv"] as string).replaceAll(",east,", `,${group},`);
      const folder = folderWith({ ...files, "data/figures.csv": named });
      const ran = await conurb(["report", folder, "--lang", "en", "--figures", "svg,png"]);
      expect(ran.code, ran.err).toBe(0);
      const figures = join(folder, "out/figures");
      const showing = readdirSync(figures).filter(
        (name) => name.endsWith(".en.svg") && readFileSync(join(figures, name), "utf8").includes(group),
      );
      expect(showing.length).toBeGreaterThan(0);
      return showing.map((name) => readFileSync(join(figures, name.replace(/svg$/, "png"))));
    };
    const [one, other] = [await drawn("江苏省"), await drawn("浙江省")];
    expect(one.length).toBe(other.length);
    for (const [at, png] of one.entries()) expect(png.equals(other[at] as Buffer)).toBe(false);
  },
  seconds,
);

it.each([
  [["--format", "doc"], "--format is doc, expected some of html, docx, pdf"],
  [["--tables", "xls"], "--tables is xls, expected some of xlsx, tex, tsv, dta, parquet"],
  [["--width", "5"], "--width is 5, expected 20 to 1000 mm"],
  [["--dpi", "x"], "--dpi is x, expected 72 to 1200"],
])("refuses %j", async (options, said) => {
  const ran = await conurb(["report", study, ...options, "--lang", "en"]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(said);
});

it("says what to do where nothing can draw", async () => {
  const elsewhere = join(out, "elsewhere.cjs");
  writeFileSync(elsewhere, 'Object.defineProperty(process, "arch", { value: "sparc" });');
  rmSync(join(out, ".pictures.en"), { force: true });
  const env = { NODE_OPTIONS: `--require=${elsewhere}` };
  const ran = await conurb(["report", study, "--format", "docx", "--lang", "en"], { env });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(`no program for ${process.platform} sparc`);
  expect(ran.err).toContain("--format html");
});

it("says how to print where there is no browser", async () => {
  const ran = await conurb(["report", study, "--format", "pdf", "--lang", "en"], { env: { PATH: "/nonexistent" } });
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("no Chromium, Chrome or Edge");
  expect(ran.err).toContain("print it to PDF");
  expect(existsSync(join(out, "report.en.pdf"))).toBe(false);
});
