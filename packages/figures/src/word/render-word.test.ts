import { crc32, deflateRawSync } from "node:zlib";
import { labels, makeTable, numbers } from "@conurb/core/contract";
import { deflateSync, strFromU8, strToU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Figure } from "../lay-out.ts";
import type { ReportDocument, Shown } from "../report/document.ts";
import type { ReportModel } from "../report/model.ts";
import type { Names } from "../report/names.ts";
import { sayIn } from "../report/words.ts";
import { columnsAbreast, rowsOf } from "./abreast.ts";
import type { Paint } from "./media.ts";
import { textWidth } from "./paper.ts";
import { renderWord } from "./render-word.ts";
import { columnWidths } from "./three-lines.ts";

const names = { of: (code: string) => code } as Names;
const table = makeTable(
  "cities",
  ["place"],
  [
    labels("place", ["Beijing & <Co>", "天津"], { en: "Place", zh: "地区" }),
    numbers("gdp", "100 million yuan", [1.5, Number.NaN], { title: { en: "GDP", zh: "地区生产总值" } }),
  ],
);
const figure = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"/>',
  width: 800,
  height: 400,
  title: "Ranks",
  dek: "",
  description: "Two places",
  notes: ["circle: rank"],
  source: "Source: a yearbook",
} as unknown as Figure;

function documentIn(language: "en" | "zh"): ReportDocument {
  const say = sayIn(language);
  const drawn = (n: number): Shown => ({
    label: say("figure", { n }),
    evidence: [],
    source: "Source: a yearbook",
    exhibit: {
      kind: "figure",
      name: `ranks.${n}`,
      heading: "",
      figure,
      drawing: { view: {}, context: { language } },
    } as never,
  });
  return {
    language,
    title: "Three & more",
    authors: "Li Ming",
    dek: ["2020"],
    findings: ["one", "two"],
    sections: [
      {
        id: "s1",
        title: "First",
        lead: "why",
        said: ["so"],
        shown: [
          drawn(1),
          drawn(2),
          {
            label: say("table", { n: 1 }),
            evidence: ["known"],
            source: say("source", { source: "S" }),
            exhibit: { kind: "table", name: "t", title: "Cities", table, asked: { of: "t" }, source: "S" },
          },
          {
            label: "",
            evidence: [],
            source: "",
            exhibit: { kind: "absent", name: "x", titles: ["Trains"], reasons: [{ en: "no data", zh: "无数据" }] },
          },
        ],
      },
    ],
    limits: [{ head: "Level", lines: ["not all"] }],
    methods: [
      {
        title: "Theil",
        version: "inequality/theil v1",
        question: "how unequal?",
        formula: "T = Σᵢ sᵢ ln(sᵢ / pᵢ);  σ² = (a − b)²;  P(r) = draws at rank r",
        uses: [{ analysis: "gap", observations: "2 observations", conventions: ["log: natural"] }],
        cites: ["Theil, H. (1967)."],
      },
    ],
    datasets: [
      {
        title: "Cities",
        name: "city",
        lines: [{ text: "A bureau", isCredit: true }],
        lists: [{ head: "Caveats", items: ["old"] }],
      },
    ],
    provenance: {
      lines: ["ran"],
      tables: [{ heads: ["a", "b"], rows: [["x", "0123"]] }],
      citeHead: "How to cite",
      cite: "Cite",
    },
    names,
    say,
  };
}

