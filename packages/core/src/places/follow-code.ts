import { type DatedPlace, yearOfDate } from "./dated-place.ts";
import type { PlaceChange } from "./place-changes.ts";

export interface Codes {
  readonly places: readonly DatedPlace[];
  readonly changes: readonly PlaceChange[];
}

/** A place that gave or got an area that cannot be told from the figures. */
export interface BoundaryShift {
  readonly change: PlaceChange;
  readonly direction: "gained" | "lost";
  /** The places that gave and got it: those of the change, or the prefectures of its counties. */
  readonly between: readonly [string, string];
}

/** Where the area of a code is in another edition. */
export interface CodePath {
  /** `split`: among `targets`, by nobody knows which shares. `part`: one of several parts of `targets`. `unlisted`: unknown. */
  readonly kind: "one" | "split" | "part" | "unlisted";
  /** The code there; of a split, the code asked about. */
  readonly code: string;
  readonly targets: readonly string[];
  readonly steps: readonly PlaceChange[];
  /** Whole places that were merged into this one: their figures have to be added. */
  readonly merges: readonly PlaceChange[];
  /** Places that this one was merged into and that stood before: without their figures it is not that place. */
  readonly joined: readonly string[];
  readonly shifts: readonly BoundaryShift[];
  /** The edition that the code was taken from, where it was out of use in the year of its row. */
  readonly readAs?: number;
}

/** Follows one code from the end of one year to the end of another, forwards or backwards. */
export function codeFollower({ places, changes }: Codes): (code: string, from: number, to: number) => CodePath {
  const byFrom = grouped(changes, "from");
  const byTo = grouped(changes, "to");
  const lives = lifetimes(places);
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const shiftsByParent = countyShifts(changes, parents);
  const known = new Map<string, CodePath>();
  return (code, from, to) => {
    const key = `${code}|${from}|${to}`;
    const found = known.get(key) ?? follow(code, from, to);
    known.set(key, found);
    return found;
  };

  function follow(code: string, from: number, to: number): CodePath {
    const life = lives.get(code);
    if (life === undefined && !byFrom.has(code) && !byTo.has(code)) return { ...empty(code), kind: "unlisted" };
    const start = life === undefined ? from : Math.min(Math.max(from, life.first), life.last);
    const readAs = start === from ? {} : { readAs: start };
    const path = start <= to ? forwards(code, start, to) : backwards(code, start, to);
    return { ...path, ...readAs };
  }

  function forwards(code: string, start: number, to: number): CodePath {
    const steps: PlaceChange[] = [];
    let [current, date] = [code, ""];
    for (;;) {
      const next = (byFrom.get(current) ?? [])
        .filter(({ kind, year, date: when }) => kind !== "ceded" && year > start && year <= to && when > date)
        .filter(({ from: old, to: now, kind }) => kind === "renamed" || old !== now)
        .sort(byDate);
      const [first] = next;
      if (first === undefined) break;
      const together = next.filter(({ date: when }) => when === first.date);
      steps.push(...together);
      const targets = [...new Set(together.map((change) => change.to))];
      if (targets.length > 1) {
        const ends = targets.flatMap((each) => {
          const path = forwards(each, first.year, to);
          return path.kind === "split" ? path.targets : [path.code];
        });
        return { ...empty(code), kind: "split", targets: [...new Set(ends)], steps };
      }
      [current, date] = [first.to, first.date];
    }
    return { ...empty(current), steps, ...around(current, steps, start, to) };
  }

  /** Whatever else happened to the place between two editions, by its own code or by counties that changed hands. */
  function around(code: string, steps: readonly PlaceChange[], after: number, upTo: number) {
    const own = new Set([code, ...steps.map(({ from }) => from)]);
    const within = ({ year }: PlaceChange) => year > after && year <= upTo;
    const gained = [...own]
      .flatMap((each) => byTo.get(each) ?? [])
      .filter((change) => within(change) && !own.has(change.from));
    const isWhole = ({ kind }: PlaceChange) => kind !== "split" && kind !== "ceded";
    const ceded = [...own]
      .flatMap((each) => byFrom.get(each) ?? [])
      .filter((each) => within(each) && each.kind === "ceded");
    const counties = [...own].flatMap((each) => shiftsByParent.get(each) ?? []).filter(({ change }) => within(change));
    const covered = new Set(gained.map(({ year, from }) => `${year}|${from}`));
    const isOld = ({ kind, to, year }: PlaceChange) => kind === "merged" && (lives.get(to)?.first ?? year) < year;
    return {
      joined: steps.filter(isOld).map(({ to }) => to),
      merges: gained.filter(isWhole).sort(byDate),
      shifts: [
        ...gained.filter((change) => !isWhole(change)).map((change) => shiftOf(change, "gained")),
        ...ceded.map((change) => shiftOf(change, "lost")),
        ...counties.filter(({ change }) => !covered.has(`${change.year}|${parents.get(change.from)}`)),
      ],
    };
  }

  function backwards(code: string, start: number, to: number): CodePath {
    const steps: PlaceChange[] = [];
    let [current, date] = [code, "9999"];
    for (;;) {
      const life = lives.get(current);
      const last = (byTo.get(current) ?? [])
        .filter(({ kind, year, date: when }) => kind !== "ceded" && year > to && year <= start && when < date)
        .sort(byDate);
      const latest = last[last.length - 1];
      if (latest === undefined) break;
      const together = last.filter(({ date: when }) => when === latest.date);
      const isNew = life !== undefined && life.first === latest.year;
      if (latest.kind !== "renamed" && !isNew) {
        date = latest.date; // the code stood before: it got an area, which `around` tells
        continue;
      }
      steps.push(...together);
      const sources = [...new Set(together.map((change) => change.from))];
      const isPart = together.some(({ kind }) => kind === "split");
      if (sources.length > 1 || isPart)
        return { ...empty(code), kind: isPart ? "part" : "split", targets: sources, steps };
      [current, date] = [latest.from, latest.date];
    }
    const { merges, shifts } = around(current, steps, to, start);
    const undone = merges.map((change) => shiftOf(change, "gained"));
    return { ...empty(current), steps, shifts: [...undone, ...shifts] };
  }
}

