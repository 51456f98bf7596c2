import { aligned } from "../contract/aligned.ts";
import { distinct, repeated } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import { type CompressedRows, compressedRows, rowStandardised } from "../numeric/compressed-rows.ts";

export interface WeightEdges {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** 1 for every edge if left out. */
  readonly value?: ArrayLike<number> | undefined;
}

/** `given`: the values as they are; `binary`: 1 for every edge; `row`: divided by the sum over the place's neighbours. */
export type WeightStyle = "given" | "binary" | "row";

export const weightStyles = {
  title: { en: "Weights", zh: "权重" },
  choices: {
    given: { en: "as given", zh: "按给定值" },
    binary: { en: "all 1", zh: "0-1 权重" },
    row: { en: "rows add up to 1", zh: "行标准化" },
  },
};

/** Places with a value and at least one edge, and the weights among them. */
export interface Neighbourhood {
  readonly place: readonly string[];
  readonly value: Float64Array;
  readonly weights: CompressedRows;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
}

/**
 * Lays the edges over the places. Edges that name other places are left out, those other places named and counted; a
 * place touched by no edge is an island, left out and named; an edge of a place to itself is left out. Weights below 0
 * are refused, a weight of 0 is no edge.
 */
export function neighbourhood(
  method: string,
  cities: { readonly place: readonly string[]; readonly value: ArrayLike<number> },
  edges: WeightEdges,
  style: WeightStyle,
): Neighbourhood {
  aligned(method, { place: cities.place, value: cities.value });
  aligned(method, { from: edges.from, to: edges.to, value: edges.value });
  distinct(method, cities.place);
  const n = cities.place.length;
  const position = new Map(cities.place.map((name, at) => [name, at]));
  const unknown = new Map<string, number>();
  const own: string[] = [];
  const kept: { from: number; to: number; weight: number }[] = [];
  const cells = new Set<number>();
  edges.from.forEach((name, at) => {
    const other = edges.to[at] as string;
    const weight = edges.value === undefined ? 1 : (edges.value[at] as number);
    if (!(weight >= 0)) refuseWeight(method, name, other, weight);
    const [from, to] = [position.get(name), position.get(other)];
    for (const each of new Set([name, other])) {
      if (!position.has(each)) unknown.set(each, (unknown.get(each) ?? 0) + 1);
    }
    if (from === undefined || to === undefined) return;
    if (from === to) own.push(name);
    else if (weight > 0) {
      if (cells.has(from * n + to)) throw repeated(method, `${name} ${other}`);
      cells.add(from * n + to);
      kept.push({ from, to, weight: style === "binary" ? 1 : weight });
    }
  });
  const touched = new Set<number>();
  for (const { from, to } of kept) touched.add(from).add(to);
  if (touched.size === 0) refuseNoEdges(method, unknown.size);
  const used = cities.place.flatMap((_, at) => (touched.has(at) ? [at] : []));
  const renumbered = new Map(used.map((at, now) => [at, now]));
  const rows = compressedRows(
    used.length,
    kept.map(({ from }) => renumbered.get(from) as number),
    kept.map(({ to }) => renumbered.get(to) as number),
    kept.map(({ weight }) => weight),
  );
  return {
    place: used.map((at) => cities.place[at] as string),
    value: Float64Array.from(used, (at) => cities.value[at] as number),
    weights: style === "row" ? rowStandardised(rows) : rows,
    dropped: [...strangers(unknown), ...selfEdges(own), ...islands(cities.place, touched)],
    warnings: [...oneWayOnly(kept, cells, n), ...(style === "given" && unknown.size > 0 ? rowsCutShort(edges) : [])],
  };
}

function strangers(unknown: ReadonlyMap<string, number>): Dropped[] {
  return [...unknown].map(([row, edges]) => ({
    input: "weights",
    row,
    reason: {
      en: `not among the places with a value: ${edges} of its edges left out`,
      zh: `不在有取值的地区之列：略去其 ${edges} 条边`,
    },
  }));
}

function selfEdges(places: readonly string[]): Dropped[] {
  return places.map((name) => ({
    input: "weights",
    row: `${name} ${name}`,
    reason: { en: "a place is not its own neighbour", zh: "地区不能与自身相邻" },
  }));
}

function islands(places: readonly string[], touched: ReadonlySet<number>): Dropped[] {
  return places.flatMap((row, at) =>
    touched.has(at)
      ? []
      : [{ input: "cities", row, reason: { en: "island: no edge touches it", zh: "孤岛：没有任何邻居" } }],
  );
}

/** Borders listed once a pair look like this; row sums then count half of the neighbours. */
function oneWayOnly(edges: readonly { from: number; to: number }[], cells: ReadonlySet<number>, n: number): Warning[] {
  if (edges.some(({ from, to }) => cells.has(to * n + from))) return [];
  return [
    {
      code: "one-way-only",
      text: {
        en: "every pair of the weights is listed in one direction only: borders must be mirrored first (spatial/weights does it)",
        zh: "权重中每对地区只列出一个方向：若为边界，应先补全为双向（spatial/weights 可完成）",
      },
    },
  ];
}

/** Rows that added up to 1 no longer do once neighbours are left out. */
function rowsCutShort({ from, value }: WeightEdges): Warning[] {
  const sums = new Map<string, number>();
  from.forEach((name, at) => {
    sums.set(name, (sums.get(name) ?? 0) + (value?.[at] ?? 1));
  });
  if (![...sums.values()].every((sum) => Math.abs(sum - 1) < 1e-9)) return [];
  return [
    {
      code: "rows-cut-short",
      text: {
        en: "rows of the given weights added up to 1, and some no longer do as neighbours without a value were left out: style row standardises again",
        zh: "给定权重原已行标准化，略去无取值的邻居后部分行之和不再为 1：可将 style 设为 row 重新标准化",
      },
    },
  ];
}

function refuseWeight(method: string, from: string, to: string, weight: number): never {
  throw new InputError({
    code: "weight-negative",
    text: {
      en: `${method}: weight from ${from} to ${to} is ${weight}, expected at least 0`,
      zh: `${method}：${from} 至 ${to} 的权重为 ${weight}，应不小于 0`,
    },
  });
}

function refuseNoEdges(method: string, strangers: number): never {
  throw new InputError({
    code: "no-edges",
    text: {
      en: `${method}: weights have no edge between two of the places (${strangers} other places are named), expected at least one`,
      zh: `${method}：权重中没有连接所给地区的边（另有 ${strangers} 个未知地区），至少应有一条`,
    },
  });
}
