/**
 * How is a joint fund paid out: alike, by need, fairly to what it does, or to the projects that do most?
 *
 *   equal shares   x_i = t             need formula   x_i = t s_i need_i^g            each held between floor and cap, t such that
 *   alpha-fair     max  sum s_i u(b_i x_i / s_i),   u(y) = y^(1 - a) / (1 - a),  log y for a = 1            the budget is paid out
 *   projects       max  sum of benefits of those chosen,  costs within the budget and the limits of each party  (knapsack)
 *
 * Of `parties` four or five rules stand side by side, none recommended: equal shares; the need formula where there is a need; alpha-fair
 * with the `alpha` asked for; its ends, the best of the worst off (max-min) and the greatest sum (where benefits differ). s is a size
 * such as people (1 for each if none), b what a unit of money does (1 if none). Of `projects` the best set is found exactly, as a
 * mixed-integer programme; of sets that do as much, the cheapest. A project is taken whole or not at all; floors
 * and caps of parties hold for their projects where these say whose they are.
 *
 * Floors that do not fit into the budget are refused with the numbers. What caps leave over is said, never pushed onto someone.
 * Gaps are refused. A party of size 0 gets its floor by every rule but equal shares, one without need by the need formula, and both are
 * said; where all others are at their caps such a rule pays out less than equal shares do, which is said too.
 *
 * @example (await fundAllocation({ parties: { place: ["a", "b"], need: [1, 3] } }, { budget: 100 }, solve)).amounts.need // [25, 75]
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Solve, type Warning } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { percent } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { allocationFindings, allocationTables, type FundRule, ruleNames, ruleWords } from "./fund-allocation-tables.ts";
import { type FundInput, projectsOf, recipientsOf, refuseFund } from "./fund-inputs.ts";
import { alphaFair, equalShares, needFormula, type Recipient } from "./fund-rules.ts";
import { knapsack, type Limit, type Project } from "./knapsack.ts";

export interface FundOptions {
  readonly budget: number;
  readonly alpha?: number;
  readonly intensity?: number;
}

export interface FundResult extends Outcome {
  readonly parties: readonly Recipient[];
  /** What each party gets under each rule that the inputs allow. */
  readonly amounts: Readonly<Partial<Record<FundRule, readonly number[]>>>;
  readonly projects: readonly (Project & { readonly isChosen: boolean })[];
  readonly budget: number;
  /** Share of the budget paid out: by equal shares, than which no rule pays more, else by the projects chosen. */
  readonly paid: number;
  /** Benefit of the projects chosen, as a share of that of all. */
  readonly covered: number | undefined;
}

export async function fundAllocation(input: FundInput, options: FundOptions, solve: Solve): Promise<FundResult> {
  const { budget, alpha = 1, intensity = 1 } = options;
  if (!(budget > 0 && budget < Number.POSITIVE_INFINITY)) {
    refuseFund("budget-invalid", `budget is ${budget}, expected a number above 0`, `预算为 ${budget}，应为大于 0 的数`);
  }
  if (input.parties === undefined && input.projects === undefined) {
    refuseFund(
      "nothing-to-fund",
      "neither parties nor projects are given, expected at least one of the two",
      "未给出 parties 或 projects，至少应有其一",
    );
  }
  const parties = input.parties === undefined ? [] : recipientsOf(input.parties, budget);
  const projects = input.projects === undefined ? [] : projectsOf(input.projects, parties);
  const hasNeed = input.parties?.need !== undefined;
  const differs = parties.some(({ benefit }) => benefit !== parties[0].benefit);
  const byRule: Partial<Record<FundRule, readonly number[]>> = {};
  if (parties.length > 0) {
    byRule.equal = equalShares(budget, parties);
    if (hasNeed) byRule.need = needFormula(budget, parties, intensity);
    byRule["alpha-fair"] = alphaFair(budget, parties, alpha);
    byRule["max-min"] = alphaFair(budget, parties, Number.POSITIVE_INFINITY);
    if (differs) byRule["greatest-sum"] = alphaFair(budget, parties, 0);
  }
  const chosen = projects.length === 0 ? [] : await chosenOf(solve, budget, projects, parties);
  const told = projects.map((each, at) => ({ ...each, isChosen: chosen[at] }));
  const spent = told.reduce((sum, { cost, isChosen }) => (isChosen ? sum + cost : sum), 0);
  const benefit = told.reduce((sum, each) => sum + each.benefit, 0);
  const paid = byRule.equal === undefined ? spent : byRule.equal.reduce((sum, each) => sum + each, 0);
  return {
    parties,
    amounts: byRule,
    projects: told,
    budget,
    paid: paid / budget,
    covered:
      benefit > 0 ? told.reduce((sum, each) => (each.isChosen ? sum + each.benefit : sum), 0) / benefit : undefined,
    n: parties.length > 0 ? parties.length : projects.length,
    warnings: [
      ...(parties.length > 0 && paid < budget * (1 - rounding) ? [leftOver(1 - paid / budget)] : []),
      ...withoutWeight(byRule, parties, { budget, intensity }),
    ],
    convention: {
      size: input.parties?.size === undefined ? "each" : "given",
      benefit: input.parties?.benefit === undefined ? "alike" : "given",
      limits: parties.some(({ floor, cap }) => floor > 0 || cap < Number.POSITIVE_INFINITY) ? "given" : "none",
    },
  };
}

