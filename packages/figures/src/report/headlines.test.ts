import type { Language } from "@conurb/core/language";
import { expect, it } from "vitest";
import { findingsOf } from "./headlines.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";

/** Two findings of one analysis of a set of indicators. */
function told(expr: string, language: Language, texts = ["The index is 1.", "Another is 2."]): string[] {
  const zh = ["指数为 1。", "另一指数为 2。"];
  const model = {
    run: {
      plan: {
        study: {
          indicators: { main: { year: 2020, aspects: { all: { indicators: { gdp: { expr } } } } } },
          datasets: {},
          report: {},
        },
        analyses: [
          {
            name: "gap",
            title: { en: "Gap", zh: "差距" },
            method: {},
            inputs: { data: { kind: "indicators", name: "main" } },
          },
        ],
      },
      outcomes: new Map([["gap", { result: { findings: texts.map((en, at) => ({ text: { en, zh: zh[at] } })) } }]]),
    },
  } as unknown as ReportModel;
  return findingsOf(["gap"], model, {} as Names, language).map(({ text }) => text);
}

it("says the year of a cross-section in the first sentence of an analysis", () => {
  expect(told("d.gdp", "en")).toEqual(["The index is 1 (2020).", "Another is 2."]);
  expect(told("d.gdp", "zh")).toEqual(["指数为 1（2020 年）。", "另一指数为 2。"]);
});

it("says none where an expression reads another year, or where the sentence has a year", () => {
  expect(told("at(d.gdp, 2018)", "en")[0]).toBe("The index is 1.");
  expect(told("d.gdp", "en", ["It rose from 1 in 2010 to 2 in 2020."])[0]).toBe("It rose from 1 in 2010 to 2 in 2020.");
});
