import { plainWording, sentence } from "@conurb/core/contract";
import {
  type BetSettlement,
  type Deal,
  type DealResult,
  type Entry,
  entryWords,
  evolutionaryFindings,
  monthText,
  partyWords,
  type Settlement,
  splitWords,
  yuanText,
} from "@conurb/core/deal";
import type { Text } from "@conurb/core/language";
import type { Amounts } from "@conurb/figures/deal";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { currencyText } from "./currency-text.ts";

const chance = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** A deal for people: rules in words, who has what and how sure that is, who would leave. */
export async function printDeal(deal: Deal, result: DealResult, terminal: Terminal): Promise<void> {
  const { print, text, style } = terminal;
  const title = (party: string): string => text(partyWords(deal, party));
  const currency = currencyText(deal);
  const amounts = await amountsOf(deal, result, terminal);
  const { amountsIn } = await import("@conurb/figures/deal");
  const interest = (amount: number) => amountsIn(deal.currency, [amount], terminal.language).full(amount);
  print(style.bold(text(deal.title)));
  if (deal.illustrative) print(style.yellow(text(say("deal-illustrative"))));
  for (const { draft, rules, outlooks, conserved, below, applied } of result.drafts) {
    print("");
    print(style.bold(text(say("deal-draft", { draft, title: deal.drafts[draft].title }))));
    for (const { clauses } of rules) for (const clause of clauses) print(`  ${text(clause.text)}`);
    if (outlooks.length === 0) continue;
    const head = [
      "deal-party",
      "deal-mean",
      "deal-low",
      "deal-median",
      "deal-high",
      "deal-worse",
      "deal-regret",
    ] as const;
    const rows = outlooks.map((each) => [
      title(each.party),
      ...[each.mean, each.low, each.median, each.high].map(amounts.bare),
      chance(each.worse),
      amounts.bare(each.regretAccepting),
    ]);
    print("");
    const shown = textTable(
      [head.map((code) => text(say(code))), ...rows],
      head.map((_, at) => at > 0),
    );
    for (const line of shown) print(`  ${line}`);
    for (const { enterprise, rule, share } of below)
      print(style.yellow(`  ${text(say("deal-below", { enterprise, rule, share: chance(share) }))}`));
    for (const { enterprise, rule, delay } of applied) {
      if (delay === undefined) continue;
      const told = { enterprise, rule, planned: delay.isPlanned ? "yes" : "no", amount: interest(delay.interest) };
      print(style.dim(`  ${text(say("deal-delay", told))}`));
    }
    if (conserved.collected === 0n) continue;
    print(
      style.dim(
        `  ${text(say("deal-conserved", { collected: yuanText(conserved.collected), total: yuanText(conserved.total), currency }))}`,
      ),
    );
  }
  if (result.drafts.some(({ outlooks }) => outlooks.length > 0))
    print(
      style.dim(
        `  ${text(say("deal-unit", { years: deal.years, unit: amounts.unit, draws: result.draws, seed: String(result.seed) }))}`,
      ),
    );
  printSplits(deal, result, amounts, terminal, title);
  printSeek(result, terminal, title);
  for (const settlement of result.settlements) printSettlement(deal, settlement, terminal, title);
  for (const bet of result.bets) printBet(bet, terminal, title, currency);
  for (const { title: named, result: played } of result.games) {
    print("");
    print(style.bold(text(say("deal-game", { title: named }))));
    for (const finding of evolutionaryFindings(played))
      print(`  ${sentence(finding, terminal.language, plainWording)}`);
    for (const warning of played.warnings ?? [])
      print(style.yellow(`  ${sentence(warning, terminal.language, plainWording)}`));
  }
  for (const { pooled } of result.pools) {
    print("");
    const head = ["deal-town", "deal-contribution", "deal-distribution", "deal-net"] as const;
    const rows = pooled.towns.map((town) => [
      title(town.party),
      yuanText(town.contribution),
      yuanText(town.distribution),
      yuanText(town.net),
    ]);
    for (const line of textTable(
      [head.map((code) => text(say(code))), ...rows],
      head.map((_, at) => at > 0),
    ))
      print(`  ${line}`);
  }
}

/** One unit for all that is told of the drafts and of ways to split. */
async function amountsOf({ currency }: Deal, { drafts, splits }: DealResult, { language }: Terminal): Promise<Amounts> {
  const { amountsIn } = await import("@conurb/figures/deal");
  const values = drafts.flatMap(({ outlooks }) => outlooks.flatMap(({ mean, low, high }) => [mean, low, high]));
  return amountsIn(currency, [...values, ...(splits?.values ?? [])], language);
}

