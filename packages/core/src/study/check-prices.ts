import { InputError, type Problem } from "../contract/errors.ts";
import { growthProblems } from "../contract/growth.ts";
import type { Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { type StudyData, shapeTable, unavailable } from "./data.ts";
import { priceNotes } from "./dataset-prices.ts";
import type { Locate } from "./locate.ts";
import type { Plan } from "./plan.ts";

/** What is said of steps and prices of a dataset: what was done to it, and money of which nobody says the prices. */
export async function datasetNotes(name: string, data: StudyData, locate: Locate): Promise<Problem[]> {
  const table = await data.dataset(name).catch(unavailable);
  if (table === undefined) return [];
  const told = data.steps(name).flatMap(({ told }) => told);
  const declared = locate(["datasets", name]);
  return [...told, ...priceNotes(table, name)].map((note) =>
    note.place?.row === undefined ? { ...note, place: declared } : { ...note, declared },
  );
}

/**
 * Analyses that would compare money of different years at current or unknown prices: notes, or problems where the study
 * refuses them. What is to be said of several analyses is said of the first, with the names of the others. What rests on
 * other analyses is told when it runs.
 */
export async function growthNotes({ analyses }: Plan, data: StudyData, locate: Locate): Promise<Problem[]> {
  const found = new Map<string, { readonly problem: Problem; readonly others: Set<string> }>();
  for (const { name, method, options, inputs } of analyses) {
    const records = Object.fromEntries(
      Object.entries(inputs).flatMap(([input, each]) => (each.kind === "record" ? [[input, each.value]] : [])),
    );
    for (const [input, reference] of Object.entries(inputs)) {
      if (reference.kind !== "dataset" && reference.kind !== "indicators") continue;
      const table = await (reference.kind === "dataset"
        ? data.dataset(reference.name)
        : data.indicators(reference.name).then((set) => set.table)
      ).catch(unavailable);
      if (table === undefined) continue;
      const shaped = shapedIfSound(table, reference);
      if (shaped === undefined) continue;
      const roles = reference.roles === undefined ? {} : { [input]: reference.roles };
      const place = locate(["analyses", name, "on", input]);
      const problems = growthProblems(method, options, { ...records, [input]: shaped }, roles);
      for (const problem of problems) {
        const told = found.get(problem.text.en);
        if (told === undefined) found.set(problem.text.en, { problem: { ...problem, place }, others: new Set() });
        else told.others.add(name);
      }
    }
  }
  return [...found.values()].map(({ problem, others }) =>
    others.size === 0 ? problem : { ...problem, text: alsoIn(problem.text, [...others]) },
  );
}

const alsoIn = ({ en, zh }: Text, others: readonly string[]): Text => ({
  en: `${en}; so in ${others.join(", ")}`,
  zh: `${zh}；${others.join("、")} 亦然`,
});

/** A table that cannot be shaped so has been told of at the door. */
function shapedIfSound(table: Table, reference: Parameters<typeof shapeTable>[1]): Table | undefined {
  try {
    return shapeTable(table, reference);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
