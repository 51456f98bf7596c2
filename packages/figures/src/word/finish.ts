import { strFromU8, strToU8, unzipSync, Zip, type ZipInputFile, ZipPassThrough } from "fflate";
import { el } from "../svg.ts";
import { pictureFiles } from "./drawings.ts";
import type { Deflated, Media, Picture, WordTools } from "./media.ts";
import type { Rows } from "./rows.ts";

/** The first moment that an archive can name: a document has no date of its own, so that the same report has the same bytes. */
const noDate = new Date(1980, 0, 1);

/** What is put into a document after it was written. */
export interface Filling extends Pick<WordTools, "deflate"> {
  readonly painted: Promise<readonly Picture[]>;
  readonly media: Media;
  readonly rows: Rows;
}

/**
 * The document's archive made final: rows of tables and drawings in place of their stand-ins, the language in the properties, no dates;
 * and the pictures, which may come later than all else.
 */
export async function finished(
  archive: Uint8Array,
  { painted, media, rows, deflate }: Filling,
  language: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const changes: Readonly<Record<string, (text: string) => string>> = {
    "docProps/core.xml": (core) => undated(core, language),
    "word/document.xml": (document) => rows.fill(media.fill(document)),
    "word/_rels/document.xml.rels": (relationships) => withPictures(relationships, media.count),
  };
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    if (name.endsWith("/")) continue;
    const change = changes[name];
    add(zip, name, deflate(change === undefined ? bytes : strToU8(change(strFromU8(bytes)))));
  }
  for (const [at, { svg, png }] of (await painted).entries()) {
    const [vector, pixels] = pictureFiles(at + 1);
    add(zip, `word/${vector.target}`, typeof svg === "string" ? deflate(strToU8(svg)) : svg);
    add(zip, `word/${pixels.target}`, png);
  }
  zip.end();
  return joined(chunks);
}

/** Bytes as they are, or compressed before. */
function add(zip: Zip, filename: string, content: Uint8Array | Deflated): void {
  if ("deflated" in content) {
    const { deflated, size, crc } = content;
    const file: ZipInputFile = { filename, size, crc, compression: 8, mtime: noDate };
    zip.add(file);
    file.ondata?.(null, deflated as never, true);
    return;
  }
  const file = new ZipPassThrough(filename);
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

const imageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";

function withPictures(relationships: string, count: number): string {
  const files = Array.from({ length: count }, (_, at) => pictureFiles(at + 1)).flat();
  const added = files.map(({ id, target }) => el("Relationship", { Id: id, Type: imageType, Target: target }).markup);
  return relationships.replace("</Relationships>", `${added.join("")}</Relationships>`);
}

function undated(core: string, language: string): string {
  return core
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "")
    .replace("</cp:coreProperties>", `<dc:language>${language}</dc:language></cp:coreProperties>`);
}
