import { same, type Text } from "@conurb/core/language";
import { markOf } from "./encoding.ts";
import { type FormatName, formatNamed, formats, type Head } from "./formats.ts";
import { saveAsWorkbook } from "./workbook-refusals.ts";

/** What a file's first bytes say it is; `format` names one that is read here, whatever the file is called. */
export type Looks =
  | { readonly kind: "text"; readonly format: FormatName }
  | { readonly kind: "parquet" | "workbook" | "web-tables"; readonly format: FormatName }
  | { readonly kind: "other"; readonly name: Text; readonly format?: FormatName; readonly mend?: Text };

const binary: Text = { en: "a binary file", zh: "二进制文件" };

const wide: Text = { en: "UTF-16 text without its byte order mark", zh: "不带字节顺序标记（BOM）的 UTF-16 文本" };

const signatures: readonly { at?: number; bytes: string; name: Text }[] = [
  { bytes: "\xff\xfe\0\0", name: { en: "UTF-32 text", zh: "UTF-32 文本" } },
  { bytes: "%PDF-", name: same("PDF") },
  { bytes: "\x89PNG", name: { en: "a PNG picture", zh: "PNG 图片" } },
  { bytes: "\xff\xd8\xff", name: { en: "a JPEG picture", zh: "JPEG 图片" } },
  { bytes: "GIF8", name: { en: "a GIF picture", zh: "GIF 图片" } },
  { bytes: "PK\x03\x04", name: { en: "a ZIP archive", zh: "ZIP 压缩包" } },
  { bytes: "PK\x05\x06", name: { en: "an empty ZIP archive", zh: "空的 ZIP 压缩包" } },
  { bytes: "\x1f\x8b", name: { en: "a gzip archive", zh: "gzip 压缩文件" } },
  { bytes: "7z\xbc\xaf\x27\x1c", name: { en: "a 7z archive", zh: "7z 压缩包" } },
  { bytes: "Rar!", name: { en: "a RAR archive", zh: "RAR 压缩包" } },
  { bytes: "\x28\xb5\x2f\xfd", name: { en: "a zstd archive", zh: "zstd 压缩文件" } },
  { bytes: "SQLite format 3", name: { en: "an SQLite database", zh: "SQLite 数据库" } },
  { at: 8, bytes: "DUCK", name: { en: "a DuckDB database", zh: "DuckDB 数据库" } },
  { bytes: "ARROW1", name: { en: "an Arrow file", zh: "Arrow 文件" } },
  { bytes: "$FL2", name: { en: "an SPSS file", zh: "SPSS 数据文件" } },
  { bytes: "RDX", name: { en: "an R data file", zh: "R 数据文件" } },
  { bytes: "\0\0\x27\x0a", name: { en: "a shapefile", zh: "shapefile 文件" } },
];

/** What a web page may begin with, after comments: each comment ends at its first end, so that many are passed in one go. */
const pageBegins =
  /^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype html|html|head|meta|link|title|base|script|style|body|table|div|span|p|br|hr|center|font|form|h[1-6])\b/i;

interface Textual {
  readonly pattern: RegExp;
  readonly name: Text;
  readonly mend?: Text;
}

const textual: readonly Textual[] = [
  {
    pattern: /^\s*<\?xml[^>]*>\s*(<\?mso-application[^>]*>\s*)?<([a-z]+:)?workbook\b/i,
    name: { en: "a workbook in the XML format of Excel 2003", zh: "Excel 2003 XML 格式的工作簿" },
    mend: saveAsWorkbook,
  },
  {
    pattern:
      /^\s*(?:From|Date|Subject|MIME-Version|(?:X|Content|Snapshot)-[\w-]+):(?=[\s\S]{0,2000}?\bmultipart\/related\b)/i,
    name: { en: "a web archive (MHTML)", zh: "网页存档（MHTML）" },
    mend: saveAsWorkbook,
  },
  {
    pattern: pageBegins,
    name: { en: "a web page", zh: "网页" },
    mend: {
      en: "if it is a page with a table, name it .html and import it; if it is an error message of the site, download it again",
      zh: "如为含表格的网页，请改名为 .html 后导入；如为网站的错误页面，请重新下载",
    },
  },
  { pattern: /^\s*<\?xml/i, name: same("XML") },
];

export const isNamedWorkbook = (file: string): boolean => /\.(xls[xmb]?|ods|et)$/i.test(file);
const isNamedPage = (file: string): boolean => /\.html?$/i.test(file) || isNamedWorkbook(file);

const webTables: Looks = { kind: "web-tables", format: "workbook" };

/** A page by its markup, whatever that begins with, and a table with rows somewhere in it. */
const holdsTables = (text: string): boolean =>
  /^\s*</.test(text) && /<table[\s>]/i.test(text) && /<tr[\s>]/i.test(text);

const lookedInto = 65_536; // bytes

/** What these bytes look like, before anyone tries to read them as a table. A ZIP archive may be known by its name alone. */
export function looksLike(bytes: Uint8Array, file = ""): Looks {
  const mark = markOf(bytes);
  const head: Head = {
    bytes,
    latin: latin(bytes.subarray(0, 256)),
    text: latin(bytes.subarray(mark === "utf-8" ? 3 : 0, lookedInto)),
    holds: (text) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text),
    isNamedWorkbook: isNamedWorkbook(file),
  };
  const binaryFormat = formats.find(({ isText, sees }) => !isText && sees(head));
  if (binaryFormat !== undefined) {
    const { name, looks } = binaryFormat;
    return name === "parquet" || name === "workbook"
      ? { kind: name, format: name }
      : { kind: "other", name: looks, format: name };
  }
  const known = signatures.find(({ at = 0, bytes: signature }) => head.latin.startsWith(signature, at));
  if (known !== undefined) return { kind: "other", name: known.name };
  if (mark !== undefined && mark !== "utf-8") {
    const isPage = isNamedPage(file) && holdsTables(new TextDecoder(mark).decode(bytes));
    return isPage ? webTables : { kind: "text", format: "csv" };
  }
  if (bytes.includes(0)) {
    if (mark === "utf-8") return { kind: "text", format: "csv" };
    return { kind: "other", name: isWide(head.latin) ? wide : binary };
  }
  const format = formats.find(({ isText, sees }) => isText && sees(head))?.name ?? "csv";
  if (format.endsWith("json")) return { kind: "other", name: formatNamed(format).looks, format };
  if (isNamedPage(file) && holdsTables(latin(mark === undefined ? bytes : bytes.subarray(3)))) return webTables;
  const page = textual.find(({ pattern }) => pattern.test(head.text));
  if (page === undefined) return { kind: "text", format };
  const { name, mend } = page;
  return { kind: "other", name, ...(mend === undefined ? {} : { mend }) };
}

/** Latin letters and digits in UTF-16 have a NUL beside each. */
const isWide = (head: string): boolean => {
  const nuls = [...head].flatMap((byte, at) => (byte === "\0" ? [at % 2] : []));
  return nuls.length > head.length / 4 && new Set(nuls).size === 1;
};

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
