import type { Text } from "../language/text.ts";

/**
 * A picture as data: which table, which columns, which part each plays. The kinds are a closed set that the figures
 * package draws; a method picks from them and adds no drawing code.
 */
export type View = { readonly title?: Text } & (
  | { kind: "map"; table: string; place: string; value: string; size?: string }
  | {
      kind: "ranking";
      table: string;
      place: string;
      score: string;
      rank: string;
      low: string;
      high: string;
      tier: string;
      group?: string;
      /** Long table place x rank x share of draws. */
      shares?: { table: string; place: string; rank: string; share: string };
    }
  | {
      kind: "heatmap";
      table: string;
      row: string;
      column: string;
      value: string;
      scale: "around-one" | "sequential" | "around-zero";
    }
  | {
      kind: "matrix";
      table: string;
      row: string;
      column: string;
      value: string;
      /** Table with one row a place: its position after seriation and the block it falls in. */
      order?: { table: string; place: string; position: string; block: string };
    }
  | { kind: "lorenz"; table: string; x: string; y: string; group?: string }
  | { kind: "flow"; table: string; from: string; to: string; value: string; directed: boolean }
  | { kind: "rank-size"; table: string; place: string; size: string; rank: string; group?: string; fitted?: string }
  | { kind: "bars"; table: string; category: string; value: string; group?: string; low?: string; high?: string }
  | { kind: "trend"; table: string; time: string; value: string; series: string }
  | { kind: "dots"; table: string; place: string; value: string; group?: string }
  | { kind: "scatter"; table: string; place: string; x: string; y: string; group?: string }
);

export type ViewKind = View["kind"];
