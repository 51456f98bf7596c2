import type { CancelSignal } from "@conurb/core/contract";
import type { PlaceShapes } from "@conurb/core/places";
import type { Gazetteer, PlaceInfo, RunEvent, StudyPorts } from "@conurb/core/study";
import { type Atlas, openAtlas } from "@conurb/store";
import { buildDigest } from "../build.ts";
import { classifications, industriesOf, placeChanges } from "../check/known-codes.ts";
import { namedPlaces } from "../import/atlas-words.ts";
import { type Executor, openExecutor } from "./execute.ts";
import { loadDataset } from "./load-dataset.ts";
import { loadShapes } from "./load-shapes.ts";

export interface NodePortsOptions {
  /** The study's folder: no file outside it is read. */
  readonly folder: string;
  /** The root of another atlas than the one that is installed: that of an archive. */
  readonly atlas?: string | undefined;
  readonly results: StudyPorts["results"];
  readonly threads: number;
  readonly signal: CancelSignal & AbortSignal;
  readonly notify?: (event: RunEvent) => void;
}

/** What running a study asks of the world, over files and threads. `close` ends the threads. */
export interface NodePorts extends StudyPorts {
  readonly atlas: Atlas;
  close(): Promise<void>;
}

export function nodePorts({
  folder,
  atlas: root,
  results,
  threads,
  signal,
  notify = () => {},
}: NodePortsOptions): NodePorts {
  const atlas = openAtlas(root);
  const executor: Executor = openExecutor(threads, signal);
  let gazetteer: Promise<Gazetteer> | undefined;
  let shapes: Promise<PlaceShapes> | undefined;
  return {
    atlas,
    gazetteer: () => {
      gazetteer ??= gazetteerOf(atlas);
      return gazetteer;
    },
    namedPlaces: () => namedPlaces(atlas),
    placeChanges: () => placeChanges(atlas),
    classifications: () => classifications(atlas),
    industriesOf: ({ atlas: id }) => industriesOf(atlas, id),
    shapes: (declared) => {
      shapes ??= loadShapes(declared, folder);
      return shapes;
    },
    load: (name, declaration) => loadDataset({ name, declaration, folder, atlas, threads }),
    execute: executor.execute,
    get build() {
      return buildDigest();
    },
    results,
    notify,
    signal,
    close: executor.close,
  };
}

export async function gazetteerOf(atlas: Atlas): Promise<Gazetteer> {
  const [places, clusters] = await Promise.all([atlas.places(), atlas.clusters()]);
  const infos = [...places.values()].map(
    ({ code, name, parent, parentName, lon, lat, areaKm2 }): PlaceInfo => ({
      code,
      name,
      ...(parent === undefined ? {} : { parent }),
      ...(parentName === undefined ? {} : { parentName }),
      ...(lon === undefined ? {} : { lon }),
      ...(lat === undefined ? {} : { lat }),
      ...(areaKm2 === undefined ? {} : { area: areaKm2 }),
    }),
  );
  return { places: new Map(infos.map((info) => [info.code, info])), clusters: [...clusters.values()] };
}

/** Results that are computed and kept nowhere. */
export const nowhere: StudyPorts["results"] = { read: async () => undefined, write: async () => {} };
