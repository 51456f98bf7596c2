import { type ColumnsOf, codeOf } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";

/** A place and its neighbours, above or below the mean; `none` where a local test is not passed. */
const quadrants: Readonly<Record<string, Text>> = {
  HH: { en: "high among high", zh: "高—高" },
  LL: { en: "low among low", zh: "低—低" },
  HL: { en: "high among low", zh: "高—低" },
  LH: { en: "low among high", zh: "低—高" },
  "-": { en: "at the mean, or no neighbours", zh: "处于均值或无邻居" },
  none: { en: "not significant", zh: "不显著" },
};

export function quadrantOf<Row>(name: string, title: Text, pick: (row: Row) => string): ColumnsOf<Row> {
  return codeOf(name, title, pick, (row) => quadrants[pick(row)] ?? same(pick(row)));
}
