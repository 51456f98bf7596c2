/**
 * Which problems of a cluster does no policy tackle, which are covered, and which are over-subsidised?
 *
 *   d_j = share of problem j in the cluster's measured obstacles, or the mean of that and of its share in the gaps to the
 *         benchmarks; what one of the two lacks rests on the other
 *                                                          s_j = sum_i [j is an objective of i] w(rung of i) fit(tool of i, j)
 *   ratio_j = (s_j / sum s) / d_j       uncovered: ratio < low       over-subsidised: ratio > high, and incentives and
 *                                       subsidies are at least `narrow` of the problem's entries      covered: otherwise
 *
 * Demand is measured, supply comes from the register. What is judged is w, how much a policy on a rung does (the pyramid states
 * an order only: removing barriers has the most leverage and the widest scope, subsidies the least), and fit, how well an
 * instrument suits a problem (1 unless the study says otherwise). So both are varied: in each draw the weights are five sorted
 * uniform numbers, which keeps the order and nothing else, and each fit is drawn within `spread` of its value, in [0, 1]. A
 * class that holds in 95 % of the draws is the stable part; the class under the stated weights (5, 4, 3, 2, 1) stands beside it.
 *
 * A problem without a value is left out by name, so that the others' shares are of what is known. An entry without rung or
 * objective supplies nothing that is known, and is counted. National entries supply each cluster that
 * they reach. A cluster with no supply at all has every problem uncovered. Compared by government-led and market-driven
 * supply, with the same demand.
 *
 * @example demandToolMatch({ problem: ["a", "b"], value: [1, 1] }, { entry: ["p"], objective: ["a"], rung: ["subsidy"] },
 *   undefined, {}, draws).problems[1]?.stated // uncovered: no policy names b
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Finding, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { percent } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { rungs } from "../register/codes.ts";
import {
  type CombinedDemand,
  combined,
  type Demand,
  type DemandInput,
  type DemandSource,
  sharesOf,
  together,
} from "./demand.ts";
import { demandToolMatchTables } from "./demand-tool-match-tables.ts";
import { matchConventions, matchMeans, matchPitfalls } from "./demand-tool-match-words.ts";
import { type Entry, entriesOf, entryRoles, type Led, ledOf, leds, type RegisterInput } from "./entries.ts";
import { exampleRegister } from "./example.ts";
import { type Cuts, classOf, type MatchClass } from "./match-classes.ts";
import { type ClassShares, classShares, type Judgement, type MatchCell } from "./match-draws.ts";
import { demandWarnings, fitWarnings, matchWarnings, unvaluedWarnings } from "./match-warnings.ts";
import { agreement, narrowOf, stableOf, supplyOf } from "./supply.ts";

export interface MatchRow {
  readonly scope: string;
  readonly led: Led | "all";
  readonly problem: string;
  /** Shares of the cluster's demand and of its supply. */
  readonly demand: number;
  readonly supply: number;
  readonly ratio: number;
  readonly entries: number;
  readonly narrow: number;
  readonly stated: MatchClass;
  /** Shares of the draws. */
  readonly uncovered: number;
  readonly covered: number;
  readonly overSubsidised: number;
  /** The class that nearly all draws agree on. */
  readonly stable: MatchClass | undefined;
}

export interface MatchResult extends Outcome {
  readonly problems: readonly MatchRow[];
  readonly draws: number;
  readonly stableShare: number;
}

export interface MatchOptions extends Partial<Cuts> {
  /** How well an instrument suits a problem, from 0 to 1, by instrument and problem. */
  readonly fit?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly spread?: number;
  readonly draws?: number;
  readonly gapWeight?: number;
}

/** Where the order of the pyramid is all that is known, these are the plainest numbers that keep it. */
const statedWeights: readonly number[] = rungs.map((_, at) => rungs.length - at);

export function demandToolMatch(
  obstacles: DemandInput,
  register: RegisterInput,
  gaps: DemandInput | undefined,
  options: MatchOptions,
  draw: Random,
): MatchResult {
  const { low = 0.5, high = 2, narrow = 0.5, fit = {}, spread = 0.2, draws = 1000, gapWeight = 0.5 } = options;
  if (!(low < high)) throw cutsCrossed(low, high);
  const cuts = { low, high, narrow };
  const told = [sharesOf("obstacles", obstacles), ...(gaps === undefined ? [] : [sharesOf("gaps", gaps)])];
  const [ofObstacles, ofGaps] = told.map(({ demand }) => demand);
  const rests = combined(ofObstacles as Demand, ofGaps, gapWeight);
  const entries = entriesOf("demand-tool-match", register);
  const known = entries.filter(({ rung, objectives }) => rung !== "" && objectives.length > 0);
  const fitOf = (tool: string, problem: string): number => fit[tool]?.[problem] ?? 1;
  const cells = cellsOf(rests.demand, known);
  const shares = classShares(cells, { cuts, fitOf, spread, draws }, draw);
  const rows = cells.flatMap((cell, at) => rowsOf(cell, shares[at] as readonly ClassShares[], cuts, fitOf));
  const all = rows.filter(({ led }) => led === "all");
  const dropped = told.flatMap((each) => each.dropped);
  return {
    problems: rows,
    draws,
    stableShare: all.filter(({ stable }) => stable !== undefined).length / all.length,
    n: known.length,
    dropped,
    warnings: [
      ...unvaluedWarnings(dropped),
      ...matchWarnings(entries, known, rests.demand, rows),
      ...demandWarnings(rests),
      ...fitWarnings(fit, known, rests.demand),
    ],
    convention: { demand: usedOf(rests) },
  };
}

