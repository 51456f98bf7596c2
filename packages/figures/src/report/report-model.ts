import { hashText, type Table } from "@conurb/core/contract";
import { same, type Text } from "@conurb/core/language";
import type { PlaceShapes } from "@conurb/core/places";
import {
  absence,
  type DatasetDeclaration,
  exhibitsIn,
  indicatorSheet,
  type Lock,
  pricesTold,
  type StudyRun,
  unavailable,
} from "@conurb/core/study";
import type { DatasetNotes, ReportModel } from "./model.ts";

/** What is known of the tables that ship with the program. */
export interface Library {
  notes(id: string): Promise<DatasetNotes>;
  /** Short titles of a composition's industries, by their English titles; none of another table. */
  shortTitles(id: string): Promise<ReadonlyMap<string, Text>>;
  /** Outlines that the study brings along. */
  shapes?(): Promise<PlaceShapes | undefined>;
}

/** Everything that a report is made of: the run, its lock, and what must be said of each dataset. */
export async function reportModel(run: StudyRun, lock: Lock, lockText: string, library: Library): Promise<ReportModel> {
  const notes = new Map<string, DatasetNotes>();
  const datasets = new Map<string, Table>();
  const industries = new Map<string, Text>();
  const shown = shownNames(run);
  const told = new Set<string>();
  for (const [name, declaration] of Object.entries(run.plan.study.datasets)) {
    const { atlas, absent } = declaration;
    if (absent !== undefined) continue;
    const own = atlas === undefined ? await ownNotes(name, declaration, run) : await library.notes(atlas);
    notes.set(name, { ...own, prepared: await preparedNotes(name, run, told) });
    if (atlas !== undefined) for (const [en, short] of await library.shortTitles(atlas)) industries.set(en, short);
    if (!shown.has(name)) continue;
    const table = await run.data.dataset(name).catch(absence);
    if (table !== undefined) datasets.set(name, table);
  }
  for (const [name, set] of Object.entries(run.plan.study.indicators)) {
    if (shown.has(name)) datasets.set(name, indicatorSheet(name, set, await run.data.indicators(name).catch(absence)));
  }
  const shapes = await library.shapes?.();
  const drawn = shapes === undefined ? {} : { shapes };
  return { run, lock, lockHash: hashText(lockText), notes, datasets, shortTitles: industries, ...drawn };
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
