import type { Dropped, Finding } from "../contract/method.ts";
import type { Input } from "../contract/readings.ts";
import type { Group } from "./groups.ts";
import type { AnalysisPlan } from "./plan.ts";
import { type AnalysisOutcome, leftOut } from "./run.ts";

/** A row of a table of places by its key: a code, and often a year behind it. */
export function placeOfRow(row: string): { readonly place: string; readonly year?: number } {
  const [, place, year] = /^(.*) (\d{4})$/.exec(row) ?? [];
  return place === undefined ? { place: row } : { place, year: Number(year) };
}

/**
 * The places that an analysis left out of what one of its findings is about: of the finding's cluster and year, where it
 * names them. Who is said to be first is first of the others alone.
 */
export function withoutPlaces(
  { values }: Finding,
  { method }: AnalysisPlan,
  outcome: AnalysisOutcome,
  groups: readonly Group[],
): readonly string[] {
  const of = (values["group"] as { readonly group?: string } | undefined)?.group;
  const about = groups.filter(({ id }) => of === undefined || id === of).flatMap(({ members }) => members);
  const isMember = new Set(about);
  const inputs: Readonly<Record<string, Input>> = method.inputs;
  const year = Number(values["year"]);
  const concerns = ({ input, row }: Dropped) => {
    const found = placeOfRow(row);
    if (found.year !== undefined && found.year !== year) return false;
    return groups.length === 0 ? namesPlaces(inputs[input]) : isMember.has(found.place);
  };
  return [
    ...new Set(
      leftOut(outcome)
        .filter(concerns)
        .map(({ row }) => placeOfRow(row).place),
    ),
  ];
}

/** Rows of other inputs are pairs, industries or estimates. */
const namesPlaces = (input: Input | undefined): boolean => input?.shape === "table" && "place" in input.roles;
