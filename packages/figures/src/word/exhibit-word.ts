import { type FileChild, ImageRun, Paragraph, SimpleField, TextRun } from "docx";
import type { Figure } from "../figure.ts";
import type { ReportDocument, Shown } from "../report/document.ts";
import type { Exhibit } from "../report/exhibits.ts";
import { gridOf } from "../report/grid.ts";
import { textWidth } from "../type.ts";
import type { Piece } from "./fill-pages.ts";
import type { Media } from "./media.ts";
import { lines, room } from "./paper.ts";
import { threeLines } from "./three-lines.ts";

type Drawn = Extract<Exhibit, { kind: "figure" }>;
type Tabled = Extract<Exhibit, { kind: "table" }>;

/**
 * One exhibit: a figure over its caption, a table under its own, notes and source below; or why it is not there. `scale` is how much
 * smaller its picture is made to fill the page.
 */
export function exhibitWord(shown: Shown, document: ReportDocument, media: Media, scale: number): FileChild[] {
  const { exhibit } = shown;
  if (exhibit.kind === "figure") return figureWord(exhibit, shown, media, scale);
  if (exhibit.kind === "table") return tableWord(exhibit, shown, document);
  const { titles, reasons } = exhibit;
  const { language, say } = document;
  const told = `${say("notComputed")}${reasons.length > 0 ? say("colon") : ""}${reasons.map((text) => text[language]).join(" ")}`;
  const head = new TextRun({ text: titles.join(language === "zh" ? "、" : ", "), bold: true });
  return [new Paragraph({ style: "Note", children: [head, new TextRun({ text: told, break: 1 })] })];
}

/** In what part of its own size a figure goes on a page at all. */
const roomScale = ({ width, height }: Figure): number => Math.min(1, room.width / width, room.height / height);

/** Of its own size: below this the letters of a figure, 11 and 12 pixels high, are too small for print. */
const leastScale = 0.75;

/** How high an exhibit is about to be. */
export function exhibitPiece(shown: Shown, { names, language }: ReportDocument): Piece {
  const { exhibit, evidence, source } = shown;
  if (exhibit.kind === "absent") return { fixed: 3 * noteLine };
  const told =
    exhibit.kind === "figure"
      ? [[exhibit.figure.dek, ...exhibit.figure.notes].join(" "), ...evidence, source]
      : [...evidence, source, exhibit.asked.note?.[language] ?? ""];
  const fixed = captionHeight + notesHeight(told.filter((text) => text.trim() !== ""));
  if (exhibit.kind === "table") {
    const { rows } = gridOf(exhibit.table, exhibit.asked, names, language);
    return { fixed: fixed + (rows.length + 2) * rowHeight };
  }
  const own = roomScale(exhibit.figure);
  return { fixed: fixed + aroundPicture, picture: exhibit.figure.height * own, least: Math.min(1, leastScale / own) };
}

/** Heights of lines in pixels, with the spacing that the styles give them, in a face with the high lines of Han. */
const [noteLine, captionHeight, rowHeight, aroundPicture] = [17.5, 28, 19, 25];
const noteSize = 11.5;
const notesHeight = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Math.ceil(textWidth(text, noteSize) / room.width) * noteLine + 3, 20);

function figureWord(
  { figure, drawing, name }: Drawn,
  { label, evidence, source }: Shown,
  media: Media,
  smaller: number,
): FileChild[] {
  const scale = roomScale(figure) * smaller;
  const [width, height] = [figure.width * scale, figure.height * scale];
  const { svg, png } = media.add(figure.svg, width, height);
  const picture = new ImageRun({
    type: "svg",
    data: svg,
    fallback: { type: "png", data: png },
    transformation: { width, height },
    altText: { id: String(media.count), name, title: figure.title, description: figure.description },
  });
  const isZh = drawing.context.language === "zh";
  return [
    new Paragraph({ style: "Picture", children: [picture] }),
    caption(label, figure.title, hasNotes(figure) || source !== "" || evidence.length > 0),
    ...notes([
      [figure.dek, ...figure.notes].filter((text) => text !== "").join(isZh ? "　" : "  "),
      ...evidence,
      source,
    ]),
  ];
}

const hasNotes = ({ dek, notes }: Figure): boolean => dek !== "" || notes.length > 0;

function tableWord(
  { table, asked, title }: Tabled,
  { label, evidence, source }: Shown,
  { names, language, say }: ReportDocument,
): FileChild[] {
  const grid = gridOf(table, asked, names, language);
  return [
    caption(label, title, true),
    threeLines(grid),
    ...notes([
      grid.more > 0 ? say("rowsMore", { n: grid.more }) : "",
      asked.note?.[language] ?? "",
      ...evidence,
      source,
    ]),
  ];
}

/** "Figure 3  Title", its number a field, so that Word can refer to it and list it. */
function caption(label: string, title: string, keepNext: boolean): Paragraph {
  const [, word = "", number = ""] = /^(.*?)(\d+)$/.exec(label) ?? [];
  return new Paragraph({
    style: "Caption",
    keepNext,
    children: [
      new TextRun(word),
      new SimpleField(`SEQ ${word.trim()} \\* ARABIC`, number),
      new TextRun(`\u2002${title}`),
    ],
  });
}

function notes(texts: readonly string[]): Paragraph[] {
  const said = texts.filter((text) => text !== "");
  return said.map(
    (text, at) =>
      new Paragraph({
        style: "Note",
        keepLines: true,
        keepNext: at < said.length - 1,
        ...(at === 0 ? { spacing: { before: 60, ...lines(252), after: 40 } } : {}),
        ...(at === said.length - 1 ? { spacing: { before: at === 0 ? 60 : 0, ...lines(252), after: 240 } } : {}),
        children: [new TextRun(text)],
      }),
  );
}
