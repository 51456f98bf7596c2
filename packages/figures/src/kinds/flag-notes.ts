import { addTo } from "@conurb/core/contract";
import type { Scene } from "../scene.ts";

/** More places than this are not listed: each carries its dagger. */
const mostNamed = 3;

/** What a dagger stands for: one note for the places of which the same is said. */
export function flagNotes(places: readonly string[], scene: Scene): string[] {
  const { flags = {} } = scene.context;
  const told = new Map<string, string[]>();
  for (const code of places) {
    const flag = flags[code];
    if (flag === undefined || flag.kind === "evidence") continue;
    const text = flag.note?.[scene.language] ?? scene.say(flag.kind);
    addTo(told, text, scene.name(code));
  }
  const known = places.flatMap((code) => {
    const text = flags[code]?.evidence?.[scene.language];
    return text === undefined ? [] : [`† ${scene.name(code)}${scene.say("colon")}${text}`];
  });
  const shared = [...told].map(([text, names]) =>
    names.length > mostNamed ? `† ${text}` : `† ${names.join(scene.say("comma"))}${scene.say("colon")}${text}`,
  );
  return [...shared, ...known];
}
