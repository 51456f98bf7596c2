import type { Scene } from "../scene.ts";

/** What a dagger stands for, one note a flagged place among those shown. */
export function flagNotes(places: readonly string[], scene: Scene): string[] {
  const { flags = {} } = scene.context;
  return places.flatMap((code) => {
    const flag = flags[code];
    if (flag === undefined) return [];
    const text = flag.note?.[scene.language] ?? scene.say(flag.kind);
    return [`† ${scene.name(code)}${scene.say("colon")}${text}`];
  });
}
