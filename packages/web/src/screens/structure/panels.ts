import type { View } from "@conurb/core/contract";
import type { words } from "./words.ts";

/** What the screen asks of an economy's structure, each answered by one method. */
export interface Panel {
  readonly id: "specialised" | "alike" | "chasing" | "one-industry" | "gathered";
  readonly method: string;
  readonly title: keyof typeof words;
  readonly guide: keyof typeof words;
  /** A number of all places together is computed again for the cluster; one of each place or pair is cut from the study's. */
  readonly of: "each" | "all";
  /** The first of the method's views unless given. */
  readonly view?: View;
}

/** One industry on the map: the area of a dot is what the place has, its colour the place's part of the cluster's. */
const industryMap: View = {
  kind: "map",
  table: "industry",
  place: "place",
  value: "part",
  size: "value",
};

export const panels: readonly Panel[] = [
  {
    id: "specialised",
    method: "structure/location-quotient",
    title: "specialised",
    guide: "specialisedGuide",
    of: "each",
  },
  { id: "alike", method: "structure/similarity", title: "alike", guide: "alikeGuide", of: "each" },
  { id: "chasing", method: "structure/chase", title: "chasing", guide: "chasingGuide", of: "each" },
  {
    id: "one-industry",
    method: "structure/location-quotient",
    title: "where",
    guide: "whereGuide",
    of: "each",
    view: industryMap,
  },
  { id: "gathered", method: "structure/locational-gini", title: "gathered", guide: "gatheredGuide", of: "all" },
];
