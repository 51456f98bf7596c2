import type { Problem } from "@conurb/core/contract";
import type { Cells } from "@conurb/core/tables";
import { problem } from "../../refuse.ts";
import { refuseTooManyCells } from "../cell-limit.ts";
import type { FileData } from "../file-data.ts";
import { type JsonPlace, jsonNumber } from "../json-number.ts";
import { sha256Bytes } from "../sha256.ts";
import type { Boundary } from "./boundaries.ts";
import { centroid } from "./centroid.ts";

/**
 * Features as cells: one row each, their attributes by name in the order of their first coming, `id` where they have one,
 * and the centre of their shape on the sphere as `lon` and `lat`. The shapes stay beside them.
 */
export function featureCells(features: readonly Boundary[], bytes: Uint8Array, file: string): FileData {
  const notes: Problem[] = [];
  const properties = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
  refuseTooManyCells(file, features.length * (properties.size + 3));
  const hasIds = features.some(({ id }) => id !== undefined) && !properties.has("id");
  const names = [...properties];
  const [lon, lat] = properties.has("lon") || properties.has("lat") ? ["centroid_lon", "centroid_lat"] : ["lon", "lat"];
  if (lon !== "lon") notes.push(problem("map-centroid-name", { file, lon, lat }, { file }));
  const nested = { count: 0, row: 0, column: "" };
  const noShape = { count: 0, row: 0 };
  const rows = features.map(({ id, properties: own, geometry }, at) => {
    const cells = names.map((name) => {
      const value = Object.hasOwn(own, name) ? own[name] : undefined;
      if (typeof value === "object" && value !== null) {
        if (nested.count === 0) Object.assign(nested, { row: at + 1, column: name });
        nested.count += 1;
      }
      return attributeText(value, { file, row: at + 1, column: name });
    });
    const centre = geometry === null ? undefined : centroid(geometry);
    if (centre === undefined) {
      if (noShape.count === 0) noShape.row = at + 1;
      noShape.count += 1;
    }
    return [
      ...(hasIds ? [attributeText(id, { file, row: at + 1, column: "id" })] : []),
      ...cells,
      ...(centre ?? ["", ""]).map(degrees),
    ];
  });
  if (noShape.count > 0) notes.push(problem("map-empty", { file, ...noShape }, { file, row: noShape.row }));
  if (nested.count > 0) notes.push(problem("map-nested", { file, ...nested }, { file, row: nested.row }));
  const kinds = names.map((name) => kindOf(features.map(({ properties: own }) => own[name])));
  const cells: Cells = {
    file,
    sha256: sha256Bytes(bytes),
    rows: [[...(hasIds ? ["id"] : []), ...names, lon as string, lat as string], ...rows],
    lines: Uint32Array.from({ length: rows.length + 1 }, (_, row) => row),
    kinds: [...(hasIds ? ["label" as const] : []), ...kinds, "number", "number"],
  };
  return { cells, notes, boundaries: { type: "FeatureCollection", features } };
}

/** Numbers where all that is there are numbers or truth values: a text of digits is a code. */
export function kindOf(values: readonly unknown[]): "number" | "label" {
  const there = values.filter((value) => value !== null && value !== undefined);
  return there.length > 0 && there.every((value) => typeof value === "number" || typeof value === "boolean")
    ? "number"
    : "label";
}

/** A centre is computed: ten digits after the point are a hundredth of a millimetre. */
const degrees = (value: number | string): string =>
  typeof value === "number" ? String(Number(value.toFixed(10))) : "";

/** Text and numbers as they stand, truth values as 1 and 0, anything nested as JSON. */
function attributeText(value: unknown, place: JsonPlace): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "number") return jsonNumber(value, place);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
