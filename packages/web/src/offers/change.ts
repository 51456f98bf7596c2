import { parseDocument } from "yaml";
import { setAt } from "../bench/edit-text.ts";

/** What is put into a study so that an analysis stands: figures first, where it has none of the kind, then the analysis. */
export interface Change {
  readonly datasets?: Readonly<Record<string, unknown>>;
  /** A set of indicators that needs a recipe. */
  readonly recipeOf?: string;
  readonly analyses: Readonly<Record<string, AnalysisWritten>>;
}
interface AnalysisWritten {
  readonly title?: { readonly zh: string; readonly en: string };
  readonly use: string;
  readonly on: Readonly<Record<string, Source>>;
}
type Source = string | { readonly from: string; readonly [more: string]: unknown };

type Parts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The text with a change. A name that the study has already for something else gets a number; figures that it has are taken. */
export function withChange(text: string, { datasets = {}, recipeOf, analyses }: Change): string {
  const study = (parseDocument(text).toJS() ?? {}) as Parts;
  const taken = new Set(["datasets", "indicators", "analyses"].flatMap((part) => Object.keys(study[part] ?? {})));
  const names = new Map<string, string>();
  let now = text;
  for (const [name, of] of Object.entries(datasets)) {
    const same = Object.entries(study.datasets ?? {}).find(([, each]) => JSON.stringify(each) === JSON.stringify(of));
    names.set(name, same?.[0] ?? freeName(name, taken));
    if (same === undefined) now = setAt(now, ["datasets", names.get(name) as string], of);
  }
  if (recipeOf !== undefined) {
    const recipes = Object.entries(study.recipes ?? {}) as [string, { readonly indicators?: string }][];
    const own = recipes.find(([, { indicators }]) => indicators === recipeOf)?.[0];
    const recipe = own ?? freeName(recipeOf, new Set(recipes.map(([name]) => name)));
    names.set("recipe", recipe);
    if (own === undefined) now = setAt(now, ["recipes", recipe], { indicators: recipeOf });
  }
  const named = (source: Source): Source =>
    typeof source === "string"
      ? (names.get(source) ?? source)
      : { ...source, from: names.get(source.from) ?? source.from };
  for (const [name, { title, use, on }] of Object.entries(analyses)) {
    now = setAt(now, ["analyses", freeName(name, taken)], {
      ...(title === undefined ? {} : { title }),
      use,
      on: Object.fromEntries(Object.entries(on).map(([input, source]) => [input, named(source)])),
    });
  }
  return now;
}

/** A name that is not taken, and is from now on. */
export function freeName(name: string, taken: Set<string>): string {
  let found = name;
  for (let at = 2; taken.has(found); at += 1) found = `${name}-${at}`;
  taken.add(found);
  return found;
}
