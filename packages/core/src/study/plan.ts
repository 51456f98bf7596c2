import { catalogue, findMethod } from "../catalogue.ts";
import type { Problem } from "../contract/errors.ts";
import { InputError } from "../contract/errors.ts";
import { resolveOptions } from "../contract/invoke.ts";
import type { AnyMethod } from "../contract/method.ts";
import type { Input, RecordInput } from "../contract/readings.ts";
import { type MessageCode, message } from "../language/message.ts";
import { faultText, readBySchema } from "../language/schema-faults.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { leavesOf } from "./indicators.ts";
import { type Locate, shown } from "./locate.ts";
import { recipeOf } from "./recipe.ts";
import { type AnalysisReference, analysesIn, type Reference, splitReference } from "./reference.ts";
import {
  type AnalysisDeclaration,
  type IndicatorNode,
  type IndicatorSet,
  referenceSchema,
  type Study,
} from "./schema.ts";
import { isUnread, type Unread } from "./sound-part.ts";

export interface AnalysisPlan {
  readonly name: string;
  readonly title: Text;
  readonly method: AnyMethod;
  readonly options: Readonly<Record<string, unknown>>;
  readonly inputs: Readonly<Record<string, Reference>>;
}

/** A study with every name resolved, every default filled, and its analyses in an order in which they can run. */
export interface Plan {
  readonly study: Study;
  readonly analyses: readonly AnalysisPlan[];
}

/**
 * Resolves a study into a plan; every problem is collected with its place in the file. Analyses that could not be read are
 * not planned, and nothing is said of what refers to them or to other entries that were not.
 */
export async function planStudy(
  study: Study,
  locate: Locate,
  unread: Unread = new Set(),
): Promise<{ plan: Plan; problems: Problem[] }> {
  const problems: Problem[] = [];
  const tell: Tell = (path, code, text, hint) =>
    problems.push({ code, text, place: locate(path), ...(hint === undefined ? {} : { hint }) });
  const refuse: Refuse = (path, code, values, hint) =>
    tell(path, code, message(code, { at: shown(path), ...values }), hint);
  const asked: Asked = { study, unread, tell, refuse };

  const planned: AnalysisPlan[] = [];
  for (const [name, analysis] of Object.entries(study.analyses)) {
    if (isUnread(unread, "analyses", name)) continue;
    const path = ["analyses", name];
    if (Object.hasOwn(study.datasets, name) || Object.hasOwn(study.indicators, name))
      refuse(path, "name-shared", { name });
    const method = await findMethod(analysis.use);
    if (method === undefined) {
      const near = suggestion(analysis.use, Object.keys(catalogue));
      refuse([...path, "use"], "study-method-unknown", { id: analysis.use }, near);
      continue;
    }
    const inputs = inputsOf(asked, analysis, method, [...path, "on"]);
    const written = { ...fallingOf(study, method, inputs), ...analysis.with };
    const options = optionsOf(method, written, [...path, "with"], problems, locate);
    planned.push({ name, title: analysis.title ?? method.title, method, options, inputs });
  }
  const analyses = inOrder(planned.map(withTitles(planned)), (cycle) =>
    refuse(["analyses", cycle[0] as string, "on"], "study-cycle", { cycle: [...cycle, cycle[0]].join(" -> ") }),
  );
  return { plan: { study, analyses }, problems };
}

type Path = readonly PropertyKey[];
type Tell = (path: Path, code: string, text: Text, hint?: Text) => void;
type Refuse = (path: Path, code: MessageCode, values: Record<string, string>, hint?: Text) => void;

/** The study that is asked for what analyses refer to, and how a problem is told. */
interface Asked {
  readonly study: Study;
  readonly unread: Unread;
  readonly tell: Tell;
  readonly refuse: Refuse;
}

function inputsOf(
  asked: Asked,
  analysis: AnalysisDeclaration,
  method: AnyMethod,
  path: Path,
): Record<string, Reference> {
  const { refuse, study } = asked;
  const specs = method.inputs as Readonly<Record<string, Input>>;
  const names = Object.keys(specs);
  const on = typeof analysis.on === "string" ? { [names[0] as string]: analysis.on } : analysis.on;
  const inputs: Record<string, Reference> = {};
  for (const [input, given] of Object.entries(on)) {
    const spec = own(specs, input);
    const at = typeof analysis.on === "string" ? path : [...path, input];
    if (spec === undefined) {
      const values = { input, method: method.id, inputs: names.join(", ") };
      refuse(at, "study-input-unknown", values, suggestion(input, names));
      continue;
    }
    const reference =
      spec.shape === "record"
        ? recordOf(asked, given, at)
        : Array.isArray(given)
          ? stackOf(asked, given, at, spec)
          : tableOf(asked, given, at, spec);
    if (reference !== undefined) inputs[input] = reference;
  }
  for (const [input, spec] of Object.entries(specs)) {
    if (input === "recipe" && spec.shape === "record" && !Object.hasOwn(on, input)) {
      const value = ownRecipe(study, Object.values(inputs));
      if (value !== undefined) inputs[input] = { kind: "record", value };
    } else if (!spec.optional && !Object.hasOwn(on, input)) {
      refuse(path, "study-input-missing", { input, method: method.id, inputs: names.join(", ") });
    }
  }
  return inputs;
}

