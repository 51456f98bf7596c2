import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { type Aggregate, type Recipe, rootId } from "./recipe.ts";
import type { CompositeData } from "./scale.ts";
import type { Scored } from "./score.ts";

export const levels = ["indicators", "aspects"] as const;
export type Level = (typeof levels)[number];

/** What is weighed: every indicator in the whole, or what hangs directly under the root. */
export interface WeighedItem {
  readonly id: string;
  readonly title: Text;
  /** By the recipe; all add up to 1. */
  readonly weight: number;
}

/** Scores as weighted sums: whatever the mean, the order of places is that of `sum w value`, more is better. */
export interface RankProblem {
  readonly items: readonly WeighedItem[];
  /** By row of the data, one value an item; none where the row has a gap. */
  readonly values: readonly (readonly number[] | undefined)[];
  readonly dropped: readonly Dropped[];
}

/** Each mean keeps or turns the order of a sum of stepped values; turned ones are taken negative. */
const steps: Record<Aggregate, (value: number) => number> = {
  arithmetic: (value) => value,
  geometric: Math.log,
  harmonic: (value) => -1 / value,
};

export function rankProblem(recipe: Recipe, scored: Scored, data: CompositeData, level: Level): RankProblem {
  const { indicators, nodes } = scored;
  if (level === "indicators") refuseMixed(recipe);
  const step = steps[nodes[0].aggregate];
  const sources =
    level === "indicators"
      ? indicators.map(({ id, title, weight, normalised }) => ({ id, title, weight, values: normalised }))
      : [
          ...nodes
            .filter(({ parent }) => parent === rootId)
            .map(({ id, title, weight, scores }) => ({ id, title, weight, values: scores })),
          ...indicators
            .filter(({ node }) => node === rootId)
            .map(({ id, title, weight, normalised }) => ({ id, title, weight, values: normalised })),
        ];
  const dropped: Dropped[] = [];
  const values = data.place.map((place, row) => {
    const gap = sources.find((source) => Number.isNaN(source.values[row]));
    if (gap === undefined) return sources.map((source) => step(source.values[row]));
    dropped.push({
      input: "data",
      row: data.year === undefined ? place : `${place} ${data.year[row]}`,
      reason: {
        en: `no value for ${gap.title.en}; weights are sought over places that have all`,
        zh: `${gap.title.zh}缺失；仅在数据完整的地区之间求解权重`,
      },
    });
    return undefined;
  });
  return { items: sources.map(({ values: _, ...item }) => item), values, dropped };
}

function refuseMixed({ nodes, aggregate }: Recipe): void {
  const other = nodes.find((node) => (node.aggregate ?? aggregate) !== aggregate);
  if (other === undefined) return;
  throw new InputError({
    code: "means-mixed",
    text: {
      en: `rank-optimal-weights: ${other.id} has a mean of its own (${other.aggregate}), so scores are no weighted sum of indicators`,
      zh: `最优权重：${other.id} 采用不同的合成方式（${other.aggregate}），得分不是指标的加权和`,
    },
    hint: { en: "weigh aspects: level: aspects", zh: "可改为对维度求解：level: aspects" },
    place: { path: "level" },
  });
}
