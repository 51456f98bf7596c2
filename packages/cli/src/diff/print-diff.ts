import { addTo } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Comparison, SplitNumber } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { unitTold } from "../terminal/unit-told.ts";
import type { Side } from "./open-side.ts";
import { printText } from "./print-text.ts";
import { analysesAlone, joined, listed, sentenceOf, signed, trimmed, type Words, wordsOf } from "./words.ts";

const [mostSentences, mostRows] = [8, 12];

/** A comparison for people: who moved and why, how every number splits, and what the editions say differently. */
export function printDiff(told: Comparison, sides: readonly [Side, Side], terminal: Terminal, all: boolean): void {
  const { numbers, unchanged, changed, runs } = told;
  const { print, text, style } = terminal;
  const words = wordsOf(told);
  const alone = aloneLines(told, words);
  for (const line of alone) print(style.yellow(text(line)));
  if (numbers.length === 0)
    print(text(say(alone.length > 0 ? "diff-same-shared" : "diff-same", { numbers: unchanged })));
  else {
    print(text(say("diff-summary", { changed: numbers.length, unchanged })));
    if (changed.length > 0) {
      print(
        text(
          say("diff-factors", {
            factors: joined(
              changed.map((factor) => words.factors([factor])),
              ", ",
              "、",
            ),
          }),
        ),
      );
      print(text(say("diff-how", { factors: changed.length, runs })));
    }
    for (const line of joinedLines(numbers, words)) print(style.yellow(text(line)));
    printSentences(numbers, words, terminal, all);
    const scalars = numbers.filter(({ kind }) => kind === "scalar");
    printTable(say("diff-numbers"), scalars, (each) => text(titled(each, words)), words, terminal, all);
    printBoards(numbers, words, terminal, all);
  }
  printText(told, sides, words, terminal, all);
}

/** The analyses that one edition alone has, by title and name: first of all, since no number below is of them. */
function aloneLines(told: Comparison, words: Words): Text[] {
  return (["before", "after"] as const).flatMap((side) => {
    const names = analysesAlone(told)[side];
    if (names.length === 0) return [];
    const analyses = listed(
      names.map((name) => joined([words.analysis(name), { en: `[${name}]`, zh: `[${name}]` }], " ", " ")),
    );
    return [say(`diff-analyses-${side}`, { n: names.length, analyses })];
  });
}

/** Scores and ranks place by place; a board that says what another said is not printed again. */
function printBoards(numbers: readonly SplitNumber[], words: Words, terminal: Terminal, all: boolean): void {
  const { print, text, style } = terminal;
  const seen = new Map<string, string>();
  for (const board of boardsIn(numbers)) {
    const [{ kind, analysis, years, name }] = board as [SplitNumber];
    const table = `${analysis}.${name}`;
    const whole = words.analysis(analysis);
    const named = { en: `${whole.en} [${table}]`, zh: `${whole.zh} [${table}]` };
    const of = years === undefined ? named : joined([named, yearsOf(years)], ", ", "，");
    const head = say(kind === "rank" ? "diff-ranks" : "diff-scores", { name: of });
    const content = board.map(contentOf).sort().join();
    const other = seen.get(content);
    seen.set(content, other ?? table);
    if (other !== undefined) {
      print("");
      print(style.dim(text(say("diff-as-above", { name: head, other }))));
      continue;
    }
    const place = (each: SplitNumber) => {
      const key = each.key === undefined ? "" : ` (${each.key})`;
      return `${text(words.place(each.place as string))}${key}`;
    };
    printTable(head, board, place, words, terminal, all);
  }
}

const yearsOf = ([before, after]: readonly [number, number]): Text =>
  before === after
    ? say("diff-year", { year: String(after) })
    : say("diff-year-to-year", { before: String(before), after: String(after) });

const contentOf = ({ kind, place, key, before, after }: SplitNumber): string =>
  [kind, place, key, before, after].join(" ");