function printSplits(
  deal: Deal,
  { splits }: DealResult,
  amounts: Amounts,
  terminal: Terminal,
  title: (party: string) => string,
): void {
  if (splits === undefined) return;
  const { print, text, style } = terminal;
  const parties = Object.keys(deal.parties);
  print("");
  print(style.bold(text(say("deal-splits"))));
  const rows = splits.splits.map(({ split, shares, blocked }) => [
    text(splitWords[split]),
    ...shares.map(amounts.bare),
    blocked[0] === undefined
      ? text(say("deal-stays"))
      : text(
          say("deal-leave", {
            members: blocked[0].members.map(title).join(" + "),
            gain: amounts.bare(blocked[0].gain),
          }),
        ),
  ]);
  const head = [text(say("deal-split")), ...parties.map(title), text(say("deal-walks"))];
  for (const line of textTable(
    [head, ...rows],
    head.map((_, at) => at > 0 && at < head.length - 1),
  ))
    print(`  ${line}`);
  for (const warning of splits.warnings) print(style.yellow(`  ${text(warning.text)}`));
}

function printSeek({ seek, drafts }: DealResult, terminal: Terminal, title: (party: string) => string): void {
  if (seek === undefined) return;
  const { clause, rule, now, found, trials } = seek;
  const confidence = `${Number((100 * seek.confidence).toFixed(4))}%`;
  const worst = (worse: readonly number[]) => Math.max(...worse);
  const best = trials.reduce((least, each) => (worst(each.worse) < worst(least.worse) ? each : least), now);
  const party = drafts[0].outlooks[best.worse.indexOf(worst(best.worse))]?.party ?? "";
  const told: Text =
    found === undefined
      ? say("deal-seek-none", {
          clause,
          rule,
          confidence,
          best: best.value,
          party: title(party),
          worse: chance(worst(best.worse)),
        })
      : say(found === now ? "deal-seek-now" : "deal-seek-found", {
          clause,
          rule,
          now: now.value,
          found: found.value,
          confidence,
        });
  terminal.print("");
  terminal.print(terminal.text(told));
}

function printSettlement(
  deal: Deal,
  settlement: Settlement,
  terminal: Terminal,
  title: (party: string) => string,
): void {
  const { print, text, style } = terminal;
  const { enterprise, title: rule, qualified, years, ending, cash } = settlement;
  print("");
  const named = deal.enterprises[enterprise]?.title;
  print(
    style.bold(
      text(say("deal-settled", { enterprise: named === undefined ? enterprise : text(named), rule: text(rule) })),
    ),
  );
  if (!qualified.holds) {
    const reasons = qualified.tests.filter(({ holds }) => !holds).map((test) => text(test.text));
    print(`  ${text(say("deal-not-qualified", { reasons: reasons.join("; ") }))}`);
  } else if (years.length > 0) {
    const owed = (code: Entry["clause"]) =>
      settlement.entries.filter(({ clause, amount }) => clause === code && amount > 0n);
    const parties = Object.keys(years[0].parts);
    const head = [text(say("deal-year")), text(say("deal-tax")), ...parties.map(title), text(say("deal-received"))];
    const rows = years.map((year) => [
      `${monthText(year.from)}..${monthText(year.to)}`,
      yuanText(year.tax),
      ...parties.map((party) => yuanText(year.parts[party])),
      yuanText(year.received),
    ]);
    for (const line of textTable(
      [head, ...rows],
      head.map((_, at) => at > 0),
    ))
      print(`  ${line}`);
    print(`  ${text(say("deal-ending", { ending }))}`);
    if (settlement.before !== 0n) print(`  ${text(say("deal-before"))}: ${yuanText(settlement.before)}`);
    for (const code of ["interest", "grant", "repayment"] as const)
      for (const { on, party, other, amount } of owed(code))
        print(
          `  ${monthText(on)} ${text(entryWords[code])}: ${title(other as string)} -> ${title(party)} ${yuanText(amount)}`,
        );
  }
  print(`  ${cashLine(cash, title)}`);
  for (const each of settlement.assumed) print(style.yellow(`  ${text(each)}`));
}

function printBet(
  { title: rule, threshold, years, cash }: BetSettlement,
  terminal: Terminal,
  title: (party: string) => string,
  currency: Text,
): void {
  const { print, text, style } = terminal;
  print("");
  print(style.bold(`${text(say("deal-bet"))}: ${text(rule)}`));
  for (const { year, index, compared, isKept, payer, payee, amount } of years) {
    const named = { payer: title(payer), payee: title(payee), amount: yuanText(amount), currency };
    const said = {
      ...named,
      year: String(year),
      index: String(index),
      rounded: index === compared ? "none" : String(compared),
      threshold: String(threshold),
      kept: isKept ? "yes" : "no",
    };
    print(`  ${text(say("deal-bet-year", said))}`);
  }
  print(`  ${cashLine(cash, title)}`);
}

const cashLine = (cash: Readonly<Record<string, bigint>>, title: (party: string) => string): string =>
  Object.entries(cash)
    .map(([party, fen]) => `${title(party)} ${yuanText(fen)}`)
    .join("; ");
