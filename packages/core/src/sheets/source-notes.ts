import type { PageNote } from "../contract/page-remarks.ts";

/** Where a page says that its figures come from. */
export interface SourceNote {
  readonly text: string;
  readonly sheet: string;
  /** `A9` */
  readonly address: string;
}

const said = /(?:(?:资料|数据)?来\s*源|\b(?:data )?sources?)\s*[:：]\s*(.+)$/iu;
/** What follows a source in the same cell and is none: a note, or the source in the other language. */
const next = /[。.；;]?\s*(?:[附备]?注|说明|(?:资料|数据)?来源|\bnotes?|\b(?:data )?sources?)\s*\d{0,2}\s*[:：]/iu;

/** `资料来源：《中国统计年鉴2021》。` as something to cite, each once. */
export function sourcesIn(notes: readonly PageNote[]): SourceNote[] {
  const found = new Map<string, SourceNote>();
  for (const { text: note, sheet, address } of notes) {
    const [own = ""] = (said.exec(note)?.[1] ?? "").split(next);
    const text = own.trim().replace(/[。.；;，,]+$/u, "");
    if (text !== "" && !found.has(text)) found.set(text, { text, sheet, address });
  }
  return [...found.values()];
}
