import { approximate, isWhole, ratioText, sumOf, yuanText } from "./money.ts";
import { drawnUnder } from "./quantities.ts";
import type { BetRule, Rule, Shares, SharingRule } from "./rule.ts";
import type { RuleWritten } from "./rule-schema.ts";
import type { Deal } from "./schema.ts";
import type { Path, Tell } from "./tell.ts";

const roles = ["origin", "host"];

/** Contradictions within a rule: what its clauses say together that none says alone. */
export function checkRule(rule: Rule, deal: Deal, tell: Tell): void {
  const path = ["rules", rule.name];
  const known = Object.keys(deal.parties);
  const party = (at: Path, who: string, allowed: readonly string[]) => {
    if (!allowed.includes(who)) tell.unknown(at, who, allowed, "party");
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
    for (const [who, { capacity, people, first, now, rate }] of Object.entries(towns)) {
      const at = [...path, "pool", "towns", who];
      if (capacity <= 0n || people <= 0)
        tell.add(at, "town-empty", "people and capacity are expected to be more than 0", "人口与财政能力应大于 0");
      if (first < 0n || now < 0n || rate.n < 0n)
        tell.add(at, "town-negative", "tax bases and the rate are expected to be at least 0", "税基与税率应不小于 0");
    }
    return;
  }
  if (rule.kind === "bet") {
    party([...path, "bet", "upstream"], rule.upstream, known);
    party([...path, "bet", "downstream"], rule.downstream, known);
    checkBet(rule, deal, [...path, "bet"], tell);
    return;
  }
  adds([...path, "split"], rule.split);
  if (rule.inputs !== undefined) adds([...path, "inputs"], rule.inputs);
  for (const [what, shares] of Object.entries(rule.counted)) adds([...path, "counted", what], shares);
  party([...path, "payer"], rule.payer, [...roles, ...known]);
  if (rule.grant !== undefined) party([...path, "grant", "payer"], rule.grant.payer, [...known, "centre"]);
  if (rule.audit !== undefined)
    party([...path, "audit", "by"], rule.audit.by, [...roles, ...known, "mediator", "centre"]);
  checkCap(deal.rules[rule.name].cap, [...path, "cap"], tell);
  contradictions(rule, path, tell);
}

/** A cap is of one kind: what is written of the other would be passed over. */
function checkCap(cap: RuleWritten["cap"], path: Path, tell: Tell): void {
  if (cap === undefined) return;
  const [own, other] = cap.of === "base" ? (["times", "amount"] as const) : (["amount", "times"] as const);
  if (cap[other] === undefined) return;
  tell.add(
    [...path, other],
    "cap-other",
    `does not belong to a cap of ${cap.of}, expected ${own}`,
    `不属于 of: ${cap.of} 的上限，应写 ${own}`,
    {
      en: "write { of: base, times: 80% } or { of: amount, amount: 30000000 }",
      zh: "请写 { of: base, times: 80% } 或 { of: amount, amount: 30000000 }",
    },
  );
}

function checkBet(rule: BetRule, deal: Deal, path: Path, tell: Tell): void {
  const { upstream, downstream, stake, measured } = rule;
  if (upstream === downstream)
    tell.add(
      path,
      "party-twice",
      `${upstream} stands on both sides, expected two parties`,
      `${upstream} 同时在两侧，应为两方`,
    );
  if (stake <= 0n)
    tell.add(
      [...path, "stake"],
      "stake-nothing",
      `is ${yuanText(stake)}, expected more than 0`,
      `为 ${yuanText(stake)}，应大于 0`,
    );
  measured.forEach(({ year, index }, at) => {
    if (measured.findIndex((each) => each.year === year) !== at)
      tell.add(
        [...path, "measured", at, "year"],
        "year-twice",
        `is ${year}, which is there already; expected each year once`,
        `为 ${year}，已出现过，每年只应有一个指数`,
      );
    const [drawn] = drawnUnder(deal, index);
    if (drawn !== undefined)
      tell.add(
        [...path, "measured", at, "index"],
        "measured-drawn",
        `rests on ${drawn}, which is drawn; expected what was measured: a number, or a figure of the study`,
        `依赖随机假设 ${drawn}；应为实测值：数字，或研究中的数据`,
        { en: "what is not known yet belongs in bet.index", zh: "尚未测得的指数请写在 bet.index" },
      );
  });
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
      sum.n === 100n * sum.d
        ? { en: "write 60% or 0.6 for sixty in a hundred, not 60", zh: "百分之六十请写 60% 或 0.6，而非 60" }
        : { en: "lower one of the shares", zh: "请调低其中一方的份额" },
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
