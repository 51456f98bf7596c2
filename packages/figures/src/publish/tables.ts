import { findColumn, labels, type Table } from "@conurb/core/contract";
import type { Language, Text } from "@conurb/core/language";
import { creditLine, usesOf } from "../report/credits.ts";
import { gridOf } from "../report/grid.ts";
import type { ReportModel } from "../report/model.ts";
import { type Names, namesOf } from "../report/names.ts";
import { sayIn } from "../report/words.ts";
import { latexTable } from "./latex.ts";
import { tsv } from "./tsv.ts";

/** A table of a study on its own: whole, with what must be said of it. */
export interface PublishedTable {
  /** `theil.groups`, or the name of a dataset. */
  readonly name: string;
  readonly title: Text;
  readonly source: Text;
  readonly table: Table;
}

/** Every table of every result, and the datasets that are given. */
export function publishedTables(model: ReportModel, datasets: ReadonlyMap<string, Table>): PublishedTable[] {
  const credit = (uses: Parameters<typeof creditLine>[0]): Text => ({
    en: creditLine(uses, model, "en", sayIn("en")),
    zh: creditLine(uses, model, "zh", sayIn("zh")),
  });
  const results = model.run.plan.analyses.flatMap((analysis) => {
    const outcome = model.run.outcomes.get(analysis.name);
    if (outcome === undefined || !("result" in outcome)) return [];
    const source = credit(usesOf(analysis, model));
    return outcome.result.tables.map((table) => ({
      name: `${analysis.name}.${table.name}`,
      title: {
        en: [analysis.title.en, table.title?.en].filter((part) => part !== undefined).join(": "),
        zh: [analysis.title.zh, table.title?.zh].filter((part) => part !== undefined).join("："),
      },
      source,
      table,
    }));
  });
  const data = [...datasets].map(([name, table]) => ({
    name,
    title: model.notes.get(name)?.title ?? table.title ?? { en: name, zh: name },
    source: credit(new Map([[name, "all"]])),
    table,
  }));
  return [...results, ...data];
}

/** The table with names beside its codes: `place` is followed by `place_zh` and `place_en`. */
export function withNames(table: Table, { zh, en }: Readonly<Record<Language, Names>>): Table {
  const columns = table.columns.flatMap((column) => {
    const isNamed = /_(en|zh)$/.test(column.name) || findColumn(table, `${column.name}_en`) !== undefined;
    if (column.kind !== "label" || isNamed) return [column];
    const told = (names: Names) => column.values.map((code) => (code === null ? null : names.of(code)));
    const [chinese, english] = [told(zh), told(en)];
    if (column.values.every((code, row) => code === english[row] && code === chinese[row])) return [column];
    const title = column.title ?? { en: column.name, zh: column.name };
    return [
      column,
      labels(`${column.name}_zh`, chinese, { en: `${title.en} (Chinese)`, zh: `${title.zh}（中文）` }),
      labels(`${column.name}_en`, english, { en: `${title.en} (English)`, zh: `${title.zh}（英文）` }),
    ];
  });
  return { ...table, columns };
}

/** What writes the tables of one study as text, in one language. */
export function tableWriters(model: ReportModel, language: Language) {
  const names = namesOf(model, language);
  const say = sayIn(language);
  return {
    tsv: ({ table }: PublishedTable): string => tsv(table, names, language),
    tex: ({ name, title, source, table }: PublishedTable): string => {
      const grid = gridOf(table, { of: name, rows: table.rows }, names, language);
      const keys = gridOf(table, { of: name, rows: 0, columns: [...table.key] }, names, language).heads;
      const at = keys.map((key) => grid.heads.findIndex(({ title, kind }) => title === key.title && kind === key.kind));
      return latexTable(grid, {
        name,
        title: title[language],
        notes: source[language] === "" ? [] : [say("source", { source: source[language] })],
        language,
        keys: at.filter((position) => position >= 0),
      });
    },
  };
}
