import { type FileChild, Paragraph, TextRun } from "docx";
import type { Figure } from "../lay-out.ts";
import type { ReportDocument, Shown } from "../report/document.ts";
import type { Exhibit } from "../report/exhibits.ts";
import { gridOf } from "../report/grid.ts";
import { abreast, abreastScale, columnsAbreast, leastScale } from "./abreast.ts";
import { caption, captionHeight, noteLine, notes, notesHeight } from "./captions.ts";
import { figureAlone, figureParts } from "./figure-word.ts";
import type { Fitting, Piece } from "./fill-pages.ts";
import type { Media } from "./media.ts";
import { room } from "./paper.ts";
import type { Rows } from "./rows.ts";
import { stripsOf } from "./strips.ts";
import { standsTogether, tableHeight, threeLines } from "./three-lines.ts";

type Tabled = Extract<Exhibit, { kind: "table" }>;
type Absent = Extract<Exhibit, { kind: "absent" }>;

/** What is put into the document after it was written. */
export interface Parts {
  readonly media: Media;
  readonly rows: Rows;
}

/**
 * A row of exhibits: a figure over its caption, or two abreast, a table under its own, notes and source below; or why it is not
 * there. Its picture is fitted into what is left of the page.
 */
export function exhibitWord(
  row: readonly Shown[],
  document: ReportDocument,
  { media, rows }: Parts,
  { scale, parts }: Pick<Fitting, "scale" | "parts">,
): FileChild[] {
  const drawn = row.flatMap((shown) => (shown.exhibit.kind === "figure" ? [{ shown, drawn: shown.exhibit }] : []));
  if (drawn.length > 0) {
    const figures = drawn.map(({ drawn }) => drawn.figure);
    const fitted = abreastScale(figures) * scale;
    const [first] = drawn as [(typeof drawn)[number]];
    if (figures.length === 1) return figureAlone(first.drawn, first.shown, media, { scale: fitted, parts });
    const layout = { scale: fitted, isAlone: false };
    const all = drawn.map((each) => figureParts(each.drawn, each.shown, media, layout));
    return abreast(all, columnsAbreast(figures));
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
    const piece = { fixed: Math.max(...told) + aroundPicture, picture, least: Math.min(1, leastScale / own) };
    const [only] = figures as [Figure];
    const head = (only.seams?.head ?? 0) * own + noteLine;
    return figures.length === 1 && stripsOf(only, own).length > 1 ? { ...piece, head } : piece;
  }
  const { exhibit, label, evidence, source } = (row as [Shown])[0];
  if (exhibit.kind !== "table") return { fixed: 3 * noteLine };
  const { names, language } = document;
  const grid = gridOf(exhibit.table, exhibit.asked, names, language);
  const texts = [...evidence, source, exhibit.asked.note?.[language] ?? ""];
  return {
    fixed: captionHeight(`${label} ${exhibit.title}`, room.width) + notesHeight(texts, room.width) + tableHeight(grid),
    whole: standsTogether(grid),
    mayPrecede: true,
  };
}

/** Around a picture, in pixels. */
const aroundPicture = 17;

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
