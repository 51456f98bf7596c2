import { labelOfName, readName } from "./clean-text.ts";
import { placeClass, roleOfHead } from "./known-words.ts";
import type { RowProfile } from "./row-profile.ts";
import { yearOf } from "./year-of.ts";

/** The rows of one table, as they look before its columns are known. Rows counted from 0. */
export interface Region {
  readonly head: number[];
  /** First and last row of figures. */
  top: number;
  bottom: number;
  /** Rows between the figures that may be sections over a group, or places without a figure. */
  readonly between: number[];
}

export interface Regions {
  readonly regions: readonly Region[];
  readonly titles: readonly number[];
  readonly notes: readonly number[];
}

/** Cuts a sheet of so many rows into titles, heads, figures and notes. */
export function findRegions(rows: number, profileOf: (row: number) => RowProfile): Regions {
  const regions: Region[] = [];
  const titles: number[] = [];
  const notes: number[] = [];
  let open: RowProfile[] = [];
  for (let row = 0; row < rows; row += 1) {
    const profile = profileOf(row);
    if (!isFigures(profile, open, regions.at(-1))) {
      open.push(profile);
      continue;
    }
    const last = regions.at(-1);
    if (last !== undefined && open.length === 0) {
      last.bottom = row;
      continue;
    }
    const { head, above } = last === undefined || beginsAnew(open) ? cutHead(open) : { head: [], above: [] };
    const aside = (each: RowProfile) => (each.kind === "note" ? notes : titles).push(each.row);
    if (head.length > 0 || last === undefined) {
      const under = open.filter(({ row }) => row > (head.at(-1)?.row ?? Number.POSITIVE_INFINITY));
      for (const each of above) if (each.kind !== "blank") aside(each);
      const sections = head.length > 0 ? under.filter(isSection) : [];
      const early = head.length > 0 ? under.filter(({ kind }) => kind === "texts") : [];
      regions.push({
        head: head.map(({ row }) => row),
        top: Math.min(profile.row, ...[...sections, ...early].map(({ row }) => row)),
        bottom: profile.row,
        between: sections.map(({ row }) => row),
      });
    } else {
      for (const each of open) {
        if (each.kind === "note" || each.kind === "continued") aside(each);
        else if (isSection(each)) last.between.push(each.row);
      }
      last.bottom = profile.row;
    }
    open = [];
  }
  const rest = lastPlaces(open, regions.at(-1));
  const inTitles = regions.length === 0;
  for (const each of rest) {
    if (each.kind !== "blank") (inTitles && each.kind !== "note" ? titles : notes).push(each.row);
  }
  return { regions, titles, notes };
}

const isSection = ({ kind }: RowProfile): boolean => kind === "single" || kind === "unit";

/**
 * A row of years is a head if it says 地区 or its like, or if nothing stands at its margin under a head that was begun.
 * `北京 2189` under `地区 常住人口` is a figure that happens to look like a year.
 */
function isFigures(profile: RowProfile, open: readonly RowProfile[], last: Region | undefined): boolean {
  const { kind, first, filled, text, hasHeadWord } = profile;
  if (kind === "data") return true;
  if (kind === "numbering") return !["texts", "years"].includes(open.at(-1)?.kind ?? "");
  if (kind !== "years" || hasHeadWord || profile.hasCornerUnit) return false;
  const heads = open.filter(
    (each) => each.kind === "texts" || (each.kind === "years" && (each.hasHeadWord || each.hasCornerUnit)),
  );
  if (heads.length > 0) return first <= Math.min(...heads.map((each) => each.first));
  if (last === undefined) return false;
  const hasLabel = yearOf(text) === undefined;
  return hasLabel || (filled > 1 && !open.some((each) => each.kind === "blank" || each.kind === "continued"));
}

/** Right under the last figures may stand places of which nothing is known; what comes after them are notes. */
function lastPlaces(open: readonly RowProfile[], last: Region | undefined): readonly RowProfile[] {
  if (last === undefined) return open;
  let at = 0;
  for (; at < open.length; at += 1) {
    const { kind, row, text } = open[at] as RowProfile;
    const isPlace = kind === "single" && placeClass(labelOfName(readName(text))) !== "other";
    if (kind !== "texts" && !isPlace) break;
    if (isPlace) last.between.push(row);
    last.bottom = row;
  }
  return open.slice(at);
}

/** A row of words among figures is a head only after a gap, a title, or with a head's own words such as 地区. */
function beginsAnew(open: readonly RowProfile[]): boolean {
  const at = open.findIndex(isHeadRow);
  if (at < 0) return false;
  const { text, hasCornerUnit } = open[at] as RowProfile;
  return at > 0 || hasCornerUnit || roleOfHead(labelOfName(readName(text))) !== undefined;
}

/** The head is the run of rows right above the figures, from its first row that says two things; titles stand over it. */
function cutHead(open: readonly RowProfile[]): { head: RowProfile[]; above: RowProfile[] } {
  let end = open.length;
  while (end > 0 && !isHeadRow(open[end - 1] as RowProfile)) {
    if (open[end - 1]?.kind === "note") return { head: [], above: [...open] };
    end -= 1;
  }
  if (end === 0) return loneHead(open);
  let start = end;
  while (start > 0 && !["blank", "note", "continued"].includes((open[start - 1] as RowProfile).kind)) start -= 1;
  while (start < end && !isHeadRow(open[start] as RowProfile)) start += 1;
  // a title written over several cells stands at the margin, over the row that says 地区
  const worded = open.findIndex((each, at) => at >= start && at < end && each.hasHeadWord);
  const isTitle = ({ first, hasCornerUnit }: RowProfile) =>
    !hasCornerUnit && first <= (open[worded] as RowProfile).first;
  while (start < worded && isTitle(open[start] as RowProfile)) start += 1;
  const first = firstPlace(open, worded, end);
  return { head: open.slice(start, first), above: open.slice(0, start) };
}

/** `北京 保密 x` under `地区 GDP 人口` is a row of figures that are none, and no part of the head. */
function firstPlace(open: readonly RowProfile[], worded: number, end: number): number {
  if (worded < 0) return end;
  const margin = (open[worded] as RowProfile).first;
  const at = open.findIndex(
    ({ kind, first, text }, each) =>
      each > worded &&
      each < end &&
      kind === "texts" &&
      first === margin &&
      placeClass(labelOfName(readName(text))) !== "other",
  );
  return at < 0 ? end : at;
}

/** A head of one column alone says one thing, away from the margin. */
function loneHead(open: readonly RowProfile[]): { head: RowProfile[]; above: RowProfile[] } {
  const last = open.at(-1);
  const isHead = last !== undefined && last.kind === "single" && last.first > 0;
  return isHead ? { head: [last], above: open.slice(0, -1) } : { head: [], above: [...open] };
}

const isHeadRow = ({ kind }: RowProfile): boolean => kind === "texts" || kind === "years" || kind === "numbering";
