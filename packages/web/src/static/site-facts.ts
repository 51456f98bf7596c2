import type { Site } from "@conurb/core/site";
import { useSyncExternalStore } from "react";

/** What a page that is a site knows of itself: what came with it, and what stands as it was. */
let site: Site | undefined;
const listeners = new Set<() => void>();

export function keepSite(found: Site): void {
  site = found;
  for (const listener of listeners) listener();
}

/** The site that this page is of; nothing where a server stands behind it. */
export function useSite(): Site | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => site,
  );
}

/** Whether an analysis stands as it was published, because the figures it rests on did not come with the site. */
export function useIsFrozen(analysis: string): boolean {
  return useSite()?.frozen.some(({ name }) => name === analysis) === true;
}
