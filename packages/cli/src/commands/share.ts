import { join, resolve } from "node:path";
import { InputError, type Problem } from "@conurb/core/contract";
import {
  atItsLine,
  checkDeal,
  type Deal,
  type DealResult,
  pointlessClauses,
  type Rule,
  runDeal,
  trialsOf,
} from "@conurb/core/deal";
import { languages } from "@conurb/core/language";
import { type Command, type Given, textOption } from "../command.ts";
import { type DealFigures, dealFigures } from "../deal/deal-figures.ts";
import { dealJson } from "../deal/deal-json.ts";
import { printDeal } from "../deal/print-deal.ts";
import {
  giveVerdict,
  makeKey,
  mediate,
  openSealed,
  readKey,
  sealReservation,
  verdictsOn,
} from "../deal/private-files.ts";
import { type DealFile, readDealFile } from "../deal/read-deal.ts";
import { dealTableFormats, writeDealTables } from "../deal/write-deal-tables.ts";
import { CheckFailed, exit, UsageError } from "../exit.ts";
import { listOf } from "../export/asked.ts";
import { tellProblems } from "../problems.ts";
import { say } from "../say.ts";
import { writeChanged } from "../study/write-output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const share: Command = async (given, terminal) => {
  const asJson = given.options.json === true;
  const [newKey, sealed, as, open] = ["new-key", "seal", "as", "open"].map((name) => textOption(given, name));
  if (newKey !== undefined) return done(makeKey(newKey, terminal, asJson));
  if (open !== undefined) {
    const deal = await dealIfThere(given.words[0] as string);
    return done(openSealed(open, await secretOf(given), deal, terminal, asJson));
  }
  const file = await readDealFile(given.words[0] as string);
  const { deal, locate, problems } = file.parsed;
  if (deal === undefined) throw new CheckFailed(problems);
  if (sealed !== undefined) return done(sealReservation(deal, file.folder, sealed, terminal, asJson));
  const figures = await dealFigures(file, deal, threadCount(textOption(given, "threads")), terminal);
  if (given.options.pin === true) return printPins(figures, terminal, asJson);
  const checked = checkDeal(deal, locate, figures.values);
  const found = [...figures.problems, ...checked.problems];
  if (found.length > 0) throw new CheckFailed(found);
  const numbers = [deal, checked.rules, checked.order, figures.values] as const;
  if (as !== undefined) {
    const secret = await secretOf(given);
    const trials = await atItsLine(locate, () => trialsOf(...numbers));
    const draft = deal.table ?? (Object.keys(deal.drafts).at(-1) as string);
    if (as === "mediator") return done(mediate(trials, file.folder, secret, draft, terminal, asJson));
    return done(giveVerdict(trials, file.folder, as, secret, draft, terminal, asJson));
  }
  const tables = listOf(given, "tables", dealTableFormats) ?? [];
  const result = await atItsLine(locate, () => runDeal(...numbers));
  const notes = [...checked.notes, ...pointlessClauses(deal, checked.rules, result, locate)];
  const written = await writeReports(file, { deal, rules: checked.rules, notes }, result, figures, given);
  const out = outOf(file, given);
  if (out !== undefined) written.push(...(await writeDealTables(out, deal, result, tables)));
  if (asJson)
    terminal.json({
      deal: given.words[0],
      title: deal.title,
      ...dealJson(result),
      notes,
      files: written,
    });
  else {
    tellProblems(notes, terminal);
    await printDeal(deal, result, terminal);
    for (const path of written) terminal.print(path);
  }
  return exit.done;
};
export default share;

/** For what it calls its parties and drafts: a sealed file can be opened without it. */
async function dealIfThere(named: string): Promise<Deal | undefined> {
  if (named === "-") return undefined;
  try {
    return (await readDealFile(named)).parsed.deal;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

async function done(work: Promise<unknown>) {
  await work;
  return exit.done;
}

async function secretOf(given: Given): Promise<string> {
  const key = textOption(given, "key");
  if (key === undefined) throw new UsageError(say("deal-key-needed"));
  return readKey(key);
}

function printPins({ pins }: DealFigures, terminal: Terminal, asJson: boolean) {
  if (asJson) {
    terminal.json({ pins });
    return exit.done;
  }
  terminal.print("  pins:");
  for (const [name, hash] of Object.entries(pins)) terminal.print(`    ${name}: ${hash}`);
  return exit.done;
}

/** Where files go: of a deal on standard input only where it is said. */
function outOf({ file, folder }: DealFile, given: Given): string | undefined {
  const asked = textOption(given, "out");
  return file === "-" && asked === undefined ? undefined : resolve(asked ?? join(folder, "out"));
}

/** The report, and the minutes where they are asked for, in each language. */
async function writeReports(
  file: DealFile,
  terms: { readonly deal: Deal; readonly rules: ReadonlyMap<string, Rule>; readonly notes: readonly Problem[] },
  result: DealResult,
  { values, pins }: DealFigures,
  given: Given,
): Promise<string[]> {
  const out = outOf(file, given);
  if (out === undefined) return [];
  const lang = textOption(given, "lang");
  const { renderDeal, renderMinutes } = await import("@conurb/figures/deal");
  const { deal, notes } = terms;
  const verdicts = await verdictsOn(terms, file.folder, result.table);
  const model = { deal, result, figures: values, pins, verdicts, notes };
  const files: string[] = [];
  const write = async (name: string, text: string) => {
    const path = join(out, name);
    await writeChanged(path, text);
    files.push(path);
  };
  for (const language of languages) {
    if (lang !== undefined && !lang.split(",").includes(language)) continue;
    await write(`deal.${language}.html`, renderDeal(model, language));
    if (given.options.minutes === true) await write(`minutes.${language}.html`, renderMinutes(model, language));
  }
  return files;
}
