import type { PriceBasis } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";

/** A data package as it stands in `packages/atlas/<name>/datapackage.json`: the parts that the program reads. */
export interface DataPackage {
  readonly name: string;
  readonly titles: Text;
  readonly description: string;
  readonly credit: string;
  readonly licenses: readonly Licence[];
  readonly sources: readonly DataSource[];
  readonly flags: readonly Flag[];
  readonly caveats: readonly (Text & { readonly resource?: string })[];
  readonly lacks: readonly Text[];
  readonly clusters: readonly ClusterDescriptor[];
  readonly resources: readonly Resource[];
}
export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly title_zh?: string;
  readonly path?: string;
}
export interface DataSource {
  readonly title: string;
  /** Whom to credit, and for which work: the short form that stands under a figure. */
  readonly publisher?: Text;
  readonly work?: Text;
  /** The variables that come from it, where the table's come from several; all of them if left out. */
  readonly variables?: readonly string[];
  readonly path?: string;
}
/** A word of the column `flag`: a note to read, or a figure that must not be used. */
export interface Flag extends Text {
  readonly name: string;
  readonly severity: "note" | "unusable";
}
export interface ClusterDescriptor {
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  readonly short: Text;
  readonly source: string;
  readonly note?: Text;
  readonly members: {
    readonly resource: string;
    readonly column: string;
    readonly where: Readonly<Record<string, string | readonly string[]>>;
  };
}
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "year" | "boolean";
  readonly titles: Text;
  readonly unit?: string;
  readonly prices?: Prices;
}
/** `current`, or with the base year, who says so, and how the figures came from another currency. */
export type Prices = "current" | PriceBasis;
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly titles: Text;
  readonly description: string;
  readonly shape: string;
  readonly roles: Readonly<Record<string, string | readonly string[]>>;
  readonly places?: string;
  readonly parents?: string;
  readonly industries?: string;
  readonly variables?: string;
  /** The list that names the codes of a column. */
  readonly names?: Readonly<Record<string, string>>;
  readonly classification?: string;
  /** In whose prices the money of the table is; a field may say otherwise of itself. */
  readonly prices?: Prices;
  readonly directed?: boolean;
  readonly reference?: { readonly resource: string; readonly place?: string };
  readonly omit?: { readonly place?: readonly string[]; readonly industry?: readonly string[] };
  readonly composition?: {
    readonly industries: string;
    readonly variables: Readonly<Record<string, string>>;
    readonly total: string;
    readonly title?: Text;
  };
  readonly licenses?: readonly Licence[];
  readonly sources?: readonly DataSource[];
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: string | readonly string[];
    readonly missingValues?: readonly string[];
  };
}
