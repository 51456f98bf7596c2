/**
 * Is there a split that no coalition would leave, and who would leave the one on the table?
 *
 *   core: x(N) = v(N), x(S) >= v(S) for every S        least core: the least e with x(S) >= v(S) - e for every S but N
 *
 * The game comes as for game/shapley. The least excess e is found by linear programmes in which coalitions' rows are added as they
 * are broken. Up to 0 the core is not empty, and -e is what every coalition can have above its value at once; above 0 it is empty,
 * and e is the least charge on leaving that would hold all together. Each party's range is what it can have in the core (in the
 * least core where the core is empty). The split that is tested is the `proposal` of the parties, or the Shapley value: every
 * coalition that could do better by itself is listed, worst first. Up to 16 parties. A proposal that does not add up to the value
 * of all is refused.
 *
 * @example (await core({ coalitions: { coalition: ["A", "B", "A+B"], value: [1, 2, 5] } }, {}, solve)).leastExcess // -1
 */
import { z } from "zod";
import { defineMethod, type Finding, type Outcome, type Solve, type Warning } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { percent } from "../contract/saying.ts";
import { labelOf, labels, makeTable, numberOf, numbers, type Table, tableOf, wordsOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { slack } from "./coalition-programmes.ts";
import { excesses, refuseGame } from "./coalition-table.ts";
import { gameConventions, gameMeans } from "./form-words.ts";
import { exampleCoalitions, type GainGame, gainGame } from "./gain-game.ts";
import { type GameInput, type GameOptions, gameInputs, gameOptions, unitOfGame } from "./game-form.ts";
import { leastExcess, partyRanges } from "./least-core.ts";
import { listedGame } from "./searchable-game.ts";
import { shapleyValues } from "./shapley-values.ts";

export interface CoreParty {
  readonly place: string;
  /** Under the split that is tested. */
  readonly share: number;
  /** What it can have in the core, or in the least core. */
  readonly low: number;
  readonly high: number;
  readonly alone: number;
}

export interface Blocker {
  readonly coalition: string;
  readonly members: readonly string[];
  readonly value: number;
  readonly share: number;
  /** What it would be better off by, alone. */
  readonly excess: number;
}

export interface CoreResult extends Outcome {
  readonly parties: readonly CoreParty[];
  readonly blockers: readonly Blocker[];
  readonly leastExcess: number;
  /** The same, as a share of the value of all; not known where that is 0. */
  readonly leastExcessShare: number | undefined;
  readonly isEmpty: boolean;
  readonly blocking: number;
}

export interface CoreOptions extends GameOptions {
  /** How many blocking coalitions are listed. */
  readonly listed?: number;
}

const mostParties = 16;

export async function core(input: GameInput, options: CoreOptions, solve: Solve): Promise<CoreResult> {
  const game = gainGame("core", input, options, mostParties);
  const { parties, values, given } = game;
  const n = parties.length;
  const all = values.length - 1;
  const searched = listedGame(values, n);
  const least = n === 1 ? 0 : (await leastExcess(solve, searched, { isOpen: () => true })).excess;
  const isEmpty = least > slack;
  const ranges = await partyRanges(solve, searched, isEmpty ? least : 0);
  const split = tested(game);
  const by = excesses(values, Array.from(split));
  const blocking = Array.from(by.keys()).filter((mask) => mask > 0 && mask < all && by[mask] > slack);
  blocking.sort((a, b) => by[b] - by[a] || a - b);
  const excess = game.restoreExcess(least);
  return {
    parties: parties.map((place, at) => {
      const ends = [game.restore(ranges[at].low), game.restore(ranges[at].high)];
      const share = game.restore(split[at]);
      return { place, share, low: Math.min(...ends), high: Math.max(...ends), alone: given[1 << at] };
    }),
    blockers: blocking.slice(0, options.listed ?? 20).map((mask): Blocker => {
      const gain = game.restoreExcess(by[mask]);
      const value = given[mask];
      const share = game.restore(values[mask] - by[mask]);
      return { coalition: game.name(mask), members: game.members(mask), value, share, excess: gain };
    }),
    leastExcess: excess,
    leastExcessShare: given[all] === 0 ? undefined : excess / Math.abs(given[all]),
    isEmpty,
    blocking: blocking.length,
    n,
    warnings: isEmpty ? [emptyWarning] : [],
    convention: {
      form: game.stated.form,
      of: game.stated.of,
      ...(game.stated.form === "coalitions" ? { unlisted: options.unlisted ?? "refuse" } : {}),
      tested: game.stated.proposal === undefined ? "shapley" : "proposal",
      ranges: isEmpty ? "least-core" : "core",
    },
  };
}

const emptyWarning: Warning = {
  code: "core-empty",
  text: {
    en: "the core is empty: under every split some coalition would do better by itself; ranges are those of the least core",
    zh: "核为空：无论如何分配，总有联盟单干更好；所列区间为最小核的区间",
  },
};

/** The proposal, which must share out the whole, or the Shapley value. */
function tested({ stated, values, restore, scale, parties }: GainGame): Float64Array {
  const { proposal } = stated;
  if (proposal === undefined) return shapleyValues(values, parties.length);
  const whole = restore(values[values.length - 1]);
  const total = proposal.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - whole) > slack * scale) {
    refuseGame(
      "core",
      "proposal-sum",
      `proposal adds up to ${total}, expected the value of all, ${whole}`,
      `分配方案合计为 ${total}，应等于全体联盟的取值 ${whole}`,
      {
        en: total > whole ? "it pays out more than comes in" : "it leaves a part to nobody",
        zh: total > whole ? "支出多于收入" : "有一部分无人分得",
      },
    );
  }
  return proposal.map((share) => share / restore(1));
}

