import type { Problem } from "@conurb/core/contract";
import { message } from "@conurb/core/language";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import type { Asked } from "./arguments.ts";
import { columnMeant, columnSuggestion } from "./column-meant.ts";
import { fullName, type Target } from "./flags.ts";
import { choicesOf, fits, optionValue } from "./option-value.ts";
import { fileExists } from "./read-input.ts";
import { weightsWanted } from "./weights.ts";

/** Flags that name an input's file, apart from the others. One that may name a role too is a file where there is one. */
export async function inputsAsked(
  asked: readonly Asked[],
): Promise<{ files: Map<string, string>; others: readonly Asked[] }> {
  const files = new Map<string, string>();
  const others: Asked[] = [];
  for (const each of asked) {
    const target = each.targets.find(({ kind }) => kind === "input");
    const isFile =
      target !== undefined &&
      (each.targets.length === 1 || (await fileExists(each.value)) || weightsWanted(each.value) !== undefined);
    if (isFile && target?.kind === "input") files.set(target.input, each.value);
    else others.push({ ...each, targets: each.targets.filter(({ kind }) => kind !== "input") });
  }
  return { files, others };
}

type RoleTarget = Extract<Target, { kind: "role" }>;

/** What the other flags stand for, settled by the columns that the inputs have and the values that options take. */
export function settle(
  asked: readonly Asked[],
  columnsOf: ReadonlyMap<string, readonly string[]>,
): { roles: Record<string, Record<string, string | readonly string[]>>; options: Record<string, unknown> } {
  const roles: Record<string, Record<string, string | readonly string[]>> = {};
  const options: Record<string, unknown> = {};
  for (const each of asked) {
    const target = targetOf(each, columnsOf);
    if (target.kind === "option") options[target.option] = optionValue(each.value, target.schema);
    else if (target.kind === "role") {
      const named = columnsNamed(each, target, columnsOf.get(target.input));
      const before = roles[target.input]?.[target.role];
      // a flag that stands twice names two columns, as commas between them do
      const all = before === undefined ? named : [before, named].flat();
      roles[target.input] = { ...roles[target.input], [target.role]: all };
    }
  }
  return { roles, options };
}

function targetOf({ flag, targets, value }: Asked, columnsOf: ReadonlyMap<string, readonly string[]>): Target {
  const possible = targets.filter((target) => target.kind !== "role" || columnsOf.has(target.input));
  if (possible.length === 1) return possible[0] as Target;
  const fitting = possible.filter((target) => {
    if (target.kind === "option") return fits(value, target.schema);
    return target.kind === "role" && columnMeant(value, columnsOf.get(target.input) ?? []) !== undefined;
  });
  if (fitting.length === 1) return fitting[0] as Target;
  if (fullWidthComma.test(value))
    throw new UsageError(say("full-width-comma", { flag, value }), plainCommas(flag, value));
  const names = (fitting.length > 0 ? fitting : possible).map(fullName).join(", ");
  if (fitting.length > 1) {
    throw new UsageError(say("flag-ambiguous", { flag, value }), say("flag-ambiguous-hint", { names }));
  }
  throw fitsNothing(flag, value, possible, columnsOf);
}

/** A value that is no column of the files and no choice of the option: most often a name misspelt. */
function fitsNothing(
  flag: string,
  value: string,
  targets: readonly Target[],
  columnsOf: ReadonlyMap<string, readonly string[]>,
): UsageError {
  const columns = new Set(
    targets.flatMap((target) => (target.kind === "role" ? (columnsOf.get(target.input) ?? []) : [])),
  );
  const choices = targets.flatMap((target) => (target.kind === "option" ? choicesOf(target.schema) : []));
  const values = {
    flag,
    value,
    columns: [...columns].join(", ") || "-",
    choices: choices.join(", "),
    options: choices.length,
  };
  const names = targets.map(fullName).join(", ");
  const hint = columnSuggestion(value, [...columns, ...choices]) ?? say("flag-ambiguous-hint", { names });
  return new UsageError(say("flag-column-or-choice", values), hint);
}

/** One column, or several with commas between; a column whose own name has a comma is found first. */
function columnsNamed({ flag, value }: Asked, { input, role }: RoleTarget, columns: readonly string[] = []) {
  if (value.trim() === "") return []; // no column plays this part, as `group: []` in a study
  const whole = columnMeant(value, columns);
  if (whole !== undefined) return whole;
  const parts = value.split(",").map((part) => part.trim());
  const names = parts.filter((part) => part !== "").map((part) => columnMeant(part, columns) ?? part);
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.some((name) => fullWidthComma.test(name)))
    throw new UsageError(say("full-width-comma", { flag, value }), plainCommas(flag, value));
  if (unknown.length > 0 && columns.length > 0) {
    throw new UsageError(
      unknown.map((column): Problem => {
        const hint = columnSuggestion(column, columns);
        const text = message("role-without-column", { input, role, column, columns: columns.join(", ") });
        return { code: "role-without-column", text, ...(hint === undefined ? {} : { hint }) };
      }),
    );
  }
  return value.includes(",") ? names : value;
}

const fullWidthComma = /[，、]/;

const plainCommas = (flag: string, value: string) =>
  say("full-width-comma-hint", { flag, value: value.replace(/\s*[，、]\s*/g, ",") });
