import type { Dropped, Warning } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { limitsOf } from "./limits.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sayIn } from "./words.ts";

const names = {
  place: (code: string) => code.toUpperCase(),
  of: (code: string) => code.toUpperCase(),
} as unknown as Names;
const out = (row: string, reason: string): Dropped => ({ input: "data", row, reason: { en: reason, zh: reason } });
const coarse: Warning = { code: "coarse", text: { en: "few industries", zh: "行业较粗" } };

function limits(analyses: Readonly<Record<string, { dropped?: readonly Dropped[]; warnings?: readonly Warning[] }>>) {
  const model = {
    run: {
      plan: { analyses: Object.keys(analyses).map((name) => ({ name, title: { en: name, zh: name } })) },
      outcomes: new Map(
        Object.entries(analyses).map(([name, { dropped = [], warnings = [] }]) => [
          name,
          { kind: "computed", result: { dropped, warnings } },
        ]),
      ),
    },
  } as unknown as ReportModel;
  return limitsOf(model, names, "en", sayIn("en"));
}

it("names the places that were left out once, with each reason and the analyses that it is of", () => {
  expect(
    limits({
      Gini: { dropped: [out("a", "no GDP"), out("b", "no GDP"), out("c 2019", "no jobs")], warnings: [coarse] },
      Theil: { dropped: [out("a", "no GDP"), out("b", "no GDP")], warnings: [coarse] },
      Mix: { dropped: [out("a", "no row in jobs"), out("b", "no row in jobs")] },
    }),
  ).toEqual([
    { head: "Gini, Theil", lines: ["few industries"] },
    { head: "Left out: A, B", lines: ["no GDP (Gini, Theil)", "no row in jobs (Mix)"] },
    { head: "Left out: C 2019", lines: ["no jobs (Gini)"] },
  ]);
});
