import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, describeMethod } from "@conurb/core/contract";
import { plain } from "@conurb/core/study";
import type { Atlas } from "@conurb/store";

/** Every method as its pages tell it: the same for all studies. */
export async function describedMethods(): Promise<unknown> {
  const loaded = await Promise.all(Object.values(catalogue).map(async (load) => (await load()).default as AnyMethod));
  return plain({
    methods: loaded.map((method) => {
      const { views, scalars, cost } = method;
      return { ...describeMethod(method), views, scalars, cost };
    }),
  });
}

/** The clusters and places that a study may name. */
export async function namedGazetteer(atlas: Atlas): Promise<unknown> {
  const [places, clusters] = await Promise.all([atlas.places(), atlas.clusters()]);
  const named = [...places.values()].map(({ code, name, parentName }) => ({ code, name, parentName }));
  return plain({ clusters: [...clusters.values()], places: named });
}
