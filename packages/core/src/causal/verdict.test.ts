import { describe, expect, it } from "vitest";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { sentence } from "../contract/sentence.ts";
import { type Column, findColumn, labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { languages } from "../language/text.ts";
import method, { type VerdictOptions, verdict } from "./verdict.ts";
import type { VerdictEstimates } from "./verdict-evidence.ts";
import { verdictFindings } from "./verdict-tables.ts";

type Row = Partial<Record<keyof VerdictEstimates, number | string>> & { readonly analysis: string };

/** A sound estimate of 2, told from chance, that nothing speaks against but that it stands alone. */
const sound: Row = {
  analysis: "did",
  effect: 2,
  low: 1,
  high: 3,
  level: 0.95,
  p: 0.001,
  basis: "normal",
  treated: 40,
  controls: 60,
  pretest_p: 0.6,
};

/** Rows as columns; a number that a row lacks is a gap. */
function columns(rows: readonly Row[]): VerdictEstimates {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))] as (keyof VerdictEstimates)[];
  const isText = (name: string) => rows.some((row) => typeof row[name as keyof Row] === "string");
  const column = (name: keyof VerdictEstimates) => rows.map((row) => row[name] ?? (isText(name) ? "" : Number.NaN));
  const position = rows.map((_, at) => at + 1);
  return { position, ...Object.fromEntries(names.map((name) => [name, column(name)])) } as unknown as VerdictEstimates;
}

const say = (rows: readonly Row[], options: VerdictOptions = {}, flags: readonly string[] = []) =>
  verdict(columns(rows), options, undefined, { flag: flags, places: flags.map(() => 2) });
const ruleOf = (rows: readonly Row[], rule: string, options: VerdictOptions = {}) =>
  say(rows, options).grounds.find((each) => each.rule === rule);

describe("the years before", () => {
  it("are judged by dealt-out adoption where it was tried: a test by clusters refutes too much with few treated", () => {
    const dealt: Row = {
      analysis: "dealt",
      effect: 2,
      p: 0.01,
      basis: "permutation",
      treated: 3,
      controls: 30,
      pretest_p: 0.4,
    };
    const main: Row = { ...sound, treated: 3, controls: 30, pretest_p: 0.0001 };
    expect(say([main, dealt]).answer).toBe("rise");
    expect(ruleOf([main, dealt], "pretrend")).toMatchObject({ side: "for", analysis: "dealt", value: 0.4 });
    expect(say([main, { ...dealt, pretest_p: 0.005 }]).answer).toBe("cannot-tell");
    expect(ruleOf([main, { ...dealt, pretest_p: Number.NaN }], "pretrend")).toMatchObject({
      side: "against",
      analysis: "did",
    });
  });
});

