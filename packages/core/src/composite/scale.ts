/**
 * Brings indicators to one scale. Every linear normalisation is two raw values: the one that comes to lie at the low
 * end of the range and the one at the high end; a falling indicator has them the other way round.
 *
 *   min-max    worst and best value seen              goalposts  the stated values
 *   target     worst value seen, and the target       z-score    mean, and mean plus one deviation (over n - 1); range 0, 1
 *   rank       (rank - 1) / (n - 1), ties share the mean rank
 *
 * Goalposts are pooled over all years unless the recipe says by-year. Where all values are alike nobody should win or
 * lose by the indicator, so all get the middle of the range (z-score: 0, which is what the mean is; rank: the mean rank
 * lies there too) and a warning says so; a gap instead would make every place partial. Logarithms are natural.
 */

import { aligned } from "../contract/aligned.ts";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";
import { extremes } from "../numeric/spread.ts";
import type { Recipe, RecipeIndicator } from "./recipe.ts";
import { makeSorted, type Sorted, sortInto } from "./sorting.ts";

export interface CompositeData {
  readonly place: readonly string[];
  readonly year?: ArrayLike<number> | undefined;
  readonly group?: readonly string[] | undefined;
  /** Columns by name; `NaN` where there is no figure. */
  readonly indicators: readonly NamedNumbers[];
}

/** Refuses columns that are not as long as the list of places, and those whose spread is more than a number holds. */
export function checkRows(method: string, { place, year, group, indicators }: CompositeData): void {
  aligned(method, { place, year, group }, indicators);
  for (const { name, values } of indicators) {
    const { least, most } = extremes(values);
    if (most - least !== Number.POSITIVE_INFINITY) continue;
    throw new InputError({
      code: "spread-too-wide",
      text: {
        en: `${method}: ${name} runs from ${least} to ${most}, which is further than a number can say`,
        zh: `${method}：${name} 的取值从 ${least} 到 ${most}，极差超出可表示的数值范围`,
      },
      hint: { en: "give it in a larger unit", zh: "请换用更大的计量单位" },
    });
  }
}

/** The raw values that come to lie at the two ends of the range (z-score: at 0 and 1); of which year, where by year. */
export interface Goalposts {
  readonly indicator: string;
  readonly year?: number;
  readonly low: number;
  readonly high: number;
}

export interface Scaled {
  /** One column an indicator, in the recipe's order. */
  readonly columns: readonly Float64Array[];
  readonly goalposts: readonly Goalposts[];
  readonly warnings: readonly Warning[];
}

/** Rows that share goalposts: all of them, or those of one year. */
interface Scope {
  readonly year?: number;
  readonly rows: Uint32Array;
}

/** Raw value to position: `(x - origin) / length`, after the logarithm if there is one. */
interface Line {
  readonly origin: number;
  readonly length: number;
}

export function scale(recipe: Recipe, data: CompositeData): Scaled {
  const scopes = scopesOf(recipe, data);
  const goalposts: Goalposts[] = [];
  const warnings: Warning[] = [];
  const sorted = makeSorted(data.place.length);
  const columns = recipe.indicators.map((indicator) => {
    const raw = rawColumn(indicator, data, warnings);
    const logged = recipe.normalise.log.includes(indicator.id);
    let scaled: Float64Array | undefined;
    let clipped = 0;
    for (const scope of scopes) {
      const rows = withFigures(scope.rows, raw);
      if (rows.length === 0) continue;
      const whole = rows.length === raw.length;
      const given = whole ? raw : pick(raw, rows);
      const values = logged ? logarithms(given, indicator.id, rows, data) : given;
      const done = scaleColumn(values, indicator, recipe.normalise, sorted);
      if (whole) scaled = done.values;
      else {
        scaled ??= gaps(raw.length);
        for (let at = 0; at < rows.length; at += 1) scaled[rows[at]] = done.values[at];
      }
      clipped += done.clipped;
      const year = scope.year === undefined ? {} : { year: scope.year };
      if (done.posts !== undefined) goalposts.push({ indicator: indicator.id, ...year, ...done.posts });
      if (done.alike) warnings.push(alike(titleOf(indicator, data), scope.year));
    }
    if (clipped > 0) warnings.push(beyond(titleOf(indicator, data), clipped));
    return scaled ?? gaps(raw.length);
  });
  return { columns, goalposts, warnings };
}

