import type { Citation } from "@conurb/core/contract";
import type { Say } from "../report/words.ts";

/** Something that can be cited, as data: what is not known is not there. */
export interface Reference {
  readonly kind: "article" | "book" | "report" | "dataset" | "other";
  /** "Moran, P. A. P.", “干春晖” or an agency. */
  readonly authors: readonly Author[];
  readonly title: string;
  readonly year?: string;
  /** Of an article. */
  readonly journal?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly publisher?: string;
  readonly doi?: string;
  readonly url?: string;
  /** What else was said of it: a chapter, that nobody checked it. */
  readonly notes: readonly string[];
  /** Where the rest is in Chinese and the English words are known too: keys are made of them. */
  readonly inEnglish?: { readonly author?: string; readonly title: string };
}
export type Author = { readonly family: string; readonly given: string } | { readonly name: string };

const presses = /press|publish|publications|pion|north-holland|wiley|springer|chapman|united nations|出版社/i;
const institutes = /consulting|foundation|working paper|research paper|papers in/i;

/** A method's citation in its parts, as far as its text has the usual form; what is not recognised stays in the title or a note. */
export function referenceOf({ text, doi, checked }: Citation, say: Say): Reference {
  const notes = checked === "opened" ? [] : [say(checked)];
  const more = doi === undefined ? {} : { doi };
  const [, names, year, rest] = /^(.+?) \((\d{4})\)\. (.+)$/u.exec(text) ?? [];
  if (names === undefined || year === undefined || rest === undefined) {
    return { kind: "other", authors: [], title: text, ...more, notes };
  }
  const authors = authorsOf(names);
  const article = /^(.+)[.?] ([^.]+?) (\d+)(?: ?\(([^)]+)\))?, ([A-Z]?\d+(?:[-–][A-Z]?\d+)?)([.,:].*)?$/u.exec(rest);
  if (article !== null) {
    const [, title = "", journal = "", volume = "", issue, pages = "", extra = ""] = article;
    const said = extra.replace(/^[.,:]\s*|\.$/gu, "");
    return {
      kind: "article",
      authors,
      title,
      year,
      journal,
      volume,
      ...(issue === undefined ? {} : { issue }),
      pages,
      ...more,
      notes: said === "" ? notes : [said, ...notes],
    };
  }
  const [title = rest, ...others] = rest.replace(/\.$/u, "").split(/\. (?=\S)/u);
  const press = others.find((each) => presses.test(each));
  const publisher = press ?? others.find((each) => institutes.test(each));
  const said = others.filter((each) => each !== publisher);
  return {
    kind: press !== undefined ? "book" : publisher !== undefined ? "report" : "other",
    authors,
    title,
    year,
    ...(publisher === undefined ? {} : { publisher }),
    ...more,
    notes: [...said, ...notes],
  };
}

/** "Cliff, A. D. and Ord, J. K.", “干春晖, 郑若谷”, "OECD, JRC". */
export function authorsOf(names: string): Author[] {
  const parts = names.split(/ and |[,，、] */u).filter((part) => part !== "");
  const authors: Author[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [family = "", given] = [parts[at], parts[at + 1]];
    if (given !== undefined && /^(?:\p{Lu}\p{Ll}?\.[- ]?)+$/u.test(given)) {
      authors.push({ family, given });
      at += 1;
    } else authors.push({ name: family });
  }
  return authors;
}

/** The same for both: as a list names people, "Moran, P. A. P.". */
export const authorName = (author: Author): string =>
  "name" in author ? author.name : `${author.family}, ${author.given}`;