describe("the answer", () => {
  it("is rise or fall where no rule decides otherwise", () => {
    expect(say([sound]).answer).toBe("rise");
    expect(say([{ ...sound, effect: -2, low: -3, high: -1 }]).answer).toBe("fall");
  });

  it("is that nothing can be told where chance is not ruled out", () => {
    const { answer, grounds } = say([{ ...sound, p: 0.2, low: -1 }]);
    expect(answer).toBe("cannot-tell");
    expect(grounds.filter(({ side }) => side === "decides").map(({ rule }) => rule)).toEqual(["shown"]);
  });

  it("rules an effect out that would matter, where the interval lies within it and chance alone is not ruled out", () => {
    const small = { ...sound, effect: 0.1, low: -0.2, high: 0.4, p: 0.5 };
    expect(say([small], { relevant: 1 }).answer).toBe("none-as-large");
    const { grounds } = say([small, { ...small, analysis: "b" }], { relevant: 1 });
    expect(grounds.map(({ rule, side }) => [rule, side])).toEqual([
      ["bounded", "for"],
      ["pretrend", "for"],
    ]);
    // another estimate that reaches beyond it keeps the question open
    expect(say([small, { ...small, analysis: "b", high: 1.2 }], { relevant: 1 }).answer).toBe("cannot-tell");
    expect(say([small], { relevant: 0.3 }).answer).toBe("cannot-tell");
    expect(say([{ ...small, pretest_p: 0.001 }], { relevant: 1 }).answer).toBe("cannot-tell");
  });

  it("rests on the interval where there is no p", () => {
    const { p: _, ...without } = sound;
    expect(say([without]).answer).toBe("rise");
    expect(say([{ ...without, low: -1 }]).answer).toBe("cannot-tell");
  });

  it("reads no interval as a test that asks for more than it covers, or does not say what it covers", () => {
    const { p: _, ...without } = sound;
    const at = (level: number, low = 1) => ruleOf([{ ...without, level, low }], "shown");
    expect(say([{ ...without, level: 0.9 }]).answer).toBe("cannot-tell");
    expect(sentence(at(0.9) as never, "en")).toBe(
      "did: its interval covers 90%, and 95% is asked for, so that without a p it tells nothing of chance",
    );
    expect(sentence(at(0.9) as never, "zh")).toContain("其区间的置信水平为 90%，而要求为 95%");
    expect(sentence(at(Number.NaN) as never, "en")).toContain("how much its interval covers is not told");
    // one that holds 0 at 90 % does so at 95 %, and one of 99 % that does not, does not
    expect(sentence(at(0.9, -1) as never, "en")).toBe("did: the interval holds 0");
    expect(at(0.99)?.side).toBe("for");
    expect(say([{ ...without, level: 0.9 }], { level: 0.9 }).answer).toBe("rise");
  });

  it("rules nothing out by an interval that covers less than is asked for, or by none", () => {
    const small = { ...sound, effect: 0.1, low: -0.2, high: 0.4, p: 0.5 };
    expect(say([small], { relevant: 1 }).answer).toBe("none-as-large");
    expect(say([{ ...small, level: 0.8 }], { relevant: 1 }).answer).toBe("cannot-tell");
    expect(say([{ ...small, level: Number.NaN }], { relevant: 1 }).answer).toBe("cannot-tell");
    expect(say([{ ...small, low: Number.NaN, high: Number.NaN }], { relevant: 1 }).answer).toBe("cannot-tell");
  });

  it("is about the first of the list, whatever its row", () => {
    const given = columns([
      { ...sound, analysis: "z" },
      { ...sound, analysis: "a", effect: 5 },
    ]);
    expect(verdict(given).main.analysis).toBe("z");
    expect(verdict({ ...given, position: [2, 1] }).main.analysis).toBe("a");
    for (const position of [undefined, [Number.NaN, Number.NaN], [1, 1]]) {
      expect(() => verdict({ ...given, position })).toThrow(
        "verdict: 2 estimates, and nothing says which the verdict is to speak of",
      );
    }
    expect(verdict({ ...given, position: [Number.NaN, 3] }).main.analysis).toBe("a");
  });
});

