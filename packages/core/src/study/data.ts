import { InputError, type Problem } from "../contract/errors.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { filterRows } from "../tables/filter-rows.ts";
import { cubeTable, sumBy } from "../tables/sum-by.ts";
import { widen } from "../tables/widen.ts";
import { withPrices } from "./dataset-prices.ts";
import type { DatasetStep } from "./dataset-steps.ts";
import { type Group, listed, type Selection, selectPlaces } from "./groups.ts";
import { evaluateSet, type IndicatorTable } from "./indicators.ts";
import { leftAside } from "./left-aside.ts";
import { hasNamedPlaces, isMostlyListed, withCodes } from "./named-places.ts";
import { nestedPlaces } from "./nested-places.ts";
import { codesOf, keepPlaces, withAttributes, withOwnPlaces } from "./places.ts";
import type { Gazetteer, PlaceInfo, StudyPorts } from "./ports.ts";
import { keepReached, loadRegister } from "./register.ts";
import { roleNotes } from "./role-notes.ts";
import type { DatasetDeclaration, Study } from "./schema.ts";
import { datasetSteps } from "./take-steps.ts";
import { unitNotes } from "./unit-notes.ts";
import { unmatchedValues } from "./where.ts";

/** Figures that are not there: not a mistake, but the reason why something is not computed. */
export class Lacking extends Error {
  override readonly name = "Lacking";
  readonly text: Text;
  readonly hint: Text | undefined;
  constructor(text: Text, hint?: Text) {
    super(text.en);
    this.text = text;
    this.hint = hint;
  }
}

/** Figures that are kept elsewhere. What is made of them and of others is another number without them: it lacks as a whole. */
export class Withheld extends Lacking {}

/** For `catch`: figures that are not there are nothing, anything else goes on. */
export function absence(error: unknown): undefined {
  if (!(error instanceof Lacking)) throw error;
}

/** For `catch`: figures that are not there or that were refused are nothing; who asks for them has told so. */
export function unavailable(error: unknown): undefined {
  if (!(error instanceof InputError)) absence(error);
}

/** The study's figures, loaded and prepared once each, when they are first asked for. */
export interface StudyData {
  dataset(name: string): Promise<Table>;
  indicators(name: string): Promise<IndicatorTable>;
  /** The places of the gazetteer, and those that the study's own datasets tell the position or province of. */
  gazetteer(): Promise<Gazetteer>;
  /** A table with the cluster, province and point of each place, where it has places and does not say so itself. */
  placed(table: Table): Table;
  /** What a reader should know of a dataset that was loaded. */
  notes(name: string): readonly Problem[];
  /** What was done to a loaded dataset's figures before any analysis, in order. */
  steps(name: string): readonly DatasetStep[];
  /** A loaded dataset as its file has it, places by their codes: what corrections speak of. */
  loaded(name: string): Table | undefined;
  /** Values of a loaded dataset's `where` that no row of it has. */
  unmatched(name: string): readonly Problem[];
  /** Names of the confirm list that a loaded dataset calls a place by. */
  confirmed(): ReadonlySet<string>;
}

