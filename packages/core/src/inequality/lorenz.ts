import { rowsBy } from "../contract/rows-by.ts";
import { sum } from "./pools.ts";

/** A point of a group's Lorenz curve: cumulative shares, places from the poorest per unit of weight. */
export interface LorenzPoint {
  readonly group: string;
  readonly place: string;
  readonly weightShare: number;
  readonly incomeShare: number;
}

/** One curve a group, or one of all places; each begins at 0 without a place. */
export function lorenzCurves(
  place: readonly string[],
  groupOf: readonly string[] | undefined,
  income: Float64Array,
  people: Float64Array,
): LorenzPoint[] {
  const all = groupOf ?? place.map(() => "");
  const rows = rowsBy(all);
  return [...rows.keys()].sort().flatMap((group) => {
    const members = rows.get(group) as number[];
    const perHead = (at: number) => (income[at] as number) / (people[at] as number);
    members.sort((a, b) => perHead(a) - perHead(b) || a - b);
    const own = {
      income: sum(Float64Array.from(members, (at) => income[at] as number)),
      people: sum(Float64Array.from(members, (at) => people[at] as number)),
    };
    let [y, w] = [0, 0];
    const points = members.map((at): LorenzPoint => {
      y += income[at] as number;
      w += people[at] as number;
      return { group, place: place[at] as string, weightShare: w / own.people, incomeShare: y / own.income };
    });
    return [{ group, place: "", weightShare: 0, incomeShare: 0 }, ...points];
  });
}
