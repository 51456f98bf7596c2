import type { Axis, Choice } from "./candidates.ts";
import { type ComparedCell, missOf } from "./compare.ts";

/** Candidates that give the same figures, whatever else they differ in. */
export interface Alike {
  readonly choices: readonly Choice[];
  readonly values: Float64Array;
}

/** A candidate, or several that give the same figures, beside the print. */
export interface Fit {
  readonly choices: readonly Choice[];
  readonly cells: readonly ComparedCell[];
  readonly print: number;
  readonly rounding: number;
  readonly off: number;
  readonly lacking: number;
  /** The cell furthest from its print, beyond what rounding explains, or one without a figure; none where all fit. */
  readonly worst?: ComparedCell;
  /** Whether the rounding of the inputs was carried through. */
  readonly propagated: boolean;
}

export function fitOf({ choices }: Alike, cells: readonly ComparedCell[], propagated: boolean): Fit {
  const count = (status: ComparedCell["status"]) => cells.filter((cell) => cell.status === status).length;
  const missed = cells.filter(({ status }) => status === "off" || status === "lacking");
  const [worst] = missed.toSorted(
    (a, b) => Number(a.status === "lacking") - Number(b.status === "lacking") || missOf(b) - missOf(a),
  );
  return {
    choices,
    cells,
    print: count("print"),
    rounding: count("rounding"),
    off: count("off"),
    lacking: count("lacking"),
    ...(worst === undefined ? {} : { worst }),
    propagated,
  };
}

export const isWhole = ({ off, lacking }: Fit): boolean => off + lacking === 0;

/** The better fit first: fewer cells missed, then more of them to the print. */
export function byFit(a: Fit, b: Fit): number {
  const missed = ({ off, lacking }: Fit) => off + lacking;
  return missed(a) - missed(b) || b.print - a.print;
}

/** The same in exact arithmetic may come out of another order of sums. */
const sameDigits = 12;

/** Candidates by the figures that they give, in the order in which they were tried. */
export function alikes(choices: readonly Choice[], values: readonly (Float64Array | undefined)[]): Alike[] {
  const groups = new Map<string, { choices: Choice[]; values: Float64Array }>();
  choices.forEach((choice, at) => {
    const given = values[at];
    if (given === undefined) return;
    const key = Array.from(given, (value) => value.toPrecision(sameDigits)).join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { choices: [choice], values: given });
    else group.choices.push(choice);
  });
  return [...groups.values()];
}

/** The axes on which the published figures do not depend, whatever is taken on the others. */
export function indifferentAxes(axes: readonly Axis[], all: readonly Alike[]): number[] {
  const groupOf = new Map(
    all.flatMap(({ choices }, group) => choices.map((choice) => [choice.join(), group] as const)),
  );
  return [...axes.keys()].filter((at) =>
    [...groupOf].every(([key, group]) => {
      const choice = key.split(",");
      return (axes[at]?.values ?? []).every((_, value) => {
        const other = groupOf.get(choice.with(at, String(value)).join());
        return other === undefined || other === group;
      });
    }),
  );
}

/** What the candidates of a fit take on an axis. */
export function takenOn(at: number, choices: readonly Choice[]): number[] {
  return [...new Set(choices.map((choice) => choice[at] as number))].sort((a, b) => a - b);
}
