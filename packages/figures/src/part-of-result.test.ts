import { labels, type MethodResult, makeTable, numbers, type View } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { shownView } from "./shown-view.ts";

const names = { places: {}, groups: {}, labels: {} };
const result = (...tables: MethodResult["tables"]): MethodResult => ({
  ...({ scalars: {}, findings: [], warnings: [], convention: {}, dropped: [] } as unknown as MethodResult),
  tables,
});
const cluster = { id: "delta", members: ["a", "b"] };

const curves = makeTable(
  "lorenz",
  ["group", "place"],
  [
    labels("group", ["delta", "delta", "bay", "bay"]),
    labels("place", ["a", "b", "c", "d"]),
    numbers("x", "1", [0.5, 1, 0.5, 1]),
    numbers("y", "1", [0.3, 1, 0.4, 1]),
  ],
);
const levels = makeTable(
  "levels",
  ["between"],
  [labels("between", ["group", "place"]), numbers("share", "1", [0.2, 0.8])],
);
const lorenz: View = {
  kind: "lorenz",
  table: "lorenz",
  x: "x",
  y: "y",
  group: "group",
  parts: { table: "levels", part: "between", share: "share" },
};

it("draws a cluster's curve without the bar of what all places fall apart into, and says where that stands", () => {
  const whole = result(curves, levels);
  const all = shownView({ whole, view: lorenz, names, language: "en" });
  expect(all.view).toBe(lorenz);
  expect(all.context.note).toBeUndefined();
  const part = shownView({ whole, view: lorenz, names, group: cluster, language: "en" });
  expect(part.table?.rows).toBe(2);
  expect(part.view).not.toHaveProperty("parts");
  expect(part.context.note).toMatch(/all places together/);
});

it("shows the policies of the cluster that is looked at", () => {
  const table = makeTable(
    "timeline",
    ["scope", "entry"],
    [labels("scope", ["bay", "delta", "delta", "several"]), labels("entry", ["p1", "p2", "p3", "p4"])],
  );
  const view: View = {
    kind: "timeline",
    table: "timeline",
    entry: "entry",
    start: "s",
    latest: "s",
    lane: "entry",
  } as View;
  const part = shownView({ whole: result(table), view, names, group: cluster, language: "en" });
  expect(part.isPart).toBe(true);
  expect(part.table?.columns[1]?.values).toEqual(["p2", "p3"]);
  // of a cluster that has none, what there is stands whole, and says so
  const none = shownView({ whole: result(table), view, names, group: { id: "plain", members: ["e"] }, language: "en" });
  expect(none.isPart).toBe(false);
});

it("stands at the cluster's first member until a place is picked, and says what the part shows where no finding is of it", () => {
  const table = makeTable("t", ["place"], [labels("place", ["c", "b", "a"]), numbers("q", "1", [9, 1, 2])]);
  const view: View = { kind: "dots", table: "t", place: "place", value: "q" };
  const shown = shownView({ whole: result(table), view, names, group: cluster, language: "en" });
  expect(shown.place).toBe("a");
  expect(shown.context.selected).toBeUndefined();
  expect(shown.finding).toBe("q: a is highest (2), b lowest (1)");
  const picked = shownView({ whole: result(table), view, names, group: cluster, selected: ["b"], language: "en" });
  expect(picked.place).toBe("b");
  expect(shownView({ whole: result(table), view, names, language: "en" }).place).toBe("c");
});
