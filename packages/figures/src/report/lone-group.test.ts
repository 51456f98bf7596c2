import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { withoutLoneGroup } from "./lone-group.ts";

const table = (groups: readonly string[], values: readonly number[]) =>
  makeTable("indices", ["group"], [labels("group", groups), numbers("gini", "1", values)]);

it("leaves out the only group, which says again what all places say", () => {
  expect(withoutLoneGroup(table(["all", "bth"], [0.4, 0.4])).rows).toBe(1);
  expect(withoutLoneGroup(table(["all", "bth"], [Number.NaN, Number.NaN])).rows).toBe(1);
});

it("keeps a group that says something else, and any group beside others", () => {
  expect(withoutLoneGroup(table(["all", "bth"], [0.4, 0.3])).rows).toBe(2);
  expect(withoutLoneGroup(table(["all", "bth", "yrd"], [0.4, 0.4, 0.4])).rows).toBe(3);
});
