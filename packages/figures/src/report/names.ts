import type { Table } from "@conurb/core/contract";
import { findColumn } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import type { PlaceShapes } from "@conurb/core/places";
import { selectPlaces } from "@conurb/core/study";
import { shortNames } from "../place-names.ts";
import type { FigureContext } from "../scene.ts";
import type { ReportModel } from "./model.ts";

/** How codes are called in one report. */
export interface Names {
  place(code: string): string;
  group(id: string): string;
  /** Title of any code: place, group, industry, indicator, aspect. */
  of(code: string): string;
  /** Titles of codes as these tables tell them. */
  labelsIn(tables: readonly Table[]): Labels;
  /** The same, as the figures take it. */
  readonly context: Pick<FigureContext, "places" | "groups" | "labels" | "shapes">;
}

export function namesOf(model: ReportModel, language: Language): Names {
  const { run } = model;
  const tables = allTables(model);
  const used = new Set<string>();
  for (const table of tables) addCodes(table, used);
  for (const { members } of run.groups) for (const code of members) used.add(code);
  const groupOf = selectPlaces("all", run.groups, run.gazetteer)?.groupOf ?? new Map<string, string>();

  const places: NonNullable<FigureContext["places"]> = Object.fromEntries(
    [...used].sort().flatMap((code) => {
      const info = run.gazetteer.places.get(code);
      if (info === undefined) return [];
      const { name, lon, lat, parentName } = info;
      const group = groupOf.get(code);
      const place = {
        name,
        ...(group === undefined ? {} : { group }),
        ...(lon === undefined ? {} : { lon }),
        ...(lat === undefined ? {} : { lat }),
        ...(parentName === undefined ? {} : { parent: parentName }),
      };
      return [[code, place] as const];
    }),
  );
  const groups = Object.fromEntries(run.groups.map(({ id, title, short }, colour) => [id, { title, short, colour }]));
  const own: Labels = {};
  for (const set of Object.values(run.plan.study.indicators)) addAspects(set.aspects, own);
  const shortTitles = new Map(model.shortTitles);
  for (const set of Object.values(run.plan.study.indicators)) addShortTitles(set.aspects, shortTitles);
  const labels = { ...labelsIn(tables, shortTitles), ...own };
  const short = shortNames(places, language);
  const place = (code: string) => short.get(code) ?? labels[code]?.title[language] ?? code;
  const group = (id: string) => groups[id]?.short[language] ?? place(id);
  const of = (code: string) =>
    short.get(code) ?? groups[code]?.short[language] ?? labels[code]?.title[language] ?? code;
  return {
    place,
    group,
    of,
    labelsIn: (some) => labelsIn(some, shortTitles),
    context: {
      places,
      groups,
      labels,
      ...(model.shapes === undefined ? {} : { shapes: ofPlaces(model.shapes, used) }),
    },
  };
}

/** A map has many places, a study some of them. */
function ofPlaces({ rings, ...rest }: PlaceShapes, used: ReadonlySet<string>): PlaceShapes {
  return { ...rest, rings: Object.fromEntries(Object.entries(rings).filter(([code]) => used.has(code))) };
}

function allTables({ run, datasets }: ReportModel): Table[] {
  const results = [...run.outcomes.values()].flatMap((outcome) => ("result" in outcome ? outcome.result.tables : []));
  return [...results, ...datasets.values()];
}

/** Codes that may be places. Those beside which the table has names of their own are not: an industry 11 is no prefecture. */
function addCodes(table: Table, used: Set<string>): void {
  for (const column of table.columns) {
    if (column.kind !== "label" || findColumn(table, `${column.name}_en`) !== undefined) continue;
    for (const code of column.values) if (code !== null) used.add(code);
  }
}

type Labels = Record<string, { title: Text; short?: Text }>;

/** Titles of codes as tables tell them: a label column `x` beside `x_en` and `x_zh`. */
function labelsIn(tables: readonly Table[], shortTitles: ReadonlyMap<string, Text>): Labels {
  const labels: Labels = {};
  for (const table of tables) {
    for (const column of table.columns) {
      const [en, zh] = [findColumn(table, `${column.name}_en`), findColumn(table, `${column.name}_zh`)];
      if (column.kind !== "label" || en === undefined || zh === undefined) continue;
      column.values.forEach((code, row) => {
        if (code === null || Object.hasOwn(labels, code)) return;
        const title = { en: String(en.values[row] ?? code), zh: String(zh.values[row] ?? code) };
        const short = shortTitles.get(title.en);
        labels[code] = short === undefined ? { title } : { title, short };
      });
    }
  }
  return labels;
}

type Aspects = ReportModel["run"]["plan"]["study"]["indicators"][string]["aspects"];

function addShortTitles(aspects: Aspects, shortTitles: Map<string, Text>): void {
  for (const { title, short, indicators = {}, aspects: inner = {} } of Object.values(aspects)) {
    for (const each of [{ title, short }, ...Object.values(indicators)]) {
      if (each.title !== undefined && each.short !== undefined) shortTitles.set(each.title.en, each.short);
    }
    addShortTitles(inner, shortTitles);
  }
}

/** The study's own aspects and indicators. */
function addAspects(aspects: Aspects, labels: Labels): void {
  const add = (id: string, { title, short }: { title?: Text | undefined; short?: Text | undefined }) => {
    if (title !== undefined) labels[id] = { title, ...(short === undefined ? {} : { short }) };
  };
  for (const [id, node] of Object.entries(aspects)) {
    add(id, node);
    for (const [leaf, indicator] of Object.entries(node.indicators ?? {})) add(leaf, indicator);
    addAspects(node.aspects ?? {}, labels);
  }
}
