import { labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { EllisonGlaeserResult } from "./ellison-glaeser.ts";

/** With the unit and the title of the plants' sizes. */
export function glaeserTables(
  { industries, areas }: EllisonGlaeserResult,
  plants: { readonly units: Readonly<Record<string, string>>; readonly titles: Readonly<Record<string, Text>> },
): Table[] {
  return [
    tableOf(
      "industries",
      ["industry"],
      industries,
      [
        labelOf("industry", { en: "industry", zh: "行业" }, ({ industry }) => industry),
        numberOf("gamma", "1", { en: "Ellison-Glaeser index", zh: "EG 指数 γ" }, ({ gamma }) => gamma),
        numberOf("concentration", "1", { en: "raw concentration G", zh: "原始集中度 G" }, (row) => row.concentration),
        numberOf("expected", "1", { en: "G by chance", zh: "随机选址下 G 的期望" }, ({ expected }) => expected),
        numberOf(
          "herfindahl",
          "1",
          { en: "Herfindahl index of plants", zh: "企业规模赫芬达尔指数" },
          (row) => row.herfindahl,
        ),
        numberOf("z", "1", { en: "z", zh: "z 值" }, (row) => row.z),
        numberOf("p", "1", { en: "p, one-sided", zh: "单侧 p 值" }, ({ p }) => p),
        numberOf("plants", "1", { en: "plants", zh: "企业数" }, (row) => row.plants),
        numberOf(
          "value",
          plants.units.value ?? "1",
          plants.titles.value ?? { en: "value", zh: "取值" },
          ({ value }) => value,
        ),
      ],
      { title: { en: "Concentration of industries", zh: "各行业集聚程度" } },
    ),
    tableOf(
      "areas",
      ["area"],
      areas,
      [
        labelOf("area", { en: "area", zh: "区域" }, ({ area }) => area),
        numberOf("share", "1", { en: "share of everything", zh: "占总体份额" }, ({ share }) => share),
      ],
      { title: { en: "Areas", zh: "各区域份额" } },
    ),
  ];
}
