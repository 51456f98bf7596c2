import { InputError } from "@conurb/core/contract";
import { unzipSync } from "fflate";
import { refusal } from "../refuse.ts";
import { sizeLimit } from "./read-file.ts";

const mostParts = 10_000;
const inner = /\.(zip|rar|7z|gz|tgz|bz2|xz|zst|tar|jar|kmz)$/i;

/** The names in a ZIP archive, from its directory alone; one that is hostile or holds another archive is refused by name. */
export function archiveNames(bytes: Uint8Array, file: string, limit: number = sizeLimit()): readonly string[] {
  const names: string[] = [];
  let total = 0;
  let found: InputError | undefined;
  const megabytes = (size: number) => String(Math.ceil(size / 1e6));
  sound(file, () =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        total += originalSize;
        if (isOutside(name)) found ??= refusal("archive-path", { file, name }, { file });
        else if (inner.test(name)) found ??= refusal("archive-nested", { file, name }, { file });
        else if (originalSize > limit || total > 2 * limit) {
          const values = { file, name, size: megabytes(originalSize), limit: megabytes(limit) };
          found ??= refusal("archive-too-large", values, { file });
        } else if (names.length > mostParts) found ??= refusal("archive-parts", { file, limit: mostParts }, { file });
        return false;
      },
    }),
  );
  if (found !== undefined) throw found;
  if ((bytes[6] as number) & 1) throw refusal("archive-password", { file }, { file });
  return names;
}

/** The bytes of the parts that are asked for; a part that is larger than the directory says is cut there, and does not fit then. */
export function archiveParts(bytes: Uint8Array, file: string, wanted: ReadonlySet<string>): Record<string, Uint8Array> {
  return sound(file, () => unzipSync(bytes, { filter: ({ name }) => wanted.has(name) }));
}

/** Absolute, above the archive, or with a drive: never unpacked to the disk here, but no honest archive has such names. */
function isOutside(name: string): boolean {
  const parts = name.split(/[\\/]/);
  return /^[\\/]|^[a-z]:/i.test(name) || parts.includes("..") || name.includes("\0");
}

function sound<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    throw refusal("archive-broken", { file, reason: error.message }, { file });
  }
}
