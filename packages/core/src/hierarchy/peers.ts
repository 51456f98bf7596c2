/**
 * Which places are most like a place, and in what are they alike or not?
 *
 *   d_ij = sqrt( sum_k w_k (z_ik - z_jk)^2 / sum_k w_k )            contribution_k = w_k (z_ik - z_jk)^2 / sum
 *
 * z are the indicators without their units: standard deviations (over n) from the mean of all places of that year, shares of
 * the range (`min-max`) or mid-ranks; with z a distance of 1 is one standard deviation in each indicator. Contributions say
 * why a pair is apart: they add up to 1. Indicators that say one thing twice count twice: weigh them down with `weights`, by
 * name (1 unless given). Of indicators spread over orders of magnitude take logarithms first, or ranks.
 *
 * Each year stands for itself. `among` keeps peers to the place's own group or to the others, such as other clusters. Pairs
 * are compared over the indicators that both have figures for, if these carry at least `minimumShare` of the weights; a place
 * that has too few in common with all others has no peers, with a warning. A constant indicator tells nobody apart, also with
 * a warning. Places at one distance stand in the order of their labels.
 *
 * @example peers({ place: ["a", "b", "c"], indicators: [{ name: "x", unit: "1", values: Float64Array.of(1, 2, 6) }] })
 *   .peers[0]?.peer // "b"
 */
import { z } from "zod";
import { aligned, distinctYears } from "../contract/aligned.ts";
import { distinct } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import { refuseUnknown } from "../contract/known-names.ts";
import { defineMethod, type Origin, type Outcome } from "../contract/method.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { arrange } from "../structure/arrange.ts";
import { exampleIndicators } from "./example-indicators.ts";
import {
  type Difference,
  differencesOf,
  distancesAmong,
  nearestOf,
  type PairDistance,
  pairDistance,
  type Standard,
  standardised,
} from "./peer-distances.ts";
import { peersFindings } from "./peers-findings.ts";
import { peersTables } from "./peers-tables.ts";
import { peersWarnings } from "./peers-warnings.ts";
import type { IndicatorPlaces } from "./places-by-indicator.ts";
import { compare, type Sampled, samples } from "./samples.ts";

export interface Peer extends Sampled, PairDistance {
  readonly rank: number;
  readonly peer: string;
  readonly peerGroup: string;
  readonly differences: readonly Difference[];
  /** Rows of the two in the data. */
  readonly rows: readonly [number, number];
}

/** Of every pair of a year, both ways. */
export interface PeerDistances {
  readonly place: readonly string[];
  readonly other: readonly string[];
  readonly year: Float64Array | undefined;
  readonly distance: Float64Array;
  /** 1 / (1 + distance). */
  readonly likeness: Float64Array;
}

export interface PeerPosition {
  readonly place: string;
  readonly position: number;
  readonly block: number;
}

export interface PeersResult extends Outcome {
  readonly peers: readonly Peer[];
  readonly distances: PeerDistances;
  /** Of the last year. */
  readonly order: readonly PeerPosition[];
}

export interface PeersOptions {
  /** How many peers each place gets. */
  readonly count?: number;
  /** The places that peers are wanted of; all unless named. */
  readonly of?: readonly string[] | undefined;
  readonly among?: "all" | "own-group" | "other-groups";
  readonly standard?: Standard;
  readonly weights?: Readonly<Record<string, number>>;
  readonly minimumShare?: number;
}

interface Row extends Sampled {
  readonly at: number;
}