function scopesOf({ normalise }: Recipe, { place, year }: CompositeData): Scope[] {
  const all = new Uint32Array(place.length).map((_, row) => row);
  if (normalise.scope === "pooled" || year === undefined) return [{ rows: all }];
  return [...new Set(Array.from(year))]
    .sort((a, b) => a - b)
    .map((each) => ({ year: each, rows: all.filter((row) => Object.is(year[row], each)) }));
}

function withFigures(rows: Uint32Array, raw: Float64Array): Uint32Array {
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) if (!Number.isNaN(raw[rows[at]])) count += 1;
  if (count === rows.length) return rows;
  const kept = new Uint32Array(count);
  for (let at = 0, to = 0; to < count; at += 1) {
    if (Number.isNaN(raw[rows[at]])) continue;
    kept[to] = rows[at];
    to += 1;
  }
  return kept;
}

function pick(values: Float64Array, rows: Uint32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = values[rows[at]];
  return picked;
}

function gaps(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

/** What a reader calls an indicator: as the recipe says, else as the data do. */
export function titleOf({ id, title }: RecipeIndicator, { indicators }: CompositeData): Text {
  return title ?? indicators.find(({ name }) => name === id)?.title ?? same(id);
}

/** The indicator's values, all `NaN` where the data do not have it. */
export function rawColumn(indicator: RecipeIndicator, data: CompositeData, warnings: Warning[] = []): Float64Array {
  const column = data.indicators.find(({ name }) => name === indicator.id);
  if (column?.values.some((value) => !Number.isNaN(value))) return column.values;
  const found =
    column === undefined
      ? { en: "is not in the data", zh: "不在数据中" }
      : { en: "has no figure in the data", zh: "在数据中全部缺失" };
  const title = titleOf(indicator, data);
  warnings.push({
    code: "indicator-missing",
    text: {
      en: `${title.en} ${found.en} and counts as missing everywhere`,
      zh: `指标${title.zh}${found.zh}，各地均按缺失处理`,
    },
  });
  return gaps(data.place.length);
}

function logarithms(values: Float64Array, id: string, rows: Uint32Array, data: CompositeData): Float64Array {
  return values.map((value, at) => {
    if (value > 0) return Math.log(value);
    const where = [data.place[rows[at]], data.year?.[rows[at]]].filter((part) => part !== undefined).join(" ");
    throw new InputError({
      code: "value-not-positive",
      text: {
        en: `recipe: ${id} of ${where} is ${value}, its logarithm needs more than 0`,
        zh: `合成方案：${where} 的 ${id} 为 ${value}，取对数须大于 0`,
      },
    });
  });
}

interface ScaledColumn {
  readonly values: Float64Array;
  readonly posts?: { readonly low: number; readonly high: number };
  readonly clipped: number;
  readonly alike: boolean;
}

/** One indicator within one scope; `values` have no gaps and are logarithms already where the recipe says so. */
function scaleColumn(
  values: Float64Array,
  indicator: RecipeIndicator,
  how: Recipe["normalise"],
  sorted: Sorted,
): ScaledColumn {
  const [a, b] = how.method === "z-score" ? [0, 1] : how.range;
  if (how.method === "rank") {
    const top = values.length - 1;
    const ranked = meanRanks(values, indicator.direction, sorted);
    for (let at = 0; at <= top; at += 1) {
      ranked[at] = top === 0 ? (a + b) / 2 : a + ((b - a) * (ranked[at] - 1)) / top;
    }
    return { values: ranked, clipped: 0, alike: minimum(values) === maximum(values) };
  }
  const logged = how.log.includes(indicator.id);
  const line = lineOf(values, indicator, how.method, logged);
  const back = (value: number) => (logged ? Math.exp(value) : value);
  if (line === undefined) {
    const middle = how.method === "z-score" ? 0 : (a + b) / 2;
    const posts = { low: back(values[0]), high: back(values[0]) };
    return { values: values.map(() => middle), posts, clipped: 0, alike: true };
  }
  const bounded = how.clip && (how.method === "goalposts" || how.method === "target");
  let clipped = 0;
  const scaled = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    // a target that every place has passed leaves no line to stand on: all are at it
    let share = line.length === 0 ? 1 : (values[at] - line.origin) / line.length;
    if (bounded && (share < 0 || share > 1)) {
      clipped += 1;
      share = share < 0 ? 0 : 1;
    }
    scaled[at] = a + (b - a) * share;
  }
  const posts = { low: back(line.origin), high: back(line.origin + line.length) };
  return { values: scaled, posts, clipped, alike: false };
}

