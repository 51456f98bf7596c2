import { Matrix } from "ml-matrix";
import { NumericalError } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { linearRegression } from "../numeric/linear-regression.ts";
import { extremes } from "../numeric/spread.ts";
import { type LogisticFit, logisticRegression } from "./logistic-regression.ts";

/** A covariate and what it is called. */
export interface Described {
  readonly title: Text;
  readonly values: Float64Array;
}

/** Logistic regression of being treated on covariates and a constant, whose failures name the covariate. */
export function propensity(treated: ArrayLike<number>, covariates: readonly Described[]): LogisticFit {
  const ones = new Float64Array(treated.length).fill(1);
  const spans = covariates.map(({ values }) => spanOf(values));
  // between 0 and 1, so that neither a unit nor where a covariate begins makes columns look alike
  const columns = [
    ones,
    ...covariates.map(({ values }, at) => values.map((each) => (each - spans[at].from) / spans[at].width)),
  ];
  const line = linearRegression(Float64Array.from(treated), columns);
  if ("collinear" in line) throw collinearCovariate(covariates, line.collinear - 1);
  try {
    return inOwnUnits(logisticRegression(treated, columns), spans);
  } catch (error) {
    if (error instanceof NumericalError) throw apart(treated, covariates);
    throw error;
  }
}

interface Span {
  readonly from: number;
  readonly width: number;
}

function spanOf(values: Float64Array): Span {
  const { least, most } = extremes(values);
  return { from: least, width: least < most ? most - least : 1 };
}

/** Coefficients and covariance, of covariates that had been brought between 0 and 1. */
function inOwnUnits(fit: LogisticFit, spans: readonly Span[]): LogisticFit {
  const k = spans.length + 1;
  // each coefficient of the covariates as they are, by those that were found
  const turn = Matrix.eye(k);
  for (const [at, { from, width }] of spans.entries()) {
    turn.set(0, at + 1, -from / width);
    turn.set(at + 1, at + 1, 1 / width);
  }
  const covariance = Matrix.from1DArray(k, k, Array.from(fit.covariance));
  return {
    ...fit,
    coefficients: Float64Array.from(turn.mmul(Matrix.columnVector(Array.from(fit.coefficients))).to1DArray()),
    covariance: Float64Array.from(turn.mmul(covariance).mmul(turn.transpose()).to1DArray()),
  };
}

/** A covariate that says nothing beside a constant and those before it; `among`: the rows that it is said of. */
export function collinearCovariate(
  covariates: readonly Described[],
  at: number,
  among: Text = { en: "all rows", zh: "全部观测" },
): NumericalError {
  const { title, values } = covariates[at] as Described;
  const isConstant = values.every((each) => each === values[0]);
  return new NumericalError("singular", {
    en: `among ${among.en} ${title.en} is ${isConstant ? "always the same" : "a combination of the covariates before it"}`,
    zh: `在${among.zh}中，“${title.zh}”${isConstant ? "没有变异" : "是其前各协变量的线性组合"}`,
  });
}

function apart(treated: ArrayLike<number>, covariates: readonly Described[]): NumericalError {
  const alone = covariates.filter(({ values }) => isApart(treated, values));
  const named = (alone.length > 0 ? alone.slice(0, 1) : covariates).map(({ title }) => title);
  const together = named.length > 1;
  return new NumericalError("not-converged", {
    en: `${named.map(({ en }) => en).join(", ")}${together ? " together tell" : " tells"} treated and controls apart without error, so that none is like any of the other side`,
    zh: `${named.map(({ zh }) => `“${zh}”`).join("、")}${together ? "合起来" : ""}可将处理组与对照组完全分开，两组没有相似者`,
  });
}

/** Whether all of one side lie at or beyond all of the other. */
function isApart(treated: ArrayLike<number>, values: Float64Array): boolean {
  const ends = [0, 1].map((side) => {
    const own = values.filter((_, at) => treated[at] === side);
    return own.reduce(({ least, most }, each) => ({ least: Math.min(least, each), most: Math.max(most, each) }), {
      least: Number.POSITIVE_INFINITY,
      most: Number.NEGATIVE_INFINITY,
    });
  });
  return ends[0].most <= ends[1].least || ends[1].most <= ends[0].least;
}
