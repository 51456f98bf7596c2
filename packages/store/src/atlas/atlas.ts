import type { Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Screened } from "@conurb/core/tables";
import type { DataSource, Flag, Licence, Resource } from "./descriptor.ts";

/** One table of the atlas, addressed as `package/resource`. */
export interface AtlasEntry {
  readonly id: string;
  readonly package: string;
  readonly packageTitle: Text;
  readonly title: Text;
  readonly resource: Resource;
}
export interface AtlasPlace {
  readonly code: string;
  readonly name: Text;
  readonly parent?: string;
  readonly parentName?: Text;
  /** In degrees. */
  readonly lon?: number;
  readonly lat?: number;
  readonly areaKm2?: number;
  readonly level?: string;
  readonly package: string;
}
export interface AtlasCluster {
  /** `id@edition`, such as `jing-jin-ji@2015`. */
  readonly key: string;
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  readonly short: Text;
  readonly source: string;
  readonly note?: Text;
  /** Place codes in code order. */
  readonly members: readonly string[];
  readonly package: string;
}
export interface AtlasIndustry {
  readonly code: string;
  readonly name: Text;
  readonly short: Text;
  readonly isic?: string;
}
export interface AtlasVariable {
  readonly variable: string;
  readonly name: Text;
  readonly unit: string;
  readonly aspect?: string;
  /** 1 more is better, -1 less is better, 0 context. */
  readonly direction?: -1 | 0 | 1;
  readonly source?: string;
  readonly definition?: string;
}
/** What a report must say about one table. */
export interface AtlasNotes {
  readonly id: string;
  readonly title: Text;
  readonly packageTitle: Text;
  readonly description: string;
  readonly credit: string;
  readonly sources: readonly DataSource[];
  readonly licenses: readonly Licence[];
  /** Those of the whole package and of this table. */
  readonly caveats: readonly Text[];
  readonly lacks: readonly Text[];
  /** The vocabulary of the column `flag`. */
  readonly flags: readonly Flag[];
}

/** What was taken out of a table before anyone could use it, and which flags the rest carries. */
export type AtlasScreening = Pick<Screened, "dropped" | "used">;

/** The figures that ship with the program. Files are read when asked for, and once. */
export interface Atlas {
  readonly root: string;
  list(): Promise<readonly AtlasEntry[]>;
  entry(id: string): Promise<AtlasEntry>;
  /**
   * Typed, with titles, units, roles, flags, lines and source. Rows that the descriptor says must not be added to the
   * others (totals, parts of other rows) are left out unless `omitted: "keep"`; figures with an unusable flag are gaps.
   * A composition carries the names of its industries in `industry_en` and `industry_zh`; a column `x` of codes that a list
   * names is followed by `x_en` and `x_zh`.
   */
  load(id: string, options?: { readonly omitted?: "leave-out" | "keep" }): Promise<Table>;
  /** The figures of a table that became gaps for their flag, and the flags in use. */
  screening(id: string): Promise<AtlasScreening>;
  /** The table that a composition's structure is compared with, where its descriptor names one. */
  reference(id: string): Promise<Table | undefined>;
  places(): Promise<ReadonlyMap<string, AtlasPlace>>;
  /** By `id@edition`. */
  clusters(): Promise<ReadonlyMap<string, AtlasCluster>>;
  /** `jing-jin-ji@2015`, or `jing-jin-ji` where there is one edition; a misspelt name is refused with a suggestion. */
  cluster(key: string): Promise<AtlasCluster>;
  industries(id: string): Promise<ReadonlyMap<string, AtlasIndustry>>;
  variables(id: string): Promise<ReadonlyMap<string, AtlasVariable>>;
  notes(id: string): Promise<AtlasNotes>;
}
