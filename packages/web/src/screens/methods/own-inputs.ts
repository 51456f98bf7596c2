import type { Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import type { Outline, OutlineAnalysis } from "../../bench/outline.ts";
import { written } from "./kept-inputs.ts";
import type { MethodEntry } from "./method-entry.ts";
import type { Asked } from "./use-method.ts";

/** Why a column plays a role that nobody gave it. */
export type Reason = "people" | "amount" | "first";

/** Tables of the study that a method can begin with, and why those. */
export interface OwnInputs {
  readonly asked: Asked;
  /** Taken as this analysis of the study takes them. */
  readonly like?: OutlineAnalysis;
  /** What was guessed, where no analysis says it. */
  readonly guessed: readonly { readonly role: string; readonly column: Text; readonly reason: Reason }[];
}

type Reference = {
  readonly kind: string;
  readonly name?: string;
  readonly table?: string;
  readonly roles?: Readonly<Record<string, string | readonly string[]>>;
  readonly where?: unknown;
  readonly wide?: unknown;
  readonly recipe?: string;
};
type Inputs = MethodEntry["inputs"];

const mostLike = 2;

/** As the study's analyses by other methods take them, those of the method's own family first. */
export function inputsLike(
  method: Pick<MethodEntry, "id" | "inputs">,
  methods: readonly Pick<MethodEntry, "id" | "inputs">[],
  { analyses }: Pick<Outline, "analyses">,
): readonly OwnInputs[] {
  const family = (id: string) => id.split("/")[0];
  const isKin = (each: OutlineAnalysis) => family(each.method) === family(method.id);
  const computed = analyses.filter(({ key }) => key !== undefined);
  const found = [...computed.filter(isKin), ...computed.filter((each) => !isKin(each))].flatMap((each): OwnInputs[] => {
    const other = methods.find(({ id }) => id === each.method);
    const asked = other && takenLike(method.inputs, other.inputs, each.inputs as Readonly<Record<string, Reference>>);
    return asked === undefined ? [] : [{ asked, like: each, guessed: [] }];
  });
  const once = new Map(found.map((each) => [JSON.stringify(each.asked), each]).reverse() as [string, OwnInputs][]);
  return [...once.values()].reverse().slice(0, mostLike);
}

/** The inputs that both methods call alike, where those are all that one of them needs. */
function takenLike(own: Inputs, others: Inputs, given: Readonly<Record<string, Reference>>): Asked | undefined {
  const shared = Object.keys(given).filter(
    (name) => own[name] !== undefined && others[name] !== undefined && isMetBy(own[name], others[name]),
  );
  const named = shared.flatMap((name) => {
    const called = nameOf(given[name] as Reference);
    return called === undefined ? [] : [[name, called] as const];
  });
  const data = Object.fromEntries(named);
  const needed = Object.keys(own).filter((name) => own[name]?.optional === false);
  if (needed.some((name) => data[name] === undefined)) return undefined;
  if (!named.some(([name]) => own[name]?.shape !== "record")) return undefined;
  const roles = named.flatMap(([name]) => {
    const asked = Object.entries(given[name]?.roles ?? {}).filter(([role]) => own[name]?.roles?.[role] !== undefined);
    return asked.length === 0 ? [] : [[name, Object.fromEntries(asked)] as const];
  });
  return { as: undefined, data, roles: Object.fromEntries(roles), options: {} };
}

/** Whether what fills one input fills another: every role that must be played is one of the other's. */
function isMetBy(own: Inputs[string], other: Inputs[string]): boolean {
  return own.shape === other.shape && requiredRoles(own).every((role) => other.roles?.[role] === own.roles?.[role]);
}

/** What a reference is called where a table is chosen by its name; nothing where only some of it is taken. */
function nameOf({ kind, name, table, where, wide, recipe }: Reference): string | undefined {
  if (kind === "record") return recipe === undefined ? undefined : written + recipe;
  if (name === undefined || where !== undefined || wide !== undefined) return undefined;
  return table === undefined ? name : `${name}.${table}`;
}

const requiredRoles = ({ roles = {} }: Inputs[string]): readonly string[] =>
  Object.keys(roles).filter((role) => roles[role]?.startsWith("one "));

/** What is known of a table before it is read: which roles its columns play, and its numbers. */
export interface Offered {
  readonly name: string;
  readonly roles: ReadonlySet<string>;
  readonly numbers: readonly { readonly name: string; readonly title: Text; readonly unit: string }[];
}

export function offeredBySet({ name, leaves, years }: Outline["indicators"][number]): Offered {
  const numbers = leaves.map(({ id, title, unit = "1" }) => ({ name: id, title: title ?? { en: id, zh: id }, unit }));
  return { name, roles: new Set(["place", "indicators", ...(years === undefined ? [] : ["year"])]), numbers };
}

export function offeredByTable({ columns, roles = {} }: Table, name: string): Offered {
  const labels = columns.filter(({ kind }) => kind === "label").map((column) => column.name);
  const values = new Set([roles.value ?? [], roles.values ?? []].flat());
  const numbers = columns.flatMap((column) =>
    column.kind === "number" && values.has(column.name)
      ? [{ name: column.name, title: column.title ?? { en: column.name, zh: column.name }, unit: column.unit }]
      : [],
  );
  return { name, roles: new Set([...Object.keys(roles), ...labels]), numbers };
}

/** The first table for each input that must be given; nothing where one has none, or is a record that nobody wrote. */
export function inputsFrom(
  { inputs }: Pick<MethodEntry, "inputs">,
  offered: readonly Offered[],
): OwnInputs | undefined {
  const needed = Object.entries(inputs).filter(([, { optional }]) => !optional);
  if (needed.length === 0) return undefined;
  const filled = needed.map(([name, input]) => {
    for (const table of input.shape === "record" ? [] : offered) {
      const guessed = guessedRoles(input, table);
      if (guessed !== undefined) return { name, table: table.name, guessed };
    }
    return undefined;
  });
  const found = filled.flatMap((each) => each ?? []);
  if (found.length < needed.length) return undefined;
  const roles = found.flatMap(({ name, guessed }) =>
    guessed.length === 0 ? [] : [[name, Object.fromEntries(guessed.map(({ role, id }) => [role, id]))] as const],
  );
  return {
    asked: {
      as: undefined,
      data: Object.fromEntries(found.map(({ name, table }) => [name, table])),
      roles: Object.fromEntries(roles),
      options: {},
    },
    guessed: found.flatMap(({ guessed }) => guessed.map(({ role, column, reason }) => ({ role, column, reason }))),
  };
}

const ofPeople: readonly string[] = ["weight", "size", "population"];
const ofAmounts: readonly string[] = ["value", "mass"];
const countsPeople = (unit: string): boolean => /(^| )persons?$/.test(unit) && !unit.includes(" per ");
const addsUp = (unit: string): boolean => !/ per |%|percent|per mille|^1$|^degree$/.test(unit);

interface Guessed {
  readonly role: string;
  readonly id: string;
  readonly column: Text;
  readonly reason: Reason;
}

/** Columns for the roles that a table does not give by itself; nothing where one would be drawn by lot. */
function guessedRoles(input: Inputs[string], table: Offered): Guessed[] | undefined {
  const { roles = {} } = input;
  const guessed: Guessed[] = [];
  const take = (role: string, reason: Reason, among: Offered["numbers"]): boolean => {
    const [column] = among.filter(({ name }) => !guessed.some(({ id }) => id === name));
    if (column !== undefined) guessed.push({ role, id: column.name, column: column.title, reason });
    return column !== undefined;
  };
  const people = table.numbers.filter(({ unit }) => countsPeople(unit));
  const amounts = table.numbers.filter(({ unit }) => addsUp(unit) && !countsPeople(unit));
  if (roles.indicators !== undefined && !(table.roles.has("indicators") && table.numbers.length > 1)) return undefined;
  for (const role of requiredRoles(input)) {
    if (table.roles.has(role)) continue;
    if (ofPeople.includes(role) && take(role, "people", people)) continue;
    const isShared = roles.weight !== undefined && people.length > 0;
    if (ofAmounts.includes(role) && take(role, isShared ? "amount" : "first", isShared ? amounts : table.numbers)) {
      if (isShared) take("weight", "people", people);
      continue;
    }
    return undefined;
  }
  return guessed;
}
