import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { canonicalJson, InputError, type Table } from "@conurb/core/contract";
import {
  dataOver,
  frozenOf,
  readingOf,
  type Site,
  type SiteInputs,
  type SiteTable,
  siteFiles,
  sitePorts,
} from "@conurb/core/site";
import { encodeResult, questionsOf, type StudyRun } from "@conurb/core/study";
import { outlineOf } from "@conurb/figures";
import { sha256Bytes } from "@conurb/store";
import { industriesOf } from "../check/known-codes.ts";
import { describedMethods, namedGazetteer } from "../serve/standing-answers.ts";
import { libraryOf, reportModel } from "../study/report-model.ts";
import type { Session } from "../study/session.ts";
import { program } from "../version.ts";
import { isMicroData } from "./micro-data.ts";
import { sitePage } from "./site-page.ts";

/** What a site is asked to hold. */
export interface SiteWish {
  /** Datasets to hand on though they are micro-data. */
  readonly with: readonly string[];
  /** Datasets to keep back though they are none. */
  readonly without: readonly string[];
}

export interface TableTold {
  readonly name: string;
  readonly rows: number;
  /** Bytes; none where it is kept back. */
  readonly size?: number;
  readonly keptBack?: "micro-data" | "asked";
}

export interface MadeSite {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly tables: readonly TableTold[];
  readonly frozen: readonly string[];
  /** Analyses whose results stand in it. */
  readonly results: number;
}

const encoder = new TextEncoder();

type PutTable = (table: Table) => string;
type Received = Omit<SiteInputs, "tables" | "records"> & { readonly inputs: Readonly<Record<string, unknown>> };

/** A finished run as files: the pages of the workbench, and beside them the tables, the results and what is said of them. */
export async function makeSite(
  session: Session,
  loaded: ReadonlyMap<string, Table>,
  bundle: string,
  wish: SiteWish,
): Promise<MadeSite> {
  const { run, file, ports, notes } = session;
  const data = new Map<string, string>();
  const put = (name: string, value: unknown): void => {
    data.set(name, `${canonicalJson(value)}\n`);
  };
  const { places, clusters } = await ports.gazetteer();
  put(siteFiles.places, { places: [...places.values()], clusters });
  put(siteFiles.namedPlaces, await ports.namedPlaces?.());
  put(siteFiles.placeChanges, await ports.placeChanges?.());
  put(siteFiles.classifications, await ports.classifications?.());
  put(siteFiles.methods, await describedMethods());
  put(siteFiles.gazetteer, await namedGazetteer(ports.atlas));
  put(siteFiles.library, await shippedLibrary(run, ports));
  /** A table in a file of its own, named by what it holds: one that several share lies there once. */
  const putTable: PutTable = (table) => {
    const text = `${canonicalJson(table)}\n`;
    const name = `tables/${table.name}.${sha256Bytes(encoder.encode(text)).slice(0, 12)}.json`;
    data.set(name, text);
    return name;
  };
  const { tables, told } = shippedTables(run, loaded, wish, putTable);
  const results = new Set<string>();
  for (const outcome of run.outcomes.values()) {
    if (!("key" in outcome)) continue;
    data.set(siteFiles.result(outcome.key), encodeResult(outcome.result));
    results.add(outcome.key);
  }
  const model = await reportModel(session);
  const site: Omit<Site, "prepared" | "frozen"> = {
    "conurb-site": 1,
    program: { conurb: program.conurb, runtime: program.runtime, build: program.build },
    file: file.file,
    text: file.text,
    outline: outlineOf(model, notes),
    tables,
    results: [...results],
    industries: await industriesOfTables(run, ports),
  };
  // the site's own figures, as a browser will read them
  const read = async (name: string): Promise<unknown> => JSON.parse(data.get(name) as string);
  const figures = await dataOver(run, sitePorts({ ...site, prepared: {}, frozen: [] }, read, ports));
  const frozen = await frozenOf(run, figures, ports.build);
  const isFrozen = new Set(frozen.map(({ name }) => name));
  const asked = questionsOf({ ...run, data: figures });
  for (const { name } of run.plan.analyses) {
    if (!results.has(keyIn(run, name)) || isFrozen.has(name)) continue;
    put(siteFiles.inputs(name), inputsIn((await asked.inputs(name)) as Received, putTable));
  }
  const prepared: Record<string, string> = {};
  for (const name of [...Object.keys(run.plan.study.datasets), ...Object.keys(run.plan.study.indicators)]) {
    const table = await asked.table(name).catch(absentHere);
    if (table !== undefined) prepared[name] = putTable(table as Table);
  }
  put(siteFiles.site, { ...site, prepared, frozen });

  const files = new Map<string, Uint8Array>();
  for (const [name, text] of data) files.set(`data/${name}`, encoder.encode(text));
  for (const name of await readdir(bundle, { recursive: true })) {
    const bytes = await readFile(join(bundle, name)).catch(notAFolder);
    if (bytes === undefined) continue;
    const isPage = name === "index.html";
    const page = () => encoder.encode(sitePage(new TextDecoder().decode(bytes), run.plan.study.title));
    files.set(name.split(sep).join("/"), isPage ? page() : bytes);
  }
  return { files, tables: told, frozen: frozen.map(({ name }) => name), results: results.size };
}

