import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Treatment } from "../register/treatment.ts";
import { flagWords } from "./treatment-words.ts";

/** How many places or entries carry each flag, in the order that the flags were met; nothing where it is not of them. */
function tally(flags: Treatment["flags"]) {
  return [...new Set(flags.map(({ flag }) => flag))].map((flag) => {
    const own = flags.filter((each) => each.flag === flag);
    const count = (part: "place" | "entry") => {
      const carrying = own.filter((each) => each[part] !== undefined).length;
      return carrying === 0 ? undefined : carrying;
    };
    return { flag, places: count("place"), entries: count("entry") };
  });
}

const parts = ["outcome", "treated", "dose", "entries", "first_year", "anticipated", "others", "exposed"];

interface MeasuredOutcome {
  readonly unit: string;
  readonly title: Text;
  readonly of: (place: string, year: number) => number;
}

/** `outcome`: what the panel measures, so that an estimator finds treatment and outcome in one table. */
export function treatmentTables({ cells, places, flags }: Treatment, outcome?: MeasuredOutcome): Table[] {
  return [treatmentTable(cells, places, outcome), placesTable(places), bewareTable(flags), flagsTable(flags)];
}

function treatmentTable(
  cells: Treatment["cells"],
  places: Treatment["places"],
  outcome: MeasuredOutcome | undefined,
): Table {
  const firstOf = new Map(places.map(({ place, first }) => [place, first]));
  return tableOf(
    "treatment",
    ["place", "year"],
    cells,
    [
      placeColumn,
      yearColumn,
      ifAny(
        numberOf(
          "outcome",
          outcome?.unit ?? "1",
          outcome?.title ?? { en: "outcome", zh: "结果变量" },
          ({ place, year }) => outcome?.of(place, year),
        ),
      ),
      numberOf("treated", "1", { en: "treated", zh: "受处理" }, ({ treated }) => Number(treated)),
      numberOf("dose", "1", { en: "dose", zh: "处理强度" }, ({ dose }) => dose),
      numberOf("entries", "1", { en: "entries in force", zh: "有效政策数" }, ({ entries }) => entries),
      ifAny(
        numberOf("first_year", "year", { en: "first year treated", zh: "首个处理年份" }, ({ place }) =>
          firstOf.get(place),
        ),
      ),
      numberOf("anticipated", "1", { en: "announced before", zh: "已公布未生效" }, (row) => Number(row.anticipated)),
      numberOf("others", "1", { en: "other entries in force", zh: "其他有效政策数" }, ({ others }) => others),
      ifAny(numberOf("exposed", "1", { en: "neighbours treated", zh: "邻近受处理占比" }, ({ exposed }) => exposed)),
    ],
    // each has a part of its own, so that none passes for a covariate of who estimates with this table
    {
      title: { en: "Treatment by place and year", zh: "各地逐年处理状态" },
      roles: Object.fromEntries(parts.map((part) => [part, part])),
    },
  );
}

function placesTable(places: Treatment["places"]): Table {
  return tableOf(
    "places",
    ["place"],
    places,
    [
      placeColumn,
      ifAny(numberOf("first", "year", { en: "first year treated", zh: "首个处理年份" }, ({ first }) => first)),
      numberOf("before", "1", { en: "years before", zh: "处理前年数" }, ({ before }) => before),
      numberOf("treated_years", "1", { en: "years treated", zh: "受处理年数" }, ({ treated }) => treated),
    ],
    { title: { en: "Places and their cohorts", zh: "各地处理批次" } },
  );
}

function bewareTable(flags: Treatment["flags"]): Table {
  return tableOf(
    "beware",
    ["flag"],
    tally(flags),
    [
      codeOf(
        "flag",
        { en: "flag", zh: "提示" },
        ({ flag }) => flag,
        ({ flag }) => flagWords[flag],
      ),
      ifAny(numberOf("places", "1", { en: "places", zh: "地区数" }, (row) => row.places)),
      ifAny(numberOf("entries", "1", { en: "entries", zh: "政策数" }, (row) => row.entries)),
    ],
    { title: { en: "What an estimate must beware of", zh: "估计效应须当心之处" } },
  );
}

function flagsTable(flags: Treatment["flags"]): Table {
  return tableOf(
    "flags",
    ["flag", "place", "entry"],
    flags,
    [
      codeOf(
        "flag",
        { en: "flag", zh: "提示" },
        ({ flag }) => flag,
        ({ flag }) => flagWords[flag],
      ),
      labelOf("place", { en: "place", zh: "地区" }, ({ place }) => place ?? ""),
      labelOf("entry", { en: "entry", zh: "政策" }, ({ entry }) => entry ?? ""),
      ifAny(numberOf("year", "year", { en: "since", zh: "年份" }, ({ year }) => year)),
      ifAny(numberOf("count", "1", { en: "years or entries", zh: "年数或政策数" }, ({ count }) => count)),
      ifAny(numberOf("share", "1", { en: "share of the place", zh: "涉及份额" }, ({ share }) => share)),
    ],
    { title: { en: "Flags by place and entry", zh: "逐地逐项提示" } },
  );
}
