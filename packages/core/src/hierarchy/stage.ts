/**
 * At which stage of urbanisation is a cluster of cities, and how far from the next?
 *
 *   stage   initiation < 30%, agglomeration 30 to 70%, saturation > 70%              of the formation of a city cluster
 *   phase   no synergy < 55%, complementary 55 to 65%, diversified > 65%             of Boston-Washington, as a comparison
 *
 * of the urban share of the population. They are two readings of one share and not steps of one ladder: a cluster at 60% is in
 * agglomeration, and where Boston-Washington was when its cities became complementary. Bounds are options, in percent; a
 * share on a bound belongs to the middle. The text means countries and clusters: groups are what it speaks of, and a single
 * place's stage says how urban it is, not how it works with others. Years until the next bound are a question for
 * `hierarchy/benchmark-gap`.
 *
 * Takes either `share` (its unit is read) or `urban` and `population`, people in any unit. A group's share is the urban
 * people over all people where there is a population (as weights beside `share`), and the plain mean of its places' shares
 * where there is none, with a warning. `population: registered` counts by household register, which understates the urban
 * share: with a warning. Shares must lie between 0 and 1. Rows with a gap are dropped and counted.
 *
 * @example stage({ place: ["a", "b"], share: [0.6, 0.8] }).places[0] // stage "agglomeration", phase "complementary"
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { type Sampled, samples } from "./samples.ts";
import { placesInGroups } from "./sized-example.ts";
import { plainMean, refuseFalling, refuseOutside, registeredWarning, urbanShares } from "./stage-figures.ts";
import { stageFindings } from "./stage-findings.ts";
import { phaseStandard, type StepStandard, stageStandard, stepOf, toNext, type UrbanStep } from "./stage-standards.ts";
import { stageTables } from "./stage-tables.ts";

export interface Staged {
  /** Of the urban population, in percent. */
  readonly percent: number;
  readonly stage: UrbanStep;
  readonly phase: UrbanStep;
  /** Percentage points; `NaN` in the last one. */
  readonly toNextStage: number;
  readonly toNextPhase: number;
}

export interface StagedPlace extends Staged, Sampled {}

export interface StagedGroup extends Staged {
  readonly group: string;
  readonly year: number | undefined;
  readonly places: number;
}

export interface StepCount {
  readonly group: string;
  readonly year: number | undefined;
  readonly step: UrbanStep;
  readonly places: number;
}

export interface StageResult extends Outcome {
  readonly places: readonly StagedPlace[];
  readonly groups: readonly StagedGroup[];
  readonly stages: readonly StepCount[];
  readonly phases: readonly StepCount[];
}

export interface StageInput {
  readonly place: readonly string[];
  /** Between 0 and 1. */
  readonly share: ArrayLike<number>;
  /** Weights of the places of a group. */
  readonly population?: ArrayLike<number> | undefined;
  readonly group?: readonly string[] | undefined;
  readonly year?: ArrayLike<number> | undefined;
}

export interface StageOptions {
  /** Percent of the population: below the first, between, above the second. */
  readonly stages?: readonly [number, number];
  readonly phases?: readonly [number, number];
  readonly population?: "resident" | "registered";
}

export function stage(
  { place, share, population, group, year }: StageInput,
  { stages = stageStandard.bounds, phases = phaseStandard.bounds, population: counted = "resident" }: StageOptions = {},
): StageResult {
  aligned("stage", { place, share, population, group, year });
  refuseFalling("stages", stages);
  refuseFalling("phases", phases);
  const staged = (percent: number): Staged => ({
    percent,
    stage: stepOf(percent, stageStandard, stages),
    phase: stepOf(percent, phaseStandard, phases),
    toNextStage: toNext(percent, stages),
    toNextPhase: toNext(percent, phases),
  });
  const rows = place.map((name, at) => {
    const row = { place: name, year: year?.[at], group: group?.[at] ?? "" };
    const [own, people] = [share[at] as number, population?.[at] ?? 1];
    refuseOutside(row, own, people);
    return { ...row, people, ...staged(100 * own) };
  });
  const found = samples(rows);
  const groups = found.map((sample): StagedGroup => {
    const first = sample[0] as StagedPlace;
    const people = sample.reduce((sum, row) => sum + row.people, 0);
    const urban = sample.reduce((sum, row) => sum + row.people * row.percent, 0);
    return { group: first.group, year: first.year, places: sample.length, ...staged(urban / people) };
  });
  const counts = (standard: StepStandard, pick: (row: StagedPlace) => UrbanStep) =>
    found.flatMap((sample) => {
      const first = sample[0] as StagedPlace;
      return standard.steps.map((step): StepCount => {
        const members = sample.filter((row) => pick(row).id === step.id);
        return { group: first.group, year: first.year, step, places: members.length };
      });
    });
  return {
    places: rows.map(({ people: _, ...row }) => row),
    groups,
    stages: counts(stageStandard, (row) => row.stage),
    phases: counts(phaseStandard, (row) => row.phase),
    n: rows.length,
    warnings: [
      ...(population === undefined && groups.some(({ places }) => places > 1) ? [plainMean] : []),
      ...(counted === "registered" ? [registeredWarning] : []),
    ],
    convention: {
      population: counted,
      boundary: "middle",
      weight: population === undefined ? "equal" : "given",
      stages: stages.join(" / "),
      phases: phases.join(" / "),
    },
  };
}

