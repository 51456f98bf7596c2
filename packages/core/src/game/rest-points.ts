import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { interiorPoints } from "./interior-points.ts";
import { advantageBy, advantageOf, type Dynamics, jacobianAt } from "./replicator.ts";

export interface Eigenvalue {
  readonly real: number;
  readonly imaginary: number;
}

export type Stability = "stable" | "unstable" | "saddle" | "centre" | "undetermined";

export interface RestPoint {
  /** A sign a player: 1 and 0 where all play one strategy, * where both are played; a second point of one pattern ends in ' . */
  readonly pattern: string;
  readonly shares: readonly number[];
  readonly eigenvalues: readonly Eigenvalue[];
  readonly stability: Stability;
}

export interface RestPoints {
  readonly points: readonly RestPoint[];
  /** Patterns in which rest points are not isolated: whole lines or surfaces of them. */
  readonly lines: readonly string[];
}

/** Of the largest advantage: what sums and products of payoffs may be off by. */
const rounding = 1e-12;
/** An eigenvalue below this share of the largest advantage is 0 as far as roundings can tell. */
const zero = 1e-9;
/** A share nearer to 0 or 1 is there. */
const edge = 1e-9;

/**
 * All rest points, pattern by pattern. All pure: 2^k. One mixes: nowhere, or everywhere along that edge. Two mix: each makes the other
 * indifferent, a linear equation each. Three mix: see interiorPoints.
 */
export function restPoints(dynamics: Dynamics): RestPoints {
  const { k } = dynamics;
  const points: RestPoint[] = [];
  const lines: string[] = [];
  for (const pattern of patternsOf(k)) {
    const shares = Array.from(pattern, (sign) => (sign === "*" ? Number.NaN : Number(sign)));
    const free = shares.flatMap((share, player) => (Number.isNaN(share) ? [player] : []));
    const found =
      free.length === 0
        ? [shares]
        : free.length === 1
          ? onEdge(dynamics, shares, free[0])
          : free.length === 2
            ? onFace(dynamics, shares, [free[0], free[1]])
            : interiorPoints(dynamics.advantage, rounding * dynamics.scale);
    if (found === "line") lines.push(pattern);
    else {
      const inside = found.filter((each) => free.every((player) => each[player] > edge && each[player] < 1 - edge));
      inside.forEach((each, at) => {
        points.push(judged(dynamics, at === 0 ? pattern : `${pattern}'`, each, free));
      });
    }
  }
  return { points, lines };
}

/** Pure ones first, from all-second to all-first. */
function patternsOf(k: number): string[] {
  const all = Array.from({ length: 3 ** k }, (_, at) =>
    Array.from({ length: k }, (_, player) => "01*"[Math.floor(at / 3 ** player) % 3]).join(""),
  );
  const mixing = (pattern: string) => pattern.split("*").length;
  return all.sort((a, b) => mixing(a) - mixing(b) || (a < b ? -1 : 1));
}

function onEdge(dynamics: Dynamics, shares: readonly number[], player: number): number[][] | "line" {
  const at = shares.map((share, each) => (each === player ? 0 : share));
  return Math.abs(advantageOf(dynamics, player, at)) <= rounding * dynamics.scale ? "line" : [];
}

function onFace(dynamics: Dynamics, shares: readonly number[], [i, j]: [number, number]): number[][] | "line" {
  const least = rounding * dynamics.scale;
  const at = shares.map((share, each) => (each === i || each === j ? 0 : share));
  const solve = (player: number, other: number): number | "never" | "always" => {
    const start = advantageOf(dynamics, player, at);
    const by = advantageBy(dynamics, player, other, at);
    if (Math.abs(by) <= least) return Math.abs(start) <= least ? "always" : "never";
    return -start / by;
  };
  const [shareJ, shareI] = [solve(i, j), solve(j, i)];
  if (shareI === "never" || shareJ === "never") return [];
  const isInside = (share: number | "always") => share === "always" || (share > edge && share < 1 - edge);
  if (shareI === "always" || shareJ === "always") return isInside(shareI) && isInside(shareJ) ? "line" : [];
  return [shares.map((share, each) => (each === i ? shareI : each === j ? shareJ : share))];
}

function judged(dynamics: Dynamics, pattern: string, shares: number[], free: readonly number[]): RestPoint {
  const jacobian = jacobianAt(dynamics, shares);
  // who plays one strategy alone is moved by nobody's share: its own derivative is an eigenvalue
  const pinned = shares.flatMap((_, player) =>
    free.includes(player) ? [] : [{ real: jacobian[player][player], imaginary: 0 }],
  );
  const eigenvalues = [
    ...pinned,
    ...mixedEigenvalues(free.map((player) => free.map((other) => jacobian[player][other]))),
  ];
  eigenvalues.sort((a, b) => b.real - a.real || b.imaginary - a.imaginary);
  return { pattern, shares, eigenvalues, stability: stabilityOf(eigenvalues, zero * dynamics.scale, free.length) };
}

/** Two who mix: nothing on the diagonal, so plus and minus a root. */
function mixedEigenvalues(block: readonly (readonly number[])[]): Eigenvalue[] {
  if (block.length === 0) return [];
  if (block.length === 2) {
    const product = block[0][1] * block[1][0];
    const root = Math.sqrt(Math.abs(product));
    return [root, -root].map((each) => (product >= 0 ? { real: each, imaginary: 0 } : { real: 0, imaginary: each }));
  }
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(
    new Matrix(block.map((row) => [...row])),
  );
  return realEigenvalues.map((real, at) => ({ real, imaginary: imaginaryEigenvalues[at] }));
}

/**
 * By the signs of the real parts. One above 0 is enough to know that a point is left; one at 0 and none above leaves it open, save
 * where two mix by themselves and turn round: there a quantity is kept, and all paths near are closed.
 */
function stabilityOf(eigenvalues: readonly Eigenvalue[], least: number, mixing: number): Stability {
  const above = eigenvalues.some(({ real }) => real > least);
  const below = eigenvalues.some(({ real }) => real < -least);
  if (above) return below ? "saddle" : "unstable";
  if (eigenvalues.every(({ real }) => real < -least)) return "stable";
  const turns = eigenvalues.every(({ imaginary }) => Math.abs(imaginary) > least);
  return mixing === 2 && eigenvalues.length === 2 && turns ? "centre" : "undetermined";
}