export function studyData(study: Study, groups: readonly Group[], gazetteer: Gazetteer, ports: StudyPorts): StudyData {
  const datasets = new Map<string, Promise<Table>>();
  const sets = new Map<string, Promise<IndicatorTable>>();
  const notes = new Map<string, readonly Problem[]>();
  const taken = new Map<string, readonly DatasetStep[]>();
  const unmatched = new Map<string, readonly Problem[]>();
  const origins = new Map<string, Table>();
  const named = new Map<string, PlaceInfo>(); // places that files call by names, and that the gazetteer lacks
  const confirmed = new Set<string>();
  let own: Promise<Gazetteer> | undefined;
  const select = (which: string): Selection => {
    const selection = selectPlaces(which, groups, gazetteer);
    if (selection === undefined)
      throw new Lacking(message("cluster-unknown", { cluster: which, clusters: listed(gazetteer.clusters) }));
    return selection;
  };
  const data: StudyData = {
    notes: (name) => notes.get(name) ?? [],
    steps: (name) => taken.get(name) ?? [],
    unmatched: (name) => unmatched.get(name) ?? [],
    loaded: (name) => origins.get(name),
    confirmed: () => confirmed,
    placed: (table) => withAttributes(table, select("all").groupOf, gazetteer),
    gazetteer: () => {
      own ??= ownPlaces();
      return own;
    },
    dataset: (name) => once(datasets, name, () => prepare(name)),
    indicators: (name) =>
      once(sets, name, async () => {
        const set = study.indicators[name];
        if (set === undefined) throw new Error(`no set of indicators ${name}`);
        const selection = select(set.places);
        const { table, indicators } = await evaluateSet(name, set, study, selection, data);
        return { table: withAttributes(table, selection.groupOf, await data.gazetteer()), indicators };
      }),
  };
  async function ownPlaces(): Promise<Gazetteer> {
    const tables = await Promise.all(Object.keys(study.datasets).map((name) => data.dataset(name).catch(unavailable)));
    const { places, ...others } = withOwnPlaces(
      gazetteer,
      tables.filter((table) => table !== undefined),
    );
    const met = [...named].map(([code, place]) => [code, { ...places.get(code), ...place }] as const);
    return { ...others, places: new Map([...places, ...met]) };
  }
  async function prepare(name: string): Promise<Table> {
    const declaration = study.datasets[name];
    if (declaration === undefined) throw new Error(`no dataset ${name}`);
    requireOneOrigin(name, declaration);
    if (declaration.absent !== undefined)
      throw new Lacking(message("dataset-absent", { name, reason: declaration.absent }));
    if (declaration.kind !== "register") requireNoRegister(name, declaration);
    const table =
      declaration.kind === "register"
        ? registered(name, declaration, await ports.load(name, declaration))
        : await coded(name, declaration, await ports.load(name, declaration));
    notes.set(name, [...(notes.get(name) ?? []), ...unitNotes(table, declaration), ...roleNotes(name, declaration)]);
    if (declaration.kind !== "register") requireRoles(table, name, declaration);
    const selection = select(declaration.reference ? "all" : declaration.places);
    const met = named.size === 0 ? gazetteer : { ...gazetteer, places: new Map([...gazetteer.places, ...named]) };
    const steps = datasetSteps(name, declaration, { study, ports, selection, gazetteer: met, dataset: data.dataset });
    origins.set(name, table);
    const usable = withoutFlagged(steps.corrected(table), name, declaration.unusable ?? [], table);
    const loaded = withPrices(usable, name, declaration, study.prices);
    unmatched.set(name, unmatchedValues(loaded, declaration.where, ["datasets", name, "where"]));
    const filtered = await steps.dated(
      declaration.where === undefined ? loaded : filterRows(loaded, declaration.where),
    );
    const cubed =
      declaration.cube === undefined || (declaration.atlas ?? declaration.layout) === undefined
        ? filtered
        : added(filtered, declaration.cube);
    const kept = await steps.valued(cubed);
    taken.set(name, steps.taken);
    const placed = declaration.kind === "register" ? keepReached(kept, selection) : keepPlaces(kept, selection);
    const told = [
      ...leftAside(name, declaration, kept, placed, selection, met),
      ...nestedPlaces(name, declaration, placed, met),
    ];
    notes.set(name, [...(notes.get(name) ?? []), ...told]);
    if (placed.rows === 0) {
      throw new Lacking(message(kept.rows === 0 ? "dataset-no-rows" : "dataset-no-places", { name }));
    }
    return withAttributes(placed, selection.groupOf, met);
  }
  function registered(name: string, declaration: DatasetDeclaration, table: Table): Table {
    requireRoles(table, name, declaration);
    const { table: read, notes: told } = loadRegister(name, declaration, table, groups, gazetteer);
    notes.set(name, told);
    return read;
  }
  /**
   * A page that calls its places by names gets their codes; so does a file with names alone, where the study keeps some, confirms
   * names, or where most are those of listed places.
   */
  async function coded(name: string, { file, places: kept }: DatasetDeclaration, table: Table): Promise<Table> {
    const members = new Set(groups.flatMap((group) => group.members));
    const isCode = (code: string) => gazetteer.places.has(code) || members.has(code);
    const isPage = table.source?.sheets !== undefined;
    const hasCodes = codesOf(table, "place")?.some((code) => code !== null && isCode(code));
    if (!isPage && (file === undefined || hasCodes)) return table;
    if (!hasNamedPlaces(table, isCode)) return table;
    const places = (await ports.namedPlaces?.()) ?? [];
    const confirm = study.places?.confirm ?? {};
    const isAsked = isPage || (kept !== "all" && groups.length > 0) || Object.keys(confirm).length > 0;
    if (!isAsked && !isMostlyListed(table, places)) return table;
    const { table: found, places: met, notes: told, confirmed: used } = withCodes(table, places, isCode, confirm);
    for (const given of used) confirmed.add(given);
    notes.set(name, told);
    for (const place of met) if (!gazetteer.places.has(place.code)) named.set(place.code, place);
    return found;
  }
  return data;
}

