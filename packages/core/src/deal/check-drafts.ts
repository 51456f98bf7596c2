import { clockOf } from "./clock.ts";
import { monthOf, monthText } from "./month.ts";
import { coversMove } from "./qualify.ts";
import { drawnUnder } from "./quantities.ts";
import { isSharing, type Rule, rulesOf, type SharingRule, type Statistic } from "./rule.ts";
import type { Deal, Move } from "./schema.ts";
import { clauseValue } from "./smallest-change.ts";
import { existed, taxWords } from "./taxes.ts";
import type { Path, Tell } from "./tell.ts";
import { yearlyDrawn } from "./yearly.ts";

/** Drafts name rules that there are, once each, and what is sought can be changed. */
export function checkDrafts(deal: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell, notes: Tell): void {
  const { drafts, parties, seek, mediator } = deal;
  const known = Object.keys(deal.rules);
  if (Object.keys(drafts).length === 0)
    tell.add(["drafts"], "drafts-none", "there is no draft, expected at least one", "没有任何方案，至少应有一个");
  for (const [name, { rules: own, by }] of Object.entries(drafts)) {
    own.forEach((rule, at) => {
      if (!known.includes(rule)) tell.unknown(["drafts", name, "rules", at], rule, known, "rule");
      if (own.indexOf(rule) !== at)
        tell.add(
          ["drafts", name, "rules", at],
          "rule-twice",
          `${rule} is there twice, expected each rule once`,
          `${rule} 出现两次，每条规则只应出现一次`,
        );
    });
    const who = [...Object.keys(parties), ...(mediator === undefined ? [] : ["mediator"])];
    if (by !== undefined && !who.includes(by)) tell.unknown(["drafts", name, "by"], by, who, "party");
    checkDraft(name, deal, rules, tell, notes);
  }
  if (seek?.draft !== undefined && !Object.hasOwn(drafts, seek.draft))
    tell.unknown(["seek", "draft"], seek.draft, Object.keys(drafts), "draft");
  checkSeek(deal, rules, tell);
  if (seek?.rule !== undefined && !known.includes(seek.rule)) tell.unknown(["seek", "rule"], seek.rule, known, "rule");
}

/** A clause that the draft's rule does not have cannot be changed. */
function checkSeek({ seek, drafts, table }: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell): void {
  if (seek === undefined) return;
  const own = drafts[seek.draft ?? table ?? (Object.keys(drafts).at(-1) as string)]?.rules ?? [];
  const found = own.flatMap((name) => {
    const rule = rules.get(name);
    const isMeant = seek.rule === undefined || seek.rule === name;
    return isMeant && isSharing(rule) ? [rule] : [];
  });
  if (found.length === 0) {
    const draft = seek.draft ?? table ?? Object.keys(drafts).at(-1);
    const isTold = [...own, ...(seek.rule === undefined ? [] : [seek.rule])].some((name) => !rules.has(name));
    if (own.length > 0 && !isTold)
      tell.add(
        ["seek"],
        "seek-no-rule",
        `there is no rule ${seek.rule === undefined ? "" : `${seek.rule} `}that shares tax in draft ${draft}, expected one whose ${seek.clause} can be changed`,
        `方案 ${draft} 中没有${seek.rule === undefined ? "" : ` ${seek.rule} 这一`}分享税收的规则，无从改动 ${seek.clause}`,
      );
    return;
  }
  if (clauseValue(found[0], seek.clause) !== undefined) return;
  tell.add(
    ["seek", "clause"],
    "seek-nothing",
    `is ${seek.clause}, which ${found[0].name} does not have; expected a clause that it has`,
    `为 ${seek.clause}，而 ${found[0].name} 没有该条款`,
  );
}

/** Gaps and overlaps of the rules of a draft: every enterprise that moves is under one rule and no tax is shared twice. */
function checkDraft(draft: string, deal: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell, notes: Tell): void {
  const own = rulesOf(deal.drafts, rules, draft).filter(isSharing);
  for (const name of deal.drafts[draft].rules) {
    const rule = rules.get(name);
    if (rule?.kind === "bet" && rule.index === undefined && rule.measured.length === 0)
      notes.add(
        ["rules", name],
        "index-none",
        "no index is stated: the bet is read back in words, and what it pays in which year is not reckoned",
        "未写明指数：只以文字说明，不计算各年支付",
        {
          en: "say bet.measured, the indices of years that are over, or bet.index, that of years ahead",
          zh: "可写 bet.measured（已结束年度的指数）或 bet.index（未来年度的指数）",
        },
      );
  }
  tellOnce(deal, rules, deal.drafts[draft].rules, notes);
  for (const [name, { moves, expected, paid }] of Object.entries(deal.enterprises)) {
    moves.forEach((move, at) => {
      const under = own.filter((rule) => coversMove(rule, move));
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
          tellCountedTwice(draft, name, [rule, other], tell);
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

/** An index is drawn anew each year, but for what the deal rests on elsewhere too. */
function tellOnce(deal: Deal, rules: ReadonlyMap<string, Rule>, names: readonly string[], notes: Tell): void {
  const yearly = yearlyDrawn(deal);
  for (const name of names) {
    const rule = rules.get(name);
    if (rule?.kind !== "bet" || rule.index === undefined) continue;
    const once = drawnUnder(deal, rule.index).filter((each) => !yearly.has(each));
    if (once.length === 0) continue;
    notes.add(
      ["rules", name, "bet", "index"],
      "index-once",
      `rests on ${once.join(", ")}, which the deal uses elsewhere too: drawn once, it is the same in all years of a draw`,
      `依赖 ${once.join("、")}，协议别处也用到：每次模拟只抽取一次，各年相同`,
      {
        en: "give the index an assumption of its own to have it drawn anew each year; together correlates the two",
        zh: "若要逐年抽取，请为指数另设一项假设；两者的相关可写在 together",
      },
    );
  }
}

/** What counts where is said once. */
function tellCountedTwice(
  draft: string,
  name: string,
  [rule, other]: readonly [SharingRule, SharingRule],
  tell: Tell,
): void {
  const both = (Object.keys(rule.counted) as Statistic[]).filter((what) => other.counted[what] !== undefined);
  if (both.length === 0) return;
  tell.add(
    ["drafts", draft, "rules"],
    "counted-overlap",
    `${rule.name} and ${other.name} both say where ${both.join(" and ")} of ${name} is counted, expected one of them`,
    `${rule.name} 与 ${other.name} 都规定了 ${name} 的 ${both.join("、")} 统计归属，应只由一条规则规定`,
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
