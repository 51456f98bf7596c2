import { InputError } from "../contract/errors.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { same, type Text } from "../language/text.ts";

export type NamedColumn = Pick<NamedNumbers, "name" | "title">;

/** A column that the effects and the columns before it say already, by its name. `among`: the rows that it is said of. */
export function collinear(
  method: string,
  { name, title = same(name) }: NamedColumn,
  { among, absorbed }: { readonly among?: Text; readonly absorbed?: string } = {},
): InputError {
  const effects = absorbed === undefined || absorbed === "" ? "" : ` (${absorbed})`;
  const [en, zh] = among === undefined ? ["", ""] : [`${among.en} `, `${among.zh}，`];
  return new InputError({
    code: "collinear",
    text: {
      en: `${method}: ${en}nothing is left of ${title.en} beside the effects${effects} and the columns before it`,
      zh: `${method}：${zh}扣除固定效应${effects}与其前各列后，${title.zh} 不再有变异`,
    },
    hint: {
      en: "leave it out: what does not change in a place, or changes alike in all of them, the effects hold already",
      zh: "请去掉该变量：在地区内不变或各地同步变化者，已含于固定效应",
    },
  });
}
