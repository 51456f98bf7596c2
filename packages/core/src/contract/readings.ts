import type { z } from "zod";
import type { Text } from "../language/text.ts";

/** A role that a column plays: labels or numbers; exactly one column, one or none, or any number of them. */
export interface Role<K extends "label" | "number" = "label" | "number", A extends Arity = Arity> {
  readonly kind: K;
  readonly arity: A;
  /** Of many columns: none but those that are named, where a column taken by chance would change the answer. */
  readonly asNamed?: true;
  /** Rows with a gap here are handed on whatever the method's gaps, for what else they say; the method tells what becomes of them. */
  readonly mayLack?: true;
}
export type Arity = "one" | "optional" | "many";

const role = <K extends "label" | "number", A extends Arity>(kind: K, arity: A): Role<K, A> => ({ kind, arity });

export const label = { one: role("label", "one"), optional: role("label", "optional"), many: role("label", "many") };
export const number = {
  one: role("number", "one"),
  gappy: { ...role("number", "one"), mayLack: true } as const,
  optional: role("number", "optional"),
  many: role("number", "many"),
  named: { ...role("number", "many"), asNamed: true } as const,
};

export type RoleSet = Readonly<Record<string, Role>>;

export interface NamedLabels {
  readonly name: string;
  readonly title?: Text;
  readonly values: readonly string[];
}
export interface NamedNumbers {
  readonly name: string;
  readonly title?: Text;
  readonly unit: string;
  readonly values: Float64Array;
}

type RoleValue<R extends Role> =
  R extends Role<"label", "one">
    ? readonly string[]
    : R extends Role<"label", "optional">
      ? readonly string[] | undefined
      : R extends Role<"label", "many">
        ? readonly NamedLabels[]
        : R extends Role<"number", "one">
          ? Float64Array
          : R extends Role<"number", "optional">
            ? Float64Array | undefined
            : readonly NamedNumbers[];

/**
 * What a method sees of a table: one entry a role, aligned by position, with `n` rows. `units` and `titles` hold those
 * of the columns behind roles of one column.
 */
export type TableReading<R extends RoleSet> = { readonly [K in keyof R]: RoleValue<R[K]> } & {
  readonly n: number;
  readonly units: Readonly<Record<string, string>>;
  readonly titles: Readonly<Record<string, Text>>;
};

/** Place x industry for one year: `values` row-major, `NaN` where there is no figure. */
export interface CompositionSlice {
  readonly year: number | undefined;
  readonly places: readonly string[];
  readonly industries: readonly string[];
  readonly values: Float64Array;
}
export interface CompositionReading {
  readonly slices: readonly CompositionSlice[];
  readonly industryTitles: Readonly<Record<string, Text>>;
  readonly unit: string;
  /** Label of the group of each place (a cluster, say), where the data carry one. */
  readonly groupOf: Readonly<Record<string, string>>;
}

export interface TableInput<R extends RoleSet = RoleSet> {
  readonly shape: "table";
  readonly roles: R;
  readonly optional: boolean;
  /** The table of an analysis that is meant where a study names none; without it the first. */
  readonly meant?: string;
  /** Takes a list of analyses: their tables one under the other. */
  readonly stacks?: true;
}
/** Edges are a table of ordered pairs; `from` and `to` are always there. */
export interface EdgesInput<R extends RoleSet = RoleSet> {
  readonly shape: "edges";
  readonly roles: R & { readonly from: Role<"label", "one">; readonly to: Role<"label", "one"> };
  readonly optional: boolean;
}
export interface CompositionInput {
  readonly shape: "composition";
  readonly roles: RoleSet;
  readonly optional: boolean;
}
export interface RecordInput<S extends z.ZodType = z.ZodType> {
  readonly shape: "record";
  readonly schema: S;
  readonly optional: boolean;
}
export type Input = TableInput | EdgesInput | CompositionInput | RecordInput;
export type Inputs = Readonly<Record<string, Input>>;

/** `meant`: which table of an analysis it is, where a study names none. */
export function table<const R extends RoleSet>(roles: R, meant?: string): TableInput<R> {
  return { shape: "table", roles, optional: false, ...(meant === undefined ? {} : { meant }) };
}

/** Of each row of a stack: the analysis it is of, what that is called, and its place in the list, from 1. */
const stackRoles = {
  analysis: label.one,
  analysis_en: label.optional,
  analysis_zh: label.optional,
  position: number.optional,
} as const;

/** The tables called `meant` of several analyses, one under the other; one that gave no answer is a row without numbers. */
export function stack<const R extends RoleSet>(meant: string, roles: R): TableInput<R & typeof stackRoles> {
  return { shape: "table", roles: { ...stackRoles, ...roles }, optional: false, meant, stacks: true };
}
export function edges<const R extends RoleSet>(
  roles: R,
): EdgesInput<R & { from: Role<"label", "one">; to: Role<"label", "one"> }> {
  return { shape: "edges", roles: { from: label.one, to: label.one, ...roles } as never, optional: false };
}
/** Place x industry (x year), long, or wide with one column an industry. */
export function composition(): CompositionInput {
  const roles = {
    place: label.one,
    industry: label.one,
    year: number.optional,
    group: label.optional,
    value: number.one,
  };
  return { shape: "composition", roles, optional: false };
}
export function record<S extends z.ZodType>(schema: S): RecordInput<S> {
  return { shape: "record", schema, optional: false };
}
/** The same input, which a study may leave out. */
export function optional<I extends Input>(input: I): I & { readonly optional: true } {
  return { ...input, optional: true };
}

type ReadingOf<I extends Input> =
  I extends TableInput<infer R>
    ? TableReading<R>
    : I extends EdgesInput<infer R>
      ? TableReading<R>
      : I extends CompositionInput
        ? CompositionReading
        : I extends RecordInput<infer S>
          ? z.output<S>
          : never;

/** What `run` receives: one reading an input. */
export type Readings<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends { readonly optional: true } ? ReadingOf<I[K]> | undefined : ReadingOf<I[K]>;
};
