import { findColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { requireColumn } from "../tables/require-column.ts";

/** One section of a classification: the letter of GB/T 4754, ISIC, NACE and JSIC, the sector of NAICS. */
export interface Section {
  readonly system: string;
  readonly code: string;
  readonly name: Text;
}

/**
 * Which section goes to which. `same`; `merged`, all of it into a section that holds others as well; `part`, one of several
 * targets. `minor` is a part that is small or beside the point of the section.
 */
export interface Crossing {
  readonly system: string;
  readonly section: string;
  readonly toSystem: string;
  readonly toSection: string;
  readonly kind: "same" | "merged" | "part";
  readonly extent: "main" | "minor";
  readonly note?: Text;
}

/** What a code of an industry list stands for. Only `section` and `group` are added up. */
export interface ListedIndustry {
  readonly list: string;
  readonly code: string;
  readonly system: string;
  readonly sections: readonly string[];
  readonly kind: "section" | "group" | "part-of" | "total" | "unclassified";
}

export interface Classifications {
  readonly sections: readonly Section[];
  readonly crossings: readonly Crossing[];
  readonly lists: readonly ListedIndustry[];
}

/** The tables `sections`, `crossings` and `lists` of a package of codes. */
export function classificationsIn(tables: { sections: Table; crossings: Table; lists?: Table }): Classifications {
  return {
    sections: rowsOf(tables.sections, ["system", "section", "name_en", "name_zh"]).map((cell) => ({
      system: cell("system"),
      code: cell("section"),
      name: { en: cell("name_en"), zh: cell("name_zh") },
    })),
    crossings: rowsOf(tables.crossings, ["system", "section", "to_system", "to_section", "kind", "extent"]).map(
      (cell) => ({
        system: cell("system"),
        section: cell("section"),
        toSystem: cell("to_system"),
        toSection: cell("to_section"),
        kind: cell("kind") as Crossing["kind"],
        extent: cell("extent") as Crossing["extent"],
        ...(cell("note") === "" ? {} : { note: { en: cell("note"), zh: cell("note_zh") || cell("note") } }),
      }),
    ),
    lists:
      tables.lists === undefined
        ? []
        : rowsOf(tables.lists, ["list", "code", "system", "sections", "kind"]).map((cell) => ({
            list: cell("list"),
            code: cell("code"),
            system: cell("system"),
            sections: cell("sections").split(";").filter(Boolean),
            kind: cell("kind") as ListedIndustry["kind"],
          })),
  };
}

function rowsOf(table: Table, needed: readonly string[]): ((column: string) => string)[] {
  for (const name of needed) requireColumn(table, name);
  return Array.from({ length: table.rows }, (_, row) => (column: string) => {
    const cell = findColumn(table, column)?.values[row];
    return cell === null || cell === undefined || Number.isNaN(cell) ? "" : String(cell);
  });
}
