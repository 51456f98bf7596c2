import { readFileSync } from "node:fs";
import { join } from "node:path";
import { labels, makeTable, numbers } from "@conurb/core/contract";
import { requireTable, typeTable } from "@conurb/core/tables";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../test/temporary.ts";
import { tableToStata } from "../../export/export-stata.ts";
import { decodeData } from "../read-data.ts";
import { decodeStata } from "./read-stata.ts";
import { dateText } from "./stata-dates.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, "../../../test/fixtures/stata", name)));
const column = async (file: string, name: string, options = {}) => {
  const { cells } = await decodeStata(fixture(file), file, options);
  const at = cells.rows[0]?.indexOf(name) as number;
  expect(at).toBeGreaterThanOrEqual(0);
  return cells.rows.slice(1).map((row) => row[at]);
};

// written by pandas 3.1.1, see make.py beside the files
describe.each(["118-little", "118-big", "119-little", "119-big", "117-gb18030-little", "117-gb18030-big"])(
  "%s",
  (name) => {
    const file = `${name}.dta`;

    it("gives texts, numbers of every type and gaps", async () => {
      expect(await column(file, "city")).toEqual(["北京", "天津", "石家庄", ""]);
      expect(await column(file, "small")).toEqual(["1", "-5", "100", "7"]);
      expect(await column(file, "middle")).toEqual(["2015", "-32000", "32740", "0"]);
      expect(await column(file, "large")).toEqual(["110000", "120000", "2147483620", "-2147483647"]);
      // .1 as a float of 4 bytes is 13421773 / 2^27
      expect(await column(file, "single")).toEqual(["0.5", String(13421773 / 2 ** 27), "", String(Math.fround(-1e30))]);
      expect(await column(file, "real")).toEqual(["0.1", "", "1e+300", "-123456789.125"]);
    });

    it("gives dates as dates, before 1960 and after", async () => {
      expect(await column(file, "day")).toEqual(["2015-12-31", "1959-12-31", "1960-01-01", "2024-02-29"]);
      expect(await column(file, "month")).toEqual(["2015-12", "1959-12", "1960-01", "2024-02"]);
      expect(await column(file, "quarter")).toEqual(["2015Q4", "1959Q4", "1960Q1", "2024Q2"]);
      expect(await column(file, "year")).toEqual(["2015", "1959", "1960", "2024"]);
      expect((await column(file, "time"))[0]).toBe("2015-12-31T23:59:58");
    });

    it("gives labels for labelled values, and codes when asked", async () => {
      expect(await column(file, "region")).toEqual(["东部", "东部", "中部", "西部"]);
      expect(await column(file, "region_code", { codes: true })).toEqual(
        // pandas numbers them by the order of the words, which is that of their bytes
        name.startsWith("117") ? ["0", "0", "2", "1"] : ["0", "0", "1", "2"],
      );
    });

    it("gives long strings", async () => {
      expect(await column(file, "note")).toEqual(["long ".repeat(500), "", "same", "same"]);
    });

    it("takes titles and units from the variable labels", async () => {
      const { cells } = await decodeStata(fixture(file), file);
      const table = requireTable(typeTable(cells, { name: "x" }));
      const real = table.columns.find((each) => each.name === "real");
      expect(real).toMatchObject({ unit: "100 million yuan", title: { en: "Output (100 million yuan)" } });
      expect(table.columns[0]).toMatchObject({ kind: "label", title: { zh: "城市" } });
    });
  },
);

