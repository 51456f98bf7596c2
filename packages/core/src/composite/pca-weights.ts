/**
 * Along which few directions do places differ, and how much of that does each indicator carry?
 *
 *   R v_k = lambda_k v_k        w_j = sum_k lambda_k v_jk^2 / sum_k lambda_k        over the components that are kept
 *
 * lambda_k v_jk^2 is the square of indicator j's loading, so a weight is the indicator's part of the variance that is kept:
 * never negative, and free of the sign of a component, which means nothing. `rule: coefficients` is the other formula of
 * that name, w_j in proportion to sum_k lambda_k v_jk: its entries can be negative, and a negative coefficient never becomes
 * a weight here, neither as it is nor by its size: the method refuses and names the indicators. The coefficients stand in
 * the table either way. `rule: strongest` takes an indicator's largest squared loading alone, w_j in proportion to
 * max_k lambda_k v_jk^2: that of the component it belongs to (Nicoletti and others 2000, as OECD and JRC describe it).
 *
 * `rotation: varimax` turns the kept components so that each indicator stands on few of them, with the normalisation of
 * Kaiser. It leaves communalities, and with them weights by squared loadings, as they are; the other rules and the loadings
 * shown change. Eigenvalues are those before the turn, `rotated` the variance of each component after it.
 *
 * Components are of the correlations, or of the covariances of the min-max values; kept are those with at least the mean
 * eigenvalue (Kaiser: 1), enough for `share` of the variance, or the first alone. All components kept would weigh all
 * alike under correlations. Directions are applied first; an indicator that runs against the first component all the same
 * gets a warning, since a composite adds what the data set against each other.
 *
 * Rows (places x years, pooled) with a gap in any indicator are left out and named. A constant indicator has weight 0, with
 * a warning. KMO and Bartlett's test say whether condensing is worth while; both need correlations that can be inverted,
 * and are a gap with a warning where they cannot.
 *
 * @example
 * pcaWeights({ place: ["a", "b", "c", "d"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 0, 1, 1) },
 *   { name: "y", unit: "1", values: Float64Array.of(0, 1, 0, 1) }, // r = 0: both components have variance 1 and are kept
 * ] }).weights[0].weight // .5
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { spread } from "../numeric/spread.ts";
import { pcaFindings } from "./pca-findings.ts";
import { type PcaMatrix, type PcaRetain, type PcaRotation, type PcaShares, pcaShares } from "./pca-shares.ts";
import { pcaTables } from "./pca-tables.ts";
import { pcaWarnings, refuseNegative } from "./pca-warnings.ts";
import { principalComponents } from "./principal-components.ts";
import { type SamplingAdequacy, samplingAdequacy } from "./sampling-adequacy.ts";
import {
  allConstant,
  constantWarning,
  minMaxed,
  type ObjectiveWeight,
  scopeConvention,
  type WeighingInput,
  weighing,
} from "./weighing.ts";
import { weighingExample } from "./weighing-example.ts";

const pcaRules = ["squared-loadings", "strongest", "coefficients"] as const;
export type PcaRule = (typeof pcaRules)[number];

export interface PcaWeight extends ObjectiveWeight {
  /** Part of the indicator's own variance that the kept components hold. */
  readonly communality: number;
  /** Sum of its entries weighed by variance; may be negative. */
  readonly coefficient: number;
  readonly kmo: number;
}

export interface PcaComponent {
  readonly component: number;
  readonly eigenvalue: number;
  readonly share: number;
  readonly cumulative: number;
  readonly kept: boolean;
  /** Variance of the kept component after it was turned; `NaN` without a rotation. */
  readonly rotated: number;
}

export interface PcaLoading {
  readonly component: number;
  readonly indicator: string;
  readonly title: ObjectiveWeight["title"];
  readonly entry: number;
  /** Correlation of the indicator with the component. */
  readonly loading: number;
  /** The same after the kept components were turned; `NaN` without a rotation. */
  readonly rotated: number;
}

export interface PcaWeightsResult extends Outcome, Omit<SamplingAdequacy, "kmoOf"> {
  readonly weights: readonly PcaWeight[];
  readonly components: readonly PcaComponent[];
  readonly loadings: readonly PcaLoading[];
  readonly kept: number;
  readonly keptShare: number;
}

export interface PcaWeightsOptions {
  readonly rule?: PcaRule;
  readonly matrix?: PcaMatrix;
  readonly retain?: PcaRetain;
  readonly share?: number;
  readonly rotation?: PcaRotation;
  /** Names of the indicators of which less is better. */
  readonly down?: readonly string[];
}

