import type { CellProblems } from "./cell-problems.ts";
import type { Heading } from "./header.ts";
import { type VintageYear, vintageText, vintageYear } from "./year-vintage.ts";

interface Found {
  readonly vintage: VintageYear;
  readonly row: number;
}

/** As many as notes are listed. */
const most = 1000;

/** What the years of a sheet say of themselves, such as `2018(快报)`: each way of saying it once, with the first row that does. */
export class Vintages {
  /** By the position of a column of years. */
  readonly #found = new Map<number, Map<string, Found>>();

  /** What a year's own words say of the figures of its row, if they say anything. */
  add(text: string, row: number, position: number): VintageYear | undefined {
    const ofColumn = this.#found.get(position) ?? new Map<string, Found>();
    const vintage = ofColumn.get(text)?.vintage ?? vintageYear(text);
    if (vintage === undefined) return undefined;
    if (ofColumn.size < most && !ofColumn.has(text)) ofColumn.set(text, { vintage, row });
    this.#found.set(position, ofColumn);
    return vintage;
  }

  /** Says each once, of the first column that has it. */
  tell(headings: readonly Heading[], notes: CellProblems): void {
    const told = new Set<string>();
    for (const { name, position } of headings) {
      for (const [text, { vintage, row }] of this.#found.get(position) ?? []) {
        if (told.has(text)) continue;
        told.add(text);
        const { en, zh } = vintageText(vintage);
        notes.add("year-vintage", { en: `column ${name} ${en}`, zh: `列 ${name} ${zh}` }, { row, column: name });
      }
    }
  }
}
