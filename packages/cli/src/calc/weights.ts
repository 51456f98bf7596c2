import { type AnyMethod, invoke, localContext, type Roles, type Table } from "@conurb/core/contract";
import { UsageError } from "../exit.ts";
import { requireMethod } from "../require-method.ts";
import { say } from "../say.ts";

/** Which option of spatial/weights the number behind a kind stands for. */
const parameters = { knn: "k", distance: "band", "inverse-distance": "power" } as const;
type Kind = keyof typeof parameters;
const written = new RegExp(`^(?<kind>${Object.keys(parameters).join("|")})(:(?<number>.*))?$`);

/** `knn:4`, `distance:150`, `inverse-distance:2`: weights to be made rather than read. */
export interface WeightsWanted {
  readonly kind: Kind;
  readonly number: number | undefined;
}

export function weightsWanted(text: string): WeightsWanted | undefined {
  const { kind, number } = written.exec(text)?.groups ?? {};
  if (kind === undefined) return undefined;
  return { kind: kind as Kind, number: number === undefined ? undefined : numberBehind(text, kind as Kind, number) };
}

/** A wrong number is a mistake of the command line, as every value of a flag is. */
function numberBehind(text: string, kind: Kind, given: string): number {
  const number = given.trim() === "" ? Number.NaN : Number(given);
  const counts = kind === "knn";
  if (counts ? Number.isInteger(number) && number >= 1 : Number.isFinite(number) && number > 0) return number;
  const values = { text, kind, name: parameters[kind], given: given || '""' };
  throw new UsageError(say(counts ? "weights-count" : "weights-measure", values));
}

/** Makes weights among the places of a table, which must say where they lie. */
export async function makeWeights({ kind, number }: WeightsWanted, places: Table, roles: Roles): Promise<Table> {
  for (const column of ["lon", "lat"]) {
    if (places.roles?.[column] === undefined && !places.columns.some(({ name }) => name === column)) {
      const columns = places.columns.map(({ name }) => name).join(", ");
      throw new UsageError(say("weights-without-point", { kind, column, columns }), say("weights-without-point-hint"));
    }
  }
  const method: AnyMethod = await requireMethod("spatial/weights");
  const known = roles.place === undefined ? {} : { place: roles.place };
  const options = { kind, ...(number === undefined ? {} : { [parameters[kind]]: number }) };
  const result = await invoke(
    method,
    { inputs: { places }, roles: { places: known }, options },
    localContext(method, 1),
  );
  return result.tables[0] as Table;
}
