import { type Problem, plainWording, type Wording } from "@conurb/core/contract";
import {
  type Deal,
  type DealResult,
  type DraftOutcome,
  type FigureValue,
  inYuan,
  partyWords,
  presets,
  usualConfidence,
} from "@conurb/core/deal";
import type { Language, Text } from "@conurb/core/language";
import { parseUnit, unitText } from "@conurb/core/units";
import { type Amounts, amountsIn } from "./amounts.ts";
import { type Say, sayIn } from "./deal-words.ts";

/** A deal that was computed, and the figures that it rests on. */
export interface DealModel {
  readonly deal: Deal;
  readonly result: DealResult;
  readonly figures: ReadonlyMap<string, FigureValue>;
  readonly pins: Readonly<Record<string, string>>;
  /** What each party has said: accepted or not, and never why. */
  readonly verdicts?: Readonly<Record<string, boolean>>;
  /** What the check of the deal found that a reader should know, but can live with. */
  readonly notes?: readonly Problem[];
}

/** What the sections of a page need beside the model, in one language. */
export interface Page extends DealModel {
  readonly language: Language;
  readonly say: Say;
  readonly amounts: Amounts;
  readonly wording: Wording;
  readonly parties: readonly string[];
  readonly table: DraftOutcome;
  readonly against: DraftOutcome | undefined;
  title(party: string): string;
  text(text: Text): string;
  enterprise(name: string): string;
  /** What a rule is called under which something is settled. */
  rule(name: string): string;
  /** What a unit is called; nothing of none. */
  unit(unit: string): string;
  /** A draft as it is named: its key and its title. */
  draft(name: string): string;
}

export function pageOf(model: DealModel, language: Language): Page {
  const { deal, result } = model;
  const find = (name: string | undefined) => result.drafts.find(({ draft }) => draft === name);
  const table = find(result.table) as DraftOutcome;
  const against = find(result.against);
  const values = [
    ...[table, against].flatMap((each) => each?.outlooks.flatMap(({ mean, low, high }) => [mean, low, high]) ?? []),
    ...(result.splits?.values ?? []),
    ...result.settlements.flatMap(({ cash }) => Object.values(cash).map(inYuan)),
  ];
  const amounts = amountsIn(deal.currency, values, language);
  const text = (each: Text) => each[language];
  return {
    ...model,
    language,
    say: sayIn(language, deal.currency),
    amounts,
    wording: {
      ...plainWording,
      number: (value, unit, digits = 0) => (unit === "percent" ? `${value.toFixed(digits)}%` : amounts.full(value)),
    },
    parties: Object.keys(deal.parties),
    table,
    against,
    text,
    title: (party) => text(partyWords(deal, party)),
    enterprise: (name) => {
      const own = deal.enterprises[name]?.title;
      return own === undefined ? name : text(own);
    },
    rule: (name) => {
      const settled = [...result.settlements, ...result.bets].find(({ rule }) => rule === name);
      const { title, preset } = deal.rules[name] ?? {};
      const called = settled?.title ?? title ?? (preset === undefined ? undefined : presets[preset].title);
      return called === undefined ? name : text(called);
    },
    unit: (unit) => (unit === "1" ? "" : unitText(parseUnit(unit))[language]),
    draft: (name) => `${name} ${text(deal.drafts[name].title)}`,
  };
}

/** In which share of the draws each party must be better off inside: what the parties set themselves. */
export function confidenceOf({ result }: DealModel): number {
  return result.seek?.confidence ?? usualConfidence;
}

/** A share of the draws in percent, as exactly as a deal states it. */
export const percentText = (share: number): string => `${Number((100 * share).toFixed(4))}%`;
