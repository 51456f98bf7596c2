import { describe, expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { findColumn } from "../contract/table.ts";
import { balances } from "./account.ts";
import { columnPosition } from "./address.ts";
import { guessLayout } from "./guess-layout.ts";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";
import type { Merge, Sheet, SheetValue } from "./sheet.ts";

/** Pages as yearbooks print them, written from figures that are known, and read back cell by cell. */

/** Some figure of one decimal for each thing asked for: the same whenever it is asked. */
function figure(...of: readonly (string | number)[]): number {
  let sum = 7;
  for (const letter of of.join("|")) sum = (sum * 31 + (letter.codePointAt(0) as number)) % 99_991;
  return Math.round(sum + 1000) / 10;
}

const merge = (range: string): Merge => {
  const [, left = "", top, right = "", bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  return { top: Number(top) - 1, left: columnPosition(left), bottom: Number(bottom) - 1, right: columnPosition(right) };
};

function readGuessed(sheet: Sheet): Page {
  const { layout } = guessLayout(sheet);
  if (layout === undefined) throw new Error("no layout");
  const page = readPage(sheet, layout);
  expect(balances(page.account)).toBe(true);
  expect(page.problems).toEqual([]);
  return page;
}

/** Every figure of the page by place, year and column, with its unit: `北京 2020 合计: 627.1 万人`. */
function figuresOf({ tables }: Page): string[] {
  const [{ table } = { table: undefined }] = tables;
  if (table === undefined) return [];
  const [place, year] = ["place", "year"].map((name) => findColumn(table, name)?.values);
  return table.columns
    .flatMap((column) => {
      if (column.kind === "label" || column.name === "year") return [];
      return [...column.values].map((value, row) => {
        const flag = column.flags?.[row];
        const said = `${Number.isNaN(value) ? "gap" : value} ${column.unit}${flag ? ` ${flag}` : ""}`;
        return `${place?.[row]} ${year?.[row]} ${column.name}: ${said}`;
      });
    })
    .sort();
}

const cities = { 河北省: ["石家庄市", "唐山市"], 山西省: ["太原市", "大同市"] } as const;
const stretched = (name: string) => [...name].join("　");

describe("pages of yearbooks, every cell against what they were written from", () => {
  it("a head of three lines, with the English name and its unit in the same cell", () => {
    const named = [
      ["地区生产总值/全市", "万元"],
      ["地区生产总值/全市/第二产业", "万元"],
      ["地区生产总值/市辖区", "万元"],
      ["人均地区生产总值", "元"],
    ] as const;
    const truth: string[] = [];
    const row = (place: string, shown: string): SheetValue[] => {
      truth.push(...named.map(([name, unit]) => `${place} 2020 ${name}: ${figure(place, name)} ${unit}`));
      return [shown, ...named.map(([name]) => figure(place, name))];
    };
    const rows: SheetValue[][] = [
      ["2-14  地区生产总值及构成(2020年)"],
      ["城市\nCity", "地区生产总值\nGross Regional Product", null, null, "人均地区生产总值(元)\nPer Capita GRP (yuan)"],
      [null, "全市(万元)\nTotal City (10 000 yuan)", null, "市辖区(万元)\nDistricts under City (10 000 yuan)", null],
      [null, null, "#第二产业\nSecondary Industry", null, null],
      row("北京市", "北　京　市 Beijing"),
      ...Object.entries(cities).flatMap(([province, own]) => [
        [stretched(province)],
        ...own.map((city) => row(city, `　${stretched(city)}`)),
      ]),
      ["资料来源：国家统计局《中国城市统计年鉴—2021》。"],
    ];
    const merges = ["A1:E1", "A2:A4", "B2:D2", "B3:C3", "D3:D4", "E2:E4"].map(merge);
    const page = readGuessed(sheetOf(rows, { merges }));
    expect(figuresOf(page)).toEqual(truth.sort());
    expect(findColumn(page.tables[0]?.table as never, "地区生产总值/全市/第二产业")?.title?.en).toBe(
      "Gross Regional Product, Total City, Secondary Industry",
    );
  });

  it("years down under a corner that says them and the unit, places as headings, and a note on a sign", () => {
    const years = [1978, "1990年", "2000", "2010①", 2020] as const;
    const names = ["合计", "第二产业", "第二产业/制造业"] as const;
    const truth: string[] = [];
    const row = (place: string, shown: string | number): SheetValue[] => {
      const year = Number.parseInt(String(shown), 10);
      return [
        shown,
        ...names.map((name) => {
          const isSmall = name === "第二产业/制造业" && year === 1978;
          const flag = year === 2010 ? " break" : isSmall ? " below-unit" : "";
          truth.push(`${place} ${year} ${name}: ${isSmall ? "gap" : figure(place, name, year)} 万人${flag}`);
          return isSmall ? "…" : figure(place, name, year);
        }),
      ];
    };
    const rows: SheetValue[][] = [
      ["3-7 主要年份各省(区、市)就业人员"],
      ["年份 \\ 单位：万人", "合 计", "第二产业", null],
      [null, null, null, "#制造业"],
      ...["北京", "天津"].flatMap((place) => [[stretched(place)], ...years.map((year) => row(place, year))]),
      ["注：①2010年起为人口普查推算数，与以前年份口径不同。“…”表示不足本表最小单位数。"],
    ];
    const page = readGuessed(sheetOf(rows, { merges: ["A2:A3", "B2:B3", "C2:D2"].map(merge) }));
    expect(figuresOf(page)).toEqual(truth.sort());
    // the 6 figures of 2010, and the two …
    expect(page.account).toMatchObject({ flagged: 6, explained: 2, missing: 0, refused: 0 });
    expect(page.notes.map(({ code }) => code)).toContain("sign-explained");
  });

  it("a table that goes on in another unit, its provinces once and then under ditto marks", () => {
    const parts: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
      ["亿元", { 江苏省: ["南京市", "无锡市", "徐州市"], 浙江省: ["杭州市", "宁波市"] }],
      ["万元", { 安徽省: ["合肥市", "芜湖市", "马鞍山市"] }],
    ];
    const dittos = ["〃", "″", "同上"];
    const truth: string[] = [];
    const provinceOf: string[] = [];
    const row = (city: string, province: string, at: number, unit: string): SheetValue[] => {
      const [firms, assets] = [Math.round(figure(city)), figure(city, "资产")];
      truth.push(`${city} 2019 企业单位数: ${firms} 个`, `${city} 2019 资产总计: ${assets} 亿元`);
      provinceOf.push(province);
      return [
        at === 0 ? province : (dittos[at % 3] as string),
        city,
        firms,
        unit === "亿元" ? assets : assets * 10_000,
      ];
    };
    const rows: SheetValue[][] = [
      ["5-3 各市规模以上工业企业主要指标(2019年)"],
      ...parts.flatMap(([unit, provinces], part): SheetValue[][] => [
        [part === 0 ? null : "5-3 续表", null, null, `单位：${unit}`],
        ["省份", "城市", "企业单位数(个)", "资产总计"],
        ...Object.entries(provinces).flatMap(([province, own]) => own.map((city, at) => row(city, province, at, unit))),
      ]),
    ];
    const page = readGuessed(sheetOf(rows));
    expect(figuresOf(page)).toEqual(truth.sort());
    expect(findColumn(page.tables[0]?.table as never, "province")?.values).toEqual(provinceOf);
    expect(page.notes.map(({ code }) => code)).toEqual(["ditto", "ditto", "unit-converted"]);
  });

  it("growth in percent beside amounts whose unit stands in their row", () => {
    const items = [
      ["年末常住人口", "万人", "万人"],
      ["#城镇人口", "〃", "万人"],
      ["地区生产总值", "亿元", "亿元"],
      ["第一产业", "〃", "亿元"],
    ] as const;
    const truth: string[] = [];
    const rows: SheetValue[][] = [
      ["北京市国民经济和社会发展主要指标"],
      ["指　　标", "单位", "2019年", null, "2020年", null],
      [null, null, "绝对数", "比上年增长(%)", "绝对数", "比上年增长%"],
      ...items.map(([item, shown, unit]): SheetValue[] => {
        const name = item.replace("#", "");
        const cells = [2019, 2020].flatMap((year) => {
          const [amount, growth] = [figure(name, year), figure(name, year, "%") / 1000];
          truth.push(`北京 ${year} ${name}/绝对数: ${amount} ${unit}`, `北京 ${year} ${name}/比上年增长: ${growth} %`);
          return [amount, growth];
        });
        return [item, shown, ...cells];
      }),
    ];
    const page = readGuessed(sheetOf(rows, { merges: ["A2:A3", "B2:B3", "C2:D2", "E2:F2"].map(merge) }));
    expect(figuresOf(page)).toEqual(truth.sort());
  });

  it("years across that bring their unit with them", () => {
    const years = [2018, 2019] as const;
    const places = ["北京", "天津"] as const;
    const rows: SheetValue[][] = [
      ["各地区常住人口"],
      ["地区", ...years.map((year) => `${year}年(万人)`)],
      ...places.map((place): SheetValue[] => [place, ...years.map((year) => figure(place, year))]),
    ];
    const truth = places.flatMap((place) =>
      years.map((year) => `${place} ${year} 常住人口: ${figure(place, year)} 万人`),
    );
    expect(figuresOf(readGuessed(sheetOf(rows)))).toEqual(truth.sort());
  });

  it("an English page with its shorthand over the table, notes in square brackets and pounds by their sign", () => {
    const regions = { TLI: "London", TLD3: "Greater Manchester", TLE4: "West Yorkshire" } as const;
    const years = [2018, 2019] as const;
    const hidden: Readonly<Record<string, readonly [string, string]>> = {
      "TLD3 2019": ["[x]", "not-available"],
      "TLE4 2018": ["[low]", "below-unit"],
    };
    const truth: string[] = [];
    const rows: SheetValue[][] = [
      ["Table 1: Gross value added by region"],
      ["Shorthand: [x] = not available; [low] = less than half the unit"],
      ["ITL code", "City region [note 1]", ...years.map((year) => `${year} (£ million)`)],
      ...Object.entries(regions).map(([code, name]): SheetValue[] => [
        code,
        name,
        ...years.map((year) => {
          const [shown, flag] = hidden[`${code} ${year}`] ?? [figure(code, year)];
          const value = flag === undefined ? `${shown} million GBP` : `gap million GBP ${flag}`;
          truth.push(`${name} ${year} Gross value added: ${value}`);
          return shown;
        }),
      ]),
      ["Source: Office for National Statistics"],
    ];
    const page = readGuessed(sheetOf(rows));
    expect(figuresOf(page)).toEqual(truth.sort());
    expect(page.account).toMatchObject({ flagged: 0, explained: 2, missing: 0 });
  });

  it("columns that are numbered in brackets under their years", () => {
    const years = [2018, 2019, 2020] as const;
    const places = ["上海", "南京", "苏州"] as const;
    const rows: SheetValue[][] = [
      ["表3.4 各市年末人口"],
      ["(户籍人口)　　　　单位：万人"],
      ["年份\n城市", ...years],
      ["甲", "(1)", "(2)", "(3)"],
      ...places.map((place): SheetValue[] => [stretched(place), ...years.map((year) => figure(place, year))]),
    ];
    const truth = places.flatMap((place) =>
      years.map((year) => `${place} ${year} 年末人口: ${figure(place, year)} 万人`),
    );
    expect(figuresOf(readGuessed(sheetOf(rows)))).toEqual(truth.sort());
  });

  it("industries with the letters of their sections beside them, places across, and two variables down", () => {
    const variables = { 就业人员: "万人", 平均工资: "元" } as const;
    const industries = { A: "农、林、牧、渔业", B: "采矿业", C: "制造业" } as const;
    const places = ["北京市", "天津市"] as const;
    const truth: string[] = [];
    const rows: SheetValue[][] = [
      ["1-9 按行业门类分城镇单位就业人员和平均工资(2021年末)"],
      ["行业", "代码", ...places],
      ...Object.entries(variables).flatMap(([variable, unit]): SheetValue[][] => [
        [`${variable} (${unit})`],
        ...Object.entries(industries).map(([code, name]): SheetValue[] => [
          name,
          code,
          ...places.map((place) => {
            truth.push(`${place} 2021 ${variable}: ${figure(place, name, variable)} ${unit}`);
            return figure(place, name, variable);
          }),
        ]),
      ]),
    ];
    const page = readGuessed(sheetOf(rows));
    expect(figuresOf(page)).toEqual(truth.sort());
    expect(findColumn(page.tables[0]?.table as never, "代码")?.values).toEqual(["A", "A", "B", "B", "C", "C"]);
  });

  it("the year before the unit in one cell", () => {
    const rows: SheetValue[][] = [
      ["各地区人口"],
      ["2020年 单位：万人"],
      ["地区", "常住人口"],
      ["北京", 2189],
      ["天津", 1387],
    ];
    expect(figuresOf(readGuessed(sheetOf(rows)))).toEqual([
      "北京 2020 常住人口: 2189 万人",
      "天津 2020 常住人口: 1387 万人",
    ]);
  });

  it("a ditto mark among figures is refused, for nobody says that it is the figure above", () => {
    const sheet = sheetOf([
      ["地区", "人口(万人)"],
      ["北京", 2189],
      ["天津", "〃"],
    ]);
    const { layout } = guessLayout(sheet);
    expect(readPage(sheet, layout as never).problems.map(({ code }) => code)).toEqual(["figure-ditto"]);
  });
});
