import { authorName, type Reference } from "./reference.ts";

const types = { article: "JOUR", book: "BOOK", report: "RPRT", dataset: "DATA", other: "GEN" } as const;

/** References as RIS, which EndNote, Zotero and NoteExpress read. */
export function ris(references: readonly Reference[]): string {
  return references.map(entry).join("");
}

function entry(reference: Reference): string {
  const { kind, authors, title, year, journal, volume, issue, pages, publisher, doi, url, notes } = reference;
  const [first, last] = pages?.split(/[-–]/u) ?? [];
  const tags: (readonly [string, string | undefined])[] = [
    ["TY", types[kind]],
    ...authors.map((author) => ["AU", authorName(author)] as const),
    ["TI", title],
    ["T2", journal],
    ["PY", year],
    ["VL", volume],
    ["IS", issue],
    ["SP", first],
    ["EP", last],
    ["PB", publisher],
    ["DO", doi],
    ["UR", url],
    ...notes.map((note) => ["N1", note] as const),
  ];
  const lines = tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`]));
  return `${lines.join("")}ER  - \r\n\r\n`;
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ").trim();
