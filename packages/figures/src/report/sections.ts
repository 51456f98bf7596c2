import {
  type AnalysisPlan,
  isVerdict,
  neededFor,
  type Plan,
  type SectionDeclaration,
  verdictsOf,
} from "@conurb/core/study";

/**
 * Without sections of its own a study reports every analysis, under titles that can be told apart: first each verdict with what
 * it rests on, then the others in their order.
 */
export function everyAnalysis(plan: Plan): SectionDeclaration[] {
  const under = new Set(
    neededFor(
      plan,
      verdictsOf(plan).map(({ name }) => name),
    ).analyses,
  );
  const others = plan.analyses.filter((each) => !under.has(each));
  return [...verdictSections(plan), ...others.map((each) => ({ title: titleIn(plan, each), show: [each.name] }))];
}

/** A verdict by itself, and then the analyses that it rests on, each shown once. */
export function verdictSections(plan: Plan): SectionDeclaration[] {
  const shown = new Set<string>();
  return verdictsOf(plan).flatMap((verdict) => {
    const under = neededFor(plan, [verdict.name]).analyses.filter((each) => !isVerdict(each) && !shown.has(each.name));
    for (const each of under) shown.add(each.name);
    const title = titleIn(plan, verdict);
    const below = { en: `${title.en}: what it rests on`, zh: `${title.zh}：依据` };
    const own = { title, show: [verdict.name] };
    return under.length === 0 ? [own] : [own, { title: below, show: under.map(({ name }) => name) }];
  });
}

/** Its title; with its name where another analysis is called the same. */
function titleIn({ analyses }: Plan, { name, title }: AnalysisPlan): AnalysisPlan["title"] {
  const shared = analyses.filter((other) => other.title.en === title.en).length > 1;
  return shared ? { en: `${title.en} (${name})`, zh: `${title.zh}（${name}）` } : title;
}
