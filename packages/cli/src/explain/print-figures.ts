import { same, type Text } from "@conurb/core/language";
import type { FigureColumn, FiguresPassport, Gazetteer } from "@conurb/core/study";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { unitTold } from "../terminal/unit-told.ts";
import { printFiles, printTrace } from "./print-passport.ts";

/** Of a table that ships: its title, whom to credit and under which licence. */
export interface Credit {
  readonly title?: Text;
  readonly credit?: string;
  readonly licences?: readonly Text[];
}

/** A dataset or a set of indicators for a person: what it is, where it is from, its columns; or one figure of it. */
export function printFigures(
  passport: FiguresPassport & Credit,
  places: Gazetteer["places"],
  terminal: Terminal,
): void {
  const { text, style, print } = terminal;
  const { kind, name, title, rows, years, key, from, credit, source = credit, licences = [], prepared } = passport;
  print(`${style.bold(name)} · ${text(title)}`);
  const told = [
    text(say(kind === "dataset" ? "explain-dataset" : "explain-indicators")),
    ...(passport.places === undefined ? [] : [text(say("explain-places", { places: passport.places }))]),
    ...(years === undefined ? [] : [yearsTold(years, terminal)]),
    text(say("explain-rows", { rows })),
    ...(key.length === 0 ? [] : [text(say("explain-key", { key: key.join(", ") }))]),
  ];
  print(told.join(" · "));
  if (from !== undefined) print(`  ${style.cyan(from)}`);
  if (source !== undefined && source !== from) print(`  ${text(say("explain-source", { source }))}`);
  for (const licence of licences) print(`  ${text(say("explain-licence", { licence }))}`);
  for (const each of prepared) print(`  ${text(each)}`);
  print();
  if (passport.cell === undefined) {
    for (const column of passport.columns) printColumn(column, rows, terminal);
    const keys = key.map((each) => each.toUpperCase()).join(" ");
    const column = passport.columns[0]?.name;
    if (column !== undefined && keys !== "") {
      print();
      print(style.dim(text(say("explain-one-hint", { name, column, keys }))));
    }
  } else {
    const asked = passport.columns.find((column) => column.name === passport.cell?.column);
    if (asked !== undefined) printColumn(asked, rows, terminal);
    printTrace(passport.cell, "", "", { places, terminal });
  }
  printFiles(passport, terminal);
}

function yearsTold([first, last]: readonly [number, number], { text }: Terminal): string {
  return first === last ? String(first) : text(say("explain-years", { first: String(first), last: String(last) }));
}

/** `gdp-per-head  人均地区生产总值  万元/人  = gdp.gdp / census.population  62 of 62 filled`. */
function printColumn(column: FigureColumn, rows: number, { text, style, print }: Terminal): void {
  const { name, title = same(name), unit, expr, direction, note, source, filled } = column;
  const unitShown = text(unitTold(unit));
  const parts = [
    `  ${style.bold(name)}`,
    ...(title.en === name && title.zh === name ? [] : [text(title)]),
    ...(unitShown === "" ? [] : [`(${unitShown})`]),
    ...(expr === undefined ? [] : [`= ${expr.trim()}`]),
    ...(direction === "down" ? [text(say("explain-down"))] : []),
    style.dim(text(say("explain-filled", { filled, rows }))),
  ];
  print(parts.join("  "));
  for (const more of [note, source === undefined ? undefined : same(source)]) {
    if (more !== undefined) print(`    ${style.dim(text(more))}`);
  }
}
