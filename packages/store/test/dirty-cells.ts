import {
  type CellValue,
  type DirtyPage,
  type Expected,
  expectedOf,
  figure,
  grid,
  note,
  page,
  provinces,
  titled,
  trio,
  truth,
  variableOf,
  years,
} from "./true-figures.ts";

/** Pages whose cells are written as yearbooks write them. */

export const gaps = ["-", "…", "...", "‥", "n.a.", "空格", null, "—", " ", "　"];

export function missing(): DirtyPage {
  const names = ["gdp", "emp_total", "house_price_new"];
  let at = 0;
  const expected: Expected[] = [];
  const rows = provinces.map((place) => [
    place.short,
    ...names.map((name): CellValue => {
      at += 1;
      const sign = at % 4 === 0 ? (gaps[(at / 4) % gaps.length] as CellValue) : undefined;
      if (sign === undefined) {
        expected.push(expectedOf(place, 2018, name));
        return figure(place, 2018, name);
      }
      const isExplained = sign === null || String(sign).trim() === ""; // by the note below
      const flag = isExplained ? { flag: "not-available" } : {};
      expected.push({ ...expectedOf(place, 2018, name), value: undefined, ...flag });
      return sign;
    }),
  ]);
  return page(
    "every sign for missing",
    { rows: [["2018年"], ["地区", ...names.map(titled)], ...rows, ["注：“空格”表示数据不详。"]] },
    expected,
  );
}

export const wideDigits = (value: number): string =>
  [...String(value)].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
export const grouped = (value: number, sign: string): string => {
  const [whole, fraction] = String(value).split(".") as [string, string?];
  return whole.replace(/\B(?=(\d{3})+$)/g, sign) + (fraction === undefined ? "" : `.${fraction}`);
};
export const stretched = (text: string): string => (text.length === 2 ? `${text[0]}　${text[1]}` : text);

export function fullWidth(): DirtyPage {
  const names = ["gdp", "wage_urban_units", "consumption_pc"];
  const written = (value: number, at: number): string =>
    [
      wideDigits(value),
      grouped(value, ","),
      grouped(value, " "),
      grouped(value, "\u202f"),
      ` ${value}\u00a0`,
      grouped(value, "，"),
    ][at % 6] as string;
  const rows = provinces.map((place, at) => [
    stretched(place.short),
    ...names.map((name, column): CellValue => {
      const value = truth(place.code, 2017, name);
      return value === undefined ? null : written(value, at + column);
    }),
  ]);
  return page(
    "full-width digits, thousands separators, stretched names",
    {
      rows: [
        ["２０１７年"],
        ["地　区", ...names.map((name) => titled(name).replace("(", "（").replace(")", "）"))],
        ...rows,
      ],
    },
    grid(provinces, [2017], names),
  );
}

export function footnotes(): DirtyPage {
  const expected: Expected[] = [];
  const rows = provinces.map((place, at) => [
    at % 7 === 0 ? `${place.short}①` : place.short,
    ...years.map((year): CellValue => {
      const value = truth(place.code, year, "gdp");
      const marked = (at + year) % 5 === 0;
      const flags = [...(marked ? ["vintage"] : []), ...(at % 7 === 0 ? ["break"] : [])];
      expected.push({ ...expectedOf(place, year, "gdp"), ...(flags.length === 0 ? {} : { flag: flags.join(";") }) });
      return marked ? `${value}②` : (value ?? null);
    }),
  ]);
  return page(
    "footnote marks on names and figures",
    {
      rows: [
        ["地区生产总值", null, null, null, null, null, "单位：亿元"],
        ["地区", ...years],
        ...rows,
        ["① 行政区划调整，与以前年份不可比。"],
        ["② 为第四次经济普查修订数。"],
        [note],
      ],
    },
    expected,
  );
}

export function totalRows(): DirtyPage {
  const sum = (name: string) => provinces.reduce((total, place) => total + (truth(place.code, 2020, name) ?? 0), 0);
  const rows = [
    ["全　国", ...trio.map(sum)],
    ["东部地区", ...trio.map((name) => sum(name) / 2)],
    ...provinces.map((place) => [place.short, ...trio.map((name) => figure(place, 2020, name))]),
    ["合 计", ...trio.map(sum)],
  ];
  return page(
    "rows of sums among the places",
    { rows: [["2020年"], ["地区", ...trio.map(titled)], ...rows] },
    grid(provinces, [2020], trio),
    { totals: 9 },
  );
}

export function hiddenParts(): DirtyPage {
  const names = ["gdp", "emp_total"];
  const rows = provinces.map((place) => [place.short, ...names.map((name) => figure(place, 2020, name)), null]);
  const cells = new Map([
    [
      "3,1",
      {
        value: truth(provinces[1]?.code ?? "", 2020, "gdp") ?? null,
        type: "formula" as const,
        formula: "SUM(Sheet2!A1:A3)",
        formulaResult: truth(provinces[1]?.code ?? "", 2020, "gdp") ?? null,
      },
    ],
  ]);
  return {
    name: "hidden rows, columns and sheets, formulas",
    workbook: {
      sheets: [
        {
          name: "数据",
          rows: [["2020年"], ["地区", ...names.map(titled), null], ...rows],
          rowDefs: new Map([
            [5, { hidden: true }],
            [6, { hidden: true }],
          ]),
          columns: [{}, {}, { hidden: true }],
          cells,
          hidden: true,
        },
        { name: "说明", rows: [["说明"], ["本表为测试数据"]] },
      ],
    },
    expected: grid(provinces, [2020], names),
  };
}

export function percents(): DirtyPage {
  const name = "unemp_rate_registered";
  const cells = new Map<string, { value: CellValue; type: "number"; style: { numFmt: string } }>();
  const rows = provinces.map((place, at) => {
    const [a, b] = [truth(place.code, 2019, name), truth(place.code, 2020, name)];
    cells.set(`${at + 2},2`, {
      value: b === undefined ? null : Number((b / 100).toPrecision(15)),
      type: "number",
      style: { numFmt: "0.00%" },
    });
    return [place.short, a === undefined ? null : `${a}%`, null];
  });
  return page(
    "percent signs, and cells shown in percent",
    { rows: [[variableOf(name).zh], ["地区", "2019年", "2020年"], ...rows], cells },
    grid(provinces, [2019, 2020], [name]),
  );
}
