import type { Language } from "@conurb/core/language";
import { authorsLine } from "./authors.ts";
import { type Content, type Html, h } from "./html.ts";
import type { ReportModel } from "./model.ts";
import type { Say } from "./words.ts";

const short = (hash: string): string => hash.slice(0, 12);

/** A table of plain texts. */
export interface PlainTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where the numbers came from and how to get them again: files and hashes of the lock, nothing else. */
export interface Provenance {
  readonly lines: readonly string[];
  readonly tables: readonly PlainTable[];
  readonly citeHead: string;
  readonly cite: string;
}

export function provenanceOf(model: ReportModel, language: Language, say: Say): Provenance {
  const { lock, lockHash } = model;
  const { title, authors: names } = model.run.plan.study;
  const authors = authorsLine(names, language);
  const report = say("citeReport", { title: title[language], version: lock.conurb, lock: short(lockHash) });
  const ran = say("ran", {
    version: lock.conurb,
    runtime: lock.runtime,
    seed: lock.seed,
    clusters: lock.clusters.join(", ") || say("none"),
  });
  const datasets = Object.entries(lock.datasets).map(([name, dataset]) =>
    "lacking" in dataset
      ? [name, dataset.lacking[language], "", ""]
      : [name, dataset.file ?? "", String(dataset.rows), short(dataset.sha256 ?? dataset.table)],
  );
  const analyses = Object.entries(lock.analyses).map(([name, analysis]) => {
    if ("lacking" in analysis) return [name, analysis.lacking[language], ""];
    if ("refused" in analysis) return [name, analysis.refused.map((text) => text[language]).join(" "), ""];
    return [name, `${analysis.method} v${analysis.version}`, short(analysis.result)];
  });
  return {
    lines: [...(authors === "" ? [] : [`${say("authors")}${say("colon")}${authors}`]), ran + say("replay")],
    tables: [
      { heads: [say("dataset"), say("file"), say("rows"), say("hash")], rows: datasets },
      { heads: [say("analysis"), say("method"), say("hash")], rows: analyses },
    ],
    citeHead: say("cite"),
    cite: authors === "" ? report : say("citeBy", { authors, report }),
  };
}

export function provenance({ lines, tables, citeHead, cite }: Provenance): Content[] {
  return [
    lines.map((line) => h("p", {}, line)),
    tables.map(({ heads, rows }) => {
      const head = h(
        "tr",
        {},
        heads.map((cell) => h("th", { scope: "col" }, cell)),
      );
      return h(
        "div",
        { class: "table small" },
        h("table", {}, h("thead", {}, head), h("tbody", {}, rows.map(plainRow))),
      );
    }),
    h("h3", {}, citeHead),
    h("p", {}, cite),
  ];
}

const plainRow = (cells: readonly string[]): Html =>
  h(
    "tr",
    {},
    cells.map((cell) => h("td", {}, cell)),
  );
