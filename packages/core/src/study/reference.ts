import { findColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";

/** What a name in `on:` stands for, with the rows, roles and shape that are asked of it. */
export interface Shape {
  readonly where?: Readonly<Record<string, string | number | readonly (string | number)[]>> | undefined;
  readonly roles?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly wide?: { readonly variable: string; readonly value: string } | undefined;
}
export type Reference =
  | ({ readonly kind: "dataset" | "indicators"; readonly name: string } & Shape)
  | AnalysisReference
  /** A list of analyses, whose tables stand one under the other. */
  | { readonly kind: "stack"; readonly parts: readonly AnalysisReference[] }
  /** `recipe`: the study's own, where it is called by its name. */
  | { readonly kind: "record"; readonly value: unknown; readonly recipe?: string };

export type AnalysisReference = {
  readonly kind: "analysis";
  readonly name: string;
  readonly table: string | undefined;
  /** An input of links asks for it. */
  readonly forLinks?: true;
  /** The table that the input takes where none is named. */
  readonly meant?: string;
  /** What the study calls it, for a list to say. */
  readonly title?: Text;
} & Shape;

/** The analyses that a reference stands for. */
export function analysesIn(reference: Reference): readonly AnalysisReference[] {
  if (reference.kind === "stack") return reference.parts;
  return reference.kind === "analysis" ? [reference] : [];
}

/** `NAME` or `ANALYSIS.TABLE`. */
export function splitReference(text: string): { name: string; table: string | undefined } {
  const dot = text.indexOf(".");
  return dot < 0 ? { name: text, table: undefined } : { name: text.slice(0, dot), table: text.slice(dot + 1) };
}

/**
 * The table of a result that a reference means: the one it names, else the first. An input of links takes the table `links`
 * where there is one that has the columns asked for: the first table holds the pairs below a threshold too.
 */
export function tableMeant(
  tables: readonly Table[],
  { table, meant, forLinks, roles = {}, where = {} }: AnalysisReference,
): Table | undefined {
  const named = table ?? meant;
  if (named !== undefined) return tables.find(({ name }) => name === named);
  const links = forLinks ? tables.find(({ name }) => name === "links") : undefined;
  const asked = [...Object.values(roles).flat(), ...Object.keys(where)];
  return links !== undefined && asked.every((name) => findColumn(links, name) !== undefined) ? links : tables[0];
}
