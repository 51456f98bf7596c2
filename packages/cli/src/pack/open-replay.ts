import { readLock } from "../replay/read-lock.ts";
import { atlasBeside, isArchive, openPack } from "./open-pack.ts";

/** What `replay` is given: a lock, or an archive with one; `atlas` is the root of the figures that an archive brought. */
export type OpenReplay = Awaited<ReturnType<typeof readLock>> & {
  readonly atlas?: string;
  close(): Promise<void>;
};

export async function openReplay(named: string): Promise<OpenReplay> {
  if (!(await isArchive(named))) {
    const read = await readLock(named);
    const atlas = await atlasBeside(read.folder);
    return { ...read, ...(atlas === undefined ? {} : { atlas }), close: async () => {} };
  }
  const { lock, study, atlas, close } = await openPack(named);
  try {
    // the archive says which of its members is the study: a lock could name a file outside it
    return { ...(await readLock(lock)), studyPath: study, atlas, close };
  } catch (error) {
    await close();
    throw error;
  }
}
