import { relative } from "node:path";
import { addTo, type Dropped, type Problem } from "@conurb/core/contract";
import { closeHan, type Text } from "@conurb/core/language";
import { type AnalysisOutcome, leftOut } from "@conurb/core/study";
import { type ExitCode, exit } from "../exit.ts";
import { problemLines } from "../problems.ts";
import { say } from "../say.ts";
import { rowNamed } from "../terminal/dropped-told.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Session } from "./session.ts";

type Kind = AnalysisOutcome["kind"];

/** What became of one analysis. */
interface ToldAnalysis {
  readonly outcome: Kind;
  readonly key?: string;
  readonly sha256?: string;
  readonly reason?: Text;
  readonly problems?: readonly Problem[];
  /** Rows and places that are not in it, and why. */
  readonly dropped?: readonly Dropped[];
}

/** A run as data: what is said of it, as text or as JSON. */
export interface Told {
  readonly study: string;
  readonly out: string;
  readonly analyses: Readonly<Record<string, ToldAnalysis>>;
  readonly notes: readonly Problem[];
  /** What is said of what the analyses left out. */
  readonly omitted: readonly Text[];
  readonly reports?: readonly string[];
}

export function toldOf({ run, out, file, notes }: Session, reports: readonly string[]): Told {
  const analyses = [...run.outcomes].map(([name, outcome]): [string, ToldAnalysis] => {
    if (outcome.kind === "lacking") return [name, { outcome: outcome.kind, reason: outcome.reason }];
    if (outcome.kind === "refused") return [name, { outcome: outcome.kind, problems: outcome.problems }];
    const { kind, key, sha256 } = outcome;
    const dropped = leftOut(outcome);
    return [name, { outcome: kind, key, sha256, ...(dropped.length === 0 ? {} : { dropped }) }];
  });
  return {
    study: file.path,
    out,
    analyses: Object.fromEntries(analyses),
    notes: notes.filter(({ code }) => code !== "lacking"),
    omitted: omittedFrom(run),
    ...(reports.length === 0 ? {} : { reports }),
  };
}

/** Places that analyses are without, those that the same analyses are without for one reason in one line. */
function omittedFrom({ outcomes, gazetteer }: Session["run"]): Text[] {
  const reasons = new Map<string, { readonly reason: Text; readonly rows: Map<string, string[]> }>();
  for (const [name, outcome] of outcomes) {
    for (const { row, reason } of leftOut(outcome)) {
      const known = reasons.get(reason.en) ?? { reason, rows: new Map() };
      reasons.set(reason.en, known);
      addTo(known.rows, row, name);
    }
  }
  return [...reasons.values()].flatMap(({ reason, rows }) => {
    const byAnalyses = new Map<string, string[]>();
    for (const [row, names] of rows) addTo(byAnalyses, [...new Set(names)].join(", "), row);
    return [...byAnalyses].map(([analyses, alike]) => {
      const shown = alike.slice(0, mostRows);
      const listed = (language: keyof Text, comma: string) =>
        shown.map((row) => rowNamed(row, (code) => gazetteer.places.get(code)?.name[language] ?? code)).join(comma);
      return say("run-left-out", {
        rows: { en: listed("en", ", "), zh: listed("zh", "、") },
        more: alike.length - shown.length,
        reason: { en: reason.en, zh: closeHan(reason.zh) },
        analyses: { en: analyses, zh: analyses.replaceAll(", ", "、") },
      });
    });
  });
}

const mostRows = 12;
const mostOmitted = 8; // lines

/** The same run, found again with nothing to do. */
export function asUnchanged(told: Told): Told {
  const analyses = Object.entries(told.analyses).map(([name, each]) => [
    name,
    each.outcome === "computed" ? { ...each, outcome: "cached" as const } : each,
  ]);
  return { ...told, analyses: Object.fromEntries(analyses) };
}

/** Says what a run did, and answers its exit code: a refusal is a failure; figures that are not there are one only where nothing else is. */
export function tellRun(told: Told, terminal: Terminal, json: boolean): ExitCode {
  const outcomes = Object.values(told.analyses).map(({ outcome }) => outcome);
  const countOf = (kind: Kind) => outcomes.filter((outcome) => outcome === kind).length;
  if (json) {
    const paths = { study: shownPath(told.study), out: shownPath(told.out) };
    const reports = told.reports === undefined ? {} : { reports: told.reports.map(shownPath) };
    const { omitted: _, ...data } = told; // each analysis has its own
    terminal.json({ ...data, ...paths, ...reports });
  } else {
    tellOutcomes(told, terminal);
    const counts = (["computed", "cached", "lacking", "refused"] as const).map(
      (kind) => [kind, countOf(kind)] as const,
    );
    terminal.print(terminal.text(say("run-summary", Object.fromEntries(counts))));
    terminal.print(terminal.text(say("run-written", { out: shownPath(told.out) })));
    for (const file of told.reports ?? [])
      terminal.print(terminal.text(say("report-written", { file: shownPath(file) })));
  }
  const isNothing = outcomes.length > 0 && countOf("lacking") === outcomes.length;
  if (isNothing) terminal.tell(terminal.errorStyle.red(terminal.text(say("run-nothing"))));
  return countOf("refused") > 0 || isNothing ? exit.failed : exit.done;
}

/** Which analyses were not computed, and why, and what a reader should know of the figures. */
export function tellOutcomes({ analyses, notes, omitted }: Told, terminal: Terminal): void {
  const { style } = terminal;
  const onOutput = { ...terminal, errorStyle: style };
  for (const [name, { reason, problems }] of Object.entries(analyses)) {
    if (reason !== undefined) {
      const lacking = style.yellow(terminal.text(say("outcome-lacking")));
      terminal.print(`${lacking} ${style.bold(name)}: ${terminal.text(reason)}`);
    } else if (problems !== undefined) {
      terminal.print(`${style.red(terminal.text(say("outcome-refused")))} ${style.bold(name)}`);
      for (const line of problemLines(problems, "--json", onOutput).flat()) terminal.print(`  ${line}`);
    }
  }
  for (const line of problemLines(notes, "--json", onOutput).flat()) terminal.print(line);
  for (const line of omitted.slice(0, mostOmitted)) terminal.print(terminal.text(line));
  const more = omitted.length - mostOmitted;
  if (more > 0) terminal.print(terminal.text(say("run-left-out-more", { more })));
}

/** A path as it is shortest from here. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" ? "." : near.startsWith("..") ? path : near;
}
