import { groupColumn, placeColumn } from "../contract/place-columns.ts";
import { type ColumnsOf, ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { ChaseResult, ChasingPair, ChasingPlace } from "./chase.ts";

/** p and q are left out where nothing was tested, and `own` where nothing changed. */
export function chaseTables({ pairs, places, measure }: ChaseResult): Table[] {
  const value =
    measure === "correlation"
      ? { en: "row's change with column's specialisation, r", zh: "行地变化与列地专业化的相关系数" }
      : { en: "row's specialised industries shared with column", zh: "行地专业化行业与列地重叠的份额" };
  const tested: readonly ColumnsOf<ChasingPair>[] = [
    ifAny(numberOf("p", "1", { en: "p by random assignment", zh: "置换检验 p 值" }, ({ p }) => p)),
    ifAny(numberOf("q", "1", { en: "q, adjusted for the many pairs", zh: "q 值（多重检验校正）" }, ({ q }) => q)),
  ];
  return [
    tableOf(
      "pairs",
      ["place", "other"],
      pairs,
      [
        placeColumn,
        labelOf("other", { en: "chased", zh: "被追逐地" }, ({ other }) => other),
        numberOf("chase", "1", value, (row) => row.chase),
        ...tested,
        numberOf(
          "overlap",
          "1",
          { en: "overlap of specialised industries", zh: "专业化行业重叠度" },
          ({ overlap }) => overlap,
        ),
        numberOf("industries", "1", { en: "industries compared", zh: "比较的行业数" }, (row) => row.industries),
        groupColumn,
        labelOf("other_group", { en: "other group", zh: "另一分组" }, ({ otherGroup }) => otherGroup),
      ],
      { title: { en: "Who chases whom", zh: "追逐关系" } },
    ),
    tableOf(
      "places",
      ["place"],
      places,
      [
        placeColumn,
        groupColumn,
        numberOf("chasing", "1", { en: "chasing the others, mean", zh: "追逐他地（均值）" }, (row) => row.chasing),
        numberOf("chased", "1", { en: "chased by the others, mean", zh: "被他地追逐（均值）" }, (row) => row.chased),
        ifAny<ChasingPlace>(
          numberOf("own", "1", { en: "deepening its own specialisation", zh: "自身专业化深化" }, ({ own }) => own),
        ),
        numberOf("position", "1", { en: "position", zh: "位置" }, ({ position }) => position),
        numberOf("block", "1", { en: "block", zh: "类块" }, ({ block }) => block),
      ],
      { title: { en: "Places that chase and are chased", zh: "各地的追逐与被追逐" } },
    ),
  ];
}