describe("what decides that nothing can be told", () => {
  it.each([
    ["answered", { ...sound, effect: Number.NaN }],
    ["error", { analysis: "bacon", effect: 2, basis: "none" }],
    ["few-units", { ...sound, treated: 1 }],
    ["few-units", { ...sound, clusters: 12 }],
    ["few-units", { ...sound, clusters: 40, effective_clusters: 6.5 }],
    ["few-units", { ...sound, treated: Number.NaN, controls: 3 }],
    ["pretrend", { ...sound, pretest_p: 0.004 }],
    ["fit", { ...sound, basis: "placebo", misfit: 1.4 }],
    ["smallest-p", { ...sound, basis: "placebo", p: 1 / 17, smallest_p: 1 / 17 }],
  ] as const)("%s", (rule, row) => {
    const result = say([row]);
    expect(result.answer).toBe("cannot-tell");
    expect(result.grounds.find(({ side }) => side === "decides")?.rule).toBe(rule);
  });

  it("is dealt-out adoption that finds as much, wherever it was tried beside a normal interval", () => {
    const dealt = { ...sound, analysis: "dealt", basis: "permutation", p: 0.21 };
    expect(say([sound, dealt]).answer).toBe("cannot-tell");
    expect(say([sound, { ...dealt, p: 0.03 }]).answer).toBe("rise");
  });

  it("is lifted from few units by a placebo test beside them, and by no twin that does not fit", () => {
    const few = { ...sound, treated: 2 };
    const twin = { ...sound, analysis: "twin", basis: "placebo", p: 0.02, misfit: 0.3 };
    expect(say([few, twin]).answer).toBe("rise");
    expect(say([few, twin]).convention.test).toBe("placebo");
    expect(say([few, { ...twin, misfit: 2 }]).answer).toBe("cannot-tell");
  });

  it("is not that the error of few units is withheld, where a placebo test stands beside", () => {
    const withheld = { ...sound, treated: 1, low: Number.NaN, high: Number.NaN, p: Number.NaN, basis: "none" };
    const dealt = { ...sound, analysis: "dealt", basis: "permutation", p: 0.02 };
    expect(ruleOf([withheld], "error")?.side).toBe("decides");
    const result = say([withheld, dealt]);
    expect(result.answer).toBe("rise");
    expect(result.grounds.find(({ rule }) => rule === "error")?.side).toBe("against");
    const [first] = verdictFindings(result, { estimates: { units: {} } });
    expect(sentence(first as never, "en")).toContain(
      "raised it by 2.00 on average (no interval of its own; did, 1 treated place)",
    );
    expect(sentence(first as never, "zh")).toContain("平均提高 2.00（本身无区间；did，受处理地区 1 个）");
    expect(say([withheld, { ...dealt, p: 0.3 }]).answer).toBe("cannot-tell");
    // an estimator that has no error whatever the units stays without one
    expect(say([{ ...withheld, treated: 40 }, dealt]).answer).toBe("cannot-tell");
  });

  it("is another estimate beyond chance on the other side, or most of them there", () => {
    const opposite = { ...sound, analysis: "other", effect: -1 };
    expect(ruleOf([sound, { ...opposite, p: 0.01 }], "agreement")?.side).toBe("decides");
    // one of two others points the same way: less than two thirds
    const alike = { ...sound, analysis: "third" };
    expect(ruleOf([sound, { ...opposite, p: 0.6 }, alike], "agreement")?.side).toBe("decides");
    expect(ruleOf([sound, { ...opposite, p: 0.6 }, alike, { ...alike, analysis: "d" }], "agreement")?.side).toBe("for");
  });

  it("is a treatment of everyone at once", () => {
    expect(say([sound], {}, ["all-at-once"]).answer).toBe("cannot-tell");
  });
});

