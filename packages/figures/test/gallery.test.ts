import { labels, makeTable, numbers, type Table, takeRows } from "@conurb/core/contract";
import { languages } from "@conurb/core/language";
import { describe, expect, test } from "vitest";
import { drawFigure, type Figure, kinds, palettes, textWidth } from "../src/figures.ts";
import { context, specimens, tiles, views } from "./specimens.ts";

/** One element a line, so that a change is read in a diff. */
function normalised(svg: string): string {
  return `${svg.replaceAll("><", ">\n<")}\n`;
}

const frames = ["embedded", "standalone"] as const;
const told = { source: "national census 2020 <compiled>", note: "A note." };

describe.each(views)("%s", (kind, view, tables) => {
  test.each(languages)("looks as it did, %s", async (language) => {
    const figure = drawFigure(view, { ...context, ...told, tables, language, frame: "standalone" });
    await expect(normalised(figure.svg)).toMatchFileSnapshot(`__snapshots__/${kind}-${language}.svg`);
  });

  test.each(languages)("is well formed and says what it is, %s", (language) => {
    for (const frame of frames) {
      for (const width of [240, 360, 640, 900]) {
        for (const theme of ["light", "dark"] as const) {
          const figure = drawFigure(view, { ...context, ...told, tables, language, frame, width, theme });
          holdsTheLaws(figure);
          if (frame === "embedded" && width >= 360) expect(overflowing(figure)).toEqual([]);
          expect(figure.svg.includes("national census")).toBe(frame === "standalone");
          expect(figure.svg).toContain(`lang="${language === "zh" ? "zh-CN" : "en"}"`);
        }
      }
    }
  });

  test("gives the same bytes each time, whatever the order of the rows", () => {
    const given = { ...context, tables, language: "en" } as const;
    expect(drawFigure(view, given).svg).toBe(drawFigure(view, given).svg);
  });

  test("hands over the table behind it, raw", () => {
    const { csv } = drawFigure(view, { ...context, tables, language: "en" });
    const table = tables[view.table] as Table;
    const [head, ...rows] = csv.trimEnd().split("\r\n");
    expect(head).toBe(table.columns.map(({ name }) => name).join(","));
    expect(rows).toHaveLength(table.rows);
    expect(csv).not.toContain("NaN");
  });

  test("has something to say when there are no rows", () => {
    const empty = Object.fromEntries(Object.values(tables).map((table) => [table.name, takeRows(table, [])]));
    const figure = drawFigure(view, { ...context, tables: empty, language: "en" });
    holdsTheLaws(figure);
    expect(figure.svg).toMatch(/No rows to draw/);
  });

  test("draws one row, and rows of nothing but gaps", () => {
    const one = Object.fromEntries(Object.values(tables).map((table) => [table.name, takeRows(table, [0])]));
    holdsTheLaws(drawFigure(view, { ...context, tables: one, language: "en" }));
    const gaps = Object.fromEntries(
      Object.values(tables).map((table) => [
        table.name,
        {
          ...table,
          columns: table.columns.map((column) =>
            column.kind === "number" ? { ...column, values: column.values.map(() => Number.NaN) } : column,
          ),
        },
      ]),
    );
    holdsTheLaws(drawFigure(view, { ...context, tables: gaps, language: "zh" }));
  });

  test("escapes hostile names and cuts endless ones", () => {
    const names = [
      "<script>alert(1)</script>",
      '"/><img src=x onerror=y>',
      "\u202egnp.exe\u2066",
      "字".repeat(10_000),
      "",
      "&amp;]]>",
    ];
    const places = Object.fromEntries(
      Object.entries(context.places ?? {}).map(([code, place], i) => {
        const name = names[i % names.length] as string;
        return [code, { ...place, name: { en: name, zh: name } }];
      }),
    );
    for (const frame of frames) {
      const figure = drawFigure(view, {
        ...context,
        tables,
        places,
        language: "en",
        frame,
        title: names[0] as string,
        source: names[1] as string,
        note: names[3] as string,
      });
      holdsTheLaws(figure);
      expect(figure.svg).not.toMatch(/<script|<img|onerror=y>|[\u202a-\u202e\u2066-\u2069]/);
      expect(figure.svg.length).toBeLessThan(120_000);
    }
  });

  test("draws places that nothing is known of", () => {
    const { places: _, groups: __, labels: ___, ...bare } = context;
    holdsTheLaws(drawFigure(view, { ...bare, tables, language: "en" }));
  });

  test("refuses a column that is not there, in both languages", () => {
    const lacking = {
      ...tables,
      [view.table]: makeTable(view.table, [], [labels("other", ["a"]), numbers("n", "1", [1])]),
    };
    expect(() => drawFigure(view, { ...context, tables: lacking, language: "en" })).toThrow(
      new RegExp(`^figure: table ${view.table} has no column .*; the columns are other, n$`),
    );
    expect(() => drawFigure(view, { ...context, tables: {}, language: "en" })).toThrow(/^figure: no table/);
  });
});

