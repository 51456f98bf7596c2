import type { ViewKind, ViewOf } from "@conurb/core/contract";
import type { Scene } from "./scene.ts";
import type { Markup } from "./svg.ts";

/** What a kind draws: marks in a box of its own, and what has to be said beside them. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Markup[];
  /** One or two sentences for who cannot see the picture. */
  readonly description: string;
  /** What is shown and in which unit, for the line under the title. */
  readonly dek?: string;
  /** What the picture needs said: how to read a mark, what is missing. */
  readonly notes: readonly string[];
}

export type Draw<K extends ViewKind> = (view: ViewOf<K>, scene: Scene) => Drawing;
