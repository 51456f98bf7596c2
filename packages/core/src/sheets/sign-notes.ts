import { fillText } from "../language/message.ts";
import type { Reason } from "./guess-layout.ts";
import { rawText, type Sheet } from "./sheet.ts";

/** A sign and what a note says of cells that hold nothing else; `""` is an empty cell. */
export interface SignNote {
  readonly sign: string;
  readonly flag: string;
  /** The note's own words. */
  readonly said: string;
}

/** What notes say that signs mean, by the flag that it becomes; the first that fits. */
const meanings: readonly (readonly [flag: string, said: RegExp])[] = [
  [
    "below-unit",
    /不足.{0,10}(单位|一半|半|0\.5)|[小少低]于.{0,10}(单位|一半)|単位未満|(less|smaller|lower) than .{0,40}(unit|half|digit)|below .{0,24}(unit|half|digit)|not large enough|negligible/iu,
  ],
  ["withheld", /保密|不宜公开|未公开|confidential|suppress|withh[eo]ld|disclos/iu],
  [
    "not-available",
    /不详|不詳|缺|暂无|未(统计|调查|公布|获得|取得)|[无没]有?.{0,8}(数据|资料|统计|数字)|(not|un)\s?(yet )?available|no (data|figure)|missing|unknown|not (collected|surveyed|reported|recorded)/iu,
  ],
  ["not-applicable", /不适用|不存在|没?[无有]该项|該当|not applicable|does not apply/iu],
  ["nil", /^(数据|数值|数字|该项)?[为是]?[零0无](值)?$|^(is |are |magnitude )?(nil|zero|none)\b/iu],
];

const blank = "空格|空白|blank(?: space)?s?|empty cells?";
const opening = "[\"“”‘’'「『《(（]";
const closing = "[\"“”‘’'」』》)）]";
const quoted = `${opening}\\s*(?:${blank}|[^\\s\\p{Script=Han}"“”‘’'「」『』《》()（）]{1,5})\\s*${closing}`;
const bare = `(?<![\\p{L}\\p{N}.…=-])(?:${blank}|\\.{2,3}|…{1,2}|-{1,3}|[—–－―]{1,2}|‥|/|0(?:\\.0+)?)`;
const letters = "(?<![\\p{L}\\p{N}.])(?:[a-z]{1,2}|n\\.[ade]\\.|n/a)";
/** `[x]`, as British tables write their shorthand. */
const shorthand = "\\[[a-z]{1,4}\\]";
const sign = `(?:${quoted}|${shorthand}|${bare}|${letters}(?=\\s*[=＝]))`;
const several = `${sign}(?:\\s*(?:或者?|和|及|、|,|or|and)\\s*${sign})*`;
const verb =
  "[=＝:：]|表示|代表|意为|[为系指]|は|(?:denot|indicat|mean|represent|stand|signif)(?:e?s|ies|y|e)?(?: for)?\\b|(?:is|are)\\b";
const explained = new RegExp(`(${several})\\s*(?:处|单元格)?\\s*(?:${verb})\\s*(?:that\\b|the\\b)?\\s*`, "giu");
const each = new RegExp(`${quoted}|${shorthand}|${bare}|${letters}`, "giu");
const isBlankWord = new RegExp(`^(?:${blank})$`, "iu");

/** `“…”表示数据不足本表最小单位数；“空格”表示数据不详`, `.. = not available`: signs that a note explains in words that are known here. */
export function signsIn(note: string): SignNote[] {
  const found = [...note.matchAll(explained)];
  return found.flatMap((match, at) => {
    const from = match.index + match[0].length;
    const [said = ""] = note.slice(from, found[at + 1]?.index).split(/[。；;\n]/u);
    const meant = said.trim().replace(/[，,、.]+$/u, "");
    const flag = meanings.find(([, pattern]) => pattern.test(meant))?.[0];
    if (flag === undefined) return [];
    return [...(match[1] as string).matchAll(each)].map(([one]) => ({ sign: bareSign(one), flag, said: meant }));
  });
}

function bareSign(given: string): string {
  const text = given.replace(new RegExp(`^${opening}\\s*|\\s*${closing}$`, "gu"), "").trim();
  return isBlankWord.test(text) ? "" : text;
}

/** The signs that titles and notes of a page explain, with the flag that each gives. */
export function guessSigns(sheet: Sheet, rows: readonly number[], reasons: Reason[]): Record<string, string> {
  const signs: Record<string, string> = {};
  for (const row of rows) {
    const text = (sheet.rows[row] ?? []).map((value) => rawText(value)).join(" ");
    for (const { sign, flag, said } of signsIn(text)) {
      signs[sign] = flag;
      reasons.push({
        code: "sign",
        row: row + 1,
        text: fillText(
          {
            en: "{sign, select, blank {empty cells} other {cells that hold {quoted}}} are flagged {flag}, for row {row} says: {said}",
            zh: "{sign, select, blank {空格} other {内容为{quoted}的单元格}}标记为 {flag}，依据第 {row} 行：{said}",
          },
          {
            sign: sign === "" ? "blank" : "sign",
            quoted: { en: `"${sign}"`, zh: `“${sign}”` },
            flag,
            row: row + 1,
            said,
          },
        ),
      });
    }
  }
  return signs;
}
