import type { MethodResult } from "@conurb/core/contract";
import { decodeResult } from "@conurb/core/study";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Recent } from "../compute/recent.ts";
import { ask, askJson } from "./ask.ts";
import { type BenchState, bench } from "./bench.ts";
import { type Fetched, type Held, heldOf } from "./held.ts";
import type { OutlineAnalysis } from "./outline.ts";

export const useBench = (): BenchState => useSyncExternalStore(bench.subscribe, bench.get);

/**
 * Fetches by key. `about` says what it is of, the key without its query unless given: while the same thing is fetched anew, its
 * last value stands.
 */
export function useFetched<T>(
  key: string | undefined,
  fetcher: (key: string) => Promise<T>,
  about = key?.replace(/\?.*$/, ""),
): Fetched<T> {
  const [held, setHeld] = useState<Held<T>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is fetched is a function of the key alone
  useEffect(() => {
    let wanted = true;
    if (key === undefined) {
      setHeld({});
      return;
    }
    fetcher(key).then(
      (value) => wanted && setHeld({ about, value }),
      (error: unknown) => wanted && setHeld((before) => ({ ...heldOf(before, about), about, error })),
    );
    return () => {
      wanted = false;
    };
  }, [key]);
  return key === undefined ? nothing : heldOf(held, about);
}

const nothing: Fetched<never> = {};

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
  return useFetched(analysis?.key, resultOf, analysis?.name).value;
}

export function useAnswer<T>(path: string | undefined): Fetched<T> {
  return useFetched<T>(path, (asked) => askJson<T>(asked));
}
