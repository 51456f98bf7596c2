/**
 * How strong is the policy of a cluster, year by year: what was newly issued, and what is in force?
 *
 *   intensity of an entry = power x (sum of its goals) x (sum of its measures)          `combine: product`
 *                         = power x (sum of goals + sum of measures)                    `combine: sum`
 *   annual(t) = sum over entries that begin in t        cumulative(t) = sum over entries in force in t
 *
 * Power is the standing of document and issuer (a law 5, a notice 1, say), goals and measures how definite each is; the scores
 * are the user's, from a handbook that the register names. An entry is in force from the year it begins in through the year
 * it ends in (`expiry: through`), or for good (`never`), which says what disregard of expiry would give. Entries that are not
 * dated to a year are in no year, and are counted; entries with a gap in a score are dropped and named. Entries of several
 * clusters stand apart unless `wider: each`. Published forms differ: the product weighs an entry with no measure 0, the sum
 * (Peng and others 2008, as quoted) does not.
 *
 * @example intensity({ entry: ["a"], start: [2015], power: [3], goals: [{ name: "g", unit: "1", values: Float64Array.of(2) }],
 *   measures: [{ name: "m", unit: "1", values: Float64Array.of(4) }] }).entries[0]?.intensity // 3 x 2 x 4 = 24
 */
import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { undatedWarnings } from "./dating.ts";
import {
  type Entry,
  entriesOf,
  entryRoles,
  type Led,
  ledOf,
  leds,
  type RegisterInput,
  scopesIn,
  scopesOf,
  type Wider,
  widerConvention,
  yearOf,
} from "./entries.ts";
import { exampleRegister } from "./example.ts";
import { type Expiry, expiryConvention, inForce, yearsOf } from "./in-force.ts";
import { intensityFindings, intensityTables } from "./intensity-tables.ts";
import { type ScoredInput, type Scores, scoresOf } from "./scores.ts";

export interface IntenseEntry extends Scores {
  readonly entry: string;
  readonly title: Entry["title"];
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly intensity: number;
}

export interface IntensityYear {
  readonly scope: string;
  readonly led: Led | "all";
  readonly year: number;
  /** Entries that begin in the year, and their intensity in all. */
  readonly begun: number;
  readonly annual: number;
  /** Entries in force, and theirs. */
  readonly inForce: number;
  readonly cumulative: number;
}

export interface IntensityResult extends Outcome {
  readonly entries: readonly IntenseEntry[];
  readonly years: readonly IntensityYear[];
  readonly scopes: readonly string[];
}

export interface IntensityOptions {
  readonly combine?: "product" | "sum";
  readonly expiry?: Expiry;
  readonly wider?: Wider;
  readonly until?: number | undefined;
}

export function intensity(
  input: RegisterInput & ScoredInput,
  { combine = "product", expiry = "through", wider = "apart", until }: IntensityOptions = {},
): IntensityResult {
  const method = "intensity";
  const { scores, dropped } = scoresOf(method, input);
  const all = entriesOf(method, input);
  const scored = all.flatMap((entry) => {
    const own = scores[entry.at];
    if (own === undefined) return [];
    const { power, goal, measure } = own;
    const strength = combine === "product" ? power * goal * measure : power * (goal + measure);
    return [{ entry, ...own, intensity: strength }];
  });
  if (scored.length === 0 && all.length > 0) throw nothingScored(all.length);
  const kept = scored.map(({ entry }) => entry);
  const scopes = scopesIn(kept, wider);
  const years = yearsOf(method, kept, until);
  const rows = scopes.flatMap((scope) =>
    (["all", ...leds] as const).flatMap((led) => {
      const own = scored.filter(
        ({ entry }) => scopesOf(entry, wider).includes(scope) && (led === "all" || ledOf(entry.mechanism) === led),
      );
      if (own.length === 0) return [];
      return years.map((year): IntensityYear => {
        const begun = own.filter(({ entry }) => yearOf(entry) === year);
        const stock = own.filter(({ entry }) => inForce(entry, year, expiry));
        const total = (those: typeof own) => those.reduce((sum, each) => sum + each.intensity, 0);
        return {
          scope,
          led,
          year,
          begun: begun.length,
          annual: total(begun),
          inForce: stock.length,
          cumulative: total(stock),
        };
      });
    }),
  );
  return {
    entries: scored.map(({ entry: { entry, title, start, end }, ...own }) => ({ entry, title, start, end, ...own })),
    years: rows,
    scopes,
    n: scored.length,
    dropped,
    warnings: undatedWarnings(kept),
    convention: { combine, expiry, wider },
  };
}

function nothingScored(entries: number): InputError {
  return new InputError({
    code: "nothing-scored",
    text: {
      en: `intensity: none of ${counted(entries, "entry", "entries")} is scored on every goal and measure`,
      zh: `intensity：${entries} 项政策均未逐项评分`,
    },
    hint: { en: "write 0 where an entry has no such goal or measure", zh: "无此目标或措施者写 0" },
  });
}

