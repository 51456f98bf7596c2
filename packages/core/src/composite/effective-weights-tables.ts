import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { EffectiveWeight, EffectiveWeights } from "./effective-weights.ts";

const kinds = { node: { en: "aspect", zh: "维度" }, indicator: { en: "indicator", zh: "指标" } };
const measures = {
  nominal: { en: "as stated", zh: "名义权重" },
  effective: { en: "effective", zh: "有效权重" },
  carried: { en: "variance carried", zh: "方差贡献" },
} as const;

const itemColumn = codeOf(
  "item",
  { en: "aspect or indicator", zh: "维度或指标" },
  ({ id }: EffectiveWeight) => id,
  ({ title }) => title,
);
const kindColumn = codeOf(
  "kind",
  { en: "kind", zh: "类别" },
  ({ kind }: EffectiveWeight) => kind,
  ({ kind }) => kinds[kind],
);

export function effectiveTables({ items }: EffectiveWeights): Table[] {
  const compared = items.flatMap((item) =>
    (["nominal", "effective", "carried"] as const).map((measure) => ({ ...item, measure, share: item[measure] })),
  );
  return [
    tableOf(
      "weights",
      ["item"],
      items,
      [
        itemColumn,
        kindColumn,
        labelOf("under", { en: "under", zh: "上级" }, ({ under }) => under),
        numberOf(
          "nominal",
          "1",
          { en: "weight as stated, in the whole", zh: "名义权重（整体）" },
          (each) => each.nominal,
        ),
        numberOf(
          "effective",
          "1",
          { en: "effective weight, within its level", zh: "有效权重（同层占比）" },
          (each) => each.effective,
        ),
        numberOf(
          "difference",
          "1",
          { en: "effective less stated", zh: "有效减名义" },
          (each) => each.effective - each.nominal,
        ),
        numberOf("carried", "1", { en: "share of the variance carried", zh: "方差贡献占比" }, (each) => each.carried),
        numberOf(
          "correlation",
          "1",
          { en: "correlation with the score", zh: "与得分的相关系数" },
          (each) => each.correlation,
        ),
        numberOf("ratio", "1", { en: "correlation ratio", zh: "相关比" }, (each) => each.ratio),
      ],
      { title: { en: "Weights as stated and as they work", zh: "名义权重与有效权重" } },
    ),
    tableOf(
      "compared",
      ["item", "measure"],
      compared,
      [
        itemColumn,
        kindColumn,
        codeOf(
          "measure",
          { en: "measure", zh: "口径" },
          ({ measure }) => measure,
          ({ measure }) => measures[measure],
        ),
        numberOf("share", "1", { en: "share", zh: "占比" }, ({ share }) => share),
      ],
      { title: { en: "The three side by side", zh: "三种口径对照" } },
    ),
  ];
}
