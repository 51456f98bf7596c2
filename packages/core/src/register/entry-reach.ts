import type { Problem } from "../contract/errors.ts";
import { suggestion } from "../language/suggestion.ts";
import { fault, type RegisterCells } from "./cells.ts";
import { several } from "./codes.ts";
import { type KnownReach, type Reach, type ReachReader, reachReader } from "./reach.ts";

/** Where each entry reaches; words that mean no place or more than one are told, entries without any are counted. */
export function entryReach(
  cells: RegisterCells,
  known: KnownReach,
  declared: Readonly<Record<string, readonly string[]>>,
  problems: Problem[],
  notes: Problem[],
): Reach[] {
  const reader = reachReader(known);
  const without: string[] = [];
  const result = Array.from({ length: cells.rows }, (_, row) => {
    const words = several(cells.text("reach", row));
    if (words.length === 0) without.push(cells.text("id", row));
    const codes = words
      .flatMap((word) => (Object.hasOwn(declared, word) ? (declared[word] as readonly string[]) : [word]))
      .flatMap((word) => {
        const found = reader.codesOf(word);
        if (found === undefined) problems.push(unknown(word, reader, cells, row));
        return found ?? [];
      });
    return reader.reachOf(codes);
  });
  if (without.length > 0) {
    const values = { count: without.length, list: listed(without) };
    notes.push({
      code: "register-reach-missing",
      text: {
        en: `where ${values.count} ${values.count === 1 ? "entry reaches" : "entries reach"} is not said: ${values.list}`,
        zh: `${values.count} 项未说明适用范围：${values.list}`,
      },
      hint: {
        en: "clusters, provinces and cities stand in the column reach, or in the one that roles: { reach: COLUMN } names",
        zh: "城市群、省份与城市写在 reach 列，或以 roles: { reach: 列名 } 指明",
      },
    });
  }
  return result;
}

function unknown(word: string, reader: ReachReader, cells: RegisterCells, row: number): Problem {
  const place = cells.place("reach", row);
  const namesakes = reader.namesakes(word);
  if (namesakes.length > 0) {
    return fault(
      "register-reach-ambiguous",
      place,
      { en: `${word} is the name of ${namesakes.length} places`, zh: `有 ${namesakes.length} 个地区名为 ${word}` },
      {
        en: `write the code of the place meant: ${namesakes.join(", ")}`,
        zh: `请写所指地区的代码：${namesakes.join("、")}`,
      },
    );
  }
  return fault(
    "register-reach-unknown",
    place,
    { en: `${word} is no place and no cluster that the atlas knows`, zh: `${word} 不是图册所知的地区或城市群` },
    suggestion(word, reader.words) ?? {
      en: `leave it empty, or say in the study what it stands for: reach: { ${word}: [CODE, ...] }`,
      zh: `请留空，或在研究文件中说明其范围：reach: { ${word}: [代码, …] }`,
    },
  );
}

const mostListed = 12;

function listed(ids: readonly string[]): string {
  return ids.length <= mostListed ? ids.join(", ") : `${ids.slice(0, mostListed).join(", ")}, …`;
}
