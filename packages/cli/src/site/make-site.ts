import { readdir, readFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { InputError, type Problem, type Table } from "@conurb/core/contract";
import { dataOver, type Site, type SiteInputs, siteFiles, sitePorts } from "@conurb/core/site";
import { encodeResult, type Questions, questionsOf, type Study, type StudyRun } from "@conurb/core/study";
import { outlineOf, renderReport } from "@conurb/figures";
import { industriesOf } from "../check/known-codes.ts";
import { datasetQuestions } from "../serve/dataset-questions.ts";
import { describedMethods, namedGazetteer } from "../serve/standing-answers.ts";
import { libraryOf, reportModel } from "../study/report-model.ts";
import type { Session } from "../study/session.ts";
import { program } from "../version.ts";
import { publishRun } from "./publish-run.ts";
import { type SiteWish, shipTables, type TableTold } from "./ship-tables.ts";
import { sitePage } from "./site-page.ts";
import { bytesOf, type SiteStore, siteStore } from "./site-store.ts";

export interface MadeSite {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly tables: readonly TableTold[];
  /** Analyses that stand as they are. */
  readonly frozen: readonly string[];
  /** Analyses whose results would tell single rows of what is kept back. */
  readonly keptBack: readonly string[];
  /** How many results lie in it. */
  readonly results: number;
}

/** A finished run as files: the pages of the workbench, and beside them the tables, the results and what is said of them. */
export async function makeSite(
  session: Session,
  loaded: ReadonlyMap<string, Table>,
  bundle: string,
  wish: SiteWish,
): Promise<MadeSite> {
  const { file, ports, notes } = session;
  const { study } = session.run.plan;
  const store = siteStore();
  await putWorld(session, store);
  const { tables, told, kept } = shipTables(study, loaded, wish, store);
  const base = {
    "conurb-site": 1,
    program: { conurb: program.conurb, runtime: program.runtime, build: program.build },
    file: basename(file.path), // where it lay is nothing to a reader
    text: file.text,
    tables,
    industries: await industriesOfTables(session),
  } as const;
  // the site's own figures, as a browser will read them
  const empty: Site = { ...base, outline: undefined, results: [], prepared: {}, frozen: [] };
  const figures = await dataOver(session.run, sitePorts(empty, store.read, ports));
  const { run, frozen, keptBack } = await publishRun(session.run, figures, ports.build, kept, wish.with);
  const results = putResults(run, store);
  const questions = questionsOf({ ...run, data: figures });
  const isFrozen = new Set(frozen.map(({ name }) => name));
  for (const [name, outcome] of run.outcomes)
    if ("key" in outcome && !isFrozen.has(name)) await putInputs(name, questions, store);
  const { account } = datasetQuestions(session);
  for (const { name, size } of told) if (size !== undefined) store.put(siteFiles.account(name), await account(name));
  const model = await reportModel({ ...session, run });
  for (const language of study.report.lang)
    store.putText(siteFiles.report(language), renderReport(model, language).html);
  const site: Site = {
    ...base,
    outline: outlineOf(
      model,
      notes.filter((note) => !isOfRows(note, study, told)),
    ),
    results,
    prepared: await putPrepared(run, questions, store),
    frozen,
  };
  store.put(siteFiles.site, site);
  const files = await pages(bundle, study.title);
  for (const [name, text] of store.texts) files.set(`data/${name}`, bytesOf(text));
  return { files, tables: told, frozen: [...isFrozen], keptBack, results: results.length };
}

/** A note that names a row of what is kept back. */
function isOfRows({ place }: Problem, { datasets }: Study, told: readonly TableTold[]): boolean {
  return told.some(
    ({ name, keptBack }) =>
      keptBack !== undefined &&
      (place?.path?.split(".").slice(0, 2).join(".") === `datasets.${name}` ||
        (place?.file !== undefined && place.file === datasets[name]?.file)),
  );
}

/** Places, codes and methods: what is the same for every study, and what the atlas says of the tables of this one. */
async function putWorld({ ports, run }: Session, store: SiteStore): Promise<void> {
  const { places, clusters } = await ports.gazetteer();
  store.put(siteFiles.places, { places: [...places.values()], clusters });
  store.put(siteFiles.namedPlaces, await ports.namedPlaces?.());
  store.put(siteFiles.placeChanges, await ports.placeChanges?.());
  store.put(siteFiles.classifications, await ports.classifications?.());
  store.put(siteFiles.methods, await describedMethods());
  store.put(siteFiles.gazetteer, await namedGazetteer(ports.atlas));
  const library = libraryOf(ports.atlas);
  const [notes, shortTitles]: Record<string, unknown>[] = [{}, {}];
  for (const id of tablesOfAtlas(run)) {
    notes[id] = await library.notes(id);
    shortTitles[id] = Object.fromEntries(await library.shortTitles(id));
  }
  store.put(siteFiles.library, { notes, shortTitles });
}

function putResults({ outcomes }: StudyRun, store: SiteStore): string[] {
  const keys = new Set<string>();
  for (const outcome of outcomes.values()) {
    if (!("key" in outcome)) continue;
    store.putText(siteFiles.result(outcome.key), encodeResult(outcome.result));
    keys.add(outcome.key);
  }
  return [...keys];
}

type Received = Omit<SiteInputs, "tables" | "records"> & { readonly inputs: Readonly<Record<string, unknown>> };

async function putInputs(analysis: string, questions: Questions, store: SiteStore): Promise<void> {
  const { inputs, ...rest } = (await questions.inputs(analysis)) as Received;
  const isTable = (input: unknown): input is Table => Array.isArray((input as Table | null)?.columns);
  const given = Object.entries(inputs);
  const written: SiteInputs = {
    ...rest,
    tables: Object.fromEntries(
      given.flatMap(([name, input]) => (isTable(input) ? [[name, store.putTable(input)]] : [])),
    ),
    records: Object.fromEntries(given.filter(([, input]) => !isTable(input))),
  };
  store.put(siteFiles.inputs(analysis), written);
}

/** A table that is absent, refused or kept back has no file. */
async function putPrepared(
  { plan }: StudyRun,
  questions: Questions,
  store: SiteStore,
): Promise<Readonly<Record<string, string>>> {
  const prepared: Record<string, string> = {};
  for (const name of [...Object.keys(plan.study.datasets), ...Object.keys(plan.study.indicators)]) {
    const table = await questions.table(name).catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
    });
    if (table !== undefined) prepared[name] = store.putTable(table as Table);
  }
  return prepared;
}

async function industriesOfTables({ run, ports }: Session): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const id of tablesOfAtlas(run)) {
    const list = await industriesOf(ports.atlas, id);
    if (list !== undefined) found[id] = list;
  }
  return found;
}

function tablesOfAtlas({ plan }: StudyRun): readonly string[] {
  const ids = Object.values(plan.study.datasets).flatMap(({ atlas }) => (atlas === undefined ? [] : [atlas]));
  return [...new Set(ids)];
}

async function pages(bundle: string, title: Parameters<typeof sitePage>[1]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(bundle, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path
      .slice(bundle.length + 1)
      .split(sep)
      .join("/");
    const bytes = await readFile(path);
    files.set(name, name === "index.html" ? bytesOf(sitePage(bytes.toString("utf8"), title)) : bytes);
  }
  return files;
}
