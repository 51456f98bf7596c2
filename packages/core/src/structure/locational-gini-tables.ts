import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { industryColumn } from "./columns.ts";
import type { LocationalGiniResult } from "./locational-gini.ts";

export function locationalGiniTables(
  { industries, lorenz }: LocationalGiniResult,
  industryTitles: Readonly<Record<string, Text>>,
): Table[] {
  return [
    tableOf(
      "industries",
      ["industry", "year"],
      industries,
      [
        industryColumn(industryTitles),
        yearColumn,
        numberOf("gini", "1", { en: "locational Gini", zh: "区位基尼系数" }, ({ gini }) => gini),
        numberOf("hoover", "1", { en: "Hoover index", zh: "胡佛指数" }, ({ hoover }) => hoover),
        labelOf("largest", { en: "largest place", zh: "份额最大的地区" }, ({ largest }) => largest),
        numberOf("largest_share", "1", { en: "its share", zh: "最大份额" }, ({ largestShare }) => largestShare),
        numberOf("places", "1", { en: "places with figures", zh: "有数据的地区数" }, ({ places }) => places),
      ],
      { title: { en: "Concentration of industries", zh: "各行业的空间集中度" } },
    ),
    tableOf(
      "lorenz",
      ["industry", "place", "year"],
      lorenz,
      [
        industryColumn(industryTitles),
        placeColumn,
        yearColumn,
        numberOf("share", "1", { en: "share of the industry", zh: "占该行业份额" }, ({ share }) => share),
        numberOf("base_share", "1", { en: "share of the base", zh: "占基准份额" }, (row) => row.baseShare),
        numberOf(
          "cumulative",
          "1",
          { en: "cumulative share of the industry", zh: "行业累计份额" },
          (row) => row.cumulative,
        ),
        numberOf(
          "base_cumulative",
          "1",
          { en: "cumulative share of the base", zh: "基准累计份额" },
          (row) => row.baseCumulative,
        ),
      ],
      { title: { en: "Lorenz curves of industries", zh: "各行业的洛伦兹曲线" } },
    ),
  ];
}
