import type { Column, Table } from "@conurb/core/contract";
import { same, type Text } from "@conurb/core/language";
import { type AtlasEntry, openAtlas } from "@conurb/store";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";

export interface KnownCluster {
  readonly id: string;
  readonly edition: string;
  readonly title: Text;
  readonly places: number;
}
export interface KnownTable {
  readonly id: string;
  readonly title: Text;
  /** The first and the last; none where the table has no years. */
  readonly years: readonly [number, number] | null;
  /** How many; null where the table is not of places. */
  readonly places: number | null;
}

/** What a study can begin from: templates, and what of the atlas it may name under `cluster:` and `datasets:`. */
export interface StartingPoints {
  readonly templates: readonly string[];
  readonly clusters: readonly KnownCluster[];
  readonly tables: readonly KnownTable[];
}

export async function startingPoints(templates: readonly string[]): Promise<StartingPoints> {
  const atlas = openAtlas();
  const clusters = [...(await atlas.clusters()).values()].map(({ id, edition, title, members }) => ({
    id,
    edition,
    title,
    places: members.length,
  }));
  const entries = await atlas.list();
  const tables = await Promise.all(entries.map(async (entry) => tableOf(entry, await atlas.load(entry.id))));
  return { templates, clusters, tables };
}

function tableOf({ id, title }: AtlasEntry, table: Table): KnownTable {
  const column = (role: string): Column | undefined =>
    table.columns.find(({ name }) => name === (table.roles?.[role] ?? role));
  const years = Array.from<string | number | null, number>(column("year")?.values ?? [], (year) =>
    Number.parseInt(String(year), 10),
  ).filter(Number.isFinite);
  const places = ["place", "from", "to"].flatMap((role) => Array.from<unknown>(column(role)?.values ?? []));
  const first = years.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = years.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return {
    id,
    title,
    years: years.length === 0 ? null : [first, last],
    places: places.length === 0 ? null : new Set(places).size,
  };
}

export function printStartingPoints(
  { templates, clusters, tables }: StartingPoints,
  titles: ReadonlyMap<string, Text>,
  terminal: Terminal,
): void {
  const { text, style } = terminal;
  const print = (title: Text, rows: readonly (readonly string[])[], numeric: readonly boolean[]) => {
    terminal.print(style.bold(text(title)));
    for (const line of textTable(rows, numeric)) terminal.print(line);
  };
  const places = (n: number | null) => (n === null ? "" : text(say("list-places", { n })));
  print(
    say("list-templates"),
    templates.map((name) => [`  ${name}`, text(titles.get(name) ?? same(""))]),
    [false, false],
  );
  print(
    say("list-clusters"),
    clusters.map(({ id, edition, title, places: n }) => [`  ${id}@${edition}`, places(n), text(title)]),
    [false, true, false],
  );
  print(
    say("list-tables"),
    tables.map(({ id, title, years, places: n }) => [`  ${id}`, shownYears(years), places(n), text(title)]),
    [false, false, true, false],
  );
  terminal.print(text(say("list-more")));
}

function shownYears(years: KnownTable["years"]): string {
  if (years === null) return "";
  const [first, last] = years;
  return first === last ? `${first}` : `${first}–${last}`;
}
