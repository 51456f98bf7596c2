import { hashText } from "../contract/canonical.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import { checkStudy } from "../study/check.ts";
import { studyData } from "../study/data.ts";
import { footingsOf } from "../study/footing.ts";
import { type Group, groupsOf } from "../study/groups.ts";
import { type Lock, lockOf } from "../study/lock.ts";
import { neededFor } from "../study/needed-for.ts";
import { parseStudy } from "../study/parse.ts";
import { type Plan, planStudy } from "../study/plan.ts";
import type { StudyPorts } from "../study/ports.ts";
import { decodeResult } from "../study/result-file.ts";
import { runPlan, type StudyRun } from "../study/run.ts";
import type { Site } from "./site-file.ts";
import { needsStore } from "./site-ports.ts";

export interface SiteRun {
  readonly run: StudyRun;
  readonly lock: Lock;
  readonly lockText: string;
  readonly notes: readonly Problem[];
}

/** Checks and runs a text over what a site has. What cannot be computed there stands as long as nothing below it changed. */
export async function runSite(
  site: Site,
  text: string,
  ports: StudyPorts,
  begin: (analyses: number) => void = () => {},
): Promise<SiteRun> {
  const { plan, groups, problems, notes, data } = await checkStudy(text, site.file, ports);
  if (plan === undefined || problems.length > 0) throw new InputError(problems);
  begin(plan.analyses.length);
  const run = await runPlan(plan, groups, withStanding(site, plan, groups, ports), data);
  const lock = await lockOf(run, { file: site.file, sha256: hashText(text) }, site.program);
  return { run, lock, lockText: `${JSON.stringify(lock, null, 2)}\n`, notes };
}

/** The published study, which is sound: of its run, what an analysis needs and no more. */
export async function publishedRun(site: Site, ports: StudyPorts): Promise<(analysis: string) => Promise<StudyRun>> {
  const { study, locate, problems } = parseStudy(site.text, site.file);
  if (study === undefined) throw new InputError(problems);
  const gazetteer = await ports.gazetteer();
  const { groups } = groupsOf(study, gazetteer, locate);
  const { plan } = await planStudy(study, locate);
  const data = studyData(study, groups, gazetteer, ports);
  const standing = withStanding(site, plan, groups, ports);
  return (analysis) => runPlan(neededFor(plan, [analysis]), groups, standing, data);
}

function withStanding(site: Site, plan: Plan, groups: readonly Group[], ports: StudyPorts): StudyPorts {
  const frozen = new Map(site.frozen.map((each) => [each.name, each]));
  const footings = frozen.size === 0 ? new Map<string, string>() : footingsOf(plan, groups);
  const standing: StudyPorts["standing"] = async ({ name }) => {
    const found = frozen.get(name);
    if (found === undefined) return undefined;
    const isSame = found.footing === footings.get(name);
    const kept = isSame ? await ports.results.read(found.key, name) : undefined;
    if (kept === undefined) return { kind: "refused", problems: needsStore(name).problems };
    return { kind: "cached", key: found.key, sha256: hashText(kept), result: decodeResult(kept) };
  };
  return { ...ports, standing };
}
