import { AlignmentType, type FileChild, ImageRun, type IParagraphOptions, Paragraph, SimpleField, TextRun } from "docx";
import type { Figure } from "../figure.ts";
import type { ReportDocument, Shown } from "../report/document.ts";
import type { Exhibit } from "../report/exhibits.ts";
import { gridOf } from "../report/grid.ts";
import { abreast, abreastScale, columnsAbreast, type FigureParts, leastScale } from "./abreast.ts";
import type { Piece } from "./fill-pages.ts";
import type { Media } from "./media.ts";
import { lines, linesOf, room } from "./paper.ts";
import type { Rows } from "./rows.ts";
import { standsTogether, tableHeight, threeLines } from "./three-lines.ts";

type Drawn = Extract<Exhibit, { kind: "figure" }>;
type Tabled = Extract<Exhibit, { kind: "table" }>;
type Absent = Extract<Exhibit, { kind: "absent" }>;

/** What is put into the document after it was written. */
export interface Parts {
  readonly media: Media;
  readonly rows: Rows;
}

/**
 * A row of exhibits: a figure over its caption, or two abreast, a table under its own, notes and source below; or why it is not
 * there. `scale` is how much smaller its picture is made to fill the page.
 */
export function exhibitWord(
  row: readonly Shown[],
  document: ReportDocument,
  { media, rows }: Parts,
  scale: number,
): FileChild[] {
  const drawn = row.flatMap((shown) => (shown.exhibit.kind === "figure" ? [{ shown, drawn: shown.exhibit }] : []));
  if (drawn.length > 0) {
    const figures = drawn.map(({ drawn }) => drawn.figure);
    const layout = { scale: abreastScale(figures) * scale, isAlone: figures.length === 1 };
    const parts = drawn.map((each) => figureParts(each.drawn, each.shown, media, layout));
    if (parts.length > 1) return abreast(parts, columnsAbreast(figures));
    return parts.flatMap(({ picture, told }) => [picture, ...told]);
  }
  const [shown] = row as [Shown];
  const { exhibit } = shown;
  return exhibit.kind === "table" ? tableWord(exhibit, shown, document, rows) : absentWord(exhibit as Absent, document);
}

function absentWord({ titles, reasons }: Absent, { language, say }: ReportDocument): FileChild[] {
  const told = `${say("notComputed")}${reasons.length > 0 ? say("colon") : ""}${reasons.map((text) => text[language]).join(" ")}`;
  const head = new TextRun({ text: titles.join(language === "zh" ? "、" : ", "), bold: true });
  return [new Paragraph({ style: "Note", children: [head, new TextRun({ text: told, break: 1 })] })];
}

/** How high a row of exhibits is about to be. */
export function exhibitPiece(row: readonly Shown[], document: ReportDocument): Piece {
  const figures = row.flatMap(({ exhibit }) => (exhibit.kind === "figure" ? exhibit.figure : []));
  if (figures.length > 0) {
    const own = abreastScale(figures);
    const columns = figures.length > 1 ? columnsAbreast(figures) : [room.width];
    const told = row.map((shown, at) => {
      const { dek, notes, title } = figures[at] as Figure;
      const width = columns[at] as number;
      const texts = [[dek, ...notes].join(" "), ...shown.evidence, shown.source];
      return captionHeight(`${shown.label} ${title}`, width) + notesHeight(texts, width);
    });
    const picture = own * Math.max(...figures.map(({ height }) => height));
    return { fixed: Math.max(...told) + aroundPicture, picture, least: Math.min(1, leastScale / own) };
  }
  const { exhibit, label, evidence, source } = (row as [Shown])[0];
  if (exhibit.kind !== "table") return { fixed: 3 * noteLine };
  const { names, language } = document;
  const grid = gridOf(exhibit.table, exhibit.asked, names, language);
  const texts = [...evidence, source, exhibit.asked.note?.[language] ?? ""];
  return {
    fixed: captionHeight(`${label} ${exhibit.title}`, room.width) + notesHeight(texts, room.width) + tableHeight(grid),
    whole: standsTogether(grid),
  };
}

/** Heights of lines in pixels, with the spacing that the styles give them, in a face with the high lines of Han. */
const [noteLine, captionLine, aroundPicture] = [14.5, 16.5, 17];
const [noteSize, captionSize] = [11.5, 12];
const captionHeight = (text: string, width: number): number => 8 + linesOf(text, captionSize, width) * captionLine;
const notesHeight = (texts: readonly string[], width: number): number =>
  texts
    .filter((text) => text.trim() !== "")
    .reduce((sum, text) => sum + linesOf(text, noteSize, width) * noteLine + 3, 20);

function figureParts(
  { figure, drawing, name }: Drawn,
  { label, evidence, source }: Shown,
  media: Media,
  { scale, isAlone }: { readonly scale: number; readonly isAlone: boolean },
): FigureParts {
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
  const texts = [
    [figure.dek, ...figure.notes].filter((text) => text !== "").join(isZh ? "　" : "  "),
    ...evidence,
    source,
  ];
  const told = [
    caption(label, figure.title, hasNotes(figure) || source !== "" || evidence.length > 0),
    // justified, a narrow column would be full of holes
    ...notes(texts, isAlone ? {} : { alignment: AlignmentType.LEFT }),
  ];
  return { picture: new Paragraph({ style: "Picture", children: [picture] }), told };
}

const hasNotes = ({ dek, notes }: Figure): boolean => dek !== "" || notes.length > 0;

function tableWord(
  { table, asked, title }: Tabled,
  { label, evidence, source }: Shown,
  { names, language, say }: ReportDocument,
  rows: Rows,
): FileChild[] {
  const grid = gridOf(table, asked, names, language);
  return [
    caption(label, title, true),
    threeLines(grid, rows),
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

function notes(texts: readonly string[], layout: Pick<IParagraphOptions, "alignment"> = {}): Paragraph[] {
  const said = texts.filter((text) => text !== "");
  return said.map(
    (text, at) =>
      new Paragraph({
        ...layout,
        style: "Note",
        keepLines: true,
        keepNext: at < said.length - 1,
        ...(at === 0 ? { spacing: { before: 60, ...lines(252), after: 40 } } : {}),
        ...(at === said.length - 1 ? { spacing: { before: at === 0 ? 60 : 0, ...lines(252), after: 240 } } : {}),
        children: [new TextRun(text)],
      }),
  );
}