export function pcaWeights(input: WeighingInput, options: PcaWeightsOptions = {}): PcaWeightsResult {
  const { rule = "squared-loadings", matrix = "correlation", retain = "kaiser", share = 0.85, down = [] } = options;
  const { rotation = "none" } = options;
  const { columns, rows, dropped } = weighing("pca-weights", input, down);
  const scaled = columns.map(minMaxed);
  const found = pcaShares(scaled, { matrix, retain, share, rotation });
  if (found === undefined) throw allConstant("pca-weights");
  const { carried, strongest, coefficients } = found;
  const raw = { "squared-loadings": carried, strongest, coefficients }[rule];
  const isTurned = rotation === "varimax";
  refuseNegative(columns, raw);
  const sum = raw.reduce((total, each) => total + each, 0);
  const { kmoOf, ...adequacy } = adequacyOf(found, matrix, rows.length);
  const variances = scaled.map((values) => (matrix === "correlation" ? 1 : spread(values).deviation ** 2));
  const total = found.eigenvalues.reduce((all, each) => all + each, 0);
  let reached = 0;
  const components = found.eigenvalues.map((eigenvalue, at): PcaComponent => {
    reached += eigenvalue;
    const cumulative = Math.min(1, reached / total);
    const turned = isTurned ? found.loadings[at]?.reduce((sum, loading) => sum + loading ** 2, 0) : undefined;
    const kept = at < found.retained;
    return {
      component: at + 1,
      eigenvalue,
      share: eigenvalue / total,
      cumulative,
      kept,
      rotated: turned ?? Number.NaN,
    };
  });
  return {
    weights: columns.map(({ name, title }, at) => ({
      indicator: name,
      title,
      communality: variances[at] > 0 ? found.carried[at] / variances[at] : 0,
      coefficient: found.coefficients[at],
      kmo: kmoOf[found.varying.indexOf(at)] ?? Number.NaN,
      weight: raw[at] / sum,
    })),
    components,
    loadings: components.flatMap(({ component, eigenvalue }) =>
      found.varying.map((column, at) => ({
        component,
        indicator: columns[column].name,
        title: columns[column].title,
        entry: found.vectors[component - 1][at],
        loading: (found.vectors[component - 1][at] * Math.sqrt(eigenvalue)) / Math.sqrt(variances[column]),
        rotated: isTurned
          ? (found.loadings[component - 1]?.[at] ?? Number.NaN) / Math.sqrt(variances[column])
          : Number.NaN,
      })),
    ),
    kept: found.retained,
    keptShare: components[found.retained - 1].cumulative,
    ...adequacy,
    n: rows.length,
    dropped,
    warnings: [...constantWarning(columns), ...pcaWarnings(columns, found, adequacy, rows.length)],
    convention: {
      rule,
      matrix,
      retain,
      ...(retain === "share" ? { share: String(share) } : {}),
      rotation,
      scope: "pooled",
    },
  };
}

function adequacyOf({ correlated, eigenvalues }: PcaShares, matrix: PcaMatrix, n: number): SamplingAdequacy {
  const ofCorrelations = matrix === "correlation" ? eigenvalues : principalComponents(correlated).eigenvalues;
  return samplingAdequacy(correlated, ofCorrelations, n);
}