function coreTables({ parties, blockers, leastExcess: excess }: CoreResult, unit: string): Table[] {
  const amount = <Row>(name: string, title: Text, pick: (row: Row) => number) => numberOf<Row>(name, unit, title, pick);
  const measure: Text = { en: "least excess", zh: "最小超额" };
  return [
    tableOf(
      "parties",
      ["place"],
      parties,
      [
        placeColumn,
        amount<CoreParty>("share", { en: "share tested", zh: "被检验的分配" }, ({ share }) => share),
        amount<CoreParty>("low", { en: "least in the core", zh: "核内最低" }, ({ low }) => low),
        amount<CoreParty>("high", { en: "most in the core", zh: "核内最高" }, ({ high }) => high),
        amount<CoreParty>("alone", { en: "value alone", zh: "单干取值" }, ({ alone }) => alone),
      ],
      { title: { en: "Parties", zh: "各方" } },
    ),
    tableOf(
      "blockers",
      ["coalition"],
      blockers,
      [
        labelOf<Blocker>("coalition", { en: "coalition", zh: "联盟" }, ({ coalition }) => coalition),
        numberOf<Blocker>("members", "1", { en: "members", zh: "成员数" }, ({ members }) => members.length),
        amount<Blocker>("value", { en: "value by itself", zh: "单干取值" }, ({ value }) => value),
        amount<Blocker>("share", { en: "share tested", zh: "被检验的分配" }, ({ share }) => share),
        amount<Blocker>("excess", { en: "better off by", zh: "单干增益" }, (row) => row.excess),
      ],
      { title: { en: "Coalitions that would leave", zh: "会退出的联盟" } },
    ),
    tableOf(
      "least_core",
      ["measure_en"],
      [{ excess }],
      [
        wordsOf<{ excess: number }>("measure", { en: "measure", zh: "指标" }, () => measure),
        amount<{ excess: number }>("value", { en: "value", zh: "取值" }, (row) => row.excess),
      ],
      { title: { en: "Least core", zh: "最小核" } },
    ),
  ];
}

function coreFindings(result: CoreResult, unit: string): Finding[] {
  const { isEmpty, leastExcess: excess, leastExcessShare, blockers, blocking, convention } = result;
  if (result.parties.length === 1) return [];
  const amount = { number: Math.abs(excess), unit, digits: 2 };
  const share = percent(Math.abs(leastExcessShare ?? 0), 1);
  const stable: Finding = isEmpty
    ? {
        text: {
          en: "No split holds all together: leaving would have to cost each coalition {amount}{part}.",
          zh: "没有任何分配能留住所有联盟：须使退出代价不低于 {amount}{part}。",
        },
        values: { amount, part: partOf(leastExcessShare, share) },
      }
    : {
        text: {
          en: "There are splits that no coalition would leave; under the best of them each is better off by at least {amount}{part}.",
          zh: "存在无人愿退出的分配；最优时每个联盟至少多得 {amount}{part}。",
        },
        values: { amount, part: partOf(leastExcessShare, share) },
      };
  const what: Text =
    convention.tested === "proposal"
      ? { en: "the proposal", zh: "该方案" }
      : { en: "the Shapley value", zh: "夏普利值" };
  if (blocking === 0) {
    const text = { en: "Under {what} no coalition would leave.", zh: "在{what}下，没有联盟会退出。" };
    return [stable, { text, values: { what: { text: what } } }];
  }
  const worst = blockers[0];
  if (worst === undefined) return [stable];
  return [
    stable,
    {
      text: {
        en: "Under {what} {count, plural, one {# coalition} other {# coalitions}} would leave, first of all {places}, better off by {excess}.",
        zh: "在{what}下，有 {count} 个联盟会退出；{places}的动机最强，单干可增益 {excess}。",
      },
      values: {
        what: { text: what },
        count: blocking,
        places: { places: worst.members },
        excess: { number: worst.excess, unit, digits: 2 },
      },
    },
  ];
}

/** The bracket with the share, where there is one. */
function partOf(share: number | undefined, said: ReturnType<typeof percent>) {
  if (share === undefined || typeof said !== "object" || !("number" in said)) return { text: { en: "", zh: "" } };
  const digits = said.number.toFixed(1);
  return { text: { en: ` (${digits}% of the whole)`, zh: `（占全部的 ${digits}%）` } };
}