const model = { lock: { conurb: "0.1.0" }, lockHash: "0123456789abcdef" } as ReportModel;
const paint: Paint = async (asked) => ({
  pictures: Promise.resolve(asked.map(({ svg, width }) => ({ svg, png: strToU8(`pixels ${width}`) }))),
});
const deflate = (bytes: Uint8Array) => ({ deflated: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) });
const tools = { paint, deflate };
const render = (language: "en" | "zh") => renderWord(model, language, tools, documentIn(language));
const partsOf = (bytes: Uint8Array) => {
  const files = unzipSync(bytes);
  return { names: Object.keys(files), files, text: (name: string) => strFromU8(files[name] as Uint8Array) };
};
const latin1 = (bytes: Uint8Array) => strFromU8(bytes, true);
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe.each(["en", "zh"] as const)("a report in Word, %s", (language) => {
  it("has the same bytes again, and no date", async () => {
    const [first, second] = [await render(language), await render(language)];
    expect(first).toEqual(second);
    expect(partsOf(first).text("docProps/core.xml")).not.toMatch(/<dcterms:/);
  });

  it("has headings, figures, tables, captions and their numbers as Word knows them", async () => {
    const { text } = partsOf(await render(language));
    const body = text("word/document.xml");
    expect(count(body, /w:pStyle w:val="Heading1"/g)).toBe(5);
    expect(count(body, /<w:drawing>/g)).toBe(2);
    expect(count(body, /<w:tbl>/g)).toBe(2);
    expect(count(body, /w:pStyle w:val="Caption"/g)).toBe(3);
    const seq = language === "zh" ? ["图", "图", "表"] : ["Figure", "Figure", "Table"];
    expect([...body.matchAll(/w:instr="SEQ (\S+) /g)].map(([, word]) => word)).toEqual(seq);
    expect(body).toContain('TOC \\o "1-1"'.replaceAll('"', "&quot;"));
    expect(body).not.toMatch(/undefined|NaN|\[object/);
    expect(body).toContain("Beijing &amp; &lt;Co&gt;");
    const shown = language === "en" ? "150" : "1.5"; // English has no 亿: 1.5 of 100 million are 150 million
    // rows are put where their stand-ins were: each under the head of its own table
    const rows = [...body.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, tbl = ""]) =>
      [...tbl.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(([, tr = ""]) =>
        [...tr.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text).join("|"),
      ),
    );
    expect(rows.map((each) => each.slice(1))).toEqual([[`Beijing &amp; &lt;Co&gt;|${shown}`, "天津|–"], ["x|0123"]]);
    expect(body).not.toContain("\uFDD0");
  });

  it("refers only to bookmarks, pictures and notes that are there, each with an id of its own", async () => {
    const { text, files } = partsOf(await render(language));
    const body = text("word/document.xml");
    const bookmarks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    for (const [, anchor] of body.matchAll(/w:anchor="([^"]+)"/g)) expect(bookmarks).toContain(anchor);
    const targets = new Map(
      [...text("word/_rels/document.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
        /Id="([^"]+)"/.exec(tag)?.[1],
        /Target="([^"]+)"/.exec(tag)?.[1],
      ]),
    );
    const embedded = [...body.matchAll(/r:embed="([^"]+)"/g)].map(([, id]) => targets.get(id) as string);
    expect(embedded).toHaveLength(4);
    for (const target of embedded) expect(files[`word/${target}`]).toBeDefined();
    expect(embedded.filter((name) => name.endsWith(".svg")).map((name) => text(`word/${name}`))).toEqual([
      figure.svg,
      figure.svg,
    ]);
    const ids = [...body.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
    const ends = (end: string) =>
      [...body.matchAll(new RegExp(`<w:bookmark${end} [^>]*w:id="(\\d+)"`, "g"))].map(([, id]) => id);
    expect(new Set(ends("Start")).size).toBe(bookmarks.length);
    expect(ends("End")).toEqual(ends("Start"));
  });

  it("prints figures no wider than the text, tables in three lines that repeat their head", async () => {
    const body = partsOf(await render(language)).text("word/document.xml");
    const emuAPixel = 9525;
    for (const [, wide, high] of body.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)) {
      expect(Number(wide) / emuAPixel).toBe(604);
      expect(Number(high) / emuAPixel).toBe(302);
    }
    const [, first = ""] = /<w:tbl>(.*?)<\/w:tbl>/s.exec(body) ?? [];
    expect(first).toMatch(/<w:tblBorders><w:top [^>]*w:sz="12"[^>]*\/>.*<w:bottom [^>]*w:sz="12"/);
    expect(count(first, /<w:tcBorders><w:bottom [^>]*w:sz="6"/g)).toBe(2);
    expect(count(first, /<w:tblHeader/g)).toBe(1);
    expect(first).not.toMatch(/<w:(left|right|insideV|insideH) w:val="single"/);
  });

  it("sets formulas as formulas, and those with words in italics", async () => {
    const body = partsOf(await render(language)).text("word/document.xml");
    expect(count(body, /<m:oMath>/g)).toBe(2);
    expect(body).toMatch(/<m:sSub><m:sSubPr\/><m:e><m:r><m:t>s<\/m:t><\/m:r><\/m:e><m:sub><m:r><m:t>i</);
    expect(body).toMatch(/<m:sSup>.*\(a − b\)/);
    expect(body).toMatch(/<w:i\/>.*P\(r\) = draws at rank r/);
  });
});