const empty = (code: string): CodePath => ({
  kind: "one",
  code,
  targets: [],
  steps: [],
  merges: [],
  joined: [],
  shifts: [],
});
const shiftOf = (change: PlaceChange, direction: BoundaryShift["direction"]): BoundaryShift => ({
  change,
  direction,
  between: [change.from, change.to],
});
const byDate = (a: PlaceChange, b: PlaceChange): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

function grouped(changes: readonly PlaceChange[], end: "from" | "to"): Map<string, PlaceChange[]> {
  const found = new Map<string, PlaceChange[]>();
  for (const change of changes) found.set(change[end], [...(found.get(change[end]) ?? []), change]);
  return found;
}

/** The first and last year at whose end a code is in the lists. */
function lifetimes(places: readonly DatedPlace[]): ReadonlyMap<string, { first: number; last: number }> {
  const lives = new Map<string, { first: number; last: number }>();
  for (const { code, since, until } of places) {
    const first = since === undefined ? Number.NEGATIVE_INFINITY : yearOfDate(since);
    const last = until === undefined ? Number.POSITIVE_INFINITY : yearOfDate(until) - 1;
    const known = lives.get(code);
    lives.set(code, { first: Math.min(first, known?.first ?? first), last: Math.max(last, known?.last ?? last) });
  }
  return lives;
}

/** Counties that went from one prefecture to another: what moves the boundaries of both, and no code of theirs. */
function countyShifts(
  changes: readonly PlaceChange[],
  parents: ReadonlyMap<string, string | undefined>,
): ReadonlyMap<string, readonly BoundaryShift[]> {
  const found = new Map<string, BoundaryShift[]>();
  const add = (parent: string, shift: BoundaryShift) => found.set(parent, [...(found.get(parent) ?? []), shift]);
  for (const change of changes) {
    const [old, now] = [parents.get(change.from), parents.get(change.to)];
    if (old === undefined || now === undefined || old === now || change.from.endsWith("00")) continue;
    if (change.to.endsWith("00") || old.endsWith("0000") || now.endsWith("0000")) continue;
    add(old, { change, direction: "lost", between: [old, now] });
    add(now, { change, direction: "gained", between: [old, now] });
  }
  return found;
}
