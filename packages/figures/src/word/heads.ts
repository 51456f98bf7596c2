import { BookmarkEnd, BookmarkStart, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from "docx";

/** A head of the first rank, which the contents refer to; `nth` of the document, since every bookmark has a number of its own. */
export function headOf(id: string, title: string, nth: number): Paragraph {
  const ends = [new BookmarkStart(id, nth), new BookmarkEnd(nth)] as unknown as [ParagraphChild, ParagraphChild];
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [ends[0], new TextRun(title), ends[1]] });
}
