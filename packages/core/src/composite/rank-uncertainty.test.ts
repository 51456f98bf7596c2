import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import { canonicalJson } from "../contract/canonical.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { random } from "../contract/random.ts";
import type { DeclaredDraws } from "./rank-choices.ts";
import { type DrawJob, drawnRecipes, drawRanks } from "./rank-draws.ts";
import { rankFindings } from "./rank-findings.ts";
import { planDraws } from "./rank-plan.ts";
import { surelyBehind, tiersOf } from "./rank-tiers.ts";
import method, { rankUncertainty } from "./rank-uncertainty.ts";
import { pools, ranksWithin } from "./ranking.ts";
import { makeRecipe, type Recipe, type RecipeInput } from "./recipe.ts";
import { score } from "./score.ts";

const exact = 1e-12; // doubles: sums of a few hundred shares

const gap = Number.NaN;
const column = (name: string, values: ArrayLike<number>) => ({ name, unit: "1", values: Float64Array.from(values) });
const nothingVaries = { weights: "stated", normalisations: ["stated"], aggregations: ["stated"] } as const;

/** Seven indicators under a tree three deep, in two groups and two years, some figures missing. */
function sample(n: number, gaps: number) {
  const draw = random(11, `sample/${n}`);
  const rows = 2 * n;
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  return {
    place: Array.from({ length: rows }, (_, row) => `p${String(row >> 1).padStart(3, "0")}`),
    year: Float64Array.from({ length: rows }, (_, row) => 2020 + (row & 1)),
    group: Array.from({ length: rows }, (_, row) => `g${(row >> 1) % 2}`),
    indicators: names.map((name) =>
      column(
        name,
        Array.from({ length: rows }, () => (draw.uniform() < gaps ? gap : Math.round(20 * draw.uniform()))),
      ),
    ),
  };
}
const deep: RecipeInput = {
  nodes: [{ id: "inner", parent: "outer", weight: 3 }, { id: "outer" }, { id: "side", weight: 2 }],
  indicators: [
    { id: "a", node: "inner" },
    { id: "b", node: "inner", weight: 2, direction: "down" },
    { id: "c", node: "inner" },
    { id: "d", node: "outer" },
    { id: "e", node: "side" },
    { id: "f", node: "side", direction: "down" },
    { id: "g", weight: 0.5 },
  ],
};

/**
 * The plain twin: each drawn recipe is written out as a recipe and given to `score`. Gaps are settled beforehand by the
 * stated recipe, as the method says; what a draw leaves out is taken out of the recipe.
 */
function plainRanks(
  recipe: Recipe,
  data: ReturnType<typeof sample>,
  declared: DeclaredDraws,
  job: DrawJob,
): number[][] {
  const { stated, columns } = planDraws(recipe, data, declared);
  const gone = (indicator: number, row: number): boolean => {
    for (let node = stated.nodes.find(({ id }) => id === stated.indicators[indicator]?.node); node !== undefined; ) {
      if (Number.isNaN(node.scores[row])) return true;
      const { parent } = node;
      node = stated.nodes.find(({ id }) => id === parent);
    }
    return false;
  };
  return drawnRecipes(job).map(({ choice, nodeWeight, indicatorWeight: byColumn }) => {
    const indicatorWeight = recipe.indicators.map((_, at) => byColumn[columns.indexOf(at)] as number);
    const { normalisation, aggregate } = job.plan.choices[choice] as DrawJob["plan"]["choices"][number];
    const own = normalisation === recipe.normalise.method && aggregate === recipe.aggregate;
    const range: [number, number] = own || recipe.normalise.range[0] > 0 ? recipe.normalise.range : [0.01, 1];
    const varied = { ...recipe, aggregate, normalise: { ...recipe.normalise, method: normalisation, range } };
    // normalise with every figure there is, then aggregate what counts, handed over through goalposts that change nothing
    const normalised = score(
      { ...varied, aggregate: "arithmetic", nodes: recipe.nodes.map((node) => ({ ...node, aggregate: "arithmetic" })) },
      data,
    );
    const kept = recipe.indicators.flatMap((indicator, at) =>
      (indicatorWeight[at] as number) > 0
        ? [
            {
              ...indicator,
              direction: "up" as const,
              goalposts: [0, 1] as [number, number],
              weight: indicatorWeight[at] as number,
            },
          ]
        : [],
    );
    const used = new Set(kept.flatMap(({ node = "total" }) => above(recipe, node)));
    const position = new Map(stated.nodes.map(({ id }, at) => [id, at]));
    const drawn: Recipe = {
      ...varied,
      nodes: recipe.nodes
        .filter(({ id }) => used.has(id))
        .map((node) => ({ ...node, weight: nodeWeight[position.get(node.id) as number] as number })),
      indicators: kept,
      normalise: { method: "goalposts", scope: "pooled", range: [0, 1], clip: false, log: [] },
      weigh: { method: "given" },
      missing: { minimumShare: 0 },
    };
    const indicators = normalised.indicators.map(({ id, normalised: values }, at) =>
      column(
        id,
        Array.from(values, (value, row) => (gone(at, row) ? gap : value)),
      ),
    );
    return [...ranksWithin(pools(data.place.length, data), score(drawn, { ...data, indicators }).total)];
  });
}

