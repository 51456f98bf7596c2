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
 * An entry without rung or objective supplies nothing that is known, and is counted. National entries supply each cluster that
 * they reach. A cluster with no supply at all has every problem uncovered. Compared by government-led and market-driven
 * supply, with the same demand.
 *
 * @example demandToolMatch({ problem: ["a", "b"], value: [1, 1] }, { entry: ["p"], objective: ["a"], rung: ["subsidy"] },
 *   undefined, {}, draws).problems[1]?.stated // uncovered: no policy names b
 */
import { z } from "zod";
import { defineMethod, type Finding, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { percent } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { rungs } from "../register/codes.ts";
import {
  type CombinedDemand,
  combined,
  type DemandInput,
  type DemandSource,
  problemsIn,
  sharesOf,
  together,
} from "./demand.ts";
import { demandToolMatchTables } from "./demand-tool-match-tables.ts";
import { matchConventions, matchMeans, matchPitfalls } from "./demand-tool-match-words.ts";
import { entriesOf, entryRoles, type Led, ledOf, leds, type RegisterInput } from "./entries.ts";
import { exampleRegister } from "./example.ts";
import { type Cuts, classOf, type MatchClass } from "./match-classes.ts";
import { demandWarnings, matchWarnings } from "./match-warnings.ts";
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

interface Count {
  uncovered: number;
  covered: number;
  over: number;
}

export function demandToolMatch(
  obstacles: DemandInput,
  register: RegisterInput,
  gaps: DemandInput | undefined,
  options: MatchOptions,
  draw: Random,
): MatchResult {
  const { low = 0.5, high = 2, narrow = 0.5, fit = {}, spread = 0.2, draws = 1000, gapWeight = 0.5 } = options;
  const cuts = { low, high, narrow };
  const rests = combined(sharesOf("obstacles", obstacles), gaps && sharesOf("gaps", gaps), gapWeight);
  const { demand } = rests;
  const entries = entriesOf("demand-tool-match", register);
  const known = entries.filter(({ rung, objectives }) => rung !== "" && objectives.length > 0);
  const fitOf = (tool: string, problem: string): number => fit[tool]?.[problem] ?? 1;
  const tools = [...new Set(known.map(({ instrument }) => instrument))].sort();

  const cells = [...demand].flatMap(([scope, problems]) =>
    (["all", ...leds] as const).flatMap((led) => {
      const own = known.filter(
        (entry) =>
          (scope === together || entry.clusters.length === 0 || entry.clusters.includes(scope)) &&
          (led === "all" || ledOf(entry.mechanism) === led),
      );
      if (led !== "all" && own.length === 0) return [];
      return [{ scope, led, own, problems: [...problems].sort(([a], [b]) => (a < b ? -1 : 1)) }];
    }),
  );
  const stated = (tool: string, problem: string) => fitOf(tool, problem);
  const counts = cells.map(({ problems }) => problems.map((): Count => ({ uncovered: 0, covered: 0, over: 0 })));
  for (let turn = 0; turn < draws; turn += 1) {
    const weights = rungs.map(() => draw.uniform()).sort((a, b) => b - a);
    const fits = new Map<string, number>();
    // one draw a tool and problem, the same for every cluster
    for (const tool of tools) {
      for (const problem of problemsIn(demand)) {
        const value = fitOf(tool, problem) + spread * (2 * draw.uniform() - 1);
        fits.set(`${tool} ${problem}`, Math.min(1, Math.max(0, value)));
      }
    }
    cells.forEach(({ own, problems }, at) => {
      const supply = supplyOf(own, problems, weights, (tool, problem) => fits.get(`${tool} ${problem}`) as number);
      problems.forEach(([problem, share], j) => {
        const found = classOf(share, supply[j] as number, narrowOf(own, problem), cuts);
        const count = (counts[at] as Count[])[j] as Count;
        if (found === "uncovered") count.uncovered += 1;
        else if (found === "over-subsidised") count.over += 1;
        else count.covered += 1;
      });
    });
  }
  const rows = cells.flatMap(({ scope, led, own, problems }, at) => {
    const supply = supplyOf(own, problems, statedWeights, stated);
    return problems.map(([problem, share], j): MatchRow => {
      const { uncovered, covered, over } = (counts[at] as Count[])[j] as Count;
      const parts = { uncovered: uncovered / draws, covered: covered / draws, overSubsidised: over / draws };
      const named = narrowOf(own, problem);
      return {
        scope,
        led,
        problem,
        demand: share,
        supply: supply[j] as number,
        ratio: share > 0 ? (supply[j] as number) / share : Number.NaN,
        entries: own.filter(({ objectives }) => objectives.includes(problem)).length,
        narrow: named,
        stated: classOf(share, supply[j] as number, named, cuts),
        ...parts,
        stable: stableOf(parts, share),
      };
    });
  });
  const all = rows.filter(({ led }) => led === "all");
  return {
    problems: rows,
    draws,
    stableShare: all.filter(({ stable }) => stable !== undefined).length / all.length,
    n: known.length,
    warnings: [...matchWarnings(entries, known, demand, rows), ...demandWarnings(rests)],
    convention: { demand: usedOf(rests) },
  };
}

function usedOf({ sources, alone }: CombinedDemand): DemandSource | "either" {
  const [used, another] = new Set(sources.values());
  return used === undefined || another !== undefined || alone > 0 ? "either" : used;
}

export default defineMethod({
  id: "policy/demand-tool-match",
  version: 2,
  title: { en: "Demand and policy tools", zh: "需求与政策工具匹配" },
  question: {
    en: "Which problems does no policy tackle, which are covered, and which are over-subsidised?",
    zh: "哪些问题没有政策应对？哪些已覆盖？哪些补贴过度？",
  },
  formula: "ratioⱼ = (sⱼ / Σ s) / dⱼ;  sⱼ = Σᵢ [j ∈ objectivesᵢ] w(rungᵢ) fit(toolᵢ, j)",
  where: {
    en: "d: share of demand; w: leverage and scope of a rung, of which the order alone is known; fit: how well a tool suits a problem",
    zh: "d：需求份额；w：层级的杠杆与范围，仅知次序；fit：工具与问题的契合度",
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
    source:
      "by hand: demand 1/2, 1/4, 1/4; supply 5 (barriers) for a, 1 + 1 (subsidies) for b, none for c: ratios 10/7, 8/7, 0; with fit 1 and no spread",
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
