import type { Problem } from "@conurb/core/contract";
import { problem, refusal } from "../../refuse.ts";
import { archiveNames, archiveParts } from "../archive.ts";
import type { DecodeOptions, FileData } from "../file-data.ts";
import type { Boundary } from "./boundaries.ts";
import { checkShape, soundMap } from "./check-shape.ts";
import { checkShp } from "./check-shp.ts";
import { dbfEncoding } from "./dbf-encoding.ts";
import { featureCells } from "./feature-cells.ts";
import { projectionOf, refuseUnknownProjection } from "./projection.ts";
import { type DbfField, dbfTable } from "./read-dbf.ts";

type ParseShp = (shp: Uint8Array, prj?: string) => unknown[];

/**
 * Bytes of a zipped shapefile to cells and shapes in degrees: its only layer, or the one that `layer` names. Without a
 * `.prj` it is refused unless the projection is told. Texts are read by the `.cpg` or by the table's own mark where they are of it, or
 * found out; numbers stay as they are written.
 */
export async function decodeShapefile(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<FileData> {
  const names = archiveNames(bytes, file);
  const base = layerOf(names, file, options.layer);
  const layer = base.split("/").at(-1) as string;
  const parts = archiveParts(bytes, file, new Set(names.filter((name) => name.replace(/\.[^./]+$/, "") === base)));
  const part = (ending: string) => Object.entries(parts).find(([name]) => name.toLowerCase().endsWith(ending))?.[1];
  const notes: Problem[] = [];
  const shp = part(".shp") as Uint8Array;
  const prj = part(".prj");
  const said = prj === undefined ? options.projection : new TextDecoder().decode(prj);
  if (said === undefined) throw refusal("shapefile-no-projection", { file, layer }, { file });
  const projection = projectionOf(said);
  if (projection.datum !== undefined) notes.push(problem("map-datum", { file, datum: projection.datum }, { file }));
  const { records } = checkShp(shp, file, layer);
  if (records === 0) throw refusal("file-header-only", { file }, { file });
  const { parseShp } = (await import("shpjs")) as unknown as { parseShp: ParseShp };
  if (projection.text !== undefined) refuseUnknownProjection(parseShp, projection.text, file, layer);
  return soundMap(file, () => {
    const shapes = parseShp(shp, projection.text);
    const dbf = part(".dbf");
    if (dbf === undefined) notes.push(problem("shapefile-no-attributes", { file, layer }, { file }));
    const attributes = dbf === undefined ? [] : attributesOf(dbf, part(".cpg"), { file, layer, options, notes });
    if (dbf !== undefined && attributes.length !== shapes.length) {
      const reason = `it has ${shapes.length} shapes and ${attributes.length} records of attributes`;
      throw refusal("map-broken", { file, reason }, { file });
    }
    const features = shapes.map(
      (shape, at): Boundary => ({
        type: "Feature",
        properties: attributes[at] ?? {},
        geometry: checkShape(shape, file, at + 1),
      }),
    );
    const data = featureCells(features, bytes, file);
    return { ...data, notes: [...notes, ...(data.notes ?? [])] };
  });
}

function layerOf(names: readonly string[], file: string, layer: string | undefined): string {
  const bases = names
    .filter((name) => /\.shp$/i.test(name) && !name.startsWith("__MACOSX/"))
    .map((name) => name.slice(0, -4));
  const layers = bases.map((base) => base.split("/").at(-1) as string);
  if (bases.length === 0) {
    const shown = names.length > 8 ? [...names.slice(0, 8), "…"] : names;
    throw refusal("shapefile-none", { file, names: shown.join(", ") }, { file });
  }
  const named = { file, layers: layers.join(", ") };
  if (layer === undefined && bases.length > 1) throw refusal("map-layer", named, { file });
  const found = layer === undefined ? 0 : layers.indexOf(layer);
  if (found < 0) throw refusal("map-layer-unknown", { ...named, layer: layer as string }, { file });
  return bases[found] as string;
}

interface Given {
  readonly file: string;
  readonly layer: string;
  readonly options: DecodeOptions;
  readonly notes: Problem[];
}

function attributesOf(
  dbf: Uint8Array,
  cpg: Uint8Array | undefined,
  given: Given,
): Record<string, string | number | null>[] {
  const { file, layer, options, notes } = given;
  const table = dbfTable(dbf, file, layer);
  const encoding = dbfEncoding(table, dbf, cpg, options.encoding);
  const { name, contradicted } = encoding;
  if (contradicted !== undefined) {
    const values = { file, layer, encoding: name, said: contradicted };
    notes.push(problem("shapefile-encoding-other", values, { file }));
  } else if (!encoding.isSaid && name !== "utf-8") {
    notes.push(problem("shapefile-encoding", { file, layer, encoding: name }, { file }));
  }
  if (table.deleted > 0) notes.push(problem("shapefile-deleted", { file, layer, count: table.deleted }, { file }));
  const names = table.fields.map((field) => encoding.text(field.name));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw refusal("json-column-twice", { file, column: twice }, { file });
  return Array.from({ length: table.records }, (_, record) =>
    Object.fromEntries(
      table.fields.map((field, at) => [
        names[at] as string,
        attributeOf(field, encoding.text(table.cell(record, field))),
      ]),
    ),
  );
}

/** A number field holds digits; one too narrow for its figure is full of stars, which says that the figure is not there. */
function attributeOf({ type }: DbfField, text: string): string | number | null {
  if (text === "" || /^\*+$/.test(text)) return null;
  if (type === "D" && /^0{8}$/.test(text)) return null;
  if (type === "N" || type === "F") {
    const value = Number(text);
    return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value)) ? value : text;
  }
  if (type === "D") return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
  if (type === "L") return /^[ty]$/i.test(text) ? 1 : /^[nf]$/i.test(text) ? 0 : null;
  return text;
}
