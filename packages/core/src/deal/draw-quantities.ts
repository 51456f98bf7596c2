import { random } from "../contract/random.ts";
import type { Frame, FrameColumn } from "../expression/frame.ts";
import { normalUpperTail } from "../numeric/normal.ts";
import { drawnUnder, type FigureValue, quantityIn } from "./quantities.ts";
import { type Assumption, type Deal, isDrawn } from "./schema.ts";
import { refuse } from "./tell.ts";
import { yearlyDrawn } from "./yearly.ts";

/**
 * Draws of everything that is assumed. A figure of the study is the same in every draw; an assumption is fixed, an expression of
 * others, or drawn: triangular (least, likeliest, most), lognormal (median, factor: exp(ln median + ln factor z)) or uniform.
 * Those drawn together share normal scores with the stated correlation (Gaussian copula); what correlation of the amounts comes of
 * it depends on their forms. Each assumption has a stream of its own, so that adding one moves no other. What a bet's index alone rests
 * on is drawn anew each year; in the frame stands its first.
 */
export function drawQuantities(
  deal: Deal,
  order: readonly string[],
  figures: ReadonlyMap<string, FigureValue>,
  draws = deal.draws,
): Frame {
  const columns = new Map<string, FrameColumn>();
  for (const [name, { value, unit }] of figures)
    columns.set(name, { values: new Float64Array(draws).fill(value), unit });
  return drawn(deal, order, { rows: draws, columns }, 0);
}

/** The same draws in a later year of the deal: what is drawn anew each year is, with all that rests on it; the first year is 0. */
export function drawnInYear(deal: Deal, frame: Frame, year: number): Frame {
  const yearly = yearlyDrawn(deal);
  if (year === 0 || yearly.size === 0) return frame;
  const order = [...frame.columns.keys()].filter((name) => Object.hasOwn(deal.assumed, name));
  const isNew = (name: string) => yearly.has(name) || drawnUnder(deal, name).some((below) => yearly.has(below));
  const kept = [...frame.columns].filter(([name]) => !isNew(name));
  return drawn(deal, order, { rows: frame.rows, columns: new Map(kept) }, year);
}

/** The frame with every assumption that it does not hold yet. */
function drawn(deal: Deal, order: readonly string[], { rows, columns: known }: Frame, year: number): Frame {
  const columns = new Map(known);
  const frame: Frame = { rows, columns };
  const scoresOf = normalScores(deal, order, rows, year);
  for (const name of order) {
    if (columns.has(name)) continue;
    const assumption = deal.assumed[name];
    const { unit, value, expr } = assumption;
    const values =
      expr !== undefined
        ? quantityIn(frame, expr, unit, ["assumed", name, "expr"])
        : value !== undefined
          ? new Float64Array(rows).fill(value)
          : scoresOf(name).map(formOf(assumption));
    refuseEndless(name, values);
    columns.set(name, { values, unit });
  }
  return frame;
}

function refuseEndless(name: string, values: Float64Array): void {
  const endless = values.find((value) => !Number.isFinite(value));
  if (endless === undefined) return;
  refuse(
    ["assumed", name],
    "drawn-endless",
    `comes to ${endless} in a draw, expected a number in each`,
    `在某次模拟中为 ${endless}，应每次都为有限数`,
    {
      en: "the factor of a lognormal is what two thirds of draws stay within: 1.3, say",
      zh: "lognormal 的第二项为三分之二模拟所在的倍数，如 1.3",
    },
  );
}

/** From a normal score to the amount with the same chance of lying below it. */
function formOf({ triangular, lognormal, uniform }: Assumption): (z: number) => number {
  if (lognormal !== undefined) {
    const [middle, spread] = lognormal.map(Math.log);
    return (z) => Math.exp(middle + spread * z);
  }
  const below = (z: number) => normalUpperTail(-z);
  if (uniform !== undefined) return (z) => uniform[0] + (uniform[1] - uniform[0]) * below(z);
  const [least, mode, most] = triangular as [number, number, number];
  const width = most - least;
  if (width === 0) return () => mode;
  const turn = (mode - least) / width;
  return (z) => {
    const u = below(z);
    return u < turn ? least + Math.sqrt(u * width * (mode - least)) : most - Math.sqrt((1 - u) * width * (most - mode));
  };
}

/**
 * Scores by name, in a year. What is drawn anew each year comes last in the factor: given all that is drawn once, its scores have in
 * every year the correlations that are stated.
 */
function normalScores(
  deal: Deal,
  order: readonly string[],
  draws: number,
  year: number,
): (name: string) => Float64Array {
  const yearly = yearlyDrawn(deal);
  const drawnOnes = order.filter((name) => isDrawn(deal.assumed[name]));
  const names = [...drawnOnes.filter((name) => !yearly.has(name)), ...drawnOnes.filter((name) => yearly.has(name))];
  const factor = cholesky(correlations(deal, names), names);
  const own = new Map<string, Float64Array>();
  const ownOf = (name: string): Float64Array => {
    const before = own.get(name);
    if (before !== undefined) return before;
    const { normal } = random(deal.seed, year > 0 && yearly.has(name) ? `deal/${name}/${year}` : `deal/${name}`);
    const scores = Float64Array.from({ length: draws }, normal);
    own.set(name, scores);
    return scores;
  };
  return (name) => {
    const row = factor[names.indexOf(name)];
    const partners = row.flatMap((weight, other) => (weight === 0 ? [] : [{ weight, of: ownOf(names[other]) }]));
    if (partners.length === 1 && partners[0].weight === 1) return partners[0].of;
    return Float64Array.from({ length: draws }, (_, draw) =>
      partners.reduce((sum, { weight, of }) => sum + weight * of[draw], 0),
    );
  };
}

function correlations({ together }: Deal, drawn: readonly string[]): number[][] {
  const matrix: number[][] = drawn.map((_, row) => drawn.map((_, at) => (row === at ? 1 : 0)));
  for (const { of, rho } of together) {
    const [a, b] = of.map((name) => drawn.indexOf(name)) as [number, number];
    if (a < 0 || b < 0) continue;
    matrix[a][b] = rho;
    matrix[b][a] = rho;
  }
  return matrix;
}

const rounding = 1e-12;

/** Lower factor of a matrix of correlations; of ones that cannot hold together there is none. */
function cholesky(matrix: readonly (readonly number[])[], names: readonly string[]): number[][] {
  const factor = matrix.map(() => matrix.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      let rest = row[j];
      for (let k = 0; k < j; k += 1) rest -= factor[i][k] * factor[j][k];
      if (i !== j) factor[i][j] = factor[j][j] === 0 ? 0 : rest / factor[j][j];
      else if (rest < -rounding)
        refuse(
          ["together"],
          "correlations-impossible",
          `the correlations of ${names.slice(0, i + 1).join(", ")} cannot hold together`,
          `${names.slice(0, i + 1).join("、")} 的相关系数不能同时成立`,
          { en: "bring the stated correlations nearer to 0", zh: "请将相关系数调近 0" },
        );
      else factor[i][i] = Math.sqrt(Math.max(0, rest));
    }
  });
  return factor;
}
