import type { Language } from "@conurb/core/language";
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { documentOf, type ReportDocument, type ReportSection } from "../report/document.ts";
import type { ReportModel } from "../report/model.ts";
import { rowsOf } from "./abreast.ts";
import { backMatter } from "./back-matter.ts";
import { contents } from "./contents.ts";
import { exhibitPiece, exhibitWord, type Parts } from "./exhibit-word.ts";
import { type Fitting, fitPictures, type Piece } from "./fill-pages.ts";
import { finished } from "./finish.ts";
import { headOf } from "./heads.ts";
import { openMedia, type WordTools } from "./media.ts";
import { linesOf, page, room, stylesOf, textHeight } from "./paper.ts";
import { openRows } from "./rows.ts";

/** The report of a run in one language as a Word document (WordprocessingML), from the same model as its HTML. */
export async function renderWord(
  model: ReportModel,
  language: Language,
  { paint, deflate }: WordTools,
  document = documentOf(model, language),
): Promise<Uint8Array> {
  const media = openMedia();
  const lang = language === "zh" ? "zh-CN" : "en-GB";
  const rows = openRows();
  const shown = body(document, { media, rows });
  const { painted } = await media.paint(paint); // begun in other threads before this one is busy with the text
  const file = new Document({
    title: document.title,
    creator: document.authors === "" ? `conurb ${model.lock.conurb}` : document.authors,
    lastModifiedBy: `conurb ${model.lock.conurb}`,
    description: `${document.say("report")} ${model.lock.conurb} · ${model.lockHash.slice(0, 12)}`,
    ...stylesOf(language),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.top, left: page.side, right: page.side, header: 720, footer: 720 },
          },
        },
        headers: {
          default: new Header({ children: [running(document.title)] }),
          first: new Header({ children: [running("")] }),
        },
        footers: { default: pageFoot(), first: pageFoot() },
        children: [...opening(document), ...shown, ...backMatter(document, rows)],
      },
    ],
  });
  return finished((await Packer.pack(file, "uint8array")) as Uint8Array, { painted, media, rows, deflate }, lang);
}

/** Title, authors, what was found, contents. */
function opening(document: ReportDocument): FileChild[] {
  const { title, authors, dek, findings, say } = document;
  const found = findings.map((text) => new Paragraph({ text, numbering: { reference: "findings", level: 0 } }));
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...(authors === "" ? [] : [new Paragraph({ text: authors, style: "Byline" })]),
    new Paragraph({ text: dek.join(" · "), style: "Byline" }),
    ...(found.length === 0 ? [] : [new Paragraph({ text: say("findings"), style: "Contents" }), ...found]),
    new Paragraph({ text: say("contents"), style: "Contents", keepNext: true }),
    ...contents(contentsOf(document)),
  ];
}

function contentsOf({ sections, limits, say }: ReportDocument): (readonly [string, string])[] {
  const back = [...(limits.length > 0 ? (["limits"] as const) : []), "methods", "data", "provenance"] as const;
  return [...sections.map(({ id, title }) => [id, title] as const), ...back.map((id) => [id, say(id)] as const)];
}

/** Heads with their words and rows of exhibits, in the order in which they fill pages. */
function body(document: ReportDocument, parts: Parts): FileChild[] {
  const blocks = document.sections.flatMap((section, at) => [
    { piece: sectionPiece(section), content: () => sectionHead(section, at + 1) },
    ...rowsOf(section.shown).map((row) => ({
      piece: exhibitPiece(row, document),
      content: (fitting: Fitting) => exhibitWord(row, document, parts, fitting),
    })),
  ]);
  const pieces = [{ fixed: openingHeight(document) }, ...blocks.map(({ piece }) => piece)];
  return fitPictures(pieces, textHeight).flatMap((fitting) => blocks[fitting.piece - 1]?.content(fitting) ?? []);
}

function sectionHead({ id, title, lead, said }: ReportSection, nth: number): FileChild[] {
  return [
    headOf(id, title, nth),
    ...(lead === undefined ? [] : [new Paragraph({ text: lead, style: "Lead" })]),
    ...said.map((text) => new Paragraph({ text, numbering: { reference: "points", level: 0 } })),
  ];
}

/** In pixels: a head of the first rank with its spacing, a line of text and its size, a line of the contents. */
const [headHeight, lineHeight, textSize, contentsLine] = [64, 27, 14, 23];
const wordsHeight = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + linesOf(text, textSize, room.width - 28), 0) * lineHeight;

function sectionPiece({ lead, said }: ReportSection): Piece {
  const start = headHeight + wordsHeight(lead === undefined ? [] : [lead]);
  return { fixed: start + wordsHeight(said), start: start + Math.min(2 * lineHeight, wordsHeight(said)) };
}

function openingHeight(document: ReportDocument): number {
  const words = wordsHeight([document.authors, document.dek.join(" · "), ...document.findings]);
  return 3 * headHeight + words + contentsOf(document).length * contentsLine;
}

const running = (text: string) => new Paragraph({ text, style: "Running", alignment: AlignmentType.CENTER });

const pageFoot = () =>
  new Footer({
    children: [
      new Paragraph({
        style: "Running",
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });
