import type { Text } from "@conurb/core/language";
import { unitWords } from "@conurb/figures/unit-words";
import { shownUnit } from "./numbers.ts";

/** A unit as it stands behind a number: in English as files write it, in Chinese in words. A plain number and a year have none. */
export function unitTold(unit: string | undefined): Text {
  const shown = shownUnit(unit);
  return { en: shown, zh: shown === "" ? "" : unitWords(shown, "zh") };
}
