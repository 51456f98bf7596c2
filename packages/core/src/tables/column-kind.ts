import type { Roles } from "../contract/table.ts";
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

/** `007` is a code: as a number it would lose its zeros. */
export function isPaddedCode(text: string): boolean {
  return /^0\d+$/.test(text.trim());
}