/** Each cluster's demand beside its supply: all of it, and that of either side where there is any. */
function cellsOf(demand: Demand, known: readonly Entry[]): MatchCell[] {
  return [...demand].flatMap(([scope, shares]) =>
    (["all", ...leds] as const).flatMap((led): MatchCell[] => {
      const own = known.filter(
        ({ clusters, mechanism }) =>
          (scope === together || clusters.length === 0 || clusters.includes(scope)) &&
          (led === "all" || ledOf(mechanism) === led),
      );
      if (led !== "all" && own.length === 0) return [];
      return [{ scope, led, entries: own, problems: [...shares].sort(([a], [b]) => (a < b ? -1 : 1)) }];
    }),
  );
}

function rowsOf(
  { scope, led, entries, problems }: MatchCell,
  shares: readonly ClassShares[],
  cuts: Cuts,
  fitOf: Judgement["fitOf"],
): MatchRow[] {
  const supply = supplyOf(entries, problems, statedWeights, fitOf);
  return problems.map(([problem, demand], at) => {
    const [own, parts] = [supply[at] as number, shares[at] as ClassShares];
    const narrow = narrowOf(entries, problem);
    return {
      scope,
      led,
      problem,
      demand,
      supply: own,
      ratio: demand > 0 ? own / demand : Number.NaN,
      entries: entries.filter(({ objectives }) => objectives.includes(problem)).length,
      narrow,
      stated: classOf(demand, own, narrow, cuts),
      ...parts,
      stable: stableOf(parts, demand),
    };
  });
}

function cutsCrossed(low: number, high: number): InputError {
  return new InputError({
    code: "cuts-crossed",
    text: {
      en: `demand-tool-match: low is ${low} and high is ${high}, expected low below high`,
      zh: `demand-tool-match：low 为 ${low}，high 为 ${high}，low 应小于 high`,
    },
    place: { path: "low" },
  });
}

function usedOf({ sources, alone }: CombinedDemand): DemandSource | "either" {
  const [used, another] = new Set(sources.values());
  return used === undefined || another !== undefined || alone > 0 ? "either" : used;
}

