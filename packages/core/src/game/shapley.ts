/**
 * What does each party bring in, on the average over all orders in which they might have come together?
 *
 *   phi_i = sum over S without i of  s! (n - s - 1)! / n!  (v(S + i) - v(S))
 *
 * The game comes as a table of coalitions (`A+B+C` and its value), or as what stands for them: own values and links of pairs
 * (`pairs`: a link counts where both ends are in, both directions add), costs (`airport`: a coalition costs what its most demanding
 * member does), or claims on an estate (`bankruptcy`). Weights of parties give the weighted value, in which what a coalition adds is
 * shared by weight; unions (the province of a city) give Owen's value, in which parties come union by union. Shares add up to the
 * value of all.
 *
 * Computed in closed form where there is one (pairs half and half, airport step by step), else over all coalitions to 25 parties (16
 * with weights), else by random orders with Student's interval: in all their rotations; union by union; or dealt by weight. Gaps are refused: a coalition without
 * a value is not worth 0. Whether any coalition could do better by itself is counted, to 20 parties: the value is in the
 * core for sure only where the game is convex.
 *
 * @example shapley({ coalitions: { coalition: ["A", "B", "A+B"], value: [1, 2, 5] } }, {}, draw).shares[0]?.share // 2
 */
import { z } from "zod";
import { fewDraws } from "../contract/few-draws.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { airportShares, pairShares, worthAlong, worthOf } from "./closed-forms.ts";
import { excesses, refuseGame, scaleOf } from "./coalition-table.ts";
import { gameConventions, gameMeans } from "./form-words.ts";
import {
  type GameInput,
  type GameOptions,
  gameInputs,
  gameOptions,
  type StatedGame,
  stateGame,
  unitOfGame,
  valueGame,
} from "./game-form.ts";
import { byUnion, byWeight, rotations, type SampledValue, sampledShapley } from "./shapley-sample.ts";
import { shapleyFindings, shapleyTables } from "./shapley-tables.ts";
import { owenValues, shapleyValues, weightedShapleyValues } from "./shapley-values.ts";
import { membersOf, mostListed } from "./subsets.ts";

export interface ShapleyShare {
  readonly place: string;
  readonly union: string | undefined;
  readonly share: number;
  /** Value alone, and what is lost without the party. */
  readonly alone: number;
  readonly last: number;
  /** Ends of the 95 % interval of a sampled share. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface ShapleyResult extends Outcome {
  readonly shares: readonly ShapleyShare[];
  readonly total: number;
  /** Coalitions that could do better by themselves; not counted beyond 20 parties. */
  readonly blocking: number | undefined;
  /** The one that could do better by the most. */
  readonly worst: { readonly members: readonly string[]; readonly excess: number } | undefined;
}

export interface ShapleyOptions extends GameOptions {
  readonly draws?: number;
}

/** Dividends of 2^16 coalitions still cancel to nine digits. */
const mostWeighted = 16;
const mostChecked = 20;
const rounding = 1e-9;

export function shapley(input: GameInput, options: ShapleyOptions, draw: Random): ShapleyResult {
  const game = stateGame("shapley", input, options);
  const n = game.parties.length;
  const computed = valuesOf(game, options.draws ?? 200, draw);
  const worth = worthOf(game);
  const [total, none] = [worth(() => true), 0];
  const shares = game.parties.map((place, at): ShapleyShare => {
    const { value, low, high } = computed.values[at];
    return {
      place,
      union: game.union?.[at],
      share: value,
      alone: worth((party) => party === at) - none,
      last: total - worth((party) => party !== at),
      low,
      high,
    };
  });
  const checked = n > mostChecked || computed.how === "sampled" ? undefined : blockers(game, shares);
  return {
    shares,
    total,
    blocking: checked?.count,
    worst: checked?.worst,
    n,
    warnings: [
      ...surplusWarnings(game.of, shares, total),
      ...(computed.how === "sampled" ? fewDraws(options.draws ?? 200, { en: "shares", zh: "分配" }) : []),
    ],
    convention: {
      form: game.form,
      of: game.of,
      ...(game.form === "coalitions" ? { unlisted: options.unlisted ?? "refuse" } : {}),
      arrival: game.union !== undefined ? "by-union" : game.weight !== undefined ? "weighted" : "any-order",
      computed: computed.how,
    },
  };
}

interface Computed {
  readonly how: "closed-form" | "all-coalitions" | "sampled";
  readonly values: readonly (Pick<SampledValue, "value"> & Partial<SampledValue>)[];
}

