import type { Table } from "@conurb/core/contract";
import { readingOf, type SiteTable } from "@conurb/core/site";
import type { Study } from "@conurb/core/study";
import { isMicroData } from "./micro-data.ts";
import { bytesOf, type SiteStore } from "./site-store.ts";
import { type KeptRows, keptRows } from "./tells-rows.ts";

/** What a site is asked to hold. */
export interface SiteWish {
  /** Datasets to hand on though they are micro-data, and analyses though their results tell rows of such. */
  readonly with: readonly string[];
  /** Datasets to keep back though they are none. */
  readonly without: readonly string[];
}

export interface TableTold {
  readonly name: string;
  readonly rows: number;
  /** Bytes; none where it is kept back. */
  readonly size?: number;
  readonly keptBack?: "micro-data" | "asked";
}

export interface Shipped {
  readonly tables: readonly SiteTable[];
  readonly told: readonly TableTold[];
  /** Of the micro-data that stay at home. */
  readonly kept: readonly KeptRows[];
}

/** Figures of the atlas are public, and sums of micro-data are sums; a file of the study that holds micro-data stays at home. */
export function shipTables(
  study: Study,
  loaded: ReadonlyMap<string, Table>,
  wish: SiteWish,
  store: SiteStore,
): Shipped {
  const tables: SiteTable[] = [];
  const told: TableTold[] = [];
  const kept: KeptRows[] = [];
  for (const [name, declaration] of Object.entries(study.datasets)) {
    const table = loaded.get(name);
    if (table === undefined) continue;
    const { atlas, kind, cube } = declaration;
    const isPublic = atlas !== undefined || kind === "register" || cube !== undefined;
    const isMicro = !isPublic && isMicroData(table);
    const keptBack = wish.without.includes(name)
      ? "asked"
      : isMicro && !wish.with.includes(name)
        ? "micro-data"
        : undefined;
    const { rows } = table;
    const reading = readingOf(declaration);
    if (keptBack !== undefined) {
      if (isMicro) kept.push(keptRows(name, table));
      tables.push({ name, reading, rows });
      told.push({ name, rows, keptBack });
    } else {
      const file = store.putTable(table);
      tables.push({ name, reading, file, rows });
      told.push({ name, rows, size: bytesOf(store.texts.get(file) as string).length });
    }
  }
  return { tables, told, kept };
}
