import { useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { searchNow } from "../static/hash-address.ts";

export interface Address {
  get(name: string): string | undefined;
  all(name: string): readonly string[];
  /** Changes some of it; `undefined` takes a name out. `quietly` leaves no step to go back to. */
  set(changes: Readonly<Record<string, string | undefined>>, quietly?: "quietly"): void;
  /** The address of another view, with what it shares with this one. */
  to(path: string, more?: Readonly<Record<string, string>>): string;
}

/** What every screen keeps when another is opened. */
const shared = ["lang", "cluster", "place"] as const;
/** What its own views keep: not every screen can look at all places. */
const within = [...shared, "scope"] as const;
const screenOf = (path: string) => path.split("/")[1];

/** The whole state of a view is in its address: back and forward work, and a copied address shows the same. */
export function useAddress(): Address {
  const [path, go] = useLocation();
  const search = useSearch();
  return useMemo(() => addressAt(path, new URLSearchParams(search), go), [path, search, go]);
}

function addressAt(path: string, search: URLSearchParams, go: ReturnType<typeof useLocation>[1]): Address {
  return {
    get: (name) => search.get(name) ?? undefined,
    all: (name) => search.getAll(name),
    set: (changes, quietly) => {
      const next = new URLSearchParams(searchNow());
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      const query = next.size === 0 ? "" : `?${next}`;
      if (query !== searchNow()) go(`${path}${query}`, { replace: quietly !== undefined });
    },
    to: (other, more = {}) => {
      const names = screenOf(other) === screenOf(path) ? within : shared;
      const kept = names.flatMap((name) => (search.has(name) ? [[name, search.get(name) as string]] : []));
      const next = new URLSearchParams([...kept, ...Object.entries(more)]);
      return next.size === 0 ? other : `${other}?${next}`;
    },
  };
}
