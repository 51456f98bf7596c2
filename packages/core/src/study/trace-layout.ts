import type { Trace } from "./trace.ts";

/** Traces laid out for a reader: no more than so many under one number, and no list twice. */
export interface Layout {
  one(trace: Trace): Trace;
  many(traces: readonly Trace[]): Pick<Trace, "from" | "more">;
}

export function layout(listed: number): Layout {
  const told = new Map<readonly Trace[], string>();
  const many: Layout["many"] = (traces) => {
    const more = traces.length - listed;
    return { from: traces.slice(0, listed).map(one), ...(more > 0 ? { more } : {}) };
  };
  function one(trace: Trace): Trace {
    if (trace.from.length === 0) return trace;
    const before = told.get(trace.from);
    if (before !== undefined) return { ...trace, from: [], sameAs: before };
    told.set(trace.from, [trace.of, ...Object.values(trace.key), trace.column].join(" "));
    return { ...trace, ...many(trace.from) };
  }
  return { one, many };
}

/** A file that numbers rest on: how many of its cells, in how many of its rows. */
export interface TracedFile {
  readonly file: string;
  readonly sha256?: string;
  readonly rows: number;
  readonly cells: number;
}

/** The files at the end of traces, by name. */
export function filesUnder(traces: readonly Trace[], sha256Of: (trace: Trace) => string | undefined): TracedFile[] {
  const files = new Map<string, { sha256: string | undefined; rows: Set<string>; cells: Set<string> }>();
  const seen = new Set<readonly Trace[]>();
  const visit = (each: readonly Trace[]): void => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const trace of each) {
      visit(trace.from);
      if (trace.file === undefined) continue;
      const found = files.get(trace.file) ?? { sha256: sha256Of(trace), rows: new Set(), cells: new Set() };
      files.set(trace.file, found);
      const row = trace.row === undefined ? JSON.stringify(trace.key) : String(trace.row);
      found.rows.add(row);
      found.cells.add(`${row} ${trace.column}`);
    }
  };
  visit(traces);
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, { sha256, rows, cells }]) => ({
      file,
      ...(sha256 === undefined ? {} : { sha256 }),
      rows: rows.size,
      cells: cells.size,
    }));
}
