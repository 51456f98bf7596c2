import { compositeTable } from "@conurb/core/composite/composite-table";
import { rankTables, rankUnder } from "@conurb/core/composite/rank-under";
import type { CompositeData } from "@conurb/core/composite/scale";
import { bind, InputError, NumericalError } from "@conurb/core/contract";
import type { LabAnswer, LabTask } from "./lab.ts";
import { mostHeld, Recent } from "./recent.ts";
import { scoreBasis } from "./score-basis.ts";
import { rankEnds, shownRows } from "./shown-rows.ts";

const held = new Recent<CompositeData>(mostHeld);

/** Ranks by a recipe that follows a hand on a slider. Recipe and options come settled, so that no schema is loaded here. */
export function take(task: LabTask): void {
  try {
    if (task.data !== undefined) {
      const { reading } = bind("data", compositeTable, task.data, "pass", task.roles);
      held.put(task.holds, reading as CompositeData);
    }
    const data = held.get(task.holds) as CompositeData;
    const { wanted, recipe } = task;
    if (wanted === "basis") {
      answer({ id: task.id, basis: scoreBasis(recipe, data, task.rows.year) });
      return;
    }
    const result = rankUnder(data, { recipe, isGiven: true }, task.options, task.seed);
    const made = rankTables(result, data)
      .filter(({ name }) => wanted.includes(name) || (name === "rank-shares" && wanted.includes("rank-ends")))
      .map((table) => shownRows(table, task.rows));
    const shares = made.find(({ name }) => name === "rank-shares");
    const ends = shares === undefined || !wanted.includes("rank-ends") ? [] : [rankEnds(shares)];
    const tables = [...made, ...ends].filter(({ name }) => wanted.includes(name));
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

function answer(told: LabAnswer): void {
  self.postMessage(told);
}
