import type { Language } from "@conurb/core/language";
import { exhibitsIn, type SectionDeclaration } from "@conurb/core/study";
import { textWidth } from "../type.ts";
import { authorsLine } from "./authors.ts";
import { type DatasetEntry, datasetEntries } from "./data-notes.ts";
import { evidenceUnder } from "./evidence.ts";
import { type Exhibit, exhibitsOf } from "./exhibits.ts";
import { findingsOf, headlines } from "./headlines.ts";
import { type Limit, limitsOf } from "./limits.ts";
import { type MethodEntry, methodEntries } from "./method-page.ts";
import type { ReportModel } from "./model.ts";
import { type Names, namesOf } from "./names.ts";
import { type Provenance, provenanceOf } from "./provenance.ts";
import { everyAnalysis } from "./sections.ts";
import { toldApart } from "./told-apart.ts";
import { type Say, sayIn } from "./words.ts";

/** An exhibit with its number: "Figure 3", “表 1”; "" for what is absent. */
export interface Shown {
  readonly exhibit: Exhibit;
  readonly label: string;
  /** What is known from elsewhere of what it shows, with its source. */
  readonly evidence: readonly string[];
  /** Whom to credit; or the exhibit above that credits the same in full. "" where there is nobody. */
  readonly source: string;
}
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** What the analyses of the section found: what the report has not said yet, or again all of it. */
  readonly said: readonly string[];
  readonly shown: readonly Shown[];
}

/** A report in one language, in the order in which it is read: what every rendering lays out, HTML and Word alike. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly authors: string;
  /** Subtitle, clusters, number of places, prices: one line. */
  readonly dek: readonly string[];
  readonly findings: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly limits: readonly Limit[];
  readonly methods: readonly MethodEntry[];
  readonly datasets: readonly DatasetEntry[];
  readonly provenance: Provenance;
  readonly names: Names;
  readonly say: Say;
}

export function documentOf(model: ReportModel, language: Language): ReportDocument {
  const say = sayIn(language);
  const names = namesOf(model, language);
  const { study } = model.run.plan;
  const opening = headlines(model, names, language);
  const told = new Set(opening.map(({ plain }) => plain));
  const counter = { figure: 0, table: 0 };
  const credited = new Map<string, string>();
  const numbered = (exhibit: Exhibit, noted: Set<string>): Shown => {
    if (exhibit.kind === "absent") return { exhibit, label: "", evidence: [], source: "" };
    counter[exhibit.kind] += 1;
    const label = say(exhibit.kind, { n: counter[exhibit.kind] });
    const evidence = evidenceUnder(exhibit, study, noted, names, language, say);
    return { exhibit, label, evidence, source: creditOnce(exhibit, label, credited, say) };
  };
  const declared = study.report.sections ?? everyAnalysis(model.run.plan);
  const shown = shownBySection(declared.map((section) => exhibitsOf(section, model, names, language)));
  const sections = declared.map((section, at): ReportSection => {
    const noted = new Set<string>(); // a note stands in a section once
    return {
      id: `s${at + 1}`,
      title: section.title[language],
      ...(section.lead === undefined ? {} : { lead: section.lead[language] }),
      said: fresh(section, told, model, names, language),
      shown: (shown[at] ?? []).map((exhibit) => numbered(exhibit, noted)),
    };
  });
  return {
    language,
    title: study.title[language],
    authors: authorsLine(study.authors, language),
    dek: dekOf(model, language, say),
    findings: opening.map(({ text }) => text),
    sections,
    limits: limitsOf(model, names, language, say),
    methods: methodEntries(model, language, say),
    datasets: datasetEntries(model, language, say),
    provenance: provenanceOf(model, language, say),
    names,
    say,
  };
}

/** Figures of one title are told apart over all of the report. */
function shownBySection(sections: readonly (readonly Exhibit[])[]): Exhibit[][] {
  const all = toldApart(sections.flat());
  let from = 0;
  return sections.map(({ length }) => {
    from += length;
    return all.slice(from - length, from);
  });
}

/** A credit of more than a line, in pixels at 11 px to the em, is not worth reading twice. */
const longCredit = 600;

/** The credit of an exhibit, in full where it is short or new; the label of the one that has it otherwise. */
function creditOnce(
  exhibit: Exclude<Exhibit, { kind: "absent" }>,
  label: string,
  credited: Map<string, string>,
  say: Say,
): string {
  const { source } = exhibit.kind === "figure" ? exhibit.drawing.context : exhibit;
  if (source === undefined || source === "") return "";
  const before = credited.get(source);
  if (before !== undefined && textWidth(source, 11) > longCredit) return say("sourceAs", { exhibit: before });
  credited.set(source, before ?? label);
  return say("source", { source });
}

/** What the analyses of a section found that was not said before; all of it where nothing is left to say. */
function fresh(
  section: SectionDeclaration,
  told: Set<string>,
  model: ReportModel,
  names: Names,
  language: Language,
): string[] {
  const sources = [...new Set(exhibitsIn(section).map(({ of }) => of.split(".")[0] as string))];
  const all = findingsOf(sources, model, names, language);
  const news = all.filter(({ plain }) => !told.has(plain));
  for (const { plain } of news) told.add(plain);
  return [...new Set((news.length > 0 ? news : all).map(({ text }) => text))];
}

function dekOf({ run }: ReportModel, language: Language, say: Say): string[] {
  const { groups } = run;
  const { prices, report } = run.plan.study;
  const parts = [
    report.subtitle?.[language],
    groups.map(({ short }) => short[language]).join(language === "zh" ? "、" : ", "),
    groups.length > 0 ? say("places", { n: groups.reduce((total, { members }) => total + members.length, 0) }) : "",
    prices?.basis === undefined
      ? ""
      : prices.basis === "current"
        ? say("pricesCurrent")
        : say("pricesConstant", { base: prices.base ?? "" }),
  ];
  return parts.filter((part) => part !== undefined && part !== "") as string[];
}
