import type { Language } from "@conurb/core/language";
import { authorsLine } from "./authors.ts";
import { type Content, h } from "./html.ts";
import type { ReportModel } from "./model.ts";
import type { Say } from "./words.ts";

const short = (hash: string): string => hash.slice(0, 12);

/** Where the numbers came from and how to get them again: files and hashes of the lock, nothing else. */
export function provenance(model: ReportModel, language: Language, say: Say): Content[] {
  const { lock, lockHash } = model;
  const { title, authors: names } = model.run.plan.study;
  const authors = authorsLine(names, language);
  const report = say("citeReport", { title: title[language], version: lock.conurb, lock: short(lockHash) });
  const row = (...cells: readonly string[]) =>
    h(
      "tr",
      {},
      cells.map((cell) => h("td", {}, cell)),
    );
  const head = (...cells: readonly string[]) =>
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        cells.map((cell) => h("th", { scope: "col" }, cell)),
      ),
    );
  const datasets = Object.entries(lock.datasets).map(([name, dataset]) =>
    "lacking" in dataset
      ? row(name, dataset.lacking[language], "", "")
      : row(name, dataset.file ?? "", String(dataset.rows), short(dataset.sha256 ?? dataset.table)),
  );
  const analyses = Object.entries(lock.analyses).map(([name, analysis]) => {
    if ("lacking" in analysis) return row(name, analysis.lacking[language], "");
    if ("refused" in analysis) return row(name, analysis.refused.map((text) => text[language]).join(" "), "");
    return row(name, `${analysis.method} v${analysis.version}`, short(analysis.result));
  });
  return [
    authors !== "" && h("p", {}, `${say("authors")}${say("colon")}${authors}`),
    h(
      "p",
      {},
      say("ran", {
        version: lock.conurb,
        runtime: lock.runtime,
        seed: lock.seed,
        clusters: lock.clusters.join(", ") || say("none"),
      }),
      say("replay"),
    ),
    h(
      "div",
      { class: "table small" },
      h("table", {}, head(say("dataset"), say("file"), say("rows"), say("hash")), h("tbody", {}, datasets)),
    ),
    h(
      "div",
      { class: "table small" },
      h("table", {}, head(say("analysis"), say("method"), say("hash")), h("tbody", {}, analyses)),
    ),
    h("h3", {}, say("cite")),
    h("p", {}, authors === "" ? report : say("citeBy", { authors, report })),
  ];
}
