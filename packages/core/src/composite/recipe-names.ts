/** What a recipe may say, by name. Apart from its schema, so that arithmetic over recipes loads none. */
export const rootId = "total";

export const aggregates = ["arithmetic", "geometric", "harmonic"] as const;
export const weighings = ["given", "equal", "entropy", "critic", "cv", "pca"] as const;
export const normalisations = ["min-max", "z-score", "target", "goalposts", "rank"] as const;

export type Aggregate = (typeof aggregates)[number];
export type Weighing = (typeof weighings)[number];
export type Normalisation = (typeof normalisations)[number];
