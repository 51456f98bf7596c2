/** What a name in `on:` stands for, with the rows, roles and shape that are asked of it. */
export interface Shape {
  readonly where?: Readonly<Record<string, string | number | readonly (string | number)[]>> | undefined;
  readonly roles?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly wide?: { readonly variable: string; readonly value: string } | undefined;
}
export type Reference =
  | ({ readonly kind: "dataset" | "indicators"; readonly name: string } & Shape)
  | ({ readonly kind: "analysis"; readonly name: string; readonly table: string | undefined } & Shape)
  /** `recipe`: the study's own, where it is called by its name. */
  | { readonly kind: "record"; readonly value: unknown; readonly recipe?: string };

/** `NAME` or `ANALYSIS.TABLE`. */
export function splitReference(text: string): { name: string; table: string | undefined } {
  const dot = text.indexOf(".");
  return dot < 0 ? { name: text, table: undefined } : { name: text.slice(0, dot), table: text.slice(dot + 1) };
}
