import type { Text } from "../language/text.ts";
import type { Axis, Choice } from "./candidates.ts";
import { takenOn } from "./fits.ts";

export const listText = (parts: readonly Text[], en = ", ", zh = "、"): Text => ({
  en: parts.map((part) => part.en).join(en),
  zh: parts.map((part) => part.zh).join(zh),
});

/** What candidates take, axis by axis; an axis on which they take everything there is says nothing and is left out. */
export function candidateText(axes: readonly Axis[], choices: readonly Choice[], shown = [...axes.keys()]): Text {
  const parts = shown.flatMap((at): Text[] => {
    const { title, values, labels } = axes[at] as Axis;
    const taken = takenOn(at, choices);
    if (values.length > 1 && taken.length === values.length) return [];
    const told = listText(
      taken.map((value) => labels[value] as Text),
      " or ",
      " 或 ",
    );
    return [{ en: `${title.en}: ${told.en}`, zh: `${title.zh}：${told.zh}` }];
  });
  if (parts.length > 0) return listText(parts, "; ", "；");
  return { en: "the method as it stands", zh: "该方法本身" };
}

/** The same by names, as an option or a recipe writes it. */
export function candidateValues(axes: readonly Axis[], choices: readonly Choice[]): Record<string, unknown> {
  return Object.fromEntries(
    axes.map(({ name, values }, at) => {
      const taken = takenOn(at, choices).map((value) => values[value]);
      return [name, taken.length === 1 ? taken[0] : taken];
    }),
  );
}
