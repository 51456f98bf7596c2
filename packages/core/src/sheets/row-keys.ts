import type { Layout, LayoutBlock } from "./layout.ts";
import type { RowHeads } from "./row-heads.ts";

/** What tells the rows of one table of a sheet apart. */
export class RowKeys {
  /** The heads that tell rows apart, sorted; other labels only go along. */
  readonly #heads: readonly string[];
  readonly #isRecords: boolean;
  readonly #totalsSeen = new Set<string>();
  readonly hasYears: boolean;
  /** Tables with the same heads are one. */
  readonly signature: string;

  constructor(block: LayoutBlock, { records }: Layout) {
    const heads = Object.keys(block.by).filter((head) => !["year", "unit", "flag", "item"].includes(head));
    const sections = Object.entries(block.sections).flatMap(([kind, rows]) =>
      ["year", "unit", "item", ...(block.by.item === undefined ? [] : ["group"])].includes(kind) ||
      (rows ?? []).length === 0
        ? []
        : [kind],
    );
    const fixed = [block.place === undefined ? [] : "place", block.across === "variable" ? [] : block.across].flat();
    this.#heads = [...new Set([...heads, ...sections, ...fixed])].sort();
    this.#isRecords = records;
    this.hasYears = block.years !== "none" || block.year !== undefined || block.by.year !== undefined;
    this.signature = records ? "records" : [...this.#heads, this.hasYears ? "\u0002year" : ""].join("\u0001");
  }

  /** The key of a row, but for its year. Each group may have its own 小计: one that comes again is another. */
  of(heads: RowHeads, row: number): string {
    if (this.#isRecords) return `${row}`;
    const own = this.#keyOf(heads);
    if (!heads.isTotal) return own;
    const known = [own, heads.year ?? "", ...heads.items].join("\u0001");
    if (this.#totalsSeen.has(known)) return `${own}\u0001${row}`;
    this.#totalsSeen.add(known);
    return own;
  }

  #keyOf({ labels }: RowHeads): string {
    const [first, ...others] = this.#heads;
    let key = first === undefined ? "" : (labels[first] ?? "");
    for (const name of others) key += `\u0001${labels[name] ?? ""}`;
    return key;
  }
}