describe("what speaks for and against", () => {
  it("counts both", () => {
    const result = say([{ ...sound, controls: 12, heaviest: 0.7, pretest_p: 0.03 }], {}, ["anticipation", "undated"]);
    expect(result.answer).toBe("rise");
    const against = result.grounds.filter(({ side }) => side === "against").map(({ rule }) => rule);
    expect(against).toEqual(["pretrend", "weight", "agreement", "anticipation", "undated"]);
    expect([result.for, result.against, result.decides]).toEqual([1, 5, 0]);
  });

  it("says that nobody told how many units there are, and trusts no test of the years before then", () => {
    const { treated: _, ...untold } = sound;
    const unknown = ruleOf([untold], "few-units");
    expect(unknown?.side).toBe("against");
    expect(sentence(unknown as never, "en")).toContain("how many places its interval rests on is not told");
    expect(sentence(unknown as never, "zh")).toContain("未说明其区间依据多少地区");
    expect(ruleOf([{ ...untold, pretest_p: 0.001 }], "pretrend")?.side).toBe("against");
    expect(ruleOf([{ ...untold, effective_clusters: 25 }], "few-units")).toBeUndefined();
    const dealt = { ...sound, analysis: "dealt", basis: "permutation", p: 0.02 };
    expect(ruleOf([untold, dealt], "few-units")).toBeUndefined();
  });

  it("sets an effect that the panel could hardly show against its power", () => {
    const weak = verdict(columns([sound]), {}, { detectable: [3] });
    expect(weak.grounds.find(({ rule }) => rule === "power")).toMatchObject({ side: "against", value: 2 / 3 });
    expect(verdict(columns([sound]), {}, { detectable: [1] }).grounds.at(-1)).toMatchObject({
      rule: "power",
      side: "for",
    });
  });

  it("says which estimator would have found it, where that is another", () => {
    const by = { estimator: ["two-way"], estimator_en: ["two-way fixed effects"], estimator_zh: ["双向固定效应"] };
    const told = (detectable: number, lang: "en" | "zh", given: object = by) => {
      const main = { ...sound, estimator: "imputation" };
      const { grounds } = verdict(columns([main]), {}, { detectable: [detectable], ...given });
      return sentence(grounds.find(({ rule }) => rule === "power") as never, lang);
    };
    expect(told(3, "en")).toContain("the smallest effect that two-way fixed effects would likely find in this panel");
    expect(told(3, "zh")).toContain("小于该面板以双向固定效应大致能够识别的最小效应");
    expect(told(1, "zh")).toContain("不小于该面板以双向固定效应");
    const same = { ...by, estimator: ["imputation"] };
    for (const given of [{}, same])
      expect(told(3, "en", given)).toContain("the smallest effect that this panel would likely show");
  });

  it("names that estimator beside the smallest effect, be it another or its own", async () => {
    const { estimates } = method.worked.inputs;
    const by = [
      labels("estimator", ["two-way"]),
      labels("estimator_en", ["two-way fixed effects"]),
      labels("estimator_zh", ["双向固定效应"]),
    ];
    const tableOf = async (columns: readonly Column[]) => {
      const power = makeTable("power", [], [...columns, numbers("detectable", "1", [1.5])]);
      const { tables } = await invoke(method, { inputs: { estimates, power } }, localContext(method, 1));
      return tables.find(({ name }) => name === "verdict") as Table;
    };
    const told = await tableOf(by);
    expect(languages.map((each) => findColumn(told, `detectable_by_${each}`)?.values[0])).toEqual([
      "two-way fixed effects",
      "双向固定效应",
    ]);
    expect(findColumn(await tableOf([]), "detectable_by_en")).toBeUndefined();
  });

  it("holds no direction against an estimate that has no answer, and takes the outcome's name from the others", () => {
    const refused = { analysis: "twin", effect: Number.NaN };
    const other = { ...sound, outcome_en: "GDP", outcome_zh: "生产总值" };
    const result = say([refused, other, { ...other, analysis: "dealt", basis: "permutation", p: 0.02 }]);
    expect(result.answer).toBe("cannot-tell");
    expect(result.grounds.filter(({ side }) => side === "decides").map(({ rule }) => rule)).toEqual(["answered"]);
    const [first] = verdictFindings(result, { estimates: { units: {} } });
    expect(sentence(first as never, "en")).toContain("GDP: whether the policy changed it cannot be told");
  });

  it("calls the estimate by one name in its sentence and in its grounds", () => {
    const given = { ...sound, analysis_en: "Pilot zones, imputed", analysis_zh: "试点插补" };
    const table = columns([given]);
    const result = verdict(table);
    const [first] = verdictFindings(result, { estimates: { units: {} } });
    expect(sentence(first as never, "en")).toContain("Pilot zones, imputed, 40 treated places");
    expect(result.grounds.filter(({ analysis }) => analysis !== undefined)[0]?.values.of).toEqual({
      text: { en: "Pilot zones, imputed", zh: "试点插补" },
    });
  });

  it("sets aside, by name, a twin that does not fit, and says which analysis has no answer", () => {
    const poor = { ...sound, analysis: "poor", effect: -9, p: 0.001, misfit: 3 };
    const { answer, grounds, set } = say([sound, poor, { analysis: "none", effect: Number.NaN }]);
    expect(answer).toBe("rise");
    expect([...set].map(({ analysis }) => analysis)).toEqual(["poor"]);
    expect(grounds.filter(({ rule }) => rule === "set-aside" || rule === "unanswered")).toHaveLength(2);
  });

  it("says that a sign turns without one control, and that as much was there before", () => {
    expect(ruleOf([{ ...sound, left_low: -1, left_high: 3 }], "left-out")?.side).toBe("against");
    expect(ruleOf([{ ...sound, left_low: 1, left_high: 3 }], "left-out")?.side).toBe("for");
    expect(ruleOf([{ ...sound, early: 1.2 }], "early")).toMatchObject({ side: "against", value: 0.6 });
    expect(ruleOf([{ ...sound, early: -0.4 }], "early")).toMatchObject({ side: "for", value: 0.2 });
  });

  it("counts the direction of estimates without an error, and none of them as beyond chance", () => {
    const bare = { analysis: "bare", effect: 1, basis: "none" };
    expect(ruleOf([sound, bare], "agreement")).toMatchObject({ side: "for", values: { n: 1, alike: 1, shown: 0 } });
    expect(ruleOf([sound, { ...bare, effect: -1 }], "agreement")?.side).toBe("decides");
  });

  it("tells of places treated already only where the estimate spoken of mixes cohorts", () => {
    const bacon = { analysis: "bacon", estimator: "bacon-decomposition", effect: 2, forbidden: 0.4 };
    expect(ruleOf([{ ...sound, estimator: "event-study" }, bacon], "forbidden")?.side).toBe("against");
    expect(ruleOf([{ ...sound, estimator: "imputation" }, bacon], "forbidden")).toBeUndefined();
  });
});

