import { describe, expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { findColumn, type NumberColumn } from "../contract/table.ts";
import { balances } from "./account.ts";
import { type GuessOptions, guessLayout, type LayoutGuess } from "./guess-layout.ts";
import { layoutSchema } from "./layout.ts";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";
import type { Sheet, SheetValue } from "./sheet.ts";

function readGuessed(sheet: Sheet, options: GuessOptions = {}): Page & { readonly guess: LayoutGuess } {
  const guess = guessLayout(sheet, options);
  if (guess.layout === undefined) throw new Error("no layout");
  const page = readPage(sheet, guess.layout, { name: "page" });
  expect(balances(page.account)).toBe(true);
  return { ...page, guess };
}
const column = ({ tables }: Page, name: string) => findColumn(tables[0]?.table as never, name);
const places = (page: Page) => column(page, "place")?.values;
const codes = ({ problems }: Page) => problems.map(({ code }) => code);
const reasons = ({ guess }: { readonly guess: LayoutGuess }) => guess.reasons.map(({ code }) => code);

describe("pages that were read wrongly once", () => {
  it("a column under a year holds figures, though none of its cells is one", () => {
    const page = readGuessed(
      sheetOf([
        ["省份", "2015年", "2016年", "2017年"],
        ["北京", 24779, 27041, "2 9883"],
        ["河北省", 26000, 28474, "x"],
      ]),
    );
    expect(page.tables[0]?.table.columns.map(({ name }) => name)).not.toContain("2017年");
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
    expect(page.account).toMatchObject({ read: 4, refused: 2 });
  });

  it("a first row without a figure is no part of the head", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)", "人口(万人)"],
        ["北京", "保密", "x"],
        ["天津", 14104, 1385],
        ["河北", 35105, 7592],
      ]),
    );
    expect(places(page)).toEqual(["北京", "天津", "河北"]);
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
  });

  it("a first figure in brackets is refused, and no part of the head", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "净迁入(万人)"],
        ["北京", "(12.3)"],
        ["上海", "−5.2"],
      ]),
    );
    expect(codes(page)).toEqual(["number-in-brackets"]);
    expect((column(page, "净迁入") as NumberColumn).values).toEqual(Float64Array.of(Number.NaN, -5.2));
  });

  it("means and sums of named areas are no places, and no parts of a sum", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)"],
        ["北京", 36103],
        ["天津", 14084],
        ["合计", 50187],
        ["平均", 25093.5],
        ["平均值", 25093.5],
        ["京津合计", 50187],
      ]),
    );
    expect(places(page)).toEqual(["北京", "天津"]);
    expect(page.tables[0]?.totals?.rows).toBe(4);
    expect(page.tables[0]?.table.source?.page).toMatchObject({ off: [] });
  });

  it("months are names, and no units", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "1月", "2月", "12月份"],
        ["北京", 1, 2, 3],
        ["天津", 4, 5, 6],
      ]),
    );
    expect(column(page, "1月")).toMatchObject({ unit: "1" });
    expect(column(page, "12月份")).toMatchObject({ unit: "1" });
  });

  it("codes that were numbers once lose their point", () => {
    const page = readGuessed(
      sheetOf([
        ["行政区划代码", "地区", "产值(亿元)"],
        [110000, "北京市", 36103],
        ["120000.0", "天津市", 14084],
      ]),
    );
    expect(column(page, "code")?.values).toEqual(["110000", "120000"]);
  });

  it("ranges and school years are named, and taken for no year", () => {
    const page = readGuessed(
      sheetOf(
        [
          ["地区", "2017-18", "2018-19"],
          ["北京", 10, 11],
          ["天津", 20, 21],
        ],
        { name: "2018-19年度" },
      ),
    );
    expect(reasons(page)).toEqual(expect.arrayContaining(["spans-across", "year-open"]));
    expect(column(page, "year")).toBeUndefined();
  });

  it("the edition of a yearbook is not the year of its figures", () => {
    const page = readGuessed(
      sheetOf([["《中国城市统计年鉴2019》各市人口"], ["地区", "人口(万人)"], ["北京", 1376], ["天津", 1082]]),
    );
    expect(reasons(page)).toContain("year-open");
    expect(column(page, "year")).toBeUndefined();
  });
});

