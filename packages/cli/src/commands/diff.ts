import { type Comparison, compareEditions, type HeadlineNumber } from "@conurb/core/study";
import { type Command, textOption } from "../command.ts";
import { diffDrafts, draftNamed } from "../deal/diff-drafts.ts";
import { openSide, type Side } from "../diff/open-side.ts";
import { printDiff } from "../diff/print-diff.ts";
import { analysesAlone, sentenceOf, wordsOf } from "../diff/words.ts";
import { exit } from "../exit.ts";
import { interruptible } from "../interrupt.ts";
import { runProgress } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { threadCount } from "../thread-count.ts";

const diff: Command = async (given, terminal) => {
  const [before, after] = given.words as [string, string];
  const threads = threadCount(textOption(given, "threads"));
  if (draftNamed(before) !== undefined || draftNamed(after) !== undefined) {
    await diffDrafts([before, after], threads, terminal, given.options.json === true);
    return exit.done;
  }
  return interruptible(async (signal) => {
    const options = { threads, signal, memory: new Map<string, string>(), notify: () => {} };
    const a = await openSide(before, options, terminal);
    try {
      const b = await openSide(after, options, terminal);
      try {
        const told = await compared(a, b, terminal);
        if (given.options.json) terminal.json(asJson(told, a, b));
        else printDiff(told, [a, b], terminal, given.options.all === true);
        return exit.done;
      } finally {
        await b.close();
      }
    } finally {
      await a.close();
    }
  });
};
export default diff;

async function compared(a: Side, b: Side, terminal: Terminal): Promise<Comparison> {
  const progress = runProgress(terminal, 1);
  const report = (done: number, total: number) => progress.notify({ kind: "progress", analysis: "", done, total });
  try {
    return await compareEditions(a.edition, b.edition, { progress: report });
  } finally {
    progress.stop();
  }
}

/** All of it: numbers in full, as printed, and as a sentence. */
function asJson(told: Comparison, a: Side, b: Side) {
  const { changed, runs, numbers, unchanged, entries, datasets, members, onlyBefore, onlyAfter } = told;
  const words = wordsOf(told);
  const bare = ({ value: _, unit: __, ...what }: HeadlineNumber) => what;
  return {
    before: a.named,
    after: b.named,
    split: "shapley",
    factors: changed,
    runs,
    analysesAlone: analysesAlone(told),
    unchanged,
    numbers: numbers.map((each) => ({ ...each, sentence: sentenceOf(each, words) })),
    onlyBefore: onlyBefore.map(bare),
    onlyAfter: onlyAfter.map(bare),
    members,
    datasets,
    entries,
  };
}