describe("laws", () => {
  it("never answers more firmly where a threshold is stricter", () => {
    const rows = [{ ...sound, treated: 15, pretest_p: 0.03 }];
    expect(say(rows).answer).toBe("rise");
    expect(say(rows, { fewPlaces: 20 }).answer).toBe("cannot-tell");
    expect(say(rows, { refuted: 0.04 }).answer).toBe("cannot-tell");
    expect(say(rows, { level: 0.9999 }).answer).toBe("cannot-tell");
  });

  it("turns its sign and nothing else with the outcome's", () => {
    const rows = [sound, { ...sound, analysis: "b", effect: 1 }];
    const turned = rows.map((row) => ({
      ...row,
      effect: -Number(row.effect),
      low: -Number(row.high),
      high: -Number(row.low),
    }));
    const [up, down] = [say(rows), say(turned)];
    expect([up.answer, down.answer]).toEqual(["rise", "fall"]);
    expect(down.grounds.map(({ rule, side }) => [rule, side])).toEqual(
      up.grounds.map(({ rule, side }) => [rule, side]),
    );
  });
});

describe("words", () => {
  it("say the effect with its interval, and each reason with its number, in both languages", () => {
    const result = say([{ ...sound, outcome_en: "GDP per head", outcome_zh: "人均生产总值" }]);
    const [first, ...reasons] = verdictFindings(result, { estimates: { units: { effect: "yuan" } } });
    expect(sentence(first as never, "en")).toBe(
      "GDP per head: the policy raised it by 2.00 on average (interval 1.00 to 3.00; did, 40 treated places). One thing speaks against it.",
    );
    expect(sentence(first as never, "zh")).toBe(
      "人均生产总值：政策使其平均提高 2.00（区间 1.00 至 3.00；did，受处理地区 40 个）。有 1 项质疑。",
    );
    expect(reasons.map((each) => sentence(each, "en"))).toEqual(["Against: no other estimator stands beside it."]);
  });

  it("refuses a basis that is none", () => {
    expect(() => say([{ ...sound, basis: "guess" }])).toThrow(
      "verdict: basis of did is guess, expected one of normal, t, wild, placebo, permutation, none",
    );
  });
});
