/**
 * How far does the largest place stand above the others?
 *
 *   two cities     P1 / P2                       four cities    P1 / (P2 + P3 + P4)
 *   eleven cities  2 P1 / (P2 + ... + P11)       Mehta (MPI)    P1 / (P1 + P2 + P3 + P4)
 *   share          P1 / sum P                    HHI            sum (P / sum P)^2
 *
 * P1, P2, ... are the sizes from the largest down, of each group and year apart. Where sizes follow Zipf's law (1/rank) the
 * two-city index is 2 and the others about 1 (12/13 and, with eleven, 1/1.01), Mehta's 12/25. Share and HHI depend on how
 * many places a group has and where it is cut off, the others do not.
 *
 * Sizes must be > 0 and count one thing (residents of cities, or of prefectures, or output). Rows with a gap are dropped and
 * counted: a missing large place changes everything. A group with too few places for an index does not have it, and is named
 * in a warning. Ties need no rule: places of one size give one value in either order.
 *
 * @example primacy({ place: ["a", "b", "c", "d"], size: [12, 6, 4, 3] }).fourCity // 12 / 13
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { label, number, table } from "../contract/readings.ts";
import { labelOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { primacyFindings } from "./primacy-findings.ts";
import { compare, named, type Sampled, samples } from "./samples.ts";
import { sizedExample } from "./sized-example.ts";

export interface GroupPrimacy {
  readonly group: string;
  readonly year: number | undefined;
  readonly places: number;
  readonly first: string;
  readonly second: string | null;
  readonly twoCity: number;
  readonly fourCity: number;
  readonly elevenCity: number;
  readonly mehta: number;
  readonly share: number;
  readonly hhi: number;
}

export interface SizedPlace extends Sampled {
  readonly size: number;
  readonly rank: number;
  readonly share: number;
}

export interface PrimacyResult extends Outcome {
  /** Of the only group and year, where there is one. */
  readonly twoCity?: number;
  readonly fourCity?: number;
  readonly elevenCity?: number;
  readonly mehta?: number;
  readonly share?: number;
  readonly hhi?: number;
  readonly groups: readonly GroupPrimacy[];
  readonly places: readonly SizedPlace[];
}

export interface PrimacyInput {
  readonly place: readonly string[];
  readonly size: ArrayLike<number>;
  readonly group?: readonly string[] | undefined;
  readonly year?: ArrayLike<number> | undefined;
}

export function primacy({ place, size, group, year }: PrimacyInput): PrimacyResult {
  aligned("primacy", { place, size, group, year });
  const rows = place.map((name, at) => ({
    place: name,
    year: year?.[at],
    group: group?.[at] ?? "",
    size: size[at] as number,
  }));
  for (const row of rows) refuseUnsized(row, row.size);
  const found = samples(rows).map((sample) => {
    const ranked = sample.sort((a, b) => b.size - a.size || compare(a.place, b.place));
    const total = ranked.reduce((sum, row) => sum + row.size, 0);
    const shares = ranked.map((row) => row.size / total);
    const places = ranked.map((row, at): SizedPlace => ({ ...row, rank: at + 1, share: shares[at] as number }));
    return { places, group: primacyOf(places) };
  });
  const groups = found.map((each) => each.group);
  return {
    ...(groups.length === 1 ? headline(groups[0] as GroupPrimacy) : {}),
    groups,
    places: found.flatMap(({ places }) => places),
    n: rows.length,
    warnings: fewWarnings(groups),
    convention: { eleven: "doubled" },
  };
}

