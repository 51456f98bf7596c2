import { bind } from "../contract/bind.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import type { Input, RecordInput } from "../contract/readings.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { message } from "../language/message.ts";
import { absence, Lacking, type StudyData, shapeTable, studyData } from "./data.ts";
import { type Group, groupsOf, selectPlaces } from "./groups.ts";
import { datasetsOf, leavesOf } from "./indicators.ts";
import { type ParsedStudy, parseStudy, shown, suggestion } from "./parse.ts";
import { codesOf } from "./places.ts";
import { type Plan, planStudy } from "./plan.ts";
import type { Gazetteer, StudyPorts } from "./ports.ts";
import { exhibitsIn, type Study } from "./schema.ts";

export interface CheckedStudy {
  /** Everything that is wrong; the study runs only if there is nothing. */
  readonly problems: readonly Problem[];
  /** What a reader should know, but can live with. */
  readonly notes: readonly Problem[];
  readonly plan?: Plan;
  readonly groups: readonly Group[];
  /** The figures that were loaded for the check, for the run to go on with. */
  readonly data?: StudyData;
}

/** Checks a study file from its first character to its figures; every problem is collected, none is thrown. */
export async function checkStudy(text: string, file: string, ports: StudyPorts): Promise<CheckedStudy> {
  const parsed = parseStudy(text, file);
  const { study, locate } = parsed;
  if (study === undefined) return { problems: parsed.problems, notes: [], groups: [] };
  const gazetteer = await ports.gazetteer();
  const { groups, problems: ofGroups } = groupsOf(study, gazetteer, locate);
  const { plan, problems: ofPlan } = await planStudy(study, locate);
  const problems = [...ofGroups, ...ofPlan];
  const notes: Problem[] = [];

  const data = studyData(study, groups, gazetteer, ports);
  for (const [name, declaration] of Object.entries(study.datasets)) {
    const kinds = [declaration.atlas, declaration.file, declaration.absent].filter((each) => each !== undefined);
    if (kinds.length !== 1) {
      const text = message("dataset-needs-one", { name });
      problems.push({ code: "dataset-needs-one", text, place: locate(["datasets", name]) });
      continue;
    }
    await collect(() => data.dataset(name), ["datasets", name], locate, problems, notes);
  }
  if (problems.length === 0) problems.push(...(await unknownMembers(study, groups, gazetteer, data, locate)));
  problems.push(...placesProblems(study, groups, gazetteer, locate), ...reportProblems(study, locate));
  if (problems.length === 0) {
    for (const name of Object.keys(study.indicators)) {
      await collect(() => data.indicators(name), ["indicators", name], locate, problems, notes);
    }
  }
  if (problems.length === 0) problems.push(...(await strangers(study, data, locate)));
  if (problems.length === 0) problems.push(...(await doorProblems(plan, data, locate)));
  if (problems.length === 0) notes.push(...(await gapsOfExpressions(study, data, locate)));
  return { problems, notes, plan, groups, data };
}

/** `places:` names that stand for nothing. */
function placesProblems(
  study: Study,
  groups: readonly Group[],
  gazetteer: Gazetteer,
  locate: ParsedStudy["locate"],
): Problem[] {
  const named = [
    ...Object.entries(study.datasets).map(([name, { places }]) => ({ path: ["datasets", name, "places"], places })),
    ...Object.entries(study.indicators).map(([name, { places }]) => ({ path: ["indicators", name, "places"], places })),
  ];
  const words = ["cluster", "parents", "all", ...gazetteer.clusters.map(({ id }) => id)];
  return named.flatMap(({ path, places }) => {
    if (selectPlaces(places, groups, gazetteer) !== undefined) return [];
    const near = suggestion(places, words);
    const text = message("places-unknown", { at: shown(path), cluster: places });
    return [{ code: "places-unknown", text, place: locate(path), ...(near === undefined ? {} : { hint: near }) }];
  });
}

/** Headlines and exhibits of things that the study does not have. */
function reportProblems(study: Study, locate: ParsedStudy["locate"]): Problem[] {
  const { headlines = [], sections = [] } = study.report;
  const asked = [
    ...headlines.map((of, at) => ({ path: ["report", "headlines", at], of })),
    ...sections.flatMap((section, at) =>
      exhibitsIn(section).map(({ of }) => ({ path: ["report", "sections", at, "show"], of })),
    ),
  ];
  const names = [...Object.keys(study.analyses), ...Object.keys(study.datasets)];
  return asked.flatMap(({ path, of }) => {
    const [name = ""] = of.split(".");
    if (names.includes(name)) return [];
    const near = suggestion(name, names);
    const text = message("report-name-unknown", { at: shown(path), name, names: names.join(", ") || "-" });
    return [{ code: "report-name-unknown", text, place: locate(path), ...(near === undefined ? {} : { hint: near }) }];
  });
}

