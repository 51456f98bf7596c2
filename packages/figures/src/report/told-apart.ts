import { addTo, findColumn } from "@conurb/core/contract";
import { filterRows } from "@conurb/core/tables";
import { makeScene } from "../scene.ts";
import { drawn } from "./exhibit-figures.ts";
import type { Exhibit, FigureExhibit } from "./exhibits.ts";

/** Exhibits in which figures of one title say what sets them apart: their year, what they measure, or their kind. */
export function toldApart(exhibits: readonly Exhibit[]): Exhibit[] {
  const alike = new Map<string, FigureExhibit[]>();
  for (const each of exhibits) {
    if (each.kind === "figure") addTo(alike, each.figure.title, each);
  }
  const retitled = new Map<Exhibit, Exhibit>();
  for (const same of alike.values()) {
    if (same.length < 2) continue;
    const ways = [yearOf, measureOf, kindOf].map((way) => same.map(way));
    const words = ways.find(isDistinct) ?? same.map((_, at) => String(at + 1));
    same.forEach((each, at) => {
      retitled.set(each, withTitle(each, words[at] as string));
    });
  }
  return exhibits.map((each) => retitled.get(each) ?? each);
}

/** Words of which none is part of another: 得分 and 综合得分 would tell nobody which is which. */
const isDistinct = (words: readonly string[]): boolean =>
  words.every((word, at) => word !== "" && words.every((other, nth) => nth === at || !other.includes(word)));

/** The one year that is shown; "" where there are several, or none. */
function yearOf({ drawing: { view, context } }: FigureExhibit): string {
  const table = context.tables[view.table];
  const shown = table === undefined || view.where === undefined ? table : filterRows(table, view.where);
  const column = shown === undefined ? undefined : findColumn(shown, "year");
  const years = new Set<unknown>(column?.values);
  return years.size === 1 ? String([...years][0]) : "";
}

/** What it measures; two that measure nearly the same by name differ by their kind instead. */
const measureOf = ({ figure }: FigureExhibit): string => figure.dek;

const kindOf = ({ drawing: { view, context } }: FigureExhibit): string => makeScene(context).say(view.kind);

function withTitle(exhibit: FigureExhibit, words: string): FigureExhibit {
  const { view, context } = exhibit.drawing;
  const isZh = context.language === "zh";
  const title = isZh ? `${exhibit.figure.title}（${words}）` : `${exhibit.figure.title} (${words})`;
  const heading = isZh ? `${exhibit.heading}（${words}）` : `${exhibit.heading} (${words})`;
  return { ...exhibit, heading, ...drawn(view, { ...context, title }) };
}
