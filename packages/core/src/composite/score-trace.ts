import type { Cell, Origin } from "../contract/method.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { type Recipe, rootId } from "./recipe.ts";
import { recipeFor } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";

interface Inputs {
  readonly data: CompositeData;
  readonly recipe: Recipe | undefined;
}

/**
 * A score rests on its own row's indicators: all of the place's, those under the node, or the one. Goalposts, which other
 * rows share in, are a table of their own and rest on the whole column; where the result does not have them, the score
 * rests on the whole column too. A column of `normalised` is one indicator, and a rank is one against all the others of
 * its year.
 */
export function traceToIndicators(cell: Cell, tables: readonly Table[], inputs: Inputs): readonly Origin[] {
  const { data, recipe } = inputs;
  const { table, column } = cell;
  const [indicator, node] = [cellOf(cell, tables, "indicator"), cellOf(cell, tables, "node")];
  const names = new Set(data.indicators.map(({ name }) => name));
  const under = typeof node === "string" && node !== "" ? node : rootId;
  const columns =
    typeof indicator === "string"
      ? [indicator]
      : table === "normalised" && names.has(column)
        ? [column]
        : indicatorsUnder(recipeFor(data, recipe), under);
  const { place, ...when } = whereOf(cell, tables);
  const where = column === "rank" || place === undefined ? when : { place, ...when };
  return originsOf(cell, tables, inputs, where, columns);
}

/** What is a share among all indicators of its row rests on all of them. */
export function traceToRow(cell: Cell, tables: readonly Table[], inputs: Inputs): readonly Origin[] {
  const columns = indicatorsUnder(recipeFor(inputs.data, inputs.recipe), rootId);
  return originsOf(cell, tables, inputs, whereOf(cell, tables), columns);
}

function originsOf(
  cell: Cell,
  tables: readonly Table[],
  { data, recipe }: Inputs,
  where: Where,
  columns: readonly string[],
): readonly Origin[] {
  const names = new Set(data.indicators.map(({ name }) => name));
  const own = columns.filter((name) => names.has(name));
  const goalposts = tables.find(({ name }) => name === "goalposts");
  const posted = new Set<unknown>(goalposts === undefined ? [] : findColumn(goalposts, "indicator")?.values);
  const unposted = own.filter((name) => !posted.has(name));
  return [
    { input: "data", where, columns: own },
    ...(goalposts === undefined || cell.table === goalposts.name
      ? []
      : [{ table: goalposts.name, where: { indicator: own } }]),
    ...(unposted.length === 0 ? [] : [{ input: "data", columns: unposted }]),
    ...(recipe === undefined ? [] : [{ input: "recipe" }]),
  ];
}

function cellOf({ table, row }: Cell, tables: readonly Table[], column: string): string | number | null | undefined {
  const found = tables.find(({ name }) => name === table);
  return found === undefined ? undefined : findColumn(found, column)?.values[row];
}

interface Where {
  readonly place?: string[];
  readonly year?: number[];
  readonly [role: string]: (string | number)[];
}

/** The cell's own row of the data, as far as its table says. */
function whereOf(cell: Cell, tables: readonly Table[]): Where {
  const [place, year] = [cellOf(cell, tables, "place"), cellOf(cell, tables, "year")];
  return {
    ...(typeof place === "string" ? { place: [place] } : {}),
    ...(typeof year === "number" && !Number.isNaN(year) ? { year: [year] } : {}),
  };
}

function indicatorsUnder({ nodes, indicators }: Recipe, top: string): string[] {
  const parents = new Map(nodes.map(({ id, parent = rootId }) => [id, parent]));
  return indicators
    .filter(({ node = rootId }) => {
      let at: string | undefined = node;
      while (at !== undefined && at !== top) at = parents.get(at);
      return at === top;
    })
    .map(({ id }) => id);
}
