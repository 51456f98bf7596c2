import type { Problem } from "@conurb/core/contract";
import { type CheckedStudy, checkStudy as check, type StudyPorts } from "@conurb/core/study";
import { say } from "../say.ts";
import { suggestMethod } from "../suggest-method.ts";

/** The check of a study, with hints that need more than the study model knows: methods by name or title, encodings. */
export async function checkStudy(text: string, file: string, ports: StudyPorts): Promise<CheckedStudy> {
  const checked = await check(text, file, ports);
  const hinted = async (problem: Problem): Promise<Problem> => {
    const hint = problem.hint ?? (await hintFor(problem, checked));
    return hint === undefined ? problem : { ...problem, hint };
  };
  return { ...checked, problems: await Promise.all(checked.problems.map(hinted)) };
}

async function hintFor({ code, place }: Problem, { plan }: CheckedStudy) {
  const [part, name = "", key] = place?.path?.split(".") ?? [];
  if (part === "datasets" && key === "encoding") return say("encoding-hint");
  if (code !== "study-method-unknown") return undefined;
  const used = plan?.study.analyses[name]?.use;
  return (used === undefined ? undefined : await suggestMethod(used)) ?? say("methods-hint");
}
