import type { Solve } from "../contract/method.ts";
import { rowOf, solveByRows } from "./coalition-programmes.ts";
import type { SearchableGame } from "./searchable-game.ts";

export interface Settled {
  readonly coalition: number;
  readonly excess: number;
}

const everything = Number.POSITIVE_INFINITY;

/** What holds at every step: all is shared out, settled coalitions keep their excess. */
export function fixedRows(game: SearchableGame, settled: readonly Settled[], after: readonly number[]) {
  const all = 2 ** game.n - 1;
  const held = (coalition: number, amount: number) => rowOf(coalition, game.n, after, amount, amount);
  return [
    held(all, game.value(all)),
    ...settled.map(({ coalition, excess }) => held(coalition, game.value(coalition) - excess)),
  ];
}

/**
 * The least largest excess of the open coalitions, an allocation that has it, and the rows that settled it. `floor` is the least that
 * each party takes, where there is one; a party's own coalition and the one of all others begin (or those of an earlier programme), the
 * rest comes as it is broken.
 */
export async function leastExcess(
  solve: Solve,
  game: SearchableGame,
  {
    settled = [],
    isOpen,
    floor,
    begun = [],
  }: {
    settled?: readonly Settled[];
    isOpen: (coalition: number) => boolean;
    floor?: readonly number[];
    begun?: Iterable<number>;
  },
): Promise<{ readonly excess: number; readonly allocation: number[]; readonly rows: ReadonlySet<number> }> {
  const { n } = game;
  const all = 2 ** n - 1;
  const start = Array.from({ length: n }, (_, at) => [1 << at, all ^ (1 << at)]).flat();
  const added = new Set([...start, ...begun].filter((coalition) => coalition > 0 && isOpen(coalition)));
  if (added.size === 0) {
    for (let coalition = 1; coalition < all && added.size === 0; coalition += 1)
      if (isOpen(coalition)) added.add(coalition);
  }
  const { values: found } = await solveByRows(
    solve,
    {
      sense: "minimise",
      objective: [...new Array<number>(n).fill(0), 1],
      rows: fixedRows(game, settled, [0]),
      lower: [...(floor ?? new Array<number>(n).fill(-everything)), -everything],
      upper: new Array<number>(n + 1).fill(everything),
    },
    added,
    (coalition) => rowOf(coalition, n, [1], game.value(coalition), everything),
    (solution) => game.over(solution.values.slice(0, n), solution.values[n], isOpen),
  );
  return { excess: found[n], allocation: found.slice(0, n), rows: added };
}

/** Least and most that each party can have while no coalition's excess is above `excess`. */
export async function partyRanges(
  solve: Solve,
  game: SearchableGame,
  excess: number,
): Promise<{ readonly low: number; readonly high: number }[]> {
  const { n } = game;
  const all = 2 ** n - 1;
  const added = new Set<number>();
  for (let at = 0; at < n; at += 1)
    for (const each of [1 << at, all ^ (1 << at)]) if (each > 0 && each < all) added.add(each);
  const end = async (party: number, sense: "minimise" | "maximise"): Promise<number> => {
    const { values: found } = await solveByRows(
      solve,
      {
        sense,
        objective: Array.from({ length: n }, (_, at) => (at === party ? 1 : 0)),
        rows: fixedRows(game, [], []),
        lower: new Array<number>(n).fill(-everything),
        upper: new Array<number>(n).fill(everything),
      },
      added,
      (coalition) => rowOf(coalition, n, [], game.value(coalition) - excess, everything),
      (solution) => game.over(solution.values, excess, () => true),
    );
    return found[party];
  };
  const ranges: { low: number; high: number }[] = [];
  for (let party = 0; party < n; party += 1) {
    ranges.push({ low: await end(party, "minimise"), high: await end(party, "maximise") });
  }
  return ranges;
}
