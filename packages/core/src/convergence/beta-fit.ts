import { counted } from "../contract/counted.ts";
import { NumericalError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { type ErrorVariance, linearRegression } from "../numeric/linear-regression.ts";
import { extremes } from "../numeric/spread.ts";
import { studentQuantile, studentTwoSided } from "../numeric/student.ts";

/** A place's first level and what is to be explained. */
export interface Growth {
  readonly place: string;
  readonly group: string;
  /** ln of the first value. */
  readonly initial: number;
  readonly growth: number;
  readonly controls: readonly number[];
}

export interface BetaEstimate {
  readonly group: string;
  readonly places: number;
  readonly slope: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  /** 95% interval of the slope. */
  readonly low: number;
  readonly high: number;
  readonly lambda: number;
  readonly lambdaLow: number;
  readonly lambdaHigh: number;
  readonly halfLife: number;
  readonly r2: number;
  readonly freedom: number;
  /** Growth is the same everywhere: nothing depends on the first value, and nothing can be tested. */
  readonly alike: boolean;
}

export interface BetaTerm {
  readonly group: string;
  readonly term: string;
  readonly title: Text;
  readonly coefficient: number;
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
}

export interface BetaPlace {
  readonly place: string;
  readonly group: string;
  readonly initial: number;
  readonly growth: number;
  /** Growth with controls and effects held at their means. */
  readonly adjusted: number;
  /** The line at this first level, controls and effects at their means. */
  readonly fitted: number;
  readonly residual: number;
  readonly leverage: number;
}

interface How {
  readonly span: number;
  readonly growth: "per-year" | "total";
  readonly errors: ErrorVariance;
}

interface Fitted {
  readonly estimate: BetaEstimate;
  readonly terms: readonly BetaTerm[];
  readonly places: readonly BetaPlace[];
}

const intercept = { name: "intercept", title: { en: "intercept", zh: "截距" } };
const initial = { name: "initial", title: { en: "ln of the first value (b)", zh: "初始水平对数（b）" } };

/** One regression. What cannot be estimated is refused where it `must` be, and empty where it is one group of several. */
export function estimate(
  group: string,
  places: readonly Growth[],
  controls: readonly { readonly name: string; readonly title: Text }[],
  effects: readonly string[],
  how: How,
  must: boolean,
): Fitted {
  const names = [
    intercept,
    initial,
    ...controls,
    ...effects.map((name) => ({ name: `group ${name}`, title: { en: `group ${name}`, zh: `分组 ${name}` } })),
  ];
  const columns = [
    Float64Array.from(places, () => 1),
    Float64Array.from(places, (each) => each.initial),
    ...controls.map((_, at) => Float64Array.from(places, (each) => each.controls[at] as number)),
    ...effects.map((name) => Float64Array.from(places, (each) => Number(each.group === name))),
  ];
  const n = places.length;
  if (n <= columns.length) {
    if (must) throw tooFew(n, columns.length);
    return empty(group, n);
  }
  const fit = linearRegression(
    Float64Array.from(places, ({ growth }) => growth),
    columns,
  );
  if ("collinear" in fit) {
    if (must) throw collinear((names[fit.collinear] as (typeof names)[number]).title);
    return empty(group, n);
  }
  const alike = growsAlike(places, how);
  const level = mean(Float64Array.from(places, ({ growth }) => growth));
  const coefficients = alike ? Float64Array.from(names, (_, at) => (at === 0 ? level : 0)) : fit.coefficients;
  const errors = alike ? fit.coefficients.map(() => Number.NaN) : fit.standardErrors(how.errors);
  const terms = names.map(({ name, title }, at): BetaTerm => {
    const [coefficient, standardError] = [coefficients[at] as number, errors[at] as number];
    const t = standardError > 0 ? coefficient / standardError : Number.NaN;
    return { group, term: name, title, coefficient, standardError, t, p: studentTwoSided(t, fit.freedom) };
  });
  const { coefficient: slope, standardError, t, p } = terms[1] as BetaTerm;
  const reach = studentQuantile(0.025, fit.freedom) * standardError;
  const lambda = speed(slope, how);
  const centre = mean(columns[1] as Float64Array);
  return {
    estimate: {
      group,
      places: n,
      slope,
      standardError,
      t,
      p,
      low: slope - reach,
      high: slope + reach,
      lambda,
      lambdaLow: speed(slope + reach, how),
      lambdaHigh: speed(slope - reach, how),
      halfLife: lambda > 0 ? Math.LN2 / lambda : Number.NaN,
      r2: alike ? Number.NaN : fit.r2,
      freedom: fit.freedom,
      alike,
    },
    terms,
    places: places.map(({ place, group: own, initial: first, growth }, row) => {
      const fitted = level + slope * (first - centre);
      const residual = alike ? 0 : (fit.residuals[row] as number);
      const leverage = fit.leverage[row] as number;
      return { place, group: own, initial: first, growth, adjusted: fitted + residual, fitted, residual, leverage };
    }),
  };
}

function mean(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Growth is a difference of two logarithms, and rounded as they are. */
function growsAlike(places: readonly Growth[], { span, growth }: How): boolean {
  const { least, most } = extremes(places.map((each) => each.growth));
  const years = growth === "per-year" ? span : 1;
  const { most: largest } = extremes(places.map((each) => Math.abs(each.initial) + Math.abs(each.growth * years)));
  return (
    most - least <=
    Math.max(1e-12 * Math.max(Math.abs(least), Math.abs(most)), (8 * Number.EPSILON * Math.max(1, largest)) / years)
  );
}

/** The share of the gap that closes in a year; none where more than all of it closes over the span. */
function speed(slope: number, { span, growth }: How): number {
  const left = 1 + slope * (growth === "per-year" ? span : 1);
  return left > 0 ? 0 - Math.log(left) / span : Number.NaN;
}

function empty(group: string, places: number): Fitted {
  const none = Number.NaN;
  return {
    estimate: {
      group,
      places,
      slope: none,
      standardError: none,
      t: none,
      p: none,
      low: none,
      high: none,
      lambda: none,
      lambdaLow: none,
      lambdaHigh: none,
      halfLife: none,
      r2: none,
      freedom: none,
      alike: false,
    },
    terms: [],
    places: [],
  };
}

function tooFew(n: number, k: number): NumericalError {
  return new NumericalError("undefined", {
    en: `beta: ${counted(n, "place")} with a value in both years, expected more than the ${k} coefficients`,
    zh: `beta：两年均有数据的地区为 ${n} 个，应多于系数个数 ${k}`,
  });
}

function collinear({ en, zh }: Text): NumericalError {
  return new NumericalError("singular", {
    en: `beta: ${en} is the same everywhere or made of the other terms`,
    zh: `beta：“${zh}”各地相同，或可由其他项线性表示`,
  });
}
