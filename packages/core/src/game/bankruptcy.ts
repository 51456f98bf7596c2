/**
 * How is an amount split that does not cover all claims: a tax pool, a fund, a quota?
 *
 *   proportional  x_i = E c_i / C             equal awards  x_i = min(c_i, a)       equal losses  x_i = max(0, c_i - b)
 *   Talmud        E <= C / 2: equal awards on half claims; else claims less equal awards of C - E on half claims
 *   random arrival  first come, first served, mean over all orders of arrival
 *
 * E: the estate, c: claims, C: their sum; a and b are such that all is paid out. Five rules side by side, none recommended:
 * each is the only one with some list of properties. Equal awards favours small claims and equal losses large ones; the two are
 * dual (what one does with awards the other does with losses), the other three are dual to themselves. Talmud is the nucleolus of
 * the bankruptcy game, random arrival its Shapley value (O'Neill 1982, Aumann and Maschler 1985).
 *
 * An estate beyond the sum of claims is refused: a rule never pays out what nobody claims. A claim of 0 gets 0, and no share of
 * it is given. Random arrival goes over all coalitions, so beyond 20 parties it is left empty, with a word.
 *
 * @example bankruptcy({ place: ["a", "b", "c"], claim: [100, 200, 300] }, { estate: 200 }).awards.talmud // [50, 75, 75]
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Finding, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { percent } from "../contract/saying.ts";
import { codeOf, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { equalAwards, equalLosses, proportional, randomArrival, talmud } from "./bankruptcy-rules.ts";

const rules = {
  proportional: { en: "proportional", zh: "比例规则" },
  "equal-awards": { en: "constrained equal awards", zh: "受限等额分配（CEA）" },
  "equal-losses": { en: "constrained equal losses", zh: "受限等额损失（CEL）" },
  talmud: { en: "Talmud", zh: "塔木德规则" },
  "random-arrival": { en: "random arrival", zh: "随机到达规则" },
} as const satisfies Record<string, Text>;
export type BankruptcyRule = keyof typeof rules;
const ruleNames = Object.keys(rules) as BankruptcyRule[];

/** Coalitions double with each party: beyond this random arrival is left out. */
const mostArrivals = 20;

export interface BankruptcyInput {
  readonly place: readonly string[];
  readonly claim: ArrayLike<number>;
}

export interface BankruptcyResult extends Outcome {
  readonly place: readonly string[];
  readonly claim: readonly number[];
  /** What each party gets under each rule, in the order of the parties. */
  readonly awards: Readonly<Record<BankruptcyRule, readonly number[]>>;
  readonly estate: number;
  readonly claims: number;
  /** Share of what is claimed that is there. */
  readonly covered: number;
}

export function bankruptcy(input: BankruptcyInput, options: { readonly estate: number }): BankruptcyResult {
  const claim = Array.from(input.claim);
  const claims = claim.reduce((sum, each) => sum + each, 0);
  refuseClaims(input.place, claim, claims, options.estate);
  const estate = Math.min(options.estate, claims);
  const n = claim.length;
  return {
    place: [...input.place],
    claim,
    awards: {
      proportional: proportional(estate, claim),
      "equal-awards": equalAwards(estate, claim),
      "equal-losses": equalLosses(estate, claim),
      talmud: talmud(estate, claim),
      "random-arrival": n > mostArrivals ? claim.map(() => Number.NaN) : randomArrival(estate, claim),
    },
    estate,
    claims,
    covered: estate / claims,
    n,
    warnings: n > mostArrivals ? [manyParties(n)] : [],
    convention: {},
  };
}

/** What sums of a few hundred claims may lose. */
const rounding = 1e-12;

