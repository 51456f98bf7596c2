/**
 * Into which size class does each place fall, and how many are there of each?
 *
 * A place belongs to the highest class whose lower bound its population reaches (`at-least`) or exceeds (`above`; the lowest
 * class takes all the rest). Sets of classes:
 *
 *   bcg          main core > 5 million, secondary core 0.5 to 5 million, small or medium below
 *   china-2014   10, 5, 3, 1, 0.5 and 0.2 million, lower bounds included: seven steps of the State Council's notice of 2014
 *
 * What is counted decides the class, so `concept` has no default: both sets mean the people of the built-up city
 * (`urban-core`, 城区常住人口). The urban or whole resident population of a prefecture or another administrative area puts
 * most places one or two classes too high: the result is then a prefecture size class, is named so, and is never a city tier.
 *
 * Populations must be >= 0, in persons or a multiple (the unit of the column is read). Rows with a gap are dropped and counted.
 *
 * @example tiers({ place: ["a", "b"], size: [6e6, 5e5] }, { concept: "urban-core" }).classes[1]?.class // "small-medium": bcg takes bounds as "above"
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { groupColumn, placeColumn, yearColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { convert } from "../units/convert.ts";
import { type SizeClass, type SizeStandard, type StandardName, sizeStandards } from "./size-standards.ts";
import { tierFindings } from "./tiers-findings.ts";

export type PopulationConcept = "urban-core" | "urban-of-prefecture" | "resident";

export interface ClassedPlace {
  readonly place: string;
  readonly year: number | undefined;
  readonly group: string;
  /** Persons. */
  readonly size: number;
  readonly class: string;
  readonly title: Text;
}

export interface ClassCount {
  readonly group: string;
  readonly year: number | undefined;
  readonly class: string;
  readonly title: Text;
  readonly places: number;
  readonly persons: number;
  /** Of the people of the group in that year. */
  readonly share: number;
}

export interface TiersResult extends Outcome {
  readonly object: "city" | "prefecture";
  readonly classes: readonly ClassedPlace[];
  readonly counts: readonly ClassCount[];
}

export interface TiersInput {
  readonly place: readonly string[];
  /** Persons. */
  readonly size: ArrayLike<number>;
  readonly group?: readonly string[] | undefined;
  readonly year?: ArrayLike<number> | undefined;
}

export interface TiersOptions {
  readonly concept: PopulationConcept;
  readonly standard?: StandardName;
  readonly boundary?: "as-published" | "at-least" | "above";
}

export function tiers(
  { place, size, group, year }: TiersInput,
  { concept, standard = "bcg", boundary = "as-published" }: TiersOptions,
): TiersResult {
  aligned("tiers", { place, size, group, year });
  const set: SizeStandard = sizeStandards[standard];
  const object = concept === "urban-core" ? "city" : "prefecture";
  const resolved = boundary === "as-published" ? set.boundary : boundary;
  const classes = place.map((name, at): ClassedPlace => {
    const persons = size[at] as number;
    refuseNegative(name, year?.[at], persons);
    const found = classOf(persons, set.classes, resolved);
    const title = titleOf(found, object);
    return { place: name, year: year?.[at], group: group?.[at] ?? "", size: persons, class: found.id, title };
  });
  return {
    object,
    classes,
    counts: countsOf(classes, set.classes, object),
    n: classes.length,
    warnings: object === "city" ? [] : [prefectureWarning],
    convention: { standard, concept, object, boundary: resolved },
  };
}

function refuseNegative(place: string, year: number | undefined, persons: number): void {
  if (persons >= 0) return;
  const where = year === undefined ? place : `${place} ${year}`;
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `tiers: population of ${where} is ${persons}, expected at least 0`,
      zh: `tiers：${where} 的人口为 ${persons}，应不小于 0`,
    },
  });
}

function classOf(persons: number, classes: readonly SizeClass[], boundary: "at-least" | "above"): SizeClass {
  const found = classes.find(({ from }) => (boundary === "at-least" ? persons >= from : persons > from));
  return found ?? (classes.at(-1) as SizeClass);
}

