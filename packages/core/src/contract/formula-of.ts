import type { Text } from "../language/text.ts";
import type { AnyMethod } from "./method.ts";

type Told = Pick<AnyMethod, "formula" | "where" | "formulas">;

export interface NumberFormula {
  readonly formula: string;
  readonly where?: Text;
  /** Nothing was left out. */
  readonly isAll: boolean;
}

const statementsIn = (formula: string): readonly string[] => formula.split(/;\s+/);
const signsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];
/** A sign without its subscripts: `dᵢⱼ` is explained as `d`, and `Mᵢ` as `Mᵢ`. */
const stem = (sign: string): string => sign.replace(/[\p{Lm}\p{No}]+$/u, "") || sign;

/**
 * Of a method's formulas the one that a number comes by, with those of the signs in it: by the number's column, else by the answers
 * of the conventions that were taken. All of them where the method does not tell them apart.
 */
export function formulaOf(method: Told, about: readonly string[]): NumberFormula {
  const { formula, where, formulas = {} } = method;
  const statements = statementsIn(formula);
  const named = about.find((name) => Object.hasOwn(formulas, name));
  const own = named === undefined ? -1 : statements.findIndex((each) => each.startsWith(formulas[named] as string));
  if (own < 0) return { formula, ...(where === undefined ? {} : { where }), isAll: true };
  const taken = new Set([own]);
  for (const at of taken) {
    const signs = new Set(signsIn(statements[at] as string));
    statements.forEach((each, other) => {
      const [head = ""] = each.split(/ [=:] /);
      if (signs.has(head) && !isRival(head, statements[at] as string)) taken.add(other);
    });
  }
  const shown = statements.filter((_, at) => taken.has(at)).join(";  ");
  return {
    formula: shown,
    ...(where === undefined
      ? {}
      : { where: { en: explained(where.en, shown, "; "), zh: explained(where.zh, shown, "；") } }),
    isAll: taken.size === statements.length,
  };
}

/** Two formulas of one sign are two answers, of which one was taken. */
const isRival = (head: string, statement: string): boolean => statement.startsWith(`${head} =`);

/** Of the words on the signs those on the ones that are shown; what is no word on a sign stays. */
function explained(where: string, formula: string, mark: string): string {
  const shown = new Set(signsIn(formula).map(stem));
  const kept = where.split(/[;；]\s*/).filter((part) => {
    const [signs, words] = part.split(/[:：]/);
    return words === undefined || signsIn(signs as string).some((sign) => shown.has(stem(sign)));
  });
  return kept.join(mark);
}
