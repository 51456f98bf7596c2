import { heldBy } from "../contract/held-by.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import type { CompositionReading } from "../contract/readings.ts";
import { codeOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { ChainBand, ChainFitResult, ChainIndustries, ChainPartner, ChainPlaces } from "./chain-fit.ts";
import type { Band } from "./distance-bands.ts";

const bandColumn = codeOf<{ readonly band: Band | undefined }>(
  "band",
  { en: "band of distance", zh: "距离圈层" },
  ({ band }) => band?.code ?? null,
  ({ band }) => band?.title ?? null,
);

/** What only a test gives is left out where there was none, but for the columns that are drawn; so are distances of pairs. */
export function chainTables(
  { bands, partners, places, industries }: ChainFitResult,
  { industryTitles }: Pick<CompositionReading, "industryTitles">,
  unit = "km",
): Table[] {
  const chance = (name: string, en: string, zh: string, pick: (row: ChainBand) => number) =>
    ifAny(numberOf<ChainBand>(name, "1", { en, zh }, pick));
  const shown = (name: string, en: string, zh: string, pick: (row: ChainBand) => number) =>
    numberOf<ChainBand>(name, "1", { en, zh }, pick);
  const industry = (name: "supplier" | "user", en: string, zh: string) =>
    codeOf<ChainIndustries>(
      name,
      { en, zh },
      (row) => row[name],
      (row) => heldBy(industryTitles, row[name]) ?? same(row[name]),
    );
  const user = labelOf<ChainPlaces>("other", { en: "user", zh: "使用地" }, ({ other }) => other);
  const apart = ifAny(
    numberOf<ChainPlaces>("distance", unit, { en: "distance", zh: "距离" }, ({ distance }) => distance),
  );
  const distanceTitle = { en: "distance, mean", zh: "平均距离" };
  return [
    tableOf(
      "bands",
      ["band", "year"],
      bands,
      [
        bandColumn,
        yearColumn,
        labelOf("period", { en: "period", zh: "时期" }, ({ year }) => (year === undefined ? null : String(year))),
        numberOf("pairs", "1", { en: "ordered pairs of places", zh: "有序地区对数" }, ({ pairs }) => pairs),
        numberOf("distance", unit, distanceTitle, ({ distance }) => distance),
        numberOf("fit", "1", { en: "chain fit", zh: "产业链契合度" }, ({ fit }) => fit),
        chance("expected", "by chance, mean", "随机均值", ({ expected }) => expected),
        shown("excess", "chain fit over chance", "契合度超出随机均值", ({ fit, expected }) => fit - expected),
        shown("low", "excess by chance, from", "随机区间下限（相对均值）", ({ low, expected }) => low - expected),
        shown("high", "excess by chance, to", "随机区间上限（相对均值）", ({ high, expected }) => high - expected),
        shown(
          "outer_low",
          "the same over all bands, from",
          "全局随机区间下限（相对均值）",
          (row) => row.outerLow - row.expected,
        ),
        shown(
          "outer_high",
          "the same over all bands, to",
          "全局随机区间上限（相对均值）",
          (row) => row.outerHigh - row.expected,
        ),
        chance("p", "p by random placing", "置换检验 p 值", ({ p }) => p),
        chance("q", "q, adjusted for the many bands", "q 值（多重检验校正）", ({ q }) => q),
      ],
      { title: { en: "Chain fit by distance", zh: "分圈层产业链契合度" } },
    ),
    tableOf(
      "partners",
      ["place", "rank", "year"],
      partners,
      [
        placeColumn,
        numberOf<ChainPartner>("rank", "1", { en: "rank", zh: "位次" }, ({ rank }) => rank),
        user,
        yearColumn,
        bandColumn,
        apart,
        numberOf("fit", "1", { en: "fit as its supplier", zh: "作为其供给方的契合度" }, ({ fit }) => fit),
      ],
      { title: { en: "Best users of every place", zh: "各地契合度最高的使用地" } },
    ),
    tableOf(
      "places",
      ["place", "other", "year"],
      places,
      [
        placeColumn,
        user,
        yearColumn,
        bandColumn,
        apart,
        numberOf(
          "fit",
          "1",
          { en: "fit of row as supplier of column", zh: "行地作为列地供给方的契合度" },
          ({ fit }) => fit,
        ),
      ],
      { title: { en: "Chain fit of pairs of places", zh: "地区对的产业链契合度" } },
    ),
    tableOf(
      "industries",
      ["supplier", "user", "band", "year"],
      industries,
      [
        industry("supplier", "supplying industry", "供给产业"),
        industry("user", "using industry", "使用产业"),
        bandColumn,
        yearColumn,
        numberOf("linkage", "1", { en: "share of all linkages", zh: "占全部联系的份额" }, ({ linkage }) => linkage),
        numberOf(
          "together",
          "1",
          { en: "co-location, 1 as all jobs", zh: "共址程度（1 为与全部就业相同）" },
          ({ together }) => together,
        ),
      ],
      { title: { en: "Co-location and linkage of industries", zh: "产业共址与联系" } },
    ),
  ];
}
