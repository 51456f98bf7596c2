import type { Solve } from "../contract/method.ts";
import type { Frame } from "../expression/frame.ts";
import { type Arguments, argumentsOf } from "./arguments.ts";
import { assess, outsideOf, type PartyOutlook } from "./assess.ts";
import { type BetSettlement, settleMeasured } from "./bet.ts";
import { mostSplit } from "./check-parties.ts";
import { coalitionValues } from "./coalition-values.ts";
import { type Counted, countedIn } from "./counted.ts";
import { type PlayedGame, playGame } from "./deal-games.ts";
import { type Clause, describeRule } from "./describe-rule.ts";
import { drawQuantities } from "./draw-quantities.ts";
import { type LedgerLine, ledgerOf } from "./ledger.ts";
import { type Fen, shareIn } from "./money.ts";
import { type Pooled, poolBase } from "./pool.ts";
import type { FigureValue } from "./quantities.ts";
import { type Rule, rulesOf } from "./rule.ts";
import { type RuleMap, ruleMap } from "./rule-map.ts";
import { type Deal, isDrawn } from "./schema.ts";
import type { Settlement } from "./settle.ts";
import { settleDraft } from "./settle-draft.ts";
import { type Applied, type Simulated, simulate } from "./simulate.ts";
import { type SmallestChange, smallestChange } from "./smallest-change.ts";
import { type Splits, splitsOf, type Valued } from "./splits.ts";
import { streamsOf } from "./streams.ts";

