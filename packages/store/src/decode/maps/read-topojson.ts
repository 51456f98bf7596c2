import { refusal } from "../../refuse.ts";
import { mostCells } from "../cell-limit.ts";
import type { DecodeOptions, FileData } from "../file-data.ts";
import type { Boundary } from "./boundaries.ts";
import { soundMap } from "./check-shape.ts";
import { featureCells } from "./feature-cells.ts";
import { asBoundary } from "./read-geojson.ts";

/** A parsed TopoJSON topology as cells and shapes: its only object, or the one that `layer` names. */
export async function topojsonData(
  value: Readonly<Record<string, unknown>>,
  bytes: Uint8Array,
  file: string,
  { layer }: DecodeOptions = {},
): Promise<FileData> {
  const { feature } = await import("topojson-client");
  return soundMap(file, () => {
    const objects = (value["objects"] ?? {}) as Record<string, unknown>;
    const layers = Object.keys(objects);
    const named = { file, layers: layers.join(", ") };
    if (layers.length === 0) throw refusal("file-header-only", { file }, { file });
    if (layer !== undefined && !Object.hasOwn(objects, layer)) {
      throw refusal("map-layer-unknown", { ...named, layer }, { file });
    }
    if (layer === undefined && layers.length > 1) throw refusal("map-layer", named, { file });
    const object = objects[layer ?? (layers[0] as string)] as TopoObject;
    refuseUnfolding(object, value["arcs"], file);
    const found = feature(value as never, object as never) as unknown as { features?: unknown[] };
    const listed = found.features ?? [found];
    if (listed.length === 0) throw refusal("file-header-only", { file }, { file });
    const features = listed.map((each, at): Boundary => asBoundary(each, file, at + 1));
    return featureCells(features, bytes, file);
  });
}

interface TopoObject {
  readonly arcs?: unknown;
  readonly geometries?: readonly TopoObject[];
}

/** Many shapes can share one long arc: what they unfold to is counted before they are unfolded. */
function refuseUnfolding(object: TopoObject, arcs: unknown, file: string): void {
  const limit = mostCells() / 2;
  const lengths = Array.isArray(arcs) ? arcs.map((arc) => (Array.isArray(arc) ? arc.length : 0)) : [];
  let points = 0;
  const count = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) count(each);
    else if (typeof value === "number") {
      points += lengths[value < 0 ? ~value : value] ?? 0;
      if (lengths[value < 0 ? ~value : value] === undefined) {
        throw refusal("map-broken", { file, reason: `there is no arc ${value}` }, { file });
      }
    }
    if (points > limit)
      throw refusal("map-too-large", { file, points: String(points), limit: String(Math.round(limit)) }, { file });
  };
  const visit = ({ arcs: own, geometries }: TopoObject): void => {
    count(own);
    for (const each of geometries ?? []) visit(each);
  };
  visit(object);
}