test("every kind has a specimen and a drawing", () => {
  expect(Object.keys(specimens).sort()).toEqual(Object.keys(kinds).sort());
});

test.each(languages)("tiles look as they did, %s", async (language) => {
  const figure = drawFigure(tiles.view, { tables: tiles.tables, places: tiles.places, language, frame: "standalone" });
  holdsTheLaws(figure);
  await expect(normalised(figure.svg)).toMatchFileSnapshot(`__snapshots__/tiles-${language}.svg`);
});

test("an invented assumption is tagged on the figure itself, in either frame", () => {
  for (const frame of frames) {
    const { view, tables } = specimens.trend;
    expect(drawFigure(view, { ...context, tables, language: "en", frame, illustrative: true }).svg).toContain(
      "ILLUSTRATIVE",
    );
  }
});

test("members that the table lacks stay in view, hatched and named", () => {
  const { view, tables } = specimens.ranking;
  const figure = drawFigure(view, {
    ...context,
    tables,
    language: "en",
    members: ["110000", "810000"],
    labels: { 810000: { title: { en: "Hong Kong", zh: "香港" } } },
  });
  expect(figure.svg).toContain("Hong Kong");
  expect(figure.description).toContain("Without figures: Langfang, Hong Kong");
});

test("the class of a similarity follows the printed number", () => {
  // .804 and .796 both print 80, so they share a fill
  const { view, tables } = specimens.matrix;
  const { svg } = drawFigure(view, { ...context, tables, language: "en", selected: [] });
  const cells = svg.split('<g data-place="').find((part) => part.includes(">80<")) as string;
  expect(cells).toBeDefined();
  expect(svg.match(/#2170A3/g)?.length).toBeGreaterThanOrEqual(2);
});

test("categories that are no clusters borrow no cluster's colour, and no two look alike", () => {
  const quadrants = ["HH", "HL", "LH", "LL"];
  const n = 24;
  const table = makeTable(
    "moran",
    ["place"],
    [
      labels(
        "place",
        Array.from({ length: n }, (_, i) => `p${i}`),
      ),
      labels(
        "quadrant",
        Array.from({ length: n }, (_, i) => quadrants[i % 4] as string),
      ),
      numbers(
        "x",
        "1",
        Array.from({ length: n }, (_, i) => (i % 2 ? -1 : 1) * (1 + i / 7)),
      ),
      numbers(
        "lag",
        "1",
        Array.from({ length: n }, (_, i) => (i % 4 > 1 ? -1 : 1) * (1 + i / 9)),
      ),
    ],
  );
  const titled = Object.fromEntries(
    quadrants.map((id) => [id, { title: { en: `a rather long name of quadrant ${id}`, zh: id } }]),
  );
  const figure = drawFigure(
    { kind: "scatter", table: "moran", place: "place", x: "x", y: "lag", group: "quadrant" },
    { ...context, tables: { moran: table }, labels: titled, language: "en", width: 420 },
  );
  expect(overflowing(figure)).toEqual([]);
  const fills = new Set(
    [...figure.svg.matchAll(/<(?:circle|rect|path)[^>]* fill="(#[^"]+)"/g)].map(([, fill]) => fill),
  );
  expect(fills.size).toBeGreaterThanOrEqual(4);
  for (const colour of palettes.light.categorical) expect(fills).not.toContain(colour);
});

test("of a panel the last year with figures is shown and named", () => {
  const panel = makeTable(
    "panel",
    ["place", "year"],
    [
      labels("place", ["110000", "110000", "110000", "120000", "120000", "120000"]),
      numbers("year", "year", [2019, 2020, 2021, 2019, 2020, 2021]),
      numbers("score", "1", [1.5, 2.5, Number.NaN, 3.5, 4.5, Number.NaN]),
    ],
  );
  const given = { ...context, tables: { panel }, language: "en" } as const;
  const figure = drawFigure({ kind: "bars", table: "panel", category: "place", value: "score" }, given);
  expect(figure.notes).toContain("Year shown: 2020.");
  expect(figure.csv.trimEnd().split("\r\n")).toHaveLength(3);
  const asked = { kind: "bars", table: "panel", category: "place", value: "score", where: { year: 2019 } } as const;
  expect(drawFigure(asked, given).notes).toEqual([]);
});

test("bars run from the longest, unless their order means something; on a phone they fit as they are", () => {
  const table = makeTable(
    "t",
    ["of"],
    [labels("of", ["a", "b", "c", "d"]), numbers("x", "1", [2, 1_234_567, Number.NaN, 30])],
  );
  const drawn = (order?: "as-listed") =>
    drawFigure(
      { kind: "bars", table: "t", category: "of", value: "x", ...(order === undefined ? {} : { order }) },
      { ...context, tables: { t: table }, language: "en", frame: "embedded" },
    );
  const orderIn = ({ svg }: Figure) => [...svg.matchAll(/data-place="(.)"/g)].map(([, code]) => code).join("");
  expect(orderIn(drawn())).toBe("bdac");
  expect(orderIn(drawn("as-listed"))).toBe("abcd");
  expect(drawn().width).toBeLessThanOrEqual(358); // 390 less the margins of the page
  expect(overflowing(drawn())).toEqual([]);
});

test("series whose short names are alike are named in full", () => {
  const table = makeTable(
    "t",
    ["of", "by"],
    [labels("of", ["a", "a"]), labels("by", ["x", "y"]), numbers("v", "1", [1, 2])],
  );
  const long = (end: string) => ({
    title: { en: `min-max values of this ${end}`, zh: end },
    short: { en: "min-max", zh: "同" },
  });
  const { svg } = drawFigure(
    { kind: "bars", table: "t", category: "of", value: "v", group: "by" },
    { ...context, tables: { t: table }, labels: { x: long("one"), y: long("other") }, language: "en" },
  );
  expect(svg).toContain(">min-max values of this one<");
  expect(svg).toContain(">min-max values of this other<");
});

test("classes are cut over all places where the whole table is given", () => {
  const { view, tables } = specimens.map;
  const scores = tables.scores as Table;
  const some = { ...context, tables: { scores: takeRows(scores, [0, 1]) }, language: "en" } as const;
  const cuts = (svg: string) => [...svg.matchAll(/>(\d\d)</g)].map(([, text]) => text);
  expect(cuts(drawFigure(view, { ...some, whole: { scores } }).svg)).toEqual(
    cuts(drawFigure(view, { ...some, tables }).svg),
  );
});

test("a dek that the title says already is left out", () => {
  const { view, tables } = specimens.map;
  const drawn = (title: string) => drawFigure(view, { ...context, tables, language: "en", title }).dek;
  expect(drawn("The score of four cities")).toBe("");
  expect(drawn("Four cities")).toBe("Score");
});

function holdsTheLaws(figure: Figure): void {
  const { svg } = figure;
  expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
  expect(figure.title).not.toBe("");
  expect(figure.description).not.toBe("");
  expect(svg).toContain(`viewBox="0 0 ${figure.width} ${figure.height}"`);
  for (const number of svg.matchAll(/ (?:x|y|cx|cy|x1|x2|y1|y2|r|width|height)="([^"]*)"/g)) {
    expect(number[1]).toMatch(/^-?\d+(\.\d{1,2})?$/);
  }
  expect(balanced(svg)).toBe(true);
}

/** Texts that reach beyond the picture, by the estimate that the layout itself uses and some slack for its error. */
function overflowing({ svg, width, height }: Figure): string[] {
  const slack = 3;
  const texts = svg.matchAll(/<text x="([^"]+)" y="([^"]+)"([^>]*)>(?:<title>[^<]*<\/title>)?([^<]*)/g);
  return [...texts].flatMap(([, x, y, attributes = "", text = ""]) => {
    const size = Number(/font-size="([^"]+)"/.exec(attributes)?.[1] ?? 12);
    const anchor = /text-anchor="([^"]+)"/.exec(attributes)?.[1] ?? "start";
    const wide = textWidth(text, size);
    const left = Number(x) - (anchor === "end" ? wide : anchor === "middle" ? wide / 2 : 0);
    const out = left < -slack || left + wide > width + slack || Number(y) - size < -slack || Number(y) > height + slack;
    return out ? [`${text} at ${x} ${y}`] : [];
  });
}

/** Whether tags nest: a stray `<` or an unescaped quote breaks it. */
function balanced(svg: string): boolean {
  const open: string[] = [];
  const rest = svg.replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>/g, (_, closing, name, __, self) => {
    if (closing) {
      if (open.pop() !== name) open.push("wrong");
    } else if (!self) open.push(name);
    return "";
  });
  return open.length === 0 && !/[<>]/.test(rest);
}