function refuseClaims(place: readonly string[], claim: readonly number[], claims: number, estate: number): void {
  const refuse = (code: string, en: string, zh: string, hint?: Text): never => {
    throw new InputError({
      code,
      text: { en: `bankruptcy: ${en}`, zh: `bankruptcy：${zh}` },
      ...(hint === undefined ? {} : { hint }),
    });
  };
  claim.forEach((each, at) => {
    if (!(each >= 0 && each < Number.POSITIVE_INFINITY)) {
      refuse(
        "claim-negative",
        `claim of ${place[at]} is ${each}, expected a number of at least 0`,
        `${place[at]} 的诉求为 ${each}，应为不小于 0 的数`,
      );
    }
  });
  const twice = place.find((each, at) => place.indexOf(each) !== at);
  if (twice !== undefined) refuse("party-twice", `party ${twice} is there twice`, `参与方 ${twice} 出现了两次`);
  if (!(estate >= 0 && estate < Number.POSITIVE_INFINITY)) {
    refuse(
      "estate-negative",
      `estate is ${estate}, expected a number of at least 0`,
      `可分总额为 ${estate}，应不小于 0`,
    );
  }
  if (!(claims > 0)) refuse("no-claims", "claims add up to 0, expected more", "诉求合计为 0，应大于 0");
  if (estate > claims * (1 + rounding)) {
    refuse(
      "estate-exceeds-claims",
      `estate is ${estate}, expected at most the sum of claims ${claims}`,
      `可分总额为 ${estate}，不应超过诉求合计 ${claims}`,
      {
        en: "nothing is short: pay the claims in full and split the rest by another method, such as game/bargaining",
        zh: "总额充足：可先足额支付，余额另行分配，如 game/bargaining",
      },
    );
  }
}

function manyParties(n: number): Warning {
  return {
    code: "random-arrival-left-out",
    text: {
      en: `random arrival is computed for up to ${mostArrivals} parties, and there are ${n}: its column is empty`,
      zh: `随机到达规则最多计算 ${mostArrivals} 方，现有 ${n} 方，该列留空`,
    },
  };
}

function bankruptcyTables(
  { place, claim, awards }: BankruptcyResult,
  { data }: { data: { units: Readonly<Record<string, string>> } },
): Table[] {
  const unit = data.units.claim ?? "1";
  const rows = ruleNames.flatMap((rule) =>
    place.map((party, at) => ({ place: party, rule, claim: claim[at], award: awards[rule][at] })),
  );
  const paid = (row: { award: number; claim: number }) => (row.claim > 0 ? row.award / row.claim : Number.NaN);
  const spans = ruleNames.map((rule) => {
    const shares = rows.filter((row) => row.rule === rule && row.claim > 0).map(paid);
    return { rule, least: Math.min(...shares), most: Math.max(...shares) };
  });
  const rule = codeOf<{ rule: BankruptcyRule }>(
    "rule",
    { en: "rule", zh: "规则" },
    (row) => row.rule,
    (row) => rules[row.rule],
  );
  return [
    tableOf(
      "awards",
      ["place", "rule"],
      rows,
      [
        placeColumn,
        rule,
        numberOf("claim", unit, { en: "claim", zh: "诉求" }, (row) => row.claim),
        numberOf("award", unit, { en: "award", zh: "所得" }, (row) => row.award),
        numberOf("loss", unit, { en: "loss", zh: "损失" }, (row) => row.claim - row.award),
        numberOf("paid", "1", { en: "share of the claim paid", zh: "诉求满足率" }, paid),
      ],
      { title: { en: "What each rule gives", zh: "各规则下的分配" } },
    ),
    tableOf(
      "rules",
      ["rule"],
      spans,
      [
        rule,
        numberOf("least", "1", { en: "least share of a claim paid", zh: "最低满足率" }, ({ least }) => least),
        numberOf("most", "1", { en: "greatest share of a claim paid", zh: "最高满足率" }, ({ most }) => most),
      ],
      { title: { en: "How unlike parties are treated", zh: "各规则的差别对待" } },
    ),
  ];
}

function bankruptcyFindings({ place, awards, estate, covered: share }: BankruptcyResult): Finding[] {
  const covered: Finding = {
    text: { en: "{share} of what is claimed is there to split.", zh: "可分总额为诉求合计的 {share}。" },
    values: { share: percent(share) },
  };
  const spread = (at: number) => {
    const own = ruleNames.flatMap((rule) => {
      return Number.isNaN(awards[rule][at]) ? [] : [{ rule, award: awards[rule][at] }];
    });
    own.sort((a, b) => a.award - b.award);
    const [worst, best] = [own[0], own.at(-1) as (typeof own)[number]];
    return { at, worst, best, range: best.award - worst.award };
  };
  const widest = place.map((_, at) => spread(at)).reduce((most, each) => (each.range > most.range ? each : most));
  if (!(widest.range > rounding * estate)) return [covered];
  return [
    covered,
    {
      text: {
        en: "The choice of rule matters most to {place}: between {worst} and {best} lies {range} of the whole.",
        zh: "规则的选择对{place}影响最大：“{worst}”与“{best}”之间相差可分总额的 {range}。",
      },
      values: {
        place: { place: place[widest.at] },
        worst: { text: rules[widest.worst.rule] },
        best: { text: rules[widest.best.rule] },
        range: percent(widest.range / estate, 1),
      },
    },
  ];
}

