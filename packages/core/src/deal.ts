export { isContent, usualConfidence } from "./deal/accepting.ts";
export type { Arguments } from "./deal/arguments.ts";
export type { PartyOutlook } from "./deal/assess.ts";
export { type BetSettlement, type BetYear, settleBet, settleMeasured, waterIndex } from "./deal/bet.ts";
export { type CheckedDeal, checkDeal } from "./deal/check-deal.ts";
export { mostSplit } from "./deal/check-parties.ts";
export { compareDrafts, type DraftDifference } from "./deal/compare-drafts.ts";
export { addsUp, type Counted } from "./deal/counted.ts";
export type { PlayedGame } from "./deal/deal-games.ts";
export { dealTables } from "./deal/deal-tables.ts";
export { amountText, type Clause, describeRule, statisticNames } from "./deal/describe-rule.ts";
export { type Entry, entryWords } from "./deal/entry.ts";
export { cellIn, type FigureCell, type FoundCell, figureCell } from "./deal/figure-cell.ts";
export { dealJsonSchema } from "./deal/json-schema.ts";
export { type LedgerLine, ledgerOf } from "./deal/ledger.ts";
export { type Fen, fenOf, inYuan, ratioOf, ratioText, yuanText } from "./deal/money.ts";
export { monthText } from "./deal/month.ts";
export { type ParsedDeal, parseDeal } from "./deal/parse-deal.ts";
export { partyWords } from "./deal/party-words.ts";
export { pointlessClauses } from "./deal/pointless.ts";
export { type Pooled, type PooledTown, poolBase } from "./deal/pool.ts";
export { type Preset, presets } from "./deal/presets.ts";
export type { FigureValue } from "./deal/quantities.ts";
export { resolveRules } from "./deal/resolve-rules.ts";
export type { BetRule, PoolRule, Rule, SharingRule } from "./deal/rule.ts";
export type { RuleMap } from "./deal/rule-map.ts";
export { type DealNumber, type DealResult, type DraftOutcome, runDeal } from "./deal/run-deal.ts";
export { type Assumption, type Deal, dealSchema } from "./deal/schema.ts";
export { type Settlement, settle } from "./deal/settle.ts";
export type { SmallestChange } from "./deal/smallest-change.ts";
export type { Source } from "./deal/source.ts";
export { type Split, type Splits, splitWords } from "./deal/splits.ts";
export { type TaxName, taxNames, taxSpans, taxWords } from "./deal/taxes.ts";
export { atItsLine, Tell } from "./deal/tell.ts";
export {
  accepts,
  type MediatorView,
  mediatorView,
  type Reservation,
  reservationIn,
  type Trials,
  trialsOf,
} from "./deal/verdict.ts";
export { evolutionaryTables } from "./game/evolutionary-tables.ts";
export { amountTitle } from "./game/evolutionary-templates.ts";
export { evolutionaryFindings, pointName, stabilities } from "./game/evolutionary-words.ts";
