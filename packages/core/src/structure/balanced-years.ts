import { InputError } from "../contract/errors.ts";
import type { Dropped, NamedRow, Warning } from "../contract/method.ts";
import type { CompositionSlice } from "../contract/readings.ts";

/** Place x industry for a stated year. */
export interface DatedSlice extends CompositionSlice {
  readonly year: number;
}

export interface BalancedYears {
  /** In the order of years, over the same places and industries, each cell with a figure in every year or in none. */
  readonly slices: readonly DatedSlice[];
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
}

/** Which years are held against each other: the first and the last alone, or each with the next. */
export type Steps = "ends" | "yearly";

/**
 * The years of a composition made comparable, so that what changes between them is figures and never coverage. Places and
 * industries that are not in every year compared are dropped by name; a cell that lacks a figure in one of the years is
 * left out of all of them and named in a warning.
 */
export function balancedYears(method: string, given: readonly CompositionSlice[], steps: Steps): BalancedYears {
  const dated = given.filter((slice): slice is DatedSlice => slice.year !== undefined && slice.places.length > 0);
  const used = steps === "ends" && dated.length > 2 ? [dated[0] as DatedSlice, dated.at(-1) as DatedSlice] : dated;
  if (used.length < 2) refuseOneYear(method, dated);
  const dropped: Dropped[] = [];
  const common = (pick: (slice: DatedSlice) => readonly string[], en: string, zh: string): string[] => {
    const kept = used.map((slice) => new Set(pick(slice)));
    const all = [...new Set(used.flatMap(pick))].sort();
    return all.filter((each) => {
      if (kept.every((set) => set.has(each))) return true;
      dropped.push({ input: "data", row: each, reason: { en, zh } });
      return false;
    });
  };
  const industries = common(
    (slice) => slice.industries,
    "industry not in every year compared",
    "并非所比较的各年均有此行业",
  );
  const places = common(({ places }) => places, "place not in every year compared", "并非所比较的各年均有此地区");
  const taken = used.map((slice) => ({ ...slice, places, industries, values: taking(slice, places, industries) }));

  const width = industries.length;
  const holes: NamedRow[] = [];
  for (let cell = 0; cell < places.length * width; cell += 1) {
    if (taken.every(({ values }) => !Number.isNaN(values[cell]))) continue;
    for (const { values } of taken) values[cell] = Number.NaN;
    holes.push({ place: places[Math.floor(cell / width)] as string, industry: industries[cell % width] as string });
  }
  const empty = new Set(
    places.filter((_, at) =>
      (taken[0] as DatedSlice).values.subarray(at * width, (at + 1) * width).every(Number.isNaN),
    ),
  );
  for (const place of empty) {
    const reason = { en: "no industry with a figure in every year compared", zh: "没有各年均有数据的行业" };
    dropped.push({ input: "data", row: place, reason });
  }
  const left = places.filter((place) => !empty.has(place));
  if (left.length === 0) refuseNothingCommon(method, used);
  return {
    slices: taken.map((slice) => ({ ...slice, places: left, values: taking(slice, left, industries) })),
    dropped,
    warnings: holes.length === 0 ? [] : [holeWarning(holes)],
  };
}

function taking(slice: DatedSlice, places: readonly string[], industries: readonly string[]): Float64Array {
  const [rowAt, columnAt] = [slice.places, slice.industries].map(
    (names) => new Map(names.map((each, at) => [each, at])),
  );
  const [rows, columns] = [places, industries].map((names, which) =>
    names.map((each) => (which === 0 ? rowAt : columnAt)?.get(each) as number),
  ) as [number[], number[]];
  const width = slice.industries.length;
  return Float64Array.from(
    rows.flatMap((row) => columns.map((column) => slice.values[row * width + column] as number)),
  );
}

function refuseOneYear(method: string, dated: readonly DatedSlice[]): never {
  const only = dated[0]?.year;
  const has = only === undefined ? ["no year", "没有年份"] : [`${only} alone`, `只有 ${only} 年`];
  throw new InputError({
    code: "one-year",
    text: {
      en: `${method}: the data have ${has[0]}, expected at least two years`,
      zh: `${method}：数据${has[1]}，至少应有两个年份`,
    },
  });
}

function refuseNothingCommon(method: string, used: readonly DatedSlice[]): never {
  const years = used.map(({ year }) => year);
  throw new InputError({
    code: "nothing-in-common",
    text: {
      en: `${method}: no place has an industry with figures in all of ${years.join(", ")}`,
      zh: `${method}：没有任何地区的任何行业在 ${years.join("、")} 年均有数据`,
    },
  });
}

function holeWarning(rows: readonly NamedRow[]): Warning {
  return {
    code: "unbalanced-cells",
    text: {
      en: "without a figure in every year compared, so left out of all of them: {rows}",
      zh: "并非所比较的各年均有数据，故各年均不计入：{rows}",
    },
    values: { rows: { rows } },
  };
}
