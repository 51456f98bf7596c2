import type { Solve } from "../contract/method.ts";
import { bargaining } from "../game/bargaining.ts";
import { core } from "../game/core.ts";
import { nucleolus } from "../game/nucleolus.ts";
import { shapleyValues } from "../game/shapley-values.ts";
import type { Text } from "../language/text.ts";

export const splitWords = {
  draft: { en: "The draft, expected", zh: "方案的期望结果" },
  against: { en: "The draft compared with", zh: "对照方案" },
  shapley: { en: "Shapley", zh: "Shapley 值" },
  nucleolus: { en: "Nucleolus", zh: "核仁" },
  nash: { en: "Nash", zh: "纳什解" },
  outlay: { en: "By outlay", zh: "按投入分配" },
} as const satisfies Record<string, Text>;
export type SplitName = keyof typeof splitWords;

/** One way to split the same expected gain, and who would rather leave. */
export interface Split {
  readonly split: SplitName;
  readonly shares: readonly number[];
  /** Groups that would do better by themselves, worst first. */
  readonly blocked: readonly { readonly members: readonly string[]; readonly gain: number }[];
}
export interface Splits {
  readonly total: number;
  /** Values of all groups, by bits of the parties. */
  readonly values: readonly number[];
  readonly splits: readonly Split[];
  readonly isCoreEmpty: boolean;
  /** What each party can have in the core; of an empty one in the least core. */
  readonly ranges: readonly {
    readonly party: string;
    readonly low: number;
    readonly high: number;
    readonly alone: number;
  }[];
  readonly warnings: readonly { readonly code: string; readonly text: Text }[];
}

/** What a draft gives each party, and every group by itself. */
export interface Valued {
  readonly shares: readonly number[];
  readonly values: Float64Array;
}

/** A rounding of this part of the whole is no reason to leave. */
const slack = 1e-6;

/** Ways to split what the draft gives all; of the draft compared with, who would leave is told by its own values. */
export async function splitsOf(
  parties: readonly string[],
  draft: Valued,
  against: Valued | undefined,
  outlays: readonly number[],
  solve: Solve,
): Promise<Splits> {
  const { values } = draft;
  const total = values[values.length - 1];
  const alone = parties.map((_, at) => values[1 << at]);
  const apart = alone.reduce((sum, each) => sum + each, 0);
  const coalitions = {
    coalition: Array.from({ length: values.length - 1 }, (_, at) => namesIn(at + 1, parties).join("+")),
    value: Array.from(values.subarray(1)),
  };
  const found = await core({ coalitions }, { listed: 0 }, solve);
  // the game sorts its parties by name
  const inOrder = <T extends { readonly place: string }>(rows: readonly T[]) =>
    parties.map((party) => rows.find(({ place }) => place === party) as T);
  const shares: [SplitName, readonly number[]][] = [["draft", draft.shares]];
  // where apart is better there is nothing that these could split
  const isWorth = total >= apart;
  if (isWorth) {
    shares.push(["shapley", Array.from(shapleyValues(values, parties.length))]);
    const { shares: nucleoli } = await nucleolus({ coalitions }, {}, solve);
    shares.push(["nucleolus", inOrder(nucleoli).map(({ share }) => share)]);
    shares.push(["nash", bargaining({ place: parties, disagreement: alone }, { total }).splits.nash]);
  }
  const spent = outlays.reduce((sum, each) => sum + each, 0);
  if (isWorth && spent > 0) shares.push(["outlay", outlays.map((each) => (total * each) / spent)]);
  const splits = shares.map(([split, own]) => splitOf(split, { shares: own, values }, parties));
  if (against !== undefined) splits.splice(1, 0, splitOf("against", against, parties));
  return {
    total,
    values: Array.from(values),
    splits,
    isCoreEmpty: found.isEmpty,
    ranges: inOrder(found.parties).map(({ place, low, high, alone: own }) => ({ party: place, low, high, alone: own })),
    warnings: warningsOf(total, apart, found.isEmpty),
  };
}

function namesIn(mask: number, parties: readonly string[]): string[] {
  return parties.filter((_, at) => (mask >> at) & 1);
}

function splitOf(split: SplitName, { shares, values }: Valued, parties: readonly string[]): Split {
  const scale = Math.max(1, ...Array.from(values, Math.abs));
  const blocked: { members: string[]; gain: number }[] = [];
  for (let mask = 1; mask < values.length - 1; mask += 1) {
    const own = shares.reduce((sum, share, at) => sum + ((mask >> at) & 1 ? share : 0), 0);
    const gain = values[mask] - own;
    if (gain > slack * scale) blocked.push({ members: namesIn(mask, parties), gain });
  }
  return { split, shares, blocked: blocked.sort((a, b) => b.gain - a.gain) };
}

function warningsOf(total: number, apart: number, isCoreEmpty: boolean) {
  const warnings: { code: string; text: Text }[] = [];
  if (total < apart)
    warnings.push({
      code: "surplus-negative",
      text: {
        en: "together the parties can expect less than apart: no split makes all better off, whatever its shares; look at the outlay and the forgone tax first",
        zh: "各方合作的期望所得低于各自单独所得：无论如何分配都不能使各方同时受益，应先检视投入与放弃的税收",
      },
    });
  if (isCoreEmpty)
    warnings.push({
      code: "core-empty",
      text: {
        en: "the core is empty: under every split some group would do better by itself",
        zh: "核为空：无论如何分配，总有部分参与方单独联合更好",
      },
    });
  return warnings;
}
