import type { View } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { viewKinds } from "../../figures/view-kinds.ts";
import { sayIn } from "../../language/language.ts";
import { words } from "./words.ts";

/** A view of an analysis, by what it has in addresses: `likeness`, and `likeness/2` for the second. */
export interface NamedView {
  readonly id: string;
  readonly analysis: OutlineAnalysis;
  readonly view: View;
}

/** The analyses of some families of methods, and the views of those that have a result. */
export function viewsOf(outline: Outline | undefined, families: readonly string[]) {
  const own = outline?.analyses.filter(({ method }) => families.includes(method.split("/")[0] as string)) ?? [];
  const views = own.flatMap((analysis): NamedView[] =>
    analysis.key === undefined
      ? []
      : analysis.views.map((view, at) => ({
          analysis,
          view,
          id: at === 0 ? analysis.name : `${analysis.name}/${at + 1}`,
        })),
  );
  return { views, lacking: own.filter(({ key }) => key === undefined) };
}

/** An analysis with several views tells them apart by the view's own title, or by the table it shows. */
export function titleOf({ analysis, view }: Omit<NamedView, "id">, language: Language): string {
  const title = analysis.title[language];
  if (analysis.views.length < 2) return title;
  return view.title?.[language] ?? `${title}\u00a0·\u00a0${viewKinds[view.kind].name[language]}`;
}

/** What an analysis is called, and of which data, where it has nothing to say in a sentence. */
export function titleWithData({ title, inputs }: OutlineAnalysis, outline: Outline, language: Language): string {
  const named = Object.values(inputs).flatMap(({ name }) => name ?? []);
  const data = [...outline.indicators, ...outline.datasets].find(({ name }) => named.includes(name));
  return data === undefined
    ? title[language]
    : sayIn(words, language)("ofData", { title: title[language], data: data.title[language] });
}
