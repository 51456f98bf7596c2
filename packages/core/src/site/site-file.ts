/** A dataset as a site has it: its figures in a file of their own, or kept back. */
export interface SiteTable {
  readonly name: string;
  /** Of what the study says of how it is read. */
  readonly reading: string;
  /** Below the site's data; none where its figures are kept back. */
  readonly file?: string;
  readonly rows: number;
}

/** What an analysis received, its tables in files of their own: `inputs/NAME.json`. */
export interface SiteInputs {
  readonly method: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly records: Readonly<Record<string, unknown>>;
  readonly roles: unknown;
  readonly options: unknown;
  readonly seed: number;
}

/** An analysis that cannot be computed from what a site has: its result stands as it was. */
export interface FrozenAnalysis {
  readonly name: string;
  /** Of all that the study says of what it rests on. */
  readonly footing: string;
  readonly key: string;
}

/** A finished run as a site hands it on: `data/site.json`. What it names lies beside it. */
export interface Site {
  readonly "conurb-site": 1;
  readonly program: { readonly conurb: string; readonly runtime: string; readonly build: string };
  /** What messages call the study's file. */
  readonly file: string;
  readonly text: string;
  readonly outline: unknown;
  /** Datasets as they were read, before anything was done to them. */
  readonly tables: readonly SiteTable[];
  /** The file of each dataset and set of indicators as the study has prepared it. */
  readonly prepared: Readonly<Record<string, string>>;
  /** Keys of the results that lie in `results/`. */
  readonly results: readonly string[];
  readonly frozen: readonly FrozenAnalysis[];
  /** The list that the industries of a table of the atlas are of. */
  readonly industries: Readonly<Record<string, string>>;
}

/** What lies in a site's data beside its tables. */
export const siteFiles = {
  site: "site.json",
  methods: "methods.json",
  gazetteer: "gazetteer.json",
  places: "places.json",
  library: "library.json",
  namedPlaces: "named-places.json",
  placeChanges: "place-changes.json",
  classifications: "classifications.json",
  account: (dataset: string) => `accounts/${dataset}.json`,
  report: (language: string) => `reports/report.${language}.html`,
  inputs: (analysis: string) => `inputs/${analysis}.json`,
  result: (key: string) => `results/${key}.json`,
} as const;
