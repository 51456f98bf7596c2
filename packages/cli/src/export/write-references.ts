import { join } from "node:path";
import type { Language } from "@conurb/core/language";
import type { ReportModel } from "@conurb/figures";
import { bibtex, gbt7714, referencesOf, ris } from "@conurb/figures/publish";
import { writeChanged } from "../study/write-output.ts";

/** What a study rests on, in the language of a report, for a reference manager: BibTeX, RIS, and GB/T 7714-2015 as text. */
export async function writeReferences(out: string, model: ReportModel, language: Language): Promise<void> {
  const references = referencesOf(model, language);
  const file = (ending: string) => join(out, `references.${language}.${ending}`);
  await writeChanged(file("bib"), bibtex(references));
  await writeChanged(file("ris"), ris(references));
  await writeChanged(file("txt"), gbt7714(references));
}
