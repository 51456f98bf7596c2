import {
  type CellValue,
  type DirtyPage,
  figure,
  grid,
  type Province,
  page,
  provinces,
  titled,
  trio,
  truth,
  variableOf,
  years,
} from "./true-figures.ts";

/** Pages of which rows stand over groups of others: places, years, units, items. */

export function placeSections(): DirtyPage {
  const rows = provinces.flatMap((place) => [
    [place.short],
    ...years.map((year) => [year, ...trio.map((name) => figure(place, year, name))]),
  ]);
  return page(
    "provinces as rows over their years",
    {
      rows: [
        ["各地区三次产业增加值", null, null, "单位：亿元"],
        ["年份", ...trio.map((name) => variableOf(name).zh)],
        ...(rows as CellValue[][]),
      ],
    },
    grid(provinces, years, trio),
  );
}

export function yearSections(): DirtyPage {
  const rows = years.flatMap((year) => [
    [`${year}年`],
    ...provinces.map((place) => [place.short, ...trio.map((name) => figure(place, year, name))]),
  ]);
  return page(
    "years as rows over the provinces",
    { rows: [["各地区三次产业增加值"], ["地区", ...trio.map(titled)], ...(rows as CellValue[][])] },
    grid(provinces, years, trio),
  );
}

export function unitChange(): DirtyPage {
  const half = 15;
  const scaled = (place: Province, name: string) => {
    const value = truth(place.code, 2020, name);
    return value === undefined ? null : Math.round(value * 1e4);
  };
  const rows = [
    ...provinces
      .slice(0, half)
      .map((place) => [
        place.short,
        ...trio.map((name) => figure(place, 2020, name)),
        figure(place, 2020, "unemp_rate_registered"),
      ]),
    ["单位：万元"],
    ...provinces
      .slice(half)
      .map((place) => [
        place.short,
        ...trio.map((name) => scaled(place, name)),
        figure(place, 2020, "unemp_rate_registered"),
      ]),
  ];
  return page(
    "the unit changes in mid-column",
    {
      rows: [
        ["2020年各地区增加值"],
        ["单位：亿元"],
        ["地区", ...trio.map((name) => variableOf(name).zh), titled("unemp_rate_registered")],
        ...rows,
      ],
    },
    grid(provinces, [2020], [...trio, "unemp_rate_registered"]),
  );
}

export function itemSections(): DirtyPage {
  const names = ["gdp", "emp_total"];
  const rows = names.flatMap((name) => [
    [titled(name)],
    ...provinces.map((place) => [place.short, ...years.map((year) => figure(place, year, name))]),
  ]);
  return page(
    "variables as rows over the places",
    { rows: [["各地区指标"], ["地区", ...years], ...(rows as CellValue[][])] },
    grid(provinces, years, names),
  );
}
