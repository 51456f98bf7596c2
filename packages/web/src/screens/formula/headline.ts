import { useSay } from "../../language/language.ts";
import type { Row } from "../scoreboard/board-data.ts";
import type { Compared } from "./conventions.tsx";
import { words } from "./words.ts";

/** Whether the first place keeps its rank under the other conventions; nothing until any of them is known. */
export function useHeadline(
  [leader]: readonly Row[],
  compared: readonly Compared[],
  nameOf: (code: string) => string,
): string | undefined {
  const say = useSay(words);
  if (leader === undefined || compared.length === 0) return undefined;
  const k = compared.filter(({ ranks }) => (ranks.get(leader.place) ?? 1) > 1).length;
  return say(k === 0 ? "firstHolds" : "firstMoves", { n: compared.length, k, place: nameOf(leader.place) });
}
