import { InputError } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import { type CodeColumn, codeLists, codeMeant } from "../register/codes.ts";

/** The code that an entry's cell means, in either language; "" where it is empty. A word that means none is refused: it would count as any. */
export function codeOfCell(method: string, column: CodeColumn, entry: string, cell: string): string {
  if (cell === "") return "";
  const { title, codes } = codeLists[column];
  const meant = codeMeant(codes, cell);
  if (meant !== undefined) return meant;
  const known = codes.map(({ code }) => code);
  const hint = suggestion(cell, known);
  throw new InputError({
    code: "code-unknown",
    text: {
      en: `${method}: ${title.en} of ${entry} is ${cell}, expected one of ${known.join(", ")}`,
      zh: `${method}：${entry} 的${title.zh}为 ${cell}，应为下列之一：${known.join("、")}`,
    },
    ...(hint === undefined ? {} : { hint }),
  });
}
