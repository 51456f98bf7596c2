import type { Problem } from "@conurb/core/contract";
import type { Cells, Encoding } from "@conurb/core/tables";
import { problem, refusal } from "../../refuse.ts";
import type { FileData } from "../file-data.ts";
import { sha256Bytes } from "../sha256.ts";

export interface Link {
  /** Counted from 0. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly line: number;
}

export interface Relation {
  readonly name: string | undefined;
  readonly directed: boolean;
  readonly links: readonly Link[];
}

export interface NetworkNode {
  readonly name: string;
  /** Where a drawing puts it, by coordinate: no degrees. */
  readonly place?: readonly string[];
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly relations: readonly Relation[];
  /** How many nodes, at the head of the list, are of the first of two kinds. */
  readonly firstKind?: number;
  readonly notes: readonly Problem[];
}

const shownNames = 8;

/**
 * A network as the table of its links: `from`, `to`, `value`, and `relation` where there are several. Links without direction stand once; where
 * others have one, once each way. Zeros are no links. Nodes without any link are in `nodes` alone, and a note names them.
 */
export function networkData(network: Network, bytes: Uint8Array, file: string, encoding: Encoding): FileData {
  const { nodes, relations, firstKind } = network;
  const notes = [...network.notes];
  const say = (code: Parameters<typeof problem>[0], values: Parameters<typeof problem>[1]) =>
    notes.push(problem(code, { file, ...values }, { file }));
  refuseTwice(nodes, file);
  const all = relations.flatMap((relation) => relation.links.map((link) => ({ ...link, relation })));
  const links = all.filter(({ value }) => value !== 0);
  if (links.length === 0) throw refusal("network-none", { file }, { file });
  if (links.length < all.length) say("network-zeros", { count: all.length - links.length });
  const undirected = links.filter(({ relation }) => !relation.directed);
  const both = undirected.length > 0 && undirected.length < links.length;
  if (both) say("network-both", { count: undirected.length });
  else if (undirected.length > 0) say("network-undirected", { count: undirected.length });
  const rows = links.flatMap((link) =>
    both && !link.relation.directed && link.from !== link.to
      ? [link, { ...link, from: link.to, to: link.from }]
      : [link],
  );
  const used = new Set(
    relations.filter((relation) => relation.links.some(({ value }) => value !== 0)).map(({ name }) => name),
  );
  const several = used.size > 1;
  if (several) say("network-relations", { count: used.size });
  if (firstKind !== undefined) say("network-two-mode", { first: firstKind, second: nodes.length - firstKind });
  const repeated = countRepeated(
    rows.map(({ from, to, relation }) => {
      const ends = both || relation.directed ? [from, to] : [Math.min(from, to), Math.max(from, to)];
      return `${ends.join(" ")} ${several ? (relation.name ?? "") : ""}`;
    }),
  );
  if (repeated > 0) say("network-repeated", { count: repeated });
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const isolated = nodes.flatMap(({ name }, at) => (linked.has(at) ? [] : [name]));
  if (isolated.length > 0) {
    const names = isolated.slice(0, shownNames).join(", ") + (isolated.length > shownNames ? ", …" : "");
    say("network-isolated", { count: isolated.length, names });
  }
  const sha256 = sha256Bytes(bytes);
  const nameOf = (at: number) => (nodes[at] as NetworkNode).name;
  const cells: Cells = {
    file,
    sha256,
    rows: [
      ["from", "to", "value", ...(several ? ["relation"] : [])],
      ...rows.map(({ from, to, value, relation }) => [
        nameOf(from),
        nameOf(to),
        String(value),
        ...(several ? [relation.name ?? ""] : []),
      ]),
    ],
    lines: Uint32Array.from([0, ...rows.map(({ line }) => line)]),
    kinds: ["label", "label", "number", ...(several ? ["label" as const] : [])],
  };
  return { cells, encoding, notes, nodes: nodeCells(nodes, file, sha256) };
}

function refuseTwice(nodes: readonly NetworkNode[], file: string): void {
  const seen = new Set<string>();
  for (const { name } of nodes) {
    if (seen.has(name)) throw refusal("network-name-twice", { file, name }, { file });
    seen.add(name);
  }
}

function countRepeated(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).length;
}

function nodeCells(nodes: readonly NetworkNode[], file: string, sha256: string): Cells {
  const widest = nodes.reduce((most, { place }) => Math.max(most, place?.length ?? 0), 0);
  const axes = ["x", "y", "z"].slice(0, widest);
  return {
    file,
    sha256,
    rows: [["name", ...axes], ...nodes.map(({ name, place }) => [name, ...axes.map((_, axis) => place?.[axis] ?? "")])],
    lines: new Uint32Array(nodes.length + 1),
    kinds: ["label", ...axes.map(() => "number" as const)],
  };
}

/** As many nodes as a file can be meant to have: those that it does not list take no room in it. */
export function refuseNodeCount(count: number, text: string, file: string): void {
  const limit = Math.max(100_000, text.length);
  if (!Number.isInteger(count) || count < 1 || count > limit) {
    throw refusal("network-size", { file, found: String(count), limit: String(limit) }, { file });
  }
}

export function badLine(file: string, line: number, found: string, expected: { en: string; zh: string }) {
  const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
  return refusal("network-line", { file, line, found: `"${shown}"`, expected }, { file, row: line });
}

const plain = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A finite number as networks write it. */
export function figure(text: string): number | undefined {
  const value = plain.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
