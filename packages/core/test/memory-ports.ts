import { catalogue } from "../src/catalogue.ts";
import { InputError } from "../src/contract/errors.ts";
import { invoke } from "../src/contract/invoke.ts";
import { localContext } from "../src/contract/local-context.ts";
import type { Table } from "../src/contract/table.ts";
import type { Classifications } from "../src/industries/section.ts";
import { same } from "../src/language/text.ts";
import type { DatedPlace } from "../src/places/dated-place.ts";
import type { PlaceChange } from "../src/places/place-changes.ts";
import type { ClusterInfo, PlaceInfo, RunEvent, StudyPorts } from "../src/study/ports.ts";

/** Ports over memory, as a browser would have them: tables by the name of their file. */
export function memoryPorts(
  tables: Readonly<Record<string, Table>>,
  world: {
    places?: PlaceInfo[];
    clusters?: ClusterInfo[];
    named?: DatedPlace[];
    changes?: PlaceChange[];
    classifications?: Classifications;
    industriesOf?: (file: string) => string | undefined;
  } = {},
) {
  const kept = new Map<string, string>();
  const events: RunEvent[] = [];
  let executed = 0;
  const ports: StudyPorts = {
    gazetteer: async () => ({
      places: new Map((world.places ?? []).map((place) => [place.code, place])),
      clusters: world.clusters ?? [],
    }),
    ...(world.named === undefined ? {} : { namedPlaces: async () => world.named ?? [] }),
    ...(world.changes === undefined ? {} : { placeChanges: async () => world.changes ?? [] }),
    ...(world.classifications === undefined
      ? {}
      : { classifications: async () => world.classifications as Classifications }),
    industriesOf: async ({ file = "" }) => world.industriesOf?.(file),
    load: async (_name, { file = "" }) => {
      const table = tables[file];
      if (table === undefined)
        throw new InputError({ code: "file-missing", text: same(`${file}: not there`), place: { file } });
      return table;
    },
    execute: async (call) => {
      executed += 1;
      const { default: method } = await catalogue[call.method as keyof typeof catalogue]();
      return invoke(method, call, localContext(method, call.seed));
    },
    results: {
      read: async (key) => kept.get(key),
      write: async (key, text) => {
        kept.set(key, text);
      },
    },
    notify: (event) => {
      events.push(event);
    },
    signal: { aborted: false, throwIfAborted: () => {} },
  };
  return { ports, kept, events, executed: () => executed };
}
