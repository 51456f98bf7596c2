import type { MethodResult } from "../../contract/invoke.ts";
import { groupsOf } from "../groups.ts";
import { planStudy } from "../plan.ts";
import type { StudyPorts } from "../ports.ts";
import { type AnalysisOutcome, runPlan, type StudyRun } from "../run.ts";
import { changedFactors, lacksMembers } from "./changed-factors.ts";
import { type DatasetDifference, datasetDifferences } from "./dataset-differences.ts";
import { type Edition, type OpenEdition, openEdition } from "./editions.ts";
import { toNumber, unitsOf } from "./exact-number.ts";
import { allOf, type Factor, factors, type Sides } from "./factors.ts";
import { type HeadlineNumber, type HeadlineNumbers, headlinesOf } from "./headlines.ts";
import { hybridStudy } from "./hybrid-study.ts";
import { mixTables } from "./mix-tables.ts";
import { type Part, partsInOrder, shapleyParts } from "./shares.ts";
import { addsUp, type ShownSplit, shownSplit } from "./shown-split.ts";
import {
  type EntryDifference,
  type MemberDifferences,
  memberDifferences,
  studyDifferences,
} from "./study-differences.ts";

/** One headline number of both editions, and what made it change. */
export interface SplitNumber extends Omit<HeadlineNumber, "value" | "year"> {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly years?: readonly [number, number];
  readonly parts: readonly SplitPart[];
  /** As printed: the parts add up to the change digit for digit. */
  readonly shown: ShownSplit;
}
export interface SplitPart {
  /** More than one where they could not be swapped apart. */
  readonly factors: readonly (Factor | "program")[];
  /** The mean over all orders of swaps. */
  readonly value: number;
  /** In the declared order. */
  readonly inOrder: number;
}

export interface Comparison {
  readonly changed: readonly Factor[];
  /** Combinations of the two editions that were run, the editions themselves included. */
  readonly runs: number;
  readonly numbers: readonly SplitNumber[];
  /** Headline numbers that are the same in both. */
  readonly unchanged: number;
  /** Numbers, analyses and places that one edition alone has. */
  readonly onlyBefore: readonly HeadlineNumber[];
  readonly onlyAfter: readonly HeadlineNumber[];
  readonly entries: readonly EntryDifference[];
  readonly datasets: readonly DatasetDifference[];
  readonly members: MemberDifferences;
  readonly a: StudyRun;
  readonly b: StudyRun;
}

export interface CompareHooks {
  readonly progress?: (done: number, total: number) => void;
}

/** Runs both editions and every combination of them, and splits the change of each headline number. */
export async function compareEditions(first: Edition, second: Edition, hooks: CompareHooks = {}): Promise<Comparison> {
  const [a, b] = [await openEdition(first), await openEdition(second)];
  const changed = changedFactors(a, b);
  const total = 2 ** changed.length;
  const [before, after] = [await runAs(a, b, allOf("a")), await runAs(a, b, allOf("b"))];
  if (before === undefined || after === undefined) throw new Error("an edition that was checked cannot be planned");
  hooks.progress?.(2, total);
  const runs = new Map<string, RunNumbers>();
  const keyOf = (swapped: ReadonlySet<Factor>) => changed.filter((factor) => swapped.has(factor)).join();
  for (let mask = 0; mask < total; mask += 1) {
    const swapped = new Set(changed.filter((_, at) => mask & (1 << at)));
    const isEnd = mask === 0 || mask === total - 1;
    const run = isEnd ? (mask === 0 ? before : after) : await runAs(a, b, sidesOf(swapped));
    if (run !== undefined) runs.set(keyOf(swapped), headlinesIn(run));
    hooks.progress?.(Math.min(total, mask + 1), total);
  }
  const [own, other] = [recordedOr(a, before), recordedOr(b, after)];
  const numbers: SplitNumber[] = [];
  let unchanged = 0;
  for (const [analysis, headlines] of own) {
    for (const [id, headline] of headlines) {
      const now = other.get(analysis)?.get(id);
      if (now === undefined) continue;
      const valueAt = (swapped: ReadonlySet<Factor>) => runs.get(keyOf(swapped))?.get(analysis)?.get(id)?.value;
      if (headline.value === now.value) unchanged += 1;
      else numbers.push(split(headline, now, changed, valueAt));
    }
  }
  return {
    changed,
    runs: runs.size,
    numbers,
    unchanged,
    onlyBefore: missing(own, other),
    onlyAfter: missing(other, own),
    entries: studyDifferences(a.study, b.study),
    datasets: datasetDifferences(a, b),
    members: memberDifferences(a, b),
    a: before,
    b: after,
  };
}

/** Ranks and counts are whole, what each factor does to them is not. */
const ofCounts = 2;

type RunNumbers = ReadonlyMap<string, HeadlineNumbers>;

