import { divided, type Fen, type Ratio } from "./money.ts";

/** The part of a sharing rule that decides on money, with parties by position. */
export interface Terms {
  /** Of each taker, adding up to one. */
  readonly split: readonly Ratio[];
  readonly origin: number;
  /** Where the enterprise is: what is not shared stays there, whoever collects it. */
  readonly host: number;
  readonly years: number;
  readonly extension: number;
  readonly cap: Fen | undefined;
  readonly refunds: "net" | "carry";
}

export interface Shared {
  /** By year: what each taker has of the year's tax. The parts of a year add up to it, to the fen. */
  readonly parts: readonly (readonly Fen[])[];
  /** What the origin received in all. */
  readonly received: Fen;
  /** The year, from 0, in which the cap was reached. */
  readonly reached: number | undefined;
  /** How many years were shared. */
  readonly shared: number;
}

/**
 * Shares the local tax of one year after another: by the split while sharing lasts, all of it to the host afterwards. In the
 * year that reaches the cap the origin gets what is missing and the host keeps the rest; sharing ends there.
 */
export function shareYears(
  { split, origin, host, years, extension, cap, refunds }: Terms,
  pools: readonly Fen[],
): Shared {
  const parts: Fen[][] = [];
  let [received, carried, shared]: [Fen, Fen, number] = [0n, 0n, 0];
  let reached: number | undefined;
  let isOpen = cap === undefined || cap > 0n;
  for (let year = 0; year < pools.length; year += 1) {
    const pool = pools[year];
    if (year === years && (cap === undefined || received >= cap)) isOpen = false;
    if (year >= years + extension) isOpen = false;
    const counted = pool + carried;
    if (!isOpen || (refunds === "carry" && counted < 0n)) {
      if (isOpen) {
        carried = counted;
        shared = year + 1;
      }
      parts.push(split.map((_, at) => (at === host ? pool : 0n)));
      continue;
    }
    carried = 0n;
    shared = year + 1;
    const own = divided(counted, split);
    if (cap !== undefined && received + own[origin] >= cap) {
      own[origin] = cap - received;
      reached = year;
      isOpen = false;
    }
    received += own[origin];
    own[host] = 0n;
    let rest = pool;
    for (const part of own) rest -= part;
    own[host] = rest;
    parts.push(own);
  }
  return { parts, received, reached, shared };
}