export function peers(
  { place, indicators, group, year }: IndicatorPlaces,
  { count = 5, of, among = "all", standard = "z", weights = {}, minimumShare = 0.5 }: PeersOptions = {},
): PeersResult {
  aligned("peers", { place, group, year }, indicators);
  if (year === undefined) distinct("peers", place);
  else distinctYears("peers", place, year);
  refuseUnknown("peers", "of", of ?? [], place);
  refuseUnknown(
    "peers",
    "weights",
    Object.keys(weights),
    indicators.map(({ name }) => name),
  );
  if (indicators.length === 0) refuseNoIndicators();
  const weighed = indicators.map(({ name }) => weights[name] ?? 1);
  const wanted = of === undefined ? undefined : new Set(of);
  const rows = place.map((name, at): Row => ({ place: name, year: year?.[at], group: group?.[at] ?? "", at }));
  const byYear = samples(rows.map((row) => ({ ...row, group: "" })));
  const constant = new Set<NamedNumbers>();
  const found: Peer[] = [];
  const distances = emptyDistances(byYear, year !== undefined);
  let filled = 0;
  let order: PeerPosition[] = [];
  for (const sample of byYear) {
    const own = sample.map(({ at }) => rows[at] as Row).sort((a, b) => compare(a.place, b.place));
    const columns = indicators.map((indicator) => columnOf(indicator, own, standard, constant));
    const n = own.length;
    const between = distancesAmong(columns, n, weighed, minimumShare);
    const likeness = between.map((distance) => 1 / (1 + distance));
    own.forEach((row, i) => {
      for (const [j, other] of own.entries()) {
        if (i === j) continue;
        distances.place[filled] = row.place;
        distances.other[filled] = other.place;
        if (distances.year !== undefined) distances.year[filled] = row.year as number;
        distances.distance[filled] = between[i * n + j] as number;
        distances.likeness[filled] = likeness[i * n + j] as number;
        filled += 1;
      }
      if (wanted !== undefined && !wanted.has(row.place)) return;
      const fits = own.flatMap((other, j) => {
        return i !== j && (among === "all" || (among === "own-group") === (row.group === other.group)) ? [j] : [];
      });
      nearestOf(fits, between.subarray(i * n, (i + 1) * n), count).forEach((j, index) => {
        const other = own[j] as Row;
        const which = { rank: index + 1, peer: other.place, peerGroup: other.group };
        const pair = pairDistance(columns, i, j, weighed, minimumShare);
        const differences = differencesOf(columns, i, j, weighed);
        found.push({ ...seen(row), ...which, rows: [row.at, other.at], ...pair, differences });
      });
    });
    const arrangement = arrange(likeness, n, "median");
    order = arrangement.order.map((at, position) => ({
      place: (own[at] as Row).place,
      position: position + 1,
      block: arrangement.block[at] as number,
    }));
  }
  return {
    peers: found,
    distances,
    order,
    n: rows.length,
    warnings: peersWarnings({ rows, wanted, peers: found, constant, indicators: indicators.length }),
    convention: {
      standard,
      among,
      weights: Object.keys(weights).length === 0 ? "equal" : "given",
      distance: "root-mean-square",
    },
  };
}

function emptyDistances(byYear: readonly { length: number }[], hasYears: boolean) {
  const pairs = byYear.reduce((sum, { length }) => sum + length * (length - 1), 0);
  return {
    place: new Array<string>(pairs),
    other: new Array<string>(pairs),
    year: hasYears ? new Float64Array(pairs) : undefined,
    distance: new Float64Array(pairs),
    likeness: new Float64Array(pairs),
  };
}

const seen = ({ place, year, group }: Row): Sampled => ({ place, year, group });

function columnOf(
  indicator: NamedNumbers,
  rows: readonly Row[],
  how: Standard,
  constant: Set<NamedNumbers>,
): Float64Array {
  const column = standardised(
    rows.map(({ at }) => indicator.values[at] as number),
    how,
  );
  if (rows.length > 1 && column.every((value) => value === 0 || Number.isNaN(value))) constant.add(indicator);
  return column;
}

function refuseNoIndicators(): never {
  throw new InputError({
    code: "no-indicators",
    text: { en: "peers: the data have no indicators, expected at least one", zh: "peers：数据没有指标，至少应有一个" },
  });
}

