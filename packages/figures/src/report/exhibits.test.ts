import type { View } from "@conurb/core/contract";
import { describe, expect, it } from "vitest";
import { viewName } from "./exhibit-figures.ts";

const bars = (table: string): View => ({ kind: "bars", table, label: "place", value: "score" }) as unknown as View;

describe("the name of a view", () => {
  it("is its kind, and its table too where a method has several of that kind", () => {
    const lone = bars("scores");
    expect(viewName(lone, [lone])).toBe("bars");
    const pair = [bars("weights"), bars("scores")];
    expect(pair.map((view) => viewName(view, pair))).toEqual(["bars-weights", "bars-scores"]);
  });

  it("differs for two views of one kind on one table", () => {
    const pair = [bars("scores"), bars("scores")];
    expect(pair.map((view) => viewName(view, pair))).toEqual(["bars-scores", "bars-scores-2"]);
  });
});