function valuesOf(game: StatedGame, draws: number, draw: Random): Computed {
  const { parties, weight, union } = game;
  const n = parties.length;
  const plainly = (values: ArrayLike<number>, how: Computed["how"]): Computed => {
    return { how, values: Array.from(values, (value) => ({ value })) };
  };
  if (weight !== undefined && union !== undefined) {
    refuseGame(
      "shapley",
      "weights-and-unions",
      "parties have weights and unions, expected one of the two",
      "参与方同时给出权重与分组，只能取其一",
    );
  }
  // of two that add something together, each order of unions puts either first as often
  if (game.form === "pairs") return plainly(pairShares(game.own, game.links, weight), "closed-form");
  if (game.form === "airport" && weight === undefined && union === undefined) {
    return plainly(airportShares(game.cost), "closed-form");
  }
  if (n > (weight === undefined ? mostListed : mostWeighted)) {
    const deal =
      weight !== undefined ? byWeight(weight) : union !== undefined ? byUnion(unionsOf(union)) : rotations(n);
    return { how: "sampled", values: sampledShapley(n, worthAlong(game), draws, draw, deal) };
  }
  const { values } = valueGame("shapley", game);
  if (union !== undefined) return plainly(owenValues(values, unionsOf(union)), "all-coalitions");
  return plainly(
    weight === undefined ? shapleyValues(values, n) : weightedShapleyValues(values, weight),
    "all-coalitions",
  );
}

function unionsOf(union: readonly string[]): number[][] {
  return [...new Set(union)].sort().map((name) => union.flatMap((each, at) => (each === name ? [at] : [])));
}

function blockers(game: StatedGame, shares: readonly ShapleyShare[]) {
  const { values } = valueGame("shapley", game);
  const sign = game.of === "gain" ? 1 : -1;
  const over = excesses(
    values,
    shares.map(({ share }) => share),
  );
  const least = rounding * scaleOf(values);
  let [count, most, at] = [0, least, 0];
  for (let mask = 1; mask < over.length - 1; mask += 1) {
    const excess = sign * over[mask];
    if (excess > least) count += 1;
    if (excess > most) [most, at] = [excess, mask];
  }
  const members = membersOf(at).map((party) => game.parties[party]);
  return { count, worst: count === 0 ? undefined : { members, excess: most } };
}

function surplusWarnings(of: "gain" | "cost", shares: readonly ShapleyShare[], total: number): Warning[] {
  const alone = shares.reduce((sum, each) => sum + each.alone, 0);
  const surplus = of === "gain" ? total - alone : alone - total;
  if (surplus >= -rounding * Math.abs(alone)) return [];
  return [
    {
      code: "negative-surplus",
      text: {
        en: "together the parties do worse than each alone adds up to: under any split at least one of them loses",
        zh: "各方合作不如各自单干之和：无论如何分配，至少有一方受损",
      },
    },
  ];
}

