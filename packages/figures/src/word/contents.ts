import { BuilderElement, InternalHyperlink, Paragraph, Run, StringContainer, TextRun } from "docx";

/**
 * The table of contents as a field that Word brings up to date when it opens the document, and, for readers that do not, the heads
 * alone: which page they are on is not known before someone lays the pages out.
 */
export function contents(entries: readonly (readonly [id: string, head: string])[]): Paragraph[] {
  const start = [mark("begin", true), instruction('TOC \\o "1-1" \\h \\z \\u'), mark("separate")];
  return entries.map(
    ([id, head], at) =>
      new Paragraph({
        style: "TOC1",
        children: [
          ...(at === 0 ? start : []),
          new InternalHyperlink({ anchor: id, children: [new TextRun(head)] }),
          ...(at === entries.length - 1 ? [mark("end")] : []),
        ],
      }),
  );
}

const mark = (type: string, dirty = false): Run =>
  new Run({
    children: [
      new BuilderElement({
        name: "w:fldChar",
        attributes: {
          type: { key: "w:fldCharType", value: type },
          ...(dirty ? { dirty: { key: "w:dirty", value: "true" } } : {}),
        },
      }),
    ],
  });

const instruction = (text: string): Run => new Run({ children: [new StringContainer("w:instrText", text)] });
