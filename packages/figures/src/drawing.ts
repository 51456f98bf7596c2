import type { ViewKind, ViewOf } from "@conurb/core/contract";
import type { Scene } from "./scene.ts";
import type { Markup } from "./svg.ts";

/** A drawing that is a list of rows under a head: where it may be parted, from its top, when it goes on over a page. */
export interface Seams {
  /** Down to here every part repeats what stands above the rows. */
  readonly head: number;
  /** Between two rows each, from the top down. */
  readonly cuts: readonly number[];
}

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
  readonly seams?: Seams;
}

export type Draw<K extends ViewKind> = (view: ViewOf<K>, scene: Scene) => Drawing;
