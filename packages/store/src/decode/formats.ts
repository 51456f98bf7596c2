import { same, type Text } from "@conurb/core/language";
import type { DecodeOptions, FileData } from "./file-data.ts";

export type FormatName =
  | "csv"
  | "parquet"
  | "workbook"
  | "json"
  | "geojson"
  | "topojson"
  | "shapefile"
  | "stata"
  | "ucinet-dl"
  | "pajek";

/** The first bytes of a file: as they are, as Latin letters, and those of the whole file where a mark may stand anywhere. */
export interface Head {
  readonly bytes: Uint8Array;
  /** The first 256 bytes. */
  readonly latin: string;
  /** The first 64 kB without a byte order mark; texts in UTF-16 are not looked into. */
  readonly text: string;
  readonly holds: (mark: string) => boolean;
  /** The name ends as that of a workbook does. */
  readonly isNamedWorkbook: boolean;
}

type Decode = (bytes: Uint8Array, file: string, options: DecodeOptions) => Promise<FileData>;

export interface Format {
  readonly name: FormatName;
  readonly title: Text;
  /** As refusals of other readers call it: "looks like a Stata file". */
  readonly looks: Text;
  /** The first is the usual one. */
  readonly endings: readonly string[];
  readonly isText: boolean;
  readonly sees: (head: Head) => boolean;
  /** Cells of the file; a workbook has none before someone says what is where on its sheets (`decodeWorkbook`). */
  readonly decode?: Decode;
}

const isZip = ({ latin }: Head): boolean => latin.startsWith("PK\x03\x04") || latin.startsWith("PK\x05\x06");
const opensJson = ({ text }: Head): boolean => /^\s*(\{\s*"|\[\s*[[{"\d]|\{\s*\}|\[\s*\])/.test(text);
const isOldStata = ({ bytes }: Head): boolean => {
  const [release = 0, order = 0, type, rest] = bytes;
  return release >= 105 && release <= 115 && (order === 1 || order === 2) && type === 1 && rest === 0;
};

const json: Decode = async (...given) => (await import("./read-json.ts")).decodeJson(...given);

/** Every format that is read, the surest signs first. CSV has none: it is what any other text is taken for. */
export const formats: readonly Format[] = [
  {
    name: "parquet",
    title: same("Parquet"),
    looks: { en: "Parquet", zh: "Parquet 文件" },
    endings: ["parquet", "pq"],
    isText: false,
    sees: ({ latin }) => latin.startsWith("PAR1"),
    decode: async (bytes, file) => ({ cells: await (await import("./read-parquet.ts")).decodeParquet(bytes, file) }),
  },
  {
    name: "workbook",
    title: { en: "a workbook", zh: "工作簿" },
    looks: { en: "a workbook", zh: "工作簿" },
    endings: ["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "ods", "ots", "et"],
    isText: false,
    sees: (head) => {
      const isLegacy = head.latin.startsWith("\xd0\xcf\x11\xe0");
      return isLegacy || (isZip(head) && (head.isNamedWorkbook || sheetMarks.some(head.holds)));
    },
  },
  {
    name: "shapefile",
    title: { en: "a zipped shapefile", zh: "shapefile 压缩包" },
    looks: { en: "a zipped shapefile", zh: "shapefile 压缩包" },
    endings: ["zip", "shz"],
    isText: false,
    sees: (head) => isZip(head) && (head.holds(".shp") || head.holds(".SHP")),
    decode: async (...given) => (await import("./maps/read-shapefile.ts")).decodeShapefile(...given),
  },
  {
    name: "stata",
    title: { en: "Stata", zh: "Stata 数据文件" },
    looks: { en: "a Stata file", zh: "Stata 数据文件" },
    endings: ["dta"],
    isText: false,
    sees: (head) => head.latin.startsWith("<stata_dta>") || isOldStata(head),
    decode: async (...given) => (await import("./stata/read-stata.ts")).decodeStata(...given),
  },
  {
    name: "topojson",
    title: same("TopoJSON"),
    looks: same("JSON"),
    endings: ["topojson", "json"],
    isText: true,
    sees: (head) => opensJson(head) && /"type"\s*:\s*"Topology"/.test(head.text),
    decode: json,
  },
  {
    name: "geojson",
    title: same("GeoJSON"),
    looks: same("JSON"),
    endings: ["geojson", "geojsonl", "json"],
    isText: true,
    sees: (head) => opensJson(head) && /"type"\s*:\s*"(Feature|FeatureCollection|GeometryCollection)"/.test(head.text),
    decode: json,
  },
  {
    name: "json",
    title: same("JSON"),
    looks: same("JSON"),
    endings: ["json", "ndjson", "jsonl", "geojson", "topojson"],
    isText: true,
    sees: opensJson,
    decode: json,
  },
  {
    name: "pajek",
    title: { en: "a Pajek network", zh: "Pajek 网络文件" },
    looks: { en: "a Pajek network", zh: "Pajek 网络文件" },
    endings: ["net", "paj", "txt"],
    isText: true,
    sees: ({ text }) => /^\s*(%.*\s+)*\*(network\b.*\s+(%.*\s+)*\*)?vertices\b/i.test(text),
    decode: async (...given) => (await import("./networks/read-pajek.ts")).decodePajek(...given),
  },
  {
    name: "ucinet-dl",
    title: { en: "a UCINET network (DL)", zh: "UCINET 网络文件（DL）" },
    looks: { en: "a UCINET network (DL)", zh: "UCINET 网络文件（DL）" },
    endings: ["dl", "dat", "txt"],
    isText: true,
    sees: ({ text }) => /^\s*dl[\s,]+(n|nr|nc|nm|format|title)\s*=/i.test(text),
    decode: async (...given) => (await import("./networks/read-dl.ts")).decodeDl(...given),
  },
  {
    name: "csv",
    title: { en: "CSV or other delimited text", zh: "CSV 等分隔符文本" },
    looks: { en: "plain text", zh: "纯文本" },
    endings: ["csv", "tsv", "tab", "txt", "dat", "asc"],
    isText: true,
    sees: () => false,
    decode: async (...given) => (await import("./decode-csv.ts")).decodeCsv(...given),
  },
];

/** What only the archives of Excel and of OpenDocument spreadsheets hold. */
const sheetMarks = ["xl/", "opendocument.spreadsheet"];

export const formatNamed = (name: FormatName): Format => formats.find((format) => format.name === name) as Format;

/** The format of files whose names end so. */
export function formatOfEnding(file: string): Format | undefined {
  const ending = /\.([a-z\d]+)$/i.exec(file)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : formats.find(({ endings }) => endings.includes(ending));
}

/** Of a sheet or a text, in columns: a yearbook's has some tens; a sheet that goes on to XFD holds stray cells. */
export const widestSheet = 4096;
