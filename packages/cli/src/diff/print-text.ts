import type { Text } from "@conurb/core/language";
import type { Comparison, DatasetDifference, EntryDifference, HeadlineNumber } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Side } from "./open-side.ts";
import { analysesAlone, listed, type Words } from "./words.ts";

const [mostEntries, mostNames] = [20, 8];
const whole = "+"; // an entry of its own, which is named and not spelled out
const longest = 60; // characters of a value in the study file

/** What differs in words: program, cluster, datasets, entries of the study file, and what one edition alone has. */
export function printText(
  told: Comparison,
  sides: readonly [Side, Side],
  words: Words,
  terminal: Terminal,
  all: boolean,
) {
  const { members, datasets, entries, onlyBefore, onlyAfter } = told;
  const texts: Text[] = [...programLines(sides)];
  const places = (codes: readonly string[]) => cut(codes.map(words.place), all);
  if (members.added.length > 0) texts.push(say("diff-members-added", { places: places(members.added) }));
  if (members.removed.length > 0) texts.push(say("diff-members-removed", { places: places(members.removed) }));
  texts.push(...datasets.flatMap(datasetLines));
  // the others stand in the head
  const { before, after } = analysesAlone(told);
  const isShared = ({ analysis }: HeadlineNumber) => !before.includes(analysis) && !after.includes(analysis);
  const listedEntries = all ? entries : entries.slice(0, mostEntries);
  texts.push(...listedEntries.map(entryLine));
  if (listedEntries.length < entries.length)
    texts.push(say("diff-more", { more: entries.length - listedEntries.length }));
  texts.push(
    ...aloneLines(onlyBefore.filter(isShared), "diff-only-before", words, all),
    ...aloneLines(onlyAfter.filter(isShared), "diff-only-after", words, all),
  );
  texts.push(...lackingLines(told, sides));
  if (texts.length === 0) return;
  terminal.print("");
  terminal.print(terminal.style.bold(terminal.text(say("diff-text"))));
  for (const text of texts) terminal.print(`  ${terminal.text(text)}`);
}

function entryLine({ at, before, after, unused }: EntryDifference): Text {
  const told =
    before === undefined
      ? say("diff-entry-new", { at, after: alone(after) })
      : after === undefined
        ? say("diff-entry-gone", { at, before: alone(before) })
        : say("diff-entry", { at, before: short(before), after: short(after) });
  if (unused === undefined) return told;
  const not = say("diff-entry-unused", { methods: unused.join(", ") });
  return { en: told.en + not.en, zh: told.zh + not.zh };
}

const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** What one edition alone says. */
const alone = (text = whole): string => (text === whole ? "" : ` (${short(text)})`);

function programLines([a, b]: readonly [Side, Side]): Text[] {
  const told = ({ lock }: Side) =>
    lock === undefined ? undefined : `conurb ${lock.conurb} ${lock.build ?? ""} ${lock.runtime}`;
  const [before, after] = [told(a), told(b)];
  return before === undefined || after === undefined || before === after
    ? []
    : [say("diff-program", { before, after })];
}

function datasetLines(each: DatasetDifference): Text[] {
  const { name, before, after, revised, examples, newYears, goneYears, newRows, goneRows } = each;
  if (before === undefined) return [say("diff-dataset-new", { name })];
  if (after === undefined) return [say("diff-dataset-gone", { name })];
  const lines: Text[] = [];
  if (revised + newRows + goneRows > 0)
    lines.push(say("diff-dataset", { name, revised, added: newRows, gone: goneRows }));
  for (const { key, column, before: from, after: to } of examples) {
    const at = `  ${name} ${key} ${column}`;
    lines.push(say("diff-entry", { at, before: String(from ?? "–"), after: String(to ?? "–") }));
  }
  if (newYears.length > 0) lines.push(say("diff-dataset-years", { name, years: newYears.join(", ") }));
  if (goneYears.length > 0) lines.push(say("diff-dataset-years-gone", { name, years: goneYears.join(", ") }));
  const [from, to] = [before.sha256 ?? before.table, after.sha256 ?? after.table];
  const bytes = before.table === after.table ? "diff-dataset-same-figures" : "diff-dataset-bytes";
  if (from !== to) lines.push(say(bytes, { name, before: from.slice(0, 12), after: to.slice(0, 12) }));
  return lines;
}

/** What one edition alone has, analysis by analysis; analyses that lack the same are told together. */
function aloneLines(
  alone: readonly HeadlineNumber[],
  code: "diff-only-before" | "diff-only-after",
  words: Words,
  all: boolean,
): Text[] {
  const byAnalysis = new Map<string, Map<string, Text>>();
  for (const { analysis, place, title, kind } of alone) {
    if (kind === "rank") continue;
    const names = byAnalysis.get(analysis) ?? new Map<string, Text>();
    names.set(place ?? title.en, place === undefined ? title : words.place(place));
    byAnalysis.set(analysis, names);
  }
  const together = new Map<string, { analyses: Text[]; names: Text[] }>();
  for (const [analysis, names] of byAnalysis) {
    const key = [...names.keys()].join();
    const known = together.get(key) ?? { analyses: [], names: [...names.values()] };
    known.analyses.push(words.analysis(analysis));
    together.set(key, known);
  }
  return [...together.values()].map(({ analyses, names }) =>
    say(code, { analyses: listed(analyses), names: cut(names, all) }),
  );
}

/** The first few of many names, and how many there are. */
function cut(names: readonly Text[], all: boolean): Text {
  if (all || names.length <= mostNames) return listed(names);
  const { en, zh } = listed(names.slice(0, mostNames));
  return { en: `${en}, ... (${names.length})`, zh: `${zh}……（共 ${names.length} 个）` };
}

function lackingLines({ a, b }: Comparison, sides: readonly [Side, Side]): Text[] {
  return [a, b].flatMap((run, at) =>
    [...run.outcomes].flatMap(([name, outcome]) => {
      const reason = outcome.kind === "lacking" ? outcome.reason : undefined;
      const refused = outcome.kind === "refused" ? outcome.problems[0]?.text : undefined;
      const why = reason ?? refused;
      const side = sides[at]?.named ?? "";
      return why === undefined ? [] : [say("diff-lacking", { side, name, reason: why })];
    }),
  );
}