export default defineMethod({
  id: "policy/intensity",
  version: 2,
  title: { en: "Policy intensity", zh: "政策强度" },
  question: {
    en: "How strong is policy, year by year: what was newly issued, and what is in force?",
    zh: "逐年政策有多强：当年新出台多少，有效存量多少？",
  },
  formula: "Iᵢ = pᵢ · gᵢ · mᵢ;  Aₜ = Σ Iᵢ, tᵢ = t;  Cₜ = Σ Iᵢ, tᵢ ≤ t ≤ eᵢ",
  where: {
    en: "p: power; g, m: sums of goals and of measures; tᵢ, eᵢ: first and last year of entry i; A, C: intensity of a year, and of all that is in force",
    zh: "p：政策力度；g、m：目标与措施得分之和；tᵢ、eᵢ：政策 i 的起止年份；A、C：当年力度与有效政策的累计力度",
  },
  formulas: { intensity: "I", annual: "A", cumulative: "C" },
  cites: [
    {
      text: "Peng, J., Zhong, W. and Sun, W. (2008). Policy measurement, policy co-evolution and economic performance: an empirical study based on innovation policy. Management World 2008(9), 25-36. (in Chinese)",
      checked: "unverified",
    },
  ],
  conventions: {
    combine: {
      title: { en: "Goals and measures", zh: "目标与措施" },
      choices: {
        product: { en: "multiplied", zh: "相乘" },
        sum: { en: "added", zh: "相加" },
      },
    },
    expiry: expiryConvention,
    wider: widerConvention,
  },
  means: {
    until: {
      en: "the last year; the last that an entry begins in unless said",
      zh: "末年；缺省为最后一个条目开始的年份",
    },
    power: { en: "standing of document and issuer", zh: "发文机关与文件的力度" },
    goals: { en: "scores of its goals, one column each", zh: "目标得分，每列一个" },
    measures: { en: "scores of its measures, one column each", zh: "措施得分，每列一个" },
  },
  pitfalls: [
    {
      en: "Scores are the handbook's, not measurements: series scored by two hands do not compare.",
      zh: "得分依赋分手册而定，并非测量值；不同人赋分的序列不可比。",
    },
    {
      en: "Cumulative strength counts what expired for ever unless expiry is honoured: see `expiry`.",
      zh: "不考虑失效则累计力度只增不减，见 `expiry`。",
    },
  ],
  inputs: {
    register: table({ ...entryRoles, power: number.optional, goals: number.many, measures: number.many }),
  },
  options: z.strictObject({
    combine: z.enum(["product", "sum"]).default("product"),
    expiry: z.enum(["through", "never"]).default("through"),
    wider: z.enum(["apart", "each"]).default("apart"),
    until: z.int().optional().describe("The last year; the last that an entry begins in unless said"),
  }),
  gaps: "pass",
  cost: "live",
  example: (seed, size) => ({ inputs: { register: exampleRegister(seed, size) } }),
  worked: {
    source: {
      en: "by hand: 3 x 2 x 4 = 24 from 2015 on, 2 x 1 x 5 = 10 in 2016 and 2017, so 34 in 2016 and 24 in 2018",
      zh: "手算：3 × 2 × 4 = 24 自 2015 年起，2 × 1 × 5 = 10 在 2016、2017 年，故 2016 年为 34，2018 年为 24",
    },
    inputs: {
      register: makeTable(
        "register",
        ["entry"],
        [
          labels("entry", ["a", "b", "c"]),
          numbers("start", "year", [2015, 2016, 2018]),
          numbers("end", "year", [Number.NaN, 2017, Number.NaN]),
          numbers("power", "1", [3, 2, 1]),
          numbers("g", "1", [2, 1, 0]),
          numbers("m", "1", [4, 5, 5]),
        ],
        { roles: { goals: "g", measures: "m" } },
      ),
    },
    gives: {
      "entries[0].intensity": 24,
      "entries[1].intensity": 10,
      "years[1].annual": 10,
      "years[1].cumulative": 34,
      "years[2].cumulative": 34,
      "years[3].cumulative": 24,
      "years[3].in_force": 2,
    },
  },
  run: ({ register }, options) => intensity(register, options),
  scalars: {},
  tables: intensityTables,
  views: [
    {
      kind: "trend",
      table: "years",
      time: "year",
      value: "cumulative",
      series: "scope",
      where: { led: "all" },
      title: { en: "Intensity of policies in force", zh: "有效政策累积强度" },
    },
    {
      kind: "trend",
      table: "years",
      time: "year",
      value: "annual",
      series: "scope",
      where: { led: "all" },
      title: { en: "Intensity of new policies", zh: "当年新增政策强度" },
    },
  ],
  findings: intensityFindings,
});
