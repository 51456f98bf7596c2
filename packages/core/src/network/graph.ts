import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import { type CompressedRows, compressedRows } from "../numeric/compressed-rows.ts";

/** `strength`: more is closer, a path costs 1 / value; `cost`: more is farther; `none`: every link counts 1. */
export type LinkMeaning = "strength" | "cost" | "none";

export interface Links {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value?: ArrayLike<number> | undefined;
}

/** A network on compressed rows: `strength` and `cost` hold the same links; an undirected one holds each link both ways. */
export interface Graph {
  readonly place: readonly string[];
  readonly strength: CompressedRows;
  readonly cost: CompressedRows;
  readonly directed: boolean;
  readonly dropped: readonly Dropped[];
}

export interface GraphOptions {
  readonly directed: boolean;
  readonly weight: LinkMeaning;
  /** One value for an undirected pair that is given both ways. */
  readonly bothWays: "mean" | "sum" | "max";
}

/**
 * Reads links as a network. Without a list of places, those that a link names. Links to other places, of a place to
 * itself, or of strength 0 are left out and named; values below 0 and costs of 0 are refused.
 */
export function graphOf(
  method: string,
  links: Links,
  places: readonly string[] | undefined,
  options: GraphOptions,
): Graph {
  const place = places ?? [...new Set([...links.from, ...links.to])].sort();
  const position = new Map(place.map((name, at) => [name, at]));
  const dropped: Dropped[] = [];
  const found = new Map<number, { from: number; to: number; values: number[] }>();
  links.from.forEach((name, at) => {
    const other = links.to[at] as string;
    const value = options.weight === "none" || links.value === undefined ? 1 : (links.value[at] as number);
    const [a, b] = [position.get(name), position.get(other)];
    const leaveOut = (en: string, zh: string) =>
      dropped.push({ input: "links", row: `${name} ${other}`, reason: { en, zh } });
    if (a === undefined || b === undefined) {
      const unknown = a === undefined ? name : other;
      leaveOut(`${unknown} is not among the places`, `${unknown} 不在地区之列`);
    } else if (a === b) leaveOut("a link of a place to itself", "地区与自身的连接");
    else if (value === 0 && options.weight === "strength") leaveOut("strength 0 is no link", "强度为 0，不构成连接");
    else if (!(value > 0)) refuseValue(method, name, other, value, options.weight);
    else {
      const [from, to] = options.directed || a < b ? [a, b] : [b, a];
      const cell = from * place.length + to;
      const link = found.get(cell) ?? { from, to, values: [] };
      link.values.push(value);
      found.set(cell, link);
    }
  });
  const single = [...found.values()].map(({ from, to, values }) => ({
    from,
    to,
    value: combined(values, options.bothWays),
  }));
  const arcs = options.directed
    ? single
    : single.flatMap(({ from, to, value }) => [
        { from, to, value },
        { from: to, to: from, value },
      ]);
  const inverse = options.weight === "cost";
  const rows = compressedRows(
    place.length,
    arcs.map(({ from }) => from),
    arcs.map(({ to }) => to),
    arcs.map(({ value }) => value),
  );
  const inverted = { ...rows, values: rows.values.map((value) => 1 / value) };
  return {
    place,
    strength: inverse ? inverted : rows,
    cost: inverse ? rows : inverted,
    directed: options.directed,
    dropped,
  };
}

function combined(values: readonly number[], how: GraphOptions["bothWays"]): number {
  if (how === "max") return Math.max(...values);
  const total = values.reduce((a, b) => a + b);
  return how === "sum" ? total : total / values.length;
}

function refuseValue(method: string, from: string, to: string, value: number, weight: LinkMeaning): never {
  const bound = weight === "cost" ? ["more than 0", "大于 0"] : ["at least 0", "不小于 0"];
  throw new InputError({
    code: "link-value",
    text: {
      en: `${method}: value from ${from} to ${to} is ${value}, expected ${bound[0]} for a ${weight}`,
      zh: `${method}：${from} 至 ${to} 的取值为 ${value}，作为 ${weight} 应${bound[1]}`,
    },
  });
}