export default defineMethod({
  id: "game/shapley",
  version: 1,
  title: { en: "Shapley value", zh: "夏普利值" },
  question: {
    en: "What does each party bring in, on the average over all orders of coming together?",
    zh: "在各种可能的加入次序下，各方平均带来多少？",
  },
  formula: "φᵢ = Σ_(S∌i) s! (n − s − 1)! / n! · (v(S∪i) − v(S))",
  where: {
    en: "v(S): value of the coalition S of s parties; n: parties. Weighted: what S adds beyond its parts is shared by weight. Unions (Owen): orders in which each union comes as a block",
    zh: "v(S)：s 方联盟 S 的取值；n：参与方数。加权：联盟的新增部分按权重分；分组（Owen 值）：同组各方连续加入",
  },
  cites: [
    {
      text: "Shapley, L. S. (1953). A value for n-person games. In Contributions to the Theory of Games II, 307-317. Princeton University Press.",
      checked: "unverified",
    },
    {
      text: "Owen, G. (1977). Values of games with a priori unions. In Mathematical Economics and Game Theory, 76-88. Springer.",
      checked: "unverified",
    },
    {
      text: "Kalai, E. and Samet, D. (1987). On weighted Shapley values. International Journal of Game Theory 16, 205-222.",
      checked: "unverified",
    },
    {
      text: "Littlechild, S. C. and Owen, G. (1973). A simple expression for the Shapley value in a special case. Management Science 20(3), 370-372.",
      checked: "unverified",
    },
    {
      text: "Castro, J., Gomez, D. and Tejada, J. (2009). Polynomial calculation of the Shapley value based on sampling. Computers and Operations Research 36(5), 1726-1730.",
      checked: "unverified",
    },
  ],
  conventions: {
    ...gameConventions,
    arrival: {
      title: { en: "Orders of arrival", zh: "加入次序" },
      choices: {
        "any-order": { en: "every order alike", zh: "各次序等可能" },
        weighted: { en: "by weight of the parties", zh: "按各方权重" },
        "by-union": { en: "union by union (Owen)", zh: "按分组依次（Owen 值）" },
      },
    },
    computed: {
      title: { en: "Computed", zh: "计算方式" },
      choices: {
        "closed-form": { en: "in closed form", zh: "闭式解" },
        "all-coalitions": { en: "exactly, over all coalitions", zh: "遍历全部联盟（精确）" },
        sampled: { en: "by random orders, with intervals", zh: "随机次序抽样（附区间）" },
      },
    },
  },
  means: {
    ...gameMeans,
    weight: { en: "of a party, above 0: gives the weighted value", zh: "参与方权重，大于 0：给出加权值" },
    union: {
      en: "block to which a party belongs, such as the province of a city",
      zh: "参与方所属分组，如城市所在省份",
    },
    proposal: { en: "not used here; see game/core", zh: "此处不用，见 game/core" },
    draws: {
      en: "random orders where there are too many coalitions to list",
      zh: "联盟过多无法列举时抽取的随机次序数",
    },
  },
  pitfalls: [
    {
      en: "The Shapley value is fair by its axioms, not stable: a coalition may still do better by itself. It is in the core for sure only where the game is convex.",
      zh: "夏普利值满足公平公理，却未必稳定：某些联盟单干可能更好；仅凸博弈可保证其在核内。",
    },
    {
      en: "A table of costs is a cost game: say of: cost, else the blocking coalitions are read the wrong way round.",
      zh: "成本表须设 of: cost，否则阻挠联盟的判断方向相反。",
    },
  ],
  inputs: gameInputs,
  options: z.strictObject({ ...gameOptions, draws: z.int().min(2).max(100_000).default(200) }),
  gaps: "refuse",
  cost: "seconds",
  random: true,
  relabelling: "permutes",
  example: (seed, size) => {
    const draw = random(seed, "shapley/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const own = place.map(() => draw.integer(20));
    const pairs = place
      .slice(1)
      .flatMap((to, at) => [
        { from: place[at], to, value: 1 + draw.integer(30) },
        ...(at > 0 ? [{ from: place[0], to, value: draw.integer(10) }] : []),
      ]);
    const parties = makeTable("parties", ["place"], [labels("place", place), numbers("value", "yuan", own)]);
    const links = makeTable(
      "links",
      ["from", "to"],
      [
        labels(
          "from",
          pairs.map(({ from }) => from),
        ),
        labels(
          "to",
          pairs.map(({ to }) => to),
        ),
        numbers(
          "value",
          "yuan",
          pairs.map(({ value }) => value),
        ),
      ],
    );
    return { inputs: size > 1 ? { parties, links } : { parties }, options: { form: "pairs" } };
  },
  worked: {
    source: {
      en: "the glove game (textbook): L has a left glove, R and S a right one each, a pair is worth 1. L adds 1 unless it comes first, in 4 of 6 orders; R and S in 1 of 6 each. Every pair and all: L and R could make 1, and get 5/6",
      zh: "手套博弈（教科书例）：L 有一只左手套，R、S 各有一只右手套，一副值 1。L 只要不是首先加入即新增 1，占 6 种次序中的 4 种；R、S 各占 1 种。逐一检验各对与全体：L 与 R 单干可得 1，而所分为 5/6",
    },
    inputs: {
      coalitions: makeTable(
        "coalitions",
        ["coalition"],
        [
          labels("coalition", ["L", "R", "S", "L+R", "S+L", "R+S", "L+R+S"]),
          numbers("value", "1", [0, 0, 0, 1, 1, 0, 1]),
        ],
      ),
    },
    gives: { blocking: 2, "shares[0].share": 2 / 3, "shares[1].share": 1 / 6, "shares[2].share": 1 / 6 },
  },
  run: ({ coalitions, parties, links }, options, context) =>
    shapley({ coalitions, parties, links }, options, context.random("orders")),
  scalars: {
    blocking: { title: { en: "coalitions that could do better by themselves", zh: "单干更好的联盟数" }, unit: "1" },
  },
  tables: (result, inputs) => shapleyTables(result, unitOfGame("shapley", inputs)),
  views: [
    { kind: "bars", table: "shares", category: "place", value: "share" },
    {
      kind: "bars",
      table: "shares",
      category: "place",
      value: "share",
      low: "low",
      high: "high",
      title: { en: "Shapley value with 95 % intervals", zh: "夏普利值及其 95% 区间" },
    },
    {
      kind: "bars",
      table: "unions",
      category: "union",
      value: "share",
      title: { en: "Shapley value by union", zh: "分组夏普利值" },
    },
  ],
  findings: (result, inputs) => shapleyFindings(result, unitOfGame("shapley", inputs)),
});