export default defineMethod({
  id: "policy/demand-tool-match",
  version: 3,
  title: { en: "Demand and policy tools", zh: "需求与政策工具匹配" },
  question: {
    en: "Which problems does no policy tackle, which are covered, and which are over-subsidised?",
    zh: "哪些问题没有政策应对？哪些已覆盖？哪些补贴过度？",
  },
  formula: "rⱼ = (sⱼ / Σ s) / dⱼ;  sⱼ = Σᵢ 1(j ∈ Oᵢ) w(aᵢ) f(kᵢ, j)",
  where: {
    en: "r: supply over demand; d: share of demand; O: objectives of an entry; w: leverage and scope of its rung a, of which the order alone is known; f: how well its tool k suits a problem",
    zh: "r：供给与需求之比；d：需求份额；O：政策的目标；w：其层级 a 的杠杆与范围，仅知次序；f：其工具 k 与问题的契合度",
  },
  cites: [
    {
      text: "Zhou, Y., Lin, V. and Yu, D. (2017). Synergistic Development in the Beijing-Tianjin-Hebei Region: An International Comparative Perspective. The Boston Consulting Group and China Development Research Foundation, section 4.4. (leverage and scope by rung)",
      checked: "opened",
    },
  ],
  conventions: matchConventions,
  means: matchMeans,
  pitfalls: matchPitfalls,
  inputs: {
    obstacles: table({ problem: label.one, value: number.one, cluster: label.optional }),
    register: table({ ...entryRoles }),
    gaps: optional(table({ problem: label.one, value: number.one, cluster: label.optional })),
  },
  options: z.strictObject({
    low: z.number().positive().default(0.5).describe("Below this ratio of supply to demand: uncovered"),
    high: z.number().positive().default(2).describe("Above this ratio a problem may be over-subsidised"),
    narrow: z.number().min(0).max(1).default(0.5).describe("The part of incentives and subsidies from which it is"),
    fit: z
      .record(z.string(), z.record(z.string(), z.number().min(0).max(1)))
      .default({})
      .describe("How well an instrument suits a problem: instrument, problem, 0 to 1; 1 unless said"),
    spread: z.number().min(0).max(1).default(0.2).describe("How far each fit is varied"),
    gapWeight: z.number().min(0).max(1).default(0.5).describe("Weight of gaps beside obstacles"),
    draws: z.int().min(100).max(100_000).default(1000),
  }),
  gaps: "pass",
  cost: "live",
  random: true,
  example: (seed, size) => {
    const from = random(seed, "demand-tool-match/example");
    const problems = ["industry", "social", "transport", "water"];
    const pairs = ["north", "south"].flatMap((cluster) => problems.map((problem) => ({ cluster, problem })));
    return {
      inputs: {
        obstacles: makeTable(
          "obstacles",
          [],
          [
            labels(
              "problem",
              pairs.map(({ problem }) => problem),
            ),
            labels(
              "cluster",
              pairs.map(({ cluster }) => cluster),
            ),
            numbers(
              "value",
              "1",
              pairs.map(() => 0.1 + from.uniform()),
            ),
          ],
        ),
        register: exampleRegister(seed, size),
      },
      options: { draws: 200 },
    };
  },
  worked: {
    source: {
      en: "by hand: demand 1/2, 1/4, 1/4; supply 5 (barriers) for a, 1 + 1 (subsidies) for b, none for c: ratios 10/7, 8/7, 0; with fit 1 and no spread",
      zh: "手算：需求 1/2、1/4、1/4；供给 a 为 5（消除障碍），b 为 1 + 1（补贴），c 为 0：比值 10/7、8/7、0；适配度 1，无外溢",
    },
    inputs: {
      obstacles: makeTable("obstacles", [], [labels("problem", ["a", "b", "c"]), numbers("value", "1", [2, 1, 1])]),
      register: makeTable(
        "register",
        ["entry"],
        [
          labels("entry", ["p", "q", "r"]),
          labels("objective", ["a", "b", "b"]),
          labels("rung", ["remove-barriers", "subsidy", "subsidy"]),
        ],
      ),
    },
    options: { spread: 0, draws: 100 },
    gives: {
      "problems[0].ratio": 10 / 7,
      "problems[1].ratio": 8 / 7,
      "problems[2].ratio": 0,
      "problems[2].uncovered": 100,
      "problems[1].narrow": 100,
    },
  },
  run: ({ obstacles, register, gaps }, options, context) =>
    demandToolMatch(obstacles, register, gaps, options, context.random("weights")),
  scalars: {
    draws: { title: { en: "Draws", zh: "抽样次数" }, unit: "1" },
    stableShare: { title: { en: "Share of problems with a stable class", zh: "结论稳定的问题占比" }, unit: "1" },
  },
  tables: demandToolMatchTables,
  views: [
    {
      kind: "heatmap",
      table: "problems",
      row: "problem",
      column: "scope",
      value: "ratio",
      scale: "around-one",
      where: { led: "all" },
      title: { en: "Supply of policies against demand", zh: "政策供给与需求之比" },
    },
    {
      kind: "heatmap",
      table: "problems",
      row: "problem",
      column: "scope",
      value: "uncovered",
      scale: "sequential",
      where: { led: "all" },
      title: { en: "Share of draws in which a problem is uncovered", zh: "问题未被覆盖的抽样占比" },
    },
  ],
  findings: ({ problems, draws }) => {
    const all = problems.filter(({ led }) => led === "all");
    return [...new Set(all.map(({ scope }) => scope))].flatMap((scope): Finding[] => {
      const own = all.filter((row) => row.scope === scope);
      const bare = own.filter(({ stable }) => stable === "uncovered");
      const open = own.filter(({ stable }) => stable === undefined);
      if (bare.length === 0 && open.length === own.length) return [];
      const names = bare.length === 0 ? { en: "none", zh: "无" } : undefined;
      return [
        {
          text: {
            en: "{cluster}: uncovered whatever the judgement: {problems}; {open} of {n} problems depend on it ({draws} draws, {agreement} agreement).",
            zh: "{cluster}：无论如何判断均未覆盖：{problems}；{n} 个问题中 {open} 个取决于判断（{draws} 次抽样，{agreement} 一致）。",
          },
          values: {
            cluster: scope === together ? { text: { en: "All", zh: "全部" } } : { group: scope },
            problems: names === undefined ? { industries: bare.map(({ problem }) => problem) } : { text: names },
            open: open.length,
            n: own.length,
            draws,
            agreement: percent(agreement),
          },
        },
      ];
    });
  },
});