describe("units and figures that stand apart from their cells", () => {
  it("the corner over the names of rows gives the unit", () => {
    const page = readGuessed(
      sheetOf([
        ["地区(亿元)", "2018", "2019"],
        ["北京", 33106, 35445],
        ["天津", 13363, 14055],
      ]),
    );
    expect(page.tables[0]?.table.columns.at(-1)).toMatchObject({ unit: "亿元" });
  });

  it("a continued table keeps its variable though its unit is said anew", () => {
    const page = readGuessed(
      sheetOf([
        ["表3 各市人口"],
        ["单位：万人"],
        ["地区", "2018", "2019"],
        ["石家庄市", 1000, 1001],
        ["唐山市", 760, 761],
        [],
        ["续表"],
        ["单位：人"],
        ["地区", "2018", "2019"],
        ["保定市", 9_390_000, 9_400_000],
      ]),
    );
    expect(page.tables).toHaveLength(1);
    expect((column(page, "人口") as NumberColumn).values).toEqual(Float64Array.of(1000, 1001, 760, 761, 939, 940));
  });

  it("a figure with its scale behind it is refused, and is no unit", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "人口"],
        ["北京", "2154万"],
        ["天津", "1.3亿"],
        ["河北", 7426],
      ]),
    );
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
    expect(page.account).toMatchObject({ read: 1, refused: 2 });
  });

  it("a figure that is merged over two rows is nobody's", () => {
    const page = readGuessed(
      sheetOf(
        [
          ["地区", "投资(亿元)"],
          ["北京", 100],
          ["天津", null],
          ["河北", 50],
        ],
        { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] },
      ),
    );
    expect(codes(page)).toEqual(["figure-merged"]);
    expect(page.account).toMatchObject({ read: 2, refused: 1 });
  });

  it("so is one that is merged over two years, and one in words; a column that is two wide is one", () => {
    const wide = sheetOf(
      [
        ["地区", "2019年", "2020年", "投资(亿元)", null],
        ["北京", 5, null, "1,100", null],
        ["天津", 3, 4, "1,200", null],
      ],
      {
        merges: [
          { top: 1, left: 1, bottom: 1, right: 2 },
          ...[0, 1, 2].map((row) => ({ top: row, left: 3, bottom: row, right: 4 })),
        ],
      },
    );
    const page = readGuessed(wide);
    expect(page.problems.map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ["figure-merged", 2, "C"],
    ]);
    const words = readGuessed(
      sheetOf(
        [
          ["地区", "投资(亿元)"],
          ["北京", "1,100"],
          ["天津", null],
        ],
        { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] },
      ),
    );
    expect(codes(words)).toEqual(["figure-merged"]);
  });

  it("the same digits in another unit are another figure, and the same figure in another unit is the same", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)"],
        ["北京", 100],
        ["天津", 3],
        ["单位：万元", null],
        ["北京", 100],
        ["天津", 30_000],
      ]),
    );
    expect(page.problems.map(({ text }) => text.en)).toEqual([
      "Sheet1!B5 gives 产值 a second time, 100 万元 after 100 亿元 in B2",
    ]);
    expect(page.notes.map(({ code, place }) => [code, place?.row])).toEqual([["cell-repeats", 6]]);
  });

  it("a figure behind a triangle may be below zero: refused until the layout says", () => {
    const sheet = sheetOf([
      ["地区", "增长率(%)"],
      ["東京", "△12.3"],
      ["大阪", "▲ 1.5"],
    ]);
    const page = readGuessed(sheet);
    expect(codes(page)).toEqual(["number-behind-triangle", "number-behind-triangle"]);
    const values = (more: object) => {
      const read = readPage(sheet, { ...(page.guess.layout as NonNullable<typeof page.guess.layout>), ...more });
      return [...(column(read, "增长率") as NumberColumn).values];
    };
    expect(values({ triangles: "negative" })).toEqual([-12.3, -1.5]);
    expect(values({ marks: { "△": "note" } })).toEqual([12.3, 1.5]);
  });
});

