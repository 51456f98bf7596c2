import { crossVariance, type LogT, logT } from "./log-t.ts";

export interface FoundClub {
  /** Positions of the members. */
  readonly members: readonly number[];
  readonly test: LogT;
  /** Which of the clubs before merging it is made of, from 0. */
  readonly parts: readonly number[];
}

export interface FoundClubs {
  readonly clubs: readonly FoundClub[];
  readonly divergent: readonly number[];
}

/** The critical value of the one-sided test at 5%. */
export const critical = -1.65;

export interface Sifting {
  readonly trim: number;
  /** A place joins a core when t of core and place is above this. */
  readonly cstar: number;
  readonly cstarMethod: "fixed" | "incremental";
}

const step = 0.1;
const mostStrict = 3;

/** Phillips and Sul's four steps on rows that are ordered by the last year, from the highest. */
export function findClubs(rows: readonly Float64Array[], how: Sifting): FoundClubs {
  const test = (members: readonly number[]) => testOf(rows, members, how.trim);
  const clubs: FoundClub[] = [];
  let left = rows.map((_, at) => at);
  while (left.length > 1) {
    const whole = test(left);
    if (whole.t > critical) {
      clubs.push({ members: left, test: whole, parts: [clubs.length] });
      return { clubs, divergent: [] };
    }
    const core = coreOf(left, test);
    if (core === undefined) return { clubs, divergent: left };
    const members = sieve(left, core, test, how);
    clubs.push({ members, test: test(members), parts: [clubs.length] });
    const taken = new Set(members);
    left = left.filter((at) => !taken.has(at));
  }
  return { clubs, divergent: left };
}

/** The first neighbours in the order that converge, and of the groups that grow from them while they converge the strongest. */
function coreOf(left: readonly number[], test: (members: readonly number[]) => LogT): number[] | undefined {
  let from = 0;
  while (from + 1 < left.length && !(test(left.slice(from, from + 2)).t > critical)) from += 1;
  if (from + 1 >= left.length) return undefined;
  let [best, most] = [from + 2, Number.NEGATIVE_INFINITY];
  for (let upTo = from + 2; upTo <= left.length; upTo += 1) {
    const { t } = test(left.slice(from, upTo));
    if (!(t > critical)) break;
    if (t > most) [best, most] = [upTo, t];
  }
  return left.slice(from, best);
}

function sieve(
  left: readonly number[],
  core: readonly number[],
  test: (members: readonly number[]) => LogT,
  { cstar, cstarMethod }: Sifting,
): number[] {
  const inside = new Set(core);
  const outside = left.filter((at) => !inside.has(at)).map((at) => ({ at, t: test([...core, at]).t }));
  for (let bar = cstar; ; bar += step) {
    const members = [...core, ...outside.filter(({ t }) => t > bar).map(({ at }) => at)];
    if (cstarMethod === "fixed" || test(members).t > critical) return members;
    if (bar > mostStrict) return [...core];
  }
}

/** Clubs that follow one another are joined while they converge together (Phillips and Sul 2009). */
export function mergeClubs(rows: readonly Float64Array[], { clubs, divergent }: FoundClubs, trim: number): FoundClubs {
  const merged: FoundClub[] = [];
  for (const [at, club] of clubs.entries()) {
    const before = merged.at(-1);
    if (before !== undefined) {
      const members = [...before.members, ...club.members];
      const test = testOf(rows, members, trim);
      if (test.t > critical) {
        merged[merged.length - 1] = { members, test, parts: [...before.parts, at] };
        continue;
      }
    }
    merged.push({ ...club, parts: [at] });
  }
  return { clubs: merged, divergent };
}

export function testOf(rows: readonly Float64Array[], members: readonly number[], trim: number): LogT {
  return logT(crossVariance(members.map((at) => rows[at] as Float64Array)), trim);
}
