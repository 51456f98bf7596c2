import type { Choice, Written } from "./lab-recipe.ts";

export interface Variant {
  /** A word of the lab's catalogue. */
  readonly word: "equal" | "entropy" | "critic" | "geometric" | "z-score" | "rank";
  readonly choice: Choice;
}

const all: readonly Variant[] = [
  { word: "geometric", choice: { aggregate: "geometric" } },
  { word: "equal", choice: { weigh: "equal" } },
  { word: "entropy", choice: { weigh: "entropy" } },
  { word: "critic", choice: { weigh: "critic" } },
  { word: "z-score", choice: { normalise: "z-score", aggregate: "arithmetic" } },
  { word: "rank", choice: { normalise: "rank" } },
];

/** The choices that differ from what the study has. */
export function variantsOf({ weigh, normalise, aggregate, knobs }: Written): readonly Variant[] {
  const isEqual = weigh === "equal" || (weigh === "given" && knobs.every((knob) => knob.weight === knobs[0]?.weight));
  return all.filter(
    ({ word }) => word !== weigh && word !== normalise && word !== aggregate && !(word === "equal" && isEqual),
  );
}

export interface Flip {
  readonly above: string;
  readonly below: string;
}

/** Pairs whose order is another one: `above` was behind `below`. Ties are no order. */
export function flipsOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Flip[] {
  const flips: Flip[] = [];
  const places = [...before.keys()];
  places.forEach((a, at) => {
    for (const b of places.slice(at + 1)) {
      const [was, is] = [
        (before.get(a) as number) - (before.get(b) as number),
        (after.get(a) ?? Number.NaN) - (after.get(b) ?? Number.NaN),
      ];
      if (was * is < 0) flips.push(was < 0 ? { above: b, below: a } : { above: a, below: b });
    }
  });
  return flips;
}
