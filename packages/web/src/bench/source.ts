import type { ReportState, RunState } from "./outline.ts";

/** What a source tells without being asked. */
export type News =
  | { readonly kind: "open" }
  | { readonly kind: "lost" }
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

/** Where the files of a site lie, if this page is one: `conurb build` says so in it. */
export const siteData: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[name="conurb-site"]')?.content;

/** The server behind this page, or the files beside it. */
export const source: Promise<Source> =
  siteData === undefined
    ? import("./server-source.ts").then(({ serverSource }) => serverSource)
    : import("../static/site-source.ts").then(({ openSite }) => openSite(new URL(siteData, document.baseURI).href));