describe("decodeStata", () => {
  it("says how it read texts that the format leaves open", async () => {
    const chinese = await decodeStata(fixture("117-gb18030-little.dta"), "x.dta");
    expect([chinese.encoding, chinese.notes?.[0]?.code]).toEqual(["gb18030", "stata-encoding"]);
    const latin = await decodeStata(fixture("117-latin.dta"), "x.dta");
    expect([latin.encoding, latin.cells.rows[2]?.[0]]).toEqual(["windows-1252", "Île-de-France"]);
    expect((await decodeStata(fixture("118-little.dta"), "x.dta")).notes).toEqual([]);
    const told = await refusalOf(decodeStata(fixture("117-latin.dta"), "x.dta", { encoding: "utf-8" }));
    expect(told.code).toBe("stata-text");
  });

  // written by haven 2.5.1, see make.R beside the files
  it.each(["missing-117.dta", "missing-118.dta", "missing-119.dta"])(
    "keeps kinds of missing values as flags: %s",
    async (file) => {
      const { cells, notes } = await decodeStata(fixture(file), file);
      expect(await column(file, "jobs")).toEqual(["10", "", "", "", "12"]);
      expect([...(cells.flags?.[1] ?? [])]).toEqual([
        [2, "refused"],
        [3, ".z"],
      ]);
      const { table, account } = typeTable(cells, { name: "x" });
      expect(table?.columns[1]).toMatchObject({ unit: "1", flags: [null, "refused", ".z", null, null] });
      expect(account).toEqual({ cells: 20, read: 16, flagged: 0, missing: 4, refused: 0 });
      expect(await column(file, "kind")).toEqual(["core", "edge", "core", "", "edge"]);
      expect(await column(file, "partly")).toEqual(["1", "2", "3", "4", "5"]);
      expect(notes?.map(({ code }) => code)).toEqual(["stata-missing-kinds", "stata-labels-some"]);
    },
  );

  it("refuses what is older, newer, cut off or contradicts itself, with the reason", async () => {
    const old = await refusalOf(decodeData(fixture("114.dta"), "x.dta"));
    expect(old.message).toBe("x.dta is a Stata file of format 114, expected 117, 118 or 119");
    const sound = fixture("118-little.dta");
    const newer = Uint8Array.from(sound);
    newer.set([0x31, 0x32, 0x31], 28); // <stata_dta><header><release>121
    expect((await refusalOf(decodeStata(newer, "x.dta"))).code).toBe("stata-release");
    const cut = await refusalOf(decodeStata(sound.subarray(0, 9000), "x.dta"));
    expect(cut.message).toMatch(/^x\.dta ends too early, within \w+: \d+ bytes are needed and 9000 are there$/);
    for (const size of [0, 5, 40, 100, 300, 5000, sound.length - 1]) {
      expect(["stata-truncated", "stata-broken"]).toContain(
        (await refusalOf(decodeStata(sound.subarray(0, size), "x.dta"))).code,
      );
    }
    const hostile = Uint8Array.from(sound);
    const rows = Buffer.from(sound).indexOf("<N>") + 3;
    hostile.fill(0x7f, rows, rows + 8);
    expect((await refusalOf(decodeStata(hostile, "x.dta"))).code).toBe("stata-truncated");
    const wide = Uint8Array.from(sound);
    wide.fill(0xff, Buffer.from(sound).indexOf("<K>") + 3, Buffer.from(sound).indexOf("<K>") + 5);
    expect((await refusalOf(decodeStata(wide, "x.dta"))).code).toBe("stata-truncated");
  });
});

describe("dates by their formats", () => {
  // in place of the format of the fixture's %td column, which is written over in its 57 bytes
  const withFormat = (column: number, format: string) => {
    const bytes = Buffer.from(fixture("118-little.dta"));
    const at = bytes.indexOf("<formats>") + "<formats>".length + column * 57;
    bytes.fill(0, at, at + 57);
    bytes.write(format, at);
    return new Uint8Array(bytes);
  };
  const head = async () => (await decodeStata(fixture("118-little.dta"), "x.dta")).cells.rows[0] as string[];

  it("takes the leap seconds out of %tC, which counts them", () => {
    // Stata's manual, [D] Datetime: 26 were inserted before 31 December 2015, 27 by 2017
    const text = (iso: string, leaps: number) => dateText(Date.parse(iso) - Date.UTC(1960, 0, 1) + leaps * 1000, "C");
    expect(text("1972-06-30T23:59:59Z", 0)).toBe("1972-06-30T23:59:59");
    expect(text("1972-07-01T00:00:00Z", 0)).toBe("1972-06-30T23:59:60");
    expect(text("1972-07-01T00:00:00Z", 1)).toBe("1972-07-01T00:00:00");
    expect(text("2015-12-31T23:59:58.5Z", 26)).toBe("2015-12-31T23:59:58.500");
    expect(text("2017-01-01T00:00:00Z", 26)).toBe("2016-12-31T23:59:60");
    expect(text("2024-02-29T12:00:00Z", 27)).toBe("2024-02-29T12:00:00");
    expect(dateText(Date.parse("2024-02-29T12:00:00Z") - Date.UTC(1960, 0, 1), "c")).toBe("2024-02-29T12:00:00");
  });

  it("says that business days are counted by a calendar that the file does not hold", async () => {
    const day = (await head()).indexOf("day");
    const { cells, notes } = await decodeStata(withFormat(day, "%tbnyse"), "x.dta");
    expect(cells.kinds?.[day]).toBe("number");
    expect(notes?.[0]).toMatchObject({ code: "stata-business-days", place: { column: "day" } });
    expect(notes?.[0]?.text.en).toContain("business days of the calendar nyse");
  });

  it("reads %ty as years, whatever the variable is called", async () => {
    const at = (await head()).indexOf("middle");
    const { cells } = await decodeStata(withFormat(at, "%ty"), "x.dta");
    expect(cells.kinds?.[at]).toBe("year");
  });
});

