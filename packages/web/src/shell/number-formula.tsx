import { formulaOf, type MethodInfo } from "@conurb/core/contract";
import { useLanguage, useSay } from "../language/language.ts";
import { shellWords } from "./shell-words.ts";

interface NumberFormulaProps {
  readonly method: Pick<MethodInfo, "formula" | "where" | "formulas">;
  /** The number's column, then the answers under which it came about. */
  readonly about: readonly string[];
}

/** The formula by which a number comes about; the method's others are folded away. */
export function NumberFormula({ method, about }: NumberFormulaProps) {
  const say = useSay(shellWords);
  const language = useLanguage();
  const { formula, where, isAll } = formulaOf(method, about);
  return (
    <>
      <p className="formula">{formula}</p>
      {where !== undefined && <p className="quiet">{where[language]}</p>}
      {!isAll && (
        <details className="all-formulas">
          <summary className="as-link">{say("allFormulas")}</summary>
          <p className="formula">{method.formula}</p>
          {method.where !== undefined && <p className="quiet">{method.where[language]}</p>}
        </details>
      )}
    </>
  );
}
