/** What a cell says when it is read as a number. `percent` and `per mille` keep their number: `12.3%` is 12.3 percent. */
export interface NumberCell {
  readonly value: number;
  readonly unit: "percent" | "per mille" | undefined;
}

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;

/** `123①` and `12²` carry a footnote: taken for digits they would be another number. */
const footnote = /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f\u2460-\u24ff\u2776-\u2793]/;

/** Reads `1234.5`, `1,234.5`, `１２．５`, `-3`, `12.3%`; `undefined` for anything else, a whole number that no double holds among them. */
export function numberCell(text: string): NumberCell | undefined {
  if (/^[a-z]/i.test(text) || footnote.test(text)) return undefined;
  const tidy = plain.test(text)
    ? text
    : text
        .normalize("NFKC")
        .replace(/[\u2212\u2010\u2013]/g, "-")
        .trim();
  const unit = tidy.endsWith("%") ? "percent" : tidy.endsWith("‰") ? "per mille" : undefined;
  const digits = unit === undefined ? tidy : tidy.slice(0, -1).trimEnd();
  if (!plain.test(digits) && !grouped.test(digits)) return undefined;
  const written = digits.replaceAll(",", "");
  const value = Number(written);
  return Number.isFinite(value) && isHeld(written, value) ? { value, unit } : undefined;
}

/** Whole numbers of so many digits are doubles, whichever they are. */
const surelyHeld = 15;

/** Whether the number is the one that is written, or printed as that: of 110101199003077759, an identity, a double loses the last digit. */
function isHeld(written: string, value: number): boolean {
  if (written.length <= surelyHeld || !isLongNumber(written)) return true;
  return String(value) === written || BigInt(written) === BigInt(value);
}

export const isLongNumber = (text: string): boolean => /^[+-]?\d{16,}$/.test(text.trim());

/** Reads `2015`, `2015年`, and `2015.0`, as a column of numbers writes it. */
export function yearCell(text: string): number | undefined {
  const year = /^(\d{1,4})(?:\.0+|年)?$/.exec(text.normalize("NFKC").trim());
  return year ? Number(year[1]) : undefined;
}

/** Signs and words that tables print where there is no figure. */
const marks = new Set([
  "",
  ...[".", "..", "...", "…", "……", "...…", "‥", "‥‥", "/"],
  ...["-", "--", "---", "—", "——", "–", "―", "－", "－－"],
  ...["na", "n/a", "n.a.", "n.a", "nan", "null", "not available"],
  ...["缺", "缺失", "缺数据", "无", "无数据", "暂无", "暂无数据", "暂缺", "空格", "不详", "未统计", "未公布"],
]);

const longestMark = Math.max(...Array.from(marks, (mark) => mark.length));

/** The marks that stand for a missing value where the data declare none: empty, `-`, `...`, `NA`, 缺 and their kin. */
export function isMissingMark(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= longestMark && marks.has(trimmed.toLowerCase());
}