function primacyOf(places: readonly SizedPlace[]): GroupPrimacy {
  const [first, second] = places;
  const { group, year } = first as SizedPlace;
  const sizes = places.map(({ size }) => size);
  const sum = (from: number, to: number) =>
    sizes.length < to ? Number.NaN : sizes.slice(from, to).reduce((total, size) => total + size, 0);
  const largest = sizes[0] as number;
  return {
    group,
    year,
    places: places.length,
    first: (first as SizedPlace).place,
    second: second?.place ?? null,
    twoCity: largest / sum(1, 2),
    fourCity: largest / sum(1, 4),
    elevenCity: (2 * largest) / sum(1, 11),
    mehta: largest / sum(0, 4),
    share: (first as SizedPlace).share,
    hhi: places.reduce((total, { share }) => total + share * share, 0),
  };
}

const headline = ({ twoCity, fourCity, elevenCity, mehta, share, hhi }: GroupPrimacy) => {
  return { twoCity, fourCity, elevenCity, mehta, share, hhi };
};

function refuseUnsized(row: Sampled, size: number): void {
  if (size > 0) return;
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `primacy: size of ${named(row)} is ${size}, expected more than 0`,
      zh: `primacy：${named(row)} 的规模为 ${size}，应大于 0`,
    },
  });
}

/** One for each index that a group lacks, whichever years it lacks it in. */
function fewWarnings(groups: readonly GroupPrimacy[]): Warning[] {
  return [2, 4, 11].flatMap((needed) => {
    const short = groups.filter(({ places }) => places < needed);
    return [...new Set(short.map(({ group }) => group))].map((group): Warning => {
      const years = short
        .flatMap((row) => (row.group === group && row.year !== undefined ? [row.year] : []))
        .join(", ");
      const parts = [...(group === "" ? [] : ["{group}"]), ...(years === "" ? [] : ["{years}"])].join(" ");
      const who = parts === "" ? { en: "", zh: "" } : { en: `: ${parts}`, zh: `：${parts}` };
      return {
        code: `fewer-than-${needed}`,
        text: {
          en: `fewer than ${needed} places, so no ${needed}-city index${who.en}`,
          zh: `不足 ${needed} 个地区，无 ${needed} 城市指数${who.zh}`,
        },
        values: { group: { group }, years },
      };
    });
  });
}

const titles = {
  twoCity: { en: "two-city primacy", zh: "首位度（两城市指数）" },
  fourCity: { en: "four-city index", zh: "四城市指数" },
  elevenCity: { en: "eleven-city index", zh: "十一城市指数" },
  mehta: { en: "Mehta index (first of four)", zh: "Mehta 指数（首位城市占前四位比重）" },
  share: { en: "share of the largest", zh: "首位城市比重" },
  hhi: { en: "Herfindahl index", zh: "赫芬达尔指数" },
} as const;

