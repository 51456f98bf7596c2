import { hashText, type Table } from "@conurb/core/contract";
import { same, type Text } from "@conurb/core/language";
import {
  absence,
  type DatasetDeclaration,
  exhibitsIn,
  indicatorSheet,
  Lacking,
  pricesTold,
  type StudyRun,
  unavailable,
} from "@conurb/core/study";
import type { DatasetNotes, ReportModel } from "@conurb/figures";
import type { Session } from "./session.ts";

/** Everything that a report is made of: the run, its lock, and what must be said of each dataset. */
export async function reportModel({ run, lock, lockText, ports }: Session): Promise<ReportModel> {
  const notes = new Map<string, DatasetNotes>();
  const datasets = new Map<string, Table>();
  const industries = new Map<string, Text>();
  const shown = shownNames(run);
  const told = new Set<string>();
  for (const [name, declaration] of Object.entries(run.plan.study.datasets)) {
    const { atlas, absent } = declaration;
    if (absent !== undefined) continue;
    const own = atlas === undefined ? await ownNotes(name, declaration, run) : await shippedNotes(atlas, ports);
    notes.set(name, { ...own, prepared: await preparedNotes(name, run, told) });
    if (atlas !== undefined && (await ports.atlas.entry(atlas)).resource.shape === "composition") {
      for (const { name: title, short } of (await ports.atlas.industries(atlas)).values())
        industries.set(title.en, short);
    }
    if (!shown.has(name)) continue;
    try {
      datasets.set(name, await run.data.dataset(name));
    } catch (error) {
      if (!(error instanceof Lacking)) throw error;
    }
  }
  for (const [name, set] of Object.entries(run.plan.study.indicators)) {
    if (shown.has(name)) datasets.set(name, indicatorSheet(name, set, await run.data.indicators(name).catch(absence)));
  }
  return { run, lock, lockHash: hashText(lockText), notes, datasets, shortTitles: industries };
}

/** What the report's sections show by name: datasets among them are printed as tables. */
function shownNames({ plan }: StudyRun): Set<string> {
  const sections = plan.study.report.sections ?? [];
  return new Set(sections.flatMap((section) => exhibitsIn(section).map(({ of }) => of)));
}

/** What was done to a dataset's figures, and in whose prices its money is. */
async function preparedNotes(name: string, { data }: StudyRun, told: Set<string>): Promise<readonly Text[]> {
  const table = await data.dataset(name).catch(unavailable);
  const prices = table === undefined ? [] : pricesTold(table);
  const steps = data.steps(name).flatMap((step) => step.told);
  // which codes make a common section is the same for every dataset on it
  const fresh = steps.filter(({ code, text }) => code !== "section-told" || !told.has(text.en));
  for (const { text } of fresh) told.add(text.en);
  return [...fresh, ...prices].map(({ text }) => text);
}

async function shippedNotes(id: string, { atlas }: Session["ports"]): Promise<DatasetNotes> {
  const notes = await atlas.notes(id);
  const sources = notes.sources.map(({ title, publisher = same(title), work, path, variables }) => ({
    publisher,
    title,
    ...(path === undefined ? {} : { path }),
    ...(work === undefined ? {} : { work }),
    ...(variables === undefined ? {} : { columns: variables }),
  }));
  return { ...notes, sources };
}

/** A file of the study itself: the study's author answers for it. What its page says below its figures is said here too. */
async function ownNotes(name: string, declaration: DatasetDeclaration, { data }: StudyRun): Promise<DatasetNotes> {
  const { title, source, file } = declaration;
  const page = (await data.dataset(name).catch(unavailable))?.source?.page;
  const ofPage = (page?.notes ?? []).map(({ sheet, address, text }): Text => {
    return { en: `${sheet}!${address}: ${text}`, zh: `${sheet}!${address}：${text}` };
  });
  return {
    title: title ?? same(name),
    credit: source ?? file ?? name,
    sources: [{ publisher: same(source ?? file ?? name) }],
    licenses: [],
    caveats: ofPage,
    lacks: [],
    flags: [],
  };
}
