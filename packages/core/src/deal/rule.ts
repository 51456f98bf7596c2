import type { Text } from "../language/text.ts";
import type { Fen, Ratio } from "./money.ts";
import type { Deal } from "./schema.ts";
import type { Source } from "./source.ts";
import type { TaxName } from "./taxes.ts";

/** A rule with every clause settled: what was written, what it took from a preset or another rule, amounts in fen. */

export type Shares = Readonly<Record<string, Ratio>>;
export const statistics = ["output", "energy", "emissions", "land"] as const;
export type Statistic = (typeof statistics)[number];

interface Named {
  readonly name: string;
  readonly title: Text;
  readonly source?: Source | undefined;
}

/** Tax of an enterprise that has moved, or of a park, shared between parties. */
export interface SharingRule extends Named {
  readonly kind: "sharing" | "enclave";
  readonly qualifies: {
    readonly led?: "government" | "market" | undefined;
    readonly fits?: boolean | undefined;
    readonly listed?: boolean | undefined;
    readonly least?: Fen | undefined;
  };
  readonly taxes: readonly TaxName[];
  readonly base: number;
  readonly clock: readonly ("registration" | "production")[];
  /** By party, or by `origin` and `host` of the move. */
  readonly split: Shares;
  readonly years: number;
  readonly cap?:
    | { readonly of: "base"; readonly times: Ratio }
    | { readonly of: "amount"; readonly amount: Fen }
    | undefined;
  readonly extension: number;
  readonly grant?: { readonly payer: string; readonly amount: Fen } | undefined;
  readonly refunds: "net" | "carry";
  readonly late?: { readonly grace: number; readonly rate: Ratio } | undefined;
  readonly exit?: { readonly within: number; readonly repays: Ratio } | undefined;
  readonly audit?: { readonly by: string; readonly every: number } | undefined;
  readonly payer: string;
  readonly inputs?: Shares | undefined;
  readonly counted: Readonly<Partial<Record<Statistic, Shares>>>;
}

/** Growth of a tax base pooled and paid out by people and inverse capacity. */
export interface PoolRule extends Named {
  readonly kind: "pool";
  readonly share: Ratio;
  readonly towns: Readonly<Record<string, Town>>;
}
export interface Town {
  readonly first: Fen;
  readonly now: Fen;
  readonly people: number;
  /** Tax base a head. */
  readonly capacity: Fen;
  readonly rate: Ratio;
}

/** Who pays whom depends on a measured index. */
export interface BetRule extends Named {
  readonly kind: "bet";
  readonly upstream: string;
  readonly downstream: string;
  readonly threshold: number;
  readonly stake: Fen;
  /** Decimals that an index is rounded to before it is compared; compared as it is where left out. */
  readonly places?: number | undefined;
  /** Of the years ahead. */
  readonly index: string | number | undefined;
  /** Of the years that are over: what was observed, or a number of the study. */
  readonly measured: readonly Measured[];
}
export interface Measured {
  readonly year: number;
  readonly index: string | number;
  readonly source?: Text | undefined;
}

export type Rule = SharingRule | PoolRule | BetRule;

/** The rules of a draft, in its order; those that are at fault are told elsewhere and left out. */
export function rulesOf(drafts: Deal["drafts"], rules: ReadonlyMap<string, Rule>, draft: string): Rule[] {
  return drafts[draft].rules.flatMap((name) => rules.get(name) ?? []);
}

export function isSharing(rule: Rule | undefined): rule is SharingRule {
  return rule?.kind === "sharing" || rule?.kind === "enclave";
}
