/** Where things stand in a replication archive. */
export const layout = { manifest: "pack.json", study: "study", out: "study/out", atlas: "atlas", r: "r" } as const;
export const lockName = "study.lock.json";

/** What an archive says of itself. */
export interface Manifest {
  readonly pack: 1;
  readonly conurb: string;
  readonly build: string;
  readonly runtime: string;
  readonly study: string;
  readonly lock: string;
  /** The sha256 of every other member. */
  readonly files: Readonly<Record<string, string>>;
  /** Data files of the study that were left out. */
  readonly missing: readonly MissingFile[];
}
export interface MissingFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly source: string;
}