export default defineMethod({
  id: "hierarchy/peers",
  version: 1,
  title: { en: "Nearest peers", zh: "最相近的对标地区" },
  question: {
    en: "Which places are most like a place, and in what are they alike or not?",
    zh: "哪些地区与某地最相近？在哪些方面相近、哪些方面不同？",
  },
  formula: "dᵢⱼ = √(Σₖ wₖ (zᵢₖ − zⱼₖ)² / Σₖ wₖ)",
  where: {
    en: "z: indicators without their units; w: their weights; a contribution is one term of the sum over the sum",
    zh: "z：标准化后的指标；w：权重；贡献为和式中的一项除以总和",
  },
  cites: [
    {
      text: "Gower, J. C. (1971). A general coefficient of similarity and some of its properties. Biometrics 27, 857-871.",
      checked: "unverified",
    },
  ],
  conventions: {
    standard: {
      title: { en: "Indicators without units", zh: "指标标准化" },
      choices: {
        z: { en: "standard deviations over n from the mean of the year", zh: "Z 分数（当年均值，标准差除以 n）" },
        "min-max": { en: "shares of the range of the year", zh: "极差标准化（当年）" },
        rank: { en: "mid-ranks of the year", zh: "位次（当年，同值取平均）" },
      },
    },
    among: {
      title: { en: "Peers are sought among", zh: "对标范围" },
      choices: {
        all: { en: "all places", zh: "全部地区" },
        "own-group": { en: "the place's own group", zh: "本组地区" },
        "other-groups": { en: "the other groups", zh: "其他组地区" },
      },
    },
    weights: {
      title: { en: "Weights of indicators", zh: "指标权重" },
      choices: { equal: { en: "equal", zh: "等权" }, given: { en: "as given", zh: "按给定权重" } },
    },
    distance: {
      title: { en: "Distance", zh: "距离" },
      choices: {
        "root-mean-square": {
          en: "root mean square of the differences that both have",
          zh: "双方均有数据的指标差的均方根",
        },
      },
    },
  },
  means: {
    count: { en: "peers of each place", zh: "每地的同类地区数" },
    of: { en: "places whose peers are wanted; all unless said", zh: "要寻找同类的地区；缺省为全部" },
    weights: { en: "weights of the indicators by name; 1 unless said", zh: "各指标权重；缺省为 1" },
    minimumShare: {
      en: "least share of the weight that a pair must have figures for",
      zh: "两地共有指标权重的最低占比",
    },
  },
  pitfalls: [
    {
      en: "Nearness depends on the scaling of each indicator: `standard` is part of the answer.",
      zh: "远近取决于指标的标准化方式，`standard` 是结果的一部分。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.optional, group: label.optional, indicators: number.many }),
  },
  options: z.strictObject({
    count: z.int().min(1).default(5),
    of: z.array(z.string()).min(1).optional(),
    among: z.enum(["all", "own-group", "other-groups"]).default("all"),
    standard: z.enum(["z", "min-max", "rank"]).default("z"),
    weights: z.record(z.string(), z.number().positive()).default({}),
    minimumShare: z.number().min(0).max(1).default(0.5),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({ inputs: { data: exampleIndicators(seed, size, [2020]) } }),
  worked: {
    source: {
      en: "by hand: 1, 2, 6 have mean 3 and variance 14/3; 0, 3, 3 have mean 2 and variance 2: from a to b 1/(14/3) and 9/2, mean of the two",
      zh: "手算：1、2、6 的均值为 3，方差 14/3；0、3、3 的均值为 2，方差 2：a 与 b 为 1/(14/3) 与 9/2 的均值",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "km", [1, 2, 6]), numbers("y", "year", [0, 3, 3])],
        { roles: { indicators: ["x", "y"] } },
      ),
    },
    options: { count: 1 },
    gives: {
      "peers[0].distance": Math.sqrt((3 / 14 + 9 / 2) / 2),
      "why[0].contribution": 3 / 14 / (3 / 14 + 9 / 2),
      "peers[1].distance": Math.sqrt((16 * 3) / 14 / 2),
    },
  },
  run: ({ data }, options) => peers(data, options),
  scalars: {},
  tables: (result, { data }) => peersTables(result, data.indicators),
  views: [
    {
      kind: "matrix",
      table: "distances",
      row: "place",
      column: "other",
      value: "likeness",
      order: { table: "order", place: "place", position: "position", block: "block" },
    },
  ],
  findings: (result, { data }) => peersFindings(result, data.indicators),
  trace: (cell, tables) => {
    const found = tables.find(({ name }) => name === cell.table);
    const value = (name: string) => found?.columns.find((column) => column.name === name)?.values[cell.row];
    const year = value("year");
    const when = typeof year === "number" ? { year: [year] } : {};
    const figure = (of: string): Origin => {
      return { input: "data", where: { place: [String(value(of))], ...when }, columns: [String(value("indicator"))] };
    };
    if (cell.table === "why" && cell.column === "own") return [figure("place")];
    if (cell.table !== "why" || cell.column !== "theirs") return [{ input: "data", where: when }];
    // which place is the peer hangs on all of them
    const row = { place: [String(value("place"))], rank: [Number(value("rank"))], ...when };
    return [figure("peer"), { table: "peers", where: row, columns: ["distance"] }];
  },
});
