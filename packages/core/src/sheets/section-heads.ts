import { labelOfName, readName } from "./clean-text.ts";
import { levelOf } from "./column-heads.ts";
import { extent, type LayoutBlock, rowsIn, type SectionKind } from "./layout.ts";
import type { PageLog } from "./page-log.ts";
import { statedUnits } from "./read-unit.ts";
import type { RowHeads } from "./row-heads.ts";
import { saidOfYear } from "./said-of-year.ts";
import { isBlank, rawText, type Sheet } from "./sheet.ts";
import { yearOf } from "./year-of.ts";

/** What the rows say that stand over groups of others: each holds until the next of its kind. */
export class SectionHeads {
  /** The rows that are headings, by what they name. */
  readonly rows: ReadonlyMap<number, SectionKind>;
  /** Places, provinces, industries and groups. */
  readonly labels = new Map<SectionKind, string>();
  unit: string | undefined;
  year: number | undefined;
  vintage: RowHeads["vintage"];
  item: { readonly name: string; readonly english?: string; readonly unit?: string } | undefined;
  readonly #sheet: Sheet;
  readonly #block: LayoutBlock;
  readonly #log: PageLog;

  constructor(sheet: Sheet, block: LayoutBlock, log: PageLog) {
    this.#sheet = sheet;
    this.#block = block;
    this.#log = log;
    this.rows = new Map(
      Object.entries(block.sections).flatMap(([kind, rows]) =>
        rowsIn(rows ?? []).map((row) => [row, kind as SectionKind] as const),
      ),
    );
  }

  take(row: number, kind: SectionKind): void {
    const { left, right } = extent(this.#block);
    let column = left;
    while (column <= right && isBlank(this.#sheet.rows[row]?.[column])) column += 1;
    const text = rawText(this.#sheet.rows[row]?.[column]);
    if (kind === "unit") this.#takeUnit(text, row, column);
    else if (kind === "year") this.#takeYear(text, row, column);
    else if (kind === "item") this.item = levelOf(readName(text));
    else this.labels.set(kind, labelOfName(readName(text)));
  }

  #takeUnit(text: string, row: number, column: number): void {
    const units = statedUnits(text) ?? [];
    const only = units.length === 1 ? units[0] : levelOf(readName(text)).unit;
    if (only !== undefined) this.unit = only;
    else
      this.#log.note(
        "section-unit-unclear",
        { row, column },
        {
          en: `says "${text}", which is not one unit: the unit before it stays`,
          zh: `为“${text}”，不是单一的单位：沿用此前的单位`,
        },
      );
  }

  #takeYear(text: string, row: number, column: number): void {
    const name = readName(text);
    this.year = yearOf(labelOfName(name));
    const said = this.year === undefined ? undefined : saidOfYear(name, text, this.year);
    this.vintage = said === undefined ? undefined : { ...said, row, column };
  }
}