/** Figures of the atlas are public, and sums of micro-data are sums; a file of the study that holds micro-data stays at home. */
function shippedTables(
  { plan }: StudyRun,
  loaded: ReadonlyMap<string, Table>,
  wish: SiteWish,
  putTable: PutTable,
): { tables: SiteTable[]; told: TableTold[] } {
  const tables: SiteTable[] = [];
  const told: TableTold[] = [];
  for (const [name, declaration] of Object.entries(plan.study.datasets)) {
    const table = loaded.get(name);
    if (table === undefined) continue;
    const reading = readingOf(declaration);
    const { rows } = table;
    const isPublic =
      declaration.atlas !== undefined || declaration.kind === "register" || declaration.cube !== undefined;
    const keptBack = wish.without.includes(name)
      ? ("asked" as const)
      : !isPublic && !wish.with.includes(name) && isMicroData(table)
        ? ("micro-data" as const)
        : undefined;
    if (keptBack !== undefined) {
      tables.push({ name, reading, rows });
      told.push({ name, rows, keptBack });
      continue;
    }
    tables.push({ name, reading, file: putTable(table), rows });
    told.push({ name, rows, size: encoder.encode(canonicalJson(table)).length });
  }
  return { tables, told };
}

/** The notes of the atlas's tables that the study uses, and the short titles of their industries. */
async function shippedLibrary({ plan }: StudyRun, { atlas }: Session["ports"]): Promise<unknown> {
  const library = libraryOf(atlas);
  const ids = idsIn(plan);
  const notes = await Promise.all(ids.map(async (id) => [id, await library.notes(id)] as const));
  const titles = await Promise.all(
    ids.map(async (id) => [id, Object.fromEntries(await library.shortTitles(id))] as const),
  );
  return { notes: Object.fromEntries(notes), shortTitles: Object.fromEntries(titles) };
}

async function industriesOfTables({ plan }: StudyRun, { atlas }: Session["ports"]): Promise<Record<string, string>> {
  const lists = await Promise.all(idsIn(plan).map(async (id) => [id, await industriesOf(atlas, id)] as const));
  return Object.fromEntries(lists.flatMap(([id, list]) => (list === undefined ? [] : [[id, list]])));
}

function idsIn({ study }: StudyRun["plan"]): string[] {
  const ids = Object.values(study.datasets).flatMap(({ atlas }) => (atlas === undefined ? [] : [atlas]));
  return [...new Set(ids)];
}

function keyIn({ outcomes }: StudyRun, analysis: string): string {
  const outcome = outcomes.get(analysis);
  return outcome !== undefined && "key" in outcome ? outcome.key : "";
}

function inputsIn({ inputs, ...rest }: Received, putTable: PutTable): SiteInputs {
  const isTable = (input: unknown): input is Table => Array.isArray((input as Table | null)?.columns);
  const given = Object.entries(inputs);
  return {
    ...rest,
    tables: Object.fromEntries(given.flatMap(([name, input]) => (isTable(input) ? [[name, putTable(input)]] : []))),
    records: Object.fromEntries(given.filter(([, input]) => !isTable(input))),
  };
}

/** A table that is absent, refused or kept back has no file. */
function absentHere(error: unknown): undefined {
  if (!(error instanceof InputError)) throw error;
}

function notAFolder(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "EISDIR") throw error;
}
