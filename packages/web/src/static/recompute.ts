import { type Site, siteFiles } from "@conurb/core/site";
import type { Outline } from "../bench/outline.ts";
import { siteData } from "../bench/site-data.ts";
import { distanceOf } from "./compare-results.ts";
import { SiteRun } from "./site-run.ts";

export interface Recomputed {
  readonly state: "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  /** Analyses that give the same bytes here as were published, and those that do not. */
  readonly same: number;
  readonly apart: number;
  readonly worst: number;
}

/** Computes every analysis of the published study in this browser, and says how far the results are from those shipped. */
export function recompute(site: Site, tell: (state: Recomputed) => void): () => void {
  const data = new URL(siteData as string, document.baseURI).href;
  let state: Recomputed = { state: "running", done: 0, total: 0, same: 0, apart: 0, worst: 0 };
  const change = (more: Partial<Recomputed>) => {
    state = { ...state, ...more };
    tell(state);
  };
  const made = new Map<string, string>();
  // by analysis: a last bit that an engine's mathematics sees otherwise makes another key of what rests on it
  const compare = async (outline: Outline) => {
    const published = new Map((site.outline as Outline).analyses.map(({ name, key }) => [name, key]));
    for (const { name, key = "" } of outline.analyses) {
      const [text, was] = [made.get(key), published.get(name)];
      if (text === undefined || was === undefined) continue;
      const answer = await fetch(data + siteFiles.result(was));
      const distance = answer.ok ? distanceOf(text, await answer.text()) : Number.POSITIVE_INFINITY;
      if (distance === 0) change({ same: state.same + 1 });
      else change({ apart: state.apart + 1, worst: Math.max(state.worst, distance) });
    }
    change({ state: "done" });
  };
  const run = new SiteRun({ site, data, text: site.text, known: new Map(), anew: true }, (told) => {
    if (told.kind === "begin") change({ total: told.total });
    else if (told.kind === "event" && told.event.kind === "finished") change({ done: state.done + 1 });
    else if (told.kind === "kept") made.set(told.key, told.text);
    else if (told.kind === "failed") change({ state: "failed" });
    else if (told.kind === "ran") {
      run.end();
      compare(told.outline as Outline).catch(() => change({ state: "failed" }));
    }
  });
  return () => run.end();
}