/** `Disparity, Theil index (GDP)`: the analysis, the number, its unit. */
function titled({ analysis, title, unit }: SplitNumber, words: Words): Text {
  const of = joined([words.analysis(analysis), title], ", ", "，");
  const shown = unitTold(unit);
  return shown.en === "" ? of : { en: `${of.en} (${shown.en})`, zh: `${of.zh}（${shown.zh}）` };
}

function boardsIn(numbers: readonly SplitNumber[]): SplitNumber[][] {
  const boards = new Map<string, SplitNumber[]>();
  for (const each of numbers) {
    if (each.kind === "scalar") continue;
    const key = `${each.analysis} ${each.name} ${each.kind}`;
    addTo(boards, key, each);
  }
  return [...boards.values()];
}

function printSentences(numbers: readonly SplitNumber[], words: Words, terminal: Terminal, all: boolean): void {
  const bySize = (a: SplitNumber, b: SplitNumber) => Math.abs(b.change) - Math.abs(a.change);
  const ranked = numbers.filter(({ kind }) => kind === "rank");
  const ranks = [...new Map([...ranked].reverse().map((each) => [contentOf(each), each])).values()]
    .reverse()
    .sort(bySize);
  const shown = [...numbers.filter(({ kind }) => kind === "scalar").slice(0, all ? undefined : mostSentences)];
  terminal.print("");
  for (const each of shown) terminal.print(`• ${terminal.text(sentenceOf(each, words))}`);
  const moved = all ? ranks : ranks.slice(0, mostSentences);
  for (const each of moved)
    terminal.print(`${each.after < each.before ? "↑" : "↓"} ${terminal.text(sentenceOf(each, words))}`);
  if (moved.length < ranks.length)
    terminal.print(terminal.style.dim(terminal.text(say("diff-more", { more: ranks.length - moved.length }))));
}

function printTable(
  head: Text,
  numbers: readonly SplitNumber[],
  name: (number: SplitNumber) => string,
  words: Words,
  terminal: Terminal,
  all: boolean,
): void {
  if (numbers.length === 0) return;
  const { print, text, style } = terminal;
  const sorted =
    numbers[0]?.kind === "scalar" ? numbers : [...numbers].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const shown = all ? sorted : sorted.slice(0, mostRows);
  const columns = [
    ...new Map(shown.flatMap(({ parts }) => parts).map((part) => [part.factors.join(), part.factors])).values(),
  ];
  const first = numbers[0]?.kind === "scalar" ? "diff-number" : "diff-place";
  const heads = [...([first, "diff-before", "diff-after", "diff-change"] as const).map((code) => text(say(code)))];
  const rows = shown.map((each) => {
    const cells = columns.map((factors) => {
      const at = each.parts.findIndex((part) => part.factors.join() === factors.join());
      return at < 0 ? "" : signed(each.shown.parts[at] as string);
    });
    const { before, after, change } = trimmed(each);
    return [name(each), before, after, signed(change), ...cells];
  });
  const lines = textTable(
    [[...heads, ...columns.map((factors) => text(words.factors(factors)))], ...rows],
    heads.map((_, at) => at > 0).concat(columns.map(() => true)),
  );
  print("");
  print(style.bold(text(head)));
  lines.forEach((line, at) => {
    print(at === 0 ? style.dim(line) : line);
  });
  if (shown.length < numbers.length) print(style.dim(text(say("diff-more", { more: numbers.length - shown.length }))));
}

/** Which factors could not be swapped apart, and for which analyses. */
function joinedLines(numbers: readonly SplitNumber[], words: Words): Text[] {
  const analyses = new Map<string, { factors: SplitNumber["parts"][number]["factors"]; names: Set<string> }>();
  for (const { analysis, parts } of numbers) {
    for (const { factors } of parts.filter((part) => part.factors.length > 1)) {
      const known = analyses.get(factors.join()) ?? { factors, names: new Set<string>() };
      known.names.add(analysis);
      analyses.set(factors.join(), known);
    }
  }
  return [...analyses.values()].map(({ factors, names }) =>
    say("diff-joined", { factors: words.factors(factors), analyses: [...names].join(", ") }),
  );
}
