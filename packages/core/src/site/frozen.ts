import { InputError } from "../contract/errors.ts";
import { Lacking, type StudyData, studyData } from "../study/data.ts";
import { footingsOf } from "../study/footing.ts";
import type { StudyPorts } from "../study/ports.ts";
import { gather, keyOf, type StudyRun } from "../study/run.ts";
import type { FrozenAnalysis } from "./site-file.ts";

/** The figures of a run as a site has them. */
export async function dataOver({ plan, groups }: StudyRun, ports: StudyPorts): Promise<StudyData> {
  return studyData(plan.study, groups, await ports.gazetteer(), ports);
}

/**
 * The analyses of a run that do not come to the same key over these figures: they stand as they are. All others are proved
 * to receive there what they received here, to the last bit.
 */
export async function frozenOf(
  { plan, groups, outcomes }: StudyRun,
  data: StudyData,
  build: string | undefined,
): Promise<FrozenAnalysis[]> {
  const running = new Map([...outcomes].map(([name, outcome]) => [name, Promise.resolve(outcome)]));
  const footings = footingsOf(plan, groups);
  const frozen: FrozenAnalysis[] = [];
  for (const analysis of plan.analyses) {
    const { name } = analysis;
    const outcome = outcomes.get(name);
    if (outcome === undefined || !("key" in outcome)) continue;
    const key = await gather(analysis, data, running).then(
      ({ keys }) => keyOf(analysis, plan.study.seed, build, keys),
      (error: unknown) => {
        if (error instanceof Lacking || error instanceof InputError) return undefined;
        throw error;
      },
    );
    if (key !== outcome.key) frozen.push({ name, footing: footings.get(name) as string, key: outcome.key });
  }
  return frozen;
}
