import type { Problem } from "@conurb/core/contract";
import type { Cells, Encoding } from "@conurb/core/tables";
import type { CsvOptions } from "./decode-csv.ts";
import type { Boundaries } from "./maps/boundaries.ts";

/** A file's cells, still to be typed, and what else it holds. */
export interface FileData {
  readonly cells: Cells;
  /** How the bytes were read where they are text. */
  readonly encoding?: Encoding;
  /** What a reader should know: an ending that does not fit, what was taken for what, what is left behind. */
  readonly notes?: readonly Problem[];
  /** The shapes of a map, with the attributes of each. */
  readonly boundaries?: Boundaries;
  /** The nodes of a network, those without any link among them. */
  readonly nodes?: Cells;
}

export interface DecodeOptions extends CsvOptions {
  /** Of several tables in a file (JSON) or layers of a map, the one to read. */
  readonly layer?: string;
  /** What the coordinates of a shapefile without `.prj` are in: WKT, a proj string or `EPSG:4326`. */
  readonly projection?: string;
  /** Stata: the codes of labelled values too, as columns `NAME_code`. */
  readonly codes?: boolean;
}
