import type { MethodResult } from "@conurb/core/contract";
import { decodeResult } from "@conurb/core/study";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Recent } from "../compute/recent.ts";
import { ask, askJson } from "./ask.ts";
import { type BenchState, bench } from "./bench.ts";
import type { OutlineAnalysis } from "./outline.ts";

export const useBench = (): BenchState => useSyncExternalStore(bench.subscribe, bench.get);

/** Something that is fetched: not there yet, there, or failed. */
export interface Fetched<T> {
  readonly value?: T;
  readonly error?: unknown;
}

/** Fetches by key; while a new key is on its way, the last value stands. */
export function useFetched<T>(key: string | undefined, fetcher: (key: string) => Promise<T>): Fetched<T> {
  const [fetched, setFetched] = useState<Fetched<T>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is fetched is a function of the key alone
  useEffect(() => {
    let wanted = true;
    if (key === undefined) {
      setFetched({});
      return;
    }
    fetcher(key).then(
      (value) => wanted && setFetched({ value }),
      (error: unknown) => wanted && setFetched((before) => ({ ...before, error })),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return fetched;
}

const mostResults = 60; // every change of a weight makes new ones: the newest stay
const results = new Recent<Promise<MethodResult>>(mostResults);

/** A key is its result: what was fetched once stands. */
function resultOf(key: string): Promise<MethodResult> {
  const known =
    results.get(key) ?? ask(`/api/results/${key}`).then(async (answer) => decodeResult(await answer.text()));
  results.put(key, known);
  known.catch(() => results.delete(key));
  return known;
}

export function useResult(analysis: OutlineAnalysis | undefined): MethodResult | undefined {
  return useFetched(analysis?.key, resultOf).value;
}

export function useAnswer<T>(path: string | undefined): Fetched<T> {
  return useFetched<T>(path, (asked) => askJson<T>(asked));
}
