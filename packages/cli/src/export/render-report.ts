import { existsSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Language, languages } from "@conurb/core/language";
import type { Study } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Session } from "../study/session.ts";
import { writeChanged } from "../study/write-output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Asked, ReportFormat } from "./asked.ts";
import { keptIn } from "./kept-pictures.ts";
import { openRasterPool, type RasterPool } from "./raster-pool.ts";

/** The program that prints PDF, where that is asked for. */
export async function browserFor(formats: Asked["formats"] = []): Promise<string | undefined> {
  return formats.includes("pdf") ? await (await import("./print-pdf.ts")).findBrowser() : undefined;
}

/** What is being written, one file after the other. */
export interface Written {
  readonly format: ReportFormat;
  readonly language: Language;
  /** Of all that is asked for, those that stand already, this one among them. */
  readonly done: number;
  readonly total: number;
}

/** What to render, and what it takes. */
interface Rendering {
  readonly asked: Asked;
  readonly lang: readonly string[] | undefined;
  readonly threads: number;
  /** That was found before, where PDF was asked for. */
  readonly browser?: string | undefined;
  /** In place of what the study says to report. */
  readonly report?: Study["report"];
  readonly signal?: AbortSignal;
  readonly notify?: (written: Written) => void;
}

/** Writes one report a language and format, its figures, references and tables; answers the files to be named. */
export async function renderReports(session: Session, rendering: Rendering, terminal: Terminal): Promise<string[]> {
  const { asked, lang, report: own, threads, signal, notify } = rendering;
  const { reportModel } = await import("../study/report-model.ts");
  const { out } = session;
  const model = await reportModel(own === undefined ? session : reporting(session, own));
  const { report } = model.run.plan.study;
  const formats = asked.formats ?? report.formats ?? ["html"];
  const wanted = languages.filter((each) => (lang ?? report.lang).includes(each));
  const inOrder = (lang ?? report.lang).filter((each): each is Language => wanted.includes(each as Language));
  const named = (language: Language) => (format: string) => join(out, `report.${language}.${format}`);
  const total = wanted.length * formats.length;
  let done = 0;
  const wrote = (format: ReportFormat, language: Language) => {
    signal?.throwIfAborted();
    if (!formats.includes(format)) return;
    done += 1;
    notify?.({ format, language, done, total });
  };
  const pool = openRasterPool(threads);
  const pixels = formats.includes("docx") || asked.figures.includes("png");
  // where pictures are kept, there may be none to draw
  const drawsAnew = asked.figures.includes("png") || wanted.some((each) => !existsSync(keptIn(out, each)));
  if (pixels && drawsAnew) pool.foresee();
  const stop = () => void pool.close();
  signal?.addEventListener("abort", stop);
  try {
    const [{ renderReport }, { documentOf }, { writeFigures }, { writeReferences }] = await Promise.all([
      import("@conurb/figures"),
      import("@conurb/figures/publish"),
      import("./write-figures.ts"),
      import("./write-references.ts"),
    ]);
    if (pixels) await warnWithoutFont(pool, wanted, terminal);
    const writeWord = formats.includes("docx") ? (await import("./write-word.ts")).writeWord : undefined;
    // one language is laid out while the threads make the pixels of the other
    const written = wanted.map(async (language, nth) => {
      for (let before = 0; before < nth; before += 1) await setImmediate(); // what is to be drawn of the last has gone out
      const document = documentOf(model, language);
      const file = named(language);
      const word = async () => {
        if (writeWord === undefined) return;
        await writeWord(file("docx"), model, document, pool, asked.dpi);
        wrote("docx", language);
      };
      const page = async () => {
        if (!formats.includes("html") && !formats.includes("pdf")) return;
        await writeChanged(file("html"), renderReport(model, language, document).html);
        wrote("html", language);
      };
      await Promise.all([word(), writeFigures(out, document, asked, pool), page()]);
    });
    await Promise.all(written);
    if (formats.includes("pdf")) {
      const { printPdf } = await import("./print-pdf.ts");
      const browser = rendering.browser ?? (await browserFor(formats)) ?? "";
      for (const language of wanted) {
        await printPdf(browser, named(language)("html"), named(language)("pdf"));
        wrote("pdf", language);
      }
    }
    const files = wanted.flatMap((language) => formats.map(named(language)));
    for (const language of wanted) await writeReferences(out, model, language);
    if (asked.tables.length > 0) {
      const { writeTables } = await import("./write-tables.ts");
      files.push(...(await writeTables(out, model, asked.tables, inOrder)));
    }
    return files;
  } finally {
    signal?.removeEventListener("abort", stop);
    await pool.close();
  }
}

/** A word where Chinese signs would be blank. */
async function warnWithoutFont(pool: RasterPool, wanted: readonly Language[], terminal: Terminal): Promise<void> {
  for (const language of wanted) {
    if (!(await pool.lacksHan(language))) continue;
    const { chineseFamilies } = await import("./fonts.ts");
    const note = terminal.text(say("font-missing", { families: chineseFamilies.join(", ") }));
    terminal.tell(`${terminal.errorStyle.yellow(terminal.text(say("warning")))}${note}`);
  }
}

/** The same run, with another report of it. */
function reporting(session: Session, report: Study["report"]): Session {
  const { run } = session;
  return { ...session, run: { ...run, plan: { ...run.plan, study: { ...run.plan.study, report } } } };
}
