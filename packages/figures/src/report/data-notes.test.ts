import { same } from "@conurb/core/language";
import { expect, it } from "vitest";
import { datasetEntries } from "./data-notes.ts";
import type { DatasetNotes, ReportModel } from "./model.ts";
import { sayIn } from "./words.ts";

const notes = (credit: string): DatasetNotes => ({
  title: same("Mine"),
  credit,
  sources: [{ publisher: same("mine.csv") }],
  licenses: [],
  caveats: [],
  lacks: [],
  flags: [],
});
const lines = (credit: string) =>
  datasetEntries({ notes: new Map([["mine", notes(credit)]]) } as unknown as ReportModel, "en", sayIn("en"))[0]?.lines;

it("names a file once where it is both source and credit, and both where they differ", () => {
  expect(lines("mine.csv")).toEqual([{ text: "Sources: mine.csv", isCredit: true }]);
  expect(lines("by hand")?.map(({ text }) => text)).toEqual(["Sources: mine.csv", "by hand"]);
});
