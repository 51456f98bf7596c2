/**
 * Which places does a policy treat, from which year, and what must an estimate of its effect beware of?
 *
 *   treated(place, year) = some entry reaches the place and start + lag <= year <= end
 *
 * From entries of a register to a matrix of place x year: staggered where places begin in different years, partial where
 * `share` says how much of a place is reached, overlapping where several entries hold. An entry reaches the places that it names
 * (`places_reached`), or, where the register names none, those of its clusters (the panel's `cluster`). `entries` says which
 * entries are the treatment; the others are what else was going on. Entries dated to a decade, to a target or not at all treat
 * nobody.
 *
 * Flags, not repairs: always treated, no or few years before, reversal, partial, overlap, anticipation (announced before it
 * began), contamination (an untreated place under other entries, or beside treated neighbours), nobody treated, nobody left
 * untreated, all at once. `contaminated: leave-out` keeps untreated places that others touch out of the table of treatment.
 *
 * The panel's `outcome` stands beside the treatment, so that the table is what an estimator takes.
 *
 * @example treatment({ entry: ["p"], start: [2016], cluster: ["north"] }, { place: ["a", "b"], year: [2015, 2015],
 *   cluster: ["north", "south"] }).cells[0]?.treated // false: 2015 is before 2016
 */
import { z } from "zod";
import { defineMethod, type Finding, type Outcome, type Warning } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { edges, label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { buildTreatment, type Treatment, type TreatmentFlag, type TreatmentOptions } from "../register/treatment.ts";
import { entriesOf, entryRoles, type RegisterInput } from "./entries.ts";
import { aroundOf, chosenOf, treatingOf } from "./treating-entries.ts";
import { treatmentConventions, treatmentMeans, treatmentPitfalls } from "./treatment-choices.ts";
import { treatmentTables } from "./treatment-tables.ts";
import { flagWords } from "./treatment-words.ts";

export interface TreatmentResult extends Outcome, Treatment {
  readonly treatedPlaces: number;
  readonly cohorts: number;
  /** Untreated places under other entries, or beside treated ones, that were left out. */
  readonly leftOut: readonly string[];
}

export interface TreatmentRegister extends RegisterInput {
  readonly announced_year?: ArrayLike<number> | undefined;
  readonly places_reached?: readonly string[] | undefined;
  /** Places of which a part is reached, of unknown size unless `share` says it. */
  readonly places_partly?: readonly string[] | undefined;
  /** How much of the places that it names an entry reaches; all of them without. */
  readonly share?: ArrayLike<number> | undefined;
}

export interface TreatmentSettings extends TreatmentOptions {
  readonly entries?: readonly string[] | undefined;
  readonly contaminated?: "keep" | "leave-out" | undefined;
}

export interface TreatmentPanel {
  readonly place: readonly string[];
  readonly year: ArrayLike<number>;
  readonly cluster?: readonly string[] | undefined;
  /** What is measured there and then; it stands beside the treatment in the table. */
  readonly outcome?: ArrayLike<number> | undefined;
}

export interface Neighbours {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export function treatment(
  register: TreatmentRegister,
  panel: TreatmentPanel,
  { entries: wanted, contaminated = "keep", ...options }: TreatmentSettings = {},
  neighbours?: Neighbours,
): TreatmentResult {
  const all = entriesOf("treatment", register);
  const chosen = chosenOf(all, wanted);
  const clusterOf = new Map(panel.place.map((place, at) => [place, panel.cluster?.[at] ?? ""]));
  const treating = all.map((entry) => ({ entry, as: treatingOf(entry, register, clusterOf) }));
  const built = buildTreatment(
    treating.filter(({ entry }) => chosen.has(entry.entry)).map(({ as }) => as),
    treating.filter(({ entry }) => !chosen.has(entry.entry)).map(({ as }) => as),
    { places: panel.place, years: Array.from(panel.year) },
    neighbours && aroundOf(neighbours),
    options,
  );
  const treatedPlaces = built.places.flatMap(({ place, first }) => (first === undefined ? [] : place));
  const firsts = built.places.flatMap(({ first }) => first ?? []);
  const touched = built.flags.flatMap(({ flag, place }) => (flag === "contamination" ? (place ?? []) : []));
  // a place that is treated later stays: what it is under before is part of its own history
  const isTreated = new Set(treatedPlaces);
  const leftOut = contaminated === "keep" ? [] : touched.filter((place) => !isTreated.has(place));
  const out = new Set(leftOut);
  const cells = built.cells.filter(({ place }) => !out.has(place));
  const flags = built.flags.filter(({ place }) => place === undefined || !out.has(place));
  return {
    ...built,
    cells,
    flags,
    treatedPlaces: firsts.length,
    cohorts: new Set(firsts).size,
    leftOut,
    n: cells.length,
    warnings: [...warningsOf({ ...built, flags }), ...(leftOut.length === 0 ? [] : [leftOutWarning(leftOut)])],
    convention: {
      entries: wanted === undefined ? "all" : "named",
      partly: options.partly ?? "treated",
      contaminated,
    },
  };
}

const leftOutWarning = (places: readonly string[]): Warning => ({
  code: "contaminated-left-out",
  text: {
    en: "Left out of the comparison, being under other policies or beside treated places: {places}",
    zh: "受其他政策或邻近处理地区影响，不作对照：{places}",
  },
  values: { places: { places } },
});

function warningsOf({ flags }: Treatment): Warning[] {
  return [...new Set(flags.map(({ flag }) => flag))].map((flag): Warning => {
    const own = flags.filter((each) => each.flag === flag);
    const places = own.flatMap(({ place }) => place ?? []);
    const entries = own.flatMap(({ entry }) => entry ?? []);
    const { en, zh } = flagWords[flag];
    if (places.length > 0)
      return { code: flag, text: { en: `${en}: {places}`, zh: `${zh}：{places}` }, values: { places: { places } } };
    if (entries.length > 0) {
      return {
        code: flag,
        text: { en: `${en}: {entries}`, zh: `${zh}：{entries}` },
        values: { entries: { industries: entries } },
      };
    }
    return { code: flag, text: { en, zh } };
  });
}

const severe: readonly TreatmentFlag[] = ["nobody-treated", "all-at-once"];

export default defineMethod({
  id: "policy/treatment",
  version: 3,
  title: { en: "From a register to a treatment", zh: "由政策库构造处理变量" },
  question: {
    en: "Which places does a policy treat, from which year, and what must an estimate of its effect beware of?",
    zh: "政策处理了哪些地区、自哪年起？估计效应时须当心什么？",
  },
  formula: "Dₚₜ = 1:  ∃ i: p ∈ Rᵢ ∧ sᵢ + L ≤ t ≤ eᵢ",
  where: {
    en: "p: place; t: year of the panel; R: places that entry i reaches; s, e: its first and last year; L: lag",
    zh: "p：地区；t：面板年份；R：政策 i 涉及的地区；s、e：其起止年份；L：滞后年数",
  },
  cites: [
    {
      text: "Callaway, B. and Sant'Anna, P. H. C. (2021). Difference-in-differences with multiple time periods. Journal of Econometrics 225(2), 200-230. (cohorts by first year treated)",
      checked: "unverified",
    },
  ],
  conventions: treatmentConventions,
  means: treatmentMeans,
  pitfalls: treatmentPitfalls,
  inputs: {
    register: table({
      ...entryRoles,
      announced_year: number.optional,
      places_reached: label.optional,
      places_partly: label.optional,
      share: number.optional,
    }),
    panel: table({ place: label.one, year: number.one, cluster: label.optional, outcome: number.optional }),
    neighbours: optional(edges({ value: number.optional })),
  },
  options: z.strictObject({
    entries: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("Ids of the entries that are the treatment; all unless said"),
    lag: z.int().min(0).max(20).default(0).describe("Years from the beginning of an entry to that of its treatment"),
    atLeast: z.number().min(0).max(1).default(0).describe("So much of a place must be reached for it to be treated"),
    partly: z
      .enum(["treated", "untreated"])
      .default("treated")
      .describe("What a place is of which an unknown part is reached"),
    wanted: z.int().min(1).max(50).default(2).describe("Years before the treatment below which a place is flagged"),
    contaminated: z
      .enum(["keep", "leave-out"])
      .default("keep")
      .describe("Whether untreated places that other entries or treated neighbours touch stay as comparison"),
  }),
  gaps: "pass",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "treatment/example");
    const places = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const years = [2012, 2013, 2014, 2015, 2016];
    const rows = places.flatMap((place, at) => years.map((year) => ({ place, year, cluster: `c${at % 3}` })));
    return {
      inputs: {
        register: makeTable(
          "register",
          ["entry"],
          [
            labels("entry", ["e1", "e2", "e3", "e4"]),
            labels("cluster", ["c0", "c1", "c1", "c0"]),
            numbers("start", "year", [2013 + draw.integer(2), 2014 + draw.integer(2), 2015, Number.NaN]),
            numbers("end", "year", [Number.NaN, 2015, Number.NaN, Number.NaN]),
            numbers("announced_year", "year", [2012, Number.NaN, Number.NaN, Number.NaN]),
          ],
          { roles: { start: "start", end: "end", announced_year: "announced_year" } },
        ),
        panel: makeTable(
          "panel",
          ["place", "year"],
          [
            labels(
              "place",
              rows.map(({ place }) => place),
            ),
            numbers(
              "year",
              "year",
              rows.map(({ year }) => year),
            ),
            labels(
              "cluster",
              rows.map(({ cluster }) => cluster),
            ),
          ],
        ),
      },
    };
  },
  worked: {
    source: {
      en: "by hand: entry p treats a in 2015 and 2016, b never; announced in 2014",
      zh: "手算：政策 p 在 2015、2016 年作用于 a，b 从未；2014 年公布",
    },
    inputs: {
      register: makeTable(
        "register",
        ["entry"],
        [
          labels("entry", ["p", "q"]),
          labels("places_reached", ["a", "b"]),
          numbers("start", "year", [2015, Number.NaN]),
          numbers("announced_year", "year", [2014, Number.NaN]),
        ],
        { roles: { start: "start", announced_year: "announced_year" } },
      ),
      panel: makeTable(
        "panel",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "a", "b", "b", "b", "b"]),
          numbers("year", "year", [2013, 2014, 2015, 2016, 2013, 2014, 2015, 2016]),
        ],
      ),
    },
    gives: {
      treatedPlaces: 1,
      cohorts: 1,
      "treatment[1].treated": 0,
      "treatment[1].anticipated": 1,
      "treatment[2].treated": 1,
      "treatment[2].first_year": 2015,
      "places[0].before": 2,
    },
  },
  run: ({ register, panel, neighbours }, options) => treatment(register, panel, options, neighbours),
  scalars: {
    treatedPlaces: { title: { en: "Places treated", zh: "受处理地区数" }, unit: "1" },
    cohorts: { title: { en: "Cohorts", zh: "处理批次" }, unit: "1" },
  },
  tables: (result, { panel }) => {
    if (panel.outcome === undefined) return treatmentTables(result);
    const values = new Map(panel.place.map((place, at) => [`${place}\n${panel.year[at]}`, panel.outcome?.[at]]));
    return treatmentTables(result, {
      unit: panel.units.outcome ?? "1",
      title: panel.titles.outcome ?? { en: "outcome", zh: "结果变量" },
      of: (place, year) => values.get(`${place}\n${year}`) ?? Number.NaN,
    });
  },
  views: [
    {
      kind: "heatmap",
      table: "treatment",
      row: "place",
      column: "year",
      value: "entries",
      scale: "sequential",
      title: { en: "Policies in force by place and year", zh: "各地逐年有效政策数" },
    },
  ],
  findings: ({ treatedPlaces, cohorts, places, flags, leftOut }) => {
    const findings: Finding[] = [
      {
        text: {
          en: "{treated} of {n} places {treated, plural, one {is} other {are}} treated, in {cohorts, plural, one {# cohort} other {# cohorts}}{out, plural, =0 {} one {; # is left out of the comparison} other {; # are left out of the comparison}}.",
          zh: "{n} 个地区中 {treated} 个受处理，分 {cohorts} 批{out, plural, =0 {} other {；另有 # 个不作对照}}。",
        },
        values: { treated: treatedPlaces, n: places.length, cohorts, out: leftOut.length },
      },
    ];
    for (const { flag } of flags.filter((each) => severe.includes(each.flag))) {
      findings.push({
        text: { en: `Beware: ${flagWords[flag].en}.`, zh: `当心：${flagWords[flag].zh}。` },
        values: {},
      });
    }
    return findings;
  },
});
