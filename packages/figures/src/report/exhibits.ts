import { InputError, type Table, type View } from "@conurb/core/contract";
import { type Language, message, type Text } from "@conurb/core/language";
import { type ExhibitDeclaration, type SectionDeclaration, unmatchedValues } from "@conurb/core/study";
import type { Figure, LaidOut } from "../lay-out.ts";
import type { FigureContext } from "../scene.ts";
import { creditLine, usesOf } from "./credits.ts";
import { figures, rowsOf, viewName } from "./exhibit-figures.ts";
import { withoutLoneGroup } from "./lone-group.ts";
import type { ReportModel } from "./model.ts";
import type { Names } from "./names.ts";
import { sayIn } from "./words.ts";

/** A picture of a view of a result. */
export interface FigureExhibit {
  readonly kind: "figure";
  readonly name: string;
  /** The title without the cluster's name. */
  readonly heading: string;
  readonly figure: Figure;
  /** The cluster it shows, where there is one a cluster. */
  readonly group?: string;
  /** What it was drawn from, to draw it again at another size or in another frame. */
  readonly drawing: { readonly view: View; readonly context: FigureContext; readonly laidOut: LaidOut };
}

/** Something a section shows. */
export type Exhibit =
  | FigureExhibit
  | {
      readonly kind: "table";
      readonly name: string;
      readonly title: string;
      readonly table: Table;
      readonly asked: ExhibitDeclaration;
      readonly source: string;
    }
  /** What was asked for and is not there, and why. */
  | {
      readonly kind: "absent";
      readonly name: string;
      readonly titles: readonly string[];
      readonly reasons: readonly Text[];
    };

export function exhibitsOf(
  section: SectionDeclaration,
  model: ReportModel,
  names: Names,
  language: Language,
): Exhibit[] {
  const shown = (each: ExhibitDeclaration | string) =>
    exhibit(typeof each === "string" ? { of: each } : each, model, names, language);
  const clusters = model.run.groups.map(({ id }) => id);
  return told(section.show.flatMap((each) => (Array.isArray(each) ? inTurn(each.map(shown), clusters) : shown(each))));
}

/** What is absent for one reason is said once, with everything that it keeps from being shown. */
function told(exhibits: readonly Exhibit[]): Exhibit[] {
  const kept: Exhibit[] = [];
  for (const each of exhibits) {
    const before = kept.at(-1);
    if (each.kind === "absent" && before?.kind === "absent" && reasonOf(each) === reasonOf(before)) {
      kept[kept.length - 1] = { ...before, titles: [...new Set([...before.titles, ...each.titles])] };
    } else kept.push(each);
  }
  return kept;
}

const reasonOf = ({ reasons }: Extract<Exhibit, { kind: "absent" }>): string => reasons.map(({ en }) => en).join(" ");

/** Exhibits of several kinds cluster by cluster: first all of the first cluster, and so on. */
function inTurn(exhibits: readonly (readonly Exhibit[])[], clusters: readonly string[]): Exhibit[] {
  const turn = (each: Exhibit) => (each.kind === "figure" ? clusters.indexOf(each.group ?? "") : clusters.length);
  return exhibits.flat().sort((a, b) => turn(a) - turn(b));
}

function exhibit(asked: ExhibitDeclaration, model: ReportModel, names: Names, language: Language): Exhibit[] {
  const [name = "", part] = asked.of.split(".");
  const dataset = model.datasets.get(name);
  const titled = asked.title?.[language];
  if (dataset !== undefined) {
    const notes = model.notes.get(name);
    const title = titled ?? notes?.title[language] ?? dataset.title?.[language] ?? name;
    return [
      {
        kind: "table",
        name,
        title,
        table: rowsOf(dataset, asked),
        asked,
        source: creditLine(new Map([[name, "all"]]), model, language, sayIn(language)),
      },
    ];
  }
  const analysis = model.run.plan.analyses.find((each) => each.name === name);
  const outcome = model.run.outcomes.get(name);
  if (analysis === undefined || outcome === undefined) {
    return name in model.run.plan.study.datasets
      ? [{ kind: "absent", name, titles: [titled ?? name], reasons: [] }]
      : [];
  }
  const title = titled ?? analysis.title[language];
  if (outcome.kind === "lacking") return [{ kind: "absent", name, titles: [title], reasons: [outcome.reason] }];
  if (outcome.kind === "refused") {
    return [{ kind: "absent", name, titles: [title], reasons: outcome.problems.map(({ text }) => text) }];
  }
  const { result } = outcome;
  const source = creditLine(usesOf(analysis, model), model, language, sayIn(language));
  const own = analysis.method.views as readonly View[];
  // a method that draws nothing shows its first table
  const table = part === undefined ? result.tables[0] : result.tables.find((each) => each.name === part);
  const views =
    asked.view === undefined
      ? own.filter((view) => part === undefined || view.kind === part || viewName(view, own) === part)
      : [asked.view as unknown as View];
  const said = { name, titles: [title] };
  if (views.length === 0 && part !== undefined && table === undefined) {
    return [{ kind: "absent", ...said, reasons: [unknownPart(name, part, own, result.tables)] }];
  }
  const used = new Set(views.length === 0 ? [table?.name] : views.map((view) => view.table));
  const unmatched = result.tables.flatMap((each) =>
    used.has(each.name) ? unmatchedValues(each, asked.where, [asked.of, "where"]) : [],
  );
  if (unmatched.length > 0) {
    return [{ kind: "absent", ...said, reasons: unmatched.map(({ text }) => text) }];
  }
  if (views.length === 0 && table !== undefined) {
    const heading =
      titled ?? (table.title === undefined ? title : `${title}${sayIn(language)("colon")}${table.title[language]}`);
    return [
      {
        kind: "table",
        name: `${name}.${table.name}`,
        title: heading,
        table: withoutLoneGroup(rowsOf(table, asked)),
        asked,
        source,
      },
    ];
  }
  return views.flatMap((view): Exhibit[] => {
    // a title that is asked for is that of the figure asked for, not of the others beside it that have their own
    const own = views.length > 1 ? view.title : undefined;
    const wanted = own === undefined ? asked : { ...asked, title: own };
    try {
      return figures(view, result, wanted, analysis, model, names, language, source);
    } catch (error) {
      if (!(error instanceof InputError) || error.code !== "figure-column") throw error;
      // some results lack what others have, such as intervals: nobody asked for that view of this one
      if (part === undefined && asked.view === undefined) return [];
      return [{ kind: "absent", ...said, reasons: error.problems.map(({ text }) => text) }];
    }
  });
}

function unknownPart(name: string, part: string, own: readonly View[], tables: readonly Table[]): Text {
  const listed = (names: readonly string[]) => names.join(", ") || "-";
  return message("exhibit-part-unknown", {
    name,
    part,
    views: listed(own.map((view) => viewName(view, own))),
    tables: listed(tables.map((table) => table.name)),
  });
}
