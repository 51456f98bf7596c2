import {
  type CellValue,
  type DirtyPage,
  figure,
  grid,
  note,
  page,
  provinces,
  span,
  titled,
  trio,
  variableOf,
  years,
  zhUnit,
} from "./true-figures.ts";

/** Pages whose heads stand as yearbooks print them. */

export function flat(): DirtyPage {
  const names = ["gdp", "consumption_pc", "emp_total"];
  const rows = provinces.flatMap((place) =>
    years.map((year) => [place.short, year, ...names.map((name) => figure(place, year, name))]),
  );
  return page(
    "one head, years down",
    { rows: [["地区", "年份", ...names.map(titled)], ...rows] },
    grid(provinces, years, names),
  );
}

export function mergedHeads(): DirtyPage {
  const names = ["gdp", "construction_output"];
  const head = ["地区", ...names.flatMap((name) => [variableOf(name).zh, ...years.slice(1).map(() => null)])];
  const below = [null, ...names.flatMap(() => years.map((year) => `${year}年`))];
  const rows = provinces.map((place) => [
    place.short,
    ...names.flatMap((name) => years.map((year) => figure(place, year, name))),
  ]);
  const width = head.length - 1;
  return page(
    "two merged lines, years across under variables",
    {
      rows: [["2-1 各地区主要经济指标"], [...Array(width).fill(null), "单位：亿元"], head, below, ...rows, [note]],
      merges: [
        span(0, 0, 0, width),
        span(2, 0, 3, 0),
        span(2, 1, 2, years.length),
        span(2, years.length + 1, 2, width),
      ],
    },
    grid(provinces, years, names),
  );
}

export function threeLines(): DirtyPage {
  const names = ["gdp", ...trio];
  const year = 2019;
  const rows = provinces.map((place) => [
    place.short,
    place.en,
    ...names.map((name) => figure(place, year, name)),
    figure(place, year, "consumption_pc"),
  ]);
  return page(
    "three merged lines, English and units under them",
    {
      rows: [
        ["2-2 各地区生产总值（2019年）"],
        ["2-2 Gross Regional Product by Region (2019)"],
        ["地区", null, "生产核算", null, null, null, "居民消费"],
        [null, null, "地区生产总值", "其中：", null, null, "全体居民人均消费支出"],
        [null, null, null, "第一产业增加值", "第二产业增加值", "第三产业增加值", null],
        [
          "Region",
          null,
          "Gross regional product",
          "Value added, primary industry",
          "Value added, secondary industry",
          "Value added, tertiary industry",
          "Consumption expenditure per head, all residents",
        ],
        [null, null, "(亿元)", "(亿元)", "(亿元)", "(亿元)", "(元/人)"],
        ...rows,
        ["注：本表按当年价格计算。"],
        [note],
      ],
      merges: [
        span(2, 0, 4, 1),
        span(2, 2, 2, 5),
        span(3, 2, 4, 2),
        span(3, 3, 3, 5),
        span(3, 6, 4, 6),
        span(5, 0, 5, 1),
      ],
    },
    grid(provinces, [year], [...names, "consumption_pc"]),
  );
}

export function yearsAcross(): DirtyPage {
  const rows = provinces.map((place) => [place.short, ...years.map((year) => figure(place, year, "wage_urban_units"))]);
  return page(
    "one variable, named by the title, years across",
    {
      rows: [
        [`4-11 各地区${variableOf("wage_urban_units").zh}(2015-2020年)`],
        ["单位：元/人"],
        ["地 区", ...years],
        ...rows,
        [note],
      ],
    },
    grid(provinces, years, ["wage_urban_units"]),
  );
}

export function unmergedHeads(): DirtyPage {
  const names = ["gdp", "construction_output"];
  const rows = provinces.map((place) => [
    place.code,
    place.short,
    ...names.flatMap((name) => years.map((year) => figure(place, year, name))),
    "无",
  ]);
  return page(
    "heads that span without a merge, codes, remarks",
    {
      rows: [
        ["单位：亿元"],
        [
          "行政区划代码",
          "地区",
          ...names.flatMap((name) => [variableOf(name).zh, ...years.slice(1).map(() => null)]),
          "备注",
        ],
        [null, null, ...names.flatMap(() => years), null],
        ...rows,
      ],
    },
    grid(provinces, years, names),
  );
}

export function bilingual(): DirtyPage {
  const names = ["gdp", "consumption_pc"];
  const rows = provinces.map((place) => [
    `${place.short} ${place.en}`,
    ...names.map((name) => figure(place, 2020, name)),
  ]);
  return page(
    "both languages in one cell",
    {
      rows: [
        ["2020年"],
        ["地区\nRegion", ...names.map((name) => `${variableOf(name).zh}(${zhUnit(name)})\n${variableOf(name).en}`)],
        ...rows,
      ],
    },
    grid(provinces, [2020], names),
  );
}

export function numbered(): DirtyPage {
  const rows = provinces.map((place, at) => [at + 1, place.short, ...trio.map((name) => figure(place, 2020, name))]);
  return page(
    "row numbers and a numbered head",
    {
      rows: [
        ["2020年"],
        ["序号", "地区", ...trio.map(titled)],
        ["甲", null, 1, 2, 3]
          .map((each, at) => (at === 1 ? "乙" : each))
          .map((each, at) => (at === 0 ? "甲" : each)) as CellValue[],
        ...rows,
      ],
    },
    grid(provinces, [2020], trio),
  );
}

/** Everything at once. */