/** A set of indicators without a recipe is taken by its own tree: its directions, weights, goalposts and logarithms hold. */
function ownRecipe(study: Study, inputs: readonly Reference[]): unknown {
  for (const reference of inputs) {
    if (reference.kind !== "indicators" || reference.wide !== undefined) continue;
    const set = study.indicators[reference.name] as IndicatorSet;
    return recipeOf({ indicators: reference.name }, only(set, reference.roles?.["indicators"]));
  }
  return undefined;
}

/** The set with those of its indicators that are asked for, and the aspects that hold any. */
function only(set: IndicatorSet, asked: string | readonly string[] | undefined): IndicatorSet {
  if (asked === undefined) return set;
  const wanted = new Set([asked].flat());
  const keep = (aspects: Readonly<Record<string, IndicatorNode>>): Record<string, IndicatorNode> =>
    Object.fromEntries(
      Object.entries(aspects).flatMap(([id, node]) => {
        const indicators = Object.entries(node.indicators ?? {}).filter(([leaf]) => wanted.has(leaf));
        const inner = keep(node.aspects ?? {});
        if (indicators.length === 0 && Object.keys(inner).length === 0) return [];
        return [[id, { ...node, indicators: Object.fromEntries(indicators), aspects: inner }]];
      }),
    );
  return { ...set, aspects: keep(set.aspects) };
}

/** An entry of a map that a study wrote, and nothing that every object has. */
function own<T>(map: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function recordOf({ study, unread, refuse }: Asked, given: unknown, path: Path): Reference | undefined {
  if (typeof given !== "string") return { kind: "record", value: given };
  if (isUnread(unread, "recipes", given)) return undefined;
  const recipe = own(study.recipes, given);
  const names = Object.keys(study.recipes);
  if (recipe === undefined) {
    refuse(path, "study-recipe-unknown", { name: given, names: names.join(", ") || "-" }, suggestion(given, names));
    return undefined;
  }
  if (isUnread(unread, "indicators", recipe.indicators)) return undefined;
  const set = own(study.indicators, recipe.indicators);
  const sets = Object.keys(study.indicators);
  if (set === undefined) {
    const values = { name: recipe.indicators, names: sets.join(", ") || "-" };
    refuse(["recipes", given, "indicators"], "study-indicators-unknown", values, suggestion(recipe.indicators, sets));
    return undefined;
  }
  return { kind: "record", value: recipeOf(recipe, set), recipe: given };
}

type TableShaped = Exclude<Input, RecordInput>;

/** A list of analyses, for an input that takes one. */
function stackOf(asked: Asked, given: readonly unknown[], path: Path, spec: TableShaped): Reference | undefined {
  if (spec.shape !== "table" || spec.stacks !== true) {
    asked.refuse(path, "study-list-unexpected", {});
    return undefined;
  }
  const parts = given.flatMap((each, at) => {
    const part = tableOf(asked, each, [...path, at], spec);
    if (part === undefined) return [];
    const own = analysesIn(part);
    if (own.length === 0) asked.refuse([...path, at], "study-list-of-analyses", { name: shownName(each) });
    return own;
  });
  return parts.length < given.length ? undefined : { kind: "stack", parts };
}

/** Analyses of a list are called what the study calls them, else what their method is called, also where they give no answer. */
function withTitles(planned: readonly AnalysisPlan[]): (analysis: AnalysisPlan) => AnalysisPlan {
  const titles = new Map(planned.map(({ name, title }) => [name, title]));
  const titled = (part: AnalysisReference): AnalysisReference => {
    const title = titles.get(part.name);
    return title === undefined ? part : { ...part, title };
  };
  return ({ inputs, ...analysis }) => ({
    ...analysis,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([input, reference]) => [
        input,
        reference.kind === "stack" ? { ...reference, parts: reference.parts.map(titled) } : reference,
      ]),
    ),
  });
}