it("keeps pictures that are compressed already as they are", async () => {
  const svg = strToU8("<svg>".padEnd(900, " "));
  const deflated = deflateSync(svg);
  const crc = 0x9ae0daaf; // any number: what is kept is not looked into
  const made = { svg: { deflated, size: svg.length, crc }, png: strToU8("pixels") };
  const given: Paint = async (asked) => ({ pictures: Promise.resolve(asked.map(() => made)) });
  const bytes = await renderWord(model, "en", { paint: given, deflate }, documentIn("en"));
  const { names, files } = partsOf(bytes);
  const vectors = names.filter((name) => name.endsWith(".svg"));
  expect(vectors).toHaveLength(1); // both figures are one drawing
  for (const name of vectors) expect(files[name]).toEqual(svg);
  expect(count(latin1(bytes), /\xaf\xda\xe0\x9a/g)).toBeGreaterThanOrEqual(2 * vectors.length);
});

it("is set in Song and Hei beside Times", async () => {
  const styles = partsOf(await render("zh")).text("word/styles.xml");
  expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman"[^>]*w:eastAsia="SimSun"/);
  expect(styles).toMatch(/w:styleId="Heading1".*?w:eastAsia="SimHei"/);
});

it("shares the width of the text among columns, to the last twentieth of a point", () => {
  const many = Array.from({ length: 14 }, (_, at) => ["head", "x".repeat(at * 6), "12,345.6"]);
  for (const columns of [[["a"], ["b"]], [["a long text ".repeat(30)], ["1"]], many]) {
    const widths = columnWidths(columns);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(textWidth);
    for (const width of widths) expect(width).toBeGreaterThan(0);
  }
});

describe("figures abreast", () => {
  const sized = (n: number, width: number, height: number): Shown => ({
    label: `Figure ${n}`,
    evidence: [],
    source: "Source: a yearbook",
    exhibit: {
      kind: "figure",
      name: `narrow.${n}`,
      heading: "",
      figure: { ...figure, width, height },
      drawing: { view: {}, context: { language: "en" } },
    } as never,
  });
  const tabled: Shown = { ...sized(0, 1, 1), exhibit: { kind: "absent", name: "x", titles: ["T"], reasons: [] } };

  it("are two narrow ones that follow one another and are about equally high: (604 - 20) / .75 = 778 of both widths", () => {
    const taken = (...shown: readonly Shown[]) => rowsOf(shown).map((row) => row.length);
    expect(taken(sized(1, 420, 300), sized(2, 358, 300))).toEqual([2]);
    expect(taken(sized(1, 420, 300), sized(2, 359, 300))).toEqual([1, 1]);
    expect(taken(sized(1, 300, 300), sized(2, 300, 180), sized(3, 300, 300))).toEqual([2, 1]);
    expect(taken(sized(1, 300, 300), sized(2, 300, 179))).toEqual([1, 1]);
    expect(taken(sized(1, 300, 300), tabled, sized(2, 300, 300))).toEqual([1, 1, 1]);
  });

  it("are two narrow ones of any height where one takes .8 of a page of 740, which has no room for both, and neither gets smaller than alone", () => {
    const taken = (...shown: readonly Shown[]) => rowsOf(shown).map((row) => row.length);
    expect(taken(sized(1, 260, 148), sized(2, 260, 593))).toEqual([2]);
    expect(taken(sized(1, 260, 147), sized(2, 260, 593))).toEqual([1, 1]);
    expect(taken(sized(1, 260, 300), sized(2, 260, 592))).toEqual([1, 1]);
    // 740 of 1,000 is less than .75, but no less than the second is alone: (604 - 20) / .74 = 789 of both widths
    expect(taken(sized(1, 260, 240), sized(2, 260, 1000))).toEqual([2]);
    expect(taken(sized(1, 395, 240), sized(2, 395, 1000))).toEqual([1, 1]);
  });

  it("share the width of the text, and stand over their own captions in a table without rules that does not part", async () => {
    const shown = [sized(1, 300, 300), sized(2, 365, 250)];
    const columns = columnsAbreast([
      { width: 300, height: 300 },
      { width: 365, height: 250 },
    ]);
    expect((columns[0] as number) + (columns[1] as number)).toBeCloseTo(604, 9); // of rounding alone
    const [section] = documentIn("en").sections;
    const one = { ...documentIn("en"), sections: [{ ...section, shown }] } as ReportDocument;
    const body = partsOf(await renderWord(model, "en", tools, one)).text("word/document.xml");
    const [, first = ""] = /<w:tbl>(.*?)<\/w:tbl>/s.exec(body) ?? [];
    expect(count(first, /<w:drawing>/g)).toBe(2);
    expect(count(first, /w:pStyle w:val="Caption"/g)).toBe(2);
    expect(count(first, /<w:cantSplit/g)).toBe(2);
    expect(first).not.toMatch(/w:val="single"/);
    // 584 for 665 pixels of both
    const widths = [...first.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, wide]) => Number(wide) / 9525);
    expect(widths.map(Math.round)).toEqual([263, 321]);
    expect(body).toMatch(/<\/w:tbl><w:p>/);
  });
});

