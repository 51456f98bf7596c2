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
  /** It hangs on its branch alone: there is nothing to weigh it against. */
  readonly isAlone: boolean;
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

/** The recipe that each analysis is on, as the text has it; one that names none is left out. */
export function writtenRecipes(text: string): ReadonlyMap<string, Written> {
  let study: Partial<Study>;
  try {
    study = parse(text) as Partial<Study>;
  } catch {
    return new Map();
  }
  return new Map(
    Object.keys(study?.analyses ?? {}).flatMap((analysis) => {
      const written = writtenRecipe(study, analysis);
      return written === undefined ? [] : [[analysis, written] as const];
    }),
  );
}

function writtenRecipe({ analyses, recipes, indicators }: Partial<Study>, analysis: string): Written | undefined {
  const on = analyses?.[analysis]?.on as Record<string, unknown> | undefined;
  const recipe = typeof on?.recipe === "string" ? on.recipe : undefined;
  const declared = recipe === undefined ? undefined : recipes?.[recipe];
  if (recipe === undefined || declared === undefined) return undefined;
  const set = declared.indicators;
  const root = { aspects: indicators?.[set]?.aspects ?? {} } as Node;
  return {
    recipe,
    set,
    weigh: methodOf(declared.weigh, "given"),
    normalise: methodOf(declared.normalise, "min-max"),
    aggregate: declared.aggregate ?? "arithmetic",
    knobs: knobsUnder(root, { path: ["indicators", set], depth: 0, node: "total" }),
    judgements: (declared.weigh as { judgements?: Judgements } | undefined)?.judgements,
  };
}

/** Aspect by aspect: itself, its indicators, and what hangs below. */
function knobsUnder(
  { indicators = {}, aspects = {} }: Node,
  { path, depth, node }: Pick<Knob, "path" | "depth" | "node">,
): readonly Knob[] {
  const knob = (branch: "aspects" | "indicators", all: object, id: string, weight = 1): Knob => ({
    ...{ id, isAspect: branch === "aspects", depth, node, weight },
    path: [...path, branch, id, "weight"],
    isAlone: Object.keys(all).length === 1,
  });
  return [
    ...Object.entries(indicators).map(([id, each]) => knob("indicators", indicators, id, each?.weight)),
    ...Object.entries(aspects).flatMap(([id, each]) => [
      knob("aspects", aspects, id, each.weight),
      ...knobsUnder(each, { path: [...path, "aspects", id], depth: depth + 1, node: id }),
    ]),
  ];
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

/** Weights as they are written. */
export const unmoved: Readonly<Record<string, number>> = {};

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
