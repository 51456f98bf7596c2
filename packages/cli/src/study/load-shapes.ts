import { InputError } from "@conurb/core/contract";
import { type PlaceShapes, placeShapes } from "@conurb/core/places";
import type { Study } from "@conurb/core/study";
import { decodeData, insideFolder, readBytes } from "@conurb/store";
import { say } from "../say.ts";

type Declared = NonNullable<Study["map"]>;

/** The outlines that a study brings along. */
export async function loadShapes(declared: Declared, folder: string): Promise<PlaceShapes> {
  const { file, layer, projection } = declared;
  const bytes = await readBytes(await insideFolder(folder, file), file);
  const asked = { ...(layer === undefined ? {} : { layer }), ...(projection === undefined ? {} : { projection }) };
  const { boundaries } = await decodeData(bytes, file, asked);
  if (boundaries !== undefined) return placeShapes(boundaries.features, declared);
  throw new InputError({ code: "map-no-map", text: say("map-no-map", { file }), place: { path: "map.file" } });
}
