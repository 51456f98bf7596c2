import type { Language } from "@conurb/core/language";
import {
  AlignmentType,
  type IPropertiesOptions,
  type IRunStylePropertiesOptions,
  LevelFormat,
  TabStopType,
} from "docx";
import { textWidth as estimatedWidth } from "../type.ts";

/** A4 with margins of 25 mm at the sides: 160 mm of text. Twips, of which 1,440 make an inch. */
export const page = { width: 11_906, height: 16_838, side: 1417, top: 1440 } as const;
export const textWidth = page.width - 2 * page.side;

/** The height of the text of a page, in pixels of 1/96 inch, less what an estimate of its lines may be wrong by. */
export const textHeight = 925;

/** The room for a picture, in pixels of 1/96 inch: the width of the text, and what of a page's height its caption leaves. */
export const room = { width: 604, height: 740 } as const;

export const rule = { none: { style: "none", size: 0, color: "auto" }, thick: line(12), thin: line(6) } as const;

/** A rule in eighths of a point. */
function line(size: number) {
  return { style: "single", size, color: "000000", space: 0 } as const;
}

/** Distance of lines in 240ths of their height. Said to be a proportion, since a picture would be cut at a fixed one. */
export const lines = (line: number) => ({ line, lineRule: "auto" }) as const;

/** Times is so much narrower than the letters of figures, by which widths are estimated; Han is as wide in both. */
const timesWidth = 0.87;

/** In how many lines of `width` pixels a text in letters of `size` is about to stand. */
export function linesOf(text: string, size: number, width: number): number {
  const wide = estimatedWidth(text, size) * (/\p{Script=Han}/u.test(text) ? 1 : timesWidth);
  return Math.max(1, Math.ceil(wide / width));
}

/** Chinese is set in Song with heads in Hei, Latin and digits in Times in both languages. */
export function faces(language: Language) {
  const latin = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman" };
  const hint = language === "zh" ? { hint: "eastAsia" } : {};
  return { text: { ...latin, eastAsia: "SimSun", ...hint }, head: { ...latin, eastAsia: "SimHei", ...hint } };
}

export const mono = { ascii: "Courier New", hAnsi: "Courier New", cs: "Courier New", eastAsia: "SimSun" } as const;

/** Letters of tables in half points: the more columns, the smaller. */
export const cellSizes = [18, 16, 15] as const;
export type CellSize = (typeof cellSizes)[number];

/** What stands in a cell is set by its style alone: a report has thousands of them. */
export const cellStyle = (size: CellSize, kind: "label" | "number" | "code"): string =>
  `${{ label: "Cell", number: "Number", code: "Code" }[kind]}${size}`;

/** The size of code, such as names of files and their hashes. */
export const codeSize = 16 satisfies CellSize;

/** Lines of a table have one height whatever their face, so that Han and digits of a row stand on one line: 1.25 of the letters, in twips. */
export const cellLine = (size: CellSize): number => Math.round(1.25 * 10 * size);

const cellParagraph = (size: CellSize, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) => ({
  alignment,
  spacing: { before: 20, after: 20, line: cellLine(size), lineRule: "exact" },
});

/** Paragraph styles by the names under which the parts of a report use them; sizes in half points. */
export function stylesOf(language: Language): Required<Pick<IPropertiesOptions, "styles" | "numbering">> {
  const { text, head } = faces(language);
  const zh = language === "zh";
  const heading = (size: number, before: number, after: number) => ({
    run: { font: head, size, bold: !zh, color: "000000" } satisfies IRunStylePropertiesOptions,
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
    quickFormat: true,
  });
  const spacing = { ...lines(zh ? 312 : 276), after: 80 };
  const style = (id: string, name: string, run: IRunStylePropertiesOptions, paragraph: object) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    styles: {
      default: {
        document: {
          run: { font: text, size: 21, language: { value: zh ? "en-US" : "en-GB", eastAsia: "zh-CN" } },
          paragraph: { spacing, ...(zh ? { alignment: AlignmentType.BOTH } : {}) },
        },
        title: {
          run: { font: head, size: 36, bold: !zh },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 120, ...lines(288) } },
        },
        heading1: heading(30, 360, 120),
        heading2: heading(24, 240, 80),
        heading3: heading(21, 160, 40),
        hyperlink: { run: { color: "000000" } },
      },
      paragraphStyles: [
        { id: "Normal", name: "Normal", quickFormat: true, run: { font: text, size: 21 }, paragraph: { spacing } },
        style("Byline", "Byline", {}, { alignment: AlignmentType.CENTER }),
        style("Lead", "Lead", { color: "404040" }, { keepNext: true, spacing: { ...spacing, after: 120 } }),
        style("Point", "Point", { size: 18 }, { spacing: { ...lines(252), after: 20 } }),
        style("Contents", "Contents Heading", { font: head, size: 24, bold: !zh }, { spacing: { before: 240 } }),
        style(
          "TOC1",
          "toc 1",
          { font: text, size: 21 },
          {
            tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: "dot" }],
            spacing: { ...lines(276), after: 20 },
          },
        ),
        style(
          "Picture",
          "Picture",
          {},
          { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 200, after: 60, ...lines(240) } },
        ),
        style(
          "Caption",
          "caption",
          { font: head, size: 18, bold: !zh },
          { alignment: AlignmentType.CENTER, keepLines: true, spacing: { before: 60, after: 60, ...lines(264) } },
        ),
        style("Note", "Note", { size: 17, color: "404040" }, { spacing: { ...lines(252), after: 40 } }),
        ...cellSizes.flatMap((size) => [
          style(cellStyle(size, "label"), `Table Text ${size / 2}`, { size }, cellParagraph(size, AlignmentType.LEFT)),
          style(
            cellStyle(size, "number"),
            `Table Number ${size / 2}`,
            { size },
            cellParagraph(size, AlignmentType.RIGHT),
          ),
        ]),
        style(
          cellStyle(codeSize, "code"),
          `Table Code ${codeSize / 2}`,
          { size: codeSize, font: mono },
          cellParagraph(codeSize, AlignmentType.LEFT),
        ),
        style("Formula", "Formula", {}, { spacing: { before: 80, after: 80 }, indent: { left: 420 } }),
        style("Running", "Running Head", { size: 17, color: "404040" }, { spacing: { ...lines(240), after: 0 } }),
      ],
    },
    numbering: {
      config: [list("findings", LevelFormat.DECIMAL, "%1."), list("points", LevelFormat.BULLET, "•")],
    },
  };
}

function list(reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const style = { paragraph: { indent: { left: 420, hanging: 320 } } };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style }] };
}
