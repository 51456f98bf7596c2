import type { Located } from "../layout/projection.ts";
import type { Scene } from "../scene.ts";

/** The places of a map that have a position, and the codes of those that have none. */
export function located(
  codes: readonly string[],
  scene: Scene,
): { readonly known: readonly (Located & { readonly code: string })[]; readonly unknown: readonly string[] } {
  const { places = {} } = scene.context;
  const known: (Located & { code: string })[] = [];
  const unknown: string[] = [];
  for (const code of codes) {
    const { lon, lat } = places[code] ?? {};
    if (lon !== undefined && lat !== undefined && Number.isFinite(lon) && Number.isFinite(lat))
      known.push({ code, lon, lat });
    else unknown.push(code);
  }
  return { known, unknown };
}

export function positionNotes(unknown: readonly string[], scene: Scene): string[] {
  return unknown.length === 0 ? [] : [scene.say("noPosition", { names: scene.names(unknown) })];
}
