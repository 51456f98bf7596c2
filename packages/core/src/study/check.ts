import { InputError, type Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { Lacking, type StudyData, studyData } from "./data.ts";
import { type Group, groupsOf } from "./groups.ts";
import { type ParsedStudy, parseStudy, suggestion } from "./parse.ts";
import { type Plan, planStudy } from "./plan.ts";
import type { StudyPorts } from "./ports.ts";

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
  return { problems, notes, plan, groups, data };
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
        problems.push({ ...problem, place: { ...locate(written ?? path), ...problem.place } });
      }
    } else throw error;
  }
}