const rounding = 1e-9;

async function chosenOf(
  solve: Solve,
  budget: number,
  projects: readonly Project[],
  parties: readonly Recipient[],
): Promise<readonly boolean[]> {
  const hasOwners = projects.some(({ of }) => of !== undefined);
  const limits = (hasOwners ? parties : [])
    .filter(({ floor, cap }) => floor > 0 || cap < Number.POSITIVE_INFINITY)
    .map(({ place, floor, cap }): Limit => ({ of: place, floor, cap }));
  for (const { of, floor } of limits) {
    const all = projects.reduce((sum, each) => (each.of === of ? sum + each.cost : sum), 0);
    if (all >= floor * (1 - rounding)) continue;
    refuseFund(
      "floor-beyond-projects",
      `floor of ${of} is ${floor}, expected at most ${all}, what all of its projects cost`,
      `${of} 的下限为 ${floor}，超过其全部项目成本 ${all}`,
    );
  }
  const found = await knapsack(solve, budget, projects, limits);
  if (!("cheapest" in found)) return found;
  const { cheapest } = found;
  return refuseFund(
    "floors-beyond-budget",
    cheapest === undefined
      ? "no set of projects meets every floor and cap, expected one at least"
      : `budget is ${budget}, expected at least ${cheapest}, the cheapest set of projects that meets every floor; ${cheapest - budget} is lacking`,
    cheapest === undefined
      ? "没有任何项目组合能同时满足各方上下限"
      : `预算为 ${budget}，满足各方下限的最低成本组合需 ${cheapest}，缺 ${cheapest - budget}`,
    {
      en: "projects are taken whole: lower a floor, raise the budget, or split a project",
      zh: "项目须整体立项：可降低下限、增加预算或拆分项目",
    },
  );
}

function leftOver(share: number): Warning {
  return {
    code: "left-over",
    text: {
      en: "the caps do not take the budget: {share} of it is left over",
      zh: "各方上限之和不足预算，剩余 {share} 未分",
    },
    values: { share: percent(share, 1) },
  };
}

