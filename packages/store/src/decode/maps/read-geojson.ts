import { refusal } from "../../refuse.ts";
import type { FileData } from "../file-data.ts";
import type { Boundary } from "./boundaries.ts";
import { checkShape, soundMap } from "./check-shape.ts";
import { featureCells } from "./feature-cells.ts";

const geographic = /CRS84|EPSG:{1,2}(4326|4490)$/i;

/** A parsed GeoJSON value (RFC 7946, or the older form with a `crs` that is longitude and latitude) as cells and shapes. */
export function geojsonData(value: Readonly<Record<string, unknown>>, bytes: Uint8Array, file: string): FileData {
  return soundMap(file, () => {
    const crs = crsName(value["crs"]);
    if (crs !== undefined && !geographic.test(crs)) throw refusal("map-crs", { file, crs }, { file });
    const listed = value["type"] === "FeatureCollection" ? value["features"] : [value];
    if (!Array.isArray(listed)) throw refusal("map-broken", { file, reason: "its features are no list" }, { file });
    if (listed.length === 0) throw refusal("file-header-only", { file }, { file });
    return featureCells(
      listed.map((each, at) => asBoundary(each, file, at + 1)),
      bytes,
      file,
    );
  });
}

/** The name of a reference system that is not the one that the standard prescribes. */
function crsName(crs: unknown): string | undefined {
  if (crs === undefined || crs === null) return undefined;
  const { name, href } = ((crs as { properties?: Record<string, unknown> }).properties ?? {}) as Record<
    string,
    unknown
  >;
  return String(name ?? href ?? "?");
}

export function asBoundary(value: unknown, file: string, row: number): Boundary {
  const { type, id, properties, geometry } = (value ?? {}) as Record<string, unknown>;
  if (type !== "Feature") return { type: "Feature", properties: {}, geometry: checkShape(value, file, row) };
  const named = typeof id === "string" || typeof id === "number" ? { id } : {};
  const isRecord = typeof properties === "object" && properties !== null && !Array.isArray(properties);
  return {
    type: "Feature",
    ...named,
    properties: isRecord ? (properties as Record<string, unknown>) : {},
    geometry: checkShape(geometry, file, row),
  };
}
