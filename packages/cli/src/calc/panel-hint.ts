import { InputError, type Problem, type Table } from "@conurb/core/contract";
import { say } from "../say.ts";

const yearly = /^(years?|年份?|年度)$/i;

/** Rows that repeat a place because a table holds several years: which condition keeps one of them. */
export function withPanelHint(error: unknown, inputs: Readonly<Record<string, unknown>>): unknown {
  if (!(error instanceof InputError) || error.code !== "duplicate-key") return error;
  const year = Object.values(inputs).flatMap((input) => (isTable(input) ? yearsOf(input) : []))[0];
  if (year === undefined) return error;
  const hint = say("panel-hint", { column: year.column, year: year.last });
  return new InputError(error.problems.map((problem): Problem => ({ ...problem, hint })));
}

function yearsOf({ columns, roles }: Table): { column: string; last: number }[] {
  return columns.flatMap(({ kind, name, values }) => {
    if (kind !== "number" || !(roles?.year === name || yearly.test(name))) return [];
    const years = new Set(values.filter((value) => !Number.isNaN(value)));
    return years.size > 1 ? [{ column: name, last: Math.max(...years) }] : [];
  });
}

const isTable = (input: unknown): input is Table => typeof input === "object" && input !== null && "columns" in input;