export interface DraftOutcome {
  readonly draft: string;
  readonly rules: readonly { readonly rule: string; readonly clauses: readonly Clause[] }[];
  readonly outlooks: readonly PartyOutlook[];
  readonly arguments: readonly Arguments[];
  /** Share of draws in which the cap was reached. */
  readonly reached: number | undefined;
  /** Every rule with every enterprise that it covers: how often it is not under it, its cap is reached, and what delay costs. */
  readonly applied: readonly Applied[];
  /** Enterprises that a rule would cover, and in what share of the draws they paid too little before. */
  readonly below: readonly { readonly enterprise: string; readonly rule: string; readonly share: number }[];
  /** Output, energy, emissions and land: whose statistics and quotas they count in. */
  readonly counted: readonly Counted[];
  /** To the fen, over all draws: what came in, what the parties have of it, and what came from outside (below 0: from there). */
  readonly conserved: { readonly collected: Fen; readonly total: Fen; readonly outside: Fen };
}
export interface DealResult {
  readonly draws: number;
  readonly seed: number;
  readonly table: string;
  readonly against: string | undefined;
  readonly drafts: readonly DraftOutcome[];
  /** Every number that the deal rests on: where it is from, or that it is assumed. */
  readonly numbers: readonly DealNumber[];
  readonly splits: Splits | undefined;
  readonly seek: SmallestChange | undefined;
  readonly map: RuleMap | undefined;
  readonly settlements: readonly Settlement[];
  /** Bets whose index was measured. */
  readonly bets: readonly BetSettlement[];
  /** Each party's books over all that is settled. */
  readonly ledger: readonly LedgerLine[];
  readonly games: readonly PlayedGame[];
  readonly pools: readonly { readonly rule: string; readonly pooled: Pooled }[];
}
export interface DealNumber {
  readonly name: string;
  readonly kind: "figure" | "assumed";
  readonly from?: string;
  readonly unit: string;
  /** Nine in ten draws lie between them; one number where it is not drawn. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly isDrawn: boolean;
}

/** The draws that maps of rules are made on; the rest of a deal is run on all. */
const mapDraws = 1000;

/** Everything that a deal says, computed. The deal has been checked and its figures found. */
export async function runDeal(
  deal: Deal,
  rules: ReadonlyMap<string, Rule>,
  order: readonly string[],
  figures: ReadonlyMap<string, FigureValue>,
  solve: Solve = async (programme) => (await import("../contract/solve.ts")).solve(programme),
): Promise<DealResult> {
  const frame = drawQuantities(deal, order, figures);
  const streams = streamsOf(deal, rules, frame);
  const outside = outsideOf(deal, frame);
  const names = Object.keys(deal.drafts);
  const table = deal.table ?? (names.at(-1) as string);
  const against = names.length < 2 ? undefined : (deal.against ?? names[0]);
  const draftRules = (draft: string) => rulesOf(deal.drafts, rules, draft);
  const isOpen = streams.enterprises.length > 0 || streams.indices.size > 0;
  const simulated = new Map<string, Simulated>(
    isOpen ? names.map((draft) => [draft, simulate(deal, draftRules(draft), streams)]) : [],
  );
  const outlooks = new Map([...simulated].map(([draft, each]) => [draft, assess(deal, each, outside)]));
  const parties = Object.keys(deal.parties);
  const valued = (draft: string | undefined): Valued | undefined => {
    const [each, ran] = [outlooks.get(draft ?? ""), simulated.get(draft ?? "")];
    if (each === undefined || ran === undefined) return undefined;
    return { shares: each.map(({ mean }) => mean), values: coalitionValues(deal, streams, outside, ran.granted) };
  };
  const isSplit = streams.enterprises.length > 0 && parties.length <= mostSplit;
  const own = isSplit ? valued(table) : undefined;
  const splits =
    own === undefined
      ? undefined
      : await splitsOf(
          parties,
          own,
          against === table ? undefined : valued(against),
          simulated.get(table)?.outlays ?? [],
          solve,
        );
  const settlements = settlementsOf(deal, draftRules(table));
  const bets = draftRules(table).flatMap((rule) =>
    rule.kind === "bet" && rule.measured.length > 0 ? [settleMeasured(rule, frame)] : [],
  );
  const leave = splits?.splits.find(({ split }) => split === "draft")?.blocked ?? [];
  return {
    draws: deal.draws,
    seed: deal.seed,
    table,
    against: against === table ? undefined : against,
    drafts: names.map((draft): DraftOutcome => {
      const each = outlooks.get(draft) ?? [];
      const ran = simulated.get(draft);
      return {
        draft,
        rules: draftRules(draft).map((rule) => ({ rule: rule.name, clauses: describeRule(rule, deal) })),
        outlooks: each,
        arguments: argumentsOf(
          deal,
          each,
          draft === against || against === undefined ? undefined : outlooks.get(against),
          draft === table ? leave : [],
        ),
        reached: ran?.reached,
        applied: ran?.applied ?? [],
        below: (ran?.applied ?? []).flatMap(({ enterprise, rule, below }) =>
          below === 0 ? [] : [{ enterprise, rule, share: below }],
        ),
        counted: countedIn(deal, draftRules(draft), streams, frame),
        conserved: { collected: ran?.collected ?? 0n, total: ran?.total ?? 0n, outside: ran?.outside ?? 0n },
      };
    }),
    numbers: numbersOf(deal, order, figures, frame),
    splits,
    seek:
      deal.seek === undefined || !isOpen
        ? undefined
        : smallestChange(deal, draftRules(deal.seek.draft ?? table), streams, outside, {
            ...deal.seek,
            confidence: shareIn(deal.seek.confidence),
          }),
    map: isOpen ? ruleMap(deal, draftRules(table), streams, outside, mapDraws) : undefined,
    settlements,
    bets,
    ledger: ledgerOf(parties, [...settlements, ...bets]),
    games: Object.keys(deal.games).map((name) => playGame(deal, name, frame, (draft) => outlooks.get(draft))),
    pools: [...rules.values()].flatMap((rule) =>
      rule.kind === "pool" ? [{ rule: rule.name, pooled: poolBase(rule) }] : [],
    ),
  };
}

/** What has been paid, settled under the draft on the table. */
function settlementsOf(deal: Deal, rules: readonly Rule[]): Settlement[] {
  return Object.entries(deal.enterprises).flatMap(([name, enterprise]) =>
    enterprise.paid.length === 0 ? [] : settleDraft(rules, name, enterprise),
  );
}

function numbersOf(
  deal: Deal,
  order: readonly string[],
  figures: ReadonlyMap<string, FigureValue>,
  frame: Frame,
): DealNumber[] {
  const found = [...figures].map(([name, { value, unit }]): DealNumber => {
    const { from } = deal.figures[name];
    return { name, kind: "figure", from, unit, low: value, middle: value, high: value, isDrawn: false };
  });
  const assumed = order.map((name): DealNumber => {
    const column = frame.columns.get(name);
    const sorted = (column?.values ?? new Float64Array([Number.NaN])).slice().sort();
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
    const [low, middle, high] = [at(0.05), at(0.5), at(0.95)];
    return {
      name,
      kind: "assumed",
      unit: deal.assumed[name].unit,
      low,
      middle,
      high,
      isDrawn: low !== high || isDrawn(deal.assumed[name]),
    };
  });
  return [...found, ...assumed];
}
