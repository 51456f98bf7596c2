import { compositeTable } from "@conurb/core/composite/composite-table";
import { rankTables, rankUnder } from "@conurb/core/composite/rank-under";
import type { CompositeData } from "@conurb/core/composite/scale";
import { bind, InputError, NumericalError } from "@conurb/core/contract";
import type { LabAnswer, LabTask } from "./lab.ts";
import { mostHeld, Recent } from "./recent.ts";
import { scoreBasis } from "./score-basis.ts";
import { rankEnds, shownRows } from "./shown-rows.ts";

const held = new Recent<CompositeData>(mostHeld);

/** What follows a hand on a slider, and what other choices turn round. Recipe and options come settled, so that no schema is loaded here. */
export async function take(task: LabTask): Promise<void> {
  try {
    if (task.data !== undefined) {
      const { reading } = bind("data", compositeTable, task.data, "pass", task.roles);
      held.put(task.holds, reading as CompositeData);
    }
    const told = await found(task, held.get(task.holds) as CompositeData);
    self.postMessage({ id: task.id, ...told } satisfies LabAnswer);
  } catch (error) {
    self.postMessage({ id: task.id, error: said(error) } satisfies LabAnswer);
  }
}

type Found = Omit<LabAnswer, "id" | "error">;

async function found({ wanted, ...task }: LabTask, data: CompositeData): Promise<Found> {
  if (wanted === "basis") return { basis: scoreBasis(task.recipe, data, task.rows.year) };
  if (wanted === "choices") {
    const { otherChoices } = await import("./other-choices.ts");
    return { choices: otherChoices(task.recipe, data) };
  }
  return ranked(wanted, task, data);
}

function ranked(wanted: readonly string[], task: Omit<LabTask, "wanted">, data: CompositeData): Found {
  const result = rankUnder(data, { recipe: task.recipe, isGiven: true }, task.options, task.seed);
  const made = rankTables(result, data)
    .filter(({ name }) => wanted.includes(name) || (name === "rank-shares" && wanted.includes("rank-ends")))
    .map((table) => shownRows(table, task.rows));
  const shares = made.find(({ name }) => name === "rank-shares");
  const ends = shares === undefined || !wanted.includes("rank-ends") ? [] : [rankEnds(shares)];
  const tables = [...made, ...ends].filter(({ name }) => wanted.includes(name));
  const weights = Object.fromEntries(
    [...result.stated.nodes, ...result.stated.indicators].map(({ id, weight }) => [id, weight]),
  );
  return { tables: Object.fromEntries(tables.map((table) => [table.name, table])), weights };
}

function said(error: unknown): NonNullable<LabAnswer["error"]> {
  const told =
    error instanceof InputError ? error.problems[0]?.text : error instanceof NumericalError ? error.text : undefined;
  return told ?? { en: String(error), zh: String(error) };
}
