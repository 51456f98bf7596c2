import type { Problem } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Locate } from "../study/locate.ts";
import { checkDraft, checkRule } from "./check-rules.ts";
import { isDrawn } from "./draw-quantities.ts";
import { figureCell } from "./figure-cell.ts";
import { approximate, ratioOf } from "./money.ts";
import { monthOf } from "./month.ts";
import { paymentsOf } from "./payments.ts";
import { checkQuantities, type FigureValue } from "./quantities.ts";
import { resolveRules } from "./resolve-rules.ts";
import type { Rule } from "./rule.ts";
import type { Assumption, Deal } from "./schema.ts";
import { settle } from "./settle.ts";
import { clauseValue } from "./smallest-change.ts";
import { located, Tell } from "./tell.ts";

export interface CheckedDeal {
  readonly problems: readonly Problem[];
  /** What a reader should know, but can live with. */
  readonly notes: readonly Problem[];
  readonly rules: ReadonlyMap<string, Rule>;
  /** Assumptions in an order in which each can be computed. */
  readonly order: readonly string[];
}

/** Checks a deal as a whole, from names to gaps, overlaps and contradictions of its rules. Every problem is collected. */
export function checkDeal(
  deal: Deal,
  locate: Locate,
  figures: ReadonlyMap<string, FigureValue> = new Map(),
): CheckedDeal {
  const [tell, notes] = [new Tell(), new Tell()];
  checkParties(deal, tell, notes);
  checkRates(deal, tell);
  checkAssumptions(deal, tell);
  checkEnterprises(deal, tell);
  checkFlows(deal, tell);
  const order = checkQuantities(deal, figures, tell);
  const rules = resolveRules(deal, tell);
  for (const rule of rules.values()) checkRule(rule, deal, tell);
  checkDrafts(deal, rules, tell, notes);
  for (const [name, enterprise] of Object.entries(deal.enterprises)) {
    paymentsOf(name, enterprise, tell);
    checkSpans(deal, name, rules, tell);
  }
  const once = new Map(tell.problems.map((problem) => [`${problem.code}/${problem.text.en}`, problem]));
  const told = new Map(notes.problems.map((problem) => [`${problem.code}/${problem.text.en}`, problem]));
  return {
    problems: [...once.values()].map((problem) => located(problem, locate)),
    notes: [...told.values()].map((problem) => located(problem, locate)),
    rules,
    order,
  };
}

/** Payments that lie on both sides of a year of sharing. */
function checkSpans({ enterprises }: Deal, name: string, rules: ReadonlyMap<string, Rule>, tell: Tell): void {
  for (const rule of rules.values()) {
    if (rule.kind === "pool" || rule.kind === "bet") continue;
    const own = new Tell();
    settle(rule, name, enterprises[name], own);
    tell.problems.push(...own.problems.filter(({ code }) => code === "period-astride"));
  }
}

/** Rates at which there is no present value, or nothing that could be had. */
function checkRates({ discount, seek }: Deal, tell: Tell): void {
  const rate = ratioOf(discount);
  if (rate !== undefined && approximate(rate) <= -1)
    tell.add(
      ["discount"],
      "discount-too-low",
      `is ${discount}, expected more than -100%`,
      `为 ${discount}，应大于 -100%`,
    );
  const confidence = seek === undefined ? undefined : ratioOf(seek.confidence);
  if (confidence !== undefined && (approximate(confidence) <= 0 || approximate(confidence) > 1))
    tell.add(
      ["seek", "confidence"],
      "confidence-outside",
      `is ${seek?.confidence}, expected more than 0% and at most 100%`,
      `为 ${seek?.confidence}，应大于 0%、至多 100%`,
    );
}

function checkParties({ parties, table, drafts, against }: Deal, tell: Tell, notes: Tell): void {
  const names = Object.keys(parties);
  if (names.length < 2)
    tell.add(
      ["parties"],
      "parties-few",
      `there is ${names.length} party, expected at least 2`,
      `只有 ${names.length} 方，至少应有 2 方`,
    );
  names.forEach((name, at) => {
    const { place, title, outside } = parties[name];
    const twin = names
      .slice(0, at)
      .find((other) => (place !== undefined && parties[other].place === place) || parties[other].title.en === title.en);
    if (twin !== undefined)
      tell.add(
        ["parties", name],
        "party-twice",
        `${name} and ${twin} are the same party (${place ?? title.en}), expected each party once`,
        `${name} 与 ${twin} 是同一方（${place ?? title.zh}），每一方只应出现一次`,
        { en: "take one of them out", zh: "请删去其中一个" },
      );
    if (outside === undefined)
      notes.add(
        ["parties", name],
        "no-outside-option",
        "no outside option is stated: without the deal it is taken to have nothing beside what the flows call forgone",
        "未写明外部选项：没有协议时，除 flows 中标明放弃的部分外，视为一无所得",
        {
          en: "say outside: AMOUNT, the present value of what it has without the deal",
          zh: "可写 outside: 金额（没有协议时所得的现值）",
        },
      );
  });
  if (["centre", "origin", "host", "mediator"].some((word) => names.includes(word)))
    tell.add(
      ["parties"],
      "party-reserved",
      "origin, host, centre and mediator have a meaning of their own in a deal, expected other names",
      "origin、host、centre、mediator 在协议中另有含义，参与方应另取名称",
    );
  for (const [key, draft] of Object.entries({ table, against }))
    if (draft !== undefined && !Object.hasOwn(drafts, draft))
      unknown([key], draft, Object.keys(drafts), "draft", "方案", tell);
}

