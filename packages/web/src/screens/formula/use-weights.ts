import { useCallback, useState } from "react";
import { bench } from "../../bench/bench.ts";
import { setAt } from "../../bench/edit-text.ts";
import { type Knob, unmoved, type Written, withMethod } from "./lab-recipe.ts";

export interface WeightsInHand {
  /** Weights that a hand holds, by id; those that were let go stand in the study. */
  readonly moved: Readonly<Record<string, number>>;
  readonly onMove: (knob: Knob, weight: number) => void;
  readonly onRest: (knob: Knob, weight: number) => void;
}

/** Weights under a hand: seen at once, written to the study when they are let go. Another text ends a move, also one that undoes it. */
export function useWeights(written: Written): WeightsInHand {
  const [hand, setHand] = useState({ of: written, moved: unmoved });
  const moved = hand.of === written ? hand.moved : unmoved;
  const onMove = useCallback(
    ({ id }: Knob, weight: number) =>
      setHand((before) => ({
        of: written,
        moved: { ...(before.of === written ? before.moved : unmoved), [id]: weight },
      })),
    [written],
  );
  const onRest = useCallback(
    ({ id, weight: before, path }: Knob, weight: number) => {
      if (weight === before) {
        setHand((hand) => withoutMove(hand, id));
        return;
      }
      bench.edit((text) => {
        const weighed = setAt(text, path, weight);
        return written.weigh === "given" ? weighed : withMethod(weighed, written.recipe, "weigh", "given");
      }, path);
    },
    [written],
  );
  return { moved, onMove, onRest };
}

type Hand = Pick<WeightsInHand, "moved"> & { readonly of: Written };

/** A knob that came back to where it was written was not moved. */
export function withoutMove(hand: Hand, id: string): Hand {
  if (!Object.hasOwn(hand.moved, id)) return hand;
  const { [id]: _, ...moved } = hand.moved;
  return { ...hand, moved };
}
