import { heldBy } from "../contract/held-by.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import type { CompositionReading } from "../contract/readings.ts";
import { type ColumnsOf, codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { groupColumnOf } from "./columns.ts";
import type { DiverseReference, DiversityResult } from "./diversity.ts";
import type { LogarithmBase } from "./diversity-measures.ts";

export function diversityTables(
  { places, reference }: DiversityResult,
  { groupOf, industryTitles }: CompositionReading,
  logarithm: LogarithmBase,
): Table[] {
  const entropy = {
    nats: { en: "entropy, nats", zh: "信息熵（奈特）" },
    bits: { en: "entropy, bits", zh: "信息熵（比特）" },
  };
  const measures: readonly ColumnsOf<DiverseReference>[] = [
    numberOf("hhi", "1", { en: "Herfindahl index", zh: "赫芬达尔指数" }, ({ hhi }) => hhi),
    numberOf("entropy", "1", entropy[logarithm], (row) => row.entropy),
    numberOf("evenness", "1", { en: "evenness", zh: "均匀度" }, (row) => row.evenness),
    numberOf(
      "effective_hhi",
      "1",
      { en: "effective industries by the Herfindahl index", zh: "有效行业数（按赫芬达尔指数）" },
      (row) => row.effectiveByHhi,
    ),
    numberOf(
      "effective_entropy",
      "1",
      { en: "effective industries by entropy", zh: "有效行业数（按信息熵）" },
      (row) => row.effectiveByEntropy,
    ),
    codeOf(
      "largest",
      { en: "largest industry", zh: "最大行业" },
      (row) => row.largestIndustry,
      (row) => heldBy(industryTitles, row.largestIndustry) ?? same(row.largestIndustry),
    ),
    numberOf("largest_share", "1", { en: "its share", zh: "最大行业份额" }, ({ largest }) => largest),
    numberOf("industries", "1", { en: "industries with figures", zh: "有数据的行业数" }, (row) => row.industries),
  ];
  return [
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        placeColumn,
        yearColumn,
        groupColumnOf(groupOf),
        numberOf("hachman", "1", { en: "Hachman index", zh: "Hachman 指数" }, ({ hachman }) => hachman),
        ...measures,
      ],
      { title: { en: "Diversity of places", zh: "各地产业多样性" } },
    ),
    tableOf("reference", ["year"], reference, [yearColumn, ...measures], {
      title: { en: "Diversity of the reference", zh: "参照的产业多样性" },
    }),
  ];
}
