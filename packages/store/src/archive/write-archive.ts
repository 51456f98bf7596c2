import { type Zippable, zipSync } from "fflate";

/** The first moment that the format knows, by the clock on the wall: it is written without a time zone. */
const noTime = () => new Date(1980, 0, 1);

/** An archive of files whose bytes depend on nothing but names and contents: sorted, without dates and rights. */
export function writeArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(sorted.map(([name, bytes]) => [name, [bytes, { mtime: noTime() }]]));
  return zipSync(zippable, { level: 9 });
}
