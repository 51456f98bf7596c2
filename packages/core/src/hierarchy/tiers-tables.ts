import type { Finding } from "../contract/method.ts";
import { type LabelColumn, labels, makeTable, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { ClassCount, ClassedPlace } from "./tiers.ts";

const group = { en: "group", zh: "组" };
type Row = { readonly class: string; readonly title: Text; readonly group: string; readonly year: number | undefined };

function classColumns(rows: readonly Row[]): LabelColumn[] {
  const ids = rows.map((row) => row.class);
  const english = rows.map(({ title }) => title.en);
  const chinese = rows.map(({ title }) => title.zh);
  return [
    labels("class", ids, { en: "class", zh: "等级代码" }),
    labels("class_en", english, { en: "class (English)", zh: "等级（英文）" }),
    labels("class_zh", chinese, { en: "class (Chinese)", zh: "等级" }),
  ];
}

function yearColumn(rows: readonly Row[]): NumberColumn[] {
  if (rows.every(({ year }) => year === undefined)) return [];
  const years = rows.map(({ year }) => year ?? Number.NaN);
  return [numbers("year", "year", years, { title: { en: "year", zh: "年份" } })];
}

const whole = (object: "city" | "prefecture"): Text =>
  object === "city"
    ? { en: "City size classes", zh: "城市规模等级" }
    : { en: "Prefecture size classes (not city tiers)", zh: "地区规模分级（非城市等级）" };

export function classTable(rows: readonly ClassedPlace[], object: "city" | "prefecture"): Table {
  const places = rows.map(({ place }) => place);
  const sizes = rows.map(({ size }) => size);
  const groups = rows.map((row) => row.group);
  const years = yearColumn(rows);
  return makeTable(
    "classes",
    ["place", ...years.map(({ name }) => name)],
    [
      labels("place", places, { en: "place", zh: "地区" }),
      ...years,
      labels("group", groups, group),
      numbers("size", "person", sizes, { title: { en: "population", zh: "人口" } }),
      ...classColumns(rows),
    ],
    { title: whole(object) },
  );
}

export function countTable(rows: readonly ClassCount[], object: "city" | "prefecture"): Table {
  const groups = rows.map((row) => row.group);
  const years = yearColumn(rows);
  const [places, persons] = [rows.map((row) => row.places), rows.map((row) => row.persons)];
  const shares = rows.map(({ share }) => share);
  const { en, zh } = whole(object);
  return makeTable(
    "counts",
    ["group", "class", ...years.map(({ name }) => name)],
    [
      labels("group", groups, group),
      ...years,
      ...classColumns(rows),
      numbers("places", "1", places, { title: { en: "places", zh: "个数" } }),
      numbers("persons", "person", persons, { title: { en: "population", zh: "人口" } }),
      numbers("share", "1", shares, { title: { en: "share of population", zh: "人口比重" } }),
    ],
    { title: { en: `${en}: counts`, zh: `${zh}：个数` } },
  );
}

/** The largest class that has places, of each group's last year. */
export function tierFindings(counts: readonly ClassCount[], object: "city" | "prefecture"): Finding[] {
  return [...new Set(counts.map((row) => row.group))].flatMap((name) => {
    const own = counts.filter((row) => row.group === name);
    const last = Math.max(...own.map(({ year }) => year ?? 0));
    const latest = own.filter(({ year }) => (year ?? 0) === last);
    const all = latest.reduce((total, { places }) => total + places, 0);
    const top = latest.find(({ places }) => places > 0);
    if (top === undefined) return [];
    const who = name === "" ? { en: "", zh: "" } : { en: "{group}: ", zh: "{group}：" };
    const what =
      object === "city" ? { en: "places", zh: "个地区" } : { en: "prefectures or areas", zh: "个地级市或地区" };
    const year = top.year === undefined ? { en: "", zh: "" } : { en: " in {year}", zh: "{year} 年" };
    return [
      {
        text: {
          en: `${who.en}{places} of {all} ${what.en} fall into the largest class that occurs${year.en}, {class}, with {share} of the people.`,
          zh: `${who.zh}${year.zh}{all} ${what.zh}中有 {places} 个属于出现的最高一级（{class}），占人口的 {share}。`,
        },
        values: {
          places: top.places,
          all,
          class: { text: top.title },
          share: { number: 100 * top.share, unit: "percent", digits: 0 },
          ...(name === "" ? {} : { group: { group: name } }),
          ...(top.year === undefined ? {} : { year: String(top.year) }),
        },
      },
    ];
  });
}