function above({ nodes }: Recipe, id: string): string[] {
  const node = nodes.find((each) => each.id === id);
  return node === undefined ? [id] : [id, ...above({ nodes } as Recipe, node.parent ?? "total")];
}

describe("rank uncertainty: the kernel against its plain twin", () => {
  const everything: DeclaredDraws = {
    weights: "dirichlet",
    normalisations: ["min-max", "z-score", "rank"],
    aggregations: ["arithmetic", "geometric", "harmonic"],
    leaveOneOut: true,
  };
  const mixed = {
    ...deep,
    normalise: { range: [0.01, 1] as [number, number] },
    nodes: deep.nodes?.map((node) => (node.id === "inner" ? { ...node, aggregate: "harmonic" as const } : node)),
  };
  const steep = {
    ...mixed,
    nodes: deep.nodes?.map((node) => (node.id === "outer" ? { ...node, aggregate: "geometric" as const } : node)),
  };
  const staged = {
    ...deep,
    normalise: { range: [0.01, 1] as [number, number] },
    nodes: deep.nodes?.map((node) => (node.id === "side" ? { ...node, aggregate: "arithmetic" as const } : node)),
  };

  it.each([
    ["every choice, complete figures", deep, 0, everything],
    ["every choice, figures missing", deep, 0.15, everything],
    ["a harmonic aspect, figures missing", mixed, 0.15, { ...everything, normalisations: ["stated", "rank"] }],
    ["a geometric aspect under other means", steep, 0.1, { ...everything, normalisations: ["rank"] }],
    ["an arithmetic aspect under other means", staged, 0.1, { ...everything, normalisations: ["rank"] }],
    ["weights within a quarter", deep, 0.1, { ...everything, weights: "uniform-25" }],
  ] as [string, RecipeInput, number, DeclaredDraws][])("%s", (_, input, gaps, declared) => {
    const recipe = makeRecipe(input);
    const data = sample(15, gaps);
    const { plan, order } = planDraws(recipe, data, declared);
    const job = { plan, seed: 5, draws: 80 };
    const fast = drawRanks(job);
    plainRanks(recipe, data, declared, job).forEach((plain, draw) => {
      const mine = new Array(order.length);
      order.forEach((row, at) => {
        mine[row] = fast[at * job.draws + draw] || gap;
      });
      expect(mine).toEqual(plain);
    });
  });
});

