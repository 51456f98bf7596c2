import type { Study } from "@conurb/core/study";
import { isMap, parse, parseDocument } from "yaml";
import { insertItem, moveItem, putList, removeItem } from "../../bench/edit-list.ts";
import { removeAt, setAt } from "../../bench/edit-text.ts";
import type { Outline } from "../../bench/outline.ts";

type Report = Outline["report"];
export type Section = Report["sections"][number];
export type Exhibit = Section["show"][number];
export type Language = Study["report"]["lang"][number];
export type Format = NonNullable<Study["report"]["formats"]>[number];

/** What the report is to be, as the text says it, run or not. */
export interface Composed {
  readonly lang: readonly Language[];
  readonly formats: readonly Format[];
  readonly headlines: readonly string[];
  readonly sections: readonly Section[];
  /** The text names its sections; otherwise every analysis is shown. */
  readonly isWritten: boolean;
}

const usual = { lang: ["zh", "en"], formats: ["html"] } as const;

/** Undefined while the text is no study. */
export function composedOf(text: string, every: Report["sections"]): Composed | undefined {
  try {
    const { report = {} } = parse(text) as { report?: Partial<Report> };
    const { lang = usual.lang, formats = usual.formats, headlines = [], sections } = report;
    return { lang, formats, headlines, sections: sections ?? every, isWritten: sections !== undefined };
  } catch {
    return undefined;
  }
}

/** What an exhibit names: analyses, views, tables, datasets; several where they stand side by side. */
export function namesIn(exhibit: Exhibit): readonly string[] {
  return [exhibit].flat().map((each) => (typeof each === "string" ? each : each.of));
}

const at = (...path: (string | number)[]) => ["report", ...path];
const inTurn = ["zh", "en"] as const;
const formatsInTurn = ["html", "docx", "pdf"] as const;

/** Every change is one of the text; sections that were not written are written first. */
export const edits = {
  lang: (text: string, lang: readonly Language[]) =>
    setAt(
      text,
      at("lang"),
      inTurn.filter((each) => lang.includes(each)),
    ),
  formats: (text: string, formats: readonly Format[]) =>
    setAt(
      text,
      at("formats"),
      formatsInTurn.filter((each) => formats.includes(each)),
    ),
  headlines: (text: string, headlines: readonly string[]) =>
    headlines.length === 0 ? removeAt(text, at("headlines")) : setAt(text, at("headlines"), headlines),
  every: (text: string) => removeAt(text, at("sections")),
  moveSection: (text: string, from: number, to: number) => moveItem(text, at("sections"), from, to),
  removeSection: (text: string, section: number) => removeItem(text, at("sections"), section),
  addSection: (text: string, section: number, value: Section) => insertItem(text, at("sections"), section, value),
  word: (text: string, section: number, part: "title" | "lead", language: Language, said: string) => {
    const path = at("sections", section, part);
    return isMap(parseDocument(text).getIn(path))
      ? setAt(text, [...path, language], said)
      : setAt(text, path, { zh: said, en: said });
  },
  moveExhibit: (text: string, section: number, from: number, to: number) =>
    moveItem(text, at("sections", section, "show"), from, to),
  removeExhibit: (text: string, section: number, exhibit: number) =>
    removeItem(text, at("sections", section, "show"), exhibit),
  addExhibit: (text: string, section: number, exhibit: number, name: string) =>
    insertItem(text, at("sections", section, "show"), exhibit, name),
} as const;

/** The text with its sections written out, so that one of them can be changed. */
export function withSections(text: string, { isWritten, sections }: Composed): string {
  return isWritten ? text : putList(text, at("sections"), sections);
}