describe("tableToStata", () => {
  it("does not add a unit to a title that ends in it, in whatever words", () => {
    const column = (title: string, unit: string) =>
      makeTable("t", [], [numbers("v", unit, [1], { title: { en: title, zh: title } })]);
    const labelIn = (title: string, unit: string) => {
      const text = new TextDecoder().decode(tableToStata(column(title, unit), { language: "zh" }).bytes);
      return /<variable_labels>([^\0]*)\0/.exec(text)?.[1];
    };
    expect(labelIn("产值（亿元）", "亿元")).toBe("产值（亿元）");
    expect(labelIn("产值（亿元）", "100 million yuan")).toBe("产值（亿元）");
    expect(labelIn("产值 (亿元)", "100 million yuan")).toBe("产值 (亿元)");
    expect(labelIn("产值（当年价）", "100 million yuan")).toBe("产值（当年价）（100 million yuan）");
    expect(labelIn("产值（万元）", "100 million yuan")).toBe("产值（万元）（100 million yuan）");
  });

  it("labels in the language asked for, with Chinese units and whole characters, and keeps the other language beside it", async () => {
    const titles = { en: "Output", zh: "产".repeat(90) };
    const table = makeTable(
      "t",
      ["place"],
      [labels("place", ["110000"]), numbers("v", "yuan", [1], { title: titles })],
    );
    const written = (language: "en" | "zh") =>
      tableToStata(table, { language, chineseUnit: (unit) => (unit === "yuan" ? "元" : unit) }).bytes;
    const titleIn = async (bytes: Uint8Array) => (await decodeStata(bytes, "t.dta")).cells.titles?.[1];
    const zh = `${"产".repeat(77)}（元）`; // 80 characters, 240 bytes
    expect(await titleIn(written("zh"))).toBe(zh);
    expect(await titleIn(written("en"))).toBe("Output (yuan)");
    const notes = (bytes: Uint8Array) =>
      [...new TextDecoder().decode(bytes).matchAll(/<ch>.{4}([^\0]*)\0+([^\0]*)\0+([^\0]*)\0<\/ch>/gs)].map(
        ([, of, name, text]) => [of, name, text],
      );
    expect(notes(written("en"))).toEqual([
      ["_dta", "_lang_c", "en"],
      ["_dta", "_lang_list", "en zh"],
      ["_dta", "_lang_v_zh", "t"],
      ["place", "_lang_v_zh", "place"],
      ["v", "_lang_v_zh", zh],
    ]);
  });

  it("makes one variable with value labels of a column beside its codes, and reads both back", async () => {
    const tier = labels("tier", ["大城市", "中等城市", null, "大城市"]);
    const codes = numbers("tier_code", "1", [1, -3, Number.NaN, 1]);
    const { bytes } = tableToStata(makeTable("t", [], [tier, codes]));
    const { cells } = await decodeStata(bytes, "t.dta", { codes: true });
    expect(cells.rows).toEqual([
      ["tier", "tier_code"],
      ["大城市", "1"],
      ["中等城市", "-3"],
      ["", ""],
      ["大城市", "1"],
    ]);
    expect((await decodeStata(bytes, "t.dta")).cells.rows[0]).toEqual(["tier"]);
  });

  it("writes numbers of every width beyond the room that it began with", async () => {
    for (const most of [100, 30_000, 2_000_000, 0.5]) {
      for (const rows of [70_000, 70_001]) {
        const values = Array.from({ length: rows }, (_, row) => (most < 1 ? row + most : row % most));
        const { bytes } = tableToStata(makeTable("t", [], [numbers("v", "1", values)]));
        const { cells } = await decodeStata(bytes, "t.dta");
        expect(cells.rows[rows]).toEqual([String(values[rows - 1])]);
      }
    }
  });

  it("leaves apart what is no code of each text: one of two texts, a text without one, no whole number", async () => {
    const apart = async (texts: string[], values: number[]) => {
      const { bytes } = tableToStata(makeTable("t", [], [labels("x", texts), numbers("x_code", "1", values)]));
      expect(new TextDecoder().decode(bytes)).toContain("<value_labels></value_labels>");
      expect((await decodeStata(bytes, "t.dta")).cells.rows[0]).toEqual(["x", "x_code"]);
    };
    await apart(["a", "b"], [1, 1]);
    await apart(["a", "a"], [1, 2]);
    await apart(["a", "b"], [1, Number.NaN]);
    await apart(["a", "b"], [1, 1.5]);
  });

  const number = fc.oneof(
    fc.constant(Number.NaN),
    fc.integer({ min: -130, max: 130 }),
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true, max: 8.9e307, min: -8.9e307 }),
  );
  const text = fc.oneof(
    fc.constant(null),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }).filter((t) => t.trim() === t && !t.includes("\0")),
  );

  it("is read back as it was: values to the bit, texts, titles, units, flags", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, text), { minLength: 1, maxLength: 20 }), async (rows) => {
        const values = rows.map(([value]) => value);
        const table = makeTable(
          "t",
          [],
          [
            labels(
              "place",
              rows.map(([, label]) => label),
              { en: "Place", zh: "城市" },
            ),
            numbers("gdp", "100 million yuan", values, { title: { en: "Output", zh: "地区生产总值" } }),
            numbers(
              "filled",
              "1",
              values.map(() => 1),
            ),
          ],
        );
        const { bytes } = tableToStata(table, { language: "en" });
        const { cells } = await decodeData(bytes, "t.dta");
        const back = requireTable(typeTable(cells, { name: "t", roles: { place: "place", value: "gdp" } }));
        expect(back.columns[0]?.values).toEqual(table.columns[0]?.values);
        expect(back.columns[1]).toMatchObject({ unit: "100 million yuan", title: { en: "Output (100 million yuan)" } });
        const plain = Float64Array.from(values, (value) => (Object.is(value, -0) ? 0 : value)); // as text, -0 is 0
        expect(back.columns[1]?.values).toEqual(plain);
      }),
    );
  });

  it("makes names that Stata allows, and says which", async () => {
    const names = [
      "place",
      "2015 value",
      "gdp (亿元)",
      "int",
      "str12",
      "地区生产总值",
      "x".repeat(40),
      `${"x".repeat(40)}y`,
      "—",
    ];
    const { bytes, notes } = tableToStata(
      makeTable(
        "t",
        [],
        names.map((name) => numbers(name, "1", [1])),
      ),
    );
    const { cells } = await decodeStata(bytes, "t.dta");
    expect(cells.rows[0]).toEqual([
      "place",
      "_2015_value",
      "gdp_亿元_",
      "int_",
      "str12_",
      "地区生产总值",
      "x".repeat(32),
      `${"x".repeat(30)}_2`,
      "_",
    ]);
    expect(notes[0]?.text.en).toContain("int → int_");
  });

  it("writes the same bytes for the same table, and long texts and flags", async () => {
    const flags = [null, "estimated"];
    const table = makeTable(
      "t",
      [],
      [
        labels("note", ["界".repeat(1000), null]),
        numbers("v", "1", [1.5, 2], { flags }),
        numbers("year", "year", [2015, Number.NaN]),
      ],
    );
    const { bytes } = tableToStata(table);
    expect(tableToStata(table).bytes).toEqual(bytes);
    const { cells } = await decodeStata(bytes, "t.dta");
    expect(cells.rows).toEqual([
      ["note", "v", "v_flag", "year"],
      ["界".repeat(1000), "1.5", "", "2015"],
      ["", "2", "estimated", ""],
    ]);
    const huge = makeTable("t", [], [numbers("v", "1", [1e308])]);
    expect((await refusalOf(() => tableToStata(huge))).message).toContain("8.98e307");
  });
});