/** Nothing where all values are alike and no line can be drawn through them. */
function lineOf(
  values: Float64Array,
  { direction, goalposts, target }: RecipeIndicator,
  method: Recipe["normalise"]["method"],
  logged: boolean,
): Line | undefined {
  const up = direction === "up";
  const stated = (value: number | undefined) => (logged ? Math.log(value as number) : (value as number));
  const between = (low: number, high: number): Line => ({
    origin: up ? low : high,
    length: up ? high - low : low - high,
  });
  if (method === "goalposts") return between(stated(goalposts?.[0]), stated(goalposts?.[1]));
  const [least, most] = [minimum(values), maximum(values)];
  if (method === "target") {
    const aim = stated(target);
    const worst = up ? least : most;
    return { origin: worst, length: up ? Math.max(0, aim - worst) : Math.min(0, aim - worst) };
  }
  if (least === most) return undefined;
  if (method === "min-max") return between(least, most);
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at];
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) squares += (values[at] - mean) ** 2;
  const deviation = Math.sqrt(squares / (values.length - 1));
  return { origin: mean, length: up ? deviation : -deviation };
}

/** Rank 1 is the worst; ties share the mean of their ranks. */
function meanRanks(values: Float64Array, direction: "up" | "down", sorted: Sorted): Float64Array {
  const n = sortInto(sorted, values, 0, values.length);
  const { order, scores } = sorted;
  const ranks = new Float64Array(n);
  for (let first = 0, next = 0; first < n; first = next) {
    for (next = first + 1; next < n && scores[next] === scores[first]; ) next += 1;
    const fromBest = (first + next + 1) / 2;
    for (let at = first; at < next; at += 1) ranks[order[at]] = direction === "up" ? n + 1 - fromBest : fromBest;
  }
  return ranks;
}

function minimum(values: Float64Array): number {
  let least = values[0];
  for (let at = 1; at < values.length; at += 1) if (values[at] < least) least = values[at];
  return least;
}
function maximum(values: Float64Array): number {
  let most = values[0];
  for (let at = 1; at < values.length; at += 1) if (values[at] > most) most = values[at];
  return most;
}

function alike(title: Text, year: number | undefined): Warning {
  const when = year === undefined ? { en: "", zh: "" } : { en: ` in ${year}`, zh: `${year} 年` };
  return {
    code: "indicator-constant",
    text: {
      en: `${title.en} is the same everywhere${when.en}: every place gets the middle of the scale`,
      zh: `指标${title.zh}${when.zh}各地取值相同，一律取标准化区间的中点`,
    },
  };
}

function beyond(title: Text, count: number): Warning {
  return {
    code: "beyond-goalposts",
    text: {
      en: `${title.en}: ${counted(count, "value beyond the goalposts counts", "values beyond the goalposts count")} as at them`,
      zh: `指标${title.zh}有 ${count} 个取值超出阈值区间，按端点计`,
    },
  };
}
