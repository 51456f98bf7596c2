import { atItsLine, checkDeal, compareDrafts, type DraftDifference, trialsOf } from "@conurb/core/deal";
import type { Amounts } from "@conurb/figures/deal";
import { CheckFailed, UsageError } from "../exit.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { dealFigures } from "./deal-figures.ts";
import { readDealFile } from "./read-deal.ts";

/** `DEAL#DRAFT` as it is named on the command line. */
export function draftNamed(word: string): { deal: string; draft: string } | undefined {
  const found = /^(.+)#([a-z][a-z0-9-]*)$/.exec(word);
  return found === null ? undefined : { deal: found[1] as string, draft: found[2] as string };
}

/** Two drafts of one deal in money, by party and year. */
export async function diffDrafts(
  words: readonly [string, string],
  threads: number,
  terminal: Terminal,
  json: boolean,
): Promise<void> {
  const [before, after] = words.map(draftNamed);
  if (before === undefined || after === undefined || before.deal !== after.deal)
    throw new UsageError(say("deal-diff-two"));
  const file = await readDealFile(before.deal);
  const { deal, locate, problems } = file.parsed;
  if (deal === undefined) throw new CheckFailed(problems);
  for (const { draft } of [before, after])
    if (!Object.hasOwn(deal.drafts, draft))
      throw new UsageError(
        say("deal-draft-unknown", {
          named: `${before.deal}#${draft}`,
          draft,
          known: Object.keys(deal.drafts).join(", "),
        }),
      );
  const figures = await dealFigures(file, deal, threads, terminal);
  const checked = checkDeal(deal, locate, figures.values);
  const found = [...figures.problems, ...checked.problems];
  if (found.length > 0) throw new CheckFailed(found);
  const differences = await atItsLine(locate, () =>
    compareDrafts(trialsOf(deal, checked.rules, checked.order, figures.values), before.draft, after.draft),
  );
  if (json)
    return terminal.json({
      deal: before.deal,
      before: before.draft,
      after: after.draft,
      draws: deal.draws,
      unit: deal.currency,
      differences,
    });
  const changes = differences.flatMap(({ years, before: was, after: is }) => [
    is - was,
    ...years.map((each) => each.after - each.before),
  ]);
  const { amountsIn } = await import("@conurb/figures/deal");
  const amounts = amountsIn(deal.currency, changes, terminal.language);
  terminal.print(
    terminal.text(
      say("deal-diff", { before: before.draft, after: after.draft, unit: amounts.unit, draws: deal.draws }),
    ),
  );
  for (const line of table(differences, amounts, terminal, (party) => terminal.text(deal.parties[party].title)))
    terminal.print(line);
}

function table(
  differences: readonly DraftDifference[],
  { change }: Amounts,
  terminal: Terminal,
  title: (party: string) => string,
): string[] {
  const years = differences[0]?.years.map(({ year }) => String(year)) ?? [];
  const head = ["", ...years, terminal.text(say("deal-present")), terminal.text(say("deal-worse"))];
  const rows = differences.map(({ party, years: own, before, after, worseBefore, worseAfter }) => [
    title(party),
    ...own.map((each) => change(each.after - each.before)),
    change(after - before),
    `${(100 * worseBefore).toFixed(1)}% -> ${(100 * worseAfter).toFixed(1)}%`,
  ]);
  return textTable(
    [head, ...rows],
    head.map((_, at) => at > 0),
  );
}
