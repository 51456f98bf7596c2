/** A text without its footnote marks, and the marks. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly string[];
}

/** Circled and bracketed numbers, stars and daggers: never part of a name or a number. */
const signs = "\u2460-\u249b\u24d0-\u24ff\u2776-\u2793*＊※†‡△▲☆★";
const raised = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207f";
const leading = new RegExp(`^\\s*([${signs}])\\s*`, "u");
const trailing = new RegExp(`\\s*([${signs}])\\s*$`, "u");
/** `km²` keeps its exponent; `北京²` and `12.3²` carry a footnote. */
const trailingRaised = new RegExp(`(?<=[\\p{Script=Han}\\d)）\\s])([${raised}]+)\\s*$`, "u");
/** `City region [note 1]` */
const trailingNote = /\s\[(notes? \d[\d, ]*)\]\s*$/iu;
/** `重庆1)`, `重庆[1]`, `重庆(注1)`, but not `其他(1)`. */
const trailingNumber =
  /(?<=\p{Script=Han}\s*)(?:(?<!\([^()]*)(\d{1,2})[)）]|[[〔【](\d{1,2})[\]〕】]|[(（](注\s*\d{0,2})[)）])\s*$/u;

/** Takes footnote marks off both ends: ①, *, ², and after a Chinese name 1) and [1]. */
export function stripMarks(given: string): Marked {
  if (!mayCarryMarks.test(given)) return { text: given, marks: [] };
  let text = given;
  const marks: string[] = [];
  for (;;) {
    const found =
      trailing.exec(text) ?? trailingRaised.exec(text) ?? trailingNumber.exec(text) ?? trailingNote.exec(text);
    if (found !== null && found.index > 0) {
      marks.unshift((found[1] ?? found[2] ?? found[3]) as string);
      text = text.slice(0, found.index);
      continue;
    }
    const before = leading.exec(text);
    if (before === null || before[0].length === text.length) break;
    marks.push(before[1] as string);
    text = text.slice(before[0].length);
  }
  return { text, marks };
}

const mayCarryMarks = new RegExp(`[${signs}${raised})）\\]〕】]`, "u");

/** A name in Chinese, in English, or in both, with the footnote marks it carried. */
export interface Name {
  readonly zh?: string;
  readonly en?: string;
  readonly marks: readonly string[];
}

/** `北 京` is 北京, `ＧＤＰ` is GDP, `#工业` is 工业; `地区生产总值 Gross regional product` is one name in two languages. */
export function readName(given: string): Name {
  const { text, marks } = stripMarks(given);
  const plain = tidy(text);
  if (plain === "") return { marks };
  if (!/\p{Script=Han}/u.test(plain)) return { en: plain, marks };
  const both = plain.length > longestName ? null : (spaced.exec(plain) ?? joined.exec(plain));
  if (both === null) return { zh: closed(plain), marks };
  return { zh: closed(both[1] as string), en: (both[2] as string).trim(), marks };
}

/** In two languages; the patterns run out of memory on a text of megabytes. */
const longestName = 1000;
const spaced = /^(.*?[\p{Script=Han})%"”\d]) ([A-Za-z][\p{Script=Latin}\d ,.&()'’/%:;$+=-]*)$/u;
const joined = /^([^A-Za-z]*\p{Script=Han}\)?)([A-Z][a-z]{2,}[\p{Script=Latin}\d ,.&()'’/%:;$+=-]*)$/u;

function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^#\s*/, "")
    .replace(/^其中\s*[:：]\s*|^其中$/u, "");
}

/** Spaces that only stretch a Chinese word to the width of its column. */
function closed(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}(（、]) (?=[\p{Script=Han})）(、])/gu, "").trim();
}

/** The name that a place, an item or an industry goes by: the Chinese one where there is one. */
export function labelOfName({ zh, en }: Name): string {
  return zh ?? en ?? "";
}
