import type { Asked } from "./use-method.ts";

/** What an address asks of a method; nothing where it is not what this page writes there. */
export function askedFrom(text: string): Asked | undefined {
  try {
    const { as, data = {}, roles = {}, options = {} } = JSON.parse(text) as Record<string, unknown>;
    const isSound =
      (as === undefined || isText(as)) && isMapOf(data, isText) && isMapOf(roles, isColumns) && isMap(options);
    return isSound ? { as, data, roles, options } : undefined;
  } catch {
    return undefined;
  }
}

type Columns = Readonly<Record<string, string | readonly string[]>>;

const isText = (value: unknown): value is string => typeof value === "string";
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isMapOf = <T>(value: unknown, isOne: (each: unknown) => each is T): value is Readonly<Record<string, T>> =>
  isMap(value) && Object.values(value).every(isOne);
const isColumns = (value: unknown): value is Columns =>
  isMapOf(value, (each): each is string | readonly string[] =>
    Array.isArray(each) ? each.every(isText) : isText(each),
  );
