import type { Dropped, Warning } from "../contract/method.ts";
import type { ChainFitInput } from "./chain-fit.ts";
import { emptyLinkages, nothingTogether, unpairedWarning } from "./chain-fit-problems.ts";
import { linkedIndustries } from "./chain-linkages.ts";
import type { Setting } from "./co-location.ts";
import { type Band, bandAt, bandsOf, locate } from "./distance-bands.ts";
import { baseOf, comparable } from "./reference.ts";
import { named, type Shares, sharesOf, sharesWhere } from "./shares.ts";

/** One year, ready to be measured: aligned places, industries, distances and linkages without gaps. */
export interface ChainYear {
  readonly year: number | undefined;
  readonly places: readonly string[];
  readonly industries: readonly string[];
  readonly setting: Setting;
  readonly distance: Float64Array;
  /** Adds up to 1. */
  readonly linkage: Float64Array;
}

export function chainSettings(
  { slices, reference, linkages, points, distances, unit }: ChainFitInput,
  ends: readonly number[],
  own: "out" | "in",
): { years: ChainYear[]; bands: readonly Band[]; dropped: readonly Dropped[]; warnings: readonly Warning[] } {
  const isLocated = points !== undefined || distances !== undefined;
  const bands = bandsOf("chain-fit", ends, isLocated, unit);
  const compared = comparable("chain-fit", slices, reference);
  const dropped: Dropped[] = [...compared.dropped];
  const warnings: Warning[] = [];
  const linkedOf = (industries: readonly string[]) =>
    linkages === undefined ? undefined : linkedIndustries(industries, linkages);

  const prepare = (slice: Omit<Shares, "shares">, gone: ReadonlySet<string> = new Set()): ChainYear => {
    const linked = linkedOf(slice.industries);
    const kept = linked?.kept ?? slice.industries.map((_, at) => at);
    dropped.push(...(linked?.dropped ?? []).filter(({ row }) => !gone.has(row)));
    if (linked !== undefined && kept.length === 0) throw emptyLinkages();
    const located = locate("chain-fit", slice.places, { points, distances });
    for (const each of located.dropped) dropped.push(each);
    const whole = wholePlaces(slice, located.places, kept, dropped);
    const structures = sharesOf("chain-fit", [whole]);
    for (const each of structures.dropped) dropped.push(each);
    const shares = structures.slices[0] as Shares;
    const base = sharesWhere(baseOf("chain-fit", shares, reference, "include")(0));
    const { places, industries } = shares;
    const nowhere = new Set(industries.filter((_, column) => !((base[column] as number) > 0)));
    if (nowhere.size > 0) {
      const reason = { en: "nothing of the industry in what places are compared with", zh: "参照中该行业为 0" };
      dropped.push(...[...nowhere].map((industry) => ({ input: "data", row: named(industry, slice.year), reason })));
      return prepare(withoutIndustries(slice, nowhere), new Set([...gone, ...nowhere]));
    }
    const k = industries.length;
    const linkage = shareOfAll(linked?.weight ?? sizes(base), k, own);
    const at = places.map((place) => located.places.indexOf(place));
    const distance = Float64Array.from(
      at.flatMap((row) => at.map((column) => located.distance[row * located.places.length + column] as number)),
    );
    const n = places.length;
    const band = Int16Array.from(distance, (each, cell) => {
      if (cell % (n + 1) === 0) return 0;
      if (!isLocated) return 1;
      return Number.isNaN(each) ? -1 : bandAt(bands, each);
    });
    const unpaired = band.reduce((sum, each) => sum + Number(each < 0), 0);
    if (unpaired > 0) warnings.push(unpairedWarning(unpaired, slice.year));
    const quotient = shares.shares.map((share, cell) => share / (base[cell % k] as number));
    const size = Float64Array.from(places, (_, row) =>
      shares.values.subarray(row * k, (row + 1) * k).reduce((a, b) => a + b),
    );
    const setting = { places: n, industries: k, quotient, size, band, bands: bands.length };
    return { year: slice.year, places, industries, setting, distance, linkage };
  };
  const years = compared.slices.filter(({ places }) => places.length > 0).map((slice) => prepare(slice));
  return { years, bands, dropped: distinct(dropped), warnings };
}

function withoutIndustries(slice: Omit<Shares, "shares">, left: ReadonlySet<string>): Omit<Shares, "shares"> {
  const columns = slice.industries.flatMap((industry, column) => (left.has(industry) ? [] : [column]));
  const width = slice.industries.length;
  return {
    ...slice,
    industries: columns.map((column) => slice.industries[column] as string),
    values: Float64Array.from(
      slice.places.flatMap((_, row) => columns.map((column) => slice.values[row * width + column] as number)),
    ),
  };
}

/** The slice over the kept industries, without places that are not located or have a gap in one of these. */
function wholePlaces(
  slice: Omit<Shares, "shares">,
  located: readonly string[],
  kept: readonly number[],
  dropped: Dropped[],
): Omit<Shares, "shares"> {
  const width = slice.industries.length;
  const there = new Set(located);
  const rows = slice.places.flatMap((place, at) => {
    if (!there.has(place)) return [];
    if (!kept.some((column) => Number.isNaN(slice.values[at * width + column]))) return [at];
    const reason = { en: "no figure in every industry", zh: "并非各行业均有数据" };
    dropped.push({ input: "data", row: named(place, slice.year), reason });
    return [];
  });
  if (rows.length === 0) throw nothingTogether();
  return {
    year: slice.year,
    places: rows.map((at) => slice.places[at] as string),
    industries: kept.map((column) => slice.industries[column] as string),
    values: Float64Array.from(rows.flatMap((at) => kept.map((column) => slice.values[at * width + column] as number))),
  };
}

/** Every pair of jobs in two industries counts alike. */
const sizes = (base: Float64Array): Float64Array =>
  Float64Array.from(Array.from(base).flatMap((a) => Array.from(base, (b) => a * b)));

function shareOfAll(weight: Float64Array, k: number, own: "out" | "in"): Float64Array {
  const counted = weight.map((each, cell) => (own === "out" && cell % (k + 1) === 0 ? 0 : each));
  const total = counted.reduce((a, b) => a + b, 0);
  if (!(total > 0)) throw emptyLinkages();
  return counted.map((each) => each / total);
}

/** What is left out of every year alike is named once. */
function distinct(dropped: readonly Dropped[]): Dropped[] {
  return [...new Map(dropped.map((each) => [`${each.input} ${each.row} ${each.reason.en}`, each])).values()];
}
