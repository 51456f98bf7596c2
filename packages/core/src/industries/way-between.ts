import { InputError } from "../contract/errors.ts";
import { directCrossings } from "./cross-section.ts";
import type { Crossing } from "./section.ts";

/** The crossings on the shortest way from the first system to each of the others. */
export function wayBetween(systems: readonly string[], crossings: readonly Crossing[]): readonly Crossing[] {
  const [start, ...others] = [...new Set(systems)] as [string, ...string[]];
  const edges = new Set(crossings.map(({ system, toSystem }) => `${system} ${toSystem}`));
  const next = (system: string) =>
    [...edges].flatMap((edge) => {
      const [a, b] = edge.split(" ") as [string, string];
      return a === system ? [b] : b === system ? [a] : [];
    });
  const cameFrom = new Map<string, string>([[start, start]]);
  const queue = [start];
  for (const system of queue) {
    for (const neighbour of next(system).sort()) {
      if (cameFrom.has(neighbour)) continue;
      cameFrom.set(neighbour, system);
      queue.push(neighbour);
    }
  }
  const steps = new Map<string, readonly Crossing[]>();
  for (const goal of others) {
    for (let at = goal; at !== start; at = cameFrom.get(at) as string) {
      const before = cameFrom.get(at);
      if (before === undefined) throw notCrossed(start, goal);
      const pair = [before, at].sort().join(" ");
      const stored = edges.has(`${before} ${at}`) ? [before, at] : [at, before];
      steps.set(pair, directCrossings(crossings, stored[0] as string, stored[1] as string));
    }
  }
  return [...steps.values()].flat();
}

function notCrossed(a: string, b: string): InputError {
  return new InputError({
    code: "classifications-not-crossed",
    text: {
      en: `no crossing leads from ${a} to ${b}, expected one in the table of crossings`,
      zh: `${a} 与 ${b} 之间没有对照，请在对照表中补充`,
    },
  });
}

/** Of the systems on the way, the one that most others are crossed to: its letters name the common sections. */
export function middleOf(used: readonly string[], onTheWay: readonly Crossing[], all: readonly Crossing[]): string {
  const systems = [...new Set([...used, ...onTheWay.flatMap(({ system, toSystem }) => [system, toSystem])])];
  const crossedTo = (system: string) =>
    new Set(all.flatMap((each) => (each.toSystem === system ? [each.system] : []))).size;
  return systems.reduce((best, system) => (crossedTo(system) > crossedTo(best) ? system : best));
}
