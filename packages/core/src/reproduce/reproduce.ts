import { InputError, NumericalError } from "../contract/errors.ts";
import type { CancelSignal, Finding } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { candidateText, candidateValues } from "./candidate-words.ts";
import { type Axis, axesOf, choicesOf } from "./candidates.ts";
import { comparedCells, misfit } from "./compare.ts";
import { computing, type Outcome } from "./compute.ts";
import { reproductionFindings } from "./findings.ts";
import { alikes, byFit, type Fit, fitOf, indifferentAxes, isWhole } from "./fits.ts";
import type { Panel } from "./panel.ts";
import { publishedCells } from "./published-cells.ts";
import { type Propagation, roundingOf } from "./rounding.ts";

/** `reproduced`: some candidate gives every cell, to the print or within the rounding of the printed inputs. */
export type Verdict = "reproduced" | "none";

export interface Candidate extends Omit<Fit, "choices"> {
  /** By axis, what it takes; a list where several give the same figures. */
  readonly takes: Readonly<Record<string, unknown>>;
  readonly text: Text;
}

export interface Reproduction {
  readonly kind: "search";
  readonly verdict: Verdict;
  readonly method: string;
  /** Published figures compared. */
  readonly cells: number;
  /** Combinations tried, those that the method refused, and the answers that differ. */
  readonly tried: number;
  readonly refused: number;
  readonly distinct: number;
  readonly axes: readonly { readonly name: string; readonly title: Text; readonly values: readonly unknown[] }[];
  /** Axes on which the published figures do not depend. */
  readonly indifferent: readonly string[];
  readonly rounding: { readonly how: Propagation; readonly runs: number; readonly candidates: number };
  /** The nearest candidates, the best first. */
  readonly candidates: readonly Candidate[];
  readonly findings: readonly Finding[];
}

/** What a search may ask of the world. */
export interface SearchPorts {
  readonly signal?: CancelSignal;
  readonly progress?: (done: number, total: number) => void;
  /** Lets whatever else waits have its turn: a bar, an interrupt. */
  readonly pause?: () => Promise<void>;
}

const mostKept = 20;

/** Searches every candidate for those that give the published figures. */
export async function reproduce(
  panel: Panel,
  { signal, progress = () => {}, pause = async () => {} }: SearchPorts = {},
): Promise<Reproduction> {
  const axes = axesOf(panel);
  const choices = choicesOf(axes);
  const compute = computing(panel, axes, signal);
  const { cells, read } = publishedCells(panel);
  const values: (Float64Array | undefined)[] = [];
  let sample: Outcome | undefined;
  let refusal: unknown;
  for (const [done, choice] of choices.entries()) {
    signal?.throwIfAborted();
    if (done % 16 === 0) await pause();
    try {
      const outcome = await compute(choice);
      sample ??= outcome;
      values.push(read(outcome));
    } catch (error) {
      if (!(error instanceof InputError || error instanceof NumericalError) || isOurs(error)) throw error;
      refusal ??= error;
      values.push(undefined);
    }
    progress(done + 1, choices.length);
  }
  if (sample === undefined) throw refusal;
  const all = alikes(choices, values);
  const rounding = roundingOf(panel, compute, read, sample);
  const ranked = all.toSorted((a, b) => misfit(cells, a.values) - misfit(cells, b.values));
  const fits: Fit[] = [];
  for (const alike of ranked) {
    signal?.throwIfAborted();
    const near = fits.length < rounding.candidates;
    if (near) {
      progress(fits.length, Math.min(rounding.candidates, ranked.length));
      await pause();
    }
    const ranges = near ? await rounding.ranges(alike.choices[0] ?? [], alike.values) : undefined;
    fits.push(fitOf(alike, comparedCells(cells, alike.values, ranges), near || rounding.how === "exact"));
  }
  fits.sort(byFit);
  const indifferent = indifferentAxes(axes, all);
  const told = {
    axes,
    fits,
    indifferent,
    tried: choices.length,
    refused: choices.length - values.filter(Boolean).length,
  };
  const shown = [...axes.keys()].filter((at) => !indifferent.includes(at));
  return {
    kind: "search",
    verdict: fits[0] !== undefined && isWhole(fits[0]) ? "reproduced" : "none",
    method: panel.method.id,
    cells: cells.length,
    tried: told.tried,
    refused: told.refused,
    distinct: all.length,
    axes: axes.map(({ name, title, values: listed }: Axis) => ({ name, title, values: listed })),
    indifferent: indifferent.map((at) => axes[at]?.name ?? ""),
    rounding: { how: rounding.how, runs: rounding.runs, candidates: rounding.candidates },
    candidates: fits.slice(0, mostKept).map(({ choices: taken, ...fit }) => ({
      takes: candidateValues(axes, taken),
      text: candidateText(axes, taken, shown),
      ...fit,
    })),
    findings: reproductionFindings(told, rounding.how, refusal),
  };
}

/** A mistake of the table's file is no candidate that the method refuses. */
const isOurs = (error: InputError | NumericalError): boolean =>
  error instanceof InputError && error.code === "table-target";