function unknown(
  path: (string | number)[],
  given: string,
  known: readonly string[],
  what: string,
  zh: string,
  tell: Tell,
): void {
  tell.add(
    path,
    `${what}-unknown`,
    `there is no ${what} ${given}, expected one of ${known.join(", ")}`,
    `没有${zh} ${given}，应为 ${known.join("、")} 之一`,
    suggestion(given, known),
  );
}

const forms = ["value", "expr", "triangular", "lognormal", "uniform"] as const;

function checkAssumptions({ assumed, figures, together }: Deal, tell: Tell): void {
  for (const [name, assumption] of Object.entries(assumed)) {
    const path = ["assumed", name];
    const given = forms.filter((form) => assumption[form] !== undefined);
    if (given.length !== 1)
      tell.add(
        path,
        "assumption-form",
        `has ${given.length === 0 ? "no number" : given.join(" and ")}, expected exactly one of ${forms.join(", ")}`,
        `${given.length === 0 ? "没有数值" : `同时写了 ${given.join("、")}`}，应恰好写其一：${forms.join("、")}`,
      );
    checkForm(path, assumption, tell);
  }
  for (const [name, { from }] of Object.entries(figures))
    if (figureCell(from) === undefined)
      tell.add(
        ["figures", name, "from"],
        "figure-form",
        `is ${from}, expected study/ANALYSIS.SCALAR, study/ANALYSIS.TABLE[KEYS].COLUMN or study/DATASET[KEYS].COLUMN`,
        `为 ${from}，应为 study/分析.标量、study/分析.表[主键].列 或 study/数据集[主键].列`,
      );
  together.forEach(({ of }, at) => {
    const fixed = of.find((name) => !Object.hasOwn(assumed, name) || !isDrawn(assumed[name]));
    if (fixed !== undefined)
      tell.add(
        ["together", at, "of"],
        "not-drawn",
        `${fixed} is not drawn, expected assumptions with triangular, lognormal or uniform`,
        `${fixed} 不是随机假设，应为 triangular、lognormal 或 uniform`,
      );
  });
}

function checkForm(path: string[], { triangular, lognormal, uniform }: Assumption, tell: Tell): void {
  if (triangular !== undefined && !(triangular[0] <= triangular[1] && triangular[1] <= triangular[2]))
    tell.add(
      [...path, "triangular"],
      "not-rising",
      `is ${triangular.join(", ")}, expected least, likeliest, most`,
      `为 ${triangular.join("、")}，应依次为最小、最可能、最大`,
    );
  if (uniform !== undefined && uniform[0] > uniform[1])
    tell.add(
      [...path, "uniform"],
      "not-rising",
      `is ${uniform.join(", ")}, expected least and most`,
      `为 ${uniform.join("、")}，应依次为最小、最大`,
    );
  if (lognormal !== undefined && !(lognormal[0] > 0 && lognormal[1] >= 1))
    tell.add(
      [...path, "lognormal"],
      "not-lognormal",
      `is ${lognormal.join(", ")}, expected a median above 0 and a factor of at least 1`,
      `为 ${lognormal.join("、")}，应为大于 0 的中位数与不小于 1 的倍数`,
    );
}

