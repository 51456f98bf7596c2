import { InputError } from "../contract/errors.ts";
import type { Dropped, Warning } from "../contract/method.ts";
import { same, type Text } from "../language/text.ts";
import { extremes } from "../numeric/spread.ts";
import type { Recipe } from "./recipe.ts";
import { conventionOf, recipeConventions, recipeFor, recipeInputs } from "./recipe-input.ts";
import { recipeTree } from "./recipe-tree.ts";
import { type CompositeData, checkRows, scale } from "./scale.ts";
import { treeWeights } from "./tree-weights.ts";
import { type GivenWeights, weighedBy, weightsInput } from "./weighed-by.ts";

/** What methods that decide between rows read: indicators, a recipe for directions and weights, or weights of their own. */
export const decisionInputs = { ...recipeInputs, weights: weightsInput } as const;

export const decisionConventions = {
  recipe: recipeConventions.recipe,
  weigh: recipeConventions.weigh,
  scope: {
    title: { en: "Best and worst values", zh: "最优值与最劣值" },
    choices: {
      pooled: { en: "over all years: results compare over time", zh: "取自全部年份：结果可跨年比较" },
      "by-year": { en: "of each year: results compare within a year only", zh: "逐年分别确定：结果仅可在同年内比较" },
    },
  },
} as const;

export interface DecidedIndicator {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  readonly falling: boolean;
  /** Effective, in the whole. */
  readonly weight: number;
}

/** Rows that are judged against the same best and worst values: all of them, or those of one year. */
export interface DecisionScope {
  readonly year?: number;
  /** Rows of the data. */
  readonly rows: readonly number[];
  /** By indicator, over `rows`; logarithms where the recipe says so. */
  readonly values: readonly Float64Array[];
}

export interface Decision {
  readonly indicators: readonly DecidedIndicator[];
  readonly scopes: readonly DecisionScope[];
  readonly n: number;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Warning[];
  readonly convention: Readonly<Record<"recipe" | "weigh" | "scope", string>>;
}

export function decisionOf(
  method: string,
  data: CompositeData,
  { recipe, weights: given }: { readonly recipe?: Recipe | undefined; readonly weights?: GivenWeights | undefined },
): Decision {
  checkRows(method, data);
  const used = weighedBy(recipeFor(data, recipe), given);
  const tree = recipeTree(used);
  const columns = used.indicators.map(({ id }) => columnOf(method, id, data));
  const { rows, dropped } = completeRows(method, data, columns);
  const at = <T>(values: ArrayLike<T>) => rows.map((row) => values[row]);
  const complete: CompositeData = {
    place: at(data.place),
    ...(data.year === undefined ? {} : { year: at(data.year) }),
    indicators: columns.map((column) => ({ ...column, values: Float64Array.from(at(column.values)) })),
  };
  const byData = !["given", "equal", "ahp"].includes(used.weigh.method);
  const { ofIndicator } = treeWeights(used, tree, byData ? scale(used, complete).columns : []);
  const values = used.indicators.map(({ id }, k) =>
    used.normalise.log.includes(id) ? logged(method, id, complete, k) : complete.indicators[k].values,
  );
  const { recipe: stated, weigh, scope } = conventionOf(used, recipe !== undefined);
  const indicators = used.indicators.map(({ id, title, unit, direction }, k) => ({
    id,
    title: title ?? columns[k].title ?? same(id),
    unit: unit ?? columns[k].unit,
    falling: direction === "down",
    weight: ofIndicator[k],
  }));
  return {
    indicators,
    scopes: scopesOf(rows, complete.year, scope, values),
    n: rows.length,
    dropped,
    warnings: constantWarning(indicators, values),
    convention: { recipe: stated, weigh: given === undefined ? weigh : "table", scope },
  };
}

function columnOf(method: string, id: string, data: CompositeData) {
  const column = data.indicators.find(({ name }) => name === id);
  if (column !== undefined) return column;
  const list = data.indicators.map(({ name }) => name).join(", ");
  throw new InputError({
    code: "indicator-missing",
    text: {
      en: `${method}: indicator ${id} is not in the data; the columns are ${list}`,
      zh: `${method}：数据中没有指标 ${id}；现有列：${list}`,
    },
  });
}

function completeRows(method: string, { place, year }: CompositeData, columns: CompositeData["indicators"]) {
  const rows: number[] = [];
  const dropped: Dropped[] = [];
  place.forEach((name, row) => {
    const gap = columns.find(({ values }) => Number.isNaN(values[row]));
    if (gap === undefined) {
      rows.push(row);
      return;
    }
    const { en, zh } = gap.title ?? same(gap.name);
    dropped.push({
      input: "data",
      row: year === undefined ? name : `${name} ${year[row]}`,
      reason: {
        en: `no figure for ${en}; distances need every indicator`,
        zh: `指标 ${zh} 缺失；计算距离须各指标齐全`,
      },
    });
  });
  if (rows.length > 0) return { rows, dropped };
  throw new InputError({
    code: "no-rows",
    text: {
      en: `${method}: no row has a figure for every indicator, expected at least one`,
      zh: `${method}：没有一行具备全部指标数值，至少需要一行`,
    },
  });
}

function logged(method: string, id: string, { place, indicators }: CompositeData, k: number): Float64Array {
  const { values } = indicators[k];
  const below = values.findIndex((value) => !(value > 0));
  if (below < 0) return values.map(Math.log);
  throw new InputError({
    code: "value-not-positive",
    text: {
      en: `${method}: ${id} of ${place[below]} is ${values[below]}, its logarithm needs more than 0`,
      zh: `${method}：${place[below]} 的 ${id} 为 ${values[below]}，取对数须大于 0`,
    },
  });
}

function scopesOf(
  rows: readonly number[],
  year: ArrayLike<number> | undefined,
  scope: string,
  values: readonly Float64Array[],
): DecisionScope[] {
  if (year === undefined || scope === "pooled") return [{ rows, values }];
  return [...new Set(Array.from(year))]
    .sort((a, b) => a - b)
    .map((each) => ({
      year: each,
      rows: rows.filter((_, at) => year[at] === each),
      values: values.map((column) => column.filter((_, at) => year[at] === each)),
    }));
}

function constantWarning(indicators: readonly DecidedIndicator[], values: readonly Float64Array[]): Warning[] {
  const constant = indicators
    .filter((_, k) => !(extremes(values[k]).least < extremes(values[k]).most))
    .map(({ title }) => title);
  if (constant.length === 0) return [];
  const text = {
    en: `${constant.map(({ en }) => en).join(", ")}: the same everywhere, decides nothing`,
    zh: `指标 ${constant.map(({ zh }) => zh).join("、")} 在各地取值相同，不影响结果`,
  };
  return [{ code: "indicator-constant", text }];
}

/** Min-max values of one scope on which more is better; 0 everywhere of an indicator that is the same everywhere. */
export function towardsBest(values: Float64Array, falling: boolean): Float64Array {
  const { least, most } = extremes(values);
  if (!(least < most)) return new Float64Array(values.length);
  return values.map((value) => (falling ? most - value : value - least) / (most - least));
}
