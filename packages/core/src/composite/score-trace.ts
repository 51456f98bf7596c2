import type { Cell, Origin } from "../contract/method.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { type Recipe, rootId } from "./recipe.ts";
import { recipeFor } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";

/**
 * A score rests on its own row's indicators: all of the place's, those under the node, or the one. Goalposts and weights,
 * which other rows share in, are tables of their own and rest on the whole column. A column of `normalised` is one indicator.
 */
export function traceToIndicators(
  { table, row, column }: Cell,
  tables: readonly Table[],
  { data, recipe }: { readonly data: CompositeData; readonly recipe: Recipe | undefined },
): readonly Origin[] {
  const found = tables.find(({ name }) => name === table);
  const cell = (name: string) => (found === undefined ? undefined : findColumn(found, name)?.values[row]);
  const [place, year, indicator, node] = [cell("place"), cell("year"), cell("indicator"), cell("node")];
  const where = {
    ...(typeof place === "string" ? { place: [place] } : {}),
    ...(typeof year === "number" && !Number.isNaN(year) ? { year: [year] } : {}),
  };
  const names = new Set(data.indicators.map(({ name }) => name));
  const under = typeof node === "string" && node !== "" ? node : rootId;
  const columns =
    typeof indicator === "string"
      ? [indicator]
      : table === "normalised" && names.has(column)
        ? [column]
        : indicatorsUnder(recipeFor(data, recipe), under);
  const own = columns.filter((name) => names.has(name));
  if (column === "rank")
    return [{ input: "data", ...(where.year === undefined ? {} : { where: { year: where.year } }), columns: own }];
  // the values between which a score is scaled come from other places too: they are a table of the same result
  const goalposts = tables.some(({ name }) => name === "goalposts");
  return [
    { input: "data", where, columns: own },
    ...(goalposts ? [{ table: "goalposts", where: { indicator: own } }] : []),
    ...(recipe === undefined ? [] : [{ input: "recipe" }]),
  ];
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
