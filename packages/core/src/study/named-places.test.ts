import { describe, expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import { hasNamedPlaces, withCodes } from "./named-places.ts";

const place = (code: string, zh: string, level: DatedPlace["level"]): DatedPlace => ({
  code,
  system: "gb2260",
  name: { en: zh, zh },
  names: [zh],
  level,
});
const lists = [
  place("110000", "北京市", "province"),
  place("220000", "吉林省", "province"),
  place("220200", "吉林市", "prefecture"),
  place("110105", "朝阳区", "county"),
  place("210100", "沈阳市", "prefecture"),
  place("211300", "朝阳市", "prefecture"),
];
const tableOf = (...names: string[]) =>
  makeTable("page", [], [labels("place", names), numbers("gdp", "yuan", [...names.keys()])], {
    source: { dataset: "page", file: "page.xlsx", sheets: ["2-1"] },
    lines: Uint32Array.from(names, (_, at) => at + 4),
  });
const isCode = (code: string) => /^\d{6}$/.test(code);
const codes = (...names: string[]) => withCodes(tableOf(...names), lists, isCode).table.columns[0]?.values;

describe("places that a page calls by names", () => {
  it("get their codes; what is a code already stays", () => {
    expect(codes("北　京", "吉林市", "211300")).toEqual(["110000", "220200", "211300"]);
    const mixed = withCodes(tableOf("北京", "110100", "11", "02"), lists, (code) => code === "110000");
    expect(mixed.table.columns[0]?.values).toEqual(["110000", "110000", "11", "02"]);
    expect(hasNamedPlaces(tableOf("110000", "220000"), isCode)).toBe(false);
  });

  it("are provinces where every name is one's", () => {
    expect(codes("北京", "吉林")).toEqual(["110000", "220000"]);
  });

  it("are refused with file, sheet and row where several bear the name, unless the study confirms one", () => {
    const table = tableOf("北京市", "朝阳");
    const [problem] = (() => {
      try {
        withCodes(table, lists, isCode);
        return [];
      } catch (error) {
        return (error as InputError).problems;
      }
    })();
    expect(problem?.place).toEqual({ file: "page.xlsx", sheet: "2-1", row: 5 });
    expect(problem?.text.zh).toContain("“朝阳”可指多个地区");
    const confirmed = withCodes(table, lists, isCode, { 朝阳: "211300" });
    expect(confirmed.table.columns[0]?.values).toEqual(["110000", "211300"]);
    expect(confirmed.places.map(({ name }) => name.zh)).toEqual(["北京市", "朝阳市"]);
    expect(() => withCodes(table, lists, isCode, { 朝阳: "999999" })).toThrow(InputError);
  });

  it("are the places that bore the names in the years of their rows", () => {
    const former = { ...place("341400", "巢湖市", "prefecture"), until: "2011-08" };
    const county = { ...place("340181", "巢湖市", "county"), since: "2011-08" };
    const [names, years] = [
      ["沈阳市", "巢湖", "巢湖"],
      [2009, 2009, 2010],
    ];
    const page = tableOf(...names);
    const dated = { ...page, columns: [...page.columns, numbers("year", "1", years)] };
    const known = [...lists, former, county];
    expect(withCodes(dated, known, isCode).table.columns[0]?.values).toEqual(["210100", "341400", "341400"]);
    expect(() => withCodes(page, known, isCode)).toThrow(InputError);
    const { confirmed } = withCodes(dated, known, isCode, { 巢湖: "340181", 朝阳: "211300" });
    expect(confirmed).toEqual(["巢湖"]);
  });

  it("stay as they are where no list has them, and are named in a note", () => {
    const { table, notes } = withCodes(tableOf("北京市", "某高新区", "110999"), lists, (code) => code === "110000");
    expect(table.columns[0]?.values).toEqual(["110000", "某高新区", "110999"]);
    expect(notes[0]?.text.en).toBe("page.xlsx [2-1]: no list of places has 某高新区; they stay as they are");
  });

  it("are told apart from sums over places, and asked about where one sign may be a slip", () => {
    const { table, notes } = withCodes(tableOf("沈阳市", "朝阻市", "全省", "辽东"), lists, isCode);
    expect(table.columns[0]?.values).toEqual(["210100", "朝阻市", "全省", "辽东"]);
    expect(notes.map(({ code, text, hint }) => [code, text, hint?.en])).toEqual([
      [
        "places-unknown-names",
        {
          en: "page.xlsx [2-1]: no list of places has 朝阻市 (is 朝阳市 meant?); they stay as they are",
          zh: "page.xlsx [2-1]：地区表中没有 朝阻市（是否指朝阳市？），原样保留",
        },
        'if one is a place, write places: { confirm: { "朝阻市": "211300" } } in the study',
      ],
      [
        "places-sums",
        {
          en: "page.xlsx [2-1]: 全省, 辽东 are sums or means over places, not places: left aside, unless places: all keeps every row",
          zh: "page.xlsx [2-1]：全省、辽东是多个地区的合计或平均，不是地区：除非写明 places: all，否则不予采用",
        },
        undefined,
      ],
    ]);
  });
});
