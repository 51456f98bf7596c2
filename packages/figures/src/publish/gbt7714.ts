import type { Author, Reference } from "./reference.ts";

const types = { article: "J", book: "M", report: "R", dataset: "DS", other: "Z" } as const;
const mostAuthors = 3;

/** References after GB/T 7714-2015, numbered, one a line: three authors at most, surnames in capitals, the type of document in brackets. */
export function gbt7714(references: readonly Reference[]): string {
  return references.map((reference, at) => `[${at + 1}] ${entry(reference)}\n`).join("");
}

function entry({
  kind,
  authors,
  title,
  year,
  journal,
  volume,
  issue,
  pages,
  publisher,
  doi,
  url,
  notes,
}: Reference): string {
  const isChinese = /\p{Script=Han}/u.test(title);
  const type = `${types[kind]}${url === undefined ? "" : "/OL"}`;
  const who = authors.length === 0 ? "" : `${named(authors)}. `;
  const where = kind === "article" ? inJournal() : imprint();
  const at = [url, doi === undefined ? undefined : `DOI: ${doi}`].filter((part) => part !== undefined);
  const told = [`${who}${title.replace(/[.\s]+$/u, "")}[${type}]`, where, ...at].filter((part) => part !== "");
  const said = notes.length === 0 ? "" : ` (${notes.join("; ")})`;
  return `${told.join(". ")}.${said}`.replace(/\p{Cc}+/gu, " ");

  function inJournal(): string {
    const number = `${volume ?? ""}${issue === undefined ? "" : `(${issue})`}`;
    return `${[journal, year, number].filter((part) => part !== undefined && part !== "").join(", ")}${pages === undefined ? "" : `: ${pages}`}`;
  }

  function imprint(): string {
    if (kind !== "book") return [publisher, year].filter((part) => part !== undefined).join(", ");
    const place = isChinese ? "[出版地不详]" : "[S.l.]";
    const by = publisher ?? (isChinese ? "[出版者不详]" : "[s.n.]");
    return `${place}: ${[by, year].filter((part) => part !== undefined).join(", ")}`;
  }
}

function named(authors: readonly Author[]): string {
  const list = authors
    .slice(0, mostAuthors)
    .map((author) =>
      "name" in author
        ? author.name
        : `${author.family.toUpperCase()} ${author.given.replace(/[.\s-]+/gu, " ").trim()}`,
    );
  const more = authors.length > mostAuthors ? [/\p{Script=Han}/u.test(list.join("")) ? "等" : "et al"] : [];
  return [...list, ...more].join(", ");
}
