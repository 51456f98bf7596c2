import type { Problem } from "../contract/errors.ts";
import type { Locate } from "../study/locate.ts";
import type { Fen } from "./money.ts";
import { isSharing, type Rule, type SharingRule } from "./rule.ts";
import type { DealResult } from "./run-deal.ts";
import type { Deal } from "./schema.ts";
import type { Applied } from "./simulate.ts";
import { located, Tell } from "./tell.ts";

/**
 * Caps and floors that no draw ever meets: what only the numbers show of a rule. Nothing is told of a rule that no draft uses, and of
 * a floor that a rule has from one that it is like, once.
 */
export function pointlessClauses(
  deal: Pick<Deal, "years" | "rules">,
  rules: ReadonlyMap<string, Rule>,
  { drafts, draws }: Pick<DealResult, "drafts" | "draws">,
  locate: Locate,
): Problem[] {
  const tell = new Tell();
  const used = drafts.flatMap(({ applied }) => applied);
  const floors = new Map<string, Fen>();
  for (const rule of rules.values()) {
    const own = used.filter((each) => each.rule === rule.name);
    if (!isSharing(rule) || own.length === 0) continue;
    if (isNeverReached(own)) tellCap(rule, deal.years, draws, tell);
    const { least } = rule.qualifies;
    if (least === undefined || own.some(({ below }) => below > 0)) continue;
    floors.set(rule.name, least);
    if (floors.get(deal.rules[rule.name]?.like ?? "") !== least) tellLeast(rule, draws, tell);
  }
  return tell.problems.map((problem) => located(problem, locate));
}

/** Of a cap that some enterprise is under. */
function isNeverReached(own: readonly Applied[]): boolean {
  const capped = own.flatMap(({ reached }) => reached ?? []);
  return capped.length > 0 && capped.every((share) => share === 0);
}

function tellCap({ name, extension, grant }: SharingRule, years: number, draws: number, tell: Tell): void {
  const waits = [
    ...(extension > 0 ? [["the extension", "延长"]] : []),
    ...(grant !== undefined ? [["the grant", "补助"]] : []),
  ] as const;
  const [en, zh] = [0, 1].map((language) => waits.map((each) => each[language]));
  tell.add(
    ["rules", name, "cap"],
    "cap-never",
    `is reached in none of ${draws} draws over the ${years} years looked ahead; ${waits.length === 0 ? "it changes nothing" : `nothing ends there, and what waits for it always comes: ${en.join(" and ")}`}`,
    `考察期 ${years} 年内，${draws} 次模拟均未达到；${waits.length === 0 ? "该上限不起作用" : `分享不会因此结束，以其为前提的条款必然生效：${zh.join("、")}`}`,
    { en: "lower it, or leave it out (drop: [cap])", zh: "请调低上限，或将其删去（drop: [cap]）" },
  );
}

function tellLeast({ name }: SharingRule, draws: number, tell: Tell): void {
  tell.add(
    ["rules", name, "qualifies", "least"],
    "least-never",
    `every enterprise that the rule covers is at or above it in each of ${draws} draws; here it decides nothing`,
    `${draws} 次模拟中，规则所及企业均不低于此门槛，在本协议中不起作用`,
  );
}
