import type { Text } from "@conurb/core/language";
import type { Coverage, Fault } from "@conurb/core/quality";
import type { DatasetQuality } from "@conurb/core/study";
import { causesOf } from "../causes.ts";
import { shownOthers } from "../problems.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { coverageLines, isComplete, thinnest } from "./coverage-picture.ts";

/** So many notes of a dataset are shown unless all are asked for; problems always are, those of one cause together. */
const shownNotes = 6;

/** The figures of each dataset: what there is of them, then what is odd, each with its cell and what to do. */
export function tellQuality(found: readonly DatasetQuality[], isAll: boolean, terminal: Terminal): void {
  const pictures = found.filter(({ coverage }) => !isComplete(coverage));
  for (const quality of found) tellDataset(quality, isAll, terminal);
  if (pictures.length > 0) terminal.print(terminal.style.dim(`  ${terminal.text(say("coverage-key"))}`));
  const count = (severity: Fault["severity"]) =>
    found.flatMap(({ faults }) => faults).filter((fault) => fault.severity === severity).length;
  terminal.print(terminal.text(say("check-figures", { problems: count("problem"), notes: count("note") })));
}

function tellDataset(quality: DatasetQuality, isAll: boolean, terminal: Terminal): void {
  const { dataset, file, coverage, faults, pageNotes } = quality;
  const { style } = terminal;
  const isBare = coverage.of === "nothing" && coverage.years.length === 0;
  if (isBare && faults.length === 0 && pageNotes.length === 0) return;
  const head = terminal.text(
    say("coverage-head", {
      name: file === undefined || file === dataset ? dataset : `${dataset} (${file})`,
      extent: extentOf(coverage),
      measures: coverage.measures.length,
      filled: percent(coverage.cells === 0 ? 0 : coverage.filled / coverage.cells),
    }),
  );
  terminal.print(style.bold(head));
  for (const line of coverageLines(quality, terminal)) terminal.print(line);
  const thin = thinnest(coverage);
  if (thin.length > 0) {
    const measures = thin
      .map(({ title, share }) => `${terminal.text(title)} ${percent(share)}`)
      .join(terminal.text({ en: ", ", zh: "、" }));
    terminal.print(`  ${terminal.text(say("coverage-thin", { measures }))}`);
  }
  const problems = faults.filter(({ severity }) => severity === "problem");
  const notes = faults.filter(({ severity }) => severity === "note");
  const shown = isAll ? notes : notes.slice(0, shownNotes);
  const causes = isAll ? problems.map((first) => ({ first, others: [] })) : causesOf(problems);
  const told = [...causes, ...shown.map((first) => ({ first, others: [] }))];
  told.forEach(({ first: fault, others }, at) => {
    tellFault(fault, terminal);
    if (others.length > 0) terminal.print(`      ${shownOthers({ first: fault, others }, "--all", terminal)}`);
    const hint = fault.hint === undefined ? undefined : terminal.text(fault.hint);
    const next = told[at + 1]?.first.hint;
    if (hint !== undefined && (next === undefined || terminal.text(next) !== hint))
      terminal.print(`      ${style.cyan("→")} ${hint}`);
  });
  if (notes.length > shown.length) {
    terminal.print(`  ${terminal.text(say("faults-more", { count: notes.length - shown.length }))}`);
  }
  if (pageNotes.length > 0) terminal.print(`  ${terminal.text(say("page-notes", { count: pageNotes.length }))}`);
  for (const { sheet, address, text } of pageNotes)
    terminal.print(`    ${style.bold(`[${sheet}] ${address}`)} ${text}`);
}

function tellFault({ severity, text, place, cells }: Fault, terminal: Terminal): void {
  const { style } = terminal;
  const word = terminal.text(say(severity === "problem" ? "fault-problem" : "fault-note"));
  const shown = severity === "problem" ? style.red(word) : style.yellow(word);
  const { row, column, sheet } = place ?? {};
  const code = row === undefined ? "place-column" : column === undefined ? "place-row" : "place-cell";
  const at =
    row === undefined && column === undefined
      ? ""
      : terminal.text(say(code, { row: String(row), column: String(column) }));
  const counts = { count: cells.length - 1 };
  const more = cells.length > 1 && row !== undefined ? ` ${terminal.text(say("fault-cells", counts))}` : "";
  const where = `${sheet === undefined ? "" : `[${sheet}] `}${at}${more}`;
  const colon = terminal.language === "zh" ? "：" : ": ";
  terminal.print(`  ${shown} ${where === "" ? "" : `${style.bold(where)}${colon}`}${terminal.text(text)}`);
}

/** `31 places, 12 years, `: what a table has of either. */
function extentOf({ of, places, years }: Coverage): Text {
  const parts = [
    ...(of === "nothing" ? [] : [say(of === "pairs" ? "extent-pairs" : "extent-places", { count: places.length })]),
    ...(years.length === 0 ? [] : [say("extent-years", { count: years.length })]),
  ];
  return { en: parts.map(({ en }) => en).join(""), zh: parts.map(({ zh }) => zh).join("") };
}

const percent = (share: number): string => {
  const whole = share * 100;
  return `${whole > 99.9 && whole < 100 ? "99.9" : Number(whole.toFixed(whole < 10 || whole > 99 ? 1 : 0))}%`;
};
