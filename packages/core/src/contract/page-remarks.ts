/** A note of a page: 注：…, 资料来源：…. */
export interface PageNote {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** `A9` */
  readonly address: string;
  readonly text: string;
}

/** A total of a page that is not the sum of its parts. */
export interface PageTotal {
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** `C` */
  readonly column: string;
  /** `合计` */
  readonly label: string;
  readonly variable: string;
  readonly year?: number;
  readonly unit?: string;
  readonly found: number;
  /** The sum of the parts. */
  readonly expected: number;
  readonly parts: number;
  /** Addresses of the first part and of the last. */
  readonly from: string;
  readonly to: string;
  /** Parts that are missing, where the others are more than the total without them. */
  readonly missing: number;
  /** What rounding of total and parts to their printed digits may leave between them. */
  readonly rounding: number;
  /** Of how many figures of this total no set of rows is the sum: it is of something else, and told once. */
  readonly isOther?: number;
}

/** Totals that cannot be compared, for some of their parts are missing or were refused. */
export interface OpenTotals {
  readonly count: number;
  /** The first of them: addresses of the total and of parts that are not there. */
  readonly first: readonly { readonly total: string; readonly label: string; readonly parts: readonly string[] }[];
}

/** What a page says beside its figures, and what its totals say of them. */
export interface PageRemarks {
  readonly notes: readonly PageNote[];
  /** Figures of totals that were compared with the sum of parts, and in how many they agree. */
  readonly compared: number;
  readonly held: number;
  readonly off: readonly PageTotal[];
  readonly open?: OpenTotals;
}
