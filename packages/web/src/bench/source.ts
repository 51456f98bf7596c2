import type { ReportState, RunState } from "./outline.ts";
import { siteData } from "./site-data.ts";

/** What a source tells without being asked. */
export type News =
  /** A line stands; `again` where there was none for a while, because nobody looked at the page. */
  | { readonly kind: "open"; readonly again?: true }
  /** The line broke; it is tried again. */
  | { readonly kind: "lost" }
  /** It was answered, but not with a line: by whoever may have taken the server's place. It is tried again. */
  | { readonly kind: "shut" }
  | { readonly kind: "run"; readonly run: RunState }
  | { readonly kind: "report"; readonly report: ReportState }
  /** The study's text became another, elsewhere. */
  | { readonly kind: "study"; readonly version: string };

/** Where the study and its results come from: the interface is that of the workbench's server, whoever answers. */
export interface Source {
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Where the browser finds a file of the interface by itself, in a frame or as a download. */
  address(path: string): string;
  /** Answers how to leave. */
  listen(listener: (news: News) => void): () => void;
}

/** The server behind this page, or the files beside it. */
export const source: Promise<Source> = opened();

async function opened(): Promise<Source> {
  if (siteData === undefined) return (await import("./server-source.ts")).serverSource;
  const { openSite } = await import("../static/site-source.ts");
  return openSite(new URL(siteData, document.baseURI).href);
}
