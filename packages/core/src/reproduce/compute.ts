import { invoke, type MethodResult } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import type { AnyMethod, CancelSignal } from "../contract/method.ts";
import type { Input, RoleSet } from "../contract/readings.ts";
import { findColumn, labels, makeTable, numbers, type Roles, type Table } from "../contract/table.ts";
import { type Axis, type Choice, settled } from "./candidates.ts";
import type { Panel } from "./panel.ts";

export type Outcome = Pick<MethodResult, "tables" | "scalars">;
export type Compute = (choice: Choice, data?: Table) => Promise<Outcome>;

/**
 * Runs one candidate through the method's own door, on the panel or on another edition of it. Where the method takes no
 * recipe, composite/index goes before it and the scores of the uppermost aspects are what the method reads.
 */
export function computing(panel: Panel, axes: readonly Axis[], signal?: CancelSignal): Compute {
  const { method, reader, input, file, inputs, roles } = panel;
  const context = (of: AnyMethod) => localContext(of, file.seed, signal === undefined ? {} : { signal });
  let [lastKey, lastScores]: [string, Promise<MethodResult> | undefined] = ["", undefined];
  return async (choice, data) => {
    const { options, recipe } = settled(panel, axes, choice);
    const given = data === undefined ? inputs : { ...inputs, [input]: data };
    if (reader === method) {
      const all = recipe === undefined ? given : { ...given, recipe };
      return invoke(method, { inputs: all, roles, options }, context(method));
    }
    const key = data === undefined ? JSON.stringify(recipe) : "";
    if (key === "" || key !== lastKey) {
      const indexed = { [input]: given[input], recipe };
      lastScores = invoke(reader, { inputs: indexed, roles: { [input]: file.roles } }, context(reader));
      lastKey = key;
    }
    const scores = await (lastScores as Promise<MethodResult>);
    const [target, levels] = levelsFor(method, scores, recipe);
    const rest = Object.fromEntries(Object.entries(given).filter(([name]) => name !== input));
    const result = await invoke(method, { inputs: { ...rest, [target]: levels }, options }, context(method));
    return { tables: [...result.tables, ...scores.tables], scalars: { ...scores.scalars, ...result.scalars } };
  };
}

/** The scores of the uppermost aspects, one column each, in the shape that the method's table takes. */
function levelsFor(method: AnyMethod, scores: MethodResult, recipe: unknown): [string, Table] {
  const { nodes = [] } = recipe as { nodes?: readonly { id: string; parent?: string }[] };
  const top = nodes.filter(({ parent }) => parent === undefined || parent === "total").map(({ id }) => id);
  const table = scores.tables.find(({ name }) => name === "nodes") as Table;
  const valuesOf = (name: string): readonly unknown[] | undefined => {
    const column = findColumn(table, name);
    return column === undefined ? undefined : Array.from<unknown>(column.values);
  };
  const [place = [], year, node = [], score = []] = ["place", "year", "node", "score"].map(valuesOf);
  const rowsOf = (id: string) => node.flatMap((each, row) => (each === id ? [row] : []));
  const numbersOf = (name: string, values: readonly unknown[], rows: readonly number[], unit: string) =>
    numbers(
      name,
      unit,
      rows.map((row) => Number(values[row])),
    );
  const first = rowsOf(top[0] ?? "");
  const [input, spec] = Object.entries(method.inputs as Record<string, Input>).find(
    ([, { shape }]) => shape === "table",
  ) as [string, Input & { roles: RoleSet }];
  const many = Object.entries(spec.roles).find(([, { kind, arity }]) => kind === "number" && arity === "many")?.[0];
  const roles: Roles = { place: "place", ...(many === undefined ? {} : { [many]: top }) };
  const columns = [
    labels(
      "place",
      first.map((row) => String(place[row])),
    ),
    ...(year === undefined ? [] : [numbersOf("year", year, first, "year")]),
    ...top.map((id) => numbersOf(id, score, rowsOf(id), "1")),
  ];
  const key = year === undefined ? ["place"] : ["place", "year"];
  return [input, makeTable(input, key, columns, { roles })];
}
