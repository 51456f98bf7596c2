import { firstNamed } from "../language/first-named.ts";
import { fillText } from "../language/message.ts";
import { columnPosition } from "./address.ts";
import { labelOfName, readName } from "./clean-text.ts";
import { columnHeads } from "./column-heads.ts";
import type { KnownVariable, Reason } from "./guess-layout.ts";
import { type LayoutBlock, rowsIn } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import { type Sheet, textsIn } from "./sheet.ts";

/** Names of known variables for the heads that say their title in either language. */
export function guessNames(
  sheet: Sheet,
  merged: MergedCells,
  tables: readonly LayoutBlock[],
  variables: readonly KnownVariable[],
  reasons: Reason[],
): Record<string, string> {
  const byTitle = new Map(
    variables.flatMap(({ name, title }) =>
      [name, title?.en, title?.zh].flatMap((text) => (text === undefined ? [] : [[plain(text), name] as const])),
    ),
  );
  if (byTitle.size === 0) return {};
  const names: Record<string, string> = {};
  for (const block of tables) {
    const heads = [
      ...columnHeads(sheet, merged, block).flatMap(({ path, english }) => [path.join("/"), english.join("/")]),
      ...itemsOf(sheet, block),
      ...(block.variable === undefined ? [] : [block.variable]),
    ];
    const found = heads.map(
      (head) => [head, byTitle.get(plain(head)) ?? byTitle.get(plain(head.split("/").at(-1) ?? ""))] as const,
    );
    for (const [head, name] of found) {
      const alone = found.every(
        ([other, same]) => same !== name || other === head || byTitle.get(plain(other)) === name,
      );
      if (head !== "" && name !== undefined && alone && names[head] === undefined && name !== head) names[head] = name;
    }
  }
  const found = Object.entries(names);
  if (found.length > 0) {
    reasons.push({
      code: "names",
      text: fillText(
        {
          en: "{count, plural, one {# head is the title of a known variable} other {# heads are titles of known variables}}: {list}",
          zh: "{count} 个表头与已知变量的名称相同：{list}",
        },
        {
          count: found.length,
          list: {
            en: firstNamed(found.map((pair) => pair.join(" is "))).en,
            zh: firstNamed(found.map((pair) => pair.join(" 即 "))).zh,
          },
        },
      ),
    });
  }
  return names;
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s(),/，（）·-]/g, "")
    .toLowerCase();

function itemsOf(sheet: Sheet, block: LayoutBlock): string[] {
  const column = block.by.item === undefined ? undefined : columnPosition(block.by.item);
  const cells = new Set<string>();
  if (column !== undefined) {
    for (let row = block.rows[0] - 1; row < block.rows[1]; row += 1) {
      const value = sheet.rows[row]?.[column];
      if (typeof value === "string") cells.add(value);
    }
  }
  for (const row of rowsIn(block.sections.item ?? [])) for (const text of textsIn(sheet, row)) cells.add(text);
  return [...cells].map((text) =>
    labelOfName(readName(text))
      .replace(/\([^()]*\)$/, "")
      .trimEnd(),
  );
}
