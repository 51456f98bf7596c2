import type { Problem } from "@conurb/core/contract";
import type { Site } from "@conurb/core/site";
import type { RunEvent } from "@conurb/core/study";

/** What is asked of a run, as the addresses of the workbench's interface ask it. */
export type Question =
  | {
      readonly kind: "passport";
      readonly analysis: string;
      readonly asked: { readonly table?: string; readonly column?: string; readonly keys: readonly string[] };
    }
  | { readonly kind: "inputs"; readonly analysis: string }
  | { readonly kind: "table"; readonly name: string }
  | { readonly kind: "report"; readonly language: string };

/** To the worker: one text to run, then any number of questions about that run. */
export type ToWorker =
  | {
      readonly kind: "run";
      readonly site: Site;
      /** Where the site's data lie. */
      readonly data: string;
      /** Nothing for the published text, which was checked and run when the site was made. */
      readonly text?: string;
      /** Results that were computed here before, by key. */
      readonly known: ReadonlyMap<string, string>;
      /** Take nothing from what was shipped but what cannot be computed here. */
      readonly anew: boolean;
    }
  | { readonly kind: "ask"; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly kind: "begin"; readonly total: number }
  | { readonly kind: "event"; readonly event: RunEvent }
  | { readonly kind: "kept"; readonly key: string; readonly text: string }
  | { readonly kind: "ran"; readonly outline: unknown }
  | { readonly kind: "failed"; readonly problems: readonly Problem[] }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "refusal"; readonly id: number; readonly problems: readonly Problem[] };
