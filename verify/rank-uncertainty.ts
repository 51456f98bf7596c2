/**
 * Does the 5-95 % interval of ranks hold the rank under one more recipe, drawn here by what the method's description says and
 * scored by `score`? Of R draws the ends are the k-th and m-th rank, k = .05 R and m = .95 R. A new rank takes each of the
 * R + 1 seats among the old ones alike likely: with ties seated at random it lies between the ends in exactly (m - k) / (R + 1)
 * of all cases, and since the interval holds its ends, in at least as many without the lot. Whole ranks push the share up.
 */

import { rankUncertainty } from "../packages/core/src/composite/rank-uncertainty.ts";
import { makeRanker } from "../packages/core/src/composite/ranking.ts";
import { makeRecipe } from "../packages/core/src/composite/recipe.ts";
import { score } from "../packages/core/src/composite/score.ts";
import { type Random, random } from "../packages/core/src/contract/random.ts";
import { type Check, repeat, tally } from "./check.ts";

const draws = 400;
const [lowSeat, highSeat] = [0.05 * draws, 0.95 * draws];
const nominal = (highSeat - lowSeat) / (draws + 1);
const places = 60;
const place = Array.from({ length: places }, (_, at) => `p${String(at).padStart(3, "0")}`);
const nodes = [
  { id: "economy", weight: 2 },
  { id: "life", weight: 1 },
];
const indicators = ["a", "b", "c", "d", "e", "f"].map((id, at) => ({
  id,
  node: at < 3 ? "economy" : "life",
  weight: 1 + (at % 3),
  direction: at % 2 === 0 ? ("up" as const) : ("down" as const),
}));
const recipe = makeRecipe({ nodes, indicators });
/** What is declared by default: z-scores have arithmetic means only. */
const pairs = [
  ["min-max", "arithmetic"],
  ["min-max", "geometric"],
  ["z-score", "arithmetic"],
  ["rank", "arithmetic"],
  ["rank", "geometric"],
] as const;

interface Setting {
  readonly weights: "uniform-25" | "dirichlet";
  readonly leaveOneOut: boolean;
}

export default function checks(seed: number): Check[] {
  return [
    ...coverage(seed, { weights: "uniform-25", leaveOneOut: false }, "weights ± 25 %"),
    ...coverage(seed, { weights: "dirichlet", leaveOneOut: true }, "free weights, one or no indicator left out"),
  ];
}

function coverage(seed: number, setting: Setting, title: string): Check[] {
  const draw = random(seed, `verify/rank-uncertainty/${setting.weights}`);
  const [covered, seated] = [tally(), tally()];
  repeat(1_000, (at) => {
    const values = () => Float64Array.from(place, () => Math.exp(draw.normal() / 2));
    const data = { place, indicators: indicators.map(({ id }) => ({ name: id, unit: "1", values: values() })) };
    const { ranks } = rankUncertainty(data, { recipe, draws, seed: at, ...setting });
    const taken = newRanks(data, setting, draw);
    const { below, same } = among(ranks.shares, taken);
    let [held, between] = [0, 0];
    taken.forEach((rank, row) => {
      if (ranks.low[row]! <= rank && rank <= ranks.high[row]!) held += 1;
      const seat = below[row]! + draw.integer(same[row]! + 1);
      if (seat >= lowSeat && seat < highSeat) between += 1;
    });
    covered.add(held / places);
    seated.add(between / places);
  });
  return [
    covered.check(`${title}: places whose new rank lies in the interval`, "at least", nominal),
    seated.check(`${title}: the same, ties seated at random`, "exactly", nominal),
  ];
}

/** Ranks under one newly drawn recipe. */
function newRanks(data: Parameters<typeof score>[1], { weights, leaveOneOut }: Setting, draw: Random): Uint32Array {
  const vary = <T extends { readonly weight: number }>(each: T): T => ({
    ...each,
    weight: weights === "dirichlet" ? draw.exponential() : each.weight * (0.75 + draw.uniform() / 2),
  });
  const [method, aggregate] = pairs[draw.integer(pairs.length)]!;
  const stated = method === "min-max" && aggregate === "arithmetic";
  const left = leaveOneOut ? draw.integer(indicators.length + 1) : indicators.length;
  const drawn = makeRecipe({
    nodes: nodes.map(vary),
    indicators: indicators.filter((_, at) => at !== left).map(vary),
    normalise: { method, ...(stated || method === "z-score" ? {} : { range: [0.01, 1] as [number, number] }) },
    aggregate,
  });
  const ranks = new Uint32Array(places);
  makeRanker(places)(score(drawn, data).total, 0, places, ranks);
  return ranks;
}

type Shares = ReturnType<typeof rankUncertainty>["ranks"]["shares"];

/** In how many draws a place ranked better than now, and in how many the same. */
function among({ row, rank, share }: Shares, taken: Uint32Array): { below: Uint32Array; same: Uint32Array } {
  const [below, same] = [new Uint32Array(places), new Uint32Array(places)];
  row.forEach((own, at) => {
    const count = Math.round(share[at]! * draws);
    if (rank[at]! < taken[own]!) below[own]! += count;
    else if (rank[at] === taken[own]) same[own]! += count;
  });
  return { below, same };
}