describe("a unit in the corner over the places", () => {
  const cities = ["南京市", "无锡市", "徐州市", "常州市", "苏州市"];
  const variables = [
    { name: "gdp", title: { en: "Gross regional product", zh: "地区生产总值" }, unit: "亿元" },
    { name: "va_secondary", title: { en: "Secondary industry", zh: "第二产业增加值" }, unit: "亿元" },
    { name: "va_tertiary", title: { en: "Tertiary industry", zh: "第三产业增加值" }, unit: "亿元" },
  ];
  const unit = "单位：亿元";
  const [gdp, second, third] = variables.map(({ title }) => title.zh) as [string, string, string];
  type Head = readonly SheetValue[];
  const figure = (row: number, column: number) => 1000 + 100 * column + 7.5 * row;
  const merge = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

  /** The head under a title and an empty row, and five cities under it: each figure is known by where it stands. */
  function sheetUnder(head: readonly Head[], merges: readonly ReturnType<typeof merge>[] = []): Sheet {
    const width = Math.max(...head.map(({ length }) => length));
    const rows = cities.map((city, row) => [
      city,
      ...Array.from({ length: width - 1 }, (_, column) => figure(row, column)),
    ]);
    return sheetOf([["2-5 2020年主要指标"], [], ...head, ...rows], { merges: [...merges] });
  }

  /** What a column under the head has to become: the variable, and the year where one stands over it. */
  type Truth = readonly (readonly [variable: string, year?: number])[];

  const corner = merge(2, 0, 3, 0);
  const pairs = [merge(2, 1, 2, 2), merge(2, 3, 2, 4)];
  const twoByTwo: readonly Head[] = [
    [unit, gdp, null, third],
    [null, 2017, 2018, 2019, 2020],
  ];
  const twoByTwoTruth: Truth = [
    ["gdp", 2017],
    ["gdp", 2018],
    ["va_tertiary", 2019],
    ["va_tertiary", 2020],
  ];
  const three: readonly Head[] = [
    [unit, gdp, null, second, null, third],
    [null, 2019, 2020, 2019, 2020, 2019, 2020],
  ];
  const threeTruth: Truth = variables.flatMap(({ name }) => [[name, 2019] as const, [name, 2020] as const]);
  const oneOverFour: readonly Head[] = [
    [unit, second, third],
    [null, 2017, 2018, 2019, 2020],
  ];
  const oneOverFourTruth: Truth = [
    ["va_secondary", 2017],
    ["va_tertiary", 2018],
    ["va_tertiary", 2019],
    ["va_tertiary", 2020],
  ];

  it.each<[string, Sheet, Truth]>([
    ["merged over both lines", sheetUnder(twoByTwo, [corner, ...pairs]), twoByTwoTruth],
    ["in the first line alone", sheetUnder(twoByTwo, pairs), twoByTwoTruth],
    ["where nothing is merged", sheetUnder(twoByTwo), twoByTwoTruth],
    [
      "over 地区",
      sheetUnder(
        [
          [unit, gdp, null, third],
          ["地区", 2017, 2018, 2019, 2020],
        ],
        pairs,
      ),
      twoByTwoTruth,
    ],
    [
      "in the second line",
      sheetUnder(
        [
          [null, gdp, null, third],
          [unit, 2017, 2018, 2019, 2020],
        ],
        pairs,
      ),
      twoByTwoTruth,
    ],
    [
      "beside one variable for one year and one for three",
      sheetUnder(oneOverFour, [merge(2, 2, 2, 4)]),
      oneOverFourTruth,
    ],
    [
      "over three variables",
      sheetUnder(three, [corner, merge(2, 1, 2, 2), merge(2, 3, 2, 4), merge(2, 5, 2, 6)]),
      threeTruth,
    ],
    [
      "over three variables, over 地区",
      sheetUnder([three[0] as Head, ["地区", ...(three[1] as Head).slice(1)]]),
      threeTruth,
    ],
    [
      "under years",
      sheetUnder(
        [
          [unit, "2019年", null, "2020年"],
          ["地区", gdp, third, gdp, third],
        ],
        pairs,
      ),
      [
        ["gdp", 2019],
        ["va_tertiary", 2019],
        ["gdp", 2020],
        ["va_tertiary", 2020],
      ],
    ],
    [
      "beside years alone under a named variable",
      sheetUnder(
        [
          [unit, gdp],
          [null, 2018, 2019, 2020],
        ],
        [merge(2, 1, 2, 3)],
      ),
      [
        ["gdp", 2018],
        ["gdp", 2019],
        ["gdp", 2020],
      ],
    ],
    ["of a head of one line", sheetUnder([[unit, gdp, third]]), [["gdp"], ["va_tertiary"]]],
    ["of a head of one variable", sheetUnder([[unit, gdp]]), [["gdp"]]],
    ["in brackets", sheetUnder([["（单位：亿元）", gdp, third]]), [["gdp"], ["va_tertiary"]]],
    ["without the word", sheetUnder([["(亿元)", gdp, third]]), [["gdp"], ["va_tertiary"]]],
    ["behind 地区", sheetUnder([["地区 单位：亿元", gdp, third]]), [["gdp"], ["va_tertiary"]]],
  ])("%s", (_, sheet, truth) => {
    const page = readGuessed(sheet, { variables });
    expect(page.problems).toEqual([]);
    expect(page.account).toMatchObject({ read: truth.length * cities.length, refused: 0 });
    const years = column(page, "year")?.values;
    const told = [...new Set(truth.map(([name]) => name))].flatMap((name) => {
      const found = column(page, name) as NumberColumn;
      expect(found.unit).toBe("亿元");
      return [...found.values].flatMap((value, at) =>
        Number.isNaN(value)
          ? []
          : `${places(page)?.[at]} ${truth.some(([, year]) => year) ? years?.[at] : ""} ${name} ${value}`,
      );
    });
    const expected = truth.flatMap(([name, year], at) =>
      cities.map((city, row) => `${city} ${year ?? ""} ${name} ${figure(row, at)}`),
    );
    expect(told.toSorted()).toEqual(expected.toSorted());
  });

  it("over places that nobody knows", () => {
    const page = readGuessed(
      sheetOf([
        [unit, "2018", "2019"],
        ["东片", 1, 2],
        ["西片", 3, 4],
      ]),
    );
    expect(places(page)).toEqual(["东片", "东片", "西片", "西片"]);
    expect(page.tables[0]?.table.columns.at(-1)).toMatchObject({ unit: "亿元" });
  });

  it("of a second table right under the first", () => {
    const head = [unit, "2018", "2019"];
    const page = readGuessed(sheetOf([head, ["南京市", 1000, 1100], [], head, ["苏州市", 1200, 1300]]));
    expect(places(page)).toEqual(["南京市", "南京市", "苏州市", "苏州市"]);
    expect(page.account).toMatchObject({ read: 4, refused: 0 });
  });

  it("is nearer than that of the title", () => {
    const page = readGuessed(sheetOf([["单位：万元"], [], ["地区(亿元)", gdp], ["南京市", 1000], ["苏州市", 1200]]), {
      variables,
    });
    expect(column(page, "gdp")).toMatchObject({ unit: "亿元" });
  });

  it.each(["按当年价格计算", "本表为初步数", "Unit: 亿元"])("a line of its own beside %s is no head", (aside) => {
    const page = readGuessed(
      sheetOf([
        ["表1 主要指标"],
        [unit, null, aside],
        ["地区", gdp, third],
        ["南京市", 1000, 600],
        ["苏州市", 1200, 700],
      ]),
      { variables },
    );
    expect(page.guess.layout).toMatchObject({ titles: [1, 2], tables: [{ head: [3], unit: "亿元" }] });
    expect(page.account).toMatchObject({ read: 4, refused: 0 });
  });

  it("a column of words under a named unit stays one of figures", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)"],
        ["南京市", "保密"],
        ["苏州市", "保密"],
        ["无锡市", 3],
      ]),
    );
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
  });
});

