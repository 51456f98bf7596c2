import { findColumn, InputError, type Table } from "@conurb/core/contract";
import { fill, type Language, type Text } from "@conurb/core/language";
import type { PlaceShapes } from "@conurb/core/places";
import { type NumberFormat, numberFormat } from "./format.ts";
import { categoryColour, type Palette, palettes, type Theme } from "./palette.ts";
import { shortNames } from "./place-names.ts";
import { type Rows, readRows, type Where } from "./rows.ts";
import { clean } from "./svg.ts";
import { asHead, type Word, words } from "./words.ts";

export interface PlaceInfo {
  readonly name: Text;
  readonly group?: string;
  readonly lon?: number;
  readonly lat?: number;
  readonly parent?: Text;
}

export interface GroupInfo {
  readonly title: Text;
  readonly short?: Text;
  /** Which of the five categories, from 0; beyond them grey. */
  readonly colour: number;
}

/** Something said of a place's figures, marked on its row and explained below the figure. */
export interface PlaceFlag {
  readonly kind: "partial" | "estimated" | "provisional" | "evidence";
  readonly note?: Text;
  /** What is known of this place alone, and by whom. */
  readonly evidence?: Text;
}

/** With title, notes and source, as a file that stands alone; or bare, for a page that has them beside it. */
export type Frame = "standalone" | "embedded";

/** Everything a figure needs beside its view. */
export interface FigureContext {
  readonly tables: Readonly<Record<string, Table>>;
  /** The same tables before they were narrowed to some places: classes and scales are cut from these, so that pictures compare. */
  readonly whole?: Readonly<Record<string, Table>>;
  readonly places?: Readonly<Record<string, PlaceInfo>>;
  readonly groups?: Readonly<Record<string, GroupInfo>>;
  /** Names of other codes in the tables: industries, aspects, components. */
  readonly labels?: Readonly<Record<string, { readonly title: Text; readonly short?: Text }>>;
  readonly language: Language;
  readonly theme?: Theme;
  readonly width?: number;
  /** The height wished for; kinds with rows fit their rows to it. */
  readonly height?: number;
  /** `standalone` carries title, source and notes inside the picture, `embedded` leaves them to the page. */
  readonly frame?: Frame;
  readonly title?: string;
  readonly subtitle?: string;
  readonly source?: string;
  readonly note?: string;
  /** All places in scope: those that the table lacks are shown as missing. */
  readonly members?: readonly string[];
  readonly selected?: readonly string[];
  /** The year that is looked at, marked where the axis is one of years. */
  readonly year?: number;
  readonly peers?: readonly string[];
  readonly flags?: Readonly<Record<string, PlaceFlag>>;
  /** The figure rests on an invented assumption, and says so on itself. */
  readonly illustrative?: boolean;
  /** Rows high enough for a finger, the name above its interval. */
  readonly touch?: boolean;
  /** Outlines of places, where whoever asks has brought them: nothing here draws a boundary of its own. */
  readonly shapes?: PlaceShapes;
  /** Stored hexagon of each place, so that tiles never move between years; worked out when absent. */
  readonly tiles?: Readonly<Record<string, readonly [column: number, row: number]>>;
}

/** The context made ready for drawing: names short, tables readable, colours chosen. */
export interface Scene {
  readonly context: FigureContext;
  readonly language: Language;
  readonly palette: Palette;
  readonly members: readonly string[];
  width(usual: number): number;
  rows(table: string, where?: Where): Rows;
  /** Values of a column over all places, of which the figure may show some. */
  whole(table: string, column: string, where?: Where): Float64Array;
  /** Rows of a table beside the view's own: conditions on columns that it lacks do not concern it. */
  beside(table: string, where?: Where): Rows;
  say(word: Word, values?: Readonly<Record<string, string | number>>): string;
  /** Short name of a place, or title of any other code. */
  name(code: string): string;
  /** The short form of a code's title where there is one. */
  brief(code: string): string;
  group(id: string): { readonly title: string; readonly colour: string; readonly index: number };
  names(codes: readonly string[], most?: number): string;
  isSelected(code: string): boolean;
  isPeer(code: string): boolean;
  numbers(unit: string, values: Iterable<number>, digits?: number): NumberFormat;
  /** A column's title with its unit: 地区生产总值，亿元. */
  head(title: string, unit: string): string;
}

const longestName = 120;

export function makeScene(context: FigureContext): Scene {
  const { language, places = {}, groups = {}, labels = {} } = context;
  const short = shortNames(places, language);
  const selected = new Set(context.selected);
  const peers = new Set(context.peers);
  const cut = (text: string): string => {
    const cleaned = clean(text.length > 4 * longestName ? text.slice(0, 4 * longestName) : text).trim();
    return cleaned.length > longestName ? `${cleaned.slice(0, longestName)}…` : cleaned;
  };
  const say: Scene["say"] = (word, values = {}) => fill(words[word][language], language, values);
  const name = (code: string): string =>
    cut(short.get(code) ?? labels[code]?.title[language] ?? groups[code]?.title[language] ?? code);
  const seen = new Map(Object.values(groups).map(({ colour }, i) => [Object.keys(groups)[i] as string, colour]));
  const palette = palettes[context.theme ?? "light"];
  return {
    context,
    language,
    palette,
    members: context.members ?? [],
    width: (usual) => Math.max(200, context.width ?? usual),
    rows: (table, where) => readRows(findTable(context.tables, table), language, where),
    whole: (table, column, where) =>
      readRows(findTable({ ...context.tables, ...context.whole }, table), language, where).numbers(column),
    beside: (name, where = {}) => {
      const table = findTable(context.tables, name);
      const known = Object.entries(where).filter(([column]) => findColumn(table, column) !== undefined);
      return readRows(table, language, Object.fromEntries(known));
    },
    say,
    name,
    brief: (code) => cut(labels[code]?.short?.[language] ?? groups[code]?.short?.[language] ?? name(code)),
    group: (id) => {
      if (!seen.has(id)) seen.set(id, seen.size);
      const index = seen.get(id) as number;
      const info = groups[id];
      const title = cut(info?.short?.[language] ?? info?.title[language] ?? name(id));
      return { title, colour: categoryColour(palette, index), index };
    },
    names: (codes, most = 6) => {
      const listed = codes.slice(0, most).map(name).join(say("comma"));
      return codes.length > most
        ? say("others", { names: listed, n: language === "zh" ? codes.length : codes.length - most })
        : listed;
    },
    isSelected: (code) => selected.has(code),
    isPeer: (code) => peers.has(code),
    numbers: (unit, values, digits) => numberFormat(unit, values, language, digits),
    head: (title, unit) =>
      unit === "" || title.toLowerCase().includes(unit.toLowerCase())
        ? asHead(cut(title), language)
        : say("headUnit", { title: asHead(cut(title), language), unit }),
  };
}

function findTable(tables: FigureContext["tables"], name: string): Table {
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (table !== undefined) return table;
  const names = Object.keys(tables).join(", ");
  throw new InputError({
    code: "figure-table",
    text: { en: `figure: no table ${name}; the tables are ${names}`, zh: `图：没有表 ${name}；现有表：${names}` },
  });
}
