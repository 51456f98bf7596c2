import { say } from "../say.ts";
import { shownNumber } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";
import { unitTold } from "../terminal/unit-told.ts";
import type { ToldVerdict } from "./told-verdict.ts";

const sides = [
  ["decides", "effect-decides", "×"],
  ["against", "effect-against", "−"],
  ["for", "effect-for", "+"],
] as const;

/** A verdict for a person: its sentence, what decides, what speaks against it and what holds it up; and every estimate. */
export async function printVerdict(
  { analysis, title, sentence, reasons, estimates, unit }: ToldVerdict,
  terminal: Terminal,
  all: boolean,
): Promise<void> {
  const { style, text, language } = terminal;
  const { numberFormat } = await import("@conurb/figures");
  terminal.print(`${style.bold(text(title))} · ${analysis}`);
  terminal.print(text(sentence));
  for (const [side, head, mark] of sides) {
    const own = reasons.filter((each) => each.side === side);
    if (own.length === 0) continue;
    terminal.print(`  ${style.bold(text(say(head)))}`);
    for (const { says, amounts } of own) {
      const ends = amounts.map((amount) => numberFormat(unit, [amount], language).full(amount)).join(" – ");
      const told = ends === "" ? text(says) : text(say("effect-amount", { says: text(says), amount: ends }));
      terminal.print(`    ${mark} ${told}`);
    }
  }
  if (all) {
    const shown = text(unitTold(unit));
    terminal.print(
      `  ${style.bold(text(shown === "" ? say("effect-estimates-plain") : say("effect-estimates", { unit: shown })))}`,
    );
    const rows = estimates.map((row) => [
      `    ${row["analysis"]}`,
      String(row[`estimator_${language}`] ?? ""),
      ...["effect", "low", "high", "p"].map((column) => shownNumber(row[column] ?? Number.NaN)),
    ]);
    const heads = ["", "", ...["effect", "low", "high", "p"]];
    for (const line of textTable([heads, ...rows], [false, false, true, true, true, true])) terminal.print(line);
  }
  terminal.print();
}
