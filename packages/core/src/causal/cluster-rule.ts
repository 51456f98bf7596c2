import type { FindingValue, Warning } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import type { Text } from "../language/text.ts";
import type { Factor } from "./absorb.ts";

/**
 * What an error by clusters rests on. `effective` is how many clusters of one size would carry the effect as these do: by the share
 * s_g of each in the squared weights of the outcomes, 1 / Σ s_g² (Carter, Schnepel and Steigerwald 2017, without correlation inside).
 * Where k of n are treated alike it is 1 / ((1 - k/n)² / k + (k/n)² / (n - k)): about k where few are treated, about n - k where few
 * are not, and n where it is half of them. Of a column that is no treatment it counts the clusters in which it varies beside the others.
 */
export interface Support {
  readonly clusters: number;
  readonly effective: number;
}

/** `weights`: of every outcome in the effect. By several ways at once the way that carries least decides. */
export function supportOf(weights: ArrayLike<number>, ...ways: readonly Factor[]): Support {
  const carrying = ways.map(({ of, levels }) => {
    const squares = new Float64Array(levels);
    for (let row = 0; row < weights.length; row += 1) squares[of[row]] += weights[row] ** 2;
    const total = squares.reduce((sum, each) => sum + each, 0);
    return 1 / squares.reduce((sum, each) => sum + (each / total) ** 2, 0);
  });
  return { clusters: Math.min(...ways.map(({ levels }) => levels)), effective: Math.min(...carrying) };
}

/**
 * One rule for every estimator with errors by clusters. Withheld, because they mean nothing, below `fewestClusters`, and where fewer
 * than `fewestEffective` carry the effect: of a single treated cluster the regression leaves no error to look at. The effect
 * stands then, without error, interval and p. Told to be too small below `fewClusters`, and where fewer than `fewEffective` carry it.
 */
export const [fewestClusters, fewClusters, fewestEffective, fewEffective] = [5, 30, 2, 15];

const rounding = 1e-9; // of shares of weights: two clusters alike are two

export const areTooFew = ({ clusters, effective }: Support): boolean =>
  clusters < fewestClusters || effective < fewestEffective - rounding;

/** Few although there may be many clusters: most of them carry next to nothing. */
const isLopsided = ({ clusters, effective }: Support): boolean => effective < fewEffective && effective < clusters / 2;

/** An error, or a variance, as clusters give it: `NaN` where they are too few, and so is all that follows from it. */
export const errorBy = (support: Support, error: number): number => (areTooFew(support) ? Number.NaN : error);

/** Of 100 panels of 40 places without any effect: in how many tests at 5 % find one, by estimator from least to most, and the wild bootstrap (verify, few-clusters). */
export const simulated = [
  { treated: 1, least: 77, most: 77, wild: Number.NaN },
  { treated: 2, least: 29, most: 31, wild: 0 },
  { treated: 3, least: 19, most: 23, wild: 2 },
  { treated: 5, least: 9, most: 12, wild: 4 },
  { treated: 10, least: 6, most: 8, wild: 7 },
] as const;
export const simulatedPlaces = 40;

const alike = (treated: number): number => {
  const share = treated / simulatedPlaces;
  return 1 / ((1 - share) ** 2 / treated + share ** 2 / (simulatedPlaces - treated));
};

/** The simulation that is most like this. */
function nearest({ effective }: Support) {
  const apart = ({ treated }: (typeof simulated)[number]) => Math.abs(Math.log(alike(treated) / effective));
  return simulated.slice(1).reduce((best, each) => (apart(each) < apart(best) ? each : best));
}

interface More {
  /** What to look at instead where there are few clusters in all. */
  readonly look?: Text;
  /** Of the effects told beside the main one. */
  readonly parts?: readonly Support[];
}

/** Nothing where there are enough. */
export function clusterWarnings(support: Support, { look = { en: "", zh: "" }, parts = [] }: More = {}): Warning[] {
  const own = ownWarning(support, look);
  const withheld = areTooFew(support) ? 0 : parts.filter(areTooFew).length;
  const beside: Warning = { code: "parts-withheld", text: partsWithheld, values: { n: withheld } };
  return [...(own === undefined ? [] : [own]), ...(withheld === 0 ? [] : [beside])];
}

