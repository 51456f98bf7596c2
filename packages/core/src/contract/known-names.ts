import { InputError } from "./errors.ts";

const mostShown = 20;

/** Refuses names in an option that the data do not have, and says which they have. */
export function refuseUnknown(
  method: string,
  option: string,
  asked: readonly string[],
  there: readonly string[],
): void {
  const known = new Set(there);
  const unknown = asked.find((each) => !known.has(each));
  if (unknown === undefined) return;
  const shown = [...known].filter((each) => each !== "").slice(0, mostShown);
  throw new InputError({
    code: "name-unknown",
    text: {
      en: `${method}: ${option}: ${unknown} is not in the data, expected some of ${shown.join(", ")}`,
      zh: `${method}：${option}：数据中没有 ${unknown}，可选：${shown.join("、")}`,
    },
    place: { path: option },
  });
}
