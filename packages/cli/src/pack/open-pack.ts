import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@conurb/core/contract";
import { sha256Bytes, type Unpacked, unpack } from "@conurb/store";
import { say } from "../say.ts";
import { layout, type Manifest } from "./layout.ts";

/** A replication archive, unpacked for as long as it is open; every member is as it was packed. */
export interface OpenPack {
  readonly manifest: Manifest;
  readonly folder: string;
  readonly study: string;
  readonly lock: string;
  /** The root of the atlas that came with it. */
  readonly atlas: string;
  close(): Promise<void>;
}

/** Whether a file is a ZIP archive, by its first bytes. */
export async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path, "r").catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString("latin1") === "PK\x03\x04";
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

export async function openPack(path: string): Promise<OpenPack> {
  const unpacked = await unpack(path);
  try {
    const manifest = await readManifest(unpacked.folder, path);
    await requireMembers(unpacked, manifest, path);
    return { ...placesIn(unpacked.folder, manifest), manifest, folder: unpacked.folder, close: unpacked.remove };
  } catch (error) {
    await unpacked.remove();
    throw error;
  }
}

/** The atlas of an archive that a person unpacked, where `out` is the folder of its lock. */
export async function atlasBeside(out: string): Promise<string | undefined> {
  const root = join(out, "..", "..");
  const manifest = await readManifest(root, root).catch(() => undefined);
  return manifest === undefined ? undefined : placesIn(root, manifest).atlas;
}

function placesIn(folder: string, { study, lock }: Manifest) {
  return { study: join(folder, study), lock: join(folder, lock), atlas: join(folder, layout.atlas) };
}

async function readManifest(folder: string, file: string): Promise<Manifest> {
  const refused = (reason: string) => refusal("pack-is-none", { file, reason }, file);
  const text = await readFile(join(folder, layout.manifest), "utf8").catch(() => undefined);
  if (text === undefined) throw refused(layout.manifest);
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<Manifest> | null;
  } catch (error) {
    throw refused((error as Error).message);
  }
  const { pack, study, lock, files, missing } = manifest ?? {};
  const isWhole = pack === 1 && typeof files === "object" && files !== null && Array.isArray(missing);
  if (!isWhole) throw refused("pack: 1, files, missing");
  for (const named of [study, lock]) if (named === undefined || !(named in files)) throw refused("study, lock");
  return manifest as Manifest;
}

async function requireMembers({ folder, names }: Unpacked, { files, missing }: Manifest, file: string): Promise<void> {
  const there = new Set(names);
  for (const [member, expected] of Object.entries(files)) {
    if (!there.has(member)) throw refusal("pack-member-missing", { file, member }, file);
    const found = sha256Bytes(await readFile(join(folder, ...member.split("/"))));
    if (found !== expected) throw refusal("pack-member-changed", { file, member, found, expected }, file);
  }
  if (missing.length === 0) return;
  throw new InputError(
    missing.map(({ file: member, sha256, source }) => ({
      code: "pack-data-missing",
      text: say("pack-data-missing", { file, member, sha256, source }),
      hint: say("pack-data-missing-hint", { member }),
      place: { file },
    })),
  );
}

function refusal(code: Parameters<typeof say>[0], values: Parameters<typeof say>[1], file: string): InputError {
  return new InputError({ code, text: say(code, values), place: { file } });
}
