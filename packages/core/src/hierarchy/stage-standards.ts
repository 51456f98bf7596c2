import type { Text } from "../language/text.ts";

/** A step of urbanisation; which one a share falls into is told by two bounds, in percent. */
export interface UrbanStep {
  readonly id: string;
  readonly title: Text;
}

export interface StepStandard {
  readonly title: Text;
  /** Shares on a bound belong to the middle step: the text has "lower than 30%" and "more than 70%". */
  readonly bounds: readonly [number, number];
  readonly steps: readonly [UrbanStep, UrbanStep, UrbanStep];
}

/** Formation of a city cluster: three stages by the urban share of the population. */
export const stageStandard: StepStandard = {
  title: { en: "stage of a city cluster", zh: "城市群发展阶段" },
  bounds: [30, 70],
  steps: [
    { id: "initiation", title: { en: "initiation", zh: "起步阶段" } },
    { id: "agglomeration", title: { en: "agglomeration", zh: "集聚阶段" } },
    { id: "saturation", title: { en: "saturation", zh: "饱和阶段" } },
  ],
};

/** What the Boston-Washington corridor went through, read as phases of synergy between cities. */
export const phaseStandard: StepStandard = {
  title: { en: "phase of synergy, after Boston-Washington", zh: "协同阶段（以波士华为参照）" },
  bounds: [55, 65],
  steps: [
    { id: "no-synergy", title: { en: "no obvious synergy", zh: "无明显协同" } },
    { id: "complementary", title: { en: "complementary development", zh: "互补发展" } },
    { id: "diversified", title: { en: "diversified development", zh: "多元发展" } },
  ],
};

/** How far a share may be from a bound by rounding alone, in percent. */
const rounding = 1e-9;

export function stepOf(percent: number, { steps }: StepStandard, [low, high]: readonly [number, number]): UrbanStep {
  if (percent < low - rounding) return steps[0];
  return percent > high + rounding ? steps[2] : steps[1];
}

/** Percentage points up to the next step; nothing after the last. */
export function toNext(percent: number, [low, high]: readonly [number, number]): number {
  if (percent < low - rounding) return low - percent;
  return percent > high + rounding ? Number.NaN : Math.max(0, high - percent);
}
