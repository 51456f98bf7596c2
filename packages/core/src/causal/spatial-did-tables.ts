import { counted } from "../contract/counted.ts";
import type { Finding, Warning } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { areTooFew, clusterWarnings, fewEffective, type Support } from "./cluster-rule.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";
import { eventMeans } from "./event-words.ts";
import type { Ring, RingStep, SpatialDidResult } from "./spatial-did.ts";

export const spatialDidConventions = {
  estimator: {
    title: { en: "Estimator", zh: "估计量" },
    choices: {
      imputation: {
        en: "effects of places and years from rows beyond the rings",
        zh: "地区与年份效应由圈层之外的观测得出（插补）",
      },
      "two-way": { en: "one regression with a dummy a ring", zh: "一次回归，每个圈层设一虚拟变量" },
    },
  },
  exposure: {
    title: { en: "Ring of a place", zh: "圈层归属" },
    choices: {
      nearest: {
        en: "by the nearest place under treatment in that year",
        zh: "按当年最近的受处理地区",
      },
    },
  },
  onto: {
    title: { en: "Spillovers are told", zh: "溢出对象" },
    choices: {
      controls: {
        en: "on places not treated; what treated places do to each other is in their effect",
        zh: "未受处理地区；受处理地区之间的相互影响计入其自身效应",
      },
    },
  },
  reference: {
    title: { en: "Adoption dealt out anew", zh: "随机重排处理" },
    choices: {
      dealt: { en: "among all places, rings drawn round them, by t", zh: "在所有地区间重排并重划圈层，比较 t 值" },
      none: { en: "left out", zh: "未做" },
    },
  },
} as const;

export const spatialDidMeans = {
  outcome: eventMeans.outcome,
  treated: eventMeans.treated,
  first: eventMeans.first,
  clustering: eventMeans.clustering,
  level: eventMeans.level,
  rings: { en: "outer edges of the rings, in kilometres, rising", zh: "各圈层外缘（公里），依次增大" },
  draws: {
    en: "times that adoption is dealt out anew; 0 leaves it out",
    zh: "随机重排处理的次数；0 表示不做",
  },
} as const;

export const spatialDidPitfalls = [
  {
    en: "The last ring must reach as far as the policy does: what it does beyond is taken for what happens everywhere.",
    zh: "最外圈层须覆盖政策影响所及：更远处的影响会被当作各地共同变动。",
  },
  {
    en: "Rings chosen after looking at their effects find spillovers where there are none: fix them beforehand, or show several.",
    zh: "看过结果再划圈层会发现本不存在的溢出：应事先确定，或同时报告多种划法。",
  },
  {
    en: "With a few treated places errors by cluster are too small: look at the p of adoption dealt out anew.",
    zh: "受处理地区很少时聚类标准误偏小：请看随机重排处理的 p 值。",
  },
] as const;

const treatedWords = { en: "treated", zh: "受处理" };
const ringWords = ({ ring, from, to }: Pick<Ring, "ring" | "from" | "to">) =>
  ring === "treated" ? treatedWords : { en: `${from} to ${to} km`, zh: `${from}–${to} 公里` };

export const spatialDidTitle = { en: "Spatial difference in differences", zh: "空间双重差分" };