/** Datasets that one set of indicators puts together, and that have no place in common: most often two kinds of codes. */
async function strangers(study: Study, data: StudyData, locate: ParsedStudy["locate"]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, set] of Object.entries(study.indicators)) {
    const read = new Set(leavesOf(set.aspects).flatMap(({ leaf }) => datasetsOf(parseExpression(leaf.expr), study)));
    let first: { dataset: string; codes: Set<string | null> } | undefined;
    for (const dataset of read) {
      const table = await data.dataset(dataset).catch(absence);
      const codes = table && codesOf(table, "place");
      if (codes === undefined) continue;
      if (first === undefined) first = { dataset, codes: new Set(codes) };
      else if (!codes.some((code) => first?.codes.has(code))) {
        const values = { one: first.dataset, other: dataset, a: [...first.codes][0] ?? "", b: codes[0] ?? "" };
        const place = locate(["indicators", name]);
        problems.push({ code: "datasets-share-no-places", text: message("datasets-share-no-places", values), place });
      }
    }
  }
  return problems;
}

/** What the door of each method will say of the datasets and indicators that it is given: roles, gaps, repeated keys. */
async function doorProblems(plan: Plan, data: StudyData, locate: ParsedStudy["locate"]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name, method, inputs } of plan.analyses) {
    for (const [input, reference] of Object.entries(inputs)) {
      if (reference.kind === "record" || reference.kind === "analysis") continue;
      const spec = (method.inputs as Readonly<Record<string, Exclude<Input, RecordInput>>>)[input];
      if (spec === undefined) continue;
      const step = async () => {
        const { kind, name: of } = reference;
        const table = kind === "dataset" ? await data.dataset(of) : (await data.indicators(of)).table;
        bind(input, spec, data.placed(shapeTable(table, reference)), method.gaps, reference.roles);
      };
      const found: Problem[] = [];
      await collect(step, ["analyses", name, "on", input], locate, found, []);
      problems.push(...found.filter(({ code }) => code !== "no-rows"));
    }
  }
  return problems;
}

/** Members of the study's own clusters that neither the atlas nor any of its datasets knows: most often a slip of a digit. */
async function unknownMembers(
  study: Study,
  groups: readonly Group[],
  gazetteer: Gazetteer,
  data: StudyData,
  locate: ParsedStudy["locate"],
): Promise<Problem[]> {
  const known = new Set(gazetteer.places.keys());
  for (const name of Object.keys(study.datasets)) {
    const table = await data.dataset(name).catch(absence);
    if (table === undefined) continue;
    for (const role of ["place", "from", "to"]) for (const code of codesOf(table, role) ?? []) known.add(code ?? "");
  }
  return groups.flatMap(({ id, members }) =>
    members.flatMap((code, at) =>
      known.has(code)
        ? []
        : [
            {
              code: "place-unknown",
              text: message("place-unknown", { code }),
              place: locate(["cluster", id, "members", at]),
            },
          ],
    ),
  );
}

/** Rows of indicators that have no answer (a division by zero, say): they are gaps, and the reader is told. */
async function gapsOfExpressions(study: Study, data: StudyData, locate: ParsedStudy["locate"]): Promise<Problem[]> {
  const notes: Problem[] = [];
  for (const [name, set] of Object.entries(study.indicators)) {
    const made = await data.indicators(name).catch(absence);
    const paths = new Map(leavesOf(set.aspects).map(({ id, path }) => [id, path]));
    for (const { id, problems } of made?.indicators ?? []) {
      const place = locate(["indicators", name, ...(paths.get(id) ?? []), "expr"]);
      notes.push(...problems.map((problem) => ({ ...problem, place })));
    }
  }
  return notes;
}

async function collect(
  make: () => Promise<unknown>,
  path: readonly string[],
  locate: ParsedStudy["locate"],
  problems: Problem[],
  notes: Problem[],
): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (error instanceof Lacking) notes.push({ code: "lacking", text: error.text, place: locate(path) });
    else if (error instanceof InputError) {
      for (const problem of error.problems) {
        const written = problem.place?.path?.split(".");
        const inFile = problem.place?.file !== undefined;
        problems.push(inFile ? problem : { ...problem, place: { ...problem.place, ...locate(written ?? path) } });
      }
    } else throw error;
  }
}