/** The class of a prefecture is said to be the size of a city's class, not the class. */
function titleOf({ title }: SizeClass, object: "city" | "prefecture"): Text {
  if (object === "city") return title;
  return { en: `prefecture, size of a ${title.en}`, zh: `地区口径，规模相当于${title.zh}` };
}

function countsOf(
  places: readonly ClassedPlace[],
  classes: readonly SizeClass[],
  object: "city" | "prefecture",
): ClassCount[] {
  const groups = [...new Set(places.map(({ group }) => group))].sort();
  const years = [...new Set(places.map(({ year }) => year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return groups.flatMap((group) =>
    years.flatMap((year) => {
      const own = places.filter((each) => each.group === group && each.year === year);
      if (own.length === 0) return [];
      const persons = (rows: readonly ClassedPlace[]) => rows.reduce((total, { size }) => total + size, 0);
      const all = persons(own);
      return classes.map((each): ClassCount => {
        const members = own.filter((row) => row.class === each.id);
        return {
          group,
          year,
          class: each.id,
          title: titleOf(each, object),
          places: members.length,
          persons: persons(members),
          share: all > 0 ? persons(members) / all : 0,
        };
      });
    }),
  );
}

const prefectureWarning: Warning = {
  code: "prefecture-figures",
  text: {
    en: "the population is that of prefectures or other areas, not of built-up cities: these are prefecture size classes, not city tiers, and run higher",
    zh: "人口为地级市或其他行政区口径而非城区口径：结果是地区规模分级，不是城市等级，且普遍偏高",
  },
};

const unitUnknown: Warning = {
  code: "unit-unknown",
  text: { en: "the population has no unit and is read as persons", zh: "人口未注明单位，按“人”处理" },
};

const objectTitles: Readonly<Record<"city" | "prefecture", Text>> = {
  city: { en: "City size classes", zh: "城市规模等级" },
  prefecture: { en: "Prefecture size classes (not city tiers)", zh: "地区规模分级（非城市等级）" },
};

export default defineMethod({
  id: "hierarchy/tiers",
  version: 1,
  title: { en: "Size classes", zh: "规模分级" },
  question: {
    en: "Into which size class does each place fall, and how many are there of each?",
    zh: "各地区属于哪个规模等级？各级有多少个？",
  },
  formula: "k(i) = max { k : bₖ ≤ pᵢ }",
  where: {
    en: "pᵢ: population; bₖ: lower bound of class k, which a place has to reach or, under boundary above, to exceed",
    zh: "pᵢ：人口；bₖ：第 k 级的下限，达到即归入该级；boundary 取 above 时须超过",
  },
  cites: [
    {
      text: "Zhou, Y., Lin, V. and Yu, D. (2017). Synergistic Development in the Beijing-Tianjin-Hebei Region: An International Comparative Perspective. Boston Consulting Group and China Development Research Foundation. Section 3.",
      checked: "opened",
    },
    { text: "国务院 (2014). 关于调整城市规模划分标准的通知.", checked: "secondary" },
  ],
  conventions: {
    standard: {
      title: { en: "Set of classes", zh: "分级标准" },
      choices: { bcg: sizeStandards.bcg.title, "china-2014": sizeStandards["china-2014"].title },
    },
    concept: {
      title: { en: "Population counted", zh: "人口口径" },
      choices: {
        "urban-core": { en: "residents of the built-up city", zh: "城区常住人口" },
        "urban-of-prefecture": {
          en: "urban residents of the whole prefecture or area",
          zh: "全市（地区）城镇常住人口",
        },
        resident: { en: "all residents of the whole prefecture or area", zh: "全市（地区）常住人口" },
      },
    },
    object: {
      title: { en: "What is classed", zh: "分级对象" },
      choices: {
        city: { en: "cities", zh: "城市" },
        prefecture: {
          en: "prefectures or areas: a prefecture size class, not a city tier",
          zh: "地区：地区规模分级，非城市等级",
        },
      },
    },
    boundary: {
      title: { en: "A place exactly on a bound", zh: "恰在界限上的地区" },
      choices: {
        "at-least": { en: "belongs above it", zh: "归入上一级" },
        above: { en: "belongs below it", zh: "归入下一级" },
      },
    },
  },
  means: {
    concept: {
      en: "whose people the figures count: those of the built-up city, which both standards mean, or those of a whole prefecture, its towns or all of it, which gives prefecture size classes and no city tiers",
      zh: "数值统计的是哪种人口：城区常住人口（两项标准的本义），或全市（地区）的城镇人口、常住人口；后两者得到地区规模分级，不是城市等级",
    },
    size: { en: "people, of what `concept` says", zh: "人口，口径见 `concept`" },
  },
  pitfalls: [
    {
      en: "Residents of a prefecture put most places a class or two too high: say what was counted.",
      zh: "以地级市常住人口计会高估一至两档，须注明口径。",
    },
  ],
  inputs: {
    data: table({ place: label.one, size: number.one, year: number.optional, group: label.optional }),
  },
  options: z.strictObject({
    concept: z.enum(["urban-core", "urban-of-prefecture", "resident"]),
    standard: z.enum(["bcg", "china-2014"]).default("bcg"),
    boundary: z.enum(["as-published", "at-least", "above"]).default("as-published"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "tiers/example");
    const places = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const persons = places.map(() => Math.round(Math.exp(12 + 1.5 * draw.exponential())));
    return {
      inputs: { data: makeTable("data", ["place"], [labels("place", places), numbers("size", "person", persons)]) },
      options: { concept: "urban-core" },
    };
  },
  worked: {
    source: {
      en: "the bounds themselves: 5 million is not over 5 million, 0.5 million is not over 0.5 million",
      zh: "取界限本身：500 万不超过 500 万，50 万不超过 50 万",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("size", "million person", [6, 5, 0.5])],
      ),
    },
    options: { concept: "urban-core" },
    gives: {
      "counts[0].places": 1,
      "counts[1].places": 1,
      "counts[2].places": 1,
      "classes[0].size": 6e6,
      "counts[1].share": 5 / 11.5,
    },
  },
  run: ({ data }, options) => {
    const unit = data.units.size ?? "1";
    const persons = unit === "1" ? data.size : convert(data.size, unit, "person");
    const result = tiers({ place: data.place, size: persons, group: data.group, year: data.year }, options);
    return unit === "1" ? { ...result, warnings: [...(result.warnings ?? []), unitUnknown] } : result;
  },
  scalars: {},
  tables: ({ classes, counts, object }) => {
    const whole = objectTitles[object];
    const ofClass = codeOf<ClassedPlace | ClassCount>(
      "class",
      { en: "class", zh: "等级" },
      (row) => row.class,
      ({ title }) => title,
    );
    return [
      tableOf(
        "classes",
        ["place", "year"],
        classes,
        [
          placeColumn,
          yearColumn,
          groupColumn,
          numberOf("size", "person", { en: "population", zh: "人口" }, ({ size }) => size),
          ofClass,
        ],
        { title: whole },
      ),
      tableOf(
        "counts",
        ["group", "class", "year"],
        counts,
        [
          groupColumn,
          yearColumn,
          ofClass,
          numberOf("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
          numberOf("persons", "person", { en: "population", zh: "人口" }, ({ persons }) => persons),
          numberOf("share", "1", { en: "share of population", zh: "人口比重" }, ({ share }) => share),
        ],
        { title: { en: `${whole.en}: counts`, zh: `${whole.zh}：个数` } },
      ),
    ];
  },
  views: [{ kind: "bars", table: "counts", category: "class", order: "as-listed", value: "places", group: "group" }],
  findings: ({ counts, object }) => tierFindings(counts, object),
  trace: (cell, tables) => {
    const found = tables.find(({ name }) => name === cell.table);
    const value = (name: string) => found?.columns.find((column) => column.name === name)?.values[cell.row];
    const [place, group, year] = [value("place"), value("group"), value("year")];
    const when = typeof year === "number" ? { year: [year] } : {};
    if (cell.table === "classes") return [{ input: "data", where: { place: [String(place)], ...when } }];
    return [{ input: "data", where: { ...(group === "" ? {} : { group: [String(group)] }), ...when } }];
  },
});