export default defineMethod({
  id: "game/bankruptcy",
  version: 2,
  title: { en: "Division rules for claims", zh: "诉求分配规则（破产问题）" },
  question: {
    en: "How is an amount split that does not cover all claims?",
    zh: "可分总额不足以满足全部诉求时，应如何分配？",
  },
  formula:
    "P = E cᵢ / C;  CEA = min(cᵢ, a);  CEL = max(0, cᵢ − b);  T = CEA(E, c/2), E ≤ C/2;  T = c − CEA(C − E, c/2), E > C/2;  RA = (1/n!) Σ_π min(cᵢ, max(0, E − Σⱼ cⱼ))",
  where: {
    en: "P: proportional; CEA: equal awards; CEL: equal losses; T: Talmud; RA: random arrival; E: estate, what there is; cᵢ: claims, C: their sum; a, b: such that all is paid out; π: the n! orders of arrival; j: the claims that come before i in π",
    zh: "P：比例规则；CEA：受限等额分配；CEL：受限等额损失；T：塔木德规则；RA：随机到达规则；E：可分总额；cᵢ：诉求，C：诉求合计；a、b：使总额恰好分完；π：n! 种到达次序；j：其中先于 i 的诉求",
  },
  cites: [
    {
      text: "O'Neill, B. (1982). A problem of rights arbitration from the Talmud. Mathematical Social Sciences 2(4), 345-371.",
      checked: "unverified",
    },
    {
      text: "Aumann, R. J. and Maschler, M. (1985). Game theoretic analysis of a bankruptcy problem from the Talmud. Journal of Economic Theory 36(2), 195-213.",
      checked: "unverified",
    },
  ],
  conventions: {},
  means: {
    claim: {
      en: "what the party asks for, such as the tax it gave up or the outlay it bore; all in one unit",
      zh: "该方的诉求，如让渡的税收或承担的投入；各方单位一致",
    },
    estate: { en: "what there is to split, in the unit of the claims", zh: "可分总额，单位与诉求一致" },
  },
  pitfalls: [
    {
      en: "Whose claims are counted, and how large, is settled before the rule: a padded claim gains under proportional and equal losses.",
      zh: "谁有诉求、诉求多大先于规则而定：虚报诉求在比例规则与等额损失规则下获益。",
    },
    {
      en: "The Talmud's half is half of each claim, not half of the estate.",
      zh: "塔木德规则的“一半”指每方诉求的一半，而非可分总额的一半。",
    },
  ],
  inputs: { data: table({ place: label.one, claim: number.one }) },
  options: z.strictObject({ estate: z.number().min(0) }),
  gaps: "refuse",
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => {
    const draw = random(seed, "bankruptcy/example");
    const claims = Array.from({ length: size }, () => 10 + draw.integer(90));
    const place = claims.map((_, at) => `p${String(at).padStart(3, "0")}`);
    return {
      inputs: { data: makeTable("data", ["place"], [labels("place", place), numbers("claim", "yuan", claims)]) },
      options: { estate: 0.6 * claims.reduce((sum, claim) => sum + claim, 0) },
    };
  },
  worked: {
    source: {
      en: "Aumann and Maschler (1985), the marriage contract of the Talmud: claims 100, 200, 300, estate 200 give 50, 75, 75; by hand: first come, first served pays a 100 in two of the six orders",
      zh: "Aumann 与 Maschler（1985），《塔木德》婚约问题：诉求 100、200、300，可分总额 200，分得 50、75、75；手算：先到先得时，a 在六种次序中的两种得 100",
    },
    inputs: {
      data: makeTable("data", ["place"], [labels("place", ["a", "b", "c"]), numbers("claim", "1", [100, 200, 300])]),
    },
    options: { estate: 200 },
    gives: {
      covered: 1 / 3,
      "awards[9].award": 50,
      "awards[10].award": 75,
      "awards[11].award": 75,
      "awards[1].award": 200 / 3,
      "awards[12].award": 100 / 3,
    },
  },
  run: ({ data }, options) => bankruptcy(data, options),
  scalars: { covered: { title: { en: "share of the claims covered", zh: "诉求覆盖率" }, unit: "1" } },
  tables: bankruptcyTables,
  views: [
    { kind: "bars", table: "awards", category: "place", value: "award", group: "rule" },
    { kind: "heatmap", table: "awards", row: "place", column: "rule", value: "paid", scale: "sequential" },
  ],
  findings: bankruptcyFindings,
});
