import { getHeapStatistics } from "node:v8";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { broken, notWorkbook, tooLarge, withPassword } from "./workbook-refusals.ts";

/** One string holds 512 MB at most, and a part is parsed as one. */
const partLimit = (): number => Math.min(400e6, getHeapStatistics().heap_size_limit / 6);
const wholeLimit = (): number => 2 * partLimit();
const mostParts = 50_000;

/** The parts of an archive by name, with their sizes once unpacked, from its directory alone. */
export function archiveParts(bytes: Uint8Array, file: string): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  const limit = partLimit();
  let total = 0;
  const problem = { found: undefined as Error | undefined };
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        parts.set(name, originalSize);
        total += originalSize;
        if (originalSize > limit) problem.found ??= tooLarge(file, name, originalSize, limit);
        else if (total > wholeLimit()) problem.found ??= tooLarge(file, file, total, wholeLimit());
        else if (originalSize === 0 && size > 64) problem.found ??= broken(file, `${name} hides its size`);
        else if (parts.size > mostParts) problem.found ??= broken(file, `more than ${mostParts} parts`);
        return false;
      },
    });
  } catch (error) {
    throw broken(file, error instanceof Error ? error.message : String(error));
  }
  if (problem.found !== undefined) throw problem.found;
  return parts;
}

export type ArchiveFormat = "xlsx" | "xlsb" | "ods";

/** Which workbook an archive is; refuses other archives and locked ones. */
export function archiveFormat(bytes: Uint8Array, parts: ReadonlyMap<string, number>, file: string): ArchiveFormat {
  const names = [...parts.keys()];
  if (names.some((name) => name.startsWith("word/")))
    throw notWorkbook(file, { en: "a Word document", zh: "Word 文档" });
  if (names.some((name) => name.startsWith("ppt/"))) throw notWorkbook(file, { en: "a presentation", zh: "演示文稿" });
  if (parts.has("xl/workbook.bin")) return "xlsb";
  if (parts.has("[Content_Types].xml") && names.some((name) => /^xl\/|workbook[^/]*\.xml$/.test(name))) return "xlsx";
  if (parts.has("content.xml")) {
    if (/encryption-data/.test(textPart(bytes, "META-INF/manifest.xml"))) throw withPassword(file);
    const kind = textPart(bytes, "mimetype");
    if (kind !== "" && !kind.includes("spreadsheet")) {
      throw notWorkbook(file, { en: "another kind of OpenDocument file", zh: "其他类型的 OpenDocument 文件" });
    }
    return "ods";
  }
  throw notWorkbook(file, { en: "a ZIP archive", zh: "ZIP 压缩包" });
}

/** One part as text; empty if it is not there. */
export function textPart(bytes: Uint8Array, part: string): string {
  const found = unzipSync(bytes, { filter: ({ name }) => name === part })[part];
  return found === undefined ? "" : strFromU8(found);
}

/** Whether a cell may be shown as another number than it holds: a number format of the workbook's cells is one of percent, or scales. */
export function hasOtherShown(bytes: Uint8Array): boolean {
  const styles = textPart(bytes, "xl/styles.xml");
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? "";
  const own = [...styles.matchAll(/<(?:\w+:)?numFmt\b[^<>]*>/g)].flatMap(([tag]) => {
    const code = /formatCode="([^"]*)"/.exec(tag)?.[1] ?? "";
    const plain = code.replaceAll("&quot;", '"');
    return isPercentFormat(plain) || isScaledFormat(plain) ? [/numFmtId="(\d+)"/.exec(tag)?.[1] ?? ""] : [];
  });
  return ["9", "10", ...own].some((id) => cells.includes(`numFmtId="${id}"`));
}

/** `0.00%`, but not `0"%"`, which only writes the sign. */
export const isPercentFormat = (code: string): boolean => code.replace(/"[^"]*"|\\./g, "").includes("%");

/** `0.00,,` shows millions and `0!.0,` ten thousands: a comma behind all digits, or a point that is only written. */
export function isScaledFormat(code: string): boolean {
  const digits = code.replace(/"[^"]*"/g, "");
  return /[0#?][!\\]\.[0#?]/.test(digits) || /[0#?],+(?![0#?,])/.test(digits.replace(/[!\\]./g, ""));
}

const wrappers = /<\/?table:table-(?:header-rows|row-group|rows|header-columns|column-group|columns)\b[^>]*>/g;

/** What the decoder takes for a percentage: a style of the cells' own part, and no one of the styles beside it. */
const percentStyle =
  '<number:percentage-style style:name="conurb-percent"><number:number number:decimal-places="0" number:min-integer-digits="1"/>' +
  "<number:text>%</number:text></number:percentage-style>" +
  '<style:style style:name="conurb-percent" style:family="table-cell" style:data-style-name="conurb-percent"/>';
const automaticStyles = `<office:automatic-styles>${percentStyle}</office:automatic-styles>`;
const percentCells = /<table:table-cell\b(?=(?:[^<>"]|"[^"]*")*\soffice:value-type="percentage")(?:[^<>"]|"[^"]*")*>/g;

/** Cells that say of themselves that they are percentages, each with a style that the decoder reads so. */
function withPercentStyle(content: string): string {
  if (!content.includes('office:value-type="percentage"')) return content;
  const styled = content.replace(percentCells, (cell) =>
    cell
      .replace(/\stable:style-name="[^"]*"/, "")
      .replace(/^<table:table-cell/, '$& table:style-name="conurb-percent"'),
  );
  const isThere = /<office:automatic-styles\b/.test(styled);
  return isThere
    ? styled.replace(/<office:automatic-styles\s*\/>|<\/office:automatic-styles>/, (end) =>
        end.startsWith("</") ? `${percentStyle}${end}` : automaticStyles,
      )
    : styled.replace(/<office:body\b/, `${automaticStyles}$&`);
}

/**
 * Rows that are repeated on each page or grouped stand in a wrapper that the decoder passes over: they are taken out of it. Percentages
 * get a style that it knows.
 */
export function readableOds(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly content: string } {
  const content = textPart(bytes, "content.xml");
  const plain = withPercentStyle(content.replace(wrappers, ""));
  if (plain === content) return { bytes, content };
  const changed = { ...unzipSync(bytes), "content.xml": new TextEncoder().encode(plain) };
  return { bytes: zipSync(changed, { level: 0 }), content: plain };
}
