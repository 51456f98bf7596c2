import { InputError, type Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { Lacking, type StudyData, studyData } from "./data.ts";
import { type Group, groupsOf } from "./groups.ts";
import { leavesOf, roleColumn } from "./indicators.ts";
import { type ParsedStudy, parseStudy, suggestion } from "./parse.ts";
import { type Plan, planStudy } from "./plan.ts";
import type { Gazetteer, StudyPorts } from "./ports.ts";
import type { Study } from "./schema.ts";

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
  if (problems.length === 0) {
    for (const [name, set] of Object.entries(study.indicators)) {
      await collect(() => data.indicators(name), ["indicators", name], locate, problems, notes);
      if (
        set.places !== "cluster" &&
        set.places !== "parents" &&
        !gazetteer.clusters.some(({ id }) => id === set.places.split("@")[0])
      ) {
        const near = suggestion(
          set.places,
          gazetteer.clusters.map(({ id }) => id),
        );
        const text = message("cluster-unknown", { cluster: set.places });
        const place = locate(["indicators", name, "places"]);
        problems.push({ code: "cluster-unknown", text, place, ...(near === undefined ? {} : { hint: near }) });
      }
    }
  }
  if (problems.length === 0) notes.push(...(await gapsOfExpressions(study, data, locate)));
  return { problems, notes, plan, groups, data };
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
    const places = table && roleColumn(table, "place");
    if (places?.kind === "label") for (const code of places.values) known.add(code ?? "");
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

function absence(error: unknown): undefined {
  if (!(error instanceof Lacking)) throw error;
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