describe("rank uncertainty", () => {
  it("collapses to the rank where nothing varies", () => {
    for (const aggregate of ["arithmetic", "geometric", "harmonic"] as const) {
      const recipe = makeRecipe({ ...deep, normalise: { range: [0.01, 1] }, aggregate });
      const { ranks, statedRank, meanWidth, settled } = rankUncertainty(sample(20, 0.1), {
        recipe,
        draws: 7,
        ...nothingVaries,
      });
      for (const each of [ranks.low, ranks.median, ranks.high, ranks.mean]) expect([...each]).toEqual([...statedRank]);
      expect([meanWidth, settled]).toEqual([0, 1]);
    }
  });

  it("keeps its range from 0 where nothing varies and the stated recipe can do with it", () => {
    const recipe = makeRecipe({
      nodes: [
        { id: "p", aggregate: "arithmetic" },
        { id: "q", aggregate: "arithmetic" },
      ],
      indicators: [
        { id: "a", node: "p" },
        { id: "b", node: "p" },
        { id: "c", node: "q" },
        { id: "d", node: "q" },
      ],
      aggregate: "geometric",
    });
    const { ranks, statedRank } = rankUncertainty(sample(20, 0), { recipe, draws: 3, ...nothingVaries });
    expect([...ranks.median]).toEqual([...statedRank]);
  });

  it("shares of a place add up to 1, their mean is its mean rank, and ranks of a pool average out", () => {
    const data = sample(12, 0);
    const { ranks } = rankUncertainty(data, { recipe: makeRecipe(deep), draws: 400, leaveOneOut: true });
    const [sum, mean] = [new Float64Array(24), new Float64Array(24)];
    ranks.shares.row.forEach((row, at) => {
      sum[row] = (sum[row] as number) + (ranks.shares.share[at] as number);
      mean[row] = (mean[row] as number) + (ranks.shares.rank[at] as number) * (ranks.shares.share[at] as number);
    });
    for (let row = 0; row < 24; row += 1) {
      expect(Math.abs((sum[row] as number) - 1)).toBeLessThan(exact);
      expect(Math.abs((mean[row] as number) - (ranks.mean[row] as number))).toBeLessThan(exact);
    }
  });

  it("by hand: two indicators that disagree, weights free, put a first where its weight is above a half", () => {
    const data = { place: ["a", "b"], indicators: [column("x", [1, 0]), column("y", [0, 1])] };
    const { ranks } = rankUncertainty(data, {
      draws: 20_000,
      weights: "dirichlet",
      normalisations: ["stated"],
      aggregations: ["stated"],
    });
    const first = ranks.shares.share[0] as number; // place a at rank 1
    const fourErrors = 4 * Math.sqrt(0.25 / 20_000); // chance of a miss: 6 in 100 000, and the seed is fixed
    expect(Math.abs(first - 0.5)).toBeLessThan(fourErrors);
    expect([ranks.low[0], ranks.high[0]]).toEqual([1, 2]);
    expect([...ranks.tier]).toEqual([1, 1]);
  });

  it("by hand: weights within a quarter of equal ones decide between two places that are close", () => {
    const data = { place: ["a", "b", "c"], indicators: [column("x", [4, 2, 0]), column("y", [1, 2, 0])] };
    const { ranks } = rankUncertainty(data, { draws: 10_000, normalisations: ["stated"], aggregations: ["stated"] });
    // a scores w + (1 - w) / 2 and b w / 2 + (1 - w), w = u / (u + v): a leads where u > v, in half of the draws
    const fourErrors = 4 * Math.sqrt(0.25 / 10_000);
    expect(Math.abs((ranks.shares.share[0] as number) - 0.5)).toBeLessThan(fourErrors);
    // c leads nowhere, and so much better an a on x (b at .1) that w would have to be below .357 < .375 settles it
    expect([...ranks.tier]).toEqual([1, 1, 2]);
    const clear = { ...data, indicators: [column("x", [10, 1, 0]), column("y", [1, 2, 0])] };
    const decided = rankUncertainty(clear, { draws: 2000, normalisations: ["stated"], aggregations: ["stated"] });
    expect([...decided.ranks.high]).toEqual([1, 2, 3]); // .9 w > (1 - w) / 2 from w = .357 on
  });

  it("counts ties as shared best rank and as half a win", () => {
    const data = { place: ["a", "b", "c"], indicators: [column("x", [1, 1, 0]), column("y", [2, 2, 0])] };
    const { ranks } = rankUncertainty(data, { draws: 50 });
    expect([...ranks.high]).toEqual([1, 1, 3]);
    expect(ranks.aheadOfNext[0]).toBe(0.5);
    expect([...ranks.tier]).toEqual([1, 1, 2]);
  });

  it("cuts no tier where one place below beats one above too often, though neighbours are clear", () => {
    // of a > b > c the neighbours are won in all draws or in 95, but c beats a in 6 of 100
    const wins = new Map([
      ["0,1", 96],
      ["0,2", 94],
      ["1,2", 99],
    ]);
    const cumulative = Float64Array.from([0, 0.5, 0.9, 1, 0, 0.4, 0.9, 1, 0, 0.1, 0.2, 1]);
    const above = (a: number, b: number) => ({ wins: wins.get(`${a},${b}`) as number, draws: 100 });
    const ahead = (a: number, b: number, share: number) => ((wins.get(`${a},${b}`) ?? 0) / 100 >= share ? 1 : 0);
    const pool = { places: 3, draws: 100, cumulative, above, ahead } as const;
    expect(tiersOf([0, 1, 2], pool).tiers).toEqual([1, 1, 1]);
    expect(surelyBehind([0, 1, 2], pool)).toEqual([1, 1, 0]);
    wins.set("0,2", 95);
    expect(tiersOf([0, 1, 2], pool).tiers).toEqual([1, 2, 3]);
    expect(surelyBehind([0, 1, 2], pool)).toEqual([2, 1, 0]);
  });

  it("says of one tier that no cut holds, and how many pairs are ordered all the same", () => {
    const data = {
      place: ["a", "b", "c", "d"],
      indicators: [column("x", [10, 9, 2, 1]), column("y", [9, 10, 1, 2])],
    };
    const { ranks } = rankUncertainty(data, { draws: 2000, normalisations: ["stated"], aggregations: ["stated"] });
    // a and b swap, c and d swap, the two pairs do not mix: 4 of 6
    expect([...ranks.tier]).toEqual([1, 1, 2, 2]);
    expect([...ranks.surelyAhead]).toEqual([2, 2, 0, 0]);
    expect(say(rankFindings(ranks, data)[0])).toBe(
      "a, b share the first tier, with no cut inside it; 0 of 4 places have a rank interval wider than 2; 4 of 6 pairs are ordered in at least 95% of the draws.",
    );
    const one = { ...ranks, tier: Float64Array.of(1, 1, 1, 1), surelyAhead: Float64Array.of(2, 1, 0, 0) };
    expect(say(rankFindings(one, data)[0])).toBe(
      "no cut into tiers holds among the 4 places; 3 of 6 pairs are ordered in at least 95% of the draws.",
    );
    expect(say(rankFindings(one, data)[0], "zh")).toBe(
      "4 个地区之间没有成立的梯队分界；6 对地区中有 3 对的先后在至少 95% 的抽取中成立。",
    );
  });

  it("pairs no z-score with a geometric mean, and names what it drew from", () => {
    const { choices, convention } = rankUncertainty(sample(6, 0), { recipe: makeRecipe(deep), draws: 2 });
    expect(choices.map(({ normalisation, aggregate }) => `${normalisation} ${aggregate}`)).toEqual([
      "min-max arithmetic",
      "min-max geometric",
      "z-score arithmetic",
      "rank arithmetic",
      "rank geometric",
    ]);
    expect(convention.normalisations).toBe("min-max, z-score, rank");
    expect(() => rankUncertainty(sample(6, 0), { normalisations: ["z-score"], aggregations: ["harmonic"] })).toThrow(
      "z-scores have no geometric or harmonic mean",
    );
  });

  it("says what of the declared is never drawn", () => {
    const of = (options: object) =>
      rankUncertainty(sample(6, 0), { draws: 2, ...options }).warnings?.find(({ code }) => code === "choice-left-out");
    expect(of({})).toBeUndefined();
    expect(of({ normalisations: ["rank", "z-score"], aggregations: ["geometric"] })?.text.en).toBe(
      "declared, but never drawn: z-score; z-scores go with arithmetic means alone",
    );
    const zScores = makeRecipe({ ...deep, normalise: { method: "z-score" } });
    const means = of({ recipe: zScores, normalisations: ["stated"], aggregations: ["stated", "harmonic"] });
    expect(means?.text.en).toContain("never drawn: harmonic");
  });

  it("leaves a place that the stated recipe cannot score unranked, and says so", () => {
    const data = { place: ["a", "b", "c"], indicators: [column("x", [1, gap, 3]), column("y", [1, 2, 3])] };
    const { ranks, warnings } = rankUncertainty(data, { draws: 20 });
    expect([...ranks.median]).toEqual([2, gap, 1]);
    expect([...ranks.tier]).toEqual([2, gap, 1]);
    expect(warnings?.map(({ code }) => code)).toEqual(["not-scored", "few-draws", "scope"]);
  });

  it("warns of few draws, and refuses an option that it does not know with the one that was meant", () => {
    const codes = (draws: number) => rankUncertainty(sample(6, 0), { draws }).warnings?.map(({ code }) => code);
    expect(codes(10)).toContain("few-draws");
    expect(codes(99)).not.toContain("few-draws");
    const misspelt: object = { drwas: 10 };
    expect(() => rankUncertainty(sample(6, 0), misspelt)).toThrow("composite/rank-uncertainty: no option drwas");
    expect(() => rankUncertainty(sample(6, 0), { draws: 0 })).toThrow(/draws is 0, expected/);
  });

  it("gives the same bytes whoever computes which part", async () => {
    const call = { inputs: method.example(3, 9).inputs, options: { draws: 1200, leaveOneOut: true } };
    const alone = localContext(method, 8);
    const backwards = {
      ...localContext(method, 8),
      map: async (_: string, jobs: readonly unknown[]) => {
        const answers = new Map(
          [...jobs.keys()].reverse().map((at) => [at, method.kernels?.draws?.(structuredClone(jobs[at]) as never)]),
        );
        return jobs.map((_, at) => structuredClone(answers.get(at)));
      },
    };
    expect(canonicalJson(await invoke(method, call, backwards))).toBe(canonicalJson(await invoke(method, call, alone)));
  });
});
