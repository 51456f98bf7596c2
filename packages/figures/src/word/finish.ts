import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

/** The first moment that an archive can name: a document has no date of its own, so that the same report has the same bytes. */
const noDate = new Date(1980, 0, 1);
const longestStandIn = 60;

/**
 * The document's archive made final: pictures in place of their stand-ins, the language in the properties, no dates. Ids that are
 * drawn by chance are counted instead.
 */
export function finished(archive: Uint8Array, pictures: ReadonlyMap<string, Uint8Array>, language: string): Uint8Array {
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    const picture = bytes.length <= longestStandIn ? pictures.get(strFromU8(bytes)) : undefined;
    if (picture !== undefined) files[name] = [picture, { level: name.endsWith(".png") ? 0 : 6, mtime: noDate }];
    else if (name === "docProps/core.xml")
      files[name] = [strToU8(undated(strFromU8(bytes), language)), { mtime: noDate }];
    else if (!name.endsWith("/")) files[name] = [bytes, { mtime: noDate }];
  }
  return zipSync(files);
}

function undated(core: string, language: string): string {
  return core
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "")
    .replace("</cp:coreProperties>", `<dc:language>${language}</dc:language></cp:coreProperties>`);
}