function split(
  headline: HeadlineNumber,
  now: HeadlineNumber,
  changed: readonly Factor[],
  valueAt: (swapped: ReadonlySet<Factor>) => number | undefined,
): SplitNumber {
  const { value: before, year, ...what } = headline;
  const after = now.value;
  const [from, to] = [valueAt(new Set()), valueAt(new Set(changed))];
  const isSwapped = from !== undefined && to !== undefined;
  const parts = isSwapped ? shapleyParts(changed, valueAt) : [];
  const inOrder = isSwapped
    ? partsInOrder(
        parts.map((part) => part.factors),
        valueAt,
      )
    : [];
  // what this build gives is not what was recorded; where it gives nothing, that is all there is to say
  const swapped = isSwapped ? unitsOf(to) - unitsOf(from) : 0n;
  const program = unitsOf(after) - unitsOf(before) - swapped;
  const all: { factors: readonly (Factor | "program")[]; exact: Part["exact"]; ordered: Part["exact"] }[] = parts.map(
    (part, at) => ({ ...part, ordered: (inOrder[at] as Part).exact }),
  );
  if (program !== 0n) {
    const exact = { units: program, over: 1n };
    all.push({ factors: ["program"], exact, ordered: exact });
  }
  const exacts = all.map(({ exact }) => exact);
  if (!addsUp(before, after, exacts))
    throw new Error(`${headline.analysis}: the parts of ${headline.name} do not add up`);
  return {
    ...what,
    before,
    after,
    change: after - before,
    ...(year === undefined || now.year === undefined ? {} : { years: [year, now.year] as const }),
    parts: all.map((part) => ({ factors: part.factors, value: toNumber(part.exact), inOrder: toNumber(part.ordered) })),
    shown: shownSplit(
      before,
      after,
      exacts,
      Number.isInteger(before) && Number.isInteger(after) ? ofCounts : undefined,
    ),
  };
}

const missing = (own: RunNumbers, other: RunNumbers): HeadlineNumber[] =>
  [...own].flatMap(([analysis, headlines]) =>
    [...headlines].flatMap(([id, each]) => (other.get(analysis)?.has(id) ? [] : [each])),
  );

const sidesOf = (swapped: ReadonlySet<Factor>): Sides =>
  Object.fromEntries(factors.map((factor) => [factor, swapped.has(factor) ? "b" : "a"])) as unknown as Sides;

/** A run of the study that takes each factor from one edition; nothing where these cannot be put together. */
async function runAs(a: OpenEdition, b: OpenEdition, sides: Sides): Promise<StudyRun | undefined> {
  const from = (factor: Factor) => (sides[factor] === "a" ? a : b);
  const isEnd = factors.every((factor) => sides[factor] === sides.data);
  if (!isEnd && lacksMembers(a, b, sides)) return undefined;
  const study = isEnd ? from("data").study : hybridStudy(a.study, b.study, sides);
  const gazetteer = { places: from("data").gazetteer.places, clusters: from("cluster").gazetteer.clusters };
  const locate = (path: readonly PropertyKey[]) => ({ path: path.join(".") });
  const { groups, problems } = groupsOf(study, gazetteer, locate);
  const { plan, problems: ofPlan } = await planStudy(study, locate);
  if (problems.length + ofPlan.length > 0) return undefined;
  const [data, year] = [from("data"), from("year")];
  const ports: StudyPorts = {
    ...data.ports,
    gazetteer: async () => gazetteer,
    load: async (name, declaration) => {
      const [own, dated] = [data.tables.get(name), year.tables.get(name)];
      if (own !== undefined && dated !== undefined) return mixTables(own, dated);
      // what one edition alone has is read as that edition reads it
      const owner = [data, a, b].find(({ study: { datasets } }) => Object.hasOwn(datasets, name)) as OpenEdition;
      return owner.ports.load(name, declaration);
    },
  };
  return runPlan(plan, groups, ports);
}

function headlinesIn({ plan, outcomes }: StudyRun): RunNumbers {
  return new Map(
    plan.analyses.map(({ name, method }) => {
      const outcome = outcomes.get(name) as AnalysisOutcome;
      return [name, "result" in outcome ? headlinesOf(name, method, outcome.result) : new Map()];
    }),
  );
}

/** The numbers that an edition was published with: those of its own run where it is one, else what it gives now. */
function recordedOr({ recorded }: OpenEdition, run: StudyRun): RunNumbers {
  const here = headlinesIn(run);
  if (recorded === undefined) return here;
  return new Map(
    run.plan.analyses.map(({ name, method }) => {
      const result: MethodResult | undefined = recorded.get(name);
      return [name, result?.method === method.id ? headlinesOf(name, method, result) : (here.get(name) ?? new Map())];
    }),
  );
}
