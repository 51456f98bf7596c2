export type { Grid } from "./matrices/grid.ts";
export * from "./matrices/looks-square.ts";
export * from "./matrices/matrix-links.ts";
