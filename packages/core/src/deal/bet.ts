import type { Frame } from "../expression/frame.ts";
import type { Text } from "../language/text.ts";
import { type Entry, transfer } from "./entry.ts";
import { approximate, type Fen, portion, ratioOf } from "./money.ts";
import { quantityIn } from "./quantities.ts";
import type { BetRule } from "./rule.ts";
import { refuse } from "./tell.ts";

/** Who pays whom in a year with this index: up to the threshold the downstream side pays, above it the upstream side. */
export function settleBet(rule: BetRule, index: number): Readonly<Record<string, Fen>> {
  const { upstream, downstream, threshold, stake } = rule;
  const isKept = compared(rule, index) <= threshold;
  return { [upstream]: isKept ? stake : -stake, [downstream]: isKept ? -stake : stake };
}

/** The index as it is compared: rounded where the rule says so, halves away from zero, by the decimals as written. */
export function compared({ places }: Pick<BetRule, "places">, index: number): number {
  const exact = places === undefined ? undefined : ratioOf(plain(index));
  if (places === undefined || exact === undefined) return index;
  const scale = 10n ** BigInt(places);
  return approximate({ n: portion(scale, exact), d: scale });
}

/** The decimals of a number, of a tiny one too. */
function plain(index: number): string {
  const text = String(index);
  return text.includes("e") ? index.toFixed(20) : text;
}

/** What is owed for one year whose index was measured. */
export interface BetYear {
  readonly year: number;
  /** As it was measured, and as it is compared with the threshold. */
  readonly index: number;
  readonly compared: number;
  readonly isKept: boolean;
  readonly payer: string;
  readonly payee: string;
  readonly amount: Fen;
  /** Where the index is from: observed and written down, or by which names of the deal. */
  readonly by: "observed" | "reckoned";
  readonly written: string;
}
export interface BetSettlement {
  readonly rule: string;
  readonly title: Text;
  readonly threshold: number;
  readonly years: readonly BetYear[];
  readonly entries: readonly Entry[];
  /** In all, by party: what one has the other pays. */
  readonly cash: Readonly<Record<string, Fen>>;
}

/** So near to the threshold, a reckoned index is above or below it by rounding alone. */
const nearest = 1e-9;

/** Settles a bet for the years whose index was measured, in their order. */
export function settleMeasured(rule: BetRule, frame: Frame): BetSettlement {
  const { name, title, upstream, downstream, threshold, stake, measured } = rule;
  const entries: Entry[] = [];
  const years = measured.map(({ year, index: written }, at): BetYear => {
    const path = ["rules", name, "bet", "measured", at, "index"];
    const index = quantityIn(frame, written, "1", path)[0];
    const own = compared(rule, index);
    if (own !== threshold && Math.abs(own - threshold) <= nearest * Math.max(1, Math.abs(threshold)))
      refuse(
        path,
        "index-at-threshold",
        `is ${own}, so near to the threshold ${threshold} that rounding decides who pays; expected a number of decimals`,
        `为 ${own}，与阈值 ${threshold} 过于接近，由舍入误差决定谁支付；应约定小数位数`,
        {
          en: "say bet.places, the decimals that the index is rounded to",
          zh: "请写 bet.places（指数保留的小数位数）",
        },
      );
    const isKept = own <= threshold;
    const [payer, payee] = isKept ? [downstream, upstream] : [upstream, downstream];
    entries.push(...transfer("bet", year * 12 + 11, payer, payee, stake));
    const by = typeof written === "number" ? "observed" : "reckoned";
    return { year, index, compared: own, isKept, payer, payee, amount: stake, by, written: String(written) };
  });
  years.sort((a, b) => a.year - b.year);
  const cash: Record<string, Fen> = { [upstream]: 0n, [downstream]: 0n };
  for (const { party, amount } of entries) cash[party] += amount;
  return { rule: name, title, threshold, years, entries, cash };
}

/**
 * The index of the Xin'an river: P = k sum w_i C_i / C_i0 over the measured substances, C_i their yearly means, C_i0 their basic
 * limits, w_i weights (a quarter each in the first round) and k the coefficient of steadiness.
 */
export function waterIndex(
  substances: readonly { readonly measured: number; readonly limit: number; readonly weight: number }[],
  steadiness: number,
): number {
  return steadiness * substances.reduce((sum, { measured, limit, weight }) => sum + (weight * measured) / limit, 0);
}
