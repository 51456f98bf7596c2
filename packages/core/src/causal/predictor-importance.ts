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
  if (unknown !== undefined) throw importanceUnknown(unknown, names);
  const shares = sharesOf(predictors, given);
  if (shares === undefined) throw importanceNone(names);
  return shares;
}

/** `undefined` where none of these predictors is of importance. */
export function sharesOf(predictors: SyntheticUnits["predictors"], given: Readonly<Record<string, number>>): Given {
  const most = predictors.reduce((top, { name }) => Math.max(top, given[name] ?? 0), 0);
  if (!(most > 0)) return undefined;
  // of the largest, so that their sum is a number
  const parts = Float64Array.from(predictors, ({ name }) => (given[name] ?? 0) / most);
  const total = parts.reduce((sum, each) => sum + each, 0);
  return parts.map((each) => each / total);
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

function importanceNone(names: readonly string[]): InputError {
  return new InputError({
    code: "importance-none",
    text: {
      en: `synthetic-control: importance is 0 for every predictor, expected more for one of ${names.join(", ") || "no predictors"}`,
      zh: `synthetic-control：各预测变量的 importance 均为 0，其中至少一个应大于 0：${names.join("、") || "（无预测变量）"}`,
    },
    place: { path: "importance" },
  });
}
