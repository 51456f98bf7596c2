import { guessLayout, readPage, type Sheet } from "@conurb/core/sheets";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../../test/temporary.ts";
import { looksLike } from "./looks-like.ts";
import { decodeData } from "./read-data.ts";
import { decodeWorkbook } from "./read-workbook.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=gb2312><title>网站</title>
<style>td { color: red } /* a<b */</style><!--[if gte mso 9]><xml><table></xml><![endif]--></head><body>
<script>if (1 < 2) document.write("<table><tr>")</script>
<h3>表2-1&nbsp;各市地区生产总值</h3><p align=right>单位：亿元</p>
<table border=1><thead><tr><th rowspan=2>地&emsp;区</th><th colspan="2">地区生产总值</th></tr><tr><th>2019年</th><th>2020年</th></tr></thead>
<tr><td>南京市</td><td>14,030.2</td><td>14817.9</td></tr>
<tr><td>苏州市<td>19235.8</td><td>&hellip;</td></tr></table>
<p>注：2020年为<br>初步核算数。</p></body></html>`;
const first = async (text: string, file = "yearbook.xls") =>
  (await decodeWorkbook(utf8(text), file)).sheets[0] as Sheet;
const refused = async (text: string, file = "yearbook.xls") =>
  (await refusalOf(decodeWorkbook(utf8(text), file))).problems[0];

describe("a web page that is saved as a workbook", () => {
  it("is read cell by cell as it is written, with what stands around its table", async () => {
    const sheet = await first(page);
    expect(sheet.sheet).toBe("yearbook");
    expect(sheet.merges).toEqual([
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 2, right: 2 },
    ]);
    const { layout } = guessLayout(sheet);
    expect(layout).toMatchObject({
      titles: [1, 2],
      notes: [8],
      tables: [{ head: [3, 4], rows: [5, 6], unit: "亿元" }],
    });
    const { account, problems, tables } = readPage(sheet, layout as never);
    expect(problems).toEqual([]);
    expect(account).toMatchObject({ read: 3, missing: 1, title: 2, note: 1 });
    expect(tables[0]?.table.columns[0]?.values).toEqual(["南京市", "南京市", "苏州市", "苏州市"]);
    // a dialling code stays a text, and 1-2 is no date
    expect((await first("<table><tr><td>0512</td><td>1-2</td></tr></table>")).rows[0]).toEqual(["0512", "1-2"]);
  });

  it("says what it is, in whichever encoding it comes", async () => {
    // 地区 in GB18030
    const head = [...utf8("<html><meta charset=gb2312><table><tr><td>"), 0xb5, 0xd8, 0xc7, 0xf8];
    const bytes = Uint8Array.from([...head, ...utf8("</td><td>2020</td></tr></table>")]);
    const { format, notes, sheets } = await decodeWorkbook(bytes, "a.xls");
    expect([format, ...notes.map(({ code }) => code)]).toEqual(["html", "workbook-hidden-unknown", "workbook-ending"]);
    expect(sheets[0]?.rows[0]).toEqual(["地区", "2020"]);
    expect((await decodeWorkbook(utf8(page), "a.html")).notes.map(({ code }) => code)).toEqual([
      "workbook-hidden-unknown",
    ]);
  });

  it.each([
    ["a paragraph", "<p align=center>表2-1</p>"],
    ["a comment", "<!-- made by a > b -->\n<!--[if gte mso 9]><xml></xml><![endif]-->\n"],
    ["white space", "\r\n\t  "],
    ["a style", "\n<style>td { mso-number-format: '@' }</style>"],
    ["a doctype", '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">'],
    ["a declaration of XML", '<?xml version="1.0" encoding="utf-8"?>\n'],
    ["a tag of its own", "<o:p></o:p>"],
  ])("is known by its table where it begins with %s, with a byte order mark or without", async (_, begin) => {
    const text = `${begin}<table><tr><td>南京市</td><td>14030.2</td></tr></table>`;
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), wide]) {
      const { format, sheets } = await decodeWorkbook(bytes, "yearbook.xls");
      expect(format).toBe("html");
      expect(sheets[0]?.rows).toContainEqual(["南京市", "14030.2"]);
    }
  });

  it("is no page where it only speaks of one", () => {
    expect(looksLike(utf8("name,note\nA,<table><tr>\n"), "a.xls")).toMatchObject({ kind: "text", format: "csv" });
    expect(looksLike(utf8("<p>access denied</p>"), "a.xls")).toMatchObject({
      kind: "other",
      name: { en: "a web page" },
    });
    expect(looksLike(utf8(`${"<!-- -->".repeat(8000)}x`), "a.csv")).toMatchObject({ kind: "text" });
  });

  it("puts tables one under the other, a blank row between", async () => {
    const { rows, merges } = await first(
      "<div><table><tr><td>a</td></tr></table><table><tr><td colspan=2>b</td></tr></table></div>",
    );
    expect(rows).toEqual([["a"], [], ["b", null], []]);
    expect(merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
  });

  it("is refused where it is cut off, and never read in part", async () => {
    const bytes = utf8(page);
    const [begin, end] = [page.indexOf("<table border"), page.indexOf("</table>\n<p>")].map(
      (at) => utf8(page.slice(0, at)).length,
    );
    const whole = (await first(page)).rows.slice(0, 6);
    for (let cut = (begin as number) + 10; cut < bytes.length; cut += 1) {
      const file = bytes.slice(0, cut);
      const read = await decodeWorkbook(file, "a.xls").catch((error: unknown) => error);
      if (cut < (end as number) + "</table>".length) expect(read, `${cut}`).toBeInstanceOf(Error);
      else if (!(read instanceof Error))
        expect((read as { sheets: Sheet[] }).sheets[0]?.rows.slice(0, 6)).toEqual(whole);
    }
    expect((await refused("<table><tr><td>a</td></tr><td>b</td></table>"))?.code).toBe("web-page-broken");
    expect(await refused("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>")).toMatchObject({
      code: "web-page-nested",
      hint: { en: expect.stringContaining("save it as .xlsx") },
    });
  });

  it("takes no longer for openings that nothing closes", async () => {
    const hostile = `<table><tr><td>1</td></tr></table>${"<!--<script><style><head>".repeat(40_000)}`;
    expect((await decodeWorkbook(utf8(hostile), "a.xls")).sheets).toHaveLength(1);
  });
});

describe("what a spreadsheet program alone can open", () => {
  it.each([
    [
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      "a workbook in the XML format of Excel 2003",
    ],
    [
      "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=a\r\n",
      "a web archive (MHTML)",
    ],
    [
      "From: <Saved by Blink>\nSubject: =?utf-8?Q?=E5?=\nMIME-Version: 1.0\nContent-Type: multipart/related;\n",
      "a web archive (MHTML)",
    ],
  ])("is named, with what to do: %#", async (text, looks) => {
    const { problems } = await refusalOf(decodeData(utf8(text), "yearbook.xls"));
    expect(problems[0]?.text.en).toContain(`yearbook.xls looks like ${looks}`);
    expect(problems[0]?.hint?.zh).toContain("另存为 .xlsx");
  });

  it("a web page that is called .csv is no table, an error message perhaps", async () => {
    expect(looksLike(utf8(page), "data.csv")).toMatchObject({ kind: "other", name: { en: "a web page" } });
    const { problems } = await refusalOf(decodeData(utf8(page), "data.csv"));
    expect(problems[0]?.hint?.en).toContain("name it .html");
  });
});
