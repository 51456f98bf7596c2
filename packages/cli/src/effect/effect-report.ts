import { exhibitsIn, type Plan, type Study, verdictsOf } from "@conurb/core/study";
import { verdictSections } from "@conurb/figures";

/**
 * What a report of the effects shows: the sections of the study that show something of them; where none of these shows a
 * verdict, each verdict and then what it rests on.
 */
export function effectReport(plan: Plan): Study["report"] {
  const { report } = plan.study;
  const names = new Set(plan.analyses.map(({ name }) => name));
  const headlines = verdictsOf(plan).map(({ name }) => name);
  const own = (report.sections ?? []).filter((section) => shownIn(section).some((name) => names.has(name)));
  const hasVerdict = own.some((section) => shownIn(section).some((name) => headlines.includes(name)));
  return { ...report, headlines, sections: hasVerdict ? own : verdictSections(plan) };
}

const shownIn = (section: Parameters<typeof exhibitsIn>[0]): string[] =>
  exhibitsIn(section).map(({ of }) => of.split(".")[0] as string);
