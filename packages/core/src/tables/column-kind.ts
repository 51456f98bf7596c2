import type { Roles } from "../contract/table.ts";
import type { Heading } from "./header.ts";
import type { Field } from "./type-table.ts";

export type ColumnKind = "number" | "integer" | "year" | "label";

const labelRoles = /^(place|from|to|industry|groups?|variable|unit|flag|cluster|parent|name.*)$/;
const numberRoles = /^(values?|weight|lon|lat|x|y)$/;
const codeNames = /(^|[_\s-])(code|id|adcode|fips|cbsa|naics\d?|nuts\d?|itl\d?)$|^code[_\s-]|(代码|编码|编号|代号)$/i;
const yearNames = /^(year|年|年份|年度)$/i;

/** The kind that the schema, or the part that the column plays, asks for; `undefined` where it has to be guessed. */
export function declaredKind(name: string, field: Field | undefined, roles: Roles = {}): ColumnKind | undefined {
  const type = field?.type;
  if (type === "number" || type === "integer" || type === "year") return type;
  if (type !== undefined && type !== "any") return "label";
  const part = Object.keys(roles).find((role) => [roles[role]].flat().includes(name));
  if (part === "year") return "year";
  if (part !== undefined && labelRoles.test(part)) return "label";
  if (part !== undefined && numberRoles.test(part)) return "number";
  if (field?.unit !== undefined) return "number";
  if (yearNames.test(name)) return "year";
  return codeNames.test(name) ? "label" : undefined;
}

/** Whether a column's name says that it holds codes. */
export const isCodeName = (name: string): boolean => codeNames.test(name);

/** Columns that hold names, codes or remarks, however many of them look like numbers. */
const wordNames =
  /^(place|city|region|province|county|from|to|origin|destination|industry|sector|naics\d*|isic|nace|flags?|notes?|remarks?|sections?|clauses?|articles?|pages?|versions?|(.*[_ ])?(name|title)([_ ].*)?|地区|城市|省份|行业|产业|起点|终点|备注|说明|注|标记|来源|章节|条款|页码|版本|.*名称?)$/i;

/** Codes that are no numbers: 31-33, C14. */
const codeLike = /^(\d+\s*[-–—~]\s*\d+|[A-Za-z]{1,3}[-.]?\d+)$/;
const decimalComma = /^\s*[+-]?\d+,\d{1,2}\s*$/;
/** From this share of numbers on, a word among them is a slip in a column of numbers. */
const mostly = 0.8;
/** As many words are looked at. */
export const wordsLookedAt = 1000;

/** What a column is of which nobody has said so, by how many of its cells are numbers, and by the words among them. */
export function kindByCells(
  { name, unit }: Pick<Heading, "name" | "unit">,
  numbers: number,
  words: number,
  first: readonly string[],
): ColumnKind {
  // 33106,5 under a unit is a figure of another country's program: refused with what to write instead
  if (unit !== undefined && words > 0 && first.every((text) => decimalComma.test(text))) return "number";
  if (words === 0) return numbers === 0 ? "label" : "number";
  if (numbers < mostly * (numbers + words) || wordNames.test(name)) return "label";
  return first.some((text) => codeLike.test(text.trim())) ? "label" : "number";
}

/** Whether labels are numbers but for a few words. */
export const isMostlyNumbers = (numbers: number, words: number): boolean => numbers >= mostly * (numbers + words);

/** `007` is a code: as a number it would lose its zeros. */
export function isPaddedCode(text: string): boolean {
  return /^0\d+$/.test(text.trim());
}
