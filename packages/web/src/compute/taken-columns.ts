import {
  type AnyMethod,
  type AskedRoles,
  type Input,
  InputError,
  roleColumns,
  type Table,
} from "@conurb/core/contract";
import type { TakenColumns } from "./compute.ts";

/** The columns that a method takes of its tables, asked for or not, by the door's own rules; nothing of an input that it refuses. */
export function takenColumns(
  { inputs: specs }: Pick<AnyMethod, "inputs">,
  inputs: Readonly<Record<string, unknown>>,
  roles: AskedRoles = {},
): TakenColumns {
  const taken = Object.entries(specs as Readonly<Record<string, Input>>).flatMap(([name, spec]) => {
    const given = inputs[name];
    if (given === undefined || spec.shape === "record") return [];
    try {
      const { columns } = roleColumns(name, spec.roles, given as Table, roles[name] ?? {});
      return [[name, Object.fromEntries(columns)] as const];
    } catch (error) {
      if (error instanceof InputError) return []; // the method says why
      throw error;
    }
  });
  return Object.fromEntries(taken);
}
