import { catalogue } from "@conurb/core/catalogue";
import { type AnyMethod, InputError, invoke, localContext, NumericalError, type Problem } from "@conurb/core/contract";
import { encodeResult } from "@conurb/core/study";
import type { Task, TaskAnswer } from "./compute.ts";
import { mostHeld, Recent } from "./recent.ts";
import { tableFrom } from "./table-from.ts";
import { takenColumns } from "./taken-columns.ts";

const methodOf = async (id: string): Promise<AnyMethod> =>
  (await (catalogue as Record<string, () => Promise<{ default: AnyMethod }>>)[id]!()).default;

const exampleSize = 16;

/** Tables are sent once; later tasks name them. */
const held = new Recent<Readonly<Record<string, unknown>>>(mostHeld);

/** Computes one method on tables that are held here. */
export async function take(task: Task): Promise<void> {
  try {
    if (task.inputs !== undefined) {
      const inputs = Object.entries(task.inputs).map(([name, input]) => [name, tableFrom(input)] as const);
      held.put(task.holds, Object.fromEntries(inputs));
    }
    const own = held.get(task.holds); // before anything is waited for: a later task may push it out
    const method = await methodOf(task.method);
    const example = task.example === true ? method.example(task.seed, exampleSize) : undefined;
    const inputs = example?.inputs ?? { ...own, ...task.records };
    if (task.wanted === "columns") {
      answer({ id: task.id, columns: takenColumns(method, inputs, task.roles) });
      return;
    }
    const call = { inputs, roles: task.roles ?? {}, options: { ...example?.options, ...task.options } };
    const result = await invoke(method, call, localContext(method, task.seed));
    answer({ id: task.id, text: encodeResult(result) });
  } catch (error) {
    answer({ id: task.id, problems: problemsOf(error) });
  }
}

function answer(told: TaskAnswer): void {
  self.postMessage(told);
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof InputError) return error.problems;
  if (error instanceof NumericalError) return [{ code: error.code, text: error.text }];
  const said = error instanceof Error ? error.message : String(error);
  return [{ code: "fault", text: { en: said, zh: said } }];
}
