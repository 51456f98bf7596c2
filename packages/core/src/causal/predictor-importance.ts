import { InputError } from "../contract/errors.ts";
import type { SyntheticUnits } from "./synthetic-units.ts";

/** Of each predictor, by its name. */
export type Importance = Readonly<Record<string, number>>;
/** Of each predictor, in their order, of sum 1; without it the importance is sought. */
export type Given = Float64Array | undefined;

/** The importance given, in the order of the predictors; refuses a name that is none of them. */
export function importanceOf({ predictors }: SyntheticUnits, given: Importance | undefined): Given {
  if (given === undefined) return undefined;
  const names = predictors.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  const shares = sharesOf(predictors, given);
  if (unknown !== undefined || shares === undefined) throw importanceUnknown(unknown ?? "0", names);
  return shares;
}

/** `undefined` where none of these predictors is of importance. */
export function sharesOf(predictors: SyntheticUnits["predictors"], given: Readonly<Record<string, number>>): Given {
  const total = predictors.reduce((sum, { name }) => sum + (given[name] ?? 0), 0);
  return total > 0 ? Float64Array.from(predictors, ({ name }) => (given[name] ?? 0) / total) : undefined;
}

function importanceUnknown(name: string, names: readonly string[]): InputError {
  return new InputError({
    code: "importance-unknown",
    text: {
      en: `synthetic-control: importance names ${name}, expected one of ${names.join(", ") || "no predictors"}`,
      zh: `synthetic-control：importance 中的 ${name} 不属于 ${names.join("、") || "（无预测变量）"}`,
    },
    place: { path: "importance" },
  });
}
