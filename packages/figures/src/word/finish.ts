import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, type ZipInputFile } from "fflate";
import type { Deflated, Pictures } from "./media.ts";
import type { Rows } from "./rows.ts";

/** The first moment that an archive can name: a document has no date of its own, so that the same report has the same bytes. */
const noDate = new Date(1980, 0, 1);
const pictureFolder = "word/media/";

/**
 * The document's archive made final: rows of tables, and pictures, which may come later than all else, in place of their stand-ins, the
 * language in the properties, no dates.
 */
export async function finished(
  archive: Uint8Array,
  { painted, rows }: { readonly painted: Promise<Pictures>; readonly rows: Rows },
  language: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const stands: (readonly [name: string, standIn: string])[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    if (name.endsWith("/")) continue;
    if (name.startsWith(pictureFolder)) stands.push([name, strFromU8(bytes)]);
    else if (name === "docProps/core.xml") add(zip, name, strToU8(undated(strFromU8(bytes), language)));
    else if (name === "word/document.xml") add(zip, name, strToU8(rows.fill(strFromU8(bytes))));
    else add(zip, name, bytes);
  }
  const pictures = await painted;
  for (const [name, standIn] of stands) add(zip, name, pictures.get(standIn) as Uint8Array | Deflated);
  zip.end();
  return joined(chunks);
}

function add(zip: Zip, filename: string, content: Uint8Array | Deflated): void {
  if ("deflated" in content) {
    const { deflated, size, crc } = content;
    const file: ZipInputFile = { filename, size, crc, compression: 8, mtime: noDate };
    zip.add(file);
    file.ondata?.(null, deflated as never, true);
    return;
  }
  const file = new ZipDeflate(filename, { level: filename.endsWith(".png") ? 0 : 6 });
  file.mtime = noDate;
  zip.add(file);
  file.push(content as never, true);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function undated(core: string, language: string): string {
  return core
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "")
    .replace("</cp:coreProperties>", `<dc:language>${language}</dc:language></cp:coreProperties>`);
}
