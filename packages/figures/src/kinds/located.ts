import type { Ring } from "@conurb/core/places";
import type { Located } from "../layout/projection.ts";
import type { Scene } from "../scene.ts";

/** The places of a map that have a position, from the gazetteer or by the middle of their outline, and the codes of those that have none. */
export function located(
  codes: readonly string[],
  scene: Scene,
): { readonly known: readonly (Located & { readonly code: string })[]; readonly unknown: readonly string[] } {
  const { places = {}, shapes } = scene.context;
  const known: (Located & { code: string })[] = [];
  const unknown: string[] = [];
  for (const code of codes) {
    const { lon, lat } = places[code] ?? middleOf(shapes?.rings[code]);
    if (lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat))
      known.push({ code, lon, lat });
    else unknown.push(code);
  }
  return { known, unknown };
}

function middleOf(rings: readonly Ring[] = []): Partial<Located> {
  const corners = rings.flat();
  if (corners.length === 0) return {};
  const middle = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  return { lon: middle(corners.map(([lon]) => lon)), lat: middle(corners.map(([, lat]) => lat)) };
}

export function positionNotes(unknown: readonly string[], scene: Scene): string[] {
  return unknown.length === 0 ? [] : [scene.say("noPosition", { names: scene.names(unknown) })];
}
