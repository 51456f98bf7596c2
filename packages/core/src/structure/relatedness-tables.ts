import { heldBy } from "../contract/held-by.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import type { CompositionReading } from "../contract/readings.ts";
import { codeOf, ifAny, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { groupColumnOf, industryColumn } from "./columns.ts";
import type { NearPair, PlaceDensity, RelatednessResult } from "./relatedness.ts";

const otherColumn = (titles: Readonly<Record<string, { en: string; zh: string }>>) =>
  codeOf<NearPair>(
    "other",
    { en: "other industry", zh: "另一产业" },
    ({ other }) => other,
    ({ other }) => heldBy(titles, other) ?? same(other),
  );

/** The outlook is left out where there is none. */
export function relatednessTables(
  { pairs, densities, industries, outlooks }: RelatednessResult,
  data: CompositionReading,
): Table[] {
  return [
    tableOf(
      "proximity",
      ["industry", "other", "year"],
      pairs,
      [
        industryColumn(data.industryTitles),
        otherColumn(data.industryTitles),
        yearColumn,
        numberOf("proximity", "1", { en: "proximity", zh: "邻近度" }, ({ proximity }) => proximity),
        numberOf("together", "1", { en: "places with both", zh: "同时存在的地区数" }, ({ together }) => together),
      ],
      { title: { en: "Proximity of industries", zh: "产业邻近度" } },
    ),
    tableOf(
      "density",
      ["place", "industry", "year"],
      densities,
      [
        placeColumn,
        industryColumn(data.industryTitles),
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("quotient", "1", { en: "location quotient", zh: "区位商" }, ({ quotient }) => quotient),
        numberOf("present", "1", { en: "present (1: yes)", zh: "存在（1 为是）" }, ({ present }) => present),
        numberOf("density", "1", { en: "relatedness density", zh: "相关密度" }, ({ density }) => density),
        ifAny(numberOf<PlaceDensity>("gain", "1", { en: "gain in outlook", zh: "机会增益" }, ({ gain }) => gain)),
      ],
      { title: { en: "Relatedness density", zh: "相关密度" } },
    ),
    tableOf(
      "industries",
      ["industry"],
      industries,
      [
        industryColumn(data.industryTitles),
        numberOf("ubiquity", "1", { en: "places present", zh: "存在的地区数" }, ({ ubiquity }) => ubiquity),
        ifAny(
          numberOf<RelatednessResult["industries"][number]>(
            "pci",
            "1",
            { en: "complexity (PCI)", zh: "产业复杂度 PCI" },
            ({ pci }) => pci,
          ),
        ),
        numberOf("nearness", "1", { en: "mean proximity", zh: "平均邻近度" }, ({ nearness }) => nearness),
        numberOf("position", "1", { en: "position", zh: "排列位置" }, ({ position }) => position),
        numberOf("block", "1", { en: "block", zh: "块" }, ({ block }) => block),
      ],
      { title: { en: "Industries, last year", zh: "各产业（最后一年）" } },
    ),
    tableOf(
      "outlook",
      ["place", "year"],
      outlooks,
      [
        placeColumn,
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf(
          "outlook",
          "1",
          { en: "complexity outlook (COI)", zh: "复杂度前景指数 COI" },
          ({ outlook }) => outlook,
        ),
      ],
      { title: { en: "Complexity outlook of places", zh: "各地区复杂度前景" } },
    ),
  ];
}
