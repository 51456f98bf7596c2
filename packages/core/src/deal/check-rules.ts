import { approximate, isWhole, ratioText, sumOf, yuanText } from "./money.ts";
import { monthOf, monthText } from "./month.ts";
import type { Rule, Shares, SharingRule } from "./rule.ts";
import type { Deal, Move } from "./schema.ts";
import { clockOf } from "./settle.ts";
import { existed, taxWords } from "./taxes.ts";
import type { Tell } from "./tell.ts";

type Path = readonly (string | number)[];
const roles = ["origin", "host"];

/** Contradictions within a rule: what its clauses say together that none says alone. */
export function checkRule(rule: Rule, { parties }: Deal, tell: Tell): void {
  const path = ["rules", rule.name];
  const known = Object.keys(parties);
  const party = (at: Path, who: string, allowed: readonly string[]) => {
    if (!allowed.includes(who))
      tell.add(
        at,
        "party-unknown",
        `${who} is no party, expected one of ${allowed.join(", ")}`,
        `${who} 不是参与方，应为 ${allowed.join("、")} 之一`,
      );
  };
  const adds = (at: Path, shares: Shares) => {
    for (const who of Object.keys(shares)) party([...at, who], who, [...roles, ...known]);
    checkSum(at, shares, tell);
  };
  if (rule.kind === "pool") {
    const { share, towns } = rule;
    for (const who of Object.keys(towns)) party([...path, "pool", "towns", who], who, known);
    if (approximate(share) < 0 || approximate(share) > 1)
      tell.add(
        [...path, "pool", "share"],
        "pays-out-more",
        `is ${ratioText(share)}, expected 0% to 100%`,
        `为 ${ratioText(share)}，应在 0% 至 100% 之间`,
      );
    for (const [who, { capacity, people }] of Object.entries(towns))
      if (capacity <= 0n || people <= 0)
        tell.add(
          [...path, "pool", "towns", who],
          "town-empty",
          "people and capacity are expected to be more than 0",
          "人口与财政能力应大于 0",
        );
    return;
  }
  if (rule.kind === "bet") {
    party([...path, "bet", "upstream"], rule.upstream, known);
    party([...path, "bet", "downstream"], rule.downstream, known);
    if (rule.upstream === rule.downstream)
      tell.add(
        [...path, "bet"],
        "party-twice",
        `${rule.upstream} stands on both sides, expected two parties`,
        `${rule.upstream} 同时在两侧，应为两方`,
      );
    if (rule.stake <= 0n)
      tell.add(
        [...path, "bet", "stake"],
        "stake-nothing",
        `is ${yuanText(rule.stake)}, expected more than 0`,
        `为 ${yuanText(rule.stake)}，应大于 0`,
      );
    return;
  }
  adds([...path, "split"], rule.split);
  if (rule.inputs !== undefined) adds([...path, "inputs"], rule.inputs);
  for (const [what, shares] of Object.entries(rule.counted)) adds([...path, "counted", what], shares);
  party([...path, "payer"], rule.payer, [...roles, ...known]);
  if (rule.grant !== undefined) party([...path, "grant", "payer"], rule.grant.payer, [...known, "centre"]);
  if (rule.audit !== undefined)
    party([...path, "audit", "by"], rule.audit.by, [...roles, ...known, "mediator", "centre"]);
  contradictions(rule, path, tell);
}

function checkSum(path: Path, shares: Shares, tell: Tell): void {
  const sum = sumOf(Object.values(shares));
  const negative = Object.entries(shares).find(([, { n }]) => n < 0n);
  if (negative !== undefined)
    tell.add(
      [...path, negative[0]],
      "share-negative",
      `is ${ratioText(negative[1])}, expected at least 0%`,
      `为 ${ratioText(negative[1])}，应不小于 0%`,
    );
  if (isWhole(sum)) return;
  const listed = Object.entries(shares).map(([who, share]) => `${who} ${ratioText(share)}`);
  if (approximate(sum) > 1)
    tell.add(
      path,
      "pays-out-more",
      `the shares add up to ${ratioText(sum)}: the rule pays out more than comes in (${listed.join(", ")}); expected 100%`,
      `各方份额合计 ${ratioText(sum)}：支出超过收入（${listed.join("、")}），应为 100%`,
      { en: "lower one of the shares", zh: "请调低其中一方的份额" },
    );
  else
    tell.add(
      path,
      "shares-not-one",
      `the shares add up to ${ratioText(sum)}, which leaves a part to nobody (${listed.join(", ")}); expected 100%`,
      `各方份额合计 ${ratioText(sum)}，余下部分无人所得（${listed.join("、")}），应为 100%`,
      { en: "say who has the rest", zh: "请写明余下部分归谁" },
    );
}