export function spatialDidTables(
  result: SpatialDidResult,
  inputs: EstimateInputs,
  { level, draws }: { readonly level: number; readonly draws: number },
): Table[] {
  const { rings, steps, dealtP } = result;
  const unit = changeUnit(inputs.data.units.outcome);
  const isDealt = Number.isFinite(dealtP);
  // by clusters: where few carry the effect it is too narrow to stand beside a p that is exact for any number of them
  const hasInterval = !(isDealt && result.effectiveClusters < fewEffective);
  const ringColumn = <Row extends Pick<Ring, "ring" | "from" | "to">>() =>
    codeOf<Row>("ring", { en: "distance", zh: "圈层" }, ({ ring }) => ring, ringWords);
  const tables = [
    tableOf(
      "rings",
      ["ring"],
      rings,
      [
        ringColumn<Ring>(),
        ...estimateColumns(unit),
        numberOf("p", "1", { en: "p", zh: "p 值" }, ({ p }) => p),
        numberOf("p_dealt", "1", { en: "p, adoption dealt out anew", zh: "p 值（随机重排处理）" }, (row) => row.dealtP),
        numberOf("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
        numberOf("rows", "1", { en: "rows", zh: "观测数" }, ({ rows }) => rows),
      ],
      { title: { en: "Effects by distance", zh: "按圈层的效应" } },
    ),
    estimateTable(
      spatialDidTitle,
      {
        estimator: "spatial-did",
        effect: result.effect,
        ...(hasInterval ? { standardError: result.standardError, low: result.low, high: result.high, level } : {}),
        p: isDealt ? dealtP : result.p,
        basis: isDealt ? "permutation" : Number.isNaN(result.p) ? "none" : "t",
        rows: result.n,
        treated: result.treatedPlaces,
        controls: result.farPlaces,
        clusters: result.clusters,
        effectiveClusters: result.effectiveClusters,
        ...(isDealt ? { smallestP: 1 / (1 + draws) } : {}),
      },
      inputs,
    ),
  ];
  if (steps.length === 0) return tables;
  return [
    ...tables,
    tableOf(
      "by_ring_and_time",
      ["ring", "event_time"],
      steps,
      [
        ringColumn<RingStep>(),
        numberOf("event_time", "1", { en: "years since", zh: "起算年数" }, ({ at }) => at),
        ...estimateColumns(unit),
      ],
      { title: { en: "Effects by distance and years since", zh: "按圈层与年数的效应" } },
    ),
  ];
}

const fewFar = 10;

export function spatialDidWarnings(
  { farPlaces, rings, dealtP }: Omit<SpatialDidResult, "convention">,
  support: Support,
  parts: readonly Support[],
  empty: readonly string[],
  draws: number,
  level: number,
): Warning[] {
  const look = { en: ", so look at the p of adoption dealt out anew", zh: "，请看随机重排处理的 p 值" };
  const warnings = clusterWarnings(support, { look, parts });
  if (farPlaces < fewFar) {
    warnings.push({
      code: "few-far",
      text: {
        en: `${counted(farPlaces, "place lies", "places lie")} beyond the rings: with fewer than ${fewFar} what happened in each of them moves every effect`,
        zh: `圈层之外仅 ${farPlaces} 个地区：不足 ${fewFar} 个时，其中任何一地的变动都会影响全部效应`,
      },
    });
  }
  if (empty.length > 0) {
    warnings.push({
      code: "empty-ring",
      text: {
        en: `no place lies in the ${empty.length === 1 ? "ring" : "rings"} ${empty.join(", ")} km that can be compared`,
        zh: `圈层 ${empty.join("、")} 公里内没有可比较的地区`,
      },
    });
  }
  const isWithheld = (at: number) => areTooFew([support, ...parts][at]);
  const without = rings.filter(({ standardError }, at) => Number.isNaN(standardError) && !isWithheld(at));
  if (without.length > 0) {
    const words = without.map(ringWords);
    warnings.push({
      code: "no-error",
      text: {
        en: `no error for ${words.map(({ en }) => en).join(", ")}: nothing varies`,
        zh: `${words.map(({ zh }) => zh).join("、")}没有标准误：没有变异`,
      },
    });
  }
  if (draws > 0 && (1 / (1 + draws) > 1 - level + 1e-12 || Number.isNaN(dealtP))) {
    warnings.push({
      code: "few-draws",
      text: {
        en: `adoption dealt out ${draws} times can show nothing at ${level}: ask for at least ${Math.ceil(1 / (1 - level) - 1e-9) - 1}`,
        zh: `重排处理仅 ${draws} 次，在 ${level} 水平上说明不了问题：至少应为 ${Math.ceil(1 / (1 - level) - 1e-9) - 1} 次`,
      },
    });
  }
  return warnings;
}

/** Told by the adoptions dealt out anew where they were, by the interval where not. */
const isTold = (dealtP: number, low: number, high: number, level = 0.05) =>
  Number.isNaN(dealtP) ? low > 0 || high < 0 : dealtP <= level;

export function spatialDidFindings(result: SpatialDidResult, { data }: EstimateInputs): Finding[] {
  const { effect, low, high, dealtP, treatedPlaces, farPlaces, plain } = result;
  if (Number.isNaN(low)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const dealt = Number.isNaN(dealtP) ? "" : ", p {p} by adoption dealt out anew";
  const dealtZh = Number.isNaN(dealtP) ? "" : "，随机重排处理 p {p}";
  const pOf = (p: number) => (Number.isNaN(p) ? {} : { p: { text: { en: pValue(p), zh: pValue(p) } } });
  const interval = { effect: number(effect), low: number(low), high: number(high), ...pOf(dealtP) };
  const main: Finding = {
    text: isTold(dealtP, low, high)
      ? {
          en: `In {n, plural, one {# treated place} other {# treated places}} the outcome moved by {effect} beside {far, plural, one {# place} other {# places}} farther off (interval {low} to {high}${dealt}).`,
          zh: `{n} 个受处理地区的结果变量相对圈层之外 {far} 个地区变动 {effect}（区间 {low} 至 {high}${dealtZh}）。`,
        }
      : {
          en: `What {n, plural, one {# treated place} other {# treated places}} gained or lost beside {far, plural, one {# place} other {# places}} farther off cannot be told from nothing ({effect}, interval {low} to {high}${dealt}).`,
          zh: `{n} 个受处理地区相对圈层之外 {far} 个地区的变动与零无法区分（{effect}，区间 {low} 至 {high}${dealtZh}）。`,
        },
    values: { n: treatedPlaces, far: farPlaces, ...interval },
  };
  if (!Number.isFinite(result.spilloverLow)) return [main];
  const { spillover, spilloverLow, spilloverHigh, spilloverDealtP } = result;
  const told = isTold(spilloverDealtP, spilloverLow, spilloverHigh);
  const reach = Math.max(...result.rings.map(({ to }) => to));
  return [
    main,
    {
      text: told
        ? {
            en: `Places within {km} km of them moved by {effect} (interval {low} to {high}${dealt}); taken for controls they would have given {plain} for the treated.`,
            zh: `其周边 {km} 公里之内的地区变动 {effect}（区间 {low} 至 {high}${dealtZh}）；若以这些地区为对照，受处理地区的效应将为 {plain}。`,
          }
        : {
            en: `Whether places within {km} km of them moved too cannot be told ({effect}, interval {low} to {high}${dealt}).`,
            zh: `其周边 {km} 公里之内的地区是否也有变动尚不能判断（{effect}，区间 {low} 至 {high}${dealtZh}）。`,
          },
      values: {
        km: String(reach),
        effect: number(spillover),
        low: number(spilloverLow),
        high: number(spilloverHigh),
        ...pOf(spilloverDealtP),
        ...(told ? { plain: number(plain) } : {}),
      },
    },
  ];
}
