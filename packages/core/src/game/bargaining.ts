/**
 * How do parties split what an agreement brings, when each can fall back on something without it?
 *
 *   Nash                x maximises  prod (x_i - d_i)^(w_i)              x_i = d_i + w_i t
 *   Kalai-Smorodinsky   gains in proportion to the most that each could hope for    x_i = d_i + (m_i - d_i) t
 *   egalitarian         equal gains, the least first                       x_i = d_i + t
 *
 * d: what each has if talks break down; t is such that all is shared out; m_i: the total less what the others must have, or the
 * party's cap. An outside option is what a party can have elsewhere: no share lies below it, and one that does not bind changes
 * nothing in Nash and egalitarian shares (Binmore's deal-me-out, not split-the-difference). Caps are the most that a party can use:
 * what it does not take goes to the others. Money is taken to be worth the same to all: with equal weights, no caps and no outside
 * options the three agree, and where they differ the reason is one of these.
 *
 * No agreement where the total does not cover what all have elsewhere: refused, with what is lacking. Gaps are refused.
 *
 * @example bargaining({ place: ["a", "b"], disagreement: [10, 30] }, { total: 100 }).splits.nash // [40, 60]
 */
import { z } from "zod";
import { defineMethod, type Finding, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { percent } from "../contract/saying.ts";
import { codeOf, ifAny, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { refuseGame } from "./coalition-table.ts";
import { fillUp } from "./fill-up.ts";

const solutions = {
  nash: { en: "Nash", zh: "纳什解" },
  "kalai-smorodinsky": { en: "Kalai-Smorodinsky", zh: "Kalai-Smorodinsky 解" },
  egalitarian: { en: "egalitarian", zh: "平均主义解" },
} as const satisfies Record<string, Text>;
export type BargainingSolution = keyof typeof solutions;
const solutionNames = Object.keys(solutions) as BargainingSolution[];

export interface BargainingInput {
  readonly place: readonly string[];
  readonly disagreement: ArrayLike<number>;
  readonly outside?: ArrayLike<number> | undefined;
  readonly cap?: ArrayLike<number> | undefined;
  readonly weight?: ArrayLike<number> | undefined;
}

interface Party {
  readonly place: string;
  readonly disagreement: number;
  readonly outside: number | undefined;
  readonly cap: number | undefined;
  /** The greater of the two things to fall back on. */
  readonly floor: number;
  /** The most that it could have while the others have their floors. */
  readonly ideal: number;
  readonly weight: number;
}

export interface BargainingResult extends Outcome {
  readonly parties: readonly Party[];
  /** Shares under each solution, in the order of the parties. */
  readonly splits: Readonly<Record<BargainingSolution, readonly number[]>>;
  readonly total: number;
  /** What an agreement brings beyond the floors, as a share of the total; not known where that is 0. */
  readonly surplusShare: number | undefined;
}

const rounding = 1e-9;

export function bargaining(input: BargainingInput, { total }: { readonly total: number }): BargainingResult {
  const parties = partiesOf(input, total);
  const floors = parties.reduce((sum, { floor }) => sum + floor, 0);
  const split = (speed: (party: Party) => number, most: (party: Party) => number) =>
    fillUp(
      total,
      parties.map((party) => {
        const { disagreement: start, floor } = party;
        return { start, floor, speed: speed(party), cap: most(party) };
      }),
    );
  const cap = (party: Party) => party.cap ?? Number.POSITIVE_INFINITY;
  const caps = parties.reduce((sum, party) => sum + cap(party), 0);
  return {
    parties,
    splits: {
      nash: split(({ weight }) => weight, cap),
      "kalai-smorodinsky": split(
        ({ ideal, disagreement }) => ideal - disagreement,
        ({ ideal }) => ideal,
      ),
      egalitarian: split(() => 1, cap),
    },
    total,
    surplusShare: total === 0 ? undefined : (total - floors) / Math.abs(total),
    n: parties.length,
    warnings: caps < total ? [leftOver(total - caps, total)] : [],
    convention: {
      outside: input.outside === undefined ? "none" : "floor",
      weights: input.weight === undefined ? "equal" : "given",
    },
  };
}

function partiesOf({ place, disagreement, outside, cap, weight }: BargainingInput, total: number): Party[] {
  const refuse = (code: string, en: string, zh: string, hint?: Text): never =>
    refuseGame("bargaining", code, en, zh, hint);
  const twice = place.find((each, at) => place.indexOf(each) !== at);
  if (twice !== undefined) refuse("party-twice", `party ${twice} is there twice`, `参与方 ${twice} 出现了两次`);
  const columns = { disagreement, outside, cap, weight };
  for (const [name, column] of Object.entries(columns)) {
    place.forEach((party, at) => {
      if (column === undefined || (Number.isFinite(column[at]) && (name !== "weight" || column[at] > 0))) return;
      const [en, zh] = name === "weight" ? ["a number above 0", "大于 0 的数"] : ["a number", "有限数"];
      refuse(
        `${name}-invalid`,
        `${name} of ${party} is ${column[at]}, expected ${en}`,
        `${party} 的 ${name} 为 ${column[at]}，应为${zh}`,
      );
    });
  }
  if (!Number.isFinite(total)) {
    refuse("total-invalid", `total is ${total}, expected a number`, `总额为 ${total}，应为有限数`);
  }
  const floors = place.map((_, at) => Math.max(disagreement[at], outside?.[at] ?? disagreement[at]));
  const sum = floors.reduce((all, floor) => all + floor, 0);
  if (sum > total + rounding * Math.abs(total)) {
    refuse(
      "negative-surplus",
      `total is ${total}, expected at least ${sum}, what all have without an agreement; ${sum - total} is lacking`,
      `总额为 ${total}，不足各方不合作时所得之和 ${sum}，缺 ${sum - total}`,
      {
        en: "no split makes each at least as well off as without one: there is nothing to agree on",
        zh: "没有分配能使各方不差于不合作，谈判无从达成",
      },
    );
  }
  return place.map((party, at): Party => {
    const most = cap?.[at];
    if (most !== undefined && most < floors[at]) {
      refuse(
        "cap-below-floor",
        `cap of ${party} is ${most}, expected at least the ${floors[at]} that it has without an agreement`,
        `${party} 的上限为 ${most}，应不低于其不合作时所得 ${floors[at]}`,
      );
    }
    const left = Math.max(floors[at], total - (sum - floors[at]));
    return {
      place: party,
      disagreement: disagreement[at],
      outside: outside?.[at],
      cap: most,
      floor: floors[at],
      ideal: most === undefined ? left : Math.min(most, left),
      weight: weight?.[at] ?? 1,
    };
  });
}

function leftOver(left: number, total: number): Warning {
  return {
    code: "left-over",
    text: {
      en: "the caps do not take the total: {share} of it is left over",
      zh: "各方上限之和不足总额，剩余 {share} 未分",
    },
    values: { share: percent(left / Math.abs(total), 1) },
  };
}

function bargainingTables(
  { parties, splits }: BargainingResult,
  { data }: { data: { units: Readonly<Record<string, string>> } },
): Table[] {
  const unit = data.units.disagreement ?? "1";
  const rows = solutionNames.flatMap((solution) =>
    parties.map((party, at) => ({ ...party, solution, share: splits[solution][at] })),
  );
  type Row = (typeof rows)[number];
  const amount = <R>(name: string, en: string, zh: string, pick: (row: R) => number | undefined) =>
    numberOf<R>(name, unit, { en, zh }, pick);
  return [
    tableOf(
      "splits",
      ["place", "solution"],
      rows,
      [
        placeColumn,
        codeOf<Row>(
          "solution",
          { en: "solution", zh: "谈判解" },
          ({ solution }) => solution,
          ({ solution }) => solutions[solution],
        ),
        amount<Row>("share", "share", "所得", ({ share }) => share),
        amount<Row>("gain", "more than at disagreement", "较谈判破裂的增益", (row) => row.share - row.disagreement),
        amount<Row>("above_floor", "more than it can have without", "较不合作的增益", (row) => row.share - row.floor),
      ],
      { title: { en: "Splits", zh: "各解下的分配" } },
    ),
    tableOf(
      "parties",
      ["place"],
      parties,
      [
        placeColumn,
        amount<Party>("disagreement", "at disagreement", "谈判破裂时所得", (row) => row.disagreement),
        ifAny(amount<Party>("outside", "outside option", "外部选择", ({ outside }) => outside)),
        ifAny(amount<Party>("cap", "cap", "上限", ({ cap }) => cap)),
        amount<Party>("ideal", "most it could hope for", "理想所得", ({ ideal }) => ideal),
        numberOf<Party>("weight", "1", { en: "bargaining weight", zh: "谈判权重" }, ({ weight }) => weight),
      ],
      { title: { en: "Parties", zh: "各方" } },
    ),
  ];
}

function bargainingFindings({ parties, splits, total, surplusShare }: BargainingResult): Finding[] {
  const findings: Finding[] = [];
  if (surplusShare !== undefined) {
    findings.push({
      text: {
        en: "{share} of the total is there to bargain over, beyond what all have without an agreement.",
        zh: "除各方不合作所得外，总额的 {share} 可供谈判。",
      },
      values: { share: percent(surplusShare, 1) },
    });
  }
  const scale = rounding * Math.max(1, Math.abs(total));
  const held = parties.filter(({ floor, disagreement }, at) => {
    return floor > disagreement && splits.nash[at] <= floor + scale;
  });
  if (held.length > 0) {
    findings.push({
      text: {
        en: "{places}: under the Nash solution the outside option decides the share.",
        zh: "{places}：在纳什解下，其所得由外部选择决定。",
      },
      values: { places: { places: held.map(({ place }) => place) } },
    });
  }
  const range = (at: number) => {
    const own = solutionNames.map((solution) => splits[solution][at]);
    return Math.max(...own) - Math.min(...own);
  };
  const widest = parties.reduce((most, _, at) => (range(at) > range(most) ? at : most), 0);
  if (range(widest) <= scale) {
    findings.push({ text: { en: "The three solutions agree.", zh: "三种解一致。" }, values: {} });
  } else if (total !== 0) {
    findings.push({
      text: {
        en: "The choice of solution matters most to {place}: {range} of the total.",
        zh: "谈判解的选择对{place}影响最大，相差总额的 {range}。",
      },
      values: { place: { place: parties[widest].place }, range: percent(range(widest) / Math.abs(total), 1) },
    });
  }
  return findings;
}

export default defineMethod({
  id: "game/bargaining",
  version: 2,
  title: { en: "Bargaining solutions", zh: "谈判解" },
  question: {
    en: "How do parties split what an agreement brings, when each can fall back on something without it?",
    zh: "各方均有退路时，合作所得应如何分配？",
  },
  formula: "N: max ∏ (xᵢ − dᵢ)^wᵢ;  KS: (xᵢ − dᵢ) / (mᵢ − dᵢ) = λ;  E: xᵢ − dᵢ = λ;  xᵢ ≥ oᵢ",
  where: {
    en: "N: Nash; KS: Kalai-Smorodinsky; E: egalitarian; λ: alike for all, as far as outside options let it; dᵢ: share at disagreement; oᵢ: outside option; wᵢ: bargaining weight; mᵢ: the most that i could have while the others have what they can fall back on",
    zh: "N：纳什解；KS：Kalai-Smorodinsky 解；E：平均主义解；λ：在外部选择允许的范围内各方相同；dᵢ：谈判破裂时所得；oᵢ：外部选择；wᵢ：谈判权重；mᵢ：他方仅得其退路时 i 的最高所得",
  },
  cites: [
    { text: "Nash, J. F. (1950). The bargaining problem. Econometrica 18(2), 155-162.", checked: "unverified" },
    {
      text: "Kalai, E. and Smorodinsky, M. (1975). Other solutions to Nash's bargaining problem. Econometrica 43(3), 513-518.",
      checked: "unverified",
    },
    {
      text: "Kalai, E. (1977). Proportional solutions to bargaining situations: interpersonal utility comparisons. Econometrica 45(7), 1623-1630.",
      checked: "unverified",
    },
    {
      text: "Binmore, K., Shaked, A. and Sutton, J. (1989). An outside option experiment. Quarterly Journal of Economics 104(4), 753-770.",
      checked: "unverified",
    },
  ],
  conventions: {
    outside: {
      title: { en: "Outside options", zh: "外部选择" },
      choices: {
        none: { en: "none beside the disagreement", zh: "除谈判破裂外别无选择" },
        floor: { en: "a floor of each share (deal me out)", zh: "作为所得下限（deal-me-out）" },
      },
    },
    weights: {
      title: { en: "Weights in the Nash solution", zh: "纳什解权重" },
      choices: { equal: { en: "equal", zh: "等权" }, given: { en: "as given", zh: "按给定权重" } },
    },
  },
  means: {
    disagreement: { en: "what the party has if talks break down", zh: "谈判破裂时该方所得" },
    outside: { en: "what it can have elsewhere by walking away, if more", zh: "退出后可在别处得到的，若更多" },
    cap: { en: "the most that it can use", zh: "该方能够使用的上限" },
    weight: { en: "bargaining weight in the Nash solution, above 0", zh: "纳什解中的谈判权重，大于 0" },
    total: {
      en: "what there is to split under an agreement, in the unit of the parties",
      zh: "达成协议后可分的总额，单位与各方一致",
    },
  },
  pitfalls: [
    {
      en: "An outside option taken for the disagreement point changes the split: what a party has while talks last is not what it gets by leaving.",
      zh: "把外部选择当作谈判破裂点会改变分配：谈判期间所得不同于退出后所得。",
    },
    {
      en: "What each would have without an agreement is an estimate, often its own: vary it before the split is trusted.",
      zh: "“不合作时所得”往往由各方自估，采信前应作敏感性分析。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      disagreement: number.one,
      outside: number.optional,
      cap: number.optional,
      weight: number.optional,
    }),
  },
  options: z.strictObject({ total: z.number() }),
  gaps: "refuse",
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => {
    const draw = random(seed, "bargaining/example");
    const disagreement = Array.from({ length: size }, () => 5 + draw.integer(40));
    const outside = disagreement.map((each) => each + (draw.uniform() < 0.3 ? 20 : -1));
    const place = disagreement.map((_, at) => `p${String(at).padStart(3, "0")}`);
    const columns = [
      labels("place", place),
      numbers("disagreement", "yuan", disagreement),
      numbers("outside", "yuan", outside),
    ];
    const floors = disagreement.reduce((sum, each, at) => sum + Math.max(each, outside[at]), 0);
    return { inputs: { data: makeTable("data", ["place"], columns) }, options: { total: 1.3 * floors } };
  },
  worked: {
    source: {
      en: "by hand: 100 between two who have nothing if talks break down; a can have 60 elsewhere. Nash and egalitarian: half each would be 50, so a has its 60; Kalai-Smorodinsky: hopes of 100 and 40, so 100/1.4 and 40/1.4",
      zh: "手算：双方分 100，谈判破裂则皆无所得；a 另可在别处得 60。纳什解与平均主义解：各半为 50，故 a 取其 60；Kalai-Smorodinsky 解：最高期望为 100 与 40，故得 100/1.4 与 40/1.4",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b"]), numbers("disagreement", "1", [0, 0]), numbers("outside", "1", [60, 0])],
      ),
    },
    options: { total: 100 },
    gives: {
      surplusShare: 0.4,
      "splits[0].share": 60,
      "splits[1].share": 40,
      "splits[2].share": 100 / 1.4,
      "splits[3].share": 40 / 1.4,
      "splits[4].share": 60,
    },
  },
  run: ({ data }, options) => bargaining(data, options),
  scalars: {
    surplusShare: { title: { en: "share of the total to bargain over", zh: "可供谈判的份额" }, unit: "1" },
  },
  tables: bargainingTables,
  views: [
    { kind: "bars", table: "splits", category: "place", value: "share", group: "solution" },
    {
      kind: "heatmap",
      table: "splits",
      row: "place",
      column: "solution",
      value: "above_floor",
      scale: "sequential",
      title: { en: "What each gains over going without", zh: "各方较不合作的增益" },
    },
  ],
  findings: bargainingFindings,
});
