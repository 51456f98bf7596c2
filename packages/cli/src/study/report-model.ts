import { same, type Text } from "@conurb/core/language";
import { type Library, reportModel as modelOf, type ReportModel } from "@conurb/figures";
import type { Atlas } from "@conurb/store";
import type { Session } from "./session.ts";

/** Everything that a report of a session is made of. */
export function reportModel({ run, lock, lockText, ports }: Session): Promise<ReportModel> {
  const { map } = run.plan.study;
  const shapes = async () => (map === undefined ? undefined : ports.shapes?.(map));
  return modelOf(run, lock, lockText, { ...libraryOf(ports.atlas), shapes });
}

/** What the atlas says of its tables. */
export function libraryOf(atlas: Atlas): Library {
  return {
    notes: async (id) => {
      const notes = await atlas.notes(id);
      const sources = notes.sources.map(({ title, publisher = same(title), work, path, variables }) => ({
        publisher,
        title,
        ...(path === undefined ? {} : { path }),
        ...(work === undefined ? {} : { work }),
        ...(variables === undefined ? {} : { columns: variables }),
      }));
      return { ...notes, sources };
    },
    shortTitles: async (id) => {
      if ((await atlas.entry(id)).resource.shape !== "composition") return new Map<string, Text>();
      return new Map([...(await atlas.industries(id)).values()].map(({ name, short }) => [name.en, short]));
    },
  };
}
