import type { Finding } from "../contract/method.ts";
import { codeOf, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";
import { setsOf } from "./placebo-sets.ts";
import type { PathPoint, SyntheticDidResult } from "./synthetic-did.ts";
import type { SyntheticKind } from "./synthetic-weights.ts";

const kinds = {
  "synthetic-did": { en: "Synthetic difference in differences", zh: "合成双重差分" },
  "synthetic-control": { en: "Synthetic control", zh: "合成控制" },
  did: { en: "Difference in differences", zh: "双重差分" },
} as const satisfies Record<SyntheticKind, Text>;

/** A gap before treatment of more than so many yearly changes is too large to be passed over. */
const poorFit = 1;

const yearColumn = numberOf<{ readonly year: number }>("year", "year", { en: "year", zh: "年份" }, ({ year }) => year);

export function syntheticTables(
  result: SyntheticDidResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const { estimators, controls, years, path } = result;
  const unit = inputs.data.units.outcome ?? "1";
  return [
    estimatorsTable(estimators, changeUnit(unit)),
    controlsTable(controls),
    yearsTable(years),
    pathTable(path, unit),
    estimateTable(
      kinds["synthetic-did"],
      {
        ...result,
        estimator: "synthetic-did",
        level,
        basis: "placebo",
        rows: result.n,
        treated: result.treatedPlaces,
        controls: result.controlPlaces,
        heaviest: Math.max(...controls.map(({ weight }) => weight)),
        // of so many sets of controls as there are treated places none could do more than stand out from all others
        smallestP: 1 / (1 + setsOf(result.controlPlaces, result.treatedPlaces)),
      },
      inputs,
    ),
  ];
}

function estimatorsTable(estimators: SyntheticDidResult["estimators"], unit: string): Table {
  return tableOf(
    "estimators",
    ["estimator"],
    estimators,
    [
      codeOf<(typeof estimators)[number]>(
        "estimator",
        { en: "estimator", zh: "估计方法" },
        ({ kind }) => kind,
        ({ kind }) => kinds[kind],
      ),
      ...estimateColumns(unit),
    ],
    { title: { en: "Estimators", zh: "估计方法对照" } },
  );
}

function controlsTable(controls: SyntheticDidResult["controls"]): Table {
  return makeTable(
    "controls",
    ["place"],
    [
      labels(
        "place",
        controls.map(({ place }) => place),
        { en: "control", zh: "对照地区" },
      ),
      numbers(
        "weight",
        "1",
        controls.map(({ weight }) => weight),
        { title: { en: "weight", zh: "权重" } },
      ),
      numbers(
        "weight_control",
        "1",
        controls.map(({ controlWeight }) => controlWeight),
        { title: { en: "weight, synthetic control", zh: "权重（合成控制）" } },
      ),
    ],
    { title: { en: "Weights of controls", zh: "对照地区权重" } },
  );
}

function yearsTable(years: SyntheticDidResult["years"]): Table {
  return tableOf(
    "years",
    ["year"],
    years,
    [yearColumn, numberOf("weight", "1", { en: "weight", zh: "权重" }, ({ weight }) => weight)],
    { title: { en: "Weights of years before", zh: "处理前各年权重" } },
  );
}

function pathTable(path: SyntheticDidResult["path"], unit: string): Table {
  return tableOf(
    "path",
    ["year", "series"],
    path,
    [
      yearColumn,
      codeOf<PathPoint>(
        "series",
        { en: "series", zh: "序列" },
        ({ series }) => series,
        ({ series }) => seriesNames[series],
      ),
      numberOf("value", unit, { en: "outcome", zh: "结果" }, ({ value }) => value),
    ],
    { title: { en: "Treated and synthetic", zh: "处理组与合成对照" } },
  );
}

const seriesNames = {
  treated: { en: "treated", zh: "处理组" },
  synthetic: { en: "synthetic", zh: "合成对照" },
} as const;

/** How far the treated departed from their twin, as far as can be told, and how well the twin fitted before. */
export function syntheticFindings(
  { effect, low, high, misfit, treatedPlaces }: SyntheticDidResult,
  { data }: { readonly data: { readonly units: Readonly<Record<string, string>> } },
): Finding[] {
  if (Number.isNaN(low)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const values = { n: treatedPlaces, effect: number(effect), low: number(low), high: number(high) };
  const main: Finding =
    low > 0 || high < 0
      ? {
          text: {
            en: "After treatment the outcome of {n, plural, one {# treated place} other {# treated places}} stood {effect} from that of their synthetic twin (interval {low} to {high}).",
            zh: "处理后 {n} 个受处理地区的结果与其合成对照相差 {effect}（区间 {low} 至 {high}）。",
          },
          values,
        }
      : {
          text: {
            en: "Whether {n, plural, one {# treated place} other {# treated places}} departed from their synthetic twin cannot be told ({effect}, interval {low} to {high}).",
            zh: "{n} 个受处理地区是否偏离其合成对照尚不能判断（{effect}，区间 {low} 至 {high}）。",
          },
          values,
        };
  if (misfit <= poorFit) return [main];
  return [
    main,
    {
      text: {
        en: "Before treatment the twin misses the treated by {times} times the usual yearly change: the comparison is in doubt.",
        zh: "处理前合成对照与处理组之差为年际变动标准差的 {times} 倍：可比性存疑。",
      },
      values: { times: { number: misfit, unit: "1", digits: 1 } },
    },
  ];
}
