// Writes yearbook.xlsx: figures of the atlas, set as a Chinese yearbook prints them. It is no page of a yearbook, and says so on
// its first sheet; what it stands for is the way from such a workbook to a report. The same atlas gives the same bytes.
//   node studies/yearbook-workbook/make-workbook.js
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import Papa from "papaparse";

const atlas = join(import.meta.dirname, "../../packages/atlas/china-clusters");
const rowsOf = (name) =>
  Papa.parse(readFileSync(join(atlas, `${name}.csv`), "utf8"), { header: true, skipEmptyLines: true }).data;

const members = rowsOf("clusters").flatMap(({ cluster_id, code }) => (cluster_id === "jing-jin-ji" ? [code] : []));
const names = new Map(rowsOf("places").map(({ code, name_zh }) => [code, name_zh]));
const gdp = new Map(rowsOf("gdp").map((row) => [`${row.code} ${row.year}`, row]));
const census = new Map(rowsOf("census").map((row) => [`${row.code} ${row.year}`, row]));

/** Yearbooks put a wide space into names of two characters, and step the cities of a province in. */
const printed = (code) => {
  const name = names.get(code).replace(/市$/, "");
  return code.endsWith("0000") ? [...name].join("　") : `　${name}市`;
};

const marks = { "mixed-vintage": "①", "incl-dingzhou-xiongan": "②", "excl-dingzhou-xiongan": "③" };
/** A figure with the mark of its note behind it, as text then, and as a number else. */
const figure = (value, flag) => {
  const mark = marks[flag] ?? "";
  return mark === "" ? Number(value) : `${Number(value).toFixed(2)}${mark}`;
};

const years = [2010, 2019, 2020];
const outputs = [
  ["地区生产总值", "gdp"],
  ["第二产业增加值", "va_secondary"],
  ["第三产业增加值", "va_tertiary"],
];
const output = [
  ["表2-1　京津冀各市地区生产总值"],
  ["单位：亿元"],
  ["地　区", ...outputs.flatMap(([title]) => [title, null, null])],
  [null, ...outputs.flatMap(() => years.map((year) => `${year}年`))],
  ...members.map((code) => [
    printed(code),
    ...outputs.flatMap(([, column]) =>
      years.map((year) => {
        const row = gdp.get(`${code} ${year}`);
        return figure(row[column], row.flag);
      }),
    ),
  ]),
  ["注：本表按当年价格计算。"],
  ["① 未按后来的经济普查修订，与其他年份口径不一致。"],
  ["② 含定州市和雄安新区。"],
];

const counts = [
  ["常住人口", "population"],
  ["城镇人口", "urban_population"],
];
const persons = (row, column) => {
  const value = (Number(row[column]) / 10_000).toFixed(4);
  return marks[row.flag] === undefined ? Number(value) : `${value}${marks[row.flag]}`;
};
const people = [
  ["表3-1　京津冀各市常住人口和城镇人口"],
  ["单位：万人"],
  ["地　区", ...counts.flatMap(([title]) => [title, null])],
  [null, ...counts.flatMap(() => ["2010年", "2020年"])],
  ...members.map((code) => [
    printed(code),
    ...counts.flatMap(([, column]) => [2010, 2020].map((year) => persons(census.get(`${code} ${year}`), column))),
  ]),
  ["注：人口普查数。"],
  ["③ 不含定州市和雄安新区及周边。"],
];

const about = [
  ["说明"],
  ["本工作簿由 make-workbook.js 用 conurb 内置数据（china-clusters）仿年鉴版式生成，不是任何年鉴的原表。"],
  ["About this workbook"],
  [
    "Written by make-workbook.js from the figures that ship with conurb (china-clusters), set as yearbooks set theirs. It is no page of a yearbook.",
  ],
];

const across = (from, width) => ({ startRow: 2, endRow: 2, startCol: from, endCol: from + width - 1 });
const page = (name, rows, heads, width) => ({
  name,
  rows,
  merges: [{ startRow: 2, endRow: 3, startCol: 0, endCol: 0 }, ...heads.map((_, at) => across(1 + at * width, width))],
});
const noDate = new Date(Date.UTC(1980, 0, 1));
const written = await writeXlsx({
  sheets: [{ name: "说明", rows: about }, page("2-1", output, outputs, years.length), page("3-1", people, counts, 2)],
  properties: { title: "仿年鉴工作簿", created: noDate, modified: noDate },
});
writeFileSync(process.argv[2] ?? join(import.meta.dirname, "yearbook.xlsx"), new Uint8Array(written));
