import { random } from "../contract/random.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";

const indicators = [
  { name: "income", title: { en: "Income per head", zh: "人均收入" }, unit: "1000 yuan", level: 50 },
  { name: "beds", title: { en: "Hospital beds", zh: "医疗床位" }, unit: "bed per 1000 person", level: 5 },
  { name: "dust", title: { en: "Fine particles", zh: "细颗粒物浓度" }, unit: "microgram per m3", level: 40 },
];

/** Made-up indicators of `size` places in two groups, each figure growing from year to year at its own pace. */
export function exampleIndicators(seed: number, size: number, years: readonly number[]): Table {
  const draw = random(seed, "hierarchy/example-indicators");
  const rows = Array.from({ length: size }, (_, at) => {
    const start = indicators.map(({ level }) => level * (0.5 + draw.uniform()));
    const pace = indicators.map(({ level }) => level * 0.03 * draw.uniform());
    return years.map((year) => {
      const since = year - (years[0] as number);
      return { at, year, values: start.map((value, column) => value + since * (pace[column] as number)) };
    });
  }).flat();
  return makeTable(
    "data",
    ["place", "year"],
    [
      labels(
        "place",
        rows.map(({ at }) => `p${String(at).padStart(3, "0")}`),
      ),
      labels(
        "group",
        rows.map(({ at }) => `g${at % 2}`),
      ),
      numbers(
        "year",
        "year",
        rows.map(({ year }) => year),
      ),
      ...indicators.map(({ name, title, unit }, column) =>
        numbers(
          name,
          unit,
          rows.map(({ values }) => values[column] as number),
          { title },
        ),
      ),
    ],
    { roles: { indicators: indicators.map(({ name }) => name) } },
  );
}
