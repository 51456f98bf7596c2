import type { Grid } from "../report/grid.ts";
import { latexLayout } from "./latex-layout.ts";

/** Some columns of a table that is too wide for a page: the keys, and those from `first` to `last` of `all`, counted from 1. */
export interface LatexPart {
  readonly grid: Grid;
  readonly first: number;
  readonly last: number;
  readonly all: number;
}

/**
 * A table in as few parts as go on a page in letters that can be read, each beginning with the columns at `keys`: one part where the
 * whole goes. The columns keep their order, keys first.
 */
export function latexParts(grid: Grid, keys: readonly number[]): LatexPart[] {
  const all = grid.heads.length;
  if (latexLayout(grid).fits !== "not") return [{ grid, first: 1, last: all, all }];
  const others = grid.heads.map((_, at) => at).filter((at) => !keys.includes(at));
  const repeated = latexLayout(columnsOf(grid, keys)).sideways ? keys.slice(0, 1) : keys; // keys that leave no room for others
  const firstOthers = [...keys.filter((at) => !repeated.includes(at)), ...others];
  const cut = (most: number): LatexPart[] => {
    const parts: LatexPart[] = [];
    for (let from = 0; from < firstOthers.length; ) {
      const taken = (to: number) => columnsOf(grid, [...repeated, ...firstOthers.slice(from, to)]);
      let to = from + 1;
      while (to < Math.min(firstOthers.length, from + most) && goesWell(taken(to + 1))) to += 1;
      const first = from === 0 ? 1 : repeated.length + from + 1;
      parts.push({ grid: taken(to), first, last: repeated.length + to, all });
      from = to;
    }
    return parts;
  };
  const fewest = cut(firstOthers.length);
  const even = cut(Math.ceil(firstOthers.length / fewest.length));
  return even.length === fewest.length ? even : fewest;
}

const goesWell = (grid: Grid): boolean => latexLayout(grid).fits === "well";

const columnsOf = ({ heads, rows, more }: Grid, columns: readonly number[]): Grid => ({
  heads: columns.flatMap((at) => heads[at] ?? []),
  rows: rows.map((cells) => columns.flatMap((at) => cells[at] ?? [])),
  more,
});
