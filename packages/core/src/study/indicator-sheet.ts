import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { type IndicatorTable, leavesOf } from "./indicators.ts";
import type { IndicatorLeaf, IndicatorSet } from "./schema.ts";

const directions = {
  up: { en: "more is better", zh: "越大越好" },
  down: { en: "less is better", zh: "越小越好" },
} satisfies Record<IndicatorLeaf["direction"], Text>;

/** A set of indicators as a table to print: what each is, which way it counts, and how many of its cells have a figure. */
export function indicatorSheet(name: string, set: IndicatorSet, made: IndicatorTable | undefined): Table {
  const leaves = leavesOf(set.aspects);
  const values = (id: string) => made?.table.columns.find((column) => column.name === id)?.values as Float64Array;
  const filled = ({ id }: (typeof leaves)[number]): number => {
    const cells = made === undefined ? undefined : values(id);
    if (cells === undefined || cells.length === 0) return 0;
    return (100 * cells.filter((value) => !Number.isNaN(value)).length) / cells.length;
  };
  const why = (id: string, { note }: IndicatorLeaf, language: keyof Text): string => {
    const lacking = made?.indicators.find((each) => each.id === id)?.lacking?.text[language];
    return [note?.[language], lacking].filter((text) => text !== undefined).join(language === "zh" ? "；" : "; ");
  };
  const each = (of: (leaf: IndicatorLeaf, id: string) => string) => leaves.map(({ leaf, id }) => of(leaf, id));
  return makeTable(
    name,
    ["indicator"],
    [
      labels(
        "aspect",
        leaves.map(({ aspect }) => aspect),
        { en: "aspect", zh: "方面" },
      ),
      labels(
        "indicator",
        leaves.map(({ id }) => id),
        { en: "indicator", zh: "指标" },
      ),
      labels(
        "unit",
        each(
          (leaf, id) =>
            made?.table.columns.flatMap((c) => (c.name === id && "unit" in c ? c.unit : []))[0] ?? leaf.unit ?? "1",
        ),
        { en: "unit", zh: "单位" },
      ),
      labels(
        "direction_en",
        each(({ direction }) => directions[direction].en),
        { en: "direction", zh: "方向" },
      ),
      labels(
        "direction_zh",
        each(({ direction }) => directions[direction].zh),
        { en: "direction", zh: "方向" },
      ),
      numbers(
        "target",
        "1",
        Float64Array.from(leaves, ({ leaf }) => leaf.target ?? Number.NaN),
        {
          title: { en: "target", zh: "目标值" },
        },
      ),
      numbers("filled", "percent", Float64Array.from(leaves, filled), {
        title: { en: "cells with a figure", zh: "有数据的单元" },
      }),
      labels(
        "note_en",
        each((leaf, id) => why(id, leaf, "en")),
        { en: "note", zh: "说明" },
      ),
      labels(
        "note_zh",
        each((leaf, id) => why(id, leaf, "zh")),
        { en: "note", zh: "说明" },
      ),
      labels(
        "made",
        each(({ expr }) => expr),
        { en: "made from", zh: "算式" },
      ),
    ],
    { title: set.title ?? same(name) },
  );
}
