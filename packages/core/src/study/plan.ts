import { catalogue } from "../catalogue.ts";
import type { Problem } from "../contract/errors.ts";
import { InputError } from "../contract/errors.ts";
import { resolveOptions } from "../contract/invoke.ts";
import type { AnyMethod } from "../contract/method.ts";
import type { Input } from "../contract/readings.ts";
import { type MessageCode, message } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { type ParsedStudy, shown, suggestion } from "./parse.ts";
import { recipeOf } from "./recipe.ts";
import { type Reference, type Shape, splitReference } from "./reference.ts";
import type { AnalysisDeclaration, Study } from "./schema.ts";

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

/** Loads a method by id, or answers nothing where there is none. */
export async function findMethod(id: string): Promise<AnyMethod | undefined> {
  return Object.hasOwn(catalogue, id) ? (await catalogue[id as keyof typeof catalogue]()).default : undefined;
}

/** Resolves a study into a plan; every problem is collected with its place in the file. */
export async function planStudy(
  study: Study,
  locate: ParsedStudy["locate"],
): Promise<{ plan: Plan; problems: Problem[] }> {
  const problems: Problem[] = [];
  const refuse = (path: readonly string[], code: MessageCode, values: Record<string, string>, hint?: Text) =>
    problems.push({
      code,
      text: message(code, { at: shown(path), ...values }),
      place: locate(path),
      ...(hint === undefined ? {} : { hint }),
    });

  const planned: AnalysisPlan[] = [];
  for (const [name, analysis] of Object.entries(study.analyses)) {
    const path = ["analyses", name];
    if (Object.hasOwn(study.datasets, name) || Object.hasOwn(study.indicators, name))
      refuse(path, "name-shared", { name });
    const method = await findMethod(analysis.use);
    if (method === undefined) {
      const near = suggestion(analysis.use, Object.keys(catalogue));
      refuse([...path, "use"], "study-method-unknown", { id: analysis.use }, near);
      continue;
    }
    const inputs = inputsOf(study, analysis, method, [...path, "on"], refuse);
    const options = optionsOf(method, analysis, [...path, "with"], problems, locate);
    planned.push({ name, title: analysis.title ?? method.title, method, options, inputs });
  }
  const analyses = inOrder(planned, (cycle) =>
    refuse(["analyses", cycle[0] as string, "on"], "study-cycle", { cycle: [...cycle, cycle[0]].join(" -> ") }),
  );
  return { plan: { study, analyses }, problems };
}

type Refuse = (path: readonly string[], code: MessageCode, values: Record<string, string>, hint?: Text) => void;

function inputsOf(
  study: Study,
  analysis: AnalysisDeclaration,
  method: AnyMethod,
  path: readonly string[],
  refuse: Refuse,
): Record<string, Reference> {
  const specs = method.inputs as Readonly<Record<string, Input>>;
  const names = Object.keys(specs);
  const on = typeof analysis.on === "string" ? { [names[0] as string]: analysis.on } : analysis.on;
  const inputs: Record<string, Reference> = {};
  for (const [input, given] of Object.entries(on)) {
    const spec = Object.hasOwn(specs, input) ? specs[input] : undefined;
    const at = typeof analysis.on === "string" ? path : [...path, input];
    if (spec === undefined) {
      refuse(
        at,
        "study-input-unknown",
        { input, method: method.id, inputs: names.join(", ") },
        suggestion(input, names),
      );
      continue;
    }
    const reference = spec.shape === "record" ? recordOf(study, given, at, refuse) : tableOf(study, given, at, refuse);
    if (reference !== undefined) inputs[input] = reference;
  }
  for (const [input, spec] of Object.entries(specs)) {
    if (!spec.optional && !Object.hasOwn(on, input)) {
      refuse(path, "study-input-missing", { input, method: method.id, inputs: names.join(", ") });
    }
  }
  return inputs;
}

/** An entry of a map that a study wrote, and nothing that every object has. */
function own<T>(map: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function recordOf(study: Study, given: unknown, path: readonly string[], refuse: Refuse): Reference | undefined {
  if (typeof given !== "string") return { kind: "record", value: given };
  const recipe = own(study.recipes, given);
  const names = Object.keys(study.recipes);
  if (recipe === undefined) {
    refuse(path, "study-recipe-unknown", { name: given, names: names.join(", ") || "-" }, suggestion(given, names));
    return undefined;
  }
  const set = own(study.indicators, recipe.indicators);
  const sets = Object.keys(study.indicators);
  if (set === undefined) {
    const values = { name: recipe.indicators, names: sets.join(", ") || "-" };
    refuse(["recipes", given, "indicators"], "study-indicators-unknown", values, suggestion(recipe.indicators, sets));
    return undefined;
  }
  return { kind: "record", value: recipeOf(recipe, set) };
}

function tableOf(study: Study, given: unknown, path: readonly string[], refuse: Refuse): Reference | undefined {
  const { from, ...shape } = typeof given === "string" ? { from: given } : (given as { from?: unknown } & Shape);
  if (typeof from !== "string") {
    refuse(path, "study-reference-without-from", {});
    return undefined;
  }
  const { name, table } = splitReference(from);
  if (table === undefined && Object.hasOwn(study.datasets, name)) return { kind: "dataset", name, ...shape };
  if (table === undefined && Object.hasOwn(study.indicators, name)) return { kind: "indicators", name, ...shape };
  if (Object.hasOwn(study.analyses, name)) return { kind: "analysis", name, table, ...shape };
  const names = [study.datasets, study.indicators, study.analyses].flatMap(Object.keys);
  refuse(path, "study-name-unknown", { name: from, names: names.join(", ") || "-" }, suggestion(name, names));
  return undefined;
}

function optionsOf(
  method: AnyMethod,
  analysis: AnalysisDeclaration,
  path: readonly string[],
  problems: Problem[],
  locate: ParsedStudy["locate"],
): Record<string, unknown> {
  try {
    return resolveOptions(method, analysis.with);
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
    for (const reference of Object.values(analysis.inputs)) {
      const needed = reference.kind === "analysis" ? byName.get(reference.name) : undefined;
      if (needed !== undefined) visit(needed, [...trail, analysis.name]);
    }
    state.set(analysis.name, "done");
    order.push(analysis);
  };
  for (const analysis of planned) visit(analysis, []);
  return order;
}
