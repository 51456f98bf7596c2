import { useSyncExternalStore } from "react";
import { siteData } from "../bench/site-data.ts";

/**
 * On a site a screen's address stands behind the #, query and all: one page, whatever the host and the folder it lies in,
 * and what a reader looks at is told to no host. On the workbench's server it is an address like any other.
 */
const split = (): readonly [string, string] => {
  const [path = "", search] = location.hash.replace(/^#\/?/, "").split("?", 2) as [string, string?];
  return [`/${path}`, search === undefined ? "" : `?${search}`];
};

/** The query of the address, wherever it stands. */
export const searchNow = (): string => (siteData === undefined ? location.search : split()[1]);

const events = ["popstate", "hashchange", "pushState", "replaceState"]; // the last two are told by the router's library
const subscribe = (listener: () => void) => {
  for (const event of events) addEventListener(event, listener);
  return () => {
    for (const event of events) removeEventListener(event, listener);
  };
};

function navigate(to: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}): void {
  history[replace ? "replaceState" : "pushState"](state, "", `#${to}`);
}

const useHash = (): [string, typeof navigate] => [useSyncExternalStore(subscribe, () => split()[0]), navigate];
const useHashSearch = (): string => useSyncExternalStore(subscribe, () => split()[1]);

/** How the router reads and writes addresses on this page. */
export const routing =
  siteData === undefined
    ? {}
    : { hook: Object.assign(useHash, { hrefs: (href: string) => `#${href}` }), searchHook: useHashSearch };
