import rankUncertaintyMethod, { rankUncertainty } from "@conurb/core/composite/rank-uncertainty";
import { type AnyMethod, InputError, NumericalError, readInputs, type Table } from "@conurb/core/contract";
import type { LabAnswer, LabTask } from "./lab.ts";
import { rankEnds, shownRows } from "./shown-rows.ts";

type Data = Parameters<typeof rankUncertainty>[0];
type Options = NonNullable<Parameters<typeof rankUncertainty>[1]>;

const method = rankUncertaintyMethod as AnyMethod;
const held = new Map<string, Data>();

/** Ranks by a recipe that follows a hand on a slider. */
export function take(task: LabTask): void {
  try {
    if (task.data !== undefined) {
      const { readings } = readInputs(
        method,
        { data: task.data },
        task.roles === undefined ? {} : { data: task.roles },
      );
      held.set(task.holds, readings.data as Data);
    }
    const data = held.get(task.holds) as Data;
    const recipe = readInputs(method, { data: nothing, recipe: task.recipe }).readings.recipe as Options["recipe"];
    const result = rankUncertainty(data, { ...task.options, recipe, seed: task.seed } as Options);
    const made = (method.tables(result, { data }, task.options) as readonly Table[])
      .filter(({ name }) => task.wanted.includes(name) || (name === "rank-shares" && task.wanted.includes("rank-ends")))
      .map((table) => shownRows(table, task.rows));
    const shares = made.find(({ name }) => name === "rank-shares");
    const ends = shares === undefined || !task.wanted.includes("rank-ends") ? [] : [rankEnds(shares)];
    const tables = [...made, ...ends].filter(({ name }) => task.wanted.includes(name));
    const weights = Object.fromEntries(
      [...result.stated.nodes, ...result.stated.indicators].map(({ id, weight }) => [id, weight]),
    );
    answer({ id: task.id, tables: Object.fromEntries(tables.map((table) => [table.name, table])), weights });
  } catch (error) {
    const told =
      error instanceof InputError ? error.problems[0]?.text : error instanceof NumericalError ? error.text : undefined;
    const said = String(error);
    answer({ id: task.id, error: told ?? { en: said, zh: said } });
  }
}

/** The recipe is read by itself: the data stand already. */
const nothing: Table = {
  name: "data",
  rows: 1,
  key: ["place"],
  columns: [
    { kind: "label", name: "place", values: ["-"] },
    { kind: "number", name: "x", unit: "1", values: Float64Array.of(1) },
  ],
};

function answer(told: LabAnswer): void {
  self.postMessage(told);
}