/** Who has no weight under a rule gets its floor, and what it could have taken may be left over. */
function withoutWeight(
  amounts: FundResult["amounts"],
  parties: readonly Recipient[],
  { budget, intensity }: { readonly budget: number; readonly intensity: number },
): Warning[] {
  const total = (values: readonly number[] = []) => values.reduce((sum, each) => sum + each, 0);
  const none = parties.filter(({ size }) => size === 0).map(({ place }) => place);
  const idle =
    amounts.need === undefined || intensity === 0
      ? []
      : parties.filter(({ need }) => need === 0).map(({ place }) => place);
  const warnings: Warning[] = [];
  if (none.length > 0)
    warnings.push({
      code: "size-nothing",
      text: {
        en: "the size of {places} is 0: by every rule but equal shares it gets its floor, and no more",
        zh: "{places}的规模为 0：除均等分配外，各规则仅给予其下限",
      },
      values: { places: { places: none } },
    });
  if (idle.length > 0)
    warnings.push({
      code: "need-nothing",
      text: {
        en: "the need of {places} is 0: by the need formula it gets its floor, and no more",
        zh: "{places}的需求为 0：需求公式仅给予其下限",
      },
      values: { places: { places: idle } },
    });
  for (const rule of ruleNames) {
    const less = total(amounts.equal) - total(amounts[rule]);
    if (amounts[rule] === undefined || less <= rounding * budget) continue;
    warnings.push({
      code: "takes-less",
      text: {
        en: "{rule}: {share} of the budget is paid out less than by equal shares, since those who have more than their floors are at their caps",
        zh: "{rule}：比均等分配少分预算的 {share}，因为下限以上的各方均已达上限",
      },
      values: { rule: { text: ruleWords[rule] }, share: percent(less / budget, 1) },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "planning/fund-allocation",
  version: 3,
  title: { en: "Allocation of a fund", zh: "基金分配" },
  question: {
    en: "How is a joint fund paid out: alike, by need, fairly to what it does, or to the projects that do most?",
    zh: "共同基金如何分配：均分、按需、兼顾效果与公平，还是择优立项？",
  },
  formula:
    "xᵢ = t;  xᵢ = t sᵢ nᵢ^g;  max Σ sᵢ u(bᵢxᵢ/sᵢ), u(y) = y^(1−α)/(1−α), ln y (α = 1);  max Σ bⱼ, Σ cⱼ ≤ M;  lᵢ ≤ xᵢ ≤ hᵢ",
  where: {
    en: "equal, by need, α-fair, and by projects; x: amounts; s: size, such as people; n: need, g: its intensity; b: what a unit of money, or a project, does; c: cost of a project; M: budget; t: such that it is paid out; l, h: floor and cap",
    zh: "依次为等分、按需求、α 公平、按项目；x：金额；s：规模（如人口）；n：需求，g：其强度；b：单位资金或项目的效果；c：项目成本；M：预算；t：使预算恰好分完；l、h：下限与上限",
  },
  cites: [
    {
      text: "Mo, J. and Walrand, J. (2000). Fair end-to-end window-based congestion control. IEEE/ACM Transactions on Networking 8(5), 556-567.",
      checked: "unverified",
    },
    {
      text: "Bertsimas, D., Farias, V. F. and Trichakis, N. (2011). The price of fairness. Operations Research 59(1), 17-31.",
      checked: "unverified",
    },
    {
      text: "Martello, S. and Toth, P. (1990). Knapsack Problems: Algorithms and Computer Implementations. Wiley.",
      checked: "unverified",
    },
  ],
  conventions: {
    size: {
      title: { en: "A fair share is counted", zh: "公平份额的计量" },
      choices: { each: { en: "by party", zh: "按方" }, given: { en: "by the size given", zh: "按给定规模" } },
    },
    benefit: {
      title: { en: "What a unit of money does", zh: "单位资金效果" },
      choices: { alike: { en: "the same everywhere", zh: "各地相同" }, given: { en: "as given", zh: "按给定值" } },
    },
    limits: {
      title: { en: "Floors and caps", zh: "上下限" },
      choices: { none: { en: "none", zh: "无" }, given: { en: "as given", zh: "按给定值" } },
    },
  },
  means: {
    size: { en: "people, or whatever a fair share is counted by", zh: "人口等公平份额的计量基础" },
    need: {
      en: "an index of need, 0 for none, such as the mean of the fiscal capacities over the party's own",
      zh: "需求指数，0 为无需求，如平均财力与本地财力之比",
    },
    benefit: {
      en: "of a party: what a unit of money does there, above 0; of a project: what it does, in one unit for all",
      zh: "参与方：单位资金的效果，大于 0；项目：其效果，各项目单位一致",
    },
    floor: { en: "the least that the party is to get", zh: "该方最低所得" },
    cap: { en: "the most that it can get or use", zh: "该方最高所得" },
    project: { en: "name of a project, each once", zh: "项目名称，不可重复" },
    of: { en: "the party whose project it is, where limits of parties hold", zh: "项目所属方（适用该方上下限）" },
    cost: { en: "what the project takes from the fund, in the unit of the budget", zh: "项目所需资金，单位与预算一致" },
    budget: { en: "what there is to pay out", zh: "可分配的总额" },
    alpha: {
      en: "aversion to inequality: 0 the greatest sum, 1 equal amounts a head, the larger the more for where money does little",
      zh: "不平等厌恶：0 为总效果最大，1 为人均相等，越大越照顾资金效果差的一方",
    },
    intensity: { en: "power of need in the need formula", zh: "需求公式中需求的幂次" },
  },
  pitfalls: [
    {
      en: "With alpha above 1 a party gets more the less money does there: that is meant, and rewards who reports a low effect.",
      zh: "α 大于 1 时，资金效果越差所得越多：这是其本意，但会激励低报效果。",
    },
    {
      en: "More budget can take money from a party under projects, since they are whole; under the other rules it cannot.",
      zh: "按项目择优时，预算增加可能使某方所得减少（项目不可分割）；其他规则不会。",
    },
  ],
  inputs: {
    parties: optional(
      table({
        place: label.one,
        size: number.optional,
        need: number.optional,
        benefit: number.optional,
        floor: number.optional,
        cap: number.optional,
      }),
    ),
    projects: optional(table({ project: label.one, of: label.optional, cost: number.one, benefit: number.one })),
  },
  options: z.strictObject({
    budget: z.number().positive(),
    alpha: z.number().min(0).max(1000).default(1),
    intensity: z.number().min(0).max(10).default(1),
  }),
  gaps: "refuse",
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => {
    const draw = random(seed, "fund-allocation/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const column = (name: string, unit: string, value: () => number) => numbers(name, unit, place.map(value));
    const parties = makeTable(
      "parties",
      ["place"],
      [
        labels("place", place),
        column("size", "person", () => 1000 + draw.integer(9000)),
        column("need", "1", () => 0.5 + draw.uniform()),
        column("benefit", "1", () => 1 + draw.uniform()),
        column("floor", "yuan", () => draw.integer(20)),
        column("cap", "yuan", () => 150 + draw.integer(100)),
      ],
    );
    const projects = makeTable(
      "projects",
      ["project"],
      [
        labels(
          "project",
          place.map((each) => `project ${each}`),
        ),
        column("cost", "yuan", () => 10 + draw.uniform() * 90),
        column("benefit", "1", () => 1 + draw.uniform() * 9),
      ],
    );
    return { inputs: { parties, projects }, options: { budget: 100 * size } };
  },
  worked: {
    source: {
      en: "by hand: 100 for a, b and c of need 1, 2 and 5: 12.5, 25, 62.5; c can use 50 at most, so a and b share the other 50 by 1 to 2. Equal: 33.3 each. Benefits of 1, 2 and 4: max-min wants 4 to 2 to 1, greatest sum gives c its 50, b the rest",
      zh: "手算：100 分给需求为 1、2、5 的 a、b、c：12.5、25、62.5；c 至多用 50，故 a、b 按 1 比 2 分其余 50。等分：各 33.3。收益为 1、2、4：最大最小要求 4 比 2 比 1，总和最大时 c 得 50，其余归 b",
    },
    inputs: {
      parties: makeTable(
        "parties",
        ["place"],
        [
          labels("place", ["a", "b", "c"]),
          numbers("need", "1", [1, 2, 5]),
          numbers("benefit", "1", [1, 2, 4]),
          numbers("cap", "yuan", [100, 100, 50]),
        ],
      ),
    },
    options: { budget: 100 },
    gives: {
      paid: 1,
      "allocations[0].amount": 100 / 3,
      "allocations[3].amount": 50 / 3,
      "allocations[4].amount": 100 / 3,
      "allocations[5].amount": 50,
      "allocations[9].amount": 400 / 7,
      "allocations[11].amount": 100 / 7,
      "allocations[12].amount": 0,
      "allocations[13].amount": 50,
    },
  },
  run: ({ parties, projects }, options, { solve }) => fundAllocation({ parties, projects }, options, solve),
  scalars: {
    paid: { title: { en: "share of the budget paid out", zh: "预算使用率" }, unit: "1" },
    covered: { title: { en: "share of all benefit in the projects chosen", zh: "入选项目效果占比" }, unit: "1" },
  },
  tables: (result, { parties, projects }) =>
    allocationTables(result, {
      money: projects?.units.cost ?? parties?.units.floor ?? parties?.units.cap ?? "1",
      benefit: projects?.units.benefit ?? "1",
      hasSize: parties?.size !== undefined,
    }),
  views: [
    {
      kind: "bars",
      table: "allocations",
      category: "place",
      value: "amount",
      group: "rule",
      title: { en: "What each rule gives", zh: "各规则下的分配" },
    },
    {
      kind: "heatmap",
      table: "allocations",
      row: "place",
      column: "rule",
      value: "share",
      scale: "sequential",
      title: { en: "Shares of the budget", zh: "预算份额" },
    },
  ],
  findings: (result) => allocationFindings(result),
});
