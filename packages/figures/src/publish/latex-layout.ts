import type { Grid, Head } from "../report/grid.ts";
import { textWidth, wrap } from "../type.ts";

/** How a table is set so that it fits a page of LaTeX's own classes. */
export interface LatexLayout {
  /** The columns' letters: l and r, and p for words that are wrapped. */
  readonly columns: string;
  /** Heads in lines no wider than what stands under them, units on a line of their own. */
  readonly heads: readonly (readonly string[])[];
  /** "" where the text's own size will do. */
  readonly size: string;
  /** On its side, where upright it would be wider than the page. */
  readonly sideways: boolean;
  readonly wraps: boolean;
  /** Whether its rows, with what is wrapped in them, are more than a page holds. */
  readonly isLong: boolean;
  /** Whether it goes on the page: with columns of words that are pleasant to read, narrow ones, or not at all. */
  readonly fits: "well" | "narrowly" | "not";
}

/**
 * Letters and the space between columns, both in points, from the text's own size to the smallest that is read in print. Small
 * letters of Computer Modern are wider than their size says.
 */
const sizes = [
  { size: "", points: 10, gap: 12 },
  { size: "\\small", points: 9.2, gap: 12 },
  { size: "\\footnotesize", points: 8.5, gap: 8 },
  { size: "\\scriptsize", points: 8, gap: 6 },
] as const;

/**
 * Points: the text of an A4 page as \documentclass{article} sets it, upright and on its side, less what an estimate may be wrong
 * by. Words wider than `most` ems are wrapped, in a column of at least `least`.
 */
const pages = [
  { page: 335, sideways: false, most: 14, least: 12 },
  { page: 335, sideways: false, most: 14, least: 7 },
  { page: 545, sideways: true, most: 14, least: 9 },
  { page: 545, sideways: true, most: 7, least: 4 },
] as const;

/** In ems: heads are not broken below this, lest they stand in syllables; columns of words are made that wide where there is room. */
const [leastHead, widest] = [5, 28];

/** The first of the ways that fits, the smallest where none does. */
export function latexLayout(grid: Grid): LatexLayout {
  const ways = pages.flatMap((page) => sizes.map((size) => laid(grid, { ...page, ...size })));
  const way = ways.find(({ spare }) => spare >= 0);
  if (way === undefined) return { ...(ways.at(-1) as (typeof ways)[number]).layout, fits: "not" };
  const isNarrow = way.layout.wraps && ways.indexOf(way) >= ways.length - sizes.length;
  return { ...way.layout, fits: isNarrow ? "narrowly" : "well" };
}

type Way = (typeof pages)[number] & (typeof sizes)[number];

function laid({ heads, rows }: Grid, { page, sideways, most, least, size, points, gap }: Way) {
  const natural = heads.map((_, at) => Math.max(1, ...rows.map((cells) => ems(cells[at]?.text ?? ""))));
  const wraps = heads.map(({ kind }, at) => kind === "label" && (natural[at] as number) > most);
  const told = heads.map((head, at) => headLines(head, wraps[at] === true ? least : (natural[at] as number)));
  const firm = told.map((lines, at) => (wraps[at] === true ? 0 : Math.max(natural[at] as number, ...lines.map(ems))));
  const columns = heads.length;
  const room = (page - columns * gap) / points - sum(firm);
  const words = sharedAmong(
    wraps.map((wrapped, at) => (wrapped ? (natural[at] as number) : 0)),
    room,
    least,
  );
  // a first word is broken in syllables only after something, be it a space of no width
  const column = ({ kind }: Head, at: number): string => {
    if (wraps[at] === true)
      return `>{\\raggedright\\arraybackslash\\hspace{0pt}}p{${Math.floor((words[at] as number) * points)}pt}`;
    return kind === "number" ? "r" : "l";
  };
  const layout: Omit<LatexLayout, "fits"> = {
    columns: heads.map(column).join(""),
    heads: told,
    size: size === "" ? "" : `${size}\\setlength{\\tabcolsep}{${gap / 2}pt}`,
    sideways,
    wraps: wraps.includes(true),
    isLong: sum(rows.map((cells) => linesIn(cells, words))) > (sideways ? mostLines.sideways : mostLines.upright),
  };
  return { layout, spare: room - sum(words) };
}

/** Lines that a page holds beside caption, head and notes. */
const mostLines = { upright: 45, sideways: 28 } as const;

/** The lines of a row: its longest cell of words, broken a little before the column is full. `words` are widths, 0 of what is not broken. */
function linesIn(cells: Grid["rows"][number], words: readonly number[]): number {
  const lines = cells.map(({ text }, at) => {
    const width = words[at] ?? 0;
    return width === 0 ? 1 : Math.ceil(ems(text) / (0.9 * width));
  });
  return Math.max(1, ...lines);
}

/** Columns of words share what is left, longer ones more; none gets less than `least`, nor more than it needs. */
function sharedAmong(natural: readonly number[], room: number, least: number): number[] {
  const wished = natural.map((width) => (width === 0 ? 0 : Math.max(least, Math.min(widest, width))));
  const weights = wished.map(Math.sqrt);
  const floor = wished.map((width) => Math.min(width, least));
  const rest = Math.max(0, room - sum(floor));
  return wished.map((width, at) =>
    Math.min(width, (floor[at] as number) + (rest * (weights[at] as number)) / Math.max(1, sum(weights))),
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The letters of figures are wider than those of print; Han is as wide as high in both. */
const narrower = 0.93;
const ems = (text: string): number => (textWidth(text, 100) / 100) * (/\p{Script=Han}/u.test(text) ? 1 : narrower);

/** A head in as few lines as it needs, about equally long. */
function headLines({ title, unit }: Head, width: number): string[] {
  const longest = Math.max(...title.split(/\s+|(?=\p{Script=Han})/u).map(ems));
  const broken = (width: number) => wrap(title, (100 * width) / (/\p{Script=Han}/u.test(title) ? 1 : narrower), 100);
  let lines = broken(Math.max(width, leastHead, longest));
  for (let less = Math.max(width, leastHead) - 0.5; less >= longest; less -= 0.5) {
    const shorter = broken(less);
    if (shorter.length > lines.length) break;
    lines = shorter;
  }
  return unit === "" ? lines : [...lines, `(${unit})`];
}
