import { type AnyMethod, invoke, localContext, type Roles, type Table } from "@conurb/core/contract";
import { UsageError } from "../exit.ts";
import { requireMethod } from "../require-method.ts";
import { say } from "../say.ts";

/** Which option of spatial/weights the number behind a kind stands for. */
const parameters = { knn: "k", distance: "band", "inverse-distance": "power" } as const;
const written = new RegExp(`^(?<kind>${Object.keys(parameters).join("|")})(:(?<number>[0-9.]+))?$`);

/** `knn:4`, `distance:150`, `inverse-distance:2`: weights to be made rather than read. */
export interface WeightsWanted {
  readonly kind: keyof typeof parameters;
  readonly number: number | undefined;
}

export function weightsWanted(text: string): WeightsWanted | undefined {
  const { kind, number } = written.exec(text)?.groups ?? {};
  if (kind === undefined) return undefined;
  return { kind: kind as WeightsWanted["kind"], number: number === undefined ? undefined : Number(number) };
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
