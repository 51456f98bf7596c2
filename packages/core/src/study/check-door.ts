import { bind } from "../contract/bind.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import type { AnyMethod } from "../contract/method.ts";
import type { Input, RecordInput } from "../contract/readings.ts";
import type { Roles, Table } from "../contract/table.ts";
import { faultText, readBySchema } from "../language/schema-faults.ts";
import { type StudyData, shapeTable, unavailable } from "./data.ts";
import { shown } from "./locate.ts";
import type { Plan } from "./plan.ts";
import type { Teller } from "./tell.ts";
import { unmatchedValues } from "./where.ts";

type TableInputs = Exclude<Input, RecordInput>;

/** Refusals of columns, which hold whichever rows the study keeps. */
const ofColumns: ReadonlySet<string> = new Set(["role-without-column", "role-takes-one", "column-unknown"]);

/**
 * What the door of each method will say of what it is given: records by their schema; of datasets and indicators the
 * roles, gaps and repeated keys. Where the study's clusters are not known, nor is which rows count and who belongs where:
 * then only what is said of columns is told.
 */
export async function doorProblems(plan: Plan, data: StudyData, hasClusters: boolean, teller: Teller): Promise<void> {
  for (const { name, method, inputs } of plan.analyses) {
    for (const [input, reference] of Object.entries(inputs)) {
      const spec = (method.inputs as Readonly<Record<string, Input>>)[input];
      const path = ["analyses", name, "on", input];
      if (spec?.shape === "record" && reference.kind === "record") {
        const at = reference.recipe === undefined ? path : ["recipes", reference.recipe];
        await teller.step(at, () => requireRecord(spec.schema, reference.value, at));
      }
      if (spec === undefined || spec.shape === "record") continue;
      if (reference.kind !== "dataset" && reference.kind !== "indicators") continue;
      const mentioned = [...Object.values(reference.roles ?? {}).flat(), ...Object.keys(reference.where ?? {})];
      if (!hasClusters && mentioned.includes("cluster")) continue;
      const table = await (reference.kind === "dataset"
        ? data.dataset(reference.name)
        : data.indicators(reference.name).then((set) => set.table)
      ).catch(unavailable);
      if (table === undefined) continue;
      const follows = ({ code }: Problem) => !hasClusters && !ofColumns.has(code);
      const unmatched = unmatchedValues(table, reference.where, [...path, "where"]);
      if (unmatched.length > 0) {
        await teller.step(path, () => Promise.reject(new InputError(unmatched)), follows);
        continue;
      }
      await teller.step(
        path,
        () => pass(path, input, spec, data.placed(shapeTable(table, reference)), method, reference.roles),
        follows,
      );
    }
  }
}

function requireRecord(schema: Parameters<typeof readBySchema>[0], value: unknown, path: readonly string[]): void {
  const { faults } = readBySchema(schema, value);
  if (faults === undefined) return;
  throw new InputError(
    faults.map((fault): Problem => {
      const at = shown([...path, ...fault.path]);
      const { hint } = fault;
      return {
        code: "record-invalid",
        text: faultText(fault, at),
        place: { path: at },
        ...(hint === undefined ? {} : { hint }),
      };
    }),
  );
}

/** Opens the door; what it says of a role is placed where the study names it, and what the plan has said is left out. */
function pass(
  path: readonly string[],
  input: string,
  spec: TableInputs,
  table: Table,
  method: AnyMethod,
  roles?: Roles,
): void {
  try {
    bind(input, spec, table, method.gaps, roles);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isMisspelt = error.problems.some(({ code }) => code === "role-unknown");
    const said = isMisspelt ? ["no-rows", "role-unknown", "role-needed"] : ["no-rows"];
    const problems = error.problems.filter(({ code }) => !said.includes(code));
    throw new InputError(
      problems.map((problem) => {
        const role = problem.place?.path;
        const at = shown(role !== undefined && Object.hasOwn(roles ?? {}, role) ? [...path, "roles", role] : path);
        return { ...problem, place: { ...problem.place, path: at } };
      }),
    );
  }
}
