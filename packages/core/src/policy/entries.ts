import { InputError } from "../contract/errors.ts";
import type { Convention } from "../contract/method.ts";
import { label, number } from "../contract/readings.ts";
import type { Text } from "../language/text.ts";
import { several } from "../register/codes.ts";
import { codeOfCell } from "./entry-codes.ts";
import { wholeYear } from "./entry-years.ts";

/** The columns of a register that methods about policies read; a register dataset has them all under these names. */
export const entryRoles = {
  entry: label.one,
  title_en: label.optional,
  title_zh: label.optional,
  start: number.optional,
  latest: number.optional,
  end: number.optional,
  basis: label.optional,
  cluster: label.optional,
  mechanism: label.optional,
  rung: label.optional,
  instrument: label.optional,
  objective: label.optional,
} as const;

/** A register as the door hands it on; what a register lacks is not there. */
export interface RegisterInput {
  readonly entry: readonly string[];
  readonly title_en?: readonly string[] | undefined;
  readonly title_zh?: readonly string[] | undefined;
  /** First and last year that an entry may begin in: one year unless it is dated by decade. */
  readonly start?: ArrayLike<number> | undefined;
  readonly latest?: ArrayLike<number> | undefined;
  readonly end?: ArrayLike<number> | undefined;
  /** Where the date is from: a target is no beginning. */
  readonly basis?: readonly string[] | undefined;
  /** Clusters reached, parted by semicolons. */
  readonly cluster?: readonly string[] | undefined;
  readonly mechanism?: readonly string[] | undefined;
  readonly rung?: readonly string[] | undefined;
  readonly instrument?: readonly string[] | undefined;
  readonly objective?: readonly string[] | undefined;
}

/** One policy. Empty codes are "", unknown years undefined. */
export interface Entry {
  readonly entry: string;
  readonly at: number;
  readonly title: Text;
  readonly start: number | undefined;
  readonly latest: number | undefined;
  readonly end: number | undefined;
  readonly basis: string;
  readonly clusters: readonly string[];
  readonly mechanism: string;
  readonly rung: string;
  readonly instrument: string;
  readonly objectives: readonly string[];
}

/** The entries by id, each once; `at` is the row that an entry was read from. */
export function entriesOf(method: string, input: RegisterInput): Entry[] {
  const text = (column: readonly string[] | undefined, at: number) => column?.[at]?.trim() ?? "";
  const entries = input.entry.map((entry, at): Entry => {
    if (entry.trim() === "") throw nameless(method, at);
    const [en, zh] = [text(input.title_en, at), text(input.title_zh, at)];
    const year = (column: "start" | "latest" | "end") => wholeYear(method, column, entry, input[column]?.[at]);
    const code = (column: "mechanism" | "rung" | "instrument") =>
      codeOfCell(method, column, entry, text(input[column], at));
    const start = year("start");
    return {
      entry,
      at,
      title: { en: en || zh || entry, zh: zh || en || entry },
      start,
      latest: start === undefined ? undefined : (year("latest") ?? start),
      end: year("end"),
      basis: text(input.basis, at),
      clusters: several(text(input.cluster, at)),
      mechanism: code("mechanism"),
      rung: code("rung"),
      instrument: code("instrument"),
      objectives: several(text(input.objective, at)),
    };
  });
  entries.sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0));
  const ended = entries.find(({ start, end }) => start !== undefined && end !== undefined && end < start);
  if (ended !== undefined)
    throw contradicted(method, ended.entry, ["ends in", "止于", ended.end], ["begins", "始于", ended.start]);
  const backwards = entries.find(({ start, latest }) => start !== undefined && latest !== undefined && latest < start);
  if (backwards !== undefined) {
    const { entry, start, latest } = backwards;
    throw contradicted(method, entry, ["begins at the latest in", "最晚始于", latest], ["begins", "最早开始", start]);
  }
  const twice = entries.find(({ entry }, at) => entries[at - 1]?.entry === entry);
  if (twice !== undefined) throw repeatedEntry(method, twice.entry);
  return entries;
}

function nameless(method: string, at: number): InputError {
  return new InputError({
    code: "entry-missing",
    text: {
      en: `${method}: entry of row ${at + 1} is empty, expected a name`,
      zh: `${method}：第 ${at + 1} 行的 entry 为空，应有编号`,
    },
  });
}

function repeatedEntry(method: string, entry: string): InputError {
  return new InputError({
    code: "entry-repeated",
    text: {
      en: `${method}: entry ${entry} stands twice, expected once`,
      zh: `${method}：条目 ${entry} 出现两次，应只出现一次`,
    },
  });
}

type Dated = readonly [en: string, zh: string, year: number | undefined];

/** Dates of an entry of which one can not be, given the other. */
export function contradicted(method: string, entry: string, one: Dated, other: Dated): InputError {
  return new InputError({
    code: "dates-contradict",
    text: {
      en: `${method}: ${entry} ${one[0]} ${one[2]}, before it ${other[0]} in ${other[2]}`,
      zh: `${method}：${entry} ${one[1]} ${one[2]} 年，早于其${other[1]} ${other[2]} 年`,
    },
    hint: { en: "look both dates up in the source", zh: "请核对出处中的两个日期" },
  });
}

/** The year that an entry begins in, where it is known to the year; a target year is no beginning. */
export function yearOf({ start, latest, basis }: Entry): number | undefined {
  return start !== undefined && start === latest && basis !== "target" ? start : undefined;
}

/** How entries that reach more than one cluster are counted: by themselves, or with each of the clusters. */
export type Wider = "apart" | "each";

export const widerConvention = {
  title: { en: "Entries that reach several clusters", zh: "涉及多个城市群的政策" },
  choices: {
    apart: { en: "counted by themselves", zh: "单独计数" },
    each: { en: "counted with each cluster", zh: "计入各城市群" },
  },
} as const satisfies Convention;

/** Entries of several clusters, and of none of the study's. */
export const severalClusters = "several-clusters";
export const noCluster = "no-cluster";
const scopeWords: Readonly<Record<string, Text>> = {
  [severalClusters]: { en: "several clusters at once", zh: "跨城市群" },
  [noCluster]: { en: "no cluster named", zh: "未指明城市群" },
};

export function scopesOf({ clusters }: Entry, wider: Wider): readonly string[] {
  if (clusters.length === 0) return [noCluster];
  return clusters.length === 1 || wider === "each" ? clusters : [severalClusters];
}

/** The scopes that there are: clusters by name, then what is no cluster. */
export function scopesIn(entries: readonly Entry[], wider: Wider): string[] {
  const found = new Set(entries.flatMap((entry) => scopesOf(entry, wider)));
  const last = [severalClusters, noCluster];
  return [...[...found].filter((scope) => !last.includes(scope)).sort(), ...last.filter((scope) => found.has(scope))];
}

/** What a scope that is no cluster is called; clusters have names elsewhere. */
export function scopeWordsOf(scope: string): Text | undefined {
  return scopeWords[scope];
}

/** Where most policies come from: government-led or market-driven; nothing where the mechanism is not coded. */
export type Led = "government" | "market";
export const ledWords: Readonly<Record<Led, Text>> = {
  government: { en: "government-led", zh: "政府主导" },
  market: { en: "market-driven", zh: "市场驱动" },
};
export const leds: readonly Led[] = ["government", "market"];

export function ledOf(mechanism: string): Led | undefined {
  if (mechanism === "") return undefined;
  return mechanism === "market" ? "market" : "government";
}