export default defineMethod({
  id: "hierarchy/stage",
  version: 1,
  title: { en: "Stage of development of a city cluster", zh: "城市群发展阶段" },
  question: {
    en: "At which stage of urbanisation is a cluster of cities, and how far from the next?",
    zh: "城市群处于城镇化的哪个阶段？距下一阶段还有多远？",
  },
  formula: "u = U / P:  u < 30%, 30–70%, > 70%;  u < 55%, 55–65%, > 65%",
  where: {
    en: "U: urban population; P: population; the bounds are those of stages, then those of phases",
    zh: "U：城镇人口；P：总人口；前一组为城镇化阶段的界限，后一组为细分阶段的界限",
  },
  cites: [
    {
      text: "Zhou, Y., Lin, V. and Yu, D. (2017). Synergistic Development in the Beijing-Tianjin-Hebei Region: An International Comparative Perspective. Boston Consulting Group and China Development Research Foundation. Section 3, Exhibits 3 and 4.",
      checked: "opened",
    },
  ],
  conventions: {
    population: {
      title: { en: "Population counted", zh: "人口口径" },
      choices: { resident: { en: "resident", zh: "常住人口" }, registered: { en: "registered", zh: "户籍人口" } },
    },
    boundary: {
      title: { en: "A share exactly on a bound", zh: "恰在界限上的比重" },
      choices: { middle: { en: "belongs to the middle one", zh: "归入中间阶段" } },
    },
    weight: {
      title: { en: "Share of a group", zh: "组的比重" },
      choices: {
        given: { en: "urban people over all people", zh: "城镇人口合计除以人口合计" },
        equal: { en: "mean of the places' shares", zh: "各地比重的简单平均" },
      },
    },
    stages: { title: { en: "Bounds of the stages, percent", zh: "阶段界限（%）" }, choices: {} },
    phases: { title: { en: "Bounds of the phases, percent", zh: "协同阶段界限（%）" }, choices: {} },
  },
  means: {
    share: { en: "urban share of the population", zh: "城镇人口比重" },
    urban: { en: "urban people, where no share is given", zh: "城镇人口（未给比重时）" },
    population: { en: "all people, to weigh places in a group", zh: "总人口，用于组内加权" },
  },
  pitfalls: [
    {
      en: "The two readings are no steps of one ladder, and speak of clusters rather than of single cities.",
      zh: "两种划分并非同一阶梯的先后，所述对象是城市群而非单个城市。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      share: number.optional,
      urban: number.optional,
      population: number.optional,
      year: number.optional,
      group: label.optional,
    }),
  },
  options: z.strictObject({
    stages: z.array(z.number().min(0).max(100)).length(2).default([30, 70]),
    phases: z.array(z.number().min(0).max(100)).length(2).default([55, 65]),
    population: z.enum(["resident", "registered"]).default("resident"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "stage/example");
    const places = Array.from({ length: size });
    const columns = [
      ...placesInGroups(size),
      numbers(
        "share",
        "percent",
        places.map(() => 20 + 75 * draw.uniform()),
      ),
      numbers(
        "population",
        "person",
        places.map(() => Math.exp(12 + draw.exponential())),
      ),
    ];
    return { inputs: { data: makeTable("data", ["place"], columns) } };
  },
  worked: {
    source: {
      en: "by hand: 60% of 100 and 80% of 200 people, together 220 of 300; 10 points short of 70%, 5 of 65%",
      zh: "手算：100 人的 60% 与 200 人的 80%，合计 300 人中 220 人；距 70% 差 10 个百分点，距 65% 差 5 个",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b"]),
          numbers("share", "percent", [60, 80]),
          numbers("population", "person", [100, 200]),
        ],
      ),
    },
    gives: {
      "places[0].percent": 60,
      "places[0].to_next_stage": 10,
      "places[0].to_next_phase": 5,
      "groups[0].percent": 220 / 3,
      "stages[1].places": 1,
      "phases[2].places": 1,
    },
  },
  run: ({ data }, { stages, phases, population: counted }) => {
    const { place, group, year, population } = data;
    return stage(
      { place, share: urbanShares(data), population, group, year },
      { stages: stages as [number, number], phases: phases as [number, number], population: counted },
    );
  },
  scalars: {},
  tables: stageTables,
  views: [
    {
      kind: "bars",
      table: "stages",
      category: "step",
      order: "as-listed",
      value: "places",
      group: "group",
      title: { en: "Places by stage of a city cluster", zh: "各发展阶段的地区数" },
    },
    {
      kind: "bars",
      table: "phases",
      category: "step",
      order: "as-listed",
      value: "places",
      group: "group",
      title: { en: "Places by phase of synergy, after Boston-Washington", zh: "各协同阶段的地区数（以波士华为参照）" },
    },
    {
      kind: "dots",
      table: "places",
      place: "place",
      value: "percent",
      group: "group",
      title: { en: "Urban share of the population", zh: "城镇人口比重" },
    },
  ],
  findings: ({ groups }) => stageFindings(groups),
  trace: (cell, tables) => {
    const found = tables.find(({ name }) => name === cell.table);
    const value = (name: string) => found?.columns.find((column) => column.name === name)?.values[cell.row];
    const [place, group, year] = [value("place"), value("group"), value("year")];
    const when = typeof year === "number" ? { year: [year] } : {};
    if (cell.table === "places") return [{ input: "data", where: { place: [String(place)], ...when } }];
    return [{ input: "data", where: { ...(group === "" ? {} : { group: [String(group)] }), ...when } }];
  },
});
