import type { Finding } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { foremost, percent } from "../contract/saying.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { FundResult } from "./fund-allocation.ts";

export const ruleWords = {
  equal: { en: "equal shares", zh: "均等分配" },
  need: { en: "need formula", zh: "需求公式" },
  "alpha-fair": { en: "alpha-fair", zh: "α-公平" },
  "max-min": { en: "best of the worst off", zh: "最大最小公平" },
  "greatest-sum": { en: "greatest sum", zh: "总效果最大" },
} as const satisfies Record<string, Text>;
export type FundRule = keyof typeof ruleWords;
export const ruleNames = Object.keys(ruleWords) as FundRule[];

const held = {
  floor: { en: "at its floor", zh: "达下限" },
  cap: { en: "at its cap", zh: "达上限" },
  free: { en: "between", zh: "区间内" },
} as const satisfies Record<string, Text>;

interface Row {
  readonly place: string;
  readonly rule: FundRule;
  readonly amount: number;
  readonly share: number;
  readonly perSize: number | undefined;
  readonly outcome: number;
  readonly held: keyof typeof held;
}

/** Of the budget: amounts nearer to a limit are at it. */
const near = 1e-9;

function rowsOf({ parties, amounts, budget }: FundResult): Row[] {
  return ruleNames.flatMap((rule) =>
    (amounts[rule] ?? []).map((amount, at): Row => {
      const { place, size, benefit, floor, cap } = parties[at];
      const least = near * budget;
      return {
        place,
        rule,
        amount,
        share: amount / budget,
        perSize: size > 0 ? amount / size : undefined,
        outcome: amount * benefit,
        held: amount >= cap - least ? "cap" : floor > 0 && amount <= floor + least ? "floor" : "free",
      };
    }),
  );
}

export function allocationTables(
  result: FundResult,
  { money, benefit, hasSize }: { money: string; benefit: string; hasSize: boolean },
): Table[] {
  const rows = rowsOf(result);
  const rule = codeOf<{ rule: FundRule }>(
    "rule",
    { en: "rule", zh: "规则" },
    (row) => row.rule,
    (row) => ruleWords[row.rule],
  );
  const tables: Table[] = [];
  if (rows.length > 0) {
    const spans = ruleNames.flatMap((name) => {
      const own = rows.filter((row) => row.rule === name);
      if (own.length === 0) return [];
      const heads = own.flatMap(({ perSize }) => perSize ?? []);
      const outcome = own.reduce((sum, row) => sum + row.outcome, 0);
      return [{ rule: name, outcome, least: Math.min(...heads), most: Math.max(...heads) }];
    });
    const best = Math.max(...spans.map(({ outcome }) => outcome));
    const a = hasSize ? { en: " for a unit of size", zh: "（单位规模）" } : { en: "", zh: "" };
    tables.push(
      tableOf(
        "allocations",
        ["place", "rule"],
        rows,
        [
          placeColumn,
          rule,
          numberOf<Row>("amount", money, { en: "amount", zh: "金额" }, ({ amount }) => amount),
          numberOf<Row>("share", "1", { en: "share of the budget", zh: "占预算比重" }, ({ share }) => share),
          ...(hasSize
            ? [
                numberOf<Row>(
                  "per_size",
                  "1",
                  { en: "amount for a unit of size", zh: "单位规模金额" },
                  (row) => row.perSize,
                ),
              ]
            : []),
          codeOf<Row>(
            "held",
            { en: "limit reached", zh: "触及上下限" },
            (row) => row.held,
            (row) => held[row.held],
          ),
        ],
        { title: { en: "What each rule gives", zh: "各规则下的分配" } },
      ),
      tableOf(
        "rules",
        ["rule"],
        spans,
        [
          rule,
          numberOf<(typeof spans)[number]>(
            "outcome",
            "1",
            { en: "benefit, as a share of the greatest", zh: "效果（占最大者之比）" },
            (row) => (best > 0 ? row.outcome / best : undefined),
          ),
          numberOf<(typeof spans)[number]>(
            "least",
            money,
            { en: `least amount${a.en}`, zh: `最低金额${a.zh}` },
            (row) => row.least,
          ),
          numberOf<(typeof spans)[number]>(
            "most",
            money,
            { en: `greatest amount${a.en}`, zh: `最高金额${a.zh}` },
            (row) => row.most,
          ),
        ],
        { title: { en: "Rules beside each other", zh: "规则比较" } },
      ),
    );
  }
  const { projects } = result;
  if (projects.length === 0) return tables;
  type Own = (typeof projects)[number];
  tables.push(
    tableOf(
      "projects",
      ["project"],
      projects,
      [
        labelOf<Own>("project", { en: "project", zh: "项目" }, ({ project }) => project),
        ifAny(labelOf<Own>("of", { en: "party", zh: "所属方" }, ({ of }) => of)),
        numberOf<Own>("cost", money, { en: "cost", zh: "成本" }, ({ cost }) => cost),
        numberOf<Own>("benefit", benefit, { en: "benefit", zh: "效果" }, (row) => row.benefit),
        numberOf<Own>("chosen", "1", { en: "chosen (1)", zh: "入选（1）" }, ({ isChosen }) => (isChosen ? 1 : 0)),
      ],
      { title: { en: "Projects", zh: "项目" } },
    ),
  );
  return tables;
}

export function allocationFindings(result: FundResult): Finding[] {
  const { parties, amounts, projects, budget, covered } = result;
  const findings: Finding[] = [];
  if (projects.length > 0) {
    const chosen = projects.filter(({ isChosen }) => isChosen);
    const spent = chosen.reduce((sum, { cost }) => sum + cost, 0);
    findings.push({
      text: {
        en: "{n} of {all} projects are chosen: {benefit} of all benefit for {spent} of the budget.",
        zh: "{all} 个项目中入选 {n} 个：以预算的 {spent} 取得全部效果的 {benefit}。",
      },
      values: {
        n: chosen.length,
        all: projects.length,
        benefit: percent(covered ?? 0),
        spent: percent(spent / budget),
      },
    });
  }
  const told = ruleNames.flatMap((rule) =>
    amounts[rule] === undefined ? [] : [{ rule, own: amounts[rule] as readonly number[] }],
  );
  if (parties.length < 2 || told.length === 0) return findings;
  const range = parties.map(({ place }, at) => {
    const own = told.map(({ rule, own: values }) => ({ rule, amount: values[at] })).sort((a, b) => a.amount - b.amount);
    return { place, low: own[0], high: own[own.length - 1], width: own[own.length - 1].amount - own[0].amount };
  });
  const [widest] = foremost(range, ({ width }) => width);
  if (!(widest.width > near * budget)) {
    return [...findings, { text: { en: "All rules give the same.", zh: "各规则结果相同。" }, values: {} }];
  }
  return [
    ...findings,
    {
      text: {
        en: "The choice of rule matters most to {place}: between {low} and {high} lies {width} of the budget.",
        zh: "规则的选择对{place}影响最大：“{low}”与“{high}”之间相差预算的 {width}。",
      },
      values: {
        place: { place: widest.place },
        low: { text: ruleWords[widest.low.rule] },
        high: { text: ruleWords[widest.high.rule] },
        width: percent(widest.width / budget, 1),
      },
    },
  ];
}
