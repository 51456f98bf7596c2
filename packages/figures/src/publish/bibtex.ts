import { keysOf } from "./citation-keys.ts";
import type { Author, Reference } from "./reference.ts";

const types = { article: "article", book: "book", report: "techreport", dataset: "misc", other: "misc" } as const;

/** References as BibTeX in UTF-8 (biber, or bibtex with a Unicode engine). */
export function bibtex(references: readonly Reference[]): string {
  const keys = keysOf(references);
  return references.map((reference, at) => entry(reference, keys[at] as string)).join("\n");
}

function entry(reference: Reference, key: string): string {
  const { kind, authors, title, year, journal, volume, issue, pages, publisher, doi, url, notes } = reference;
  const fields: [string, string | undefined][] = [
    ["author", authors.length === 0 ? undefined : authors.map(named).join(" and ")],
    ["title", `{${tex(title)}}`], // braces keep its capitals
    ["journal", journal && tex(journal)],
    ["year", year],
    ["volume", volume],
    ["number", issue && tex(issue)],
    ["pages", pages?.replace(/[-–]/u, "--")],
    [kind === "report" ? "institution" : "publisher", publisher && tex(publisher)],
    ["howpublished", kind === "dataset" ? "Data set" : undefined],
    ["doi", doi],
    ["url", url],
    ["note", notes.length === 0 ? undefined : notes.map(tex).join("; ")],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},`]));
  return `@${types[kind]}{${key},\n${lines.join("\n")}\n}\n`;
}

const named = (author: Author): string =>
  "name" in author ? `{${tex(author.name)}}` : `${tex(author.family)}, ${tex(author.given)}`;

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text that means itself in TeX. Control characters and line breaks become spaces. */
export function tex(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").replace(/[\\~^&%$#_{}]/gu, (sign) => signs[sign] ?? `\\${sign}`);
}
