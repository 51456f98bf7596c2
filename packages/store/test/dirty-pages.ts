import { continued, itemsDown, longPage, mergedDown, sideBySide, writtenOnce } from "./dirty-arrangements.ts";
import {
  footnotes,
  fullWidth,
  gaps,
  grouped,
  hiddenParts,
  missing,
  percents,
  stretched,
  totalRows,
  wideDigits,
} from "./dirty-cells.ts";
import { bilingual, flat, mergedHeads, numbered, threeLines, unmergedHeads, yearsAcross } from "./dirty-heads.ts";
import { itemSections, placeSections, unitChange, yearSections } from "./dirty-sections.ts";
import {
  type CellValue,
  type DirtyPage,
  type Expected,
  expectedOf,
  note,
  type Province,
  page,
  provinces,
  span,
  truth,
  variableOf,
  years,
} from "./true-figures.ts";

export { bytesOf, type DirtyPage, provinces, variables } from "./true-figures.ts";

/** Yearbook pages as dirty as they come, made from the figures that ship, so that what they ought to say is known. */

function allTogether(): DirtyPage {
  const names = ["va_primary", "va_secondary"];
  const expected: Expected[] = [];
  const half = 14;
  const written = (value: number | undefined, at: number, scale: number): CellValue => {
    if (value === undefined) return "…";
    const given = Number((value * scale).toPrecision(15));
    return [given, grouped(given, ","), wideDigits(given), `${given}①`, grouped(given, "\u2009")][at % 5] as CellValue;
  };
  const part = (places: readonly Province[], scale: number): CellValue[][] =>
    places.map((place, row) => [
      place.code,
      stretched(place.short),
      ...names.flatMap((name, column) =>
        years.map((year, at): CellValue => {
          const which = row + column + at;
          const gone = which % 11 === 0;
          const value = gone ? undefined : truth(place.code, year, name);
          expected.push({
            ...expectedOf(place, year, name),
            value,
            ...(value !== undefined && which % 5 === 3 ? { flag: "vintage" } : {}),
          });
          return gone ? (gaps[which % gaps.length] as CellValue) : written(value, which, scale);
        }),
      ),
      place.en,
    ]);
  const width = names.length * years.length + 2;
  const head: CellValue[][] = [
    ["代码", "地　区", "增加值", ...Array(width - 3).fill(null), "Region"],
    [null, null, ...names.flatMap((name) => [variableOf(name).zh, ...years.slice(1).map(() => null)]), null],
    [null, null, ...names.flatMap((name) => [variableOf(name).en, ...years.slice(1).map(() => null)]), null],
    [null, null, ...names.flatMap(() => years.map((year) => `${year}年`)), null],
  ];
  const headMerges = (top: number) => [
    span(top, 0, top + 3, 0),
    span(top, 1, top + 3, 1),
    span(top, 2, top, width - 1),
    ...names.flatMap((_, at) =>
      [1, 2].map((line) => span(top + line, 2 + at * years.length, top + line, 1 + (at + 1) * years.length)),
    ),
    span(top, width, top + 3, width),
  ];
  const first: CellValue[][] = [
    ["3-2　各地区增加值"],
    [...Array(width).fill(null), "单位：亿元"],
    ...head,
    [null, "全　国", ...Array(width - 2).fill(1)],
    ...part(provinces.slice(0, half), 1),
  ];
  const second: CellValue[][] = [
    [],
    ["3-2　续表"],
    ...head,
    [null, "单位：万元"],
    ...part(provinces.slice(half), 1e4),
    ["注：① 为普查修订数。"],
    [note],
  ];
  return page(
    "all of it together",
    {
      rows: [...first, ...second],
      merges: [span(0, 0, 0, width), ...headMerges(2), ...headMerges(first.length + 2)],
      rowDefs: new Map([[8, { hidden: true }]]),
    },
    expected,
    { totals: width - 2 },
  );
}

export const dirtyPages: readonly DirtyPage[] = [
  flat(),
  mergedHeads(),
  threeLines(),
  yearsAcross(),
  placeSections(),
  yearSections(),
  unitChange(),
  missing(),
  fullWidth(),
  footnotes(),
  continued(),
  totalRows(),
  hiddenParts(),
  sideBySide(),
  percents(),
  itemsDown(),
  longPage(),
  writtenOnce(),
  mergedDown(),
  unmergedHeads(),
  bilingual(),
  itemSections(),
  numbered(),
  allTogether(),
];