function ownWarning(support: Support, look: Text): Warning | undefined {
  const { clusters: n, effective } = support;
  const carrying: FindingValue = decimal(effective, 1);
  if (n < fewestClusters) return { code: "too-few-clusters", text: tooFew, values: { n } };
  if (areTooFew(support)) {
    const [{ most }] = simulated;
    return { code: "too-few-clusters", text: alone, values: { n, carrying, most } };
  }
  if (isLopsided(support)) {
    const { treated, least, most } = nearest(support);
    return { code: "few-clusters", text: lopsided, values: { n, carrying, treated, least, most } };
  }
  if (!(n < fewClusters)) return undefined;
  return { code: "few-clusters", text: { en: `${few.en}${look.en}`, zh: `${few.zh}${look.zh}` }, values: { n } };
}

/** The wild bootstrap with few who carry the effect; nothing where they are enough, or none is drawn for want of them. */
export function wildWarnings(support: Support): Warning[] {
  if (areTooFew(support) || !isLopsided(support)) return [];
  const { treated, wild } = nearest(support);
  if (!(wild < 5)) return [];
  return [{ code: "few-for-bootstrap", text: bootstrapped, values: { treated, wild } }];
}

const tooFew: Text = {
  en: `{n, plural, one {# cluster} other {# clusters}}: fewer than ${fewestClusters} give no error, so error, interval and p are withheld; cluster by smaller units, or set causal/randomisation beside the effect`,
  zh: `仅 {n} 个聚类：不足 ${fewestClusters} 个时无从得出标准误，故不给出标准误、区间与 p 值；请按更小的单元聚类，或并列 causal/randomisation`,
};
const alone: Text = {
  en: `of {n} clusters {carrying} carry the effect, as where one alone is treated, or one alone is not: its errors cannot be seen (with 1 treated of ${simulatedPlaces} a test at 5 % would find an effect in {most} of 100 simulated panels that have none), so error, interval and p are withheld; that takes ${fewestEffective} on either side, or causal/randomisation, or causal/synthetic-control with its placebos`,
  zh: `{n} 个聚类中实际承载效应的相当于 {carrying} 个（如仅一个受处理，或仅一个未受处理）：其误差无从得知（${simulatedPlaces} 个地区中仅 1 个受处理时，模拟的 100 个并无效应的面板中，5% 水平的检验会有 {most} 个误判为有效应），故不给出标准误、区间与 p 值；两侧各须至少 ${fewestEffective} 个聚类，或改用 causal/randomisation、带安慰剂的 causal/synthetic-control`,
};
const lopsided: Text = {
  en: `of {n} clusters {carrying} carry the effect (few are treated, few are not, or few vary): errors are too small, in tests of the years before too. With {treated} treated of ${simulatedPlaces} tests at 5 % find an effect in {least} to {most} of 100 simulated panels that have none; set causal/randomisation beside it`,
  zh: `{n} 个聚类中实际承载效应的相当于 {carrying} 个（受处理者、未受处理者或有变异者过少）：标准误偏小，处理前各年的检验亦然。${simulatedPlaces} 个地区中有 {treated} 个受处理时，模拟的 100 个并无效应的面板中，5% 水平的检验有 {least} 至 {most} 个误判为有效应；请并列 causal/randomisation`,
};
const few: Text = {
  en: `{n} clusters: with fewer than ${fewClusters} errors are too small`,
  zh: `仅 {n} 个聚类：不足 ${fewClusters} 个时标准误偏小`,
};
const partsWithheld: Text = {
  en: `{n, plural, one {# of the further effects has} other {# of the further effects have}} no error: fewer than ${fewestEffective} clusters carry them, as where one place is treated alone`,
  zh: `其余效应中有 {n} 个不给出标准误：承载其的聚类不足 ${fewestEffective} 个，如仅一个地区受处理`,
};
const bootstrapped: Text = {
  en: `the wild bootstrap errs to the other side: with {treated} treated of ${simulatedPlaces} and no effect it finds one in {wild} of 100 simulated panels where 5 are promised, and so misses effects that there are`,
  zh: `wild 自助法则偏于保守：${simulatedPlaces} 个地区中有 {treated} 个受处理且并无效应时，模拟的 100 个面板中仅 {wild} 个判为有效应（名义为 5 个），故会漏掉确有的效应`,
};
