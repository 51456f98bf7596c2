import { readdir, readFile } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { hashText, InputError } from "@conurb/core/contract";
import { tableToCsv } from "@conurb/core/tables";
import { insideFolder, readArchive, sha256Bytes, writeArchive } from "@conurb/store";
import { say } from "../say.ts";
import type { Session } from "../study/session.ts";
import { program } from "../version.ts";
import { atlasFiles, namedTables } from "./atlas-files.ts";
import { layout, lockName, type Manifest, type MissingFile } from "./layout.ts";
import { citation, licences, type Packed, readme, readmeChinese } from "./papers.ts";
import { rScripts } from "./r-scripts.ts";

export interface MadePack {
  readonly bytes: Uint8Array;
  readonly files: number;
  readonly results: number;
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
  readonly missing: readonly MissingFile[];
  /** Reports in `out` that are of another run. */
  readonly staleReports: readonly string[];
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** The replication archive of a study that has just been run: the same study, the same bytes. */
export async function makePack(session: Session, withData: boolean): Promise<MadePack> {
  const { run, file, out, lock, lockText, ports } = session;
  const files = new Map<string, Uint8Array>();
  const add = (name: string, content: Uint8Array | string): void => {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const there = files.get(name);
    if (there !== undefined && Buffer.compare(there, bytes) !== 0) throw notPacked(name);
    files.set(name, bytes);
  };
  add(`${layout.study}/${basename(file.path)}`, file.text);
  const missing = await addOwnData(session, withData, add);
  for (const [name, bytes] of await atlasFiles(run, ports.atlas)) add(`${layout.atlas}/${name}`, bytes);
  add(`${layout.out}/${lockName}`, lockText);
  for (const [analysis, outcome] of run.outcomes) {
    if (!("result" in outcome)) continue;
    const name = `results/${outcome.key}.json`;
    add(`${layout.out}/${name}`, await readFile(join(out, name)));
    for (const table of outcome.result.tables)
      add(`${layout.out}/tables/${analysis}.${table.name}.csv`, tableToCsv(table));
  }
  const lockHash = hashText(lockText);
  const reports = await reportsIn(out, lockHash);
  for (const [name, bytes] of reports.fresh) add(`${layout.out}/${name}`, bytes);
  const expected = await filesUnder(join(file.folder, "expected"));
  for (const name of expected)
    add(`${layout.study}/expected/${name}`, await readFile(join(file.folder, "expected", name)));
  const scripts = await rScripts(run);
  for (const [name, text] of scripts.files) add(`${layout.r}/${name}`, text);

  const { covered, uncovered } = scripts;
  const notes = await Promise.all(namedTables(run.plan.study).map((id) => ports.atlas.notes(id)));
  const hasExpected = expected.length > 0;
  const packed: Packed = {
    ...{ run, lock, lockHash, notes, covered, uncovered, missing, hasExpected },
    reports: [...reports.fresh.keys()],
  };
  add("README.md", readme(packed));
  add("README.zh-CN.md", readmeChinese(packed));
  add("CITATION.cff", citation(packed));
  add("LICENCES.md", licences(packed));
  const manifest: Manifest = {
    pack: 1,
    ...{ conurb: program.conurb, build: program.build, runtime: program.runtime },
    study: `${layout.study}/${basename(file.path)}`,
    lock: `${layout.out}/${lockName}`,
    files: Object.fromEntries(
      [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, sha256Bytes(each)]),
    ),
    missing,
  };
  add(layout.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
  const results = [...run.outcomes.values()].filter((outcome) => "result" in outcome).length;
  const staleReports = reports.stale.map((name) => join(out, name));
  return { bytes: writeArchive(files), files: files.size, results, covered, uncovered, missing, staleReports };
}

/** The study's own files under the names that it gives them; answers those that were left out. */
async function addOwnData(
  { run, file }: Session,
  withData: boolean,
  add: (name: string, bytes: Uint8Array) => void,
): Promise<MissingFile[]> {
  const missing = new Map<string, MissingFile>();
  const { datasets, map } = run.plan.study;
  const brought: readonly { readonly file?: string | undefined; readonly source?: string | undefined }[] = [
    ...Object.values(datasets),
    ...(map === undefined ? [] : [map]),
  ];
  for (const { file: named, source } of brought) {
    if (named === undefined) continue;
    const name = posix.normalize(named.replaceAll("\\", "/"));
    if (name.startsWith("../") || posix.isAbsolute(name)) throw notPacked(named);
    const bytes = await readFile(await insideFolder(file.folder, named));
    if (withData) add(`${layout.study}/${name}`, bytes);
    else missing.set(name, { file: name, sha256: sha256Bytes(bytes), bytes: bytes.length, source: source ?? "-" });
  }
  return [...missing.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A report prints the hash of the lock that it was made with: others are of another run. */
async function reportsIn(out: string, lockHash: string): Promise<{ fresh: Map<string, Uint8Array>; stale: string[] }> {
  const names = (await readdir(out)).filter((name) => /^report\..*\.(html|docx)$/.test(name)).sort();
  const fresh = new Map<string, Uint8Array>();
  const stale: string[] = [];
  for (const name of names) {
    const bytes = await readFile(join(out, name));
    if (wordsOf(name, bytes).includes(lockHash.slice(0, 12))) fresh.set(name, bytes);
    else stale.push(name);
  }
  return { fresh, stale };
}

/** What a report says; nothing of a Word document that is no sound archive. */
function wordsOf(name: string, bytes: Uint8Array): string {
  if (name.endsWith(".html")) return decoder.decode(bytes);
  try {
    return decoder.decode(readArchive(bytes, name).get("word/document.xml"));
  } catch (error) {
    if (error instanceof InputError) return "";
    throw error;
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return names.sort();
}

function notPacked(file: string): InputError {
  return new InputError({ code: "pack-file-outside", text: say("pack-file-outside", { file }), place: { file } });
}