describe("titles that name two variables", () => {
  const variables = [
    { name: "gdp", title: { en: "Gross regional product", zh: "地区生产总值" } },
    { name: "per_head", title: { en: "Product per head", zh: "人均地区生产总值" } },
    { name: "population", title: { en: "Population", zh: "常住人口" } },
  ];
  const under = (title: readonly string[]) =>
    readGuessed(sheetOf([[...title], [], ["地区", "2018", "2019"], ["南京市", 1, 2], ["苏州市", 3, 4]]), { variables });

  it.each([["地区生产总值和常住人口"], ["地区生产总值", "常住人口"]])("are not taken for one: %s %s", (...title) => {
    const page = under(title);
    expect(reasons(page)).toContain("variables-several");
    expect(page.account).toMatchObject({ read: 0, refused: 4 });
    expect(new Set(codes(page))).toEqual(new Set(["column-unnamed"]));
  });

  it.each([
    ["人均地区生产总值", "per_head"],
    ["地区生产总值 Gross regional product", "gdp"],
    ["常住人口 Population", "population"],
  ])("but %s is one", (title, name) => {
    const page = under([title]);
    expect((column(page, name) as NumberColumn).values).toEqual(Float64Array.of(1, 2, 3, 4));
  });
});

describe("what to write where a guess was wrong", () => {
  const sheet = sheetOf([
    ["地区", "2018", "2019", null],
    ["南京市", 1, 2, 9],
    ["苏州市", 3, 4, null],
  ]);
  const block = { rows: [2, 3], columns: ["A", "D"], head: [1], years: "across", variable: "gdp" };
  const readBy = (more: object) =>
    readPage(sheet, layoutSchema.parse({ tables: [{ ...block, ...more }] }), { name: "page" });

  it("is told as the layout has it, and reads the page", () => {
    const wrong = readBy({});
    const hints = wrong.problems.map(({ place, hint }) => [`${place?.column}${place?.row}`, hint?.zh]);
    expect(hints).toContainEqual([
      "A2",
      "若该列为地区名，请在 layout 的该表（tables）中写 by: { place: A }；如不需要，请写 leave: { columns: [A] }",
    ]);
    const named = readBy({ by: { place: "A" } });
    expect(named.problems.map(({ hint }) => hint?.en)).toEqual([
      "write `leave: { columns: [D] }` in the table of the layout, or read the column by a table of its own",
    ]);
    expect(readBy({ by: { place: "A" }, leave: { columns: ["D"] } }).problems).toEqual([]);
  });
});