export default defineMethod({
  id: "game/core",
  version: 1,
  title: { en: "Core and least core", zh: "核与最小核" },
  question: {
    en: "Is there a split that no coalition would leave, and who would leave the one on the table?",
    zh: "是否存在没有联盟愿意退出的分配？现有方案下谁会退出？",
  },
  formula: "min e:  x(N) = v(N),  x(S) ≥ v(S) − e  ∀ S ⊂ N;  K ≠ ∅ ⇔ e ≤ 0",
  where: {
    en: "x(S): what the members of S get together; v(S): what they could make by themselves; N: all parties; e: least excess; K: the core",
    zh: "x(S)：联盟 S 成员所得之和；v(S)：其单干取值；N：全体；e：最小超额；K：核",
  },
  cites: [
    {
      text: "Gillies, D. B. (1959). Solutions to general non-zero-sum games. In Contributions to the Theory of Games IV, 47-85. Princeton University Press.",
      checked: "unverified",
    },
    {
      text: "Maschler, M., Peleg, B. and Shapley, L. S. (1979). Geometric properties of the kernel, nucleolus, and related solution concepts. Mathematics of Operations Research 4(4), 303-338.",
      checked: "unverified",
    },
  ],
  conventions: {
    ...gameConventions,
    tested: {
      title: { en: "Split tested", zh: "被检验的分配" },
      choices: {
        proposal: { en: "the parties' proposal", zh: "各方提出的方案" },
        shapley: { en: "the Shapley value", zh: "夏普利值" },
      },
    },
    ranges: {
      title: { en: "Ranges", zh: "区间" },
      choices: {
        core: { en: "in the core", zh: "核内" },
        "least-core": { en: "in the least core, since the core is empty", zh: "最小核内（核为空）" },
      },
    },
  },
  means: {
    ...gameMeans,
    proposal: {
      en: "what each party is to get or pay; together the value of all",
      zh: "各方拟得或拟付，合计等于全体联盟取值",
    },
    weight: { en: "not used here; see game/shapley", zh: "此处不用，见 game/shapley" },
    union: { en: "not used here; see game/shapley", zh: "此处不用，见 game/shapley" },
    listed: {
      en: "how many coalitions that would leave are listed, worst first",
      zh: "列出的退出联盟数，按动机强弱排列",
    },
  },
  pitfalls: [
    {
      en: "An end of a party's range is reached only while the others take what suits it: the ranges are not a split.",
      zh: "区间端点须以他方相应取值为前提，各方区间不构成一种分配。",
    },
    {
      en: "What a coalition could make by itself is an assumption of the table: who would supply the rest, and would they react?",
      zh: "联盟单干取值本身是假设：其余各方如何反应，须另行说明。",
    },
  ],
  inputs: gameInputs,
  options: z.strictObject({ ...gameOptions, listed: z.int().min(1).max(1000).default(20) }),
  gaps: "refuse",
  cost: "seconds",
  relabelling: "permutes",
  example: (seed, size) => {
    const { coalition, value } = exampleCoalitions(seed, size);
    const columns = [labels("coalition", coalition), numbers("value", "yuan", value)];
    return { inputs: { coalitions: makeTable("coalitions", ["coalition"], columns) } };
  },
  worked: {
    source: {
      en: "by hand: three parties, each pair makes 80, all 100: of 100 the three pairs want 240, but get 200, so the least excess is 80 - 200/3",
      zh: "手算：三方，任两方合作得 80，全体合作得 100：三对合计要求 240，而 100 只能给三对合计 200，故最小超额为 80 - 200/3",
    },
    inputs: {
      coalitions: makeTable(
        "coalitions",
        ["coalition"],
        [
          labels("coalition", ["A", "B", "C", "A+B", "A+C", "B+C", "A+B+C"]),
          numbers("value", "1", [0, 0, 0, 80, 80, 80, 100]),
        ],
      ),
    },
    gives: {
      blocking: 3,
      leastExcessShare: (80 - 200 / 3) / 100,
      "least_core[0].value": 80 - 200 / 3,
      "parties[0].low": 100 / 3,
      "parties[2].high": 100 / 3,
      "blockers[0].excess": 80 - 200 / 3,
    },
  },
  run: ({ coalitions, parties, links }, options, { solve }) => core({ coalitions, parties, links }, options, solve),
  scalars: {
    blocking: { title: { en: "coalitions that would leave", zh: "会退出的联盟数" }, unit: "1" },
    leastExcessShare: {
      title: {
        en: "least excess as a share of the whole; up to 0 the core is not empty",
        zh: "最小超额占全部之比，不大于 0 则核非空",
      },
      unit: "1",
    },
  },
  tables: (result, inputs) => coreTables(result, unitOfGame("core", inputs)),
  views: [
    { kind: "bars", table: "parties", category: "place", value: "share", low: "low", high: "high" },
    {
      kind: "bars",
      table: "blockers",
      category: "coalition",
      value: "excess",
      title: { en: "Who would leave", zh: "谁会退出" },
    },
  ],
  findings: (result, inputs) => coreFindings(result, unitOfGame("core", inputs)),
});
