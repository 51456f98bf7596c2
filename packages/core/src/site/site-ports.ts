import { findMethod } from "../catalogue.ts";
import { InputError } from "../contract/errors.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { AnyMethod } from "../contract/method.ts";
import type { Classifications } from "../industries/section.ts";
import type { DatedPlace } from "../places/dated-place.ts";
import type { PlaceChange } from "../places/place-changes.ts";
import { Withheld } from "../study/data.ts";
import { tableOfPlain } from "../study/plain.ts";
import type { ClusterInfo, PlaceInfo, StudyPorts } from "../study/ports.ts";
import { notShipped } from "./not-shipped.ts";
import { readingOf } from "./reading.ts";
import { type Site, siteFiles } from "./site-file.ts";

/** What running a study asks of the world, from the files of a site: `read` gives one of them as it was written. */
export function sitePorts(
  site: Site,
  read: (file: string) => Promise<unknown>,
  { results, notify, signal }: Pick<StudyPorts, "results" | "notify" | "signal">,
): StudyPorts {
  return {
    gazetteer: async () => {
      const { places, clusters } = (await read(siteFiles.places)) as {
        places: readonly PlaceInfo[];
        clusters: readonly ClusterInfo[];
      };
      return { places: new Map(places.map((place) => [place.code, place])), clusters };
    },
    namedPlaces: async () => (await read(siteFiles.namedPlaces)) as readonly DatedPlace[],
    placeChanges: async () => (await read(siteFiles.placeChanges)) as readonly PlaceChange[],
    classifications: async () => (await read(siteFiles.classifications)) as Classifications,
    industriesOf: async ({ atlas }) => (atlas === undefined ? undefined : site.industries[atlas]),
    load: async (name, declaration) => {
      const reading = readingOf(declaration);
      const shipped = site.tables.find((each) => each.reading === reading);
      if (shipped?.file === undefined) throw new Withheld(notShipped(name));
      const { source, ...table } = tableOfPlain(await read(shipped.file));
      return { ...table, source: { ...source, dataset: name } };
    },
    execute: async (call, { progress }) => {
      const method = (await findMethod(call.method)) as AnyMethod;
      return invoke(method, call, localContext(method, call.seed, { signal, progress }));
    },
    build: site.program.build,
    results,
    notify,
    signal,
  };
}

/** What stands for an analysis that was changed where it cannot be computed. */
export function needsStore(name: string): InputError {
  return new InputError({
    code: "needs-store",
    text: {
      en: `${name} rests on figures that are not part of this site, and the study says something else of it now`,
      zh: `${name} 依据的数据未随本站发布，而研究对它的设定已改动`,
    },
    hint: {
      en: "undo the change, or run the study where its figures are: conurb run STUDY",
      zh: "请撤销改动，或在有数据的机器上运行：conurb run STUDY",
    },
  });
}
