import { InputError } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import { several } from "../register/codes.ts";
import type { TreatingEntry } from "../register/treatment.ts";
import { contradicted, type Entry, yearOf } from "./entries.ts";
import type { Neighbours, TreatmentRegister } from "./treatment.ts";

/** The entries that are the treatment: those named, or all. */
export function chosenOf(all: readonly Entry[], wanted: readonly string[] | undefined): ReadonlySet<string> {
  const ids = all.map(({ entry }) => entry);
  for (const id of wanted ?? []) {
    if (ids.includes(id)) continue;
    const hint = suggestion(id, ids);
    throw new InputError({
      code: "entry-unknown",
      text: { en: `treatment: the register has no entry ${id}`, zh: `treatment：政策库中没有条目 ${id}` },
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return new Set(wanted ?? ids);
}

/** An entry with the places that it reaches and how much of them, from what the register names, else its clusters. */
export function treatingOf(
  entry: Entry,
  { announced_year: announced, places_reached: reached, places_partly: partly, share }: TreatmentRegister,
  clusterOf: ReadonlyMap<string, string>,
): TreatingEntry {
  const named = several(reached?.[entry.at]);
  const places =
    reached === undefined && partly === undefined
      ? [...clusterOf].flatMap(([place, cluster]) => (entry.clusters.includes(cluster) ? [place] : []))
      : named;
  const given = share?.[entry.at];
  const part = given === undefined || Number.isNaN(given) ? 1 : given;
  if (!(part > 0 && part <= 1)) {
    throw new InputError({
      code: "share-out-of-range",
      text: {
        en: `treatment: share of ${entry.entry} is ${part}, expected more than 0 and at most 1`,
        zh: `treatment：${entry.entry} 的份额为 ${part}，应大于 0 且不超过 1`,
      },
    });
  }
  const year = announced?.[entry.at];
  if (year !== undefined && entry.start !== undefined && entry.start < year) {
    throw contradicted("treatment", entry.entry, ["begins in", "始于", entry.start], ["is announced", "公布于", year]);
  }
  return {
    entry: entry.entry,
    start: yearOf(entry),
    end: entry.end,
    announced: year === undefined || Number.isNaN(year) ? undefined : year,
    reach: new Map([
      ...several(partly?.[entry.at]).map((place) => [place, given === undefined ? Number.NaN : part] as const),
      ...places.map((place) => [place, part] as const),
    ]),
  };
}

/** The neighbours of each place, in both directions of the links. */
export function aroundOf({ from, to }: Neighbours): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, Set<string>>();
  const join = (one: string, other: string) => around.set(one, (around.get(one) ?? new Set()).add(other));
  from.forEach((one, at) => {
    const other = to[at] as string;
    if (one === other) return;
    join(one, other);
    join(other, one);
  });
  return new Map([...around].map(([place, others]) => [place, [...others].sort()]));
}
