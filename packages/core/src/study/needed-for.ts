import type { AnalysisPlan, Plan } from "./plan.ts";
import { analysesIn } from "./reference.ts";

/** The plan of these analyses and of those that they rest on: nothing else need be computed. */
export function neededFor(plan: Plan, names: readonly string[]): Plan {
  const byName = new Map(plan.analyses.map((analysis) => [analysis.name, analysis]));
  const needed = new Set<string>();
  const visit = (analysis: AnalysisPlan | undefined): void => {
    if (analysis === undefined || needed.has(analysis.name)) return;
    needed.add(analysis.name);
    for (const { name } of Object.values(analysis.inputs).flatMap(analysesIn)) visit(byName.get(name));
  };
  for (const name of names) visit(byName.get(name));
  return { ...plan, analyses: plan.analyses.filter(({ name }) => needed.has(name)) };
}
