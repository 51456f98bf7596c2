import { join } from "node:path";
import { type Language, languages } from "@conurb/core/language";
import { type Command, textOption } from "../command.ts";
import { type Asked, askedOf } from "../export/asked.ts";
import type { RasterPool } from "../export/raster-pool.ts";
import { say } from "../say.ts";
import { runOnce } from "../study/run-once.ts";
import type { Session } from "../study/session.ts";
import { writeChanged } from "../study/write-output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const report: Command = async (given, terminal) => {
  const asked = askedOf(given);
  const lang = textOption(given, "lang");
  const threads = threadCount(textOption(given, "threads"));
  const browser = asked.formats.includes("pdf") ? await (await import("../export/print-pdf.ts")).findBrowser() : "";
  return runOnce(`report ${JSON.stringify(asked)} ${lang ?? ""} ${browser}`, given, terminal, async (session) => {
    const pool = await rasterPoolFor(asked, threads);
    try {
      return await render(session, asked, lang?.split(","), browser, pool, terminal);
    } finally {
      await pool?.close();
    }
  });
};
export default report;

/** Threads for pixels, where what is asked has any. */
async function rasterPoolFor(asked: Asked, threads: number): Promise<RasterPool | undefined> {
  if (!asked.formats.includes("docx") && !asked.figures.includes("png")) return undefined;
  return (await import("../export/raster-pool.ts")).openRasterPool(threads);
}

/** Writes one report a language and format, its figures, references and tables; answers the files to be named. */
async function render(
  session: Session,
  asked: Asked,
  lang: readonly string[] | undefined,
  browser: string,
  pool: RasterPool | undefined,
  terminal: Terminal,
): Promise<string[]> {
  const [{ renderReport }, { reportModel }, { documentOf }, { writeFigures }, { writeReferences }] = await Promise.all([
    import("@conurb/figures"),
    import("../study/report-model.ts"),
    import("@conurb/figures/publish"),
    import("../export/write-figures.ts"),
    import("../export/write-references.ts"),
  ]);
  const { out } = session;
  const model = await reportModel(session);
  const { report } = session.run.plan.study;
  const wanted = languages.filter((each) => (lang ?? report.lang).includes(each));
  const named = (language: Language) => (format: string) => join(out, `report.${language}.${format}`);
  if (pool !== undefined) await warnWithoutFont(pool, wanted, terminal);
  const writeWord = asked.formats.includes("docx") ? (await import("../export/write-word.ts")).writeWord : undefined;
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
    const { printPdf } = await import("../export/print-pdf.ts");
    for (const file of wanted.map(named)) await printPdf(browser, file("html"), file("pdf"));
  }
  const files = wanted.flatMap((language) => asked.formats.map(named(language)));
  const [first] = (lang ?? report.lang).filter((each): each is Language => wanted.includes(each as Language));
  await writeReferences(out, model, first ?? "en");
  if (asked.tables.length > 0) {
    const { writeTables } = await import("../export/write-tables.ts");
    files.push(...(await writeTables(out, model, asked.tables, wanted)));
  }
  return files;
}

/** A word where Chinese signs would be blank. */
async function warnWithoutFont(pool: RasterPool, wanted: readonly Language[], terminal: Terminal): Promise<void> {
  for (const language of wanted) {
    if (!(await pool.lacksHan(language))) continue;
    const { chineseFamilies } = await import("../export/fonts.ts");
    const note = terminal.text(say("font-missing", { families: chineseFamilies.join(", ") }));
    terminal.tell(`${terminal.errorStyle.yellow(terminal.text(say("warning")))} ${note}`);
  }
}
