import { findColumn, type MethodResult, numbers, type Table, takeRows } from "@conurb/core/contract";
import { parseDocument } from "yaml";
import { setAt } from "../../bench/edit-text.ts";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import type { Received } from "../scoreboard/use-peers.ts";
import type { Panel } from "./panels.ts";

/** The study's analysis that answers a panel, if it has one. */
export function answering({ analyses }: Outline, { method }: Pick<Panel, "method">): OutlineAnalysis | undefined {
  return analyses.find((each) => each.method === method && each.key !== undefined);
}

/** Methods that take places x industries as a panel does: what they received, a panel can be computed on. */
const compositions = [
  "structure/location-quotient",
  "structure/similarity",
  "structure/krugman",
  "structure/diversity",
];

/** The analysis whose figures stand for the study's industries. */
export function basisOf(outline: Outline): OutlineAnalysis | undefined {
  return compositions.flatMap((method) => answering(outline, { method }) ?? [])[0];
}

/** What was received, with the rows of some places. The reference, if there is one, stays whole. */
export function ofMembers({ inputs, roles }: Received, members: readonly string[] | undefined, data: Table): Table {
  const named = roles.data?.place ?? data.roles?.place ?? (inputs.data as Table).roles?.place;
  const column = typeof named === "string" ? findColumn(data, named) : findColumn(data, "place");
  if (members === undefined || column?.kind !== "label") return data;
  const inside = new Set(members);
  return takeRows(
    data,
    column.values.flatMap((code, row) => (code !== null && inside.has(code) ? [row] : [])),
  );
}

/** The study's text with an analysis by this method on what the basis is on; nothing else changes. */
export function keepLike(text: string, basis: string, method: string, inputs: readonly string[]): string {
  const { analyses } = parseDocument(text).toJS() as { analyses?: Record<string, { on?: Record<string, unknown> }> };
  const on = Object.entries(analyses?.[basis]?.on ?? {}).filter(([input]) => inputs.includes(input));
  const stem = method.split("/")[1] as string;
  const taken = new Set(Object.keys(analyses ?? {}));
  let name = stem;
  for (let at = 2; taken.has(name); at += 1) name = `${stem}-${at}`;
  return setAt(text, ["analyses", name], { use: method, on: Object.fromEntries(on) });
}

export interface Industry {
  readonly code: string;
  readonly value: number;
}

/** Industries of the last year by what the members have of them, most first. */
export function industriesIn(result: MethodResult | undefined, members: readonly string[] | undefined): Industry[] {
  const table = result?.tables.find(({ name }) => name === "quotients");
  if (table === undefined) return [];
  const sums = new Map<string, number>();
  for (const { place, industry, value } of lastYear(table)) {
    if (members !== undefined && !members.includes(place)) continue;
    sums.set(industry, (sums.get(industry) ?? 0) + (Number.isFinite(value) ? value : 0));
  }
  return [...sums].map(([code, value]) => ({ code, value })).sort((a, b) => b.value - a.value);
}

interface Cell {
  readonly place: string;
  readonly industry: string;
  readonly value: number;
  readonly share: number;
  readonly row: number;
}

/** Places x industries of the last year that the table has. */
export function lastYear(table: Table): Cell[] {
  const [place, industry] = [findColumn(table, "place")?.values, findColumn(table, "industry")?.values];
  const [value, share] = [findColumn(table, "value")?.values, findColumn(table, "share")?.values];
  const year = findColumn(table, "year")?.values ?? [];
  const last = Math.max(...Array.from(year, Number).filter(Number.isFinite));
  return Array.from({ length: table.rows }, (_, row) => row)
    .filter((row) => !Number.isFinite(last) || Number(year[row]) === last)
    .map((row) => ({
      place: String(place?.[row]),
      industry: String(industry?.[row]),
      value: Number(value?.[row]),
      share: Number(share?.[row]),
      row,
    }));
}

/** The result with a table `industry`: who has one industry, and which part of what the members have. */
export function withIndustry(
  result: MethodResult,
  industry: string,
  members: readonly string[] | undefined,
  title: { readonly en: string; readonly zh: string },
): MethodResult {
  const table = result.tables.find(({ name }) => name === "quotients");
  if (table === undefined) return result;
  const cells = lastYear(table).filter((each) => each.industry === industry);
  const counted = cells.filter(({ place }) => members === undefined || members.includes(place));
  const sum = counted.reduce((total, { value }) => total + (Number.isFinite(value) ? value : 0), 0);
  const own = takeRows(
    table,
    cells.map(({ row }) => row),
  );
  const part = numbers(
    "part",
    "%",
    cells.map(({ value }) => (sum > 0 ? (100 * value) / sum : Number.NaN)),
    { title },
  );
  const columns = [...own.columns.filter(({ name }) => name !== "year"), part];
  const key = own.key.filter((name) => name !== "year");
  return { ...result, tables: [...result.tables, { ...own, name: "industry", key, columns }] };
}

/** Who has most of the industry that {@link withIndustry} put beside the result. */
export function largestPart(
  result: MethodResult | undefined,
  members: readonly string[] | undefined,
): { readonly place: string; readonly part: number } | undefined {
  const table = result?.tables.find(({ name }) => name === "industry");
  const [places, parts] = [table && findColumn(table, "place"), table && findColumn(table, "part")];
  if (places?.kind !== "label" || parts?.kind !== "number") return undefined;
  return places.values
    .map((place, row) => ({ place: String(place), part: parts.values[row] as number }))
    .filter(({ place, part }) => Number.isFinite(part) && (members === undefined || members.includes(place)))
    .sort((a, b) => b.part - a.part)[0];
}

/** Of the pairs that a similarity has in its last year the one that is most alike: among `places`, and of `one` if that is given. */
export function mostAlike(
  result: MethodResult | undefined,
  places: readonly string[],
  one?: string,
): readonly [string, string] | undefined {
  const table = result?.tables.find(({ name }) => name === "pairs");
  const column = (name: string) => (table === undefined ? undefined : findColumn(table, name)?.values);
  const [place, other, similarity] = [column("place"), column("other"), column("similarity")];
  if (table === undefined || place === undefined || other === undefined || similarity === undefined) return undefined;
  const years = Array.from(column("year") ?? [], Number);
  const last = Math.max(...years.filter(Number.isFinite));
  const inside = new Set<unknown>(places);
  let top: number | undefined;
  for (let row = 0; row < table.rows; row += 1) {
    if (Number.isNaN(similarity[row]) || !inside.has(place[row]) || !inside.has(other[row])) continue;
    if (Number.isFinite(last) && years[row] !== last) continue;
    if (one !== undefined && place[row] !== one && other[row] !== one) continue;
    if (top === undefined || Number(similarity[row]) > Number(similarity[top])) top = row;
  }
  if (top === undefined) return undefined;
  const [a, b] = [String(place[top]), String(other[top])];
  return b === one ? [b, a] : [a, b];
}

/** The places that location quotients are known of, those of the cluster alone where there is one. */
export function placesIn(result: MethodResult | undefined, members: readonly string[] | undefined): readonly string[] {
  const table = result?.tables.find(({ name }) => name === "quotients");
  const places = new Set(table === undefined ? [] : lastYear(table).map(({ place }) => place));
  return members?.filter((code) => places.has(code)) ?? [...places];
}
