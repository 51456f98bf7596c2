/**
 * What do experts who compare criteria in pairs hold each to weigh, and do they contradict themselves?
 *
 *   A w = lambda w        CI = (lambda - n) / (n - 1)        CR = CI / RI
 *
 * a_ij says how many times as important criterion i is as j, so a_ji = 1 / a_ij. One row a criterion, one column a criterion
 * of the same name, and an `expert` column where there is more than one. Half of a matrix may be left empty. A matrix that is
 * not reciprocal is refused; one whose fractions are written as decimals, so that products are within 5 % of 1, is taken by its
 * entries above 1, with a warning. In a file 1/3 may be written as that. Weights are the principal eigenvector, or the geometric means of the rows; the two agree for up to three
 * criteria, and for consistent matrices.
 *
 * Several experts: `aggregate` takes the geometric mean of their judgements, which alone keeps matrices reciprocal, or of
 * their weights, or the arithmetic mean of their weights; `variants` has all three. Every expert has a consistency ratio of
 * their own, which a mean can hide. CR over .1 is a warning, not a refusal. RI stands in two tables that differ (of three
 * criteria .58 in Saaty 1977, .52 in Saaty 1994), so the source is part of the result; beyond 15 criteria there is none.
 *
 * @example
 * ahpWeights({ indicator: ["x", "y"], judgements: [
 *   { name: "x", unit: "1", values: Float64Array.of(1, 1 / 3) },
 *   { name: "y", unit: "1", values: Float64Array.of(3, 1) },
 * ] }).weights[0].weight // .75
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { ahpFindings } from "./ahp-findings.ts";
import { type AhpInput, ahpMatrices } from "./ahp-judgements.ts";
import {
  acceptable,
  type Consistency,
  consistency,
  mean,
  meanJudgements,
  type PriorityRule,
  priorities,
  type RandomIndex,
  randomIndices,
  shares,
} from "./ahp-priorities.ts";
import { ahpTables } from "./ahp-tables.ts";
import type { ObjectiveWeight } from "./weighing.ts";

export const ahpAggregates = ["judgements", "weights-geometric", "weights-arithmetic"] as const;
export type AhpAggregate = (typeof ahpAggregates)[number];

export const aggregateChoices: Readonly<Record<AhpAggregate, Text>> = {
  judgements: { en: "geometric mean of the judgements", zh: "判断值的几何平均" },
  "weights-geometric": { en: "geometric mean of the experts' weights", zh: "各专家权重的几何平均" },
  "weights-arithmetic": { en: "arithmetic mean of the experts' weights", zh: "各专家权重的算术平均" },
};

export interface AhpExpert extends Consistency {
  readonly expert: string;
  readonly weights: readonly number[];
}

export interface AhpWeightsResult extends Outcome, Consistency {
  readonly weights: readonly ObjectiveWeight[];
  readonly experts: readonly AhpExpert[];
  readonly variants: readonly (ObjectiveWeight & { readonly aggregate: AhpAggregate })[];
  /** Experts whose consistency ratio is over .1. */
  readonly inconsistent: number;
}

export interface AhpWeightsOptions {
  readonly aggregate?: AhpAggregate;
  readonly priorities?: PriorityRule;
  readonly randomIndex?: RandomIndex;
}

export function ahpWeights(input: AhpInput, options: AhpWeightsOptions = {}): AhpWeightsResult {
  const { aggregate = "judgements", priorities: rule = "eigenvector", randomIndex = "saaty-1977" } = options;
  const { criteria, experts: matrices, warnings } = ahpMatrices(input);
  const experts = matrices.map(
    ({ expert, judgements }): AhpExpert => ({
      expert,
      weights: priorities(judgements, rule),
      ...consistency(judgements, randomIndex),
    }),
  );
  const joint = meanJudgements(matrices.map(({ judgements }) => judgements));
  const under: Record<AhpAggregate, readonly number[]> = {
    judgements: priorities(joint, rule),
    "weights-geometric": shares(
      criteria.map((_, at) => Math.exp(mean(experts.map(({ weights }) => Math.log(weights[at]))))),
    ),
    "weights-arithmetic": shares(criteria.map((_, at) => mean(experts.map(({ weights }) => weights[at])))),
  };
  const named = (weights: readonly number[]) => criteria.map((each, at) => ({ ...each, weight: weights[at] }));
  const inconsistent = experts.filter(({ ratio }) => ratio > acceptable);
  const whole = consistency(joint, randomIndex);
  return {
    weights: named(under[aggregate]),
    ...whole,
    experts,
    variants: ahpAggregates.flatMap((each) => named(under[each]).map((weight) => ({ ...weight, aggregate: each }))),
    inconsistent: inconsistent.length,
    n: experts.length,
    warnings: [...warnings, ...warningsOf(experts, inconsistent, whole, criteria.length)],
    convention: {
      priorities: rule,
      randomIndex,
      aggregate: experts.length === 1 ? "one expert" : aggregate,
      ratio: experts.length === 1 ? "own" : "of the mean judgements",
    },
  };
}