export default defineMethod({
  id: "hierarchy/primacy",
  version: 1,
  title: { en: "Primacy", zh: "城市首位度" },
  question: { en: "How far does the largest place stand above the others?", zh: "首位城市比其他城市突出多少？" },
  formula: "S₂ = P₁/P₂;  S₄ = P₁/(P₂+P₃+P₄);  S₁₁ = 2P₁/(P₂+…+P₁₁);  MPI = P₁/(P₁+…+P₄)",
  where: { en: "Pᵣ: size of the place of rank r", zh: "Pᵣ：位序为 r 的地区的规模" },
  formulas: { two_city: "S₂", four_city: "S₄", eleven_city: "S₁₁", mehta: "MPI" },
  cites: [
    {
      text: "Jefferson, M. (1939). The law of the primate city. Geographical Review 29, 226-232.",
      checked: "unverified",
    },
    {
      text: "Mehta, S. K. (1964). Some demographic and economic correlates of primate cities: a case for revaluation. Demography 1, 136-147.",
      checked: "unverified",
    },
  ],
  conventions: {
    eleven: {
      title: { en: "Eleven-city index", zh: "十一城市指数" },
      choices: { doubled: { en: "2 P1 over the sum of ranks 2 to 11", zh: "2P₁ 除以第 2 至第 11 位之和" } },
    },
  },
  pitfalls: [
    {
      en: "Sizes must count one thing: residents of a built-up city and of a prefecture do not go together.",
      zh: "规模口径须一致：城区人口与地级市人口不可混用。",
    },
    { en: "A missing large place changes everything.", zh: "缺少一个大城市即可改变全部结果。" },
  ],
  inputs: {
    data: table({ place: label.one, size: number.one, year: number.optional, group: label.optional }),
  },
  options: z.strictObject({}),
  gaps: "drop",
  cost: "live",
  example: sizedExample("primacy"),
  worked: {
    source: {
      en: "by hand: sizes 12, 6, 4, 3: 12/6, 12/13, 12/25; 144 + 36 + 16 + 9 over 625",
      zh: "手算：规模 12、6、4、3：12/6、12/13、12/25；144 + 36 + 16 + 9 除以 625",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c", "d"]), numbers("size", "person", [12, 6, 4, 3])],
      ),
    },
    gives: { twoCity: 2, fourCity: 12 / 13, mehta: 12 / 25, share: 12 / 25, hhi: 205 / 625 },
  },
  run: ({ data }) => primacy({ place: data.place, size: data.size, group: data.group, year: data.year }),
  scalars: {
    twoCity: { title: titles.twoCity, unit: "1" },
    fourCity: { title: titles.fourCity, unit: "1" },
    elevenCity: { title: titles.elevenCity, unit: "1" },
    mehta: { title: titles.mehta, unit: "1" },
    share: { title: titles.share, unit: "1" },
    hhi: { title: titles.hhi, unit: "1" },
  },
  tables: ({ groups, places }, { data }) => [
    tableOf(
      "groups",
      ["group", "year"],
      groups,
      [
        groupColumn,
        yearColumn,
        numberOf("places", "1", { en: "places", zh: "地区数" }, (row) => row.places),
        labelOf("first", { en: "largest place", zh: "首位城市" }, ({ first }) => first),
        labelOf("second", { en: "second place", zh: "第二位城市" }, ({ second }) => second),
        numberOf("two_city", "1", titles.twoCity, ({ twoCity }) => twoCity),
        numberOf("four_city", "1", titles.fourCity, ({ fourCity }) => fourCity),
        numberOf("eleven_city", "1", titles.elevenCity, ({ elevenCity }) => elevenCity),
        numberOf("mehta", "1", titles.mehta, ({ mehta }) => mehta),
        numberOf("share", "1", titles.share, ({ share }) => share),
        numberOf("hhi", "1", titles.hhi, ({ hhi }) => hhi),
      ],
      { title: { en: "Primacy", zh: "首位度" } },
    ),
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        placeColumn,
        yearColumn,
        groupColumn,
        numberOf("size", data.units.size ?? "1", { en: "size", zh: "规模" }, ({ size }) => size),
        numberOf("rank", "1", { en: "rank", zh: "位序" }, ({ rank }) => rank),
        numberOf("share", "1", { en: "share of the group", zh: "占本组比重" }, ({ share }) => share),
      ],
      { title: { en: "Sizes and ranks", zh: "规模与位序" } },
    ),
  ],
  views: [
    { kind: "bars", table: "groups", category: "group", value: "two_city", title: titles.twoCity },
    { kind: "bars", table: "groups", category: "group", value: "four_city", title: titles.fourCity },
  ],
  findings: ({ groups }) => primacyFindings(groups),
  trace: (cell, tables) => {
    const found = tables.find(({ name }) => name === cell.table);
    const value = (name: string) => found?.columns.find((column) => column.name === name)?.values[cell.row];
    const [place, group, year] = [value("place"), value("group"), value("year")];
    const when = typeof year === "number" ? { year: [year] } : {};
    if (cell.table === "places" && cell.column === "size") {
      return [{ input: "data", where: { place: [String(place)], ...when } }];
    }
    return [{ input: "data", where: { ...(group === "" ? {} : { group: [String(group)] }), ...when } }];
  },
});
