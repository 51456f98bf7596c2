import { refusal } from "../../refuse.ts";

const geographic = /^(EPSG:{1,2}(4326|4490)|WGS ?84|CRS84)$/i;

/** What the coordinates of a layer are in, for the decoder: `undefined` for degrees. */
export interface Projection {
  readonly text: string | undefined;
  /** The datum, if it is one that WGS 84 is not simply taken for. */
  readonly datum?: string;
}

export function projectionOf(text: string): Projection {
  const plain = text.replace(/^\ufeff/, "").trim();
  if (geographic.test(plain)) return { text: undefined };
  const datum = /DATUM\[\s*"([^"]*)"/i.exec(plain)?.[1];
  const foreign =
    datum !== undefined && !/WGS|CGCS|China_2000|China Geodetic|GRS|ETRS|NAD.?83|North_American.*1983|JGD/i.test(datum);
  const isDegrees =
    /^(GEOGCS|GEOGCRS)\[/i.test(plain) && !/UNIT\[\s*"(?!degree)/i.test(plain.replace(/SPHEROID.*?\]/i, ""));
  return { text: isDegrees ? undefined : plain, ...(foreign ? { datum: datum as string } : {}) };
}

type ParseShp = (shp: Uint8Array, prj?: string) => unknown[];

/**
 * The decoder leaves coordinates as they are when it does not understand a projection. So it is tried on one point first, whose
 * place in degrees cannot be its place in metres.
 */
export function refuseUnknownProjection(parseShp: ParseShp, text: string, file: string, layer: string): void {
  const point = new Uint8Array(128);
  const view = new DataView(point.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, 64);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  view.setInt32(100, 1);
  view.setInt32(104, 10);
  view.setInt32(108, 1, true);
  view.setFloat64(112, 500_100, true);
  view.setFloat64(120, 3_000_100, true);
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const refused = refusal("shapefile-projection", { file, layer, projection: shown }, { file });
  let found: unknown;
  try {
    found = parseShp(point, text)[0];
  } catch {
    throw refused;
  }
  const [x, y] = (found as { coordinates?: readonly number[] } | null)?.coordinates ?? [];
  if (x === undefined || y === undefined || !Number.isFinite(x) || Math.abs(x) > 360 || Math.abs(y) > 90) throw refused;
}