function checkEnterprises({ enterprises, parties }: Deal, tell: Tell): void {
  const known = Object.keys(parties);
  for (const [name, { moves, left, expected }] of Object.entries(enterprises)) {
    let before: number | undefined;
    if (expected !== undefined && moves.length > 1)
      tell.add(
        ["enterprises", name, "expected"],
        "expected-one-move",
        `looks ahead at ${moves.length} moves, expected one: what is paid is settled over many moves, what is expected over one`,
        `预期涉及 ${moves.length} 次迁移，应为一次：已缴税款可按多次迁移结算，预期只能按一次`,
        { en: "write each move as an enterprise of its own", zh: "请将每次迁移写为一家企业" },
      );
    moves.forEach((move, at) => {
      const path = ["enterprises", name, "moves", at];
      for (const end of ["from", "to"] as const)
        if (!known.includes(move[end])) unknown([...path, end], move[end], known, "party", "参与方", tell);
      if (move.from === move.to)
        tell.add(
          [...path, "to"],
          "move-nowhere",
          `is ${move.to}, which it leaves; expected another party`,
          `为 ${move.to}，与迁出地相同，应为另一方`,
        );
      const [registered, produces] = [
        readMonth([...path, "registered"], move.registered, tell),
        readMonth([...path, "produces"], move.produces, tell),
      ];
      if (registered !== undefined && produces !== undefined && produces < registered - 600)
        tell.add(
          [...path, "produces"],
          "dates-apart",
          "lies fifty years before the change of registration",
          "早于登记变更五十年以上",
        );
      if (before !== undefined && registered !== undefined && registered <= before)
        tell.add(
          [...path, "registered"],
          "moves-order",
          `is ${move.registered}, expected a month after the move before it`,
          `为 ${move.registered}，应晚于前一次迁移`,
        );
      before = registered ?? before;
    });
    const gone = readMonth(["enterprises", name, "left"], left, tell);
    if (gone !== undefined && before !== undefined && gone <= before)
      tell.add(
        ["enterprises", name, "left"],
        "moves-order",
        `is ${left}, expected a month after its last move`,
        `为 ${left}，应晚于最后一次迁移`,
      );
  }
}

function readMonth(path: (string | number)[], written: string | undefined, tell: Tell): number | undefined {
  if (written === undefined) return undefined;
  const month = monthOf(written);
  if (month === undefined)
    tell.add(
      path,
      "month-unreadable",
      `is ${written}, expected a month such as 2016-05`,
      `为 ${written}，应为月份，如 2016-05`,
    );
  return month;
}

function checkFlows({ flows, parties, enterprises, years: horizon }: Deal, tell: Tell): void {
  flows.forEach(({ party, needs = [], follows, years: [first, last] }, at) => {
    const path = ["flows", at];
    for (const who of [party, ...needs])
      if (!Object.hasOwn(parties, who)) unknown(path, who, Object.keys(parties), "party", "参与方", tell);
    if (follows !== undefined && !Object.hasOwn(enterprises, follows))
      unknown([...path, "follows"], follows, Object.keys(enterprises), "enterprise", "企业", tell);
    if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last <= horizon))
      tell.add(
        [...path, "years"],
        "years-outside",
        `is ${first}, ${last}, expected whole years from 1 to ${horizon}, in order`,
        `为 ${first}、${last}，应为 1 至 ${horizon} 之间的整数年，先后有序`,
      );
  });
}

function checkDrafts(deal: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell, notes: Tell): void {
  const { drafts, parties, seek, mediator } = deal;
  const known = Object.keys(deal.rules);
  if (Object.keys(drafts).length === 0)
    tell.add(["drafts"], "drafts-none", "there is no draft, expected at least one", "没有任何方案，至少应有一个");
  for (const [name, { rules: own, by }] of Object.entries(drafts)) {
    own.forEach((rule, at) => {
      if (!known.includes(rule)) unknown(["drafts", name, "rules", at], rule, known, "rule", "规则", tell);
      if (own.indexOf(rule) !== at)
        tell.add(
          ["drafts", name, "rules", at],
          "rule-twice",
          `${rule} is there twice, expected each rule once`,
          `${rule} 出现两次，每条规则只应出现一次`,
        );
    });
    const who = [...Object.keys(parties), ...(mediator === undefined ? [] : ["mediator"])];
    if (by !== undefined && !who.includes(by)) unknown(["drafts", name, "by"], by, who, "party", "参与方", tell);
    checkDraft(name, deal, rules, tell, notes);
  }
  if (seek?.draft !== undefined && !Object.hasOwn(drafts, seek.draft))
    unknown(["seek", "draft"], seek.draft, Object.keys(drafts), "draft", "方案", tell);
  checkSeek(deal, rules, tell);
  if (seek?.rule !== undefined && !known.includes(seek.rule))
    unknown(["seek", "rule"], seek.rule, known, "rule", "规则", tell);
}

/** A clause that the draft's rule does not have cannot be changed. */
function checkSeek({ seek, drafts, table }: Deal, rules: ReadonlyMap<string, Rule>, tell: Tell): void {
  if (seek === undefined) return;
  const own = drafts[seek.draft ?? table ?? (Object.keys(drafts).at(-1) as string)]?.rules ?? [];
  const found = own.flatMap((name) => {
    const rule = rules.get(name);
    const isMeant = seek.rule === undefined || seek.rule === name;
    return rule !== undefined && isMeant && (rule.kind === "sharing" || rule.kind === "enclave") ? [rule] : [];
  });
  if (found.length === 0 || clauseValue(found[0], seek.clause) !== undefined) return;
  tell.add(
    ["seek", "clause"],
    "seek-nothing",
    `is ${seek.clause}, which ${found[0].name} does not have; expected a clause that it has`,
    `为 ${seek.clause}，而 ${found[0].name} 没有该条款`,
  );
}
