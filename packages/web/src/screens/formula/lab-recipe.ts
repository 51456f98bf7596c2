import type { Recipe } from "@conurb/core/composite/recipe";
import { findColumn, type Table } from "@conurb/core/contract";
import type { Study } from "@conurb/core/study";
import { parse } from "yaml";
import { type Path, setAt } from "../../bench/edit-text.ts";
import type { Judgements } from "./judgements.ts";

/** One slider: an aspect or an indicator, its weight among its siblings, and where the study says so. */
export interface Knob {
  readonly id: string;
  readonly isAspect: boolean;
  readonly depth: number;
  /** What it hangs under. */
  readonly node: string;
  readonly weight: number;
  readonly path: Path;
}

/** What the study file says of a recipe, whether or not it was run since. */
export interface Written {
  readonly recipe: string;
  readonly set: string;
  readonly weigh: string;
  readonly normalise: string;
  readonly aggregate: string;
  readonly knobs: readonly Knob[];
  /** By node, expert and child; kept while another way of weighing is tried. */
  readonly judgements: Judgements | undefined;
}

type Node = {
  weight?: number;
  indicators?: Record<string, { weight?: number } | null>;
  aspects?: Record<string, Node>;
};

const methodOf = (value: unknown, usual: string): string =>
  typeof value === "string" ? value : String((value as { method?: unknown } | undefined)?.method ?? usual);

/** The recipe that an analysis is on, as the text has it; nothing where the analysis names none. */
export function writtenRecipe(text: string, analysis: string): Written | undefined {
  let study: Partial<Study>;
  try {
    study = parse(text) as Partial<Study>;
  } catch {
    return undefined;
  }
  const on = study.analyses?.[analysis]?.on as Record<string, unknown> | undefined;
  const recipe = typeof on?.recipe === "string" ? on.recipe : undefined;
  const declared = recipe === undefined ? undefined : study.recipes?.[recipe];
  if (recipe === undefined || declared === undefined) return undefined;
  const set = declared.indicators;
  const knobs: Knob[] = [];
  const visit = (aspects: Record<string, Node>, path: Path, depth: number, node: string): void => {
    for (const [id, inner] of Object.entries(aspects)) {
      const at = [...path, "aspects", id];
      knobs.push({ id, isAspect: true, depth, node, weight: inner.weight ?? 1, path: [...at, "weight"] });
      for (const [leaf, each] of Object.entries(inner.indicators ?? {}))
        knobs.push({
          id: leaf,
          isAspect: false,
          depth: depth + 1,
          node: id,
          weight: each?.weight ?? 1,
          path: [...at, "indicators", leaf, "weight"],
        });
      visit(inner.aspects ?? {}, at, depth + 1, id);
    }
  };
  visit((study.indicators?.[set]?.aspects ?? {}) as Record<string, Node>, ["indicators", set], 0, "total");
  return {
    recipe,
    set,
    weigh: methodOf(declared.weigh, "given"),
    normalise: methodOf(declared.normalise, "min-max"),
    aggregate: declared.aggregate ?? "arithmetic",
    knobs,
    judgements: (declared.weigh as { judgements?: Judgements } | undefined)?.judgements,
  };
}

/** The text with another method of a recipe's part; its other settings stay. */
export function withMethod(text: string, recipe: string, part: "weigh" | "normalise" | "aggregate", method: string) {
  const declared = (parse(text) as Partial<Study>).recipes?.[recipe]?.[part];
  const path = ["recipes", recipe, part];
  return setAt(text, typeof declared === "object" && declared !== null ? [...path, "method"] : path, method);
}

/** What hangs under a node of the tree; `total` is the root. */
export function childrenOf({ knobs }: Written, node: string): readonly string[] {
  return knobs.filter((knob) => knob.node === node).map(({ id }) => id);
}

/** Choices that differ from those of the study. */
export interface Choice {
  readonly weigh?: string;
  readonly normalise?: string;
  readonly aggregate?: string;
}

/** The recipe of the last run with the weights and choices that the text, and the sliders, say now. */
export function liveRecipe(
  run: unknown,
  written: Written,
  moved: Readonly<Record<string, number>>,
  choice: Choice = {},
): Recipe {
  const recipe = run as Recipe;
  const weights = new Map(written.knobs.map(({ id, weight }) => [id, moved[id] ?? weight]));
  const weighed = <Each extends { readonly id: string }>(each: Each): Each => ({
    ...each,
    ...(weights.has(each.id) ? { weight: weights.get(each.id) } : {}),
  });
  const normalise = choice.normalise ?? written.normalise;
  const aggregate = choice.aggregate ?? written.aggregate;
  const weigh = choice.weigh ?? (Object.keys(moved).length > 0 ? "given" : written.weigh);
  // a mean of logarithms or of reciprocals needs values above 0: the range that the draws take then
  const needed = aggregate !== "arithmetic" && recipe.normalise.range[0] <= 0 ? { range: [0.01, 1] } : {};
  return {
    ...recipe,
    nodes: recipe.nodes.map(weighed),
    indicators: recipe.indicators.map(weighed),
    normalise: { ...recipe.normalise, ...needed, method: normalise },
    weigh: { method: weigh, ...(weigh === "ahp" ? { judgements: written.judgements } : {}) },
    aggregate,
  } as Recipe;
}

/** The recipe without indicators that no place has a figure for, and without aspects that are left empty: a method that compares whole rows would find none. */
export function withFigures({ nodes, indicators, ...rest }: Recipe, data: Table): Recipe {
  const kept = indicators.filter(({ id }) => {
    const column = findColumn(data, id);
    return column?.kind === "number" && column.values.some((value) => Number.isFinite(value));
  });
  const filled = new Set<string>();
  for (const { node } of kept)
    for (let at = node; at !== undefined && !filled.has(at); at = nodes.find(({ id }) => id === at)?.parent)
      filled.add(at);
  return { ...rest, nodes: nodes.filter(({ id }) => filled.has(id)), indicators: kept };
}
