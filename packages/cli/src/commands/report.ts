import { join } from "node:path";
import { type Language, languages } from "@conurb/core/language";
import { type Command, textOption } from "../command.ts";
import { type Asked, askedOf } from "../export/asked.ts";
import type { Rasteriser } from "../export/rasterise.ts";
import { say } from "../say.ts";
import { runOnce } from "../study/run-once.ts";
import type { Session } from "../study/session.ts";
import { writeChanged } from "../study/write-output.ts";
import type { Terminal } from "../terminal/terminal.ts";

const report: Command = async (given, terminal) => {
  const asked = askedOf(given);
  const lang = textOption(given, "lang");
  const browser = asked.formats.includes("pdf") ? await (await import("../export/print-pdf.ts")).findBrowser() : "";
  return runOnce(`report ${JSON.stringify(asked)} ${lang ?? ""} ${browser}`, given, terminal, (session) =>
    render(session, asked, lang?.split(","), browser, terminal),
  );
};
export default report;

/** Writes one report a language and format, its figures, references and tables; answers the files to be named. */
async function render(
  session: Session,
  asked: Asked,
  lang: readonly string[] | undefined,
  browser: string,
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
  const files: string[] = [];
  for (const language of wanted) {
    const document = documentOf(model, language);
    const rasteriser = once(() => rasteriserFor(language, terminal));
    await writeFigures(out, document, asked, rasteriser);
    const named = (format: string) => join(out, `report.${language}.${format}`);
    if (asked.formats.includes("html") || asked.formats.includes("pdf")) {
      await writeChanged(named("html"), renderReport(model, language, document).html);
    }
    if (asked.formats.includes("docx")) {
      const { writeWord } = await import("../export/write-word.ts");
      await writeWord(named("docx"), model, document, await rasteriser(), asked.dpi);
    }
    if (asked.formats.includes("pdf")) {
      const { printPdf } = await import("../export/print-pdf.ts");
      await printPdf(browser, named("html"), named("pdf"));
    }
    files.push(...asked.formats.map(named));
  }
  const [first] = (lang ?? report.lang).filter((each): each is Language => wanted.includes(each as Language));
  await writeReferences(out, model, first ?? "en");
  if (asked.tables.length > 0) {
    const { writeTables } = await import("../export/write-tables.ts");
    files.push(...(await writeTables(out, model, asked.tables, wanted)));
  }
  return files;
}

/** What makes pixels, with a word where Chinese signs would be blank. */
async function rasteriserFor(language: Language, terminal: Terminal): Promise<Rasteriser> {
  const { openRasteriser } = await import("../export/rasterise.ts");
  const rasteriser = await openRasteriser(language === "zh");
  if (rasteriser.lacksHan) {
    const { chineseFamilies } = await import("../export/fonts.ts");
    const note = terminal.text(say("font-missing", { families: chineseFamilies.join(", ") }));
    terminal.tell(`${terminal.errorStyle.yellow(terminal.text(say("warning")))} ${note}`);
  }
  return rasteriser;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