function requireOneOrigin(name: string, { atlas, file, absent }: DatasetDeclaration): void {
  if ([atlas, file, absent].filter((each) => each !== undefined).length === 1) return;
  const place = { path: `datasets.${name}` };
  throw new InputError({ code: "dataset-needs-one", text: message("dataset-needs-one", { name }), place });
}

/** What only a register understands, said of another table. */
function requireNoRegister(name: string, { rules, reach }: DatasetDeclaration): void {
  const key = rules !== undefined ? "rules" : reach !== undefined ? "reach" : undefined;
  if (key === undefined) return;
  const place = { path: `datasets.${name}.${key}` };
  throw new InputError({
    code: "dataset-no-register",
    text: { en: `${name}: ${key} belong to a register of policies`, zh: `${name}：${key} 仅用于政策库` },
    hint: { en: "say kind: register", zh: "请写 kind: register" },
    place,
  });
}

/** Roles that a study declares for a dataset, of columns that it has not. */
function requireRoles({ columns }: Table, name: string, { roles = {} }: DatasetDeclaration): void {
  const names = columns.map((column) => column.name);
  const problems = Object.entries(roles).flatMap(([role, asked]) =>
    [asked].flat().flatMap((column): Problem[] => {
      if (names.includes(column)) return [];
      const path = `datasets.${name}.roles.${role}`;
      const hint = suggestion(column, names);
      const text = message("column-unknown", { at: path, column, columns: names.join(", ") });
      return [{ code: "column-unknown", text, place: { path }, ...(hint === undefined ? {} : { hint }) }];
    }),
  );
  if (problems.length > 0) throw new InputError(problems);
}

/** The figures that carry none of these flags; the others are gaps. A flag that no figure came with is a slip of the pen. */
function withoutFlagged(table: Table, name: string, unusable: readonly string[], loaded: Table): Table {
  if (unusable.length === 0) return table;
  const carried = (flag: string | null | undefined) => flag?.split(";").map((each) => each.trim()) ?? [];
  const flags = new Set(
    loaded.columns.flatMap((each) => (each.kind === "number" ? (each.flags ?? []).flatMap(carried) : [])),
  );
  const unknown = unusable.find((flag) => !flags.has(flag));
  if (unknown !== undefined) {
    const known = [...flags].sort();
    const hint = suggestion(unknown, known);
    throw new InputError({
      code: "flag-unknown",
      text: message("flag-unknown", { name, flag: unknown, flags: known.join(", ") || "-" }),
      place: { path: `datasets.${name}.unusable` },
      ...(hint === undefined ? {} : { hint }),
    });
  }
  const columns = table.columns.map((column) => {
    if (column.kind === "label" || column.flags === undefined) return column;
    const left = column.flags.map((flag) => carried(flag).some((each) => unusable.includes(each)));
    return { ...column, values: column.values.map((value, row) => (left[row] ? Number.NaN : value)) };
  });
  return { ...table, columns };
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

/** A table as an analysis asks for it: rows kept, a long one made wide. */
export function shapeTable(
  table: Table,
  shape: {
    where?: Parameters<typeof filterRows>[1] | undefined;
    wide?: { variable: string; value: string } | undefined;
  },
): Table {
  const kept = shape.where === undefined ? table : filterRows(table, shape.where);
  return shape.wide === undefined
    ? kept
    : widen(kept, { ...shape.wide, titles: titlesIn(kept, shape.wide.variable) }).table;
}

/** Titles of codes as a table tells them, in columns beside the codes' own. */
function titlesIn(table: Table, variable: string): Record<string, Text> {
  const [codes, en, zh] = ["", "_en", "_zh"].map((ending) => findColumn(table, variable + ending)?.values);
  if (codes === undefined || en === undefined || zh === undefined) return {};
  return Object.fromEntries(
    Array.from(codes as ArrayLike<unknown>, (code, row) => [
      String(code),
      { en: String(en[row]), zh: String(zh[row]) },
    ]),
  );
}
