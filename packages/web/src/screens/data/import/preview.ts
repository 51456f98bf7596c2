import type { Problem, Roles } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Layout } from "@conurb/core/sheets";

/** A layout as a study writes it: what goes without saying is left out. */
export type ShortLayout = Partial<Omit<Layout, "tables">> & { readonly tables: readonly ShortBlock[] };
export type ShortBlock = Partial<Layout["tables"][number]> & Pick<Layout["tables"][number], "rows" | "columns">;

/** What is settled of an import so far; the rest is guessed. */
export interface Choices {
  readonly name?: string;
  readonly title?: string;
  readonly encoding?: "utf-8" | "gb18030";
  readonly sheet?: string;
  readonly kind?: "table" | "page";
  readonly layout?: ShortLayout;
  readonly roles?: Roles;
  readonly units?: Readonly<Record<string, string>>;
  readonly interpolate?: readonly string[];
  readonly confirm?: Readonly<Record<string, string>>;
}

/** The choices that an address tells; none where it is not what the wizard writes there. */
export function choicesIn(asked: string | undefined): Choices {
  if (asked === undefined) return {};
  try {
    return { ...(JSON.parse(asked) as Choices | null) };
  } catch {
    return {};
  }
}

/** The address of a file that was handed over, and of what is done with it: its name, which an address tells, leads nowhere else. */
export const uploadAt = (id: string, what: "" | "/preview" | "/take" = ""): string =>
  `/api/uploads/${encodeURIComponent(id)}${what}`;

/** What is settled anew; `undefined` leaves it to be guessed again. */
export type ChoiceChange = { readonly [Key in keyof Choices]?: Choices[Key] | undefined };

export interface PreviewColumn {
  readonly name: string;
  readonly title?: Text;
  readonly kind: "number" | "label";
  readonly unit?: string;
  readonly hasOwnUnit: boolean;
  readonly values: readonly (string | number | null)[];
  readonly flags?: readonly (string | null)[];
}

export interface PreviewName {
  readonly key: string;
  readonly given: string;
  readonly status: string;
  readonly code?: string;
  readonly place?: Text;
  readonly reason: Text;
  readonly rows: number;
  readonly candidates: readonly { readonly code: string; readonly name: Text; readonly parent?: string }[];
}

/** What the server makes of a file with these choices. */
export interface Preview {
  readonly name: string;
  readonly file: string;
  readonly format: string;
  readonly encoding?: string;
  readonly sheets?: readonly {
    readonly sheet: string;
    readonly rows: number;
    readonly columns: number;
    readonly hidden: boolean;
    readonly hasFigures?: boolean;
  }[];
  readonly sheet?: string;
  readonly grid: {
    readonly rows: readonly { readonly row: number; readonly cells: readonly string[]; readonly hidden: boolean }[];
    readonly height: number;
    readonly width: number;
  };
  readonly layout?: ShortLayout;
  readonly isPage: boolean;
  readonly reasons: readonly { readonly code: string; readonly text: Text; readonly row?: number }[];
  readonly tables: readonly {
    readonly rows: number;
    readonly roles: Roles;
    readonly columns: readonly PreviewColumn[];
  }[];
  readonly account?: Readonly<Record<string, number>>;
  readonly missingAs: Readonly<Record<string, number>>;
  readonly names: readonly PreviewName[];
  readonly notes: readonly Problem[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly lines: readonly string[];
  readonly study: readonly string[];
}