describe("a figure of rows that is higher than what is left of the page", () => {
  const seams = { head: 40, cuts: Array.from({ length: 49 }, (_, i) => 60 + 20 * i) };
  const rowsOn = (height: number): Shown => ({
    label: "Figure 1",
    evidence: [],
    source: "Source: a yearbook",
    exhibit: {
      kind: "figure",
      name: "rows",
      heading: "",
      figure: { ...figure, width: 500, height, seams: { ...seams, cuts: seams.cuts.filter((cut) => cut < height) } },
      drawing: { view: {}, context: { language: "en" } },
    } as never,
  });
  const bodyWith = async (shown: Shown) => {
    const [section] = documentIn("en").sections;
    const one = { ...documentIn("en"), sections: [{ ...section, shown: [shown] }] } as ReportDocument;
    const bytes = await renderWord(model, "en", tools, one);
    return { body: partsOf(bytes).text("word/document.xml"), names: partsOf(bytes).names };
  };

  it("stands in a table that any page may end in, its head on each, one picture shown strip by strip without a gap", async () => {
    const { body, names } = await bodyWith(rowsOn(1070));
    const [, table = ""] = /<w:tbl>(.*?)<\/w:tbl>/s.exec(body) ?? [];
    const [head = "", ...strips] = table.split("</w:tr>").slice(0, -1);
    expect(head).toContain("<w:tblHeader/>");
    expect(head).toContain("Figure 1\u2002Ranks"); // which it is, where it is about to go on over the page
    expect(strips.length).toBeGreaterThan(5);
    for (const [at, row] of strips.entries()) {
      expect(row).toContain("<w:cantSplit/>");
      expect(row).toMatch(/<w:trHeight [^>]*w:hRule="exact"/);
      expect(row).toContain(at === strips.length - 1 ? "<w:keepNext/>" : '<w:keepNext w:val="false"/>');
    }
    const shown = [...table.matchAll(/<a:srcRect t="(\d+)" b="(\d+)"\/>/g)].map(([, t, b]) => [
      Number(t),
      1e5 - Number(b),
    ]);
    expect(shown).toHaveLength(strips.length + 1);
    expect(shown[0]).toEqual([0, Math.round((40 / 1070) * 1e5)]);
    expect(shown.slice(1).map(([from]) => from)).toEqual(shown.slice(0, -1).map(([, to]) => to));
    expect(shown.at(-1)?.[1]).toBe(1e5);
    // as high as its share of the picture: pixels of 9,525, within one by rounding
    const high = [...table.matchAll(/<wp:extent cx="\d+" cy="(\d+)"/g)].map(([, cy]) => Number(cy) / 9525);
    expect(Math.abs(high.reduce((sum, each) => sum + each, 0) - 1070)).toBeLessThan(high.length);
    expect(names.filter((name) => name.startsWith("word/media/") && !name.endsWith("/"))).toHaveLength(2);
    expect(count(body, /w:instr="SEQ Figure/g)).toBe(1);
    const ids = [...body.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(count(body, /descr="Two places"/g)).toBe(1);
  });

  it("is one picture where it has few rows", async () => {
    const { body } = await bodyWith(rowsOn(300));
    expect(count(body, /<w:drawing>/g)).toBe(1);
    expect(body).toContain("<a:srcRect/>");
  });
});
