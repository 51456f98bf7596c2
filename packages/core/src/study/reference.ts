import { findColumn, type Table } from "../contract/table.ts";

/** What a name in `on:` stands for, with the rows, roles and shape that are asked of it. */
export interface Shape {
  readonly where?: Readonly<Record<string, string | number | readonly (string | number)[]>> | undefined;
  readonly roles?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly wide?: { readonly variable: string; readonly value: string } | undefined;
}
export type Reference =
  | ({ readonly kind: "dataset" | "indicators"; readonly name: string } & Shape)
  /** `forLinks`: an input of links asks for it. */
  | ({
      readonly kind: "analysis";
      readonly name: string;
      readonly table: string | undefined;
      readonly forLinks?: true;
    } & Shape)
  /** `recipe`: the study's own, where it is called by its name. */
  | { readonly kind: "record"; readonly value: unknown; readonly recipe?: string };

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
  { table, forLinks, roles = {}, where = {} }: Extract<Reference, { kind: "analysis" }>,
): Table | undefined {
  if (table !== undefined) return tables.find(({ name }) => name === table);
  const links = forLinks ? tables.find(({ name }) => name === "links") : undefined;
  const asked = [...Object.values(roles).flat(), ...Object.keys(where)];
  return links !== undefined && asked.every((name) => findColumn(links, name) !== undefined) ? links : tables[0];
}
