import { apportioned, type Fen } from "./money.ts";
import type { Terms } from "./terms.ts";

export interface Shared {
  /** By year: what each party has of the year's tax. The parts of a year add up to it, to the fen. */
  readonly parts: readonly (readonly Fen[])[];
  /** What the origin received in all. */
  readonly received: Fen;
  /** The year, from 0, in which the cap was reached. */
  readonly reached: number | undefined;
  /** How many years were shared. */
  readonly shared: number;
  /** Whether a year after these would be shared. */
  readonly isOpen: boolean;
}

/**
 * Shares the local tax of one year after another: by the split while sharing lasts, all of it to the host afterwards. In the
 * year that reaches the cap the origin gets what is missing and the host keeps the rest; sharing ends there.
 */
export function shareYears(
  { parties, takers, weights, origin, host, lasts, cap, refunds }: Terms,
  pools: readonly Fen[],
): Shared {
  const parts: Fen[][] = [];
  let [received, carried, shared]: [Fen, Fen, number] = [0n, 0n, 0];
  let reached: number | undefined;
  const isOpen = () => reached === undefined && parts.length < lasts && (cap === undefined || cap > 0n);
  for (const pool of pools) {
    const counted = pool + carried;
    const own = new Array<Fen>(parties).fill(0n);
    const isCarried = refunds === "carry" && counted < 0n;
    if (!isOpen() || isCarried) {
      if (isOpen()) {
        carried = counted;
        shared = parts.length + 1;
      }
      own[host] = pool;
      parts.push(own);
      continue;
    }
    carried = 0n;
    apportioned(counted, weights).forEach((part, taker) => {
      own[takers[taker]] = part;
    });
    if (cap !== undefined && received + own[origin] >= cap) {
      own[origin] = cap - received;
      reached = parts.length;
    }
    received += own[origin];
    own[host] = 0n;
    let rest = pool;
    for (const part of own) rest -= part;
    own[host] = rest;
    parts.push(own);
    shared = parts.length;
  }
  return { parts, received, reached, shared, isOpen: isOpen() };
}
