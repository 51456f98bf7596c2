import type { Text } from "@conurb/core/language";
import type { ComponentType } from "react";

/** A screen is a folder with a `screen.ts` that says this; nothing else lists it. */
export interface Screen {
  /** First part of its address. */
  readonly path: string;
  /** Its turn in the bar. */
  readonly turn: number;
  readonly title: Text;
  /** The word in the bar, where the title is too long for it. */
  readonly short: Text;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const found = import.meta.glob<{ default: Screen }>("./*/screen.ts", { eager: true });

export const screens: readonly Screen[] = Object.values(found)
  .map((module) => module.default)
  .sort((a, b) => a.turn - b.turn);
