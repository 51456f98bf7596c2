import { isMissingMark, numberCell } from "../tables/number-cell.ts";
import { stripMarks } from "./clean-text.ts";
import { type CellMark, isBlank, type SheetValue } from "./sheet.ts";

/** What a value cell says. `percent` numbers are as written: 12.3 for `12.3%`. */
export type ValueCell =
  | { readonly kind: "number"; readonly value: number; readonly percent: boolean; readonly marks: readonly string[] }
  | { readonly kind: "missing" }
  | { readonly kind: "zero" }
  | { readonly kind: "refused"; readonly why: "text" | "error" | "logical" | "date" };

/** The signs of a page that its layout explains. */
export interface ValueSigns {
  readonly zero: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  /** Footnote letters such as `p`, beside the signs that are always taken off. */
  readonly marks: readonly string[];
  /** Figures in brackets are below zero, as accountants write them. */
  readonly brackets?: "negative";
  /** So are those behind △, as Japanese tables write them; or it is a footnote's mark. */
  readonly triangles?: "negative" | "mark";
}

/**
 * `(4.0)`, `（1,234）`: below zero, a figure that stands beside the sum, or a note's number. `△4.0`, `▲4.0`: below zero, or with a
 * footnote. Only the page's layout can say.
 */
const lowered = {
  brackets: /^[(（]\s*([\d０-９][\d０-９,，.．]*)\s*[)）]$/,
  triangles: /^[△▲]\s*([\d０-９].*)$/,
} as const;

/** In which way a figure may be written as one below zero. */
export function loweredBy(text: string): keyof typeof lowered | undefined {
  if (lowered.brackets.test(text.trim())) return "brackets";
  return lowered.triangles.test(text.trim()) ? "triangles" : undefined;
}

export const noSigns: ValueSigns = { zero: new Set(), missing: new Set(), marks: [] };

const missing: ValueCell = { kind: "missing" };
const zero: ValueCell = { kind: "zero" };
const none: readonly string[] = [];
const spacedGroups = /^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?%?$/;

/** Reads `1 234.5`, `１２３`, `12.3%`, `123①`, `…`; says why it cannot. A `-` is missing unless the layout says zero. */
export function readValue(value: SheetValue, mark: CellMark | undefined, signs: ValueSigns = noSigns): ValueCell {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return { kind: "refused", why: "error" };
    const percent = mark?.percent === true;
    return { kind: "number", value: percent ? Number((value * 100).toPrecision(15)) : value, percent, marks: none };
  }
  if (isBlank(value)) return missing;
  if (typeof value === "boolean") return { kind: "refused", why: "logical" };
  if (mark?.error) return { kind: "refused", why: "error" };
  if (mark?.date) return { kind: "refused", why: "date" };
  const text = value.trim();
  if (signs.zero.has(text)) return zero;
  if (signs.missing.has(text) || isMissingMark(text)) return missing;
  const way = loweredBy(text);
  if (way !== undefined && signs[way] === "negative") {
    return readValue(`-${lowered[way].exec(text)?.[1]}`, mark, signs);
  }
  if (way !== undefined && signs[way] !== "mark") return { kind: "refused", why: "text" };
  const bare = stripMarks(text);
  const letter = signs.marks.find((sign) => bare.text.endsWith(sign) && bare.text.length > sign.length);
  const rest = (letter === undefined ? bare.text : bare.text.slice(0, -letter.length)).trim();
  const marks = letter === undefined ? bare.marks : [...bare.marks, letter];
  if (rest === "" || isMissingMark(rest)) return missing;
  const cell = numberCell(spacedGroups.test(rest) ? rest.replace(/[\s\u00a0\u2009\u202f]/g, "") : rest);
  if (cell === undefined || cell.unit === "per mille") return { kind: "refused", why: "text" };
  return { kind: "number", value: cell.value, percent: cell.unit === "percent", marks };
}
