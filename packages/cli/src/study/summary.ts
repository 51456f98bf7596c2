import { relative } from "node:path";
import type { Problem } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { AnalysisOutcome } from "@conurb/core/study";
import { type ExitCode, exit } from "../exit.ts";
import { problemLines } from "../problems.ts";
import { say } from "../say.ts";
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
}

/** A run as data: what is said of it, as text or as JSON. */
export interface Told {
  readonly study: string;
  readonly out: string;
  readonly analyses: Readonly<Record<string, ToldAnalysis>>;
  readonly notes: readonly Problem[];
  readonly reports?: readonly string[];
}

export function toldOf({ run, out, file, notes }: Session, reports: readonly string[]): Told {
  const analyses = [...run.outcomes].map(([name, outcome]): [string, ToldAnalysis] => {
    if (outcome.kind === "lacking") return [name, { outcome: outcome.kind, reason: outcome.reason }];
    if (outcome.kind === "refused") return [name, { outcome: outcome.kind, problems: outcome.problems }];
    const { kind, key, sha256 } = outcome;
    return [name, { outcome: kind, key, sha256 }];
  });
  return {
    study: file.path,
    out,
    analyses: Object.fromEntries(analyses),
    notes: notes.filter(({ code }) => code !== "lacking"),
    ...(reports.length === 0 ? {} : { reports }),
  };
}

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
    terminal.json({ ...told, ...paths, ...reports });
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
export function tellOutcomes({ analyses, notes }: Told, terminal: Terminal): void {
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
}

/** A path as it is shortest from here. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" ? "." : near.startsWith("..") ? path : near;
}