function warningsOf(
  experts: readonly AhpExpert[],
  inconsistent: readonly AhpExpert[],
  whole: Consistency,
  criteria: number,
): Warning[] {
  const warnings: Warning[] = [];
  if (Number.isNaN(whole.ratio)) {
    warnings.push({
      code: "no-random-index",
      text: {
        en: `no random index is published for ${criteria} criteria, so there is no consistency ratio; compare in groups of at most 15`,
        zh: `${criteria} 阶矩阵没有公布的随机一致性指标，无法计算一致性比例；请分组比较，每组不超过 15 项`,
      },
    });
  }
  if (inconsistent.length > 0) {
    const list = inconsistent.map(({ expert, ratio }) => `${expert === "" ? "" : `${expert} `}${ratio.toFixed(3)}`);
    warnings.push({
      code: "judgements-inconsistent",
      text: {
        en: `${inconsistent.length} of ${experts.length} matrices have a consistency ratio over ${acceptable}: ${list.join(", ")}`,
        zh: `${experts.length} 个判断矩阵中有 ${inconsistent.length} 个一致性比例超过 ${acceptable}：${list.join("、")}`,
      },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "composite/ahp-weights",
  version: 1,
  title: { en: "Analytic hierarchy process weights", zh: "层次分析法（AHP）权重" },
  question: {
    en: "What do experts who compare criteria in pairs hold each to weigh, and do they contradict themselves?",
    zh: "根据专家的两两比较，各准则应占多大权重？判断是否前后一致？",
  },
  formula: "A w = λ w;  CI = (λ − n) / (n − 1);  CR = CI / RI",
  where: {
    en: "A: reciprocal matrix of judgements; λ: its largest eigenvalue; n: criteria; RI: mean CI of random matrices",
    zh: "A：正互反判断矩阵；λ：最大特征值；n：准则数；RI：平均随机一致性指标",
  },
  cites: [
    {
      text: "Saaty, T. L. (1977). A scaling method for priorities in hierarchical structures. Journal of Mathematical Psychology 15, 234-281.",
      checked: "unverified",
    },
    {
      text: "Saaty, T. L. (1994). Fundamentals of Decision Making and Priority Theory with the Analytic Hierarchy Process. RWS Publications.",
      checked: "unverified",
    },
    {
      text: "Forman, E. and Peniwati, K. (1998). Aggregating individual judgments and priorities with the analytic hierarchy process. European Journal of Operational Research 108, 165-169.",
      checked: "unverified",
    },
  ],
  conventions: {
    priorities: {
      title: { en: "Weights of a matrix", zh: "权重求解" },
      choices: {
        eigenvector: { en: "principal eigenvector", zh: "特征根法" },
        "geometric-mean": { en: "geometric means of the rows", zh: "方根法（行几何平均）" },
      },
    },
    randomIndex: {
      title: { en: "Random index from", zh: "RI 值来源" },
      choices: {
        "saaty-1977": { en: "Saaty 1977: .58, .90, 1.12, ...", zh: "Saaty（1977）：0.58、0.90、1.12……" },
        "saaty-1994": { en: "Saaty 1994: .52, .89, 1.11, ...", zh: "Saaty（1994）：0.52、0.89、1.11……" },
      },
    },
    aggregate: {
      title: { en: "Several experts", zh: "群决策集结" },
      choices: { ...aggregateChoices, "one expert": { en: "one expert", zh: "单个专家" } },
    },
    ratio: {
      title: { en: "Consistency ratio of the result", zh: "所报一致性比例" },
      choices: {
        own: { en: "of the one matrix", zh: "该判断矩阵的" },
        "of the mean judgements": {
          en: "of the mean judgements, each expert's beside it",
          zh: "集结后判断矩阵的，各专家另列",
        },
      },
    },
  },
  means: {
    expert: { en: "who judged, where there are several", zh: "专家，有多位时填写" },
    judgements: {
      en: "one column a criterion, how many times as important the row's criterion is: 3, 1/3 or .333",
      zh: "每个准则一列：行准则相对列准则的重要性倍数，可写 3、1/3 或 0.333",
    },
  },
  pitfalls: [
    {
      en: "A consistency ratio over .1 is warned of, not refused; a mean of several experts can hide that each contradicts themselves.",
      zh: "一致性比率超过 0.1 时仅警告，不拒绝；多位专家平均后可能掩盖各自的不一致。",
    },
    {
      en: "RI stands in two tables that differ (three criteria: .58 or .52), so CR depends on which one a paper used.",
      zh: "RI 有两套不同的表（三个准则时为 0.58 或 0.52），CR 因此随所用的表而不同。",
    },
  ],
  inputs: { data: table({ indicator: label.one, expert: label.optional, judgements: number.many }) },
  options: z.strictObject({
    aggregate: z.enum(ahpAggregates).default("judgements"),
    priorities: z.enum(["eigenvector", "geometric-mean"]).default("eigenvector"),
    randomIndex: z.enum(randomIndices).default("saaty-1977"),
  }),
  gaps: "refuse",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "ahp-weights/example");
    const criteria = Array.from({ length: Math.min(size, 9) }, (_, at) => `c${at}`);
    const experts = ["expert-1", "expert-2"];
    const matrices = experts.map(() => {
      const weights = criteria.map(() => 1 + draw.integer(4));
      const matrix = criteria.map((_, i) => criteria.map((__, j) => weights[i] / weights[j]));
      criteria.forEach((_, i) => {
        for (let j = 0; j < i; j += 1) {
          matrix[i][j] *= draw.integer(2) === 0 ? 1 : 1.5;
          matrix[j][i] = 1 / matrix[i][j];
        }
      });
      return matrix;
    });
    const columns = [
      labels(
        "expert",
        experts.flatMap((expert) => criteria.map(() => expert)),
      ),
      labels("indicator", [...criteria, ...criteria]),
      ...criteria.map((name, at) =>
        numbers(
          name,
          "1",
          matrices.flatMap((matrix) => matrix.map((row) => row[at])),
        ),
      ),
    ];
    return { inputs: { data: makeTable("data", ["expert", "indicator"], columns) } };
  },
  worked: {
    source: {
      en: "Saaty's scale on three criteria (1 3 5; 1/3 1 3; 1/5 1/3 1): eigen() of R 4.2.2, lambda 3.038511",
      zh: "三个准则的 Saaty 标度（1 3 5；1/3 1 3；1/5 1/3 1）：R 4.2.2 的 eigen()，λ 为 3.038511",
    },
    inputs: {
      data: makeTable(
        "data",
        ["indicator"],
        [
          labels("indicator", ["economy", "society", "environment"]),
          numbers("economy", "1", [1, 1 / 3, 1 / 5]),
          numbers("society", "1", [3, 1, 1 / 3]),
          numbers("environment", "1", [5, 3, 1]),
        ],
      ),
    },
    gives: {
      lambda: 3.03851109055817,
      index: 0.0192555452790872,
      ratio: 0.0331992159984263,
      "weights[0].weight": 0.636985571744757,
      "weights[1].weight": 0.258284994374495,
    },
  },
  run: ({ data }, options) =>
    ahpWeights({ indicator: data.indicator, expert: data.expert, judgements: data.judgements }, options),
  scalars: {
    lambda: { title: { en: "largest eigenvalue", zh: "最大特征值" }, unit: "1" },
    index: { title: { en: "consistency index CI", zh: "一致性指标 CI" }, unit: "1" },
    ratio: { title: { en: "consistency ratio CR", zh: "一致性比例 CR" }, unit: "1" },
    inconsistent: { title: { en: "experts with CR over 0.1", zh: "CR 超过 0.1 的专家数" }, unit: "1" },
  },
  tables: ahpTables,
  views: [
    { kind: "bars", table: "weights", category: "indicator", value: "weight" },
    {
      kind: "heatmap",
      table: "expert_weights",
      row: "expert",
      column: "indicator",
      value: "weight",
      scale: "sequential",
      title: { en: "Weights by expert", zh: "各专家权重" },
    },
  ],
  findings: ahpFindings,
});
