import { useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import type { rankings } from "../scoreboard/board-data.ts";
import { useReceived } from "../scoreboard/use-peers.ts";
import type { Written } from "./lab-recipe.ts";
import { useLab } from "./use-lab.ts";
import { useSettled } from "./use-settled.ts";
import { useShown } from "./use-shown.ts";
import { useWeights } from "./use-weights.ts";

/** A ranking of the study, and its recipe as it is written. */
export type WrittenRanking = ReturnType<typeof rankings>[number] & { readonly written: Written };

const mostInFigure = 80; // rows; a figure of more is too tall to be drawn at every move of a slider

/** A ranking under the weights in hand, and what follows from them. */
export function useRanking(outline: Outline, { analysis, view, written }: WrittenRanking, cluster: string | undefined) {
  const received = useReceived(analysis);
  const question = { received, holds: received?.of ?? "", written };
  const shown = useShown(outline, cluster, received?.table);
  const isLong = shown.count > mostInFigure;
  const beside = useMemo(
    () => (isLong ? [] : [view.shares, view.cells].flatMap((each) => each?.table ?? [])),
    [isLong, view],
  );
  const weights = useWeights(written);
  const asked = { ...question, moved: weights.moved, rows: shown.rows, table: view.table, beside };
  const { settled, variants, ...now } = useLab(asked);
  return { question, shown, isLong, weights, ...now, ...useSettled(settled ?? now.live, variants, view) };
}