function contradictions(rule: SharingRule, path: Path, tell: Tell): void {
  const { cap, extension, grant, late, exit, qualifies } = rule;
  if (cap === undefined && (extension > 0 || grant !== undefined)) {
    const [clause, zh] = extension > 0 ? ["extension", "延长"] : ["grant", "补助"];
    tell.add(
      [...path, clause],
      "clause-never",
      `${clause} waits for a cap that has not been reached, and the rule has no cap`,
      `${zh}条款以“未达到上限”为前提，而规则没有上限`,
      { en: `add a cap, or take ${clause} out`, zh: "请补充上限，或删去该条款" },
    );
  }
  if (cap?.of === "amount" && cap.amount <= 0n)
    tell.add(
      [...path, "cap", "amount"],
      "cap-nothing",
      `is ${yuanText(cap.amount)}: nothing would ever be shared`,
      `为 ${yuanText(cap.amount)}：将永远不分享`,
    );
  if (cap?.of === "base" && cap.times.n <= 0n)
    tell.add(
      [...path, "cap", "times"],
      "cap-nothing",
      `is ${ratioText(cap.times)}: nothing would ever be shared`,
      `为 ${ratioText(cap.times)}：将永远不分享`,
    );
  const negative: readonly (readonly [string, string, string])[] = [
    ...(late !== undefined && late.rate.n < 0n ? [["late", "rate", ratioText(late.rate)] as const] : []),
    ...(exit !== undefined && exit.repays.n < 0n ? [["exit", "repays", ratioText(exit.repays)] as const] : []),
    ...(grant !== undefined && grant.amount < 0n ? [["grant", "amount", yuanText(grant.amount)] as const] : []),
  ];
  for (const [clause, part, is] of negative)
    tell.add([...path, clause, part], "clause-negative", `is ${is}, expected at least 0`, `为 ${is}，应不小于 0`);
  if (exit !== undefined && approximate(exit.repays) > 1)
    tell.add(
      [...path, "exit", "repays"],
      "pays-out-more",
      `is ${ratioText(exit.repays)}: more would be paid back than was received; expected at most 100%`,
      `为 ${ratioText(exit.repays)}：退回超过所得，应不超过 100%`,
    );
  if (qualifies.least !== undefined && qualifies.least < 0n)
    tell.add(
      [...path, "qualifies", "least"],
      "least-negative",
      `is ${yuanText(qualifies.least)}, expected at least 0`,
      `为 ${yuanText(qualifies.least)}，应不小于 0`,
    );
}

/** Gaps and overlaps of the rules of a draft: every enterprise that moves is under one rule and no tax is shared twice. */
export function checkDraft(draft: string, deal: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell, notes: Tell): void {
  const own = deal.drafts[draft].rules.flatMap((name) => {
    const rule = rules.get(name);
    return rule === undefined || rule.kind === "pool" || rule.kind === "bet" ? [] : [rule];
  });
  for (const name of deal.drafts[draft].rules) {
    const rule = rules.get(name);
    if (rule?.kind === "bet" && rule.index === undefined)
      notes.add(
        ["rules", name],
        "index-none",
        "no index is stated: the bet is read back in words, and what it pays in which year is not reckoned",
        "未写明指数：只以文字说明，不计算各年支付",
        { en: "say bet.index, a number or the name of an assumption", zh: "可写 bet.index（数值或假设名称）" },
      );
  }
  for (const [name, { moves, expected, paid }] of Object.entries(deal.enterprises)) {
    moves.forEach((move, at) => {
      const under = own.filter((rule) => mayApply(rule, move));
      const path = ["enterprises", name, "moves", at];
      if (under.length === 0 && own.length > 0)
        notes.add(
          path,
          "no-rule",
          `no rule of draft ${draft} covers this move: its tax stays with ${move.to}`,
          `方案 ${draft} 中没有规则适用于此次迁移：税收归 ${move.to}`,
        );
      under.forEach((rule, first) => {
        for (const other of under.slice(first + 1)) {
          const both = rule.taxes.filter((tax) => other.taxes.includes(tax));
          if (both.length === 0) continue;
          tell.add(
            ["drafts", draft, "rules"],
            "rules-overlap",
            `${rule.name} and ${other.name} both share the ${both.map((tax) => taxWords[tax].en).join(" and ")} of ${name}, expected one rule for each tax`,
            `${rule.name} 与 ${other.name} 都分享 ${name} 的${both.map((tax) => taxWords[tax].zh).join("和")}，每种税只应适用一条规则`,
            { en: "narrow who qualifies, or the taxes, of one of them", zh: "请收窄其中一条的适用企业或税种" },
          );
        }
        checkClock(rule, move, path, expected !== undefined || paid.length > 0, tell, notes);
      });
    });
  }
}

function mayApply({ qualifies }: SharingRule, move: Move): boolean {
  return (["led", "fits", "listed"] as const).every(
    (test) => qualifies[test] === undefined || qualifies[test] === move[test],
  );
}

/** A clock that cannot begin, and taxes that had ended before it did. */
function checkClock(rule: SharingRule, move: Move, path: Path, hasTax: boolean, tell: Tell, notes: Tell): void {
  const clock = clockOf(rule, move);
  if (clock === undefined) {
    if (hasTax && monthOf(move.registered) !== undefined && move.produces === undefined)
      tell.add(
        [...path, "produces"],
        "clock-without-date",
        `the clock of ${rule.name} waits for production, and the move does not say when; expected a month such as 2016-05`,
        `${rule.name} 的起算以达产为前提，而此次迁移未写明达产月份（如 2016-05）`,
      );
    return;
  }
  for (const tax of rule.taxes) {
    const { from, to } = existed(tax);
    const { en, zh } = taxWords[tax];
    if (clock < from)
      tell.add(
        [...path, "produces"],
        "date-before-tax",
        `the clock of ${rule.name} begins in ${monthText(clock)}, before there was ${en} to share (${monthText(from)})`,
        `${rule.name} 于 ${monthText(clock)} 起算，早于${zh}可分享的时间（${monthText(from)}）`,
      );
    else if (clock > to)
      notes.add(
        path,
        "tax-ended",
        `${en} ended in ${monthText(to)}, before the clock begins (${monthText(clock)}): there is none to share`,
        `${zh}已于 ${monthText(to)} 停征，早于起算时间（${monthText(clock)}），无可分享`,
      );
  }
}
