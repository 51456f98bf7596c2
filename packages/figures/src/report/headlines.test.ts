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
      groups: [],
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
      outcomes: new Map([
        [
          "gap",
          { result: { findings: texts.map((en, at) => ({ text: { en, zh: zh[at] }, values: {} })), dropped: [] } },
        ],
      ]),
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

it("says of which estimate each sentence is, where several are weighed in one list", () => {
  const analysis = (name: string, inputs: object) => ({
    name,
    title: { en: name, zh: name },
    method: { id: name },
    inputs,
  });
  const list = { kind: "stack", parts: [{ name: "One" }, { name: "Two" }] };
  const found = (en: string) => ({ result: { findings: [{ text: { en, zh: en }, values: {} }], dropped: [] } });
  const model = {
    run: {
      groups: [],
      plan: {
        study: { indicators: {}, datasets: {}, report: {} },
        analyses: [
          analysis("One", {}),
          analysis("Two", {}),
          analysis("Apart", {}),
          analysis("Verdict", { estimates: list }),
        ],
      },
      outcomes: new Map(["One", "Two", "Apart"].map((name) => [name, found(`It rose by ${name.length}.`)])),
    },
  } as unknown as ReportModel;
  const said = findingsOf(["One", "Two", "Apart"], model, {} as Names, "en").map(({ text }) => text);
  expect(said).toEqual(["One: It rose by 3.", "Two: It rose by 3.", "It rose by 5."]);
});

/** What is said of the largest city of two clusters, of which some cities have no figure. */
function largest(absent: readonly string[], language: Language, ends = "Tianjin leads") {
  const finding = (group: string) => ({ text: { en: `${ends}.`, zh: `${ends}。` }, values: { group: { group } } });
  const dropped = absent.map((row) => ({ input: "data", row, reason: { en: "size is missing", zh: "规模缺失" } }));
  const model = {
    run: {
      groups: [
        { id: "jjj", members: ["a", "b", "c", "d", "e"] },
        { id: "yrd", members: ["s"] },
      ],
      plan: {
        study: { indicators: {}, datasets: { jobs: { where: { year: 2020 } } }, report: {} },
        analyses: [
          {
            name: "primacy",
            title: { en: "Primacy", zh: "首位度" },
            method: { inputs: {} },
            inputs: { data: { kind: "dataset", name: "jobs" } },
          },
        ],
      },
      outcomes: new Map([
        ["primacy", { kind: "computed", result: { findings: [finding("jjj"), finding("yrd")], dropped } }],
      ]),
    },
  } as unknown as ReportModel;
  const names = { place: (code: string) => code.toUpperCase(), group: (id: string) => id } as unknown as Names;
  return findingsOf(["primacy"], model, names, language).map(({ text, plain }) => ({ text, plain }));
}

it("says which places of a finding's cluster have no figure: any of them may come first", () => {
  expect(largest(["a", "b"], "en")).toEqual([
    { text: "Tianjin leads (2020, without A, B).", plain: "Tianjin leads." },
    { text: "Tianjin leads.", plain: "Tianjin leads." },
  ]);
  expect(largest(["a", "s"], "zh").map(({ text }) => text)).toEqual([
    "Tianjin leads（2020 年，不含A）。",
    "Tianjin leads（不含S）。",
  ]);
});

it("counts many of them, and opens no second brackets behind others", () => {
  expect(largest(["a", "b", "c", "d"], "en")[0]?.text).toBe("Tianjin leads (2020, without 4 places).");
  expect(largest(["a"], "zh", "Tianjin leads (3)")[0]?.text).toBe("Tianjin leads (3)；2020 年，不含A。");
});
