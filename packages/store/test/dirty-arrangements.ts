import {
  type CellValue,
  type DirtyPage,
  figure,
  grid,
  note,
  type Province,
  page,
  provinces,
  range,
  span,
  titled,
  trio,
  variableOf,
  years,
  zhUnit,
} from "./true-figures.ts";

/** Pages that put tables side by side, go on overleaf, or turn rows and columns round. */

export function continued(): DirtyPage {
  const half = 16;
  const part = (places: readonly Province[], names: readonly string[]) => [
    ["地区", ...names.map(titled)],
    ...places.map((place) => [place.short, ...names.map((name) => figure(place, 2021, name))]),
  ];
  const [first, second] = [
    ["gdp", "va_primary"],
    ["va_secondary", "va_tertiary"],
  ];
  return page(
    "a table continued twice",
    {
      rows: [
        ["2-5 各地区生产总值(2021年)"],
        ...part(provinces.slice(0, half), first),
        [],
        ["2-5 续表1"],
        ...part(provinces.slice(half), first),
        [],
        ["2-5 续表2 continued"],
        ...part(provinces, second),
        ["资料来源：各省统计局"],
      ],
    },
    grid(provinces, [2021], [...first, ...second]),
  );
}

export function sideBySide(): DirtyPage {
  const half = 16;
  const rows = range(0, half - 1).map((at) => {
    const [left, right] = [provinces[at] as Province, provinces[at + half]];
    const cells = (place: Province | undefined): CellValue[] =>
      place === undefined
        ? [null, null, null]
        : [place.short, figure(place, 2022, "gdp"), figure(place, 2022, "emp_total")];
    return [...cells(left), ...cells(right)];
  });
  const head = ["地区", titled("gdp"), titled("emp_total")];
  return page(
    "two halves side by side",
    { rows: [["2022年各地区指标"], [...head, ...head], ...rows] },
    grid(provinces, [2022], ["gdp", "emp_total"]),
  );
}

export function itemsDown(): DirtyPage {
  const names = ["gdp", ...trio, "consumption_pc", "emp_total"];
  const place = provinces[10] as Province;
  const rows = names.map((name, at) => [
    at < 4 ? titled(name) : variableOf(name).zh,
    at < 4 ? null : zhUnit(name),
    ...years.map((year) => figure(place, year, name)),
  ]);
  return page(
    `one place, variables down, years across`,
    { rows: [[`${place.short}主要经济指标`], ["指标", "单位", ...years.map((year) => `${year} 年`)], ...rows, [note]] },
    grid([place], years, names),
  );
}

export function longPage(): DirtyPage {
  const names = ["gdp", "emp_total"];
  const rows = provinces.flatMap((place) =>
    years.flatMap((year) =>
      names.map((name) => [place.short, year, variableOf(name).zh, figure(place, year, name), zhUnit(name)]),
    ),
  );
  return page(
    "a long list with units by row",
    { rows: [["地区", "年份", "指标", "数值", "单位"], ...rows] },
    grid(provinces, years, names),
  );
}

export function writtenOnce(): DirtyPage {
  const rows = provinces.flatMap((place) =>
    years.map((year, at) => [at === 0 ? place.short : null, year, ...trio.map((name) => figure(place, year, name))]),
  );
  return page(
    "places written once over their years",
    { rows: [["地区", "年份", ...trio.map(titled)], ...rows] },
    grid(provinces, years, trio),
  );
}

export function mergedDown(): DirtyPage {
  const rows = provinces.flatMap((place) =>
    years.map((year, at) => [at === 0 ? place.short : null, year, ...trio.map((name) => figure(place, year, name))]),
  );
  const merges = provinces.map((_, at) => span(1 + at * years.length, 0, (at + 1) * years.length, 0));
  return page(
    "places merged over their years",
    { rows: [["地区", "年份", ...trio.map(titled)], ...rows], merges },
    grid(provinces, years, trio),
  );
}
