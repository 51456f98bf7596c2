import fc from "fast-check";
import { expect, it } from "vitest";
import { buildTreatment, type TreatingEntry, type TreatmentOptions } from "./treatment.ts";

const entry = (
  id: string,
  start: number | undefined,
  reach: Readonly<Record<string, number>>,
  more: Partial<TreatingEntry> = {},
): TreatingEntry => ({
  entry: id,
  start,
  end: undefined,
  announced: undefined,
  reach: new Map(Object.entries(reach)),
  ...more,
});
const years = [2013, 2014, 2015, 2016];
const build = (
  entries: readonly TreatingEntry[],
  places: readonly string[],
  options: TreatmentOptions = {},
  others: readonly TreatingEntry[] = [],
  neighbours?: ReadonlyMap<string, readonly string[]>,
) => {
  const built = buildTreatment(entries, others, { places, years }, neighbours, options);
  const row = (place: string) => built.cells.filter((cell) => cell.place === place);
  const flags = built.flags.map(({ flag, place, entry: id, year, count, share }) => [
    flag,
    place ?? id,
    year ?? count ?? share,
  ]);
  return { ...built, row, flags };
};

it("is staggered, and says each place's cohort and years before", () => {
  const { row, places } = build([entry("p", 2014, { a: 1 }), entry("q", 2016, { b: 1 })], ["c", "b", "a"]);
  expect(row("a").map(({ treated }) => treated)).toEqual([false, true, true, true]);
  expect(row("b").map(({ treated }) => treated)).toEqual([false, false, false, true]);
  expect(places).toEqual([
    { place: "a", first: 2014, before: 1, treated: 3 },
    { place: "b", first: 2016, before: 3, treated: 1 },
    { place: "c", first: undefined, before: 4, treated: 0 },
  ]);
});

it("waits for the lag, and ends with an entry: a reversal", () => {
  const { row, flags } = build([entry("p", 2013, { a: 1 }, { end: 2015 })], ["a", "b"], { lag: 1, wanted: 1 });
  expect(row("a").map(({ treated }) => treated)).toEqual([false, true, true, false]);
  expect(flags).toEqual([["reversal", "a", 2016]]);
});

it("is partial: a dose, which treats from a share on", () => {
  const entries = [entry("p", 2015, { a: 0.4, b: 0.9, c: Number.NaN })];
  const { row, flags } = build(entries, ["a", "b", "c"], { atLeast: 0.5, partly: "untreated" });
  expect([..."abc"].map((place) => row(place)[3]?.treated)).toEqual([false, true, false]);
  expect(row("a")[3]?.dose).toBe(0.4);
  expect(row("c")[3]?.dose).toBeNaN();
  expect(flags.filter(([flag]) => flag === "partial")).toEqual([
    ["partial", "a", 0.4],
    ["partial", "b", 0.9],
    ["partial", "c", undefined],
  ]);
  expect(build(entries, ["c"]).row("c")[3]?.treated).toBe(true);
});

it("overlaps where two entries hold, and takes the larger dose", () => {
  const { row, flags } = build([entry("p", 2015, { a: 0.3 }), entry("q", 2016, { a: 1 })], ["a", "b"]);
  expect(row("a").map(({ entries, dose }) => [entries, dose])).toEqual([
    [0, 0],
    [0, 0],
    [1, 0.3],
    [2, 1],
  ]);
  expect(flags).toContainEqual(["overlap", "a", 2]);
});

it("flags what was announced before, and untreated places that others touch", () => {
  const around = new Map([
    ["b", ["a"]],
    ["a", ["b"]],
  ]);
  const { row, flags } = build(
    [entry("p", 2016, { a: 1 }, { announced: 2014 })],
    ["a", "b", "c"],
    {},
    [entry("other", 2015, { c: 1 }), entry("national", 2013, { a: 1, b: 1, c: 1 })],
    around,
  );
  expect(row("a").map(({ anticipated }) => anticipated)).toEqual([false, true, true, false]);
  expect(row("b").map(({ exposed }) => exposed)).toEqual([0, 0, 0, 1]);
  expect(row("c").map(({ others }) => others)).toEqual([0, 0, 1, 1]);
  expect(row("c")[0]?.exposed).toBeUndefined(); // no neighbours known
  expect(flags).toEqual([
    ["anticipation", "a", 2],
    ["contamination", "b", 2016],
    ["contamination", "c", 2015],
  ]);
});

it("flags always treated, no years before, few years before", () => {
  const entries = [
    entry("p", 2010, { a: 1 }),
    entry("q", 2013, { b: 1 }, { end: 2014 }),
    entry("r", 2014, { c: 1 }),
    entry("s", 2015, { d: 1 }),
  ];
  expect(build(entries, ["a", "b", "c", "d", "e"]).flags).toEqual([
    ["always-treated", "a", undefined],
    ["no-pre-period", "b", 2013],
    ["reversal", "b", 2015],
    ["short-pre-period", "c", 1],
  ]);
});

it("an entry without a year treats nobody, one elsewhere nobody here", () => {
  const { flags, cells } = build([entry("p", undefined, { a: 1 }), entry("q", 2014, { z: 1 })], ["a"]);
  expect(cells.some(({ treated }) => treated)).toBe(false);
  expect(flags).toEqual([
    ["undated", "p", undefined],
    ["unreached", "q", undefined],
    ["nobody-treated", undefined, undefined],
  ]);
});

it("says that no comparison is left where all are treated at once, or in the end", () => {
  expect(build([entry("p", 2015, { a: 1, b: 1 })], ["a", "b"]).flags).toEqual([
    ["nobody-untreated", undefined, undefined],
    ["all-at-once", undefined, 2015],
  ]);
  expect(build([entry("p", 2015, { a: 1 }), entry("q", 2016, { b: 1 })], ["a", "b"]).flags).toEqual([
    ["nobody-untreated", undefined, undefined],
  ]);
});

it("agrees with the definition, place by place and year by year, whatever the entries", () => {
  const one = fc.record({
    start: fc.option(fc.integer({ min: 2010, max: 2017 }), { nil: undefined }),
    length: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    places: fc.subarray(["a", "b", "c", "d"]),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), fc.integer({ min: 0, max: 2 }), (drawn, lag) => {
      const entries = drawn.map(({ start, length, places }, at) =>
        entry(`e${at}`, start, Object.fromEntries(places.map((place) => [place, 1])), {
          end: start === undefined || length === undefined ? undefined : start + length,
        }),
      );
      const { cells, places } = build(entries, ["a", "b", "c", "d"], { lag });
      for (const { place, year, treated } of cells) {
        const expected = entries.some(
          ({ start, end, reach }) =>
            start !== undefined && reach.has(place) && start + lag <= year && (end === undefined || year <= end),
        );
        expect(treated).toBe(expected);
      }
      for (const { place, first, before, treated } of places) {
        const own = cells.filter((each) => each.place === place && each.treated).map(({ year }) => year);
        expect([first, treated]).toEqual([own[0], own.length]);
        expect(before).toBe(years.filter((year) => first === undefined || year < first).length);
      }
    }),
  );
});
