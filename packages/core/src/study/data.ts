import { findColumn, labels, type NumberColumn, numbers, type Table, takeRows } from "../contract/table.ts";
import { message } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { filterRows } from "../tables/filter-rows.ts";
import { cubeTable, sumBy } from "../tables/sum-by.ts";
import { widen } from "../tables/widen.ts";
import { type Group, type Selection, selectPlaces } from "./groups.ts";
import { evaluateSet, type IndicatorTable } from "./indicators.ts";
import type { Gazetteer, StudyPorts } from "./ports.ts";
import type { Study } from "./schema.ts";

/** Figures that are not there: not a mistake, but the reason why something is not computed. */
export class Lacking extends Error {
  override readonly name = "Lacking";
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** The study's figures, loaded and prepared once each, when they are first asked for. */
export interface StudyData {
  dataset(name: string): Promise<Table>;
  indicators(name: string): Promise<IndicatorTable>;
  /** A result's table with the cluster and province of each place, where it has places. */
  placed(table: Table): Table;
}

export function studyData(study: Study, groups: readonly Group[], gazetteer: Gazetteer, ports: StudyPorts): StudyData {
  const datasets = new Map<string, Promise<Table>>();
  const sets = new Map<string, Promise<IndicatorTable>>();
  const select = (which: string): Selection => {
    const selection = selectPlaces(which, groups, gazetteer);
    if (selection === undefined) throw new Lacking(message("cluster-unknown", { cluster: which }));
    return selection;
  };
  const data: StudyData = {
    placed: (table) =>
      findColumn(table, "place")?.kind === "label" && findColumn(table, "cluster") === undefined
        ? keepPlaces({ ...table, roles: { place: "place", ...table.roles } }, select("all"), gazetteer)
        : table,
    dataset: (name) => once(datasets, name, () => prepare(name)),
    indicators: (name) =>
      once(sets, name, () => {
        const set = study.indicators[name];
        if (set === undefined) throw new Error(`no set of indicators ${name}`);
        return evaluateSet(name, set, study, select(set.places), gazetteer, data);
      }),
  };
  async function prepare(name: string): Promise<Table> {
    const declaration = study.datasets[name];
    if (declaration === undefined) throw new Error(`no dataset ${name}`);
    if (declaration.absent !== undefined) {
      const { en, zh } = declaration.absent;
      throw new Lacking({
        en: message("dataset-absent", { name, reason: en }).en,
        zh: message("dataset-absent", { name, reason: zh }).zh,
      });
    }
    const loaded = await ports.load(name, declaration);
    const filtered = declaration.where === undefined ? loaded : filterRows(loaded, declaration.where);
    const kept =
      declaration.cube === undefined || declaration.atlas === undefined ? filtered : added(filtered, declaration.cube);
    const placed = keepPlaces(kept, select(declaration.places), gazetteer);
    if (placed.rows === 0) throw new Lacking(message("dataset-no-places", { name }));
    return placed;
  }
  return data;
}

/** Figures of the atlas added up in memory, as SQL adds up micro-data: exactly, and a group without figures is a gap. */
function added(table: Table, { by, sum }: { by: readonly string[]; sum: Readonly<Record<string, number>> }): Table {
  const cube = cubeTable(sumBy(table, by, Object.keys(sum)), table.name);
  const roles = Object.entries(table.roles ?? {}).filter(([, columns]) =>
    [columns].flat().every((name) => findColumn(cube, name) !== undefined),
  );
  return { ...cube, roles: Object.fromEntries(roles), ...(table.source === undefined ? {} : { source: table.source }) };
}

function once<T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const found = made.get(name) ?? make();
  made.set(name, found);
  return found;
}

/**
 * Keeps the rows of the selected places, and says of each which group (`cluster`) and which province (`parent`) it
 * belongs to and where it lies, so that any method can be asked to compare by them. What the table says itself stays.
 */
function keepPlaces(table: Table, { groupOf, only }: Selection, gazetteer: Gazetteer): Table {
  const codesOf = (role: string): readonly (string | null)[] | undefined => {
    const name = table.roles?.[role];
    const column = typeof name === "string" ? findColumn(table, name) : undefined;
    return column?.kind === "label" ? column.values : column && Array.from(column.values, String);
  };
  const [place, from, to] = [codesOf("place"), codesOf("from"), codesOf("to")];
  const ends = place === undefined ? [from, to] : [place];
  if (ends.some((codes) => codes === undefined)) return table;
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => !only || ends.every((codes) => groupOf.has(codes?.[row] ?? "")),
  );
  const kept = rows.length === table.rows ? table : takeRows(table, rows);
  if (place === undefined) return kept;
  const codes = rows.map((row) => place[row] ?? "");
  const added = [
    labels(
      "cluster",
      codes.map((code) => groupOf.get(code) ?? ""),
      { en: "cluster", zh: "城市群" },
    ),
    labels(
      "parent",
      codes.map((code) => gazetteer.places.get(code)?.parent ?? code),
      { en: "province", zh: "省级单位" },
    ),
    ...pointColumns(codes, gazetteer),
  ].filter(({ name }) => findColumn(kept, name) === undefined);
  const columns = [...kept.columns, ...added];
  return { ...kept, columns, roles: { group: "cluster", ...pointRoles, ...kept.roles } };
}

/** Where the places lie, and the roles under which methods find it. */
export const pointRoles = { lon: "lon", lat: "lat" } as const;
export function pointColumns(codes: readonly string[], gazetteer: Gazetteer): NumberColumn[] {
  const of = (part: "lon" | "lat") => codes.map((code) => gazetteer.places.get(code)?.[part] ?? Number.NaN);
  return [
    numbers("lon", "degree", of("lon"), { title: { en: "longitude", zh: "经度" } }),
    numbers("lat", "degree", of("lat"), { title: { en: "latitude", zh: "纬度" } }),
  ];
}

/** A table as an analysis asks for it: rows kept, a long one made wide. */
export function shapeTable(
  table: Table,
  shape: {
    where?: Parameters<typeof filterRows>[1] | undefined;
    wide?: { variable: string; value: string } | undefined;
  },
): Table {
  const kept = shape.where === undefined ? table : filterRows(table, shape.where);
  return shape.wide === undefined ? kept : widen(kept, shape.wide).table;
}
