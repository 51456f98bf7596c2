/** What a name in `on:` stands for, with the rows, roles and shape that are asked of it. */
export interface Shape {
  readonly where?: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  readonly roles?: Readonly<Record<string, string | readonly string[]>>;
  readonly wide?: { readonly variable: string; readonly value: string };
}
export type Reference =
  | ({ readonly kind: "dataset" | "indicators"; readonly name: string } & Shape)
  | ({ readonly kind: "analysis"; readonly name: string; readonly table: string | undefined } & Shape)
  | { readonly kind: "record"; readonly value: unknown };

/** `NAME` or `ANALYSIS.TABLE`. */
export function splitReference(text: string): { name: string; table: string | undefined } {
  const dot = text.indexOf(".");
  return dot < 0 ? { name: text, table: undefined } : { name: text.slice(0, dot), table: text.slice(dot + 1) };
}
