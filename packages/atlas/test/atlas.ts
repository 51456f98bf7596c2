import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Papa from "papaparse";

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "year" | "boolean";
  readonly title: string;
  readonly titles: Bilingual;
  readonly unit?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: { readonly enum: readonly (string | number)[] };
}
export interface ForeignKey {
  readonly fields: string;
  readonly reference: { readonly resource: string; readonly fields: string };
}
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly encoding: string;
  readonly title: string;
  readonly titles: Bilingual;
  readonly description: string;
  readonly shape: string;
  readonly roles: Readonly<Record<string, string | readonly string[]>>;
  readonly places?: string;
  readonly parents?: string;
  readonly industries?: string;
  readonly variables?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly reference?: { readonly resource: string; readonly place?: string };
  readonly omit?: Readonly<Partial<Record<"place" | "industry", readonly string[]>>>;
  readonly composition?: {
    readonly industries: string;
    readonly variables: Readonly<Record<string, string>>;
    readonly total: string;
  };
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: string | readonly string[];
    readonly foreignKeys?: readonly ForeignKey[];
    readonly missingValues: readonly string[];
  };
}
export interface Cluster {
  readonly id: string;
  readonly edition: string;
  readonly title: Bilingual;
  readonly short: Bilingual;
  readonly source: string;
  readonly note?: Bilingual;
  readonly members: {
    readonly resource: string;
    readonly column: string;
    readonly where: Readonly<Record<string, string | readonly string[]>>;
  };
}
export interface Package {
  readonly name: string;
  readonly title: string;
  readonly titles: Bilingual;
  readonly description: string;
  readonly credit: string;
  readonly licenses: readonly { readonly name: string; readonly path: string; readonly title: string }[];
  readonly sources: readonly { readonly title: string }[];
  readonly flags: readonly (Bilingual & { readonly name: string; readonly severity: string })[];
  readonly caveats: readonly (Bilingual & { readonly resource?: string })[];
  readonly lacks: readonly Bilingual[];
  readonly clusters: readonly Cluster[];
  readonly resources: readonly Resource[];
}
export interface AtlasIndex {
  readonly packages: readonly {
    readonly name: string;
    readonly titles: Bilingual;
    readonly resources: readonly string[];
    readonly clusters: readonly Pick<Cluster, "id" | "edition" | "title" | "short">[];
  }[];
}
export type Row = Readonly<Record<string, string>>;

const root = resolve(import.meta.dirname, "..");
export const text = (path: string): string => readFileSync(resolve(root, path), "utf8");
export const atlas: AtlasIndex = JSON.parse(text("atlas.json"));
export const packages: readonly Package[] = atlas.packages.map(({ name }) =>
  JSON.parse(text(`${name}/datapackage.json`)),
);
export const tables = packages.flatMap((pkg) =>
  pkg.resources.map((resource) => ({ id: `${pkg.name}/${resource.name}`, pkg, resource })),
);

const cache = new Map<string, { header: readonly string[]; rows: readonly Row[] }>();

export function table(id: string): { readonly header: readonly string[]; readonly rows: readonly Row[] } {
  const known = cache.get(id);
  if (known) return known;
  const found = tables.find((entry) => entry.id === id);
  if (!found) throw new Error(`atlas: no table ${id}`);
  const parsed = Papa.parse<Record<string, string>>(text(`${found.pkg.name}/${found.resource.path}`), {
    header: true,
    skipEmptyLines: true,
  });
  if (parsed.errors.length) throw new Error(`${id}: ${JSON.stringify(parsed.errors[0])}`);
  const result = { header: parsed.meta.fields ?? [], rows: parsed.data };
  cache.set(id, result);
  return result;
}

export const rows = (id: string, where: Row = {}): readonly Row[] =>
  table(id).rows.filter((row) => Object.entries(where).every(([column, cell]) => row[column] === cell));

/** One cell as a number; throws unless exactly one row matches and the cell is filled. */
export function figure(id: string, where: Row, column: string): number {
  const found = rows(id, where);
  const cell = found[0]?.[column];
  if (found.length !== 1 || !cell) throw new Error(`${id}: ${found.length} rows for ${JSON.stringify(where)}`);
  return Number(cell);
}

/** Sum of the filled cells of a column. */
export const sum = (found: readonly Row[], column: string): number =>
  found.reduce((total, row) => total + (row[column] === "" ? 0 : Number(row[column])), 0);

export const members = (pkg: Package, { members: { resource, column, where } }: Cluster): string[] =>
  rows(`${pkg.name}/${resource}`)
    .filter((row) => Object.entries(where).every(([name, cell]) => [cell].flat().includes(row[name])))
    .map((row) => row[column]);
