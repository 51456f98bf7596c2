import { join } from "node:path";
import { type Language, languages } from "@conurb/core/language";
import type { Study } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Session } from "../study/session.ts";
import { writeChanged } from "../study/write-output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Asked } from "./asked.ts";
import type { RasterPool } from "./raster-pool.ts";

/** Threads for pixels, where what is asked has any. */
export async function rasterPoolFor(asked: Asked, threads: number): Promise<RasterPool | undefined> {
  if (!asked.formats.includes("docx") && !asked.figures.includes("png")) return undefined;
  return (await import("./raster-pool.ts")).openRasterPool(threads);
}

/** The program that prints PDF, where that is asked for. */
export async function browserFor(asked: Asked): Promise<string> {
  return asked.formats.includes("pdf") ? await (await import("./print-pdf.ts")).findBrowser() : "";
}

/** What to render, and what it takes. */
interface Rendering {
  readonly asked: Asked;
  readonly lang: readonly string[] | undefined;
  readonly browser: string;
  readonly pool: RasterPool | undefined;
  /** In place of what the study says to report. */
  readonly report?: Study["report"];
}

/** Writes one report a language and format, its figures, references and tables; answers the files to be named. */
export async function renderReports(
  session: Session,
  { asked, lang, browser, pool, report: own }: Rendering,
  terminal: Terminal,
): Promise<string[]> {
  const [{ renderReport }, { reportModel }, { documentOf }, { writeFigures }, { writeReferences }] = await Promise.all([
    import("@conurb/figures"),
    import("../study/report-model.ts"),
    import("@conurb/figures/publish"),
    import("./write-figures.ts"),
    import("./write-references.ts"),
  ]);
  const { out } = session;
  const model = await reportModel(own === undefined ? session : reporting(session, own));
  const { report } = model.run.plan.study;
  const wanted = languages.filter((each) => (lang ?? report.lang).includes(each));
  const named = (language: Language) => (format: string) => join(out, `report.${language}.${format}`);
  if (pool !== undefined) await warnWithoutFont(pool, wanted, terminal);
  const writeWord = asked.formats.includes("docx") ? (await import("./write-word.ts")).writeWord : undefined;
  // one language is laid out while the threads make the pixels of the other
  const written = wanted.map(async (language) => {
    const document = documentOf(model, language);
    const file = named(language);
    const word =
      writeWord !== undefined && pool !== undefined && writeWord(file("docx"), model, document, pool, asked.dpi);
    const figures = writeFigures(out, document, asked, pool);
    if (asked.formats.includes("html") || asked.formats.includes("pdf")) {
      await Promise.all([word, figures, writeChanged(file("html"), renderReport(model, language, document).html)]);
    } else await Promise.all([word, figures]);
  });
  await Promise.all(written);
  if (asked.formats.includes("pdf")) {
    const { printPdf } = await import("./print-pdf.ts");
    for (const file of wanted.map(named)) await printPdf(browser, file("html"), file("pdf"));
  }
  const files = wanted.flatMap((language) => asked.formats.map(named(language)));
  const [first] = (lang ?? report.lang).filter((each): each is Language => wanted.includes(each as Language));
  await writeReferences(out, model, first ?? "en");
  if (asked.tables.length > 0) {
    const { writeTables } = await import("./write-tables.ts");
    files.push(...(await writeTables(out, model, asked.tables, wanted)));
  }
  return files;
}

/** A word where Chinese signs would be blank. */
async function warnWithoutFont(pool: RasterPool, wanted: readonly Language[], terminal: Terminal): Promise<void> {
  for (const language of wanted) {
    if (!(await pool.lacksHan(language))) continue;
    const { chineseFamilies } = await import("./fonts.ts");
    const note = terminal.text(say("font-missing", { families: chineseFamilies.join(", ") }));
    terminal.tell(`${terminal.errorStyle.yellow(terminal.text(say("warning")))} ${note}`);
  }
}

/** The same run, with another report of it. */
function reporting(session: Session, report: Study["report"]): Session {
  const { run } = session;
  return { ...session, run: { ...run, plan: { ...run.plan, study: { ...run.plan.study, report } } } };
}
