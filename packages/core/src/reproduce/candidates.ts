import { z } from "zod";
import { aggregates } from "../composite/recipe.ts";
import { recipeConventions } from "../composite/recipe-input.ts";
import { InputError } from "../contract/errors.ts";
import type { AnyMethod, Convention } from "../contract/method.ts";
import { suggestion } from "../language/suggestion.ts";
import { same, type Text } from "../language/text.ts";
import type { Panel } from "./panel.ts";

/** One thing that a source may have done this way or that way. */
export interface Axis {
  readonly name: string;
  readonly title: Text;
  readonly values: readonly unknown[];
  readonly labels: readonly Text[];
  /** Where it stands: an option of the method, or a path in the recipe. */
  readonly of: "options" | "recipe";
}

/** One way in which the table may have been made: on each axis, the position of what is taken. */
export type Choice = readonly number[];

/** More would be a wait of hours and a table that many ways could give. */
export const mostCandidates = 10_000;

/**
 * What is tried: every choice that the method's own descriptor offers (enumerations and switches) and that `with` does
 * not state; of a recipe, the normalisation, its scope and range, the weights and the aggregation that it does not state;
 * and whatever `vary` lists.
 */
export function axesOf(panel: Panel): Axis[] {
  const { file, method, locate } = panel;
  const options = optionChoices(method);
  const recipe = file.recipe === undefined ? new Map<string, readonly unknown[]>() : recipeChoices(panel);
  const known = [...options.names, ...recipe.keys()];
  for (const name of Object.keys(file.vary)) {
    if (known.includes(name)) continue;
    const hint = suggestion(name, known);
    const list = known.join(", ");
    throw new InputError({
      code: "vary-unknown",
      text: {
        en: `vary: nothing called ${name} to vary; there is ${list}`,
        zh: `vary：没有可供尝试的 ${name}；现有：${list}`,
      },
      place: locate(["vary", name]),
      ...(hint === undefined ? {} : { hint }),
    });
  }
  const axes = [...options.choices].flatMap(([name, values]) =>
    Object.hasOwn(file.with, name) || Object.hasOwn(file.vary, name) ? [] : [axis("options", name, values, method)],
  );
  for (const [name, values] of recipe) {
    if (!Object.hasOwn(file.vary, name) && values.length > 1) axes.push(axis("recipe", name, values, method));
  }
  for (const [name, values] of Object.entries(file.vary)) {
    axes.push(axis(options.names.includes(name) ? "options" : "recipe", name, values, method));
  }
  return axes;
}

/** The options by name, and the values of those that can be listed. */
function optionChoices(method: AnyMethod): { names: string[]; choices: Map<string, readonly unknown[]> } {
  const { properties = {} } = z.toJSONSchema(method.options as z.ZodType, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, { enum?: readonly unknown[]; type?: string }>;
  };
  const choices = new Map<string, readonly unknown[]>();
  for (const [name, { enum: listed, type }] of Object.entries(properties)) {
    if (listed !== undefined && listed.length > 1) choices.set(name, listed);
    else if (type === "boolean") choices.set(name, [false, true]);
  }
  return { names: Object.keys(properties), choices };
}

const usualRanges = [
  [0, 1],
  [0.01, 1],
  [0.01, 0.99],
];

/** What a recipe leaves open, by path. */
function recipeChoices({ file, rows }: Panel): Map<string, readonly unknown[]> {
  const recipe = (file.recipe ?? {}) as {
    nodes?: readonly { weight?: number }[];
    indicators?: readonly { weight?: number; goalposts?: unknown; target?: unknown }[];
    normalise?: Record<string, unknown>;
    weigh?: Record<string, unknown>;
    aggregate?: unknown;
  };
  const { nodes = [], indicators = [], normalise = {}, weigh = {} } = recipe;
  const all = (has: (indicator: (typeof indicators)[number]) => boolean) =>
    indicators.length > 0 && indicators.every(has);
  const year = file.roles.year ?? "year";
  const hasYears = rows.columns.some(({ name }) => name === year);
  const isWeighed = [...nodes, ...indicators].some(({ weight }) => weight !== undefined);
  const open: [string, unknown, readonly unknown[]][] = [
    [
      "normalise.method",
      normalise.method,
      [
        "min-max",
        "z-score",
        "rank",
        ...(all(({ goalposts }) => goalposts !== undefined) ? ["goalposts"] : []),
        ...(all(({ target }) => target !== undefined) ? ["target"] : []),
      ],
    ],
    ["normalise.scope", normalise.scope, hasYears ? ["pooled", "by-year"] : ["pooled"]],
    ["normalise.range", normalise.range, usualRanges],
    ["weigh.method", weigh.method, [...(isWeighed ? ["given"] : []), "equal", "entropy", "critic", "cv", "pca"]],
    ["aggregate", recipe.aggregate, aggregates],
  ];
  return new Map(open.map(([path, stated, values]) => [path, stated === undefined ? values : [stated]]));
}

const recipeTitles: Readonly<Record<string, Convention>> = {
  "normalise.method": recipeConventions.normalise,
  "normalise.scope": recipeConventions.scope,
  "normalise.range": { title: { en: "Range", zh: "标准化区间" }, choices: {} },
  "weigh.method": recipeConventions.weigh,
  aggregate: recipeConventions.aggregate,
};

function axis(of: Axis["of"], name: string, values: readonly unknown[], method: AnyMethod): Axis {
  const convention = of === "options" ? (method.conventions as Record<string, Convention>)[name] : recipeTitles[name];
  return {
    name,
    of,
    title: convention?.title ?? same(name),
    values,
    labels: values.map((value) => convention?.choices[String(value)] ?? same(plainly(value))),
  };
}

const plainly = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Every combination; the axes of the recipe turn slowest, so that its scores can be used again. */
export function choicesOf(axes: readonly Axis[]): Choice[] {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > mostCandidates) {
    const sizes = axes.map(({ name, values }) => `${name} ${values.length}`).join(" × ");
    throw new InputError({
      code: "too-many-candidates",
      text: {
        en: `reproduce: ${count} candidates (${sizes}), expected at most ${mostCandidates}`,
        zh: `reproduce：共 ${count} 种候选（${sizes}），最多 ${mostCandidates} 种`,
      },
      hint: {
        en: "state what the source says under with or in the recipe, or list fewer values under vary",
        zh: "请在 with 或 recipe 中写明文献已说明的做法，或在 vary 中少列几个取值",
      },
    });
  }
  const order = [...axes.keys()].sort((a, b) => Number(axes[a]?.of === "options") - Number(axes[b]?.of === "options"));
  let choices: number[][] = [axes.map(() => 0)];
  for (const at of order) {
    choices = choices.flatMap((choice) => (axes[at]?.values ?? []).map((_, value) => choice.with(at, value)));
  }
  return choices;
}

/** The options of the method and the recipe that a choice stands for. */
export function settled(panel: Panel, axes: readonly Axis[], choice: Choice) {
  const options: Record<string, unknown> = { ...panel.file.with };
  let { recipe } = panel.file;
  axes.forEach(({ of, name, values }, at) => {
    const value = values[choice[at] as number];
    if (of === "options") options[name] = value;
    else recipe = withPath(recipe ?? {}, name.split("."), value);
  });
  return { options, recipe };
}

function withPath(
  record: Record<string, unknown>,
  [key = "", ...below]: string[],
  value: unknown,
): Record<string, unknown> {
  const inner = (record[key] ?? {}) as Record<string, unknown>;
  return { ...record, [key]: below.length === 0 ? value : withPath(inner, below, value) };
}
