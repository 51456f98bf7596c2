import type { NamedLabels, NamedNumbers } from "../contract/readings.ts";
import type { Text } from "../language/text.ts";
import { spread } from "../numeric/spread.ts";

/** A covariate as a column: a number, or 1 where a factor has this level. */
export interface Covariate {
  readonly name: string;
  readonly title?: Text;
  readonly values: Float64Array;
  /** Whether the score's regression holds it: the first level of a factor is its base. */
  readonly isBase: boolean;
}

export interface Balance {
  readonly covariate: string;
  readonly title?: Text;
  readonly treated: number;
  readonly controls: number;
  /** Difference of means in deviations of the treated before matching; of all units where the treated are alike. */
  readonly difference: number;
}

export function covariatesOf(numbers: readonly NamedNumbers[], factors: readonly NamedLabels[]): Covariate[] {
  const plain = numbers.map(({ name, title, values }): Covariate => {
    return { name, ...(title === undefined ? {} : { title }), values, isBase: false };
  });
  const levels = factors.flatMap(({ name, title, values }) =>
    [...new Set(values)].sort().map((level, at): Covariate => {
      const both = title === undefined ? {} : { title: { en: `${title.en}: ${level}`, zh: `${title.zh}：${level}` } };
      const is = Float64Array.from(values, (each) => (each === level ? 1 : 0));
      return { name: `${name}: ${level}`, ...both, values: is, isBase: at === 0 };
    }),
  );
  return [...plain, ...levels];
}

/** Weighted means of both sides and their difference; `weights` of 0 leave a unit out. */
export function balanceOf(
  covariates: readonly Pick<Covariate, "name" | "title" | "values">[],
  treated: ArrayLike<number>,
  weights: Float64Array,
): Balance[] {
  return covariates.map(({ name, title, values }) => {
    const mean = (side: number) => weightedMean(values, (at) => (treated[at] === side ? weights[at] : 0));
    const [own, other] = [mean(1), mean(0)];
    return {
      covariate: name,
      ...(title === undefined ? {} : { title }),
      treated: own,
      controls: other,
      difference: (own - other) / (deviationOf(values.filter((_, at) => treated[at] === 1)) || deviationOf(values)),
    };
  });
}

/** Of a share p it is that of p (1 - p). */
function deviationOf(values: Float64Array): number {
  const { mean, deviation } = spread(values);
  const isShare = values.every((each) => each === 0 || each === 1);
  return isShare ? Math.sqrt(mean * (1 - mean)) : deviation;
}

export function weightedMean(values: ArrayLike<number>, weight: (at: number) => number): number {
  let [sum, total] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const each = weight(at);
    sum += each * values[at];
    total += each;
  }
  return sum / total;
}
