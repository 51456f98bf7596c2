import { type FileChild, HeadingLevel, Paragraph, TextRun } from "docx";
import type { ReportDocument } from "../report/document.ts";
import { formula } from "./formula.ts";
import { headOf } from "./heads.ts";
import { mono } from "./paper.ts";
import type { Rows } from "./rows.ts";
import { plainTable } from "./three-lines.ts";

/** What the figures cannot say, how they were computed, from which data, and how to get them again. */
export function backMatter(document: ReportDocument, tableRows: Rows): FileChild[] {
  const { limits, methods, datasets, provenance, sections, say } = document;
  const head = (id: "limits" | "methods" | "data" | "provenance", nth: number) =>
    headOf(id, say(id), sections.length + nth);
  return [
    ...(limits.length === 0 ? [] : [head("limits", 1)]),
    ...limits.flatMap(({ head: text, lines }) => [
      new Paragraph({ text, heading: HeadingLevel.HEADING_3 }),
      ...lines.map((text) => new Paragraph({ text, style: "Point" })),
    ]),
    head("methods", 2),
    new Paragraph({ text: say("methodsLead"), style: "Lead" }),
    ...methods.flatMap((method) => [
      titled(method.title, method.version),
      new Paragraph({ text: method.question }),
      ...method.formula.split(/;\s+/).map((each) => new Paragraph({ style: "Formula", children: [formula(each)] })),
      ...(method.where === undefined ? [] : [new Paragraph({ text: method.where, style: "Note" })]),
      ...method.uses.flatMap(({ analysis, observations, conventions }) => [
        new Paragraph({
          keepNext: conventions.length > 0,
          children: [code(analysis), new TextRun(` · ${observations}`)],
        }),
        ...conventions.map(point),
      ]),
      ...method.cites.map((text) => new Paragraph({ text, style: "Note", indent: { left: 420, hanging: 420 } })),
    ]),
    head("data", 3),
    ...datasets.flatMap(({ title, name, lines, lists }) => [
      titled(title, name),
      ...lines.map(({ text }) => new Paragraph({ text, style: "Note" })),
      ...lists.flatMap(({ head: text, items }) => [
        new Paragraph({ text, heading: HeadingLevel.HEADING_3 }),
        ...items.map(point),
      ]),
    ]),
    head("provenance", 4),
    ...provenance.lines.map((text) => new Paragraph({ text })),
    ...provenance.tables.flatMap(({ heads, rows }) => [plainTable(heads, rows, tableRows), new Paragraph({})]),
    new Paragraph({ text: provenance.citeHead, heading: HeadingLevel.HEADING_2 }),
    new Paragraph({ text: provenance.cite }),
  ];
}

const code = (text: string) => new TextRun({ text, font: mono, size: 17 });

const titled = (title: string, id: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(`${title}  `), code(id)] });

const point = (text: string) => new Paragraph({ text, style: "Point", numbering: { reference: "points", level: 0 } });
