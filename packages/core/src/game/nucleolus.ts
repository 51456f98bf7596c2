/**
 * Which split leaves the worst-off coalition as well off as can be, then the next, and so on?
 *
 *   e(S, x) = v(S) - x(S), ordered from the largest: the nucleolus is the x with x(N) = v(N), x_i >= v(i) for which that list is
 *   the first in the order of a dictionary
 *
 * The game comes as for game/shapley. It is always one split; it lies in the core where there is one, always in the least core
 * of the splits that give each party what it has alone, and is the Talmud rule of a bankruptcy game (Aumann and Maschler 1985).
 * Found by a sequence of linear programmes whose rows are added as they are broken (Maschler, Peleg and Shapley 1979), and then
 * held to Kohlberg's test, which knows nothing of those programmes: an answer that fails it is an error, never a number. Up to
 * 20 parties; of a bankruptcy or airport game, whose form tells which coalition is worst off, up to 30. Where all together make less than each alone adds up to, no split gives each its own, and none is returned.
 *
 * @example (await nucleolus({ coalitions: { coalition: ["A", "B", "A+B"], value: [1, 2, 5] } }, {}, solve)).shares[0].share // 2
 */
import { z } from "zod";
import { NumericalError } from "../contract/errors.ts";
import { defineMethod, type Finding, type Outcome, type Solve } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { foremost } from "../contract/saying.ts";
import { ifAny, labelOf, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import { slack } from "./coalition-programmes.ts";
import { refuseGame } from "./coalition-table.ts";
import { gameConventions, gameMeans } from "./form-words.ts";
import { exampleCoalitions } from "./gain-game.ts";
import { type GameInput, type GameOptions, gameInputs, gameOptions, unitOfGame } from "./game-form.ts";
import { nucleolusGame } from "./nucleolus-game.ts";
import { isBalanced, nucleolusSteps } from "./nucleolus-steps.ts";

export interface NucleolusShare {
  readonly place: string;
  readonly share: number;
  /** Beside it, the Shapley value and the value alone. */
  readonly shapley: number | undefined;
  readonly alone: number;
}

export interface NucleolusResult extends Outcome {
  readonly shares: readonly NucleolusShare[];
  /** Coalitions that settle the split, step by step, each with what it would gain by leaving (below 0: lose). */
  readonly settled: readonly {
    readonly step: number;
    readonly coalition: string;
    readonly members: readonly string[];
    readonly excess: number;
  }[];
  readonly steps: number;
}

export async function nucleolus(input: GameInput, options: GameOptions, solve: Solve): Promise<NucleolusResult> {
  const game = nucleolusGame(input, options);
  const { searched, alone, whole } = game;
  const { parties } = game.stated;
  const apart = alone.reduce((sum, each) => sum + each, 0);
  const surplus = game.stated.of === "gain" ? whole - apart : apart - whole;
  if (surplus < -slack * game.scale) {
    refuseGame(
      "nucleolus",
      "negative-surplus",
      `together the parties have ${whole}, alone ${apart}; expected together to be no worse`,
      `各方合作为 ${whole}，单干合计为 ${apart}，合作应不差于单干`,
      {
        en: "no split gives each party what it has alone; game/shapley and game/core still say where it hurts",
        zh: "没有分配能使各方不低于单干；可用 game/shapley 与 game/core 查看症结",
      },
    );
  }
  const { allocation, steps } = await nucleolusSteps(solve, searched);
  if (!(await isBalanced(solve, searched, allocation))) throw unverified();
  return {
    shares: parties.map((place, at) => ({
      place,
      share: game.restore(allocation[at]),
      shapley: game.shapley?.[at],
      alone: alone[at],
    })),
    settled: steps.flatMap((step, at) =>
      step.map(({ coalition, excess }) => ({
        step: at + 1,
        coalition: game.name(coalition),
        members: game.members(coalition),
        excess: game.restoreExcess(excess),
      })),
    ),
    steps: steps.length,
    n: parties.length,
    convention: {
      form: game.stated.form,
      of: game.stated.of,
      ...(game.stated.form === "coalitions" ? { unlisted: options.unlisted ?? "refuse" } : {}),
      searched: game.searchedBy,
    },
  };
}

function unverified(): NumericalError {
  return new NumericalError("not-converged", {
    en: "nucleolus: the answer fails Kohlberg's test of balancedness, expected every level of excess to be balanced",
    zh: "nucleolus：结果未通过 Kohlberg 平衡性检验，各超额水平应均平衡",
  });
}

function nucleolusTables({ shares, settled }: NucleolusResult, unit: string): Table[] {
  const amount = (name: string, en: string, zh: string, pick: (row: NucleolusShare) => number | undefined) =>
    numberOf<NucleolusShare>(name, unit, { en, zh }, pick);
  return [
    tableOf(
      "shares",
      ["place"],
      shares,
      [
        placeColumn,
        amount("share", "nucleolus", "核仁", ({ share }) => share),
        ifAny(amount("shapley", "Shapley value", "夏普利值", (row) => row.shapley)),
        amount("alone", "value alone", "单干取值", ({ alone }) => alone),
      ],
      { title: { en: "Shares", zh: "各方应得" } },
    ),
    tableOf(
      "settled",
      ["coalition"],
      settled,
      [
        labelOf("coalition", { en: "coalition", zh: "联盟" }, ({ coalition }) => coalition),
        numberOf("step", "1", { en: "step", zh: "步骤" }, ({ step }) => step),
        numberOf("excess", unit, { en: "excess", zh: "超额" }, ({ excess }) => excess),
      ],
      { title: { en: "Coalitions that settle the split", zh: "决定分配的联盟" } },
    ),
  ];
}

function nucleolusFindings({ shares, settled, convention }: NucleolusResult, unit: string): Finding[] {
  const first = settled[0];
  if (first === undefined) return [];
  const most = foremost(shares, ({ share }) => share);
  const isGain = convention.of === "gain";
  const said = (number: number) => ({ number, unit, digits: 2 });
  const tightest: Finding =
    first.excess > 0
      ? {
          text: {
            en: "Even under this split there is a gain of {excess} in leaving for {places}: no split does better.",
            zh: "即便如此分配，{places}退出仍可增益 {excess}，已无更优分配。",
          },
          values: { places: { places: first.members }, excess: said(first.excess) },
        }
      : {
          text: {
            en: "No coalition gains by leaving; nearest to it is {places}, at a loss of {excess}.",
            zh: "没有联盟能因退出获益；{places}最接近退出，退出将损失 {excess}。",
          },
          values: { places: { places: first.members }, excess: said(Math.abs(first.excess)) },
        };
  return [
    tightest,
    {
      text: {
        en: `The most ${isGain ? "is due to" : "is borne by"} {places}: {share}${most.length > 1 ? " each" : ""}.`,
        zh: `{places}${isGain ? "应得" : "承担"}最多，${most.length > 1 ? "各" : ""}为 {share}。`,
      },
      values: { places: { places: most.map(({ place }) => place) }, share: said(most[0].share) },
    },
  ];
}

export default defineMethod({
  id: "game/nucleolus",
  version: 2,
  title: { en: "Nucleolus", zh: "核仁" },
  question: {
    en: "Which split leaves the worst-off coalition as well off as can be, then the next?",
    zh: "哪种分配使最不满的联盟尽可能满意，再依次顾及其余联盟？",
  },
  formula: "min θ(x);  θ(x) = (v(S) − x(S))↓;  x(N) = v(N), xᵢ ≥ v(i)",
  where: {
    en: "v(S): what the coalition S makes by itself; x(S): what its members get; v(S) − x(S): its excess; θ: all excesses, the largest first, of which first the largest is made least, then the next; N: all parties",
    zh: "v(S)：联盟 S 的单干取值；x(S)：其成员所得；v(S) − x(S)：超额；θ：全部超额由大到小排列，先使最大者最小，再依次及于其次；N：全体",
  },
  cites: [
    {
      text: "Schmeidler, D. (1969). The nucleolus of a characteristic function game. SIAM Journal on Applied Mathematics 17(6), 1163-1170.",
      checked: "unverified",
    },
    {
      text: "Kohlberg, E. (1971). On the nucleolus of a characteristic function game. SIAM Journal on Applied Mathematics 20(1), 62-66.",
      checked: "unverified",
    },
    {
      text: "Maschler, M., Peleg, B. and Shapley, L. S. (1979). Geometric properties of the kernel, nucleolus, and related solution concepts. Mathematics of Operations Research 4(4), 303-338.",
      checked: "unverified",
    },
    {
      text: "Aumann, R. J. and Maschler, M. (1985). Game theoretic analysis of a bankruptcy problem from the Talmud. Journal of Economic Theory 36(2), 195-213.",
      checked: "unverified",
    },
  ],
  conventions: {
    ...gameConventions,
    searched: {
      title: { en: "Coalitions looked at", zh: "联盟搜索方式" },
      choices: {
        "all-coalitions": { en: "all of them", zh: "逐一比较全部联盟" },
        form: { en: "the worst off, told by the form of the game", zh: "由博弈形式直接求出最不满的联盟" },
      },
    },
  },
  means: {
    ...gameMeans,
    weight: { en: "not used here; see game/shapley", zh: "此处不用，见 game/shapley" },
    union: { en: "not used here; see game/shapley", zh: "此处不用，见 game/shapley" },
    proposal: { en: "not used here; see game/core", zh: "此处不用，见 game/core" },
  },
  pitfalls: [
    {
      en: "The nucleolus counts complaints in money, not per head: a coalition of ten that is short by 1 weighs as much as a pair that is.",
      zh: "核仁按金额而非人均衡量不满：十方联盟少得 1 与两方联盟少得 1 同等看待。",
    },
    {
      en: "A party can get less when the whole grows: the nucleolus is stable, not monotone. See the Shapley value beside it.",
      zh: "总额增加时某方所得可能反而减少：核仁稳定但不单调，请对照夏普利值。",
    },
  ],
  inputs: gameInputs,
  options: z.strictObject(gameOptions),
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
      en: "the Talmud's marriage contract as a game: claims 100, 200, 300, estate 200 give 50, 75, 75 (Aumann and Maschler 1985)",
      zh: "《塔木德》婚约问题作为博弈：诉求 100、200、300，可分总额 200，分得 50、75、75（Aumann 与 Maschler 1985）",
    },
    inputs: {
      parties: makeTable(
        "parties",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("value", "1", [100, 200, 300])],
      ),
    },
    options: { form: "bankruptcy", estate: 200 },
    gives: { "shares[0].share": 50, "shares[1].share": 75, "shares[2].share": 75 },
  },
  run: ({ coalitions, parties, links }, options, { solve }) =>
    nucleolus({ coalitions, parties, links }, options, solve),
  scalars: { steps: { title: { en: "steps until all are settled", zh: "确定全部所需步数" }, unit: "1" } },
  tables: (result, inputs) => nucleolusTables(result, unitOfGame("nucleolus", inputs)),
  views: [{ kind: "bars", table: "shares", category: "place", value: "share" }],
  findings: (result, inputs) => nucleolusFindings(result, unitOfGame("nucleolus", inputs)),
});