export default defineMethod({
  id: "composite/pca-weights",
  version: 2,
  title: { en: "Weights by principal components", zh: "主成分分析法权重" },
  question: {
    en: "Along which few directions do places differ, and how much of that does each indicator carry?",
    zh: "各地差异主要沿哪几个方向展开？各指标在其中占多大分量？",
  },
  formula: "R vₖ = λₖ vₖ;  wⱼ = Σₖ λₖ vⱼₖ² / Σₖ λₖ",
  where: {
    en: "λₖ, vₖ: eigenvalues and unit eigenvectors of the components that are kept",
    zh: "λₖ、vₖ：所保留主成分的特征值与单位特征向量",
  },
  cites: [
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
    {
      text: "Kaiser, H. F. (1958). The varimax criterion for analytic rotation in factor analysis. Psychometrika 23, 187-200.",
      checked: "secondary",
    },
    {
      text: "Kaiser, H. F. and Rice, J. (1974). Little jiffy, mark IV. Educational and Psychological Measurement 34, 111-117.",
      checked: "unverified",
    },
    {
      text: "Bartlett, M. S. (1951). The effect of standardization on a chi-square approximation in factor analysis. Biometrika 38, 337-344.",
      checked: "unverified",
    },
  ],
  conventions: {
    rule: {
      title: { en: "From components to weights", zh: "由主成分到权重" },
      choices: {
        "squared-loadings": { en: "squared loadings, never negative", zh: "载荷平方和，恒为非负" },
        strongest: { en: "the largest squared loading of each", zh: "各指标最大的载荷平方" },
        coefficients: {
          en: "entries weighed by variance, refused if negative",
          zh: "按方差贡献率加权的系数，出现负值则拒绝",
        },
      },
    },
    matrix: {
      title: { en: "Components of", zh: "分析矩阵" },
      choices: {
        correlation: { en: "correlations", zh: "相关矩阵" },
        covariance: { en: "covariances of the min-max values", zh: "极差标准化值的协方差矩阵" },
      },
    },
    retain: {
      title: { en: "Components kept", zh: "主成分个数" },
      choices: {
        kaiser: { en: "eigenvalue of at least the mean (Kaiser)", zh: "特征值不小于均值（Kaiser 准则）" },
        share: { en: "enough for a share of the variance", zh: "累计方差贡献率达到给定比例" },
        first: { en: "the first alone", zh: "仅第一主成分" },
      },
    },
    share: { title: { en: "Share of the variance", zh: "累计方差贡献率" }, choices: {} },
    rotation: {
      title: { en: "Rotation", zh: "旋转" },
      choices: {
        none: { en: "none", zh: "不旋转" },
        varimax: { en: "varimax, rows normalised (Kaiser)", zh: "方差最大旋转（Kaiser 标准化）" },
      },
    },
    scope: { ...scopeConvention, choices: { pooled: scopeConvention.choices.pooled } },
  },
  means: {
    down: { en: "indicators of which less is better", zh: "取值越小越好的指标" },
  },
  pitfalls: [
    {
      en: "Coefficients of components can be negative and are no weights; the method refuses them.",
      zh: "主成分系数可能为负，不能作权重，本方法拒绝使用。",
    },
    {
      en: "A high KMO says that indicators overlap, not that they matter.",
      zh: "KMO 高只说明指标相互重叠，并不说明其重要。",
    },
  ],
  inputs: { data: table({ place: label.one, year: number.optional, indicators: number.many }) },
  options: z.strictObject({
    rule: z.enum(pcaRules).default("squared-loadings"),
    matrix: z.enum(["correlation", "covariance"]).default("correlation"),
    retain: z.enum(["kaiser", "share", "first"]).default("kaiser"),
    share: z.number().gt(0).max(1).default(0.85),
    rotation: z.enum(["none", "varimax"]).default("none"),
    down: z.array(z.string()).default([]),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => weighingExample("pca-weights", seed, size),
  worked: {
    source: {
      en: "by hand: r = .5 between x and y and 0 with z gives eigenvalues 1.5, 1, .5; kept 1.5 (x and y 1/2 each) and 1 (z)",
      zh: "手算：x 与 y 的 r = .5，与 z 为 0，特征值 1.5、1、.5；保留 1.5（x、y 各 1/2）与 1（z）",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c", "d", "e", "f", "g", "h"]),
          numbers("x", "1", [1, 1, -1, -1, 1, 1, -1, -1]),
          numbers("y", "1", [1, 1, -1, -1, 1, -1, 1, -1]),
          numbers("z", "1", [1, -1, 1, -1, 0, 0, 0, 0]),
        ],
        { roles: { indicators: ["x", "y", "z"] } },
      ),
    },
    gives: {
      kept: 2,
      keptShare: 2.5 / 3,
      "components[0].eigenvalue": 1.5,
      "weights[0].weight": 0.3,
      "weights[2].weight": 0.4,
      kmo: 0.5,
    },
  },
  run: ({ data }, options) => pcaWeights({ place: data.place, year: data.year, indicators: data.indicators }, options),
  scalars: {
    kept: { title: { en: "components kept", zh: "保留的主成分数" }, unit: "1" },
    keptShare: { title: { en: "share of the variance kept", zh: "累计方差贡献率" }, unit: "1" },
    kmo: { title: { en: "KMO", zh: "KMO 值" }, unit: "1" },
    bartlett: { title: { en: "Bartlett's chi-square", zh: "Bartlett 球形检验卡方值" }, unit: "1" },
    bartlettFreedom: { title: { en: "its degrees of freedom", zh: "自由度" }, unit: "1" },
    bartlettP: { title: { en: "its p-value", zh: "p 值" }, unit: "1" },
  },
  tables: pcaTables,
  views: [
    { kind: "bars", table: "weights", category: "indicator", value: "weight" },
    {
      kind: "heatmap",
      table: "loadings",
      row: "indicator",
      column: "component",
      value: "loading",
      scale: "around-zero",
      title: { en: "Loadings", zh: "主成分载荷" },
    },
  ],
  findings: pcaFindings,
});