const shownName = (given: unknown): string =>
  typeof given === "string" ? given : String((given as { readonly from?: unknown }).from);

function tableOf(asked: Asked, given: unknown, path: Path, spec: TableShaped): Reference | undefined {
  const { shape: kind, roles } = spec;
  const { study, unread, tell, refuse } = asked;
  const { value, faults } = readBySchema(referenceSchema, given);
  for (const fault of faults ?? []) {
    const at = [...path, ...fault.path];
    tell(at, "study-reference", faultText(fault, shown(at)), fault.hint);
  }
  if (value === undefined) return undefined;
  const { from, ...shape } = typeof value === "string" ? { from: value } : value;
  const known = Object.keys(roles);
  for (const role of Object.keys(shape.roles ?? {})) {
    if (known.includes(role)) continue;
    const text = message("role-unknown", { input: shown(path), role, roles: known.join(", ") });
    tell([...path, "roles", role], "role-unknown", text, suggestion(role, known));
  }
  const { name, table } = splitReference(from);
  if (table === undefined && Object.hasOwn(study.datasets, name)) return { kind: "dataset", name, ...shape };
  if (table === undefined && Object.hasOwn(study.indicators, name)) return { kind: "indicators", name, ...shape };
  if (Object.hasOwn(study.analyses, name)) {
    const { meant, stacks } = spec.shape === "table" ? spec : {};
    const part: AnalysisReference = {
      kind: "analysis",
      name,
      table,
      ...(kind === "edges" ? { forLinks: true } : {}),
      ...(meant === undefined ? {} : { meant }),
      ...shape,
    };
    return stacks === true ? { kind: "stack", parts: [part] } : part;
  }
  if (referable.some((section) => isUnread(unread, section, name))) return undefined;
  const names = referable.flatMap((section) => Object.keys(study[section]));
  refuse(path, "study-name-unknown", { name: from, names: names.join(", ") || "-" }, suggestion(name, names));
  return undefined;
}

const referable = ["datasets", "indicators", "analyses"] as const;

/** Options in which methods name the indicators of which less is better. */
const fallingOptions = ["down", "lowerIsBetter"] as const;

/** The directions of a set of indicators, for a method that takes them as an option: what it takes unless the study says. */
function fallingOf(
  study: Study,
  method: AnyMethod,
  inputs: Readonly<Record<string, Reference>>,
): Readonly<Record<string, readonly string[]>> {
  const known = (method.options as { readonly shape?: object }).shape ?? {};
  const option = fallingOptions.find((each) => Object.hasOwn(known, each));
  if (option === undefined) return {};
  const falling = Object.values(inputs).flatMap((reference) => {
    if (reference.kind !== "indicators" || reference.wide !== undefined) return [];
    const asked = reference.roles?.["indicators"];
    return leavesOf((study.indicators[reference.name] as IndicatorSet).aspects)
      .filter(({ id, leaf }) => leaf.direction === "down" && (asked === undefined || asked.includes(id)))
      .map(({ id }) => id);
  });
  return falling.length === 0 ? {} : { [option]: [...new Set(falling)] };
}

function optionsOf(
  method: AnyMethod,
  written: Readonly<Record<string, unknown>>,
  path: Path,
  problems: Problem[],
  locate: Locate,
): Record<string, unknown> {
  try {
    return resolveOptions(method, written);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) {
      const option = problem.place?.path?.split(".") ?? [];
      problems.push({ ...problem, place: locate([...path, ...option]) });
    }
    return {};
  }
}

/** Depth-first order; a cycle is told once, with its members. */
function inOrder(planned: readonly AnalysisPlan[], tellCycle: (cycle: string[]) => void): AnalysisPlan[] {
  const byName = new Map(planned.map((analysis) => [analysis.name, analysis]));
  const state = new Map<string, "open" | "done">();
  const order: AnalysisPlan[] = [];
  const visit = (analysis: AnalysisPlan, trail: string[]): void => {
    if (state.get(analysis.name) === "done") return;
    if (state.get(analysis.name) === "open") {
      tellCycle(trail.slice(trail.indexOf(analysis.name)));
      return;
    }
    state.set(analysis.name, "open");
    for (const { name } of Object.values(analysis.inputs).flatMap(analysesIn)) {
      const needed = byName.get(name);
      if (needed !== undefined) visit(needed, [...trail, analysis.name]);
    }
    state.set(analysis.name, "done");
    order.push(analysis);
  };
  for (const analysis of planned) visit(analysis, []);
  return order;
}
