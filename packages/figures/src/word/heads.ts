import { Bookmark, HeadingLevel, Paragraph, TextRun } from "docx";

/** A head of the first rank, which the contents refer to. */
export function headOf(id: string, title: string, pageBreakBefore = false): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore,
    children: [new Bookmark({ id, children: [new TextRun(title)] })],
  });
}
